// Tables: odd ones that open and say what was chosen, and bad ones that must end in one clear sentence.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

#include "engine/core/random.h"
#include "engine/data/data_spec.h"
#include "engine/data/readers/csv.h"
#include "engine/data/repairs.h"
#include "engine/text/utf8.h"

using namespace glassbox;

namespace {

Params settings(std::initializer_list<std::pair<const std::string, ParamValue>> given = {}) {
  return *complete(findReader("csv")->params, Params(given));
}

Result<Dataset> parse(const std::string& text, const Params& params = settings()) { return parseCsv(text, "grades.csv", params); }

std::string numbersOf(const Field& field) {
  std::string out;
  for (std::size_t i = 0; i < field.numbers.size(); ++i) out += (i ? " " : "") + writeParam(static_cast<double>(field.numbers[i]));
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool says(const Dataset& data, const std::string& words) {
  for (const DataNote& note : data.notes)
    if (english(note).find(words) != std::string::npos) return true;
  return false;
}

/// `rows` rows "1,2,...,columns".
std::string grid(int rows, int columns) {
  std::string out;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) out += std::to_string(c + 1) + (c + 1 < columns ? "," : "\n");
  return out;
}

/// "a" rows of class a and "b" rows of class b.
std::string rowsOfClasses(int a, int b, const std::string& nameA, const std::string& nameB) {
  std::string out = "x,y\n";
  for (int i = 0; i < a + b; ++i) out += std::to_string(i) + "." + "5," + (i < a ? nameA : nameB) + "\n";
  return out;
}

} // namespace

class TestCsv : public QObject {
  Q_OBJECT

