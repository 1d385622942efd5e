// A checkpoint with GPT-2's own vocabulary: the logits of a known text are PyTorch's.
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

/// GPT-2's two files under either pair of names.
void copyVocabulary(const std::filesystem::path& to, bool others) {
  const std::filesystem::path from = std::filesystem::path(qEnvironmentVariable("GLASSBOX_TEST_DATA").toStdString()) / "gpt2";
  std::filesystem::copy_file(from / "encoder.json", to / (others ? "vocab.json" : "encoder.json"));
  std::filesystem::copy_file(from / "vocab.bpe", to / (others ? "merges.txt" : "vocab.bpe"));
}

}  // namespace

class TestGpt2Real : public QObject {
  Q_OBJECT

 private slots:
  void aKnownTextGivesPyTorchsLogits_data() {
    QTest::addColumn<bool>("others");
    QTest::newRow("encoder.json and vocab.bpe") << false;
    QTest::newRow("vocab.json and merges.txt") << true;
  }
  void aKnownTextGivesPyTorchsLogits() {
    QFETCH(bool, others);
    const nlohmann::json g = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/gpt2_logits.json"))[2];
    QTemporaryDir dir;
    const std::filesystem::path folder = dir.path().toStdString();
    copyVocabulary(folder, others);
    writeTensors(folder, {g["vocabulary"], g["context"], g["width"], g["layers"], g["heads"]});
    const Result<Gpt2Checkpoint> checkpoint = readGpt2Checkpoint(folder);
    QVERIFY2(checkpoint.ok(), checkpoint ? "" : english(checkpoint.error()).c_str());
    const Result<TokenizerPtr> tokenizer = tokenizerOf(checkpoint->weights, "weights");
    QVERIFY(tokenizer);
    const std::vector<TokenId> tokens = (*tokenizer)->encode("Once upon a time, in a faraway land,").value();
    QCOMPARE(tokens, g["tokens"].get<std::vector<TokenId>>());
    Result<LanguageModel> model = LanguageModel::create(checkpoint->project.spec);
    QVERIFY(model);
    QVERIFY(weightsFromFile(model->network(), checkpoint->weights, nullptr, "weights").ok());
    Team alone;
    const Result<std::span<const float>> logits = model->next(tokens, alone);
    QVERIFY(logits);
    const double norm = g["norms"].back(), scale = norm / std::sqrt(50257.0);
    double found = 0;
    for (const float v : *logits) found += static_cast<double>(v) * v;
    QVERIFY2(std::abs(std::sqrt(found) - norm) < 1e-5 * norm, qPrintable(QStringLiteral("norm %1, PyTorch %2").arg(std::sqrt(found)).arg(norm)));
    for (std::size_t i = 0; i < g["last"].size(); ++i)
      QVERIFY2(std::abs((*logits)[i] - g["last"][i].get<double>()) < 2e-5 * scale, qPrintable(QStringLiteral("logit %1: %2, PyTorch %3").arg(i).arg((*logits)[i]).arg(g["last"][i].get<double>())));
  }
};

QTEST_APPLESS_MAIN(TestGpt2Real)
#include "test_gpt2_real.moc"
