// Data made of text: windows that share their tokens, parts in the order of the text, encodings, and the texts that the lab makes.
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <map>
#include <set>

#include "engine/data/batches.h"
#include "engine/data/data_spec.h"
#include "engine/data/readers/text_encoding.h"
#include "engine/data/text_windows.h"

using namespace glassbox;

namespace {

QString said(const Error& error) { return QString::fromStdString(english(error)); }

std::string notesOf(const Dataset& data) {
  std::string out;
  for (const DataNote& note : data.notes) out += english(note) + "\n";
  return out;
}

std::string textOf(const Dataset& data, const Field& field, std::int64_t row) {
  std::vector<float> values(static_cast<std::size_t>(field.type.shape.count()));
  field.read(row, values.data());
  std::vector<TokenId> tokens(values.begin(), values.end());
  return data.tokenizer->decode(tokens);
}

Result<DatasetPtr> draw(const std::string& key, Params params = {}, PartShares shares = {0, 0.1}, std::uint64_t seed = 1) {
  DataSpec spec;
  spec.source = key;
  spec.params = std::move(params);
  spec.shares = shares;
  spec.seed = seed;
  return load(spec, {});
}

/// The whole row of tokens, as text.
std::string corpusOf(const Dataset& data) {
  const Buffer<std::uint16_t>& tokens = *data.inputs[0].windows.tokens;
  return data.tokenizer->decode(std::vector<TokenId>(tokens.begin(), tokens.end()));
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Params complete(Params params) {
  Result<Params> all = glassbox::complete(findReader("text")->params, params);
  if (!all) qFatal("%s", english(all.error()).c_str());
  return *all;
}

} // namespace

class TestText : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;