 private slots:
  void anOddTableOpensAndSaysWhatWasChosen_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("x");
    QTest::addColumn<QString>("y");
    QTest::addColumn<QString>("note");
    auto row = [](const char* name, const char* text, const char* x, const char* y, const char* note) {
      QTest::newRow(name) << QByteArray(text) << QString(x) << QString(y) << QString(note);
    };
    row("commas and a header", "a,b,c\n1,2,3.5\n4,5,6\n", "1 2 4 5", "3.5 6", "Row 1 is a header");
    row("no header", "1,2,3.5\n4,5,6\n", "1 2 4 5", "3.5 6", "There is no header");
    row("semicolons", "a;b;c\n1;2;3.5\n4;5;6\n", "1 2 4 5", "3.5 6", "parted by semicolons");
    row("tabs", "a\tb\tc\n1\t2\t3.5\n4\t5\t6\n", "1 2 4 5", "3.5 6", "parted by tabs");
    row("bars", "a|b|c\n1|2|3.5\n4|5|6\n", "1 2 4 5", "3.5 6", "parted by bars");
    row("CRLF", "a,b\r\n1,2.5\r\n3,4\r\n", "1 3", "2.5 4", "header");
    row("lone carriage returns", "a,b\r1,2.5\r3,4\r", "1 3", "2.5 4", "header");
    row("no line break at the end", "a,b\n1,2.5\n3,4", "1 3", "2.5 4", "header");
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "a,b\n1,2.5\n3,4\n",
        "1 3", "2.5 4", "header");
    row("a byte order mark before a number",
        "\xEF\xBB\xBF"
        "1,2.5\n3,4\n",
        "1 3", "2.5 4", "There is no header");
    row("spaces around values", " a , b \n 1 ,\t2.5 \n 3 , 4\n", "1 3", "2.5 4", "header");
    row("all in quotes", "\"a\",\"b\"\n\"1\",\"2.5\"\n\"3\",\"4\"\n", "1 3", "2.5 4", "header");
    row("spaces around quotes", "\"a\" , \"b\"\n \"1\" , \"2.5\"\n3,4\n", "1 3", "2.5 4", "header");
    row("delimiters within quotes", "\"a, first\",b\n1,2.5\n3,4\n", "1 3", "2.5 4", "header");
    row("a line break within quotes", "\"a\nfirst\",b\n1,2.5\n3,4\n", "1 3", "2.5 4", "header");
    row("a doubled quote", "\"the \"\"a\"\"\",b\n1,2.5\n3,4\n", "1 3", "2.5 4", "header");
    row("a quote within a value", "5\" wide,b\n1,2.5\n3,4\n", "1 3", "2.5 4", "header");
    row("empty lines", "a,b\n\n1,2.5\n  \n3,4\n\n\n", "1 3", "2.5 4", "2 empty lines were left out");
    row("exponents and signs", "a,b\n1e2,+2.5\n-3E-1,.5\n", "100 -0.30000001192092896", "2.5 0.5", "header");
    row("numbers too small for a float", "a,b\n1e-60,2.5\n1,2\n", "0 1", "2.5 2", "header");
    row("a header without names", ",b\n1,2.5\n3,4\n", "1 3", "2.5 4", "1 columns have no name");
    row("a name twice", "a,a,b\n1,2,2.5\n3,4,4\n", "1 2 3 4", "2.5 4", "repeat a name, such as \"a\"");
    row("a header of numbers that count on", "label,0,1\n5,1,2.5\n6,3,4.5\n", "5 1 6 3", "2.5 4.5", "Row 1 is a header");
    row("one row", "1,2,3.5\n", "1 2", "3.5", "regression");
    row("a truth table", "0,0,0\n0,1,1\n1,0,1\n1,1,0\n", "0 0 0 1 1 0 1 1", "0 1 1 0", "2 different whole numbers and is taken as classes");
    row("whole numbers that are no classes", "1,10\n2,20\n3,30\n4,40\n", "1 2 3 4", "10 20 30 40", "taken as a number (regression)");
    row("words as target", "1,dog\n2,cat\n3,dog\n", "1 2 3", "1 0 1", "holds words: 2 classes");
    row("a first line like iris.csv whose count is wrong", "9,1,no,yes\n1,0\n2,1\n", "", "",
        "Row 2 of grades.csv has 2 values, the rows before it 4");
    row("a summary line", "2,1,no,yes\n1.5,0\n2.5,1\n", "1.5 2.5", "0 1",
        "Row 1 is a summary, not a header: 2 rows, 1 inputs, and the classes no, yes");
    row("a summary line with one class too few", "2,1,no\n1.5,0\n2.5,1\n", "", "",
        "Row 2 of grades.csv has 2 values, the rows before it 3");
    row("Chinese names", "身高,年龄\n1.5,2.5\n3,4\n", "1.5 3", "2.5 4", "\"年龄\"");
  }
  void anOddTableOpensAndSaysWhatWasChosen() {
    QFETCH(QByteArray, text);
    QFETCH(QString, x);
    QFETCH(QString, y);
    QFETCH(QString, note);
    Result<Dataset> data = parse(text.toStdString());
    if (x.isEmpty()) { // an ordinary first line after all, and then the rows do not fit it
      QVERIFY(!data.ok());
      QVERIFY2(QString::fromStdString(english(data.error())).contains(note), english(data.error()).c_str());
      return;
    }
    QVERIFY2(data.ok(), data.ok() ? "" : english(data.error()).c_str());
    QCOMPARE(QString::fromStdString(numbersOf(data->inputs[0])), x);
    QCOMPARE(QString::fromStdString(numbersOf(data->target)), y);
    QVERIFY2(says(*data, note.toStdString()), qPrintable(note));
  }

  void aBadTableGetsOneClearSentence_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    auto row = [](const char* name, const QByteArray& text, const char* words) { QTest::newRow(name) << text << QString(words); };
    row("an empty file", "", "grades.csv is empty");
    row("only a byte order mark", "\xEF\xBB\xBF", "holds only empty lines");
    row("only empty lines", "\n\r\n \n", "holds only empty lines");
    row("only a header", "a,b,c\n", "has a header and no rows below it");
    row("one column", "a\n1\n2\n", "has one column");
    row("one value", "7", "has one column");
    row("columns parted by spaces", "1 2 3\n4 5 6\n", "has one column");
    row("an HTML page", "<!DOCTYPE html>\n<html><body>404, not found</body></html>\n", "is an HTML page, not a table");
    row("an HTML page after empty lines", "\n\n  <HTML>\n", "is an HTML page");
    row("an XML file", "<?xml version=\"1.0\"?><a/>", "is an XML file");
    row("a workbook", QByteArray("PK\x03\x04\x14\0\6\0", 8), "is a workbook or a ZIP archive");
    row("an old workbook", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1", 6), "is an old workbook");
    row("a PDF document", "%PDF-1.7\n", "is a PDF document");
    row("a PNG picture", QByteArray("\x89PNG\r\n\x1a\n", 8), "is a picture");
    row("a gzip file", QByteArray("\x1F\x8B\x08\0", 4), "is a gzip file");
    row("UTF-16, little end first",
        QByteArray("\xFF\xFE"
                   "1\0,\0002\0\n\0",
                   10),
        "is text in UTF-16");
    row("UTF-16, big end first", QByteArray("\xFE\xFF\0001\0,\0002\0\n", 10), "is text in UTF-16");
    row("UTF-16 without a mark", QByteArray("1\0,\0002\0\n\0", 8), "is a binary file");
    row("a zero byte far behind", QByteArray("1,2\n").repeated(20000) + QByteArray("\0", 1), "byte 80001 is zero");
    row("Latin-1",
        "Gr\xF6\xDF"
        "e,b\n1,2\n",
        "byte 3 does not fit");
    row("GB18030", "\xC9\xED\xB8\xDF,b\n1,2\n", "not a text in UTF-8");
    row("a UTF-8 character cut in half", "a,b\n1,2\n3,\xE4\xBA", "byte 11 does not fit");
    row("an overlong character", "a\xC0\x80,b\n1,2\n", "byte 2 does not fit");
    row("a surrogate", "a\xED\xA0\x80,b\n1,2\n", "byte 2 does not fit");
    row("a row with a value less", "a,b,c\n1,2,3\n4,5\n6,7,8\n", "grades.csv:3: Row 3 of grades.csv has 2 values, the rows before it 3");
    row("a row with a value more", "a,b,c\n1,2,3\n4,5,6,7\n6,7,8\n", "Row 3 of grades.csv has 4 values, the rows before it 3");
    row("a delimiter at the end of one row", "1,2\n3,4,\n5,6\n", "Row 2 of grades.csv has 3 values");
    row("a ragged row after empty lines", "1,2\n\n\n3\n5,6\n", "grades.csv:4: Row 4 of grades.csv has 1 values");
    row("a ragged row after a line break in quotes", "\"a\nb\",c\n1,2\n3\n", "grades.csv:4: Row 3 of grades.csv has 1 values");
    row("an open quote", "a,b\n1,2\n\"3,4\n5,6\n", "A quote that opens in row 3 of grades.csv is never closed");
    row("an open quote at the very start", "\"a,b\n1,2\n", "A quote that opens in row 1");
    row("a quote and nothing else", "\"", "is never closed");
    row("text after a closing quote", "a,b\n\"1\"x,2\n3,4\n", "Row 2 of grades.csv goes on after the closing quote of \"1\"");
    row("an empty value", "a,b\n1,2\n,4\n", "Row 3 of grades.csv has no value in column \"a\"");
    row("NA", "a,b\n1,2\n3,NA\n", "Row 3 of grades.csv has no value in column \"b\"");
    row("NaN", "a,b\n1,2\nNaN,4\n", "has no value in column \"a\"");
    row("a question mark", "a,b\n1,2\n?,4\n", "has no value in column \"a\"");
    row("the first of several gaps", "a,b\n1,2\n3,\n,4\n", "Row 3 of grades.csv has no value in column \"b\"");
    row("infinity", "a,b\n1,2\ninf,4\n5,6\n", "Row 3 of grades.csv has \"inf\" in column \"a\", where other rows have numbers");
    row("a number beyond a float", "a,b\n1,2\n1e39,4\n", "has 1e39 in column \"a\": a number that large or small cannot be held");
    row("a number beyond a double", "a,b\n1,2\n1e999,4\n", "has 1e999 in column \"a\"");
    row("a word among numbers", "a,b\n1,2\nabc,4\n5,6\n", "Row 3 of grades.csv has \"abc\" in column \"a\", where other rows have numbers");
    row("a word among the numbers of the target", "a,b\n1,2\n3,x\n5,6\n", "has \"x\" in column \"b\"");
    row("a hexadecimal number", "a,b\n1,2\n0x10,4\n5,6\n", "has \"0x10\" in column \"a\"");
    row("a number with a letter behind it", "a,b\n1,2\n3m,4\n5,6\n", "has \"3m\" in column \"a\"");
    row("two signs", "a,b\n1,2\n+-3,4\n5,6\n", "has \"+-3\" in column \"a\"");
    row("decimal commas", "a;b\n1,5;2\n2,5;3\n", "decimal point in place of the comma");
    row("one decimal comma", "a;b\n1;2\n2,5;3\n3;4\n", "decimal point in place of the comma");
    row("words as input", "a,b,c\n1,Paris,2\n3,Rome,4\n", "Column \"b\" of grades.csv holds words, such as \"Paris\" in row 2");
    row("a target of one class", "1,x\n2,x\n3,x\n", "holds only \"x\": there is nothing to tell apart");
    row(
        "more words as target than classes can be",
        [] {
          QByteArray text;
          for (int i = 0; i < 1001; ++i) text += QByteArray::number(i) + ",w" + QByteArray::number(i) + "\n";
          return text;
        }(),
        "more than 1000 different values");
    row("more columns than can be", QByteArray(100001, ','), "has more than 100000 values");
    row("control characters in a name", "a,b\x01\x02\n1,\n", "has no value in column \"b··\"");
  }
  void aBadTableGetsOneClearSentence() {
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    Result<Dataset> data = parse(text.toStdString());
    QVERIFY(!data.ok());
    const QString sentence = QString::fromStdString(english(data.error()));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY2(sentence.contains("grades.csv"), "the file is not named");
    QVERIFY2(!data.error().hint.empty(), "what to do is missing");
  }

  void namesAreAsWrittenButUnique() {
    Result<Dataset> data = parse("\"the \"\"a\"\"\",b,,b,b,y\n1,2,3,4,5,6.5\n");
    QVERIFY(data.ok());
    QCOMPARE(joined(data->inputs[0].labels), std::string("the \"a\" b column 3 b (2) b (3)"));
    QCOMPARE(joined(data->target.labels), std::string("y"));
  }

  void aTargetIsFoundByNameOrNumber_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("y");
    QTest::newRow("none: the last") << ""
                                    << "3.5 6.5";
    QTest::newRow("by name") << "a"
                             << "1.5 4.5";
    QTest::newRow("by number") << "2"
                               << "2.5 5.5";
    QTest::newRow("by a name that is a number") << "3"
                                                << "2.5 5.5"; // its name comes before its place
  }
  void aTargetIsFoundByNameOrNumber() {
    QFETCH(QString, target);
    QFETCH(QString, y);
    const bool named3 = qstrcmp(QTest::currentDataTag(), "by a name that is a number") == 0;
    Result<Dataset> data = parse(std::string("a,") + (named3 ? "3" : "b") + ",c\n1.5,2.5,3.5\n4.5,5.5,6.5\n",
                                 settings({{"target", target.toStdString()}, {"header", "yes"}}));
    QVERIFY2(data.ok(), data.ok() ? "" : english(data.error()).c_str());
    QCOMPARE(QString::fromStdString(numbersOf(data->target)), y);
    QCOMPARE(data->task, DataTask::Regression);
    QCOMPARE(data->inputs[0].type.shape, (Shape{2}));
  }

  void aTargetThatIsNotThereNamesTheColumns_data() {
    QTest::addColumn<QString>("target");
    for (const char* target : {"d", "0", "4", "-1", "1.0", "99999999999999999999"}) QTest::newRow(target) << QString(target);
  }
  void aTargetThatIsNotThereNamesTheColumns() {
    QFETCH(QString, target);
    Result<Dataset> data = parse("a,b,c\n1,2,3\n4,5,6\n", settings({{"target", target.toStdString()}}));
    QVERIFY(!data.ok());
    QVERIFY2(english(data.error()).find("has no column \"" + target.toStdString() + "\". Its 3 columns are a, b, c") != std::string::npos,
             english(data.error()).c_str());
  }

  void fewDifferentWholeNumbersAreClasses_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("values");
    QTest::addColumn<bool>("classes");
    QTest::newRow("3 values in 16 rows") << 16 << 3 << true; // 3 * 5 < 16
    QTest::newRow("3 values in 15 rows") << 15 << 3 << false;
    QTest::newRow("20 values in 101 rows") << 101 << 20 << true;
    QTest::newRow("21 values in 1000 rows") << 1000 << 21 << false;
    QTest::newRow("1 value in 1000 rows") << 1000 << 1 << false;
  }
  void fewDifferentWholeNumbersAreClasses() {
    QFETCH(int, rows);
    QFETCH(int, values);
    QFETCH(bool, classes);
    std::string text;
    for (int i = 0; i < rows; ++i) text += std::to_string(i) + ".5," + std::to_string(3 + i % values) + "\n";
    Result<Dataset> data = parse(text);
    QVERIFY(data.ok());
    QCOMPARE(data->task == DataTask::Regression, !classes);
    if (classes) {
      QCOMPARE(data->classes(), values);
      QCOMPARE(data->classNames[0], std::string("3")); // named by its number, counted from 0
      QCOMPARE(data->target.numbers[0], 0.f);
      QCOMPARE(data->target.type.shape.rank(), 0);
      QVERIFY(says(*data, "set task to regression"));
    } else {
      QCOMPARE(data->target.numbers[0], 3.f);
      QCOMPARE(data->target.type.shape, (Shape{1}));
    }
  }

  void theTaskCanBeSaid() {
    const std::string text = rowsOfClasses(30, 30, "1", "2");
    QCOMPARE(parse(text)->task, DataTask::Binary);
    QCOMPARE(parse(text, settings({{"task", "regression"}}))->task, DataTask::Regression);
    const std::string real = "1,0.5\n2,1.5\n3,0.5\n";
    QCOMPARE(parse(real)->task, DataTask::Regression);
    Result<Dataset> classes = parse(real, settings({{"task", "classes"}}));
    QCOMPARE(joined(classes->classNames), std::string("0.5 1.5"));
    QVERIFY(says(*classes, "as the setting task says"));
    Result<Dataset> words = parse("1,dog\n2,cat\n", settings({{"task", "regression"}, {"header", "no"}}));
    QVERIFY(!words.ok());
    QVERIFY2(
        english(words.error()).find("Row 1 of grades.csv has \"dog\" in the target column \"column 2\", and a regression needs numbers") !=
            std::string::npos,
        english(words.error()).c_str());
  }

  void oneAndOnePointZeroAreOneClass() {
    Result<Dataset> data = parse("1,1\n2,1.0\n3,0\n4,0.00\n", settings({{"task", "classes"}}));
    QVERIFY(data.ok());
    QCOMPARE(joined(data->classNames), std::string("0 1"));
    QCOMPARE(numbersOf(data->target), std::string("1 1 0 0"));
  }

  void rowsWithGapsCanBeLeftOut() {
    const std::string text = "a,b,c\n1,2,x\n,4,y\n5,NA,x\n7,8,?\n9,10,y\n";
    Result<Dataset> data = parse(text, settings({{"missing", "leave_out"}}));
    QVERIFY2(data.ok(), data.ok() ? "" : english(data.error()).c_str());
    QCOMPARE(numbersOf(data->inputs[0]), std::string("1 2 9 10"));
    QCOMPARE(numbersOf(data->target), std::string("0 1"));
    QVERIFY(says(*data, "3 rows with missing values were left out"));
  }

  void gapsCanBecomeTheMean() {
    Result<Dataset> data = parse("a,b,c\n1,2,0.5\n,4,1.5\n5,?,2.5\n", settings({{"missing", "mean"}}));
    QVERIFY(data.ok());
    QCOMPARE(numbersOf(data->inputs[0]), std::string("1 2 3 4 5 3")); // (1+5)/2, (2+4)/2
    QVERIFY(says(*data, "1 missing values of column \"a\" became its mean, 3."));
  }

  void aGapThatCannotBeFilledIsRefused() {
    const Params mean = settings({{"missing", "mean"}});
    QVERIFY(english(parse("a,b\n1,2\n3,\n", mean).error()).find("has no value in column \"b\". Fill it in, or set missing to leave_out.") !=
            std::string::npos);
    QVERIFY(english(parse("a,b,c\n1,,2\n3,NA,4\n", mean).error()).find("Column \"b\" of grades.csv has no values at all") !=
            std::string::npos);
    QVERIFY(
        english(parse("a,b\n1,\n,4\n", settings({{"missing", "leave_out"}})).error()).find("Every row of grades.csv has a missing value") !=
        std::string::npos);
  }

  void wordsCanBecomeColumns() {
    const std::string text = "city,age,y\nRome,1,0.5\nParis,2,1.5\nRome,3,2.5\n";
    Result<Dataset> data = parse(text, settings({{"text_columns", "one_hot"}}));
    QVERIFY2(data.ok(), data.ok() ? "" : english(data.error()).c_str());
    QCOMPARE(joined(data->inputs[0].labels), std::string("city=Paris city=Rome age"));
    QCOMPARE(numbersOf(data->inputs[0]), std::string("0 1 1 1 0 2 0 1 3"));
    QVERIFY(says(*data, "Column \"city\" holds words and became 2 columns of 0 and 1"));
    Result<Dataset> without = parse(text, settings({{"text_columns", "leave_out"}}));
    QVERIFY(without.ok());
    QCOMPARE(numbersOf(without->inputs[0]), std::string("1 2 3"));
    QVERIFY(says(*without, "Column \"city\" holds words and was left out"));
    QVERIFY(english(parse("city,y\nRome,0.5\nParis,1.5\n", settings({{"text_columns", "leave_out"}})).error())
                .find("has no input column left") != std::string::npos);
  }

  void tooManyWordsAreRefused() {
    std::string text = "a,y\n";
    for (int i = 0; i < 1001; ++i) text += "w" + std::to_string(i) + "," + std::to_string(i) + ".5\n";
    Result<Dataset> data = parse(text, settings({{"text_columns", "one_hot"}}));
    QVERIFY(!data.ok());
    QVERIFY(english(data.error()).find("would become more than 1000 columns") != std::string::npos);
  }

  void columnsAreLeftOutByNameOrNumber_data() {
    QTest::addColumn<QString>("words");
    QTest::newRow("names") << "id,note";
    QTest::newRow("numbers") << "1, 4";
    QTest::newRow("both") << " note ,1,";
  }

  void columnsAreLeftOutByNameOrNumber() {
    QFETCH(QString, words);
    // The column of words would be refused, and the gap in it too, were they inputs.
    const std::string table = "id,a,b,note,y\n1,2,3,good,0.5\n2,4,5,,0.25\n3,6,7,bad,1.5\n";
    QVERIFY(!parse(table).ok());
    const Result<Dataset> data = parse(table, settings({{"left_out", words.toStdString()}}));
    QVERIFY2(data.ok(), data ? "" : english(data.error()).c_str());
    QCOMPARE(joined(data->inputs[0].labels), std::string("a b"));
    QCOMPARE(numbersOf(data->inputs[0]), std::string("2 3 4 5 6 7"));
    QVERIFY(says(*data, "id, note"));
  }

  void theTargetAndAllInputsCannotBeLeftOut() {
    const std::string table = "a,b,y\n1,2,0.5\n3,4,0.25\n";
    QCOMPARE(english(parse(table, settings({{"left_out", "b,y"}})).error()), std::string("grades.csv: Column \"y\" of grades.csv is the target and cannot be left out. Choose another target first."));
    QVERIFY(english(parse(table, settings({{"left_out", "a,b"}})).error()).find("Leave fewer columns out.") != std::string::npos);
    QVERIFY(english(parse(table, settings({{"left_out", "c"}})).error()).find("no column \"c\"") != std::string::npos);
  }

  void namesOfColumnsGoIntoASettingAndBack() {
    const std::vector<std::string> names{"a", "b, c", "2", " d", "e"};
    const std::vector<std::size_t> some{0, 1, 3, 4};
    QCOMPARE(joinColumns(names, some), std::string("a,2,4,e"));
    // A column that is called 2 comes before the second one: names first.
    QCOMPARE(*findColumns("a,4,e", names, "x.csv"), (std::vector<std::size_t>{0, 3, 4}));
    QCOMPARE(*findColumns("2", names, "x.csv"), std::vector<std::size_t>{2});
  }

  void theColumnsOfATableThatCannotBeReadAreKnown() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("t.csv").toStdString();
    std::string text = "id,words,y\n";
    for (int i = 0; i < 20'000; ++i) text += std::to_string(i) + ",w" + std::to_string(i) + ",1\n";  // longer than the first look
    QFile file(folder.filePath("t.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.c_str()) > 0);
    file.close();
    QCOMPARE(joined(*csvColumns(path, settings())), std::string("id words y"));
    QVERIFY(!csvColumns(folder.filePath("none.csv").toStdString(), settings()).ok());
  }

  void whatWouldMakeATableReadableIsFoundByTrying_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QStringList>("repairs");
    QTest::newRow("uneven row") << QByteArray("a,b,y\n1,2,0\n1,2,3,4\n3,4,1\n") << QStringList{"leave the row out"};
    QTest::newRow("gap") << QByteArray("a,b,y\n1,2,0.1\n1,,0.5\n3,4,1.5\n") << QStringList{"leave the row out", "mean of the column"};
    QTest::newRow("words") << QByteArray("a,b,y\n1,x,0.1\n1,z,0.5\n3,x,1.5\n") << QStringList{"a column for each word", "leave the column out"};
    QTest::newRow("nothing helps") << QByteArray("a,b,y\n1,2,0\n1,2\"3,0\n3,4,1\n4,5\n") << QStringList{"leave the row out"};
    QTest::newRow("sound") << QByteArray("a,b,y\n1,2,0.1\n3,4,1.5\n") << QStringList{};
  }

  void whatWouldMakeATableReadableIsFoundByTrying() {
    QFETCH(QByteArray, table);
    QFETCH(QStringList, repairs);
    QTemporaryDir folder;
    QFile file(folder.filePath("t.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(table) > 0);
    file.close();
    DataSpec spec;
    spec.source = "csv";
    spec.path = "t.csv";
    QStringList found;
    for (const DataRepair& repair : findDataRepairs(spec, folder.path().toStdString())) {
      found << QString::fromStdString(english(repair.label));
      DataSpec repaired = spec;
      repaired.params.set(repair.key, repair.value);
      const Result<DatasetPtr> data = load(repaired, folder.path().toStdString());
      QVERIFY(data.ok() || data.error() != load(spec, folder.path().toStdString()).error());
    }
    QCOMPARE(found, repairs);
  }

  void unevenRowsCanBeLeftOut() {
    Result<Dataset> data = parse("1,2.5\n3\n4,5,6\n7,8.5\n", settings({{"uneven_rows", "leave_out"}}));
    QVERIFY(data.ok());
    QCOMPARE(numbersOf(data->inputs[0]), std::string("1 7"));
    QVERIFY(says(*data, "2 rows with another number of values were left out"));
  }

  void headerAndDelimiterCanBeSaid() {
    QCOMPARE(parse("1,2\n3,4.5\n", settings({{"header", "yes"}}))->train, 1);
    QCOMPARE(joined(parse("1,2\n3,4.5\n", settings({{"header", "yes"}}))->inputs[0].labels), std::string("1"));
    Result<Dataset> forced = parse("a,b\n1,2\n3,4\n", settings({{"header", "no"}}));
    QVERIFY(!forced.ok());
    QVERIFY(english(forced.error()).find("Row 1 of grades.csv has \"a\"") != std::string::npos);
    QVERIFY(english(forced.error()).find("set header to yes") != std::string::npos);
    QVERIFY(!parse("1;2\n3;4\n", settings({{"delimiter", "comma"}})).ok());
    // A summary line is only looked for when nothing is said about the header.
    QVERIFY(!parse("2,1,no,yes\n1.5,0\n2.5,1\n", settings({{"header", "no"}})).ok());
  }

  void aTableIsKnownByItsText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("table");
    QTest::newRow("numbers") << QByteArray("1,2\n3,4\n") << true;
    QTest::newRow("a ragged row among many") << QByteArray("1,2\n3,4\n5\n6,7\n8,9\n") << true;
    QTest::newRow("prose") << QByteArray("It was the best of times,\nit was the worst of times,\nit was, indeed, so.\nNo more\n") << false;
    QTest::newRow("one line") << QByteArray("Hello, world") << false;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("HTML") << QByteArray("<html>a,b\nc,d\n") << false;
    QTest::newRow("binary") << QByteArray("1,2\n\0,4\n", 8) << false;
    QTest::newRow("not UTF-8") << QByteArray("1,\xFF\n3,4\n") << false;
  }
  void aTableIsKnownByItsText() {
    QFETCH(QByteArray, text);
    QFETCH(bool, table);
    QCOMPARE(looksLikeCsv(text.toStdString(), true), table);
  }

  void aCutCharacterAtTheEndOfALookIsNoFault() {
    QVERIFY(looksLikeCsv("a,b\n1,2\n3,\xE4\xBA", false));
    QVERIFY(!looksLikeCsv("a,b\n1,2\n3,\xE4\xBA", true));
    QCOMPARE(withoutCutCharacter("a\xE4\xBA"), std::string_view("a"));
    QCOMPARE(withoutCutCharacter("\xE4\xBA\xBA"), std::string_view("\xE4\xBA\xBA"));
    QCOMPARE(withoutCutCharacter("abc"), std::string_view("abc"));
  }

  void numbersDoNotFollowTheLocale() {
    const std::string before = setlocale(LC_ALL, nullptr);
    setlocale(LC_ALL, "de_DE.UTF-8"); // where it is installed
    QCOMPARE(numbersOf(parse("1.5,2.5\n3.5,4.5\n")->inputs[0]), std::string("1.5 3.5"));
    setlocale(LC_ALL, before.c_str());
  }

  void pathsThatAreNoFilesAreRefusedAtOnce() {
    QTemporaryDir folder;
    auto read = [&](const QString& name) {
      return english(findReader("csv")->read(folder.filePath(name).toStdString(), settings(), {}).error());
    };
    auto looked = [&](const QString& name) { return english(sniff(folder.filePath(name).toStdString()).error()); };
    QVERIFY(read("none.csv").find("There is no file or folder none.csv") != std::string::npos);
    QVERIFY(looked("none.csv").find("There is no file or folder none.csv") != std::string::npos);
    QVERIFY(QDir(folder.path()).mkdir("folder.csv"));
    QVERIFY(read("folder.csv").find("folder.csv is a folder, and a file is needed") != std::string::npos);
    QCOMPARE(::mkfifo(folder.filePath("pipe.csv").toStdString().c_str(), 0600), 0);
    QVERIFY(read("pipe.csv").find("pipe.csv is a device or a pipe") != std::string::npos);
    QVERIFY(looked("pipe.csv").find("pipe.csv is a device or a pipe") != std::string::npos);
    QFile huge(folder.filePath("huge.csv"));
    QVERIFY(huge.open(QIODevice::WriteOnly));
    if (huge.resize(qint64{1} << 42)) QVERIFY(read("huge.csv").find("huge.csv needs 4.4 TB of memory") != std::string::npos);
  }

  void aFileNamedCsvIsReadAsOne() {
    QTemporaryDir folder;
    QFile file(folder.filePath("page.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<!doctype html><p>Log in</p>");
    file.close();
    Result<DataSpec> spec = sniff(file.fileName().toStdString());
    QVERIFY(spec.ok());
    Result<DatasetPtr> data = load(*spec, ".");
    QVERIFY(!data.ok());
    QVERIFY(english(data.error()).find("page.csv is an HTML page, not a table. Save the table as \"CSV UTF-8\"") != std::string::npos);
    QVERIFY(file.rename(folder.filePath("page.txt")));
    QVERIFY(english(sniff(file.fileName().toStdString()).error()).find("page.txt is an HTML page, not a data set that the lab knows") !=
            std::string::npos);
  }

  void loadTakesPathsFromTheProjectsFolder() {
    QTemporaryDir folder;
    QFile file(folder.filePath("t.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(rowsOfClasses(8, 8, "no", "yes").c_str());
    file.close();
    DataSpec spec;
    spec.source = "csv";
    spec.path = "t.csv";
    spec.params = {{"target", std::string("y")}};
    Result<DatasetPtr> data = load(spec, folder.path().toStdString());
    QVERIFY2(data.ok(), data.ok() ? "" : english(data.error()).c_str());
    QCOMPARE((*data)->train, 12);
    QCOMPARE((*data)->test, 4);
    QCOMPARE(english((*data)->title), std::string("t.csv"));
    QCOMPARE((*data)->sourceBytes, file.size());
    QVERIFY((*data)->hash != 0);
  }

  // Whatever bytes stand in a file: a data set or a sentence, never a crash. Under the sanitizers this is the fuzzer's little sister.
  void noTruncationAndNoChangedByteCrashes() {
    const std::string good = "name,\"a \"\"b\"\"\",城,y\r\n\"x, 1\",2.5,-3e4,dog\r\n\"z\n2\",NA,+.5,cat\r\n?,1,2,dog\n";
    const std::vector<Params> ways{settings(),
                                   settings({{"missing", "leave_out"}, {"text_columns", "one_hot"}, {"uneven_rows", "leave_out"}}),
                                   settings({{"missing", "mean"}, {"text_columns", "one_hot"}, {"task", "classes"}, {"header", "no"}})};
    int opened = 0;
    for (const Params& way : ways) {
      for (std::size_t length = 0; length <= good.size(); ++length) {
        Result<Dataset> data = parse(good.substr(0, length), way);
        opened += data.ok();
        QVERIFY(data.ok() || !english(data.error()).empty());
      }
      for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
        std::string bad = good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << bit % 8));
        opened += parse(bad, way).ok();
      }
    }
    QVERIFY(opened > 0);
  }

  void randomTextsOfATablesLettersDoNotCrash() {
    const std::string letters = "0123456789.,;|\t\"\n\r -+eaNA?x";
    RandomSequence random(Random(20261122));
    const Params way = settings({{"missing", "leave_out"}, {"text_columns", "one_hot"}, {"uneven_rows", "leave_out"}});
    int opened = 0;
    for (int i = 0; i < 3000; ++i) {
      std::string text;
      for (std::uint32_t n = random.below(60); n > 0; --n) text += letters[random.below(static_cast<std::uint32_t>(letters.size()))];
      Result<Dataset> data = parse(text, way);
      opened += data.ok();
      if (data.ok()) QCOMPARE(data->inputs[0].samples(), data->train);
      (void)looksLikeCsv(text, i % 2 == 0);
    }
    QVERIFY2(opened > 20, qPrintable(QString::number(opened)));
  }

  void aLargeTableKeepsItsOrder() {
    Result<Dataset> data = parse(grid(20000, 7) + "7,6,5,4,3,2,1\n");
    QVERIFY(data.ok());
    QCOMPARE(data->train, 20001);
    float x[6];
    data->inputs[0].read(19999, x);
    QCOMPARE(x[5], 6.f);
    data->inputs[0].read(20000, x);
    QCOMPARE(x[5], 2.f);
  }
};

QTEST_APPLESS_MAIN(TestCsv)
#include "test_csv.moc"
