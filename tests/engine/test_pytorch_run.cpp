// Exported scripts run by PyTorch: every layer and loss through its examples, whole nets of each family, the templates, each optimizer and
// schedule. A script checks itself: the loss that the engine recorded, and the loss after one step of training, within 1e-5.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "engine/io/pytorch_export.h"
#include "engine/io/pytorch_step.h"
#include "engine/io/templates.h"
#include "engine/trace/gradient_check.h"
#include "engine/trace/next_step.h"
#include "engine/train/schedules.h"
#include "tests/support/small_nets.h"

using namespace glassbox;

namespace {

constexpr std::int64_t kRateSteps[] = {0, 1, 2, 3, 5, 9, 10, 11, 24, 25, 99, 1000};  // RATES of run_scripts.py

/// The layer behind a dense one, where it takes what a dense layer gives: then there is something to train before it.
NetworkSpec around(const NodeDef& def, const LayerExample& example, bool isLoss) {
  NetworkSpec spec;
  for (std::size_t i = 0; i < example.inputs.size(); ++i) {
    NodeSpec input{"x" + std::to_string(i), "input", {{"shape", example.inputs[i].shape.str()}}, "", "", false, false};
    if (example.inputs[i].element == Element::Token) input.params.set("element", std::string("tokens"));
    spec.nodes.push_back(input);
    NodeId source = input.id;
    if (example.inputs[i].element == Element::Number && example.inputs[i].shape.rank() <= 2) {
      source = "before" + std::to_string(i);
      spec.nodes.push_back({source, "dense", {{"units", example.inputs[i].shape.back()}}, "", "", false, false});
      spec.wires.push_back({{input.id, "out"}, {source, "in"}});
    }
    spec.wires.push_back({{source, "out"}, {"it", def.inputs[def.inputs[0].many ? 0 : i].name}});
  }
  spec.nodes.push_back({"it", def.key, example.params, "", "", false, false});
  if (isLoss) return spec;
  spec.nodes.push_back({"loss", "mse", {}, "", "", false, false});
  spec.wires.push_back({{"it", "out"}, {"loss", "in"}});
  return spec;
}

struct Net {
  const char* name;
  const char* line;
  Params plan;
};

ParamValue words(const char* value) { return std::string(value); }
ParamValue whole(std::int64_t value) { return value; }

/// One net of each family, and what nets can have beside layers.
std::vector<Net> families() {
  const Params adam{{"optimizer", words("adam")}, {"rate", 0.01}};
  return {
      {"a dense net with dropout", "input 12 | dense 16 relu | dropout 0.3 | dense 5 | softmax_cross_entropy smoothing=0.1", adam},
      {"a convolutional net", "input 2x9x8 | conv2d 4 kernel=3 padding=1 relu | batch_norm | max_pool2d 2 | conv2d 6 kernel=2x3 stride=2x1 | global_avg_pool | dense 3 | softmax_cross_entropy", adam},
      {"a sequence net", "input 9x3 | conv1d 5 kernel=3 padding=same | batch_norm | relu | lstm 6 layers=2 last=false | gru 4 | dense 2 | mse", adam},
      {"an embedding model", "input 6 element=tokens | embedding 5 tokens=11 | flatten | dense 11 | softmax_cross_entropy", adam},
      {"a gpt with a tied head", "input 7 element=tokens | embed: embedding 8 tokens=13 | position_embedding | transformer_block 2 causal=true repeat=3 dropout=0.1 | layer_norm | dense 13 bias=false weights=embed | softmax_cross_entropy",
       {{"optimizer", words("adamw")}, {"rate", 0.01}, {"weight_decay", 0.1}, {"clip", 1.0}}},
      {"a single transformer block", "input 5x6 | transformer_block 3 | dense 2 | huber delta=0.5", adam},
      {"a residual branch", "input 8 | class: dense 8 tanh | dense 8 sigmoid | multiply class | add class | dense 1 | binary_cross_entropy", adam},
      {"words of Python as labels", "input 4 | lambda: dense 4 | train: relu | x: dense 4 | self: tanh | concat lambda x | parameters: dense 1 | hinge", adam},
      {"an autoencoder of pictures", "input 1x6x6 | noise 0.2 | flatten | dense 5 elu | dense 36 | reshape 1x6x6 | mse factor=0.5", adam},
      {"measured data", "input 7 | normalize | dense 4 softplus | dense 3 | mae", adam},
      {"measured pictures", "input 3x4x5 | normalize | avg_pool2d 2 | flatten | dense 3 | softmax | mse", adam},
      {"a sharp attention", "input 6x4 | attention 2 causal=true output=false bias=false | attention 1 | gelu approximate=tanh | leaky_relu 0.2 | silu | flatten | dense 1 | hinge margin=2", adam},
      {"tied recurrences", "input 5x4 | mine: rnn 4 last=false nonlinearity=relu | rnn 4 last=false nonlinearity=relu weights=mine | rnn 2 | dense 1 | mse", adam},
  };
}

/// Every optimizer with settings that differ from the defaults of both programs, and every schedule.
std::vector<std::pair<std::string, Params>> plans() {
  std::vector<std::pair<std::string, Params>> out{
      {"gd", {{"optimizer", words("gd")}, {"rate", 0.5}}},
      {"sgd", {{"rate", 0.3}, {"l2", 0.1}, {"l1", 0.05}}},
      {"momentum", {{"optimizer", words("momentum")}, {"rate", 0.3}, {"momentum", 0.7}, {"l2", 0.2}}},
      {"nesterov", {{"optimizer", words("nesterov")}, {"rate", 0.3}, {"momentum", 0.6}}},
      {"nesterov without momentum", {{"optimizer", words("nesterov")}, {"rate", 0.3}, {"momentum", 0.0}}},
      {"adagrad", {{"optimizer", words("adagrad")}, {"rate", 0.1}, {"epsilon", 0.1}}},
      {"rmsprop", {{"optimizer", words("rmsprop")}, {"rate", 0.02}, {"beta2", 0.7}, {"epsilon", 0.01}, {"l2", 0.3}}},
      {"adam", {{"optimizer", words("adam")}, {"rate", 0.1}, {"beta1", 0.7}, {"beta2", 0.8}, {"epsilon", 0.05}, {"l2", 0.3}}},
      {"adamw", {{"optimizer", words("adamw")}, {"rate", 0.1}, {"epsilon", 0.05}, {"weight_decay", 0.5}}},
      {"adamw on all parameters", {{"optimizer", words("adamw")}, {"rate", 0.1}, {"epsilon", 0.05}, {"weight_decay", 0.5}, {"decay_on", words("all")}}},
      {"adamw without decay", {{"optimizer", words("adamw")}, {"rate", 0.1}, {"epsilon", 0.05}, {"weight_decay", 0.0}}},
      {"adamw with l2, l1 and clipping", {{"optimizer", words("adamw")}, {"rate", 0.1}, {"epsilon", 0.05}, {"l2", 0.4}, {"l1", 0.3}, {"clip", 0.05}}},
      {"clipping before l2", {{"rate", 0.5}, {"clip", 0.01}, {"l2", 0.5}}},
      {"steps", {{"rate", 0.4}, {"schedule", words("step")}, {"decay_steps", whole(10)}, {"decay_factor", 0.3}, {"min_rate", 0.01}}},
      {"steps of an epoch", {{"rate", 0.4}, {"batch", whole(4)}, {"schedule", words("step")}}},
      {"exponential after a warm-up", {{"rate", 0.4}, {"schedule", words("exponential")}, {"decay_steps", whole(7)}, {"warmup", whole(3)}}},
      {"cosine after a warm-up", {{"rate", 0.4}, {"schedule", words("cosine")}, {"decay_steps", whole(25)}, {"warmup", whole(5)}, {"min_rate", 0.02}}},
      {"cosine to the end of the run", {{"rate", 0.4}, {"schedule", words("cosine")}, {"epochs", whole(5)}}},
      {"cosine without an end", {{"rate", 0.4}, {"schedule", words("cosine")}}},
  };
  return out;
}

struct Case {
  std::string name;
  Project project;
  DatasetPtr data;
};

DatasetPtr dataFor(const NetworkSpec& spec, bool masked = false) {
  const Analysis analysis = analyse(spec);
  if (!analysis.sound()) throw std::runtime_error(english(analysis.issues[0].error));
  auto data = std::make_shared<Dataset>(*randomData(analysis, 8, 11));
  if (masked) {
    data->mask = data->target;
    for (std::size_t i = 0; i < data->mask.numbers.size(); ++i) data->mask.numbers[i] = i % 3 ? 1.0f : 0.0f;
  }
  return data;
}

std::vector<Case> allCases() {
  std::vector<Case> cases;
  const auto add = [&](std::string name, const NetworkSpec& spec, Params plan, bool masked = false) {
    Project project;
    project.title = name;
    project.spec = spec;
    project.plan.values = std::move(plan);
    project.plan.seed = 3;
    cases.push_back({std::move(name), std::move(project), dataFor(spec, masked)});
  };
  const Params momentum{{"optimizer", words("momentum")}, {"rate", 0.05}};
  for (const LayerDef* def : allLayers())
    for (const LayerExample& example : def->examples) add(def->key + ": " + example.name, around(*def, example, false), momentum);
  for (const LossDef* def : allLosses())
    for (const LayerExample& example : def->examples)
      for (const bool masked : {false, true}) add(def->key + (masked ? ", masked: " : ": ") + example.name, around(*def, example, true), momentum, masked);
  for (const Net& net : families()) add(net.name, *test::specOf(net.line), net.plan);
  for (const auto& [name, plan] : plans()) add("plan: " + name, *test::specOf("input 6 | dense 7 tanh | layer_norm | dense 3 | softmax_cross_entropy"), plan);

  NetworkSpec frozen = *test::specOf("input 4 | dense 4 tanh | dense 4 tanh | dropout 0.5 | dense 2 | mse");
  frozen.find("dense1")->frozen = frozen.find("tanh2")->bypassed = frozen.find("dropout1")->bypassed = true;
  add("frozen and switched-off layers", frozen, momentum);
  NetworkSpec two = *test::specOf("input 4 | dense 3 | side: input 5 | dense 3 | add dense1 | dense 1 | mse");
  add("two inputs", two, momentum);
  NetworkSpec dangling = *test::specOf("input 4 | dense 3 | dense 5 | from dense1 | dense 2 | mse");
  add("a branch that leads nowhere", dangling, momentum);
  NetworkSpec widening = *test::specOf("input 4 | dense 6 relu | dense 2 | mse");
  widening.groups.push_back({"body", "", {"dense1", "relu1"}, 3});
  add("a group whose copies differ in shape", widening, momentum);
  NetworkSpec outward = *test::specOf("input 6 | dense 6 relu | dense 6 weights=dense1 | dense 2 | mse");
  outward.groups.push_back({"body", "", {"dense2"}, 3});
  add("a group tied to a layer outside", outward, momentum);
  NetworkSpec blocks = *test::specOf("input 6 | dense 6 relu | mid: dense 6 | lstm_in: reshape 3x2 | lstm 3 last=false | gru 2 | dense 2 | mse");
  blocks.groups = {{"first", "\u7b2c\u4e00\n\"\"\" import os", {"dense1", "relu1"}, 3}, {"class", "", {"mid"}, 2}};
  add("two groups behind one another", blocks, momentum);

  for (const TemplateDef& def : allTemplates()) {
    Project project = *makeTemplate(def.name);
    Result<DatasetPtr> data = load(project.data, {});
    if (!data) throw std::runtime_error(english(data.error()));
    cases.push_back({"template: " + def.name, project, *data});
  }
  return cases;
}

std::string fileName(std::size_t number) { return "case" + std::to_string(1000 + number); }

/// Weights that are nobody's first ones: gains that are not 1, biases that are not 0.
std::vector<double> someWeights(const Case& c) {
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(c.project.spec);
  setup.plan = c.project.plan;
  setup.data = c.data;
  const std::unique_ptr<Trainer> trainer = test::makeTrainer(std::move(setup));
  std::vector<double> weights = flatWeights(trainer->network());
  const Random random(17);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += 0.1 * random.uniform(i);
  return weights;
}

}  // namespace

