// GPT-2 checkpoints in the published format: the logits are PyTorch's, and what is wrong with a folder is said.
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "engine/io/checkpoint.h"
#include "engine/io/gpt2_checkpoint.h"
#include "engine/io/vocabulary.h"
#include "engine/language/language_model.h"
#include "tests/support/gpt2_folder.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

using Json = nlohmann::json;

const Json& golden() {
  static const Json json = Json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/gpt2_logits.json"));
  return json;
}

struct Folder {
  QTemporaryDir dir;
  std::filesystem::path path{dir.path().toStdString()};
};

Gpt2Checkpoint opened(const std::filesystem::path& folder, std::int64_t context = 0) {
  Result<Gpt2Checkpoint> checkpoint = readGpt2Checkpoint(folder, context);
  if (!checkpoint) throw std::runtime_error(english(checkpoint.error()));
  return std::move(*checkpoint);
}

LanguageModel modelOf(const Gpt2Checkpoint& checkpoint) {
  Result<LanguageModel> model = LanguageModel::create(checkpoint.project.spec);
  if (!model) throw std::runtime_error(english(model.error()));
  if (Result<void> done = weightsFromFile(model->network(), checkpoint.weights, nullptr, "weights"); !done) throw std::runtime_error(english(done.error()));
  return std::move(*model);
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("not there: " + from);
  text.replace(at, from.size(), to);
}

}  // namespace

class TestGpt2 : public QObject {
  Q_OBJECT

