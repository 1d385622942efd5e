// GPT-2's own vocabulary: the published known answers, and the counts that others publish for tiny Shakespeare.
#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

#include "engine/data/data_spec.h"
#include "engine/data/readers/tokenizer_files.h"
#include "engine/io/vocabulary.h"
#include "engine/text/pieces.h"

using namespace glassbox;

namespace {

std::filesystem::path folder() { return qEnvironmentVariable("GLASSBOX_TEST_DATA").toStdString(); }

std::string shakespeare() {
  QFile file(QString::fromStdString((folder() / "text/tinyshakespeare.txt").string()));
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestTokenizerReal : public QObject {
  Q_OBJECT

  TokenizerPtr m_gpt2;

 private slots:
  void initTestCase() {
    Result<TokenizerPtr> read = readBytePairs(folder() / "gpt2");
    QVERIFY2(read.ok(), read ? "" : english(read.error()).c_str());
    m_gpt2 = *read;
    QCOMPARE(m_gpt2->size(), std::int64_t{50257});
    QCOMPARE(m_gpt2->merges().size(), std::size_t{50000});
    QCOMPARE(m_gpt2->name(50256), std::string("<|endoftext|>"));
  }

  /// shared/data/SOURCES.md
  void knownAnswers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("tokens");
    QTest::newRow("a sentence") << "Once upon a time, in a faraway land," << QList<int>{7454, 2402, 257, 640, 11, 287, 257, 1290, 8272, 1956, 11};
    QTest::newRow("signs") << "Hello, world!" << QList<int>{15496, 11, 995, 0};
    QTest::newRow("white space") << "  two  spaces\n\nnew" << QList<int>{220, 734, 220, 9029, 198, 198, 3605};
    QTest::newRow("Chinese") << QString::fromUtf8("人工智能 😀") << QList<int>{21689, 32432, 98, 162, 247, 118, 47797, 121, 30325, 222};
    QTest::newRow("contractions") << QString::fromUtf8("I've don't 123456 naïve") << QList<int>{40, 1053, 836, 470, 17031, 29228, 41492};
  }
  void knownAnswers() {
    QFETCH(QString, text);
    QFETCH(QList<int>, tokens);
    const Result<std::vector<TokenId>> got = m_gpt2->encode(text.toStdString());
    QVERIFY(got.ok());
    QCOMPARE(QList<int>(got->begin(), got->end()), tokens);
    QCOMPARE(m_gpt2->decode(*got), text.toStdString());
  }

  void tokensAreThoseOfThePlainAlgorithm() {
    QFile file(QStringLiteral(GLASSBOX_SOURCE_DIR "/tests/golden/gpt2.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const nlohmann::json& item : nlohmann::json::parse(file.readAll().toStdString())) {
      const std::string text = item["text"];
      const auto got = m_gpt2->encode(text);
      QVERIFY(got.ok());
      QVERIFY2(nlohmann::json(*got) == item["tokens"], (item["text"].dump() + ": " + nlohmann::json(*got).dump()).c_str());
      QCOMPARE(m_gpt2->decode(*got), text);
    }
  }

  /// nanoGPT's data/shakespeare: the first nine tenths of the characters have 301,966 GPT-2 tokens, the rest 36,059.
  void tinyShakespeareHasThePublishedCounts() {
    const std::string text = shakespeare();
    QCOMPARE(text.size(), std::size_t{1115394});
    const auto train = m_gpt2->encode(std::string_view(text).substr(0, 1003854)), rest = m_gpt2->encode(std::string_view(text).substr(1003854));
    QCOMPARE(train->size(), std::size_t{301966});
    QCOMPARE(rest->size(), std::size_t{36059});
    QCOMPARE(m_gpt2->decode(*train) + m_gpt2->decode(*rest), text);
  }

  void aSplitCharacterIsOnePiece() {
    const auto tokens = m_gpt2->encode("人工智能 😀");
    std::vector<std::string> shown;
    for (const TextPiece& piece : displayPieces(*m_gpt2, *tokens)) shown.push_back(piece.text);
    QCOMPARE(shown, (std::vector<std::string>{"人", "工", "智", "能", " 😀"}));
  }

  void theVocabularyTravelsAsWords() {
    Dataset data;
    data.tokenizer = m_gpt2;
    data.vocabulary = m_gpt2->names();
    const Result<TokenizerPtr> again = tokenizerFromJson(vocabularyToJson(data), "w");
    QVERIFY2(again.ok(), again ? "" : english(again.error()).c_str());
    QCOMPARE(*(*again)->encode("Once upon a time"), *m_gpt2->encode("Once upon a time"));
  }

  void charactersOfTinyShakespeareAreSixtyFive() {
    Result<DataSpec> spec = sniff(folder() / "text/tinyshakespeare.txt");
    QVERIFY2(spec.ok(), spec ? "" : english(spec.error()).c_str());
    QCOMPARE(spec->source, std::string("text"));
    const Result<DatasetPtr> loaded = load(*spec, {});
    QVERIFY2(loaded.ok(), loaded ? "" : english(loaded.error()).c_str());
    const Dataset& data = **loaded;
    QCOMPARE(data.classes(), std::int64_t{65});
    QCOMPARE(data.train, std::int64_t{1003854 - 64});          // a window at every token, as nanoGPT draws them
    QCOMPARE(data.test, std::int64_t{(111540 - 64 - 1) / 64 + 1}); // side by side
    QCOMPARE(data.inputs[0].windows.tokens->size(), std::size_t{1115394});
    QCOMPARE(data.inputs[0].windows.tokens, data.target.windows.tokens); // stored once
  }
};

QTEST_APPLESS_MAIN(TestTokenizerReal)
#include "test_tokenizer_real.moc"
