// The text of exported PyTorch scripts: names that are safe whatever the user wrote, forward in plain lines, what is refused. No Python needed.
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <map>

#include "engine/io/pytorch_export.h"
#include "engine/io/pytorch_names.h"
#include "engine/io/pytorch_record.h"
#include "engine/io/pytorch_training.h"
#include "engine/trace/gradient_check.h"
#include "tests/support/small_nets.h"

using namespace glassbox;

namespace {

Project projectOf(const std::string& line, Params plan = {}) {
  Project project;
  project.spec = *test::specOf(line);
  project.plan.values = std::move(plan);
  return project;
}

Result<TorchExport> exportOf(const Project& project, std::span<const double> weights = {}) { return exportForTorch(project, randomData(analyse(project.spec), 8, 11), weights); }

/// The script without comments behind its lines.
QString scriptOf(const Project& project) {
  Result<TorchExport> files = exportOf(project);
  if (!files) return QString::fromStdString(english(files.error()));
  QString out;
  for (const QString& line : QString::fromStdString(files->script).split('\n')) out += line.section("  #", 0, 0) + "\n";
  return out;
}

}  // namespace

class TestPytorchExport : public QObject {
  Q_OBJECT

 private slots:
  void aChainIsWrittenInPlainLines() {
    const QString script = scriptOf(projectOf("input 4 | dense 3 relu | dense 2 | mse"));
    const char* expected = R"py(class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.dense1 = nn.Linear(4, 3)
        self.relu1 = nn.ReLU()
        self.dense2 = nn.Linear(3, 2)

    def forward(self, x):
        x = self.dense1(x)
        x = self.relu1(x)
        x = self.dense2(x)
        return x
)py";
    QVERIFY2(script.contains(expected), qPrintable(script));
    QVERIFY(script.contains("loss_function = nn.MSELoss()\n"));
    QVERIFY(script.contains("return torch.optim.SGD(model.parameters(), lr=rate_at(0))\n"));
  }

  void aValueThatIsReadLaterKeepsItsName() {
    const QString script = scriptOf(projectOf("input 4 | dense 4 tanh | dense 4 | add tanh1 | dense 1 | mse"));
    QVERIFY2(script.contains("        tanh1 = self.tanh1(x)\n        x = self.dense2(tanh1)\n        x = x + tanh1\n        x = self.dense3(x)\n        return x\n"), qPrintable(script));
  }

  void aRepeatedBlockIsAClassAndASequentialOfCopies() {
    const QString script = scriptOf(projectOf("input 5x6 | transformer_block 2 causal=true repeat=4 | dense 2 | mse"));
    QVERIFY2(script.contains("class TransformerBlock1(nn.Module):"), qPrintable(script));
    QVERIFY(script.contains("        self.attention1 = SelfAttention(6, 2, causal=True)\n"));
    QVERIFY(script.contains("        self.blocks1 = nn.Sequential(*[TransformerBlock1() for _ in range(4)])\n"));
    QVERIFY(script.contains("    def forward(self, x):\n        x = self.blocks1(x)\n"));
    QCOMPARE(script.count("SelfAttention("), 2);  // the class, and one member
    QVERIFY(script.contains("MEMBERS[node if copy == 1 else f'{node}_{copy}'] = f'blocks1.{copy - 1}.{member}'"));
  }

  void tiedAndFrozenWeightsAreSaid() {
    Project project = projectOf("input 4 element=tokens | table: embedding 6 tokens=9 | dense 9 bias=false weights=table | softmax_cross_entropy");
    project.spec.find("table")->frozen = true;
    const QString script = scriptOf(project);
    QVERIFY2(script.contains("        self.dense1.weight = self.table_layer.weight\n"), qPrintable(script));
    QVERIFY(script.contains("        self.table_layer.requires_grad_(False)\n"));
    QVERIFY(script.contains("    'table': 'table_layer',\n"));
    QVERIFY(script.contains("for name in ['input1', 'target']:"));
  }

  void everyNameIsSafe_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("a given name stays") << "dense1" << "dense1";
    QTest::newRow("the name of a copy stays") << "layer_norm2_3" << "layer_norm2_3";
    QTest::newRow("a key with an underscore") << "max_pool2d12" << "max_pool2d12";
    QTest::newRow("a keyword") << "lambda" << "lambda_layer";
    QTest::newRow("a method of nn.Module") << "train" << "train_layer";
    QTest::newRow("a method of nn.Module that ends in a digit") << "bfloat16" << "bfloat16_layer";
    QTest::newRow("what the script calls itself") << "x" << "x_layer";
    QTest::newRow("a group's member") << "blocks1" << "blocks1_layer";
    QTest::newRow("an empty number") << "dense" << "dense_layer";
    QTest::newRow("a label that looks made safe") << "x_layer" << "x_layer_layer";
    QTest::newRow("only the number of a copy") << "dense_2" << "dense_2_layer";
  }
  void everyNameIsSafe() {
    QFETCH(QString, id);
    QFETCH(QString, name);
    QCOMPARE(QString::fromStdString(torchName(id.toStdString())), name);
  }

  void aClassNameIsAnIdentifierWhateverTheGroupIsCalled() {
    QCOMPARE(torchClassName("transformer_block1", 1), std::string("TransformerBlock1"));
    QCOMPARE(torchClassName("class", 2), std::string("ClassGroup2"));
    QCOMPARE(torchClassName("\u6ce8\u610f", 3), std::string("Group3"));
    QCOMPARE(torchClassName("7 () : import os", 1), std::string("ImportOsGroup1"));
  }

  void aCommentStaysOnItsLine() {
    QCOMPARE(torchComment("a\nimport os\r\x0b\x0c\x1c" "b"), std::string("aimport osb"));
    QCOMPARE(torchComment("\u6570\u5b57 \u2028\u2029\u0085x"), std::string("\u6570\u5b57 x"));
    QCOMPARE(torchComment("\u202e\u2066left\ufeff"), std::string("left"));
    QCOMPARE(torchComment("good \xff\xfe bad \xe4\xb8"), std::string("good  bad "));
    QVERIFY(torchComment(std::string(5000, 'a')).size() <= 200);
  }

  void titlesAndNamesOfUsersCannotBecomeCode() {
    Project project = projectOf("input 4 | dense 3 | mse");
    project.title = "\"\"\"\nimport os  # \\\nos.abort()";
    project.spec.find("dense1")->name = "first\nraise SystemExit(7)";
    Result<TorchExport> files = exportOf(project);
    QVERIFY(files.ok());
    for (const QString& line : QString::fromStdString(files->script).split('\n')) {
      const QString code = line.section('#', 0, 0);
      QVERIFY2(!code.contains("os.abort") && !code.contains("SystemExit(7)") && !code.contains("import os"), qPrintable(line));
    }
  }

  void theOptimizerHasTheSettingsOfThePlan_data() {
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("text");
    QTest::newRow("momentum") << "optimizer=momentum momentum=0.8" << "torch.optim.SGD(model.parameters(), lr=rate_at(0), momentum=0.8)";
    QTest::newRow("nesterov") << "optimizer=nesterov" << "torch.optim.SGD(model.parameters(), lr=rate_at(0), momentum=0.9, nesterov=True)";
    QTest::newRow("adagrad") << "optimizer=adagrad" << "torch.optim.Adagrad(model.parameters(), lr=rate_at(0), eps=1e-08)";
    QTest::newRow("rmsprop") << "optimizer=rmsprop beta2=0.9" << "    # alpha is what Glassbox calls beta 2\n    return torch.optim.RMSprop(model.parameters(), lr=rate_at(0), alpha=0.9, eps=1e-08)";
    QTest::newRow("adam") << "optimizer=adam beta1=0.8" << "torch.optim.Adam(model.parameters(), lr=rate_at(0), betas=(0.8, 0.999), eps=1e-08)";
    QTest::newRow("adamw decays the weights") << "optimizer=adamw weight_decay=0.1" << "{'params': weights, 'weight_decay': 0.1}, {'params': others, 'weight_decay': 0.0}";
    QTest::newRow("adamw decays all") << "optimizer=adamw decay_on=all" << "torch.optim.AdamW(model.parameters(), lr=rate_at(0), betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01)";
    QTest::newRow("l2 is weight decay of weights") << "l2=0.5" << "{'params': weights, 'weight_decay': 0.5}";
    QTest::newRow("clipping") << "clip=1" << "nn.utils.clip_grad_norm_(model.parameters(), 1)";
    QTest::newRow("l1") << "l1=0.2" << "p.copy_(F.softshrink(p, rate_at(step) * 0.2))";
    QTest::newRow("cosine") << "schedule=cosine decay_steps=50 rate=1 min_rate=0.1" << "share = step / 50\n    return 0.1 + (1 - 0.1) * (1 + math.cos(math.pi * share)) / 2";
    QTest::newRow("warm-up") << "warmup=9 rate=0.5" << "if step < 9:  # warm-up\n        return 0.5 * (step + 1) / 10\n    return 0.5";
    QTest::newRow("step by epochs") << "schedule=step rate=1" << "return 1 * 0.1 ** (step // 7)\n";
    QTest::newRow("words of the plan") << "optimizer=gd epochs=30" << "The plan: the whole training part in each step, for 30 epochs.";
  }
  void theOptimizerHasTheSettingsOfThePlan() {
    QFETCH(QString, settings);
    QFETCH(QString, text);
    TrainingPlan plan;
    for (const QString& setting : settings.split(' ')) plan = *setPlanValue(plan, setting.section('=', 0, 0).toStdString(), setting.section('=', 1).toStdString());
    const QString out = QString::fromStdString(torchTraining(*planValues(plan), 7));
    QVERIFY2(out.contains(text), qPrintable(out));
  }

  void theBatchIsSmallWhereANetworkIsLarge() {
    const auto rowsOf = [](const char* line) {
      const NetworkSpec spec = *test::specOf(line);
      Dataset data;
      data.train = 1000;
      return torchRows(analyse(spec), data);
    };
    QCOMPARE(rowsOf("input 4 | dense 3 | mse"), std::int64_t{16});
    QCOMPARE(rowsOf("input 300000 | dense 3 | mse"), std::int64_t{3});  // 2^20 numbers in the file
    QCOMPARE(rowsOf("input 1024 element=tokens | embedding 768 tokens=99 | transformer_block 12 causal=true repeat=12 | dense 99 | softmax_cross_entropy"), std::int64_t{2});
  }

  void everyLayerAndLossHasPyTorchText() {
    for (const LayerDef* def : allLayers())
      for (const LayerExample& example : def->examples) {
        const Params params = *complete(def->params, example.params);
        QVERIFY2((def->pytorch && !def->pytorch(example.inputs, params).empty()) || def->torchCall, def->key.c_str());
      }
    for (const LossDef* def : allLosses())
      for (const LayerExample& example : def->examples) {
        QVERIFY2(def->torchCall, def->key.c_str());
        const TorchCall call = def->torchCall(example.inputs, *complete(def->params, example.params));
        QVERIFY2(!call.text.empty() && !call.items.empty(), def->key.c_str());
      }
  }

  /// The script tells weights from biases and gains by their dimensions, and has one table of names for all layers.
  void whatTheScriptTakesForGrantedHolds() {
    std::map<std::string, std::string> names;
    int weights = 0;
    for (const LayerDef* def : allLayers())
      for (const LayerExample& example : def->examples) {
        const Params params = *complete(def->params, example.params);
        const Fit<Inference> fit = def->infer(example.inputs, params);
        for (const WeightDef& weight : std::get<Inference>(fit).weights) {
          if (weight.role != WeightRole::Statistic) QVERIFY2((weight.role == WeightRole::Weight) == (weight.shape.rank() > 1), (def->key + "." + weight.name).c_str());
          ++weights;
        }
        if (!def->torchCall) continue;
        for (const auto& [ours, theirs] : def->torchCall(example.inputs, params).weights) {
          const auto [at, fresh] = names.emplace(ours, theirs);
          QVERIFY2(fresh || at->second == theirs, ours.c_str());
        }
      }
    for (const LayerDef* def : allLayers())  // no layer has a weight under a name that another one's is changed from
      for (const LayerExample& example : def->examples) {
        const Params params = *complete(def->params, example.params);
        if (def->torchCall && !def->torchCall(example.inputs, params).weights.empty()) continue;
        const Fit<Inference> fit = def->infer(example.inputs, params);
        for (const WeightDef& weight : std::get<Inference>(fit).weights) QVERIFY2(!names.contains(weight.name), weight.name.c_str());
      }
    QVERIFY(weights > 100);
  }

  void theFilesLieSideBySide() {
    QTemporaryDir folder;
    Result<TorchExport> files = exportOf(projectOf("input 4 | dense 3 | softmax_cross_entropy"));
    QVERIFY(files.ok());
    const std::filesystem::path base = folder.path().toStdString();
    QVERIFY(saveTorchExport(*files, base / "my.net.py").ok());
    for (const char* name : {"my.net.py", "my.net.safetensors", "my.net.batch.safetensors"}) QVERIFY2(std::filesystem::exists(base / name), name);
    Result<TensorFile> weights = readSafetensors(base / "my.net.safetensors");
    QVERIFY(weights.ok() && weights->find("dense1.weight") && weights->find("dense1.bias"));
    Result<TensorFile> batch = readSafetensors(base / "my.net.batch.safetensors");
    QVERIFY(batch.ok());
    QCOMPARE(batch->find("input1")->tensor.shape.str(), std::string("8x4"));
    QCOMPARE(batch->find("target")->tensor.shape.str(), std::string("8"));
  }

  void theSameProjectGivesTheSameScript() {
    const Project project = projectOf("input 4 | dense 3 | dropout 0.5 | dense 2 | mse");
    QCOMPARE(exportOf(project)->script, exportOf(project)->script);
  }

  void aLayerThatDrawsNumbersIsQuietInTheSelfTest() {
    const QString script = scriptOf(projectOf("input 4 | noise 0.5 | dense 3 | dropout 0.5 | dense 2 | mse"));
    QVERIFY2(script.contains("if isinstance(module, (Noise, nn.Dropout)):"), qPrintable(script));
  }

  void nothingToTrainMeansNoTraining() {
    const QString script = scriptOf(projectOf("input 4 | relu | mse"));
    QVERIFY(!script.contains("optimizer") && !script.contains("--train 1") && script.contains("right = same('loss'"));
  }

  void whatCannotBeIsOneSentence() {
    const Project sound = projectOf("input 4 | dense 3 | mse");
    Result<TorchExport> files = exportOf(sound);
    QVERIFY(files.ok());
    QTemporaryDir folder;
    const Result<void> saved = saveTorchExport(*files, folder.filePath("weights.safetensors").toStdString());
    QVERIFY(!saved.ok());
    QCOMPARE(english(saved.error()), std::string("A PyTorch script ends in .py, and weights.safetensors does not."));
    QVERIFY(QDir(folder.path()).isEmpty());

    Project open = sound;
    open.spec.nodes.pop_back();
    open.spec.wires.pop_back();
    const Result<TorchExport> lossless = exportForTorch(open, randomData(analyse(sound.spec), 8, 11), {});
    QVERIFY(!lossless.ok() && english(lossless.error()).find("has no loss") != std::string::npos);

    const std::vector<double> broken(15, std::nan(""));
    const Result<TorchExport> diverged = exportOf(sound, broken);
    QVERIFY(!diverged.ok() && english(diverged.error()).find("is not a number") != std::string::npos);

    const Result<TorchExport> deep = exportOf(projectOf("input 1x2x1x2x1x2 | flatten | dense 3 | mse"));
    QVERIFY(!deep.ok());
    QCOMPARE(english(deep.error()), std::string("A sample with 6 axes cannot be exported: one more for the batch is too many."));
  }
};

QTEST_APPLESS_MAIN(TestPytorchExport)
#include "test_pytorch_export.moc"