 private slots:
  void logitsAreThoseOfPyTorch_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("config");
    QTest::newRow("heads from config.json") << 0 << "" << R"({"n_head": 3, "n_layer": 2, "layer_norm_epsilon": 1e-05, "activation_function": "gelu_new", "model_type": "gpt2"})";
    QTest::newRow("a head for each 64 numbers, names with a prefix") << 1 << "transformer." << "";
  }
  void logitsAreThoseOfPyTorch() {
    QFETCH(int, number);
    QFETCH(QString, prefix);
    QFETCH(QString, config);
    const Json& g = golden()[static_cast<std::size_t>(number)];
    Folder folder;
    const Gpt2Size size{g["vocabulary"], g["context"], g["width"], g["layers"], g["heads"]};
    writeSmallVocabulary(folder.path);
    // Masks lie beside the weights in published files, and the tied head may.
    writeTensors(
        folder.path, size,
        [&](std::map<std::string, Tensor>& tensors) {
          tensors["h.0.attn.bias"] = Tensor(Shape{1, 1, size.context, size.context});
          tensors["h.1.attn.masked_bias"] = Tensor(Shape{1});
          if (prefix.isEmpty()) tensors["lm_head.weight"] = tensors["wte.weight"];
        },
        prefix.toStdString());
    if (!config.isEmpty()) writeText(folder.path / "config.json", config.toStdString());
    // Some files keep the mask as bytes of truth values.
    std::string bytes(std::filesystem::file_size(folder.path / "model.safetensors"), 0);
    std::ifstream(folder.path / "model.safetensors", std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    replace(bytes, "h.0.attn.bias\": {\"dtype\": \"F32\"", "h.0.attn.bias\": {\"dtype\": \"I32\"");
    writeText(folder.path / "model.safetensors", bytes);
    const Gpt2Checkpoint checkpoint = opened(folder.path);
    QCOMPARE(checkpoint.layers, size.layers);
    LanguageModel model = modelOf(checkpoint);
    QCOMPARE(model.context(), size.context);
    QCOMPARE(model.vocabulary(), size.vocabulary);
    QVERIFY(!model.wholeBecause());
    const auto tokens = g["tokens"].get<std::vector<TokenId>>();
    Team alone;
    for (std::size_t length = 1; length <= tokens.size(); ++length) {
      const Result<std::span<const float>> logits = model.next(std::span(tokens).first(length), alone);
      QVERIFY(logits);
      double norm = 0;
      for (const float v : *logits) norm += static_cast<double>(v) * v;
      const double want = g["norms"][length - 1];
      QVERIFY2(std::abs(std::sqrt(norm) - want) < 1e-5 * want, qPrintable(QStringLiteral("%1 tokens: norm %2, PyTorch %3").arg(length).arg(std::sqrt(norm)).arg(want)));
      const double scale = want / std::sqrt(static_cast<double>(size.vocabulary));
      const Json& numbers = length == tokens.size() ? g["last"] : g["first"][length - 1];
      for (std::size_t i = 0; i < numbers.size(); ++i)
        QVERIFY2(std::abs((*logits)[i] - numbers[i].get<double>()) < 2e-5 * scale,
                 qPrintable(QStringLiteral("%1 tokens, logit %2: %3, PyTorch %4").arg(length).arg(i).arg((*logits)[i]).arg(numbers[i].get<double>())));
    }
  }

  void aCheckpointIsAnOrdinaryProject() {
    Folder folder;
    writeSmallVocabulary(folder.path);
    writeTensors(folder.path, {});
    writeText(folder.path / "config.json", R"({"n_head": 3})");
    const Gpt2Checkpoint checkpoint = opened(folder.path, 16);
    QVERIFY(checkProject(checkpoint.project).ok());
    const Analysis analysis = analyse(checkpoint.project.spec);
    QVERIFY(analysis.sound());
    QCOMPARE(analysis.parameters, checkpoint.parameters);
    // Two tables, two blocks of 12 W^2 + 13 W numbers, a last norm; the head is the first table.
    QCOMPARE(checkpoint.parameters, std::int64_t{260 * 48 + 40 * 48 + 2 * (12 * 48 * 48 + 13 * 48) + 2 * 48});
    QCOMPARE(stepsOf(analysis), 16);
    // It is saved and opened again like any other.
    const std::filesystem::path path = folder.path / "small.glassbox";
    const Result<WeightsRef> saved = saveProjectWithWeights(checkpoint.project, checkpoint.weights, path);
    QVERIFY(saved);
    const Result<Project> again = readProject(path);
    QVERIFY(again);
    QCOMPARE(again->spec, checkpoint.project.spec);
    const Result<TensorFile> weights = readProjectWeights(*again, path);
    QVERIFY(weights);
    const Result<TokenizerPtr> tokenizer = tokenizerOf(*weights, "weights");
    QVERIFY(tokenizer && *tokenizer);
    QCOMPARE((*tokenizer)->kind(), std::string_view("gpt2"));
    QCOMPARE((*tokenizer)->encode(" thethe").value(), (std::vector<TokenId>{258, 257}));
    LanguageModel a = modelOf(checkpoint), b = modelOf({*again, *weights, 0, 0});
    Team alone;
    const std::vector<TokenId> text{258, 257, 33};
    QVERIFY(std::ranges::equal(*a.next(text, alone), *b.next(text, alone)));
  }

  void aHeadOfItsOwnIsKept() {
    Folder folder;
    writeSmallVocabulary(folder.path);
    writeTensors(folder.path, {.width = 64}, [](std::map<std::string, Tensor>& tensors) {
      tensors["lm_head.weight"] = tensors["wte.weight"];
      tensors["lm_head.weight"].data[5] += 1;
    });
    const Gpt2Checkpoint checkpoint = opened(folder.path);
    QVERIFY(checkpoint.project.spec.find("dense3")->weightsOf.empty());
    QVERIFY(checkpoint.weights.find("dense3.weight"));
    (void)modelOf(checkpoint);
  }

  void whatIsWrongWithAFolderIsSaid_data() {
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a missing tensor") << "missing" << "model.safetensors" << "The checkpoint has no tensor \"h.1.mlp.c_proj.bias\"; GPT-2 of this size has one of 48.";
    QTest::newRow("no table of tokens") << "table" << "model.safetensors" << "The checkpoint has no tensor \"wte.weight\": it is not that of a GPT-2.";
    QTest::newRow("a wrong shape") << "shape" << "model.safetensors" << "The tensor \"h.0.attn.c_attn.weight\" is 144x48; in GPT-2 of this size it is 48x144.";
    QTest::newRow("a tensor too many") << "extra" << "model.safetensors" << "The checkpoint has a tensor \"h.0.attn.rotary\" (7) that GPT-2 does not have.";
    QTest::newRow("a gap between the layers") << "gap" << "model.safetensors" << "The checkpoint has a tensor \"h.2.ln_1.bias\" (48) that GPT-2 does not have.";
    QTest::newRow("a vocabulary of another size") << "vocabulary" << "model.safetensors" << "The checkpoint has vectors for 264 tokens, and the vocabulary beside it has 260.";
    QTest::newRow("a context that is too long") << "context" << "model.safetensors" << "The checkpoint has vectors for 40 positions; a context of 41 tokens is too long.";
    QTest::newRow("heads that do not fit") << "heads" << "model.safetensors" << "The checkpoint's width 48 cannot be shared among 5 heads.";
    QTest::newRow("another activation") << "activation" << "config.json" << "The checkpoint's activation is relu; GPT-2's is gelu_new.";
    QTest::newRow("another epsilon") << "epsilon" << "config.json" << "The checkpoint's layer norms add 0.001 to the variance; here it is 0.00001.";
    QTest::newRow("a damaged config.json") << "config" << "config.json:1:12" << "";
    QTest::newRow("a file that was cut off") << "cut" << "model.safetensors" << "";
    QTest::newRow("no vocabulary") << "no vocabulary" << "" << "There is neither encoder.json nor vocab.json in the folder.";
    QTest::newRow("no weights") << "no weights" << "" << "There is no .safetensors file in the folder.";
    QTest::newRow("weights in several files") << "several" << "" << "There are 2 .safetensors files in the folder; a GPT-2 checkpoint is one.";
  }
  void whatIsWrongWithAFolderIsSaid() {
    QFETCH(QString, fault);
    QFETCH(QString, place);
    QFETCH(QString, sentence);
    Folder folder;
    Gpt2Size size;
    if (fault == "vocabulary") size.vocabulary = 264;
    writeSmallVocabulary(folder.path);
    writeTensors(folder.path, size, [&](std::map<std::string, Tensor>& tensors) {
      if (fault == "missing") tensors.erase("h.1.mlp.c_proj.bias");
      if (fault == "table") tensors.erase("wte.weight");
      if (fault == "shape") tensors["h.0.attn.c_attn.weight"].shape = Shape{144, 48};
      if (fault == "extra") tensors["h.0.attn.rotary"] = Tensor(Shape{7});
      if (fault == "gap") tensors["h.2.ln_1.bias"] = Tensor(Shape{48});
    });
    std::string config = R"({"n_head": 3})";
    if (fault == "heads") replace(config, "3", "5");
    if (fault == "activation") replace(config, "}", R"(, "activation_function": "relu"})");
    if (fault == "epsilon") replace(config, "}", R"(, "layer_norm_epsilon": 0.001})");
    if (fault == "config") replace(config, "3}", "x}");
    writeText(folder.path / "config.json", config);
    if (fault == "cut") std::filesystem::resize_file(folder.path / "model.safetensors", 5000);
    if (fault == "no vocabulary") std::filesystem::remove(folder.path / "vocab.json");
    if (fault == "no weights") std::filesystem::remove(folder.path / "model.safetensors");
    if (fault == "several") writeText(folder.path / "second.safetensors", "");
    const Result<Gpt2Checkpoint> checkpoint = readGpt2Checkpoint(folder.path, fault == "context" ? 41 : 0);
    QVERIFY(!checkpoint);
    const QString where = QString::fromStdString(checkpoint.error().place);
    QVERIFY2(where.startsWith(place.isEmpty() ? folder.dir.path() : folder.dir.path() + "/" + place), qPrintable(where));
    const QString what = QString::fromStdString(english(checkpoint.error().what));
    if (sentence.isEmpty()) QVERIFY(!what.isEmpty());
    else QCOMPARE(what, sentence);
  }
};

QTEST_APPLESS_MAIN(TestGpt2)
#include "test_gpt2.moc"
