// Real data sets, where they lie: the folder that GLASSBOX_TEST_DATA names, with mnist/ and tabular/ in it.
#include <QTest>
#include <array>

#include "engine/data/data_spec.h"

using namespace glassbox;

namespace {

std::filesystem::path folder() { return qEnvironmentVariable("GLASSBOX_TEST_DATA").toStdString(); }

Result<DatasetPtr> open(const std::string& path, PartShares shares) {
  Result<DataSpec> spec = sniff(folder() / path);
  if (!spec) return spec.error();
  spec->shares = shares;
  return load(*spec, ".");
}

std::vector<std::int64_t> labelCounts(const Dataset& data, Part part) {
  std::vector<std::int64_t> counts(static_cast<std::size_t>(data.classes()));
  for (std::int64_t row = rows(data, part).begin; row < rows(data, part).end; ++row) {
    float label = 0;
    data.target.read(row, &label);
    ++counts[static_cast<std::size_t>(label)];
  }
  return counts;
}

bool says(const Dataset& data, const std::string& words) {
  for (const DataNote& note : data.notes)
    if (english(note).find(words) != std::string::npos) return true;
  return false;
}

} // namespace

class TestDataReal : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QVERIFY2(!folder().empty(), "GLASSBOX_TEST_DATA names no folder"); }

  void mnistHasItsPublishedCounts() {
    Result<DatasetPtr> loaded = open("mnist", {0, 0.25});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : english(loaded.error()).c_str());
    const Dataset& data = **loaded;
    QCOMPARE(data.train, 60000);
    QCOMPARE(data.validation, 0);
    QCOMPARE(data.test, 10000);
    QCOMPARE(data.inputs[0].type.shape, (Shape{1, 28, 28}));
    QCOMPARE(data.classes(), 10);
    QCOMPARE(labelCounts(data, Part::Test), (std::vector<std::int64_t>{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}));
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < 60000 * 784; ++i) sum += data.inputs[0].bytes[i];
    QCOMPARE(QString::number(static_cast<double>(sum) / (60000.0 * 784 * 255), 'f', 4), QString("0.1307"));
    QVERIFY(says(data, "x / 255"));
  }

  void mnistGivesAValidationPartFromItsTrainingRows() {
    Result<DatasetPtr> loaded = open("mnist", {0.1, 0});
    QVERIFY(loaded.ok());
    QCOMPARE((*loaded)->train, 54000);
    QCOMPARE((*loaded)->validation, 6000);
    QCOMPARE((*loaded)->test, 10000);
    QCOMPARE(labelCounts(**loaded, Part::Test)[1], 1135);
  }

  void oneMnistFileOpensWithItsLabels() {
    Result<DatasetPtr> loaded = open("mnist/t10k-images-idx3-ubyte.gz", {0, 0});
    QVERIFY(loaded.ok());
    QCOMPARE((*loaded)->train, 10000);
    QCOMPARE(labelCounts(**loaded, Part::Train)[5], 892);
  }

  void irisOpensWithAndWithoutAHeader_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("note");
    QTest::newRow("a summary line, classes as numbers") << "tabular/iris.csv"
                                                        << "Row 1 is a summary, not a header: 150 rows, 4 inputs";
    QTest::newRow("a header, classes as words") << "tabular/iris_named.csv"
                                                << "Row 1 is a header";
  }
  void irisOpensWithAndWithoutAHeader() {
    QFETCH(QString, file);
    QFETCH(QString, note);
    Result<DatasetPtr> loaded = open(file.toStdString(), {0, 0.2});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : english(loaded.error()).c_str());
    const Dataset& data = **loaded;
    QCOMPARE(data.samples(), 150);
    QCOMPARE(data.inputs[0].type.shape, (Shape{4}));
    QCOMPARE(data.classNames, (std::vector<std::string>{"setosa", "versicolor", "virginica"}));
    QCOMPARE(labelCounts(data, Part::Train), (std::vector<std::int64_t>{40, 40, 40}));
    QCOMPARE(labelCounts(data, Part::Test), (std::vector<std::int64_t>{10, 10, 10}));
    QVERIFY(says(data, note.toStdString()));
  }

  void aTextIsReadAsText() {
    Result<DataSpec> spec = sniff(folder() / "text" / "tinyshakespeare.txt");
    QVERIFY2(spec.ok(), spec.ok() ? "" : english(spec.error()).c_str());
    QCOMPARE(QString::fromStdString(spec->source), QString("text"));
    Result<DatasetPtr> loaded = open("text/tinyshakespeare.txt", {0, 0.1});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : english(loaded.error()).c_str());
    QCOMPARE((*loaded)->vocabulary.size(), std::size_t{65});
  }
};

QTEST_GUILESS_MAIN(TestDataReal)
#include "test_data_real.moc"
