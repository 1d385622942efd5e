// A checkpoint of the real size, 124,439,808 parameters, made of seeded numbers: it opens, generates, and takes no memory for what
// nobody asked for.
#include <QTemporaryDir>
#include <QTest>

#include "engine/io/checkpoint.h"
#include "engine/io/gpt2_checkpoint.h"
#include "engine/language/language_model.h"
#include "tests/support/gpt2_folder.h"

using namespace glassbox;
using namespace glassbox::test;

class TestGpt2Large : public QObject {
  Q_OBJECT

 private slots:
  void theRealSizeOpensAndGenerates() {
    QTemporaryDir dir;
    const std::filesystem::path folder = dir.path().toStdString();
    const std::filesystem::path data = std::filesystem::path(qEnvironmentVariable("GLASSBOX_TEST_DATA").toStdString()) / "gpt2";
    for (const char* name : {"encoder.json", "vocab.bpe"}) std::filesystem::copy_file(data / name, folder / name);
    writeTensors(folder, {50257, 1024, 768, 12, 12});
    Result<Gpt2Checkpoint> checkpoint = readGpt2Checkpoint(folder);
    QVERIFY2(checkpoint.ok(), checkpoint ? "" : english(checkpoint.error()).c_str());
    QCOMPARE(checkpoint->parameters, std::int64_t{124'439'808});
    QCOMPARE(checkpoint->layers, std::int64_t{12});
    Result<LanguageModel> model = LanguageModel::create(checkpoint->project.spec);
    QVERIFY(model);
    QVERIFY(weightsFromFile(model->network(), checkpoint->weights, nullptr, "weights").ok());
    checkpoint->weights = {};
    // Weights, a key and a value for 1,024 steps in 12 blocks, and rows of 64 steps: 12.9 MB of these are logits.
    QVERIFY2(model->network().bytes() < 4ull * 124'439'808 + 150'000'000, qPrintable(QString::number(static_cast<qulonglong>(model->network().bytes()))));
    std::vector<TokenId> text{7454, 2402, 257, 640, 11, 287, 257, 1290, 8272, 1956, 11};
    Team::run(2, [&](Team& team) {
      for (int i = 0; i < 5; ++i) {
        const Result<std::span<const float>> logits = model->next(text, team);
        QVERIFY(logits);
        QCOMPARE(logits->size(), std::size_t{50257});
        const Result<Candidate> chosen = sampleNext(*logits, {.temperature = 0.8, .topK = 40}, static_cast<std::int64_t>(text.size()));
        QVERIFY2(chosen.ok(), chosen ? "" : english(chosen.error()).c_str());
        text.push_back(chosen->token);
      }
    });
    QCOMPARE(text.size(), std::size_t{16});
  }
};

QTEST_APPLESS_MAIN(TestGpt2Large)
#include "test_gpt2_large.moc"