  std::filesystem::path write(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
    return m_folder->filePath(name).toStdString();
  }
  Result<Dataset> read(const std::filesystem::path& path, Params params = {{"context", std::int64_t{4}}}, const LoadContext& context = {}) const {
    return findReader("text")->read(path, complete(std::move(params)), context);
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  // ---- windows ------------------------------------------------------------------------------------------------------------

  void aWindowAndItsTargetAreOneTokenApart() {
    const Result<Dataset> data = textWindows("abcdefghij", charactersOf("abcdefghij"), 4, 1);
    QVERIFY(data.ok());
    QCOMPARE(data->train, std::int64_t{6}); // a..f begin a window whose target ends at j
    for (std::int64_t row = 0; row < 6; ++row) {
      QCOMPARE(textOf(*data, data->inputs[0], row), std::string("abcdefghij").substr(static_cast<std::size_t>(row), 4));
      QCOMPARE(textOf(*data, data->target, row), std::string("abcdefghij").substr(static_cast<std::size_t>(row) + 1, 4));
    }
    QCOMPARE(data->inputs[0].type, (PortType{Shape{4}, Element::Token}));
    QCOMPARE(data->target.type.shape, Shape{4});
    QCOMPARE(data->classes(), std::int64_t{10});
    QCOMPARE(data->vocabulary, data->tokenizer->names());
    QCOMPARE(data->inputs[0].windows.tokens.get(), data->target.windows.tokens.get()); // stored once
  }

  void windowsSideBySideShareNoTarget() {
    const Result<Dataset> data = textWindows("abcdefghij", charactersOf("abcdefghij"), 3, 3);
    QVERIFY(data.ok());
    QCOMPARE(data->train, std::int64_t{3});
    QCOMPARE(textOf(*data, data->target, 0) + textOf(*data, data->target, 1) + textOf(*data, data->target, 2), std::string("bcdefghij"));
  }

  void partsFollowEachOtherInTheText() {
    std::string text;
    for (int i = 0; i < 100; ++i) text += static_cast<char>('0' + i / 10);
    Result<Dataset> data = textWindows(text, charactersOf(text), 4, 1);
    data = splitParts(*data, {0.2, 0.3}, 99);
    QVERIFY(data.ok());
    QCOMPARE(data->train, std::int64_t{50 - 4});
    QCOMPARE(data->validation, std::int64_t{(20 - 4 - 1) / 4 + 1}); // side by side
    QCOMPARE(data->test, std::int64_t{(30 - 4 - 1) / 4 + 1});
    // No window reaches into another part: the digits tell where in the text it lies.
    for (const auto& [part, from, to] : {std::tuple(Part::Train, '0', '4'), std::tuple(Part::Validation, '5', '6'), std::tuple(Part::Test, '7', '9')})
      for (std::int64_t row = rows(*data, part).begin; row < rows(*data, part).end; ++row)
        for (const char c : textOf(*data, data->inputs[0], row) + textOf(*data, data->target, row)) QVERIFY2(c >= from && c <= to, &c);
    QCOMPARE(data->inputs[0].samples(), data->samples());
  }

  void theSplitIsNanoGptsToTheToken() {
    Result<Dataset> data = textWindows(std::string(1115394, 'a') + "b", charactersOf("ab"), 64, 1);
    data = splitParts(*data, {0, 0.1}, 1);
    QVERIFY(data.ok());
    QCOMPARE(data->train, std::int64_t{1003855 - 64}); // int(0.9 * 1,115,395)
  }

  void aPartShorterThanAWindowIsRefused() {
    const Result<Dataset> data = textWindows(std::string(50, 'a') + "b", charactersOf("ab"), 8, 1);
    QVERIFY(data.ok());
    QCOMPARE(said(splitParts(*data, {0, 0.1}, 1).error()), QString("The test part would have 6 tokens; a window of 8 needs 9. Use a longer text, a shorter context, or other shares of the parts."));
    QVERIFY(said(splitParts(*data, {0.1, 0.3}, 1).error()).contains("The validation part would have 5 tokens"));
    QVERIFY(said(splitParts(*data, {0, 1.5}, 1).error()).contains("leave no training rows"));
    QVERIFY(said(textWindows("short", charactersOf("short"), 8, 1).error()).contains("The text has 5 tokens; a window of 8 needs 9."));
  }

  void batchesOfWindowsAreCutFromTheText_data() {
    QTest::addColumn<bool>("shuffled");
    QTest::newRow("in order") << false;
    QTest::newRow("shuffled") << true;
  }
  void batchesOfWindowsAreCutFromTheText() {
    QFETCH(bool, shuffled);
    std::string text;
    for (int i = 0; i < 300; ++i) text += static_cast<char>('a' + (i * i + i / 7) % 26);
    const auto data = std::make_shared<const Dataset>(*textWindows(text, charactersOf(text), 8, 1));
    Batches batches(data, Part::Train, {12, shuffled, 5});
    Team alone;
    std::multiset<std::string> seen;
    for (std::int64_t step = 0; step < batches.perEpoch(); ++step) {
      const std::vector<std::int64_t> order = batches.rowsOf(step);
      const Batch& batch = batches.at(step, alone);
      for (int i = 0; i < batch.size; ++i) {
        float x[8], y[8];
        data->inputs[0].read(order[static_cast<std::size_t>(i)], x);
        data->target.read(order[static_cast<std::size_t>(i)], y);
        QVERIFY(std::equal(x, x + 8, batch.inputs[0] + 8 * i));
        QVERIFY(std::equal(y, y + 8, batch.target + 8 * i));
        QVERIFY(std::equal(x + 1, x + 8, y));
        seen.insert(textOf(*data, data->inputs[0], order[static_cast<std::size_t>(i)]));
      }
    }
    std::multiset<std::string> all; // every position once an epoch
    for (std::size_t i = 0; i + 8 < text.size(); ++i) all.insert(text.substr(i, 8));
    QVERIFY(seen == all);
  }

  void theHashKnowsTextContextAndStride() {
    std::set<std::uint64_t> hashes;
    for (const auto& [text, context, stride] : {std::tuple("abcabcabcabc", 4, 1), std::tuple("abcabcabcabb", 4, 1), std::tuple("abcabcabcabc", 5, 1), std::tuple("abcabcabcabc", 4, 4)}) {
      Result<Dataset> data = textWindows(text, charactersOf("abc"), context, stride);
      QVERIFY(data.ok());
      finishHash(*data);
      hashes.insert(data->hash);
      Dataset again = *data;
      finishHash(again);
      QCOMPARE(again.hash, data->hash);
    }
    QCOMPARE(hashes.size(), std::size_t{4});
  }

  // ---- the reader ---------------------------------------------------------------------------------------------------------

  void aTextIsReadAndSaysWhatWasChosen() {
    const auto path = write("a.txt", "to be, or not to be");
    Result<DataSpec> spec = sniff(path);
    QVERIFY2(spec.ok(), spec ? "" : qPrintable(said(spec.error())));
    QCOMPARE(spec->source, std::string("text"));
    QCOMPARE(spec->shares.test, 0.1);
    const Result<Dataset> data = read(path);
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE(data->train, std::int64_t{19 - 4});
    QCOMPARE(data->vocabulary, (std::vector<std::string>{" ", ",", "b", "e", "n", "o", "r", "t"}));
    QCOMPARE(data->sourceBytes, std::int64_t{19});
    QVERIFY(data->sourceHash != 0);
    const std::string notes = notesOf(*data);
    QVERIFY2(notes.find("The text is UTF-8.") != std::string::npos && notes.find("8 different ones") != std::string::npos && notes.find("begins at every token") != std::string::npos, notes.c_str());
  }

  void encodingsAreFoundByLooking_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("note");
    const QByteArray gb("\xCE\xD2\xB0\xAE\xD1\xA7\xCF\xB0\xA1\xA3"); // 我爱学习。
    QTest::newRow("UTF-8") << QString("我爱学习。").toUtf8() << "auto" << "我爱学习。" << "The text is UTF-8.";
    QTest::newRow("with a byte order mark") << "\xEF\xBB\xBF" + QString("学习").toUtf8() << "auto" << "学习" << "byte order mark in front was taken away";
    QTest::newRow("GB18030") << gb << "auto" << "我爱学习。" << "was read as GB18030";
    QTest::newRow("GB18030 as told") << gb << "gb18030" << "我爱学习。" << "is read as GB18030";
    QTest::newRow("four bytes of GB18030") << QByteArray("a\x94\x39\xFC\x36") << "auto" << QString::fromUtf8("a😀") << "GB18030";
    QTest::newRow("line ends of Windows") << QByteArray("a\r\nb") << "auto" << "a\r\nb" << "CR and LF; both are kept";
  }
  void encodingsAreFoundByLooking() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, text);
    QFETCH(QString, note);
    std::vector<DataNote> notes;
    const Result<std::string> read = decodeText(bytes.toStdString(), encoding.toStdString(), "a.txt", notes);
    QVERIFY2(read.ok(), read ? "" : qPrintable(said(read.error())));
    QCOMPARE(QString::fromStdString(*read), text);
    std::string all;
    for (const DataNote& one : notes) all += english(one);
    QVERIFY2(QString::fromStdString(all).contains(note), all.c_str());
  }

  void badTextsAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& bytes, const char* encoding, const char* words) { QTest::newRow(name) << bytes << QString(encoding) << QString(words); };
    row("empty", "", "auto", "a.txt is empty.");
    row("only line breaks", "\n \r\n\t\n", "auto", "a.txt holds only empty lines.");
    row("only a byte order mark", "\xEF\xBB\xBF", "auto", "a.txt holds only empty lines.");
    row("a NUL", QByteArray("ab\0cd", 5), "auto", "a.txt is a binary file, not a plain text.");
    row("a NUL far behind", QByteArray(70000, 'a') + QByteArray("\0", 1), "auto", "a.txt is not a text: byte 70001 is zero.");
    row("UTF-16 little-endian", QByteArray("\xFF\xFEh\0i\0", 6), "auto", "a.txt is text in UTF-16");
    row("UTF-16 big-endian", QByteArray("\xFE\xFF\0h\0i", 6), "auto", "a.txt is text in UTF-16");
    row("an HTML page", "<!DOCTYPE html><html>", "auto", "a.txt is an HTML page");
    row("an XML file", "<?xml version=\"1.0\"?>", "auto", "a.txt is an XML file");
    row("a PNG", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "auto", "a.txt is a picture");
    row("a JPEG", QByteArray("\xFF\xD8\xFF\xE0\0\x10", 6), "auto", "a.txt is a picture");
    row("a PDF", "%PDF-1.4", "auto", "a.txt is a PDF document");
    row("a workbook", QByteArray("PK\x03\x04\0", 5), "auto", "a.txt is a workbook or a ZIP archive");
    row("an old document", QByteArray("\xD0\xCF\x11\xE0\xA1", 5), "auto", "a.txt is an old workbook or document");
    row("gzip", QByteArray("\x1F\x8B\x08\x01", 4), "auto", "a.txt is a gzip file");
    row("neither UTF-8 nor GB18030", QByteArray("ab\xFF" "cd"), "auto", "a.txt is neither UTF-8 (byte 3 does not fit) nor GB18030 (byte 3 does not fit).");
    row("GB18030 cut off", QByteArray("\xCE\xD2\xB0"), "auto", "nor GB18030 (byte 3 does not fit)");
    row("GB18030 where UTF-8 is told", QByteArray("\xCE\xD2\xB0\xAE"), "utf8", "a.txt is not a text in UTF-8: byte 1 does not fit.");
    row("bytes that are not GB18030", QByteArray("a\x80"), "gb18030", "a.txt is not a text in GB18030: byte 2 does not fit.");
    row("a surrogate in UTF-8", QByteArray("\xED\xA0\x80"), "utf8", "byte 1 does not fit");
    row("an overlong slash", QByteArray("a\xC0\xAF"), "utf8", "byte 2 does not fit");
    row("beyond U+10FFFF", QByteArray("\xF4\x90\x80\x80"), "utf8", "byte 1 does not fit");
    row("a character cut off", QByteArray("abc\xE4\xB8"), "utf8", "byte 4 does not fit");
    row("shorter than a window", "abc", "auto", "The text has 3 tokens; a window of 4 needs 5.");
    row("one character again and again", "aaaaaaaaaaa", "auto", "a.txt holds only one character again and again");
  }
  void badTextsAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, words);
    const auto path = write("a.txt", bytes);
    const Result<Dataset> data = read(path, {{"context", std::int64_t{4}}, {"encoding", encoding.toStdString()}});
    QVERIFY(!data.ok());
    QVERIFY2(said(data.error()).contains(words), qPrintable(said(data.error())));
    QCOMPARE(data.error().place, path.string());
  }

  void whatIsNoTextIsNotTakenForOne_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("source"); // empty: refused
    QTest::newRow("prose") << "a.md" << QByteArray("# Title\n\nSome words, and more.\n") << "text";
    QTest::newRow("GB18030") << "a" << QByteArray("\xCE\xD2\xB0\xAE\xD1\xA7\xCF\xB0") << "text";
    QTest::newRow("a table") << "a.txt" << QByteArray("x,y\n1,2\n3,4\n") << "csv";
    QTest::newRow("a project") << "a.glassbox" << QByteArray("{\"version\": 1}") << "";
    QTest::newRow("a list of JSON") << "a.json" << QByteArray("[1, 2]") << "";
    QTest::newRow("a vocabulary") << "vocab.bpe" << QByteArray("#version: 0.2\nh e\n") << "";
    QTest::newRow("a PNG") << "a.txt" << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << "";
    QTest::newRow("nothing") << "a.txt" << QByteArray() << "";
    QTest::newRow("Latin-1 that is no GB18030") << "a.txt" << QByteArray("caf\xE9") << "";
  }
  void whatIsNoTextIsNotTakenForOne() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, source);
    const Result<DataSpec> spec = sniff(write(name, bytes));
    QCOMPARE(spec ? QString::fromStdString(spec->source) : QString(), source);
  }

  void theWeightsVocabularyIsTakenInPlaceOfTheTexts() {
    const auto path = write("a.txt", "abcabcab");
    LoadContext context;
    context.tokenizer = charactersOf("abcxyz");
    const Result<Dataset> data = read(path, {{"context", std::int64_t{4}}}, context);
    QVERIFY(data.ok());
    QCOMPARE(data->classes(), std::int64_t{6});
    QVERIFY(notesOf(*data).find("The vocabulary of 6 tokens comes from the weights.") != std::string::npos);

    context.tokenizer = charactersOf("abx");
    const Result<Dataset> unknown = read(path, {{"context", std::int64_t{4}}}, context);
    QVERIFY2(said(unknown.error()).contains("a.txt: The character \"c\" (U+0063) at line 1, column 3 is not one of the 3 characters of the vocabulary."), qPrintable(said(unknown.error())));

    context.tokenizer = *makeWordTokenizer({"abcabcab"});
    const Result<Dataset> other = read(path, {{"context", std::int64_t{4}}}, context);
    QVERIFY2(said(other.error()).contains("trained with a vocabulary of the kind \"words\", and the data are set to \"characters\""), qPrintable(said(other.error())));
  }

  void gpt2TokensNeedTheirFilesBesideTheText() {
    const auto path = write("a.txt", "hello");
    const Result<Dataset> data = read(path, {{"context", std::int64_t{4}}, {"tokenizer", std::string("gpt2")}});
    QVERIFY2(said(data.error()).contains("There is neither encoder.json nor vocab.json in the folder."), qPrintable(said(data.error())));
  }

  // ---- what the lab makes -------------------------------------------------------------------------------------------------

  void sumsAreRightAndAskOnlyForTheAnswer_data() {
    QTest::addColumn<int>("digits");
    QTest::addColumn<bool>("reversed");
    for (int digits = 1; digits <= 3; ++digits)
      for (bool reversed : {false, true}) QTest::addRow("%d digits%s", digits, reversed ? ", reversed" : "") << digits << reversed;
  }
  void sumsAreRightAndAskOnlyForTheAnswer() {
    QFETCH(int, digits);
    QFETCH(bool, reversed);
    const Result<DatasetPtr> loaded = draw("sums", {{"digits", std::int64_t{digits}}, {"reversed", reversed}, {"sums", std::int64_t{400}}});
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(said(loaded.error())));
    const Dataset& data = **loaded;
    QCOMPARE(data.inputs[0].type, (PortType{Shape{3 * digits + 2}, Element::Token}));
    QCOMPARE(data.classes(), std::int64_t{12});
    QVERIFY(data.train > 0 && data.test > 0);
    const auto d = static_cast<std::size_t>(digits);
    std::set<std::pair<int, int>> trained;
    std::set<std::string> all;
    for (std::int64_t row = 0; row < data.samples(); ++row) {
      const std::string x = textOf(data, data.inputs[0], row), y = textOf(data, data.target, row), whole = x + y.back();
      QCOMPARE(y, whole.substr(1));
      QCOMPARE(whole[d], '+');
      QCOMPARE(whole[2 * d + 1], '=');
      const int a = std::stoi(whole.substr(0, d)), b = std::stoi(whole.substr(d + 1, d));
      std::string answer = whole.substr(2 * d + 2);
      if (reversed) std::reverse(answer.begin(), answer.end());
      QCOMPARE(std::stoi(answer), a + b);
      std::vector<float> mask(static_cast<std::size_t>(data.mask.type.shape.count()));
      data.mask.read(row, mask.data());
      for (std::size_t i = 0; i < mask.size(); ++i) QCOMPARE(mask[i], i >= 2 * d + 1 ? 1.0f : 0.0f); // from = on
      QVERIFY2(all.insert(whole).second, whole.c_str()); // each sum once
      if (row < data.train) trained.emplace(std::min(a, b), std::max(a, b));
      else QVERIFY2(!trained.contains({std::min(a, b), std::max(a, b)}), whole.c_str()); // in neither order
    }
  }

  void allSumsOfTwoDigitsAreTenThousand() {
    const Result<DatasetPtr> data = draw("sums");
    QVERIFY(data.ok());
    QCOMPARE((*data)->samples(), std::int64_t{10000});
    QVERIFY(std::abs((*data)->test - 1000) < 30);
  }

  void namesKeepTheirGrammarAndComeOnce_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("pattern");
    const QString syllable = "(br|ch|cl|dr|sh|[bdfghjklmnprstv])(ea|[aeiou])";
    QTest::newRow("English") << "en" << "^(" + syllable + "){2,3}[nlrs]?$";
    QTest::newRow("Chinese") << "zh" << QString::fromUtf8("^[王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗][伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲芬燕彬凤洁梅琳素云莲真环雪荣爱妹香月莺媛]{1,2}$");
  }
  void namesKeepTheirGrammarAndComeOnce() {
    QFETCH(QString, language);
    QFETCH(QString, pattern);
    const Result<DatasetPtr> data = draw("names", {{"language", language.toStdString()}});
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    const std::vector<std::string> lines = linesOf(corpusOf(**data));
    QCOMPARE(lines.size(), std::size_t{2000});
    std::set<std::string> seen;
    const QRegularExpression form(pattern);
    for (const std::string& line : lines) {
      QVERIFY2(form.match(QString::fromStdString(line)).hasMatch(), line.c_str());
      QVERIFY2(seen.insert(line).second, line.c_str());
    }
    const Result<DatasetPtr> other = draw("names", {{"language", language.toStdString()}}, {0, 0.1}, 2);
    QCOMPARE((*other)->vocabulary, (*data)->vocabulary); // whatever the seed
    QVERIFY((*other)->hash != (*data)->hash);
  }

  /// Vectors of counts (positive pointwise mutual information, Levy and Goldberg 2014) in place of trained embeddings: what
  /// skip-gram can find must lie in the corpus.
  void theGrammarPutsLikeWordsTogetherAndHoldsItsAnalogies_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QList<QStringList>>("groups");
    QTest::addColumn<QList<QStringList>>("analogies"); // a - b + c = d
    QTest::newRow("English") << "en"
                             << QList<QStringList>{{"cat", "dog", "horse", "cow", "sheep"}, {"bread", "rice", "soup", "apple", "cake"}, {"man", "woman", "king", "queen", "boy", "girl", "prince", "princess"}, {"grass", "hay", "corn"}, {"field", "barn", "yard"}}
                             << QList<QStringList>{{"king", "man", "woman", "queen"}, {"prince", "boy", "girl", "princess"}, {"queen", "woman", "girl", "princess"}};
    const auto zh = [](std::initializer_list<const char*> words) {
      QStringList out;
      for (const char* word : words) out << QString::fromUtf8(word);
      return out;
    };
    QTest::newRow("Chinese") << "zh"
                             << QList<QStringList>{zh({"猫", "狗", "马", "牛", "羊"}), zh({"面包", "米饭", "汤", "苹果", "蛋糕"}), zh({"男人", "女人", "国王", "王后", "男孩", "女孩", "王子", "公主"}), zh({"青草", "干草", "玉米"}), zh({"田野", "谷仓", "院子"})}
                             << QList<QStringList>{zh({"国王", "男人", "女人", "王后"}), zh({"王子", "男孩", "女孩", "公主"}), zh({"王后", "女人", "女孩", "公主"})};
  }
  void theGrammarPutsLikeWordsTogetherAndHoldsItsAnalogies() {
    QFETCH(QString, language);
    QFETCH(QList<QStringList>, groups);
    QFETCH(QList<QStringList>, analogies);
    const Result<DatasetPtr> loaded = draw("grammar", {{"language", language.toStdString()}}, {0, 0});
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(said(loaded.error())));
    const Dataset& data = **loaded;
    const auto size = static_cast<std::size_t>(data.classes());
    std::vector<std::vector<double>> count(size, std::vector<double>(size));
    std::vector<double> from(size), to(size);
    for (std::int64_t row = 0; row < data.samples(); ++row) {
      float x = 0, y = 0;
      data.inputs[0].read(row, &x);
      data.target.read(row, &y);
      const auto a = static_cast<std::size_t>(x), b = static_cast<std::size_t>(y);
      ++count[a][b], ++from[a], ++to[b];
    }
    const auto total = static_cast<double>(data.samples());
    std::vector<std::vector<double>> vectors(size, std::vector<double>(size));
    for (std::size_t a = 0; a < size; ++a)
      for (std::size_t b = 0; b < size; ++b)
        if (count[a][b] > 0) vectors[a][b] = std::max(0.0, std::log(count[a][b] * total / (from[a] * to[b])));
    const auto cosine = [](const std::vector<double>& a, const std::vector<double>& b) {
      double ab = 0, aa = 0, bb = 0;
      for (std::size_t i = 0; i < a.size(); ++i) ab += a[i] * b[i], aa += a[i] * a[i], bb += b[i] * b[i];
      return ab / std::sqrt(aa * bb);
    };
    const auto idOf = [&](const QString& word) {
      const auto at = std::find(data.vocabulary.begin(), data.vocabulary.end(), word.toStdString());
      if (at == data.vocabulary.end()) qFatal("no word %s", qPrintable(word));
      return static_cast<std::size_t>(at - data.vocabulary.begin());
    };
    const auto nearest = [&](const std::vector<double>& vector, const std::set<std::size_t>& without) {
      std::size_t best = 0;
      double most = -2;
      for (std::size_t i = 0; i < size; ++i)
        if (!without.contains(i) && cosine(vector, vectors[i]) > most) most = cosine(vector, vectors[i]), best = i;
      return best;
    };
    int right = 0, words = 0;
    for (const QStringList& group : groups)
      for (const QString& word : group) {
        const QString neighbor = QString::fromStdString(data.vocabulary[nearest(vectors[idOf(word)], {idOf(word)})]);
        right += group.contains(neighbor), ++words;
      }
    qInfo("nearest neighbour in its group: %d of %d", right, words);
    QVERIFY(right >= 0.9 * words);
    for (const QStringList& analogy : analogies) {
      std::vector<double> sum(size);
      for (std::size_t i = 0; i < size; ++i) sum[i] = vectors[idOf(analogy[0])][i] - vectors[idOf(analogy[1])][i] + vectors[idOf(analogy[2])][i];
      QCOMPARE(QString::fromStdString(data.vocabulary[nearest(sum, {idOf(analogy[0]), idOf(analogy[1]), idOf(analogy[2])})]), analogy[3]);
    }
  }

  void theGrammarAsAText() {
    const Result<DatasetPtr> data = draw("grammar", {{"samples", std::string("next")}, {"context", std::int64_t{8}}});
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE((*data)->inputs[0].type, (PortType{Shape{8}, Element::Token}));
    QVERIFY(QString::fromStdString(corpusOf(**data)).startsWith("the "));
    QVERIFY((*data)->classes() < 60);
  }
};

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