class TestPytorchRun : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    const std::filesystem::path folder = m_folder.path().toStdString();
    m_cases = allCases();
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
      const Case& c = m_cases[i];
      Result<TorchExport> files = exportForTorch(c.project, c.data, someWeights(c));
      QVERIFY2(files.ok(), files.ok() ? "" : (c.name + ": " + english(files.error())).c_str());
      Result<void> saved = saveTorchExport(*files, folder / (fileName(i) + ".py"));
      QVERIFY2(saved.ok(), saved.ok() ? "" : english(saved.error()).c_str());
    }
    QProcess python;
    python.setProcessChannelMode(QProcess::SeparateChannels);
    python.start(GLASSBOX_PYTHON, {GLASSBOX_SOURCE_DIR "/tests/support/run_scripts.py", m_folder.path()});
    QVERIFY(python.waitForFinished(500000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError());
    for (const QByteArray& line : python.readAllStandardOutput().split('\n'))
      if (!line.isEmpty()) m_said.append(QJsonDocument::fromJson(line).object());
    QCOMPARE(static_cast<std::size_t>(m_said.size()), m_cases.size());
  }

  void theScriptFindsTheRecordedLosses_data() { addCases(); }
  void theScriptFindsTheRecordedLosses() {
    QFETCH(int, number);
    const QJsonObject said = m_said[number];
    QVERIFY2(said["status"].toInt() == 0, qPrintable(said["said"].toString()));
    const bool trained = analyse(m_cases[static_cast<std::size_t>(number)].project.spec).parameters > 0;
    QCOMPARE(said["said"].toString().count("the same within 1e-5"), trained ? 2 : 1);
  }

  void theScriptFollowsTheSchedule_data() { addCases(); }
  void theScriptFollowsTheSchedule() {
    QFETCH(int, number);
    const Case& c = m_cases[static_cast<std::size_t>(number)];
    const QJsonArray rates = m_said[number]["rates"].toArray();
    if (analyse(c.project.spec).parameters == 0) return;
    QCOMPARE(rates.size(), 12);
    const PlanValues plan = *planValues(c.project.plan);
    const std::int64_t batch = plan.optimizer == "gd" ? c.data->train : std::min<std::int64_t>(plan.batch, c.data->train);
    const std::int64_t perEpoch = (c.data->train + batch - 1) / batch;
    for (int i = 0; i < rates.size(); ++i) {
      const double ours = rateAt(plan, kRateSteps[i], perEpoch);
      QVERIFY2(std::abs(rates[i].toDouble() - ours) <= 1e-12 * plan.rate, qPrintable(QStringLiteral("step %1: %2, here %3").arg(kRateSteps[i]).arg(rates[i].toDouble()).arg(ours)));
    }
  }

  /// A step in the middle of a run, printed by PyTorch under the trace's names.
  void theStepPrintsTheTracesNumbers_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("plan");
    QTest::addColumn<bool>("single");
    const std::pair<const char*, const char*> nets[] = {
        {"input 4 | dense 6 relu | dropout 0.4 | noise 0.1 | dense 3 | softmax_cross_entropy smoothing=0.1", "adam with l2"},
        {"input 2x6x6 | conv2d 3 kernel=3 bias=false | batch_norm | relu | max_pool2d 2 | flatten | dense 2 | softmax_cross_entropy", "momentum"},
        {"input 5x3 | conv1d 4 kernel=2 | lstm 4 layers=2 | dense 1 | mse", "adamw with clipping"},
        {"input 5 element=tokens | embed: embedding 4 tokens=7 | position_embedding | transformer_block 2 causal=true repeat=2 | dense 7 bias=false weights=embed | softmax_cross_entropy", "rmsprop"},
        {"input 6 | train: dense 6 tanh | dense 6 sigmoid | multiply train | concat train input1 | dense 2 | hinge", "nesterov with l1"},
        {"input 6 | normalize | dense 60 tanh | dense 60 tanh | dense 9 softmax | dense 2 | huber", "adagrad"},
    };
    for (const auto& [line, plan] : nets)
      for (const bool single : {false, true}) QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(plan).arg(single ? "float" : "double"))) << line << plan << single;
  }
  void theStepPrintsTheTracesNumbers() {
    QFETCH(QString, line);
    QFETCH(QString, plan);
    QFETCH(bool, single);
    RunSetup setup;
    setup.spec = test::specOf(line.toStdString());
    setup.plan.values = {{"optimizer", plan.section(' ', 0, 0).toStdString()}, {"rate", 0.01}, {"batch", whole(3)}, {"weight_decay", 0.1}, {"epsilon", 0.001}};  // a gradient that is 0 must not become 0 / 0
    if (plan.contains("l2")) setup.plan.values.set("l2", 0.1);
    if (plan.contains("l1")) setup.plan.values.set("l1", 0.5);
    if (plan.contains("clipping")) setup.plan.values.set("clip", 0.02);
    setup.data = dataFor(*setup.spec);
    const std::unique_ptr<Trainer> trainer = test::makeTrainer(std::move(setup));
    trainer->runSteps(4);
    trainer->waitUntilIdle();
    TraceRequest request = requestOfNextStep(*trainer);
    request.precision = single ? Precision::Single : Precision::Double;
    Result<Trace> trace = traceStep(request);
    QVERIFY2(trace.ok(), trace.ok() ? "" : english(trace.error()).c_str());
    Result<TorchStep> step = torchStep(request, *trace);
    QVERIFY2(step.ok(), step.ok() ? "" : english(step.error()).c_str());
    QCOMPARE(step->arrays.tensors.empty(), !line.contains("dense 60"));

    QTemporaryDir folder;
    QFile script(folder.filePath("step.py"));
    QVERIFY(script.open(QIODevice::WriteOnly) && script.write(step->script.c_str()) > 0);
    script.close();
    if (!step->arrays.tensors.empty()) QVERIFY(saveSafetensors(step->arrays, folder.filePath("step.safetensors").toStdString()).ok());
    QProcess python;
    python.start(GLASSBOX_PYTHON, {script.fileName()});
    QVERIFY(python.waitForFinished(60000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError() + step->script.c_str());
    int outputs = 0, gradients = 0, updated = 0;
    for (const QByteArray& said : python.readAllStandardOutput().trimmed().split('\n')) {
      const std::string name = said.left(said.indexOf(' ')).toStdString();
      const TraceEntry* entry = trace->find(name);
      if (!entry && name.find(".grad") != std::string::npos) continue;  // the trace has none in tokens' layers
      QVERIFY2(entry, name.c_str());
      if (!said.contains('[')) continue;  // too long to be printed
      const QJsonArray numbers = QJsonDocument::fromJson(said.mid(said.indexOf('['))).array();
      QCOMPARE(static_cast<std::size_t>(numbers.size()), entry->values.size());
      double largest = 1e-6;
      for (double x : entry->values) largest = std::max(largest, std::abs(x));
      for (std::size_t i = 0; i < entry->values.size(); ++i)
        QVERIFY2(std::abs(numbers[static_cast<qsizetype>(i)].toDouble() - entry->values[i]) <= (single ? 5e-5 : 1e-9) * largest,
                 qPrintable(QStringLiteral("%1 %2: %3, traced %4").arg(QString::fromStdString(name)).arg(i).arg(numbers[static_cast<qsizetype>(i)].toDouble()).arg(entry->values[i])));
      outputs += entry->kind == TraceKind::Output || entry->kind == TraceKind::Loss;
      gradients += entry->kind == TraceKind::WeightGradient || entry->kind == TraceKind::Gradient;
      updated += entry->kind == TraceKind::UpdatedWeight;
    }
    QVERIFY2(outputs >= 4 && gradients >= 6 && updated >= 3, qPrintable(QStringLiteral("%1 %2 %3").arg(outputs).arg(gradients).arg(updated)));
  }

  void aScriptWithOtherWeightsFails() {
    const std::filesystem::path folder = m_folder.path().toStdString();
    std::size_t at = 0;
    while (m_cases[at].name != "a dense net with dropout") ++at;
    const std::string name = fileName(at);
    Result<TensorFile> weights = readSafetensors(folder / (name + ".safetensors"));
    QVERIFY(weights.ok());
    weights->tensors.back().tensor.data[0] += 0.5f;
    QVERIFY(saveSafetensors(*weights, folder / (name + ".safetensors")).ok());
    QProcess python;
    python.start(GLASSBOX_PYTHON, {m_folder.filePath(QString::fromStdString(name) + ".py")});
    QVERIFY(python.waitForFinished(60000));
    QCOMPARE(python.exitCode(), 1);
    QVERIFY(python.readAllStandardOutput().contains("NOT THE SAME"));
    QVERIFY(python.readAllStandardError().contains("The self-test failed"));
  }

  void theScriptTrains() {
    std::size_t at = 0;
    while (m_cases[at].name != "a gpt with a tied head") ++at;
    QProcess python;
    python.start(GLASSBOX_PYTHON, {m_folder.filePath(QString::fromStdString(fileName(at)) + ".py"), "--train", "60"});
    QVERIFY(python.waitForFinished(60000));
    const QByteArray out = python.readAllStandardOutput();
    QVERIFY2(python.exitCode() == 0, out + python.readAllStandardError());
    const QList<QByteArray> lines = out.trimmed().split('\n');
    QCOMPARE(lines.size(), 62);
    const double first = lines[2].split(' ').last().toDouble(), last = lines.last().split(' ').last().toDouble();
    QVERIFY2(last < 0.7 * first, out);
  }

 private:
  void addCases() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < m_cases.size(); ++i) QTest::addRow("%s", m_cases[i].name.c_str()) << static_cast<int>(i);
  }

  QTemporaryDir m_folder;
  std::vector<Case> m_cases;
  QList<QJsonObject> m_said;
};

QTEST_APPLESS_MAIN(TestPytorchRun)
#include "test_pytorch_run.moc"
