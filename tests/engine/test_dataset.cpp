// Parts, hashes and batches: what training gets to see, and in which order.
#include <QTest>
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "engine/data/batches.h"
#include "engine/data/data_spec.h"
#include "engine/data/dataset.h"

using namespace glassbox;

namespace {

/// `rows` samples of two values (10 row, 10 row + 1); classes[row % size of classes].
Dataset table(std::int64_t rows, std::vector<int> classes) {
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].type.shape = Shape{2};
  data.inputs[0].numbers = Buffer<float>(static_cast<std::size_t>(2 * rows));
  data.target.numbers = Buffer<float>(static_cast<std::size_t>(rows));
  for (std::int64_t row = 0; row < rows; ++row) {
    const auto i = static_cast<std::size_t>(row);
    data.inputs[0].numbers[2 * i] = static_cast<float>(10 * row);
    data.inputs[0].numbers[2 * i + 1] = static_cast<float>(10 * row + 1);
    data.target.numbers[i] = static_cast<float>(classes[i % classes.size()]);
  }
  data.classNames = numberedNames("class ", *std::max_element(classes.begin(), classes.end()) + 1);
  data.task = taskOfClasses(data.classes());
  data.train = rows;
  return data;
}

/// Pictures of 2 bytes: row, 255 - row.
Dataset pictures(std::int64_t rows) {
  Dataset data = table(rows, {0, 1});
  data.inputs[0].numbers = {};
  data.inputs[0].divisor = 255;
  data.inputs[0].bytes = Buffer<std::uint8_t>(static_cast<std::size_t>(2 * rows));
  for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i) {
    data.inputs[0].bytes[2 * i] = static_cast<std::uint8_t>(i);
    data.inputs[0].bytes[2 * i + 1] = static_cast<std::uint8_t>(255 - i);
  }
  return data;
}

DatasetPtr share(Dataset data) { return std::make_shared<const Dataset>(std::move(data)); }

/// First value of each sample of an epoch, divided by 10: the rows in the order of training.
std::vector<int> orderOf(Batches& batches, std::int64_t epoch) {
  Team alone;
  std::vector<int> out;
  for (std::int64_t i = 0; i < batches.perEpoch(); ++i) {
    const Batch& batch = batches.at(epoch * batches.perEpoch() + i, alone);
    for (int k = 0; k < batch.size; ++k) out.push_back(static_cast<int>(batch.inputs[0][2 * k] / 10));
  }
  return out;
}

std::map<int, int> labelsIn(const Dataset& data, Part part) {
  std::map<int, int> counts;
  for (std::int64_t row = rows(data, part).begin; row < rows(data, part).end; ++row) {
    float label = 0;
    data.target.read(row, &label);
    ++counts[static_cast<int>(label)];
  }
  return counts;
}

std::uint64_t hashOf(Dataset data) {
  finishHash(data);
  return data.hash;
}

} // namespace

class TestDataset : public QObject {
  Q_OBJECT

 private slots:
  void everyPartHasEveryClassInItsShare() {
    // 100 rows, a quarter of class 1: 20 % of 75 and 25 rows are 15 and 5, 40 % are 30 and 10.
    Result<Dataset> split = splitParts(table(100, {0, 1, 0, 0}), {0.2, 0.4}, 7);
    QVERIFY(split.ok());
    QCOMPARE(split->train, 40);
    QCOMPARE(split->validation, 20);
    QCOMPARE(split->test, 40);
    QCOMPARE(labelsIn(*split, Part::Train), (std::map<int, int>{{0, 30}, {1, 10}}));
    QCOMPARE(labelsIn(*split, Part::Validation), (std::map<int, int>{{0, 15}, {1, 5}}));
    QCOMPARE(labelsIn(*split, Part::Test), (std::map<int, int>{{0, 30}, {1, 10}}));
  }

  void splittingKeepsRowsWholeAndInOrderWithinAPart() {
    Result<Dataset> split = splitParts(table(100, {0, 1, 0, 0}), {0.2, 0.3}, 7);
    QVERIFY(split.ok());
    std::set<int> seen;
    for (Part part : {Part::Train, Part::Validation, Part::Test}) {
      int before = -1;
      for (std::int64_t row = rows(*split, part).begin; row < rows(*split, part).end; ++row) {
        float x[2], y = 0;
        split->inputs[0].read(row, x);
        split->target.read(row, &y);
        const int original = static_cast<int>(x[0] / 10);
        QCOMPARE(x[1], x[0] + 1);
        QCOMPARE(static_cast<int>(y), original % 4 == 1 ? 1 : 0); // the label went with its row
        QVERIFY(original > before);
        before = original;
        seen.insert(original);
      }
    }
    QCOMPARE(seen.size(), std::size_t{100});
  }

  void splittingDependsOnTheSeedAlone() {
    const Dataset data = table(100, {0, 1, 2});
    QCOMPARE(hashOf(*splitParts(data, {0, 0.25}, 3)), hashOf(*splitParts(data, {0, 0.25}, 3)));
    QVERIFY(hashOf(*splitParts(data, {0, 0.25}, 3)) != hashOf(*splitParts(data, {0, 0.25}, 4)));
  }

  void sharesOfZeroChangeNothing() {
    const Dataset data = table(17, {0, 1, 1});
    QCOMPARE(hashOf(*splitParts(data, {0, 0}, 3)), hashOf(data));
  }

  void aTestPartOfTheSourcesOwnStaysAsItIs() {
    Dataset data = table(100, {0, 1});
    data.train = 60;
    data.test = 40;
    Result<Dataset> split = splitParts(data, {0.1, 0.5}, 1);
    QVERIFY(split.ok());
    QCOMPARE(split->train, 54);
    QCOMPARE(split->validation, 6);
    QCOMPARE(split->test, 40);
    float x[2];
    split->inputs[0].read(60, x);
    QCOMPARE(x[0], 600.f);
  }

  void regressionRowsAreSharedOutWithoutClasses() {
    Dataset data = table(10, {0});
    data.task = DataTask::Regression;
    data.classNames.clear();
    Result<Dataset> split = splitParts(data, {0.2, 0.3}, 1);
    QVERIFY(split.ok());
    QCOMPARE(split->train, 5);
    QCOMPARE(split->validation, 2);
    QCOMPARE(split->test, 3);
  }

  void whatCannotBeSplitIsRefused_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("regression");
    QTest::addColumn<double>("validation");
    QTest::addColumn<double>("test");
    QTest::addColumn<QString>("words");
    QTest::newRow("shares that leave nothing to train on") << 100 << false << 0.5 << 0.5 << "leave no training rows";
    QTest::newRow("a share below zero") << 100 << false << -0.1 << 0.5 << "between 0 and 1";
    QTest::newRow("a share that is not a number") << 100 << false << 0.1 << qQNaN() << "leave no training rows";
    QTest::newRow("a class with fewer rows than parts") << 4 << false << 0.2 << 0.2 << "Class class 0 has 2 rows, and each of the 3 parts";
    QTest::newRow("a part that would be empty") << 4 << true << 0.0 << 0.1 << "The test part would be empty";
    QTest::newRow("a training part that would be empty") << 1 << true << 0.0 << 0.9 << "The training part would be empty";
    QTest::newRow("no rows") << 0 << true << 0.0 << 0.0 << "no training rows";
  }
  void whatCannotBeSplitIsRefused() {
    QFETCH(int, rows);
    QFETCH(bool, regression);
    QFETCH(double, validation);
    QFETCH(double, test);
    QFETCH(QString, words);
    Dataset data = table(rows, {0, 1});
    if (regression) data.task = DataTask::Regression;
    Result<Dataset> split = splitParts(data, {validation, test}, 1);
    QVERIFY(!split.ok());
    const QString sentence = QString::fromStdString(english(split.error()));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
  }

  void theHashSeesValuesShapesAndParts() {
    const Dataset data = table(10, {0, 1});
    const std::uint64_t hash = hashOf(data);
    QCOMPARE(hashOf(data), hash);
    Dataset value = data;
    value.inputs[0].numbers[19] = 192;
    QVERIFY(hashOf(value) != hash);
    Dataset label = data;
    label.target.numbers[9] = 0;
    QVERIFY(hashOf(label) != hash);
    Dataset shape = data;
    shape.inputs[0].type.shape = Shape{2, 1};
    QVERIFY(hashOf(shape) != hash);
    Dataset parts = data;
    parts.train = 9;
    parts.test = 1;
    QVERIFY(hashOf(parts) != hash);
  }

  void theHashIsFnvOverWords() {
    // One word of zeros from the start value: start * prime.
    const std::uint64_t zero = 0;
    QCOMPARE(hashBytes(&zero, 8), kHashStart * 0x100000001b3u);
    QCOMPARE(hashBytes("\1\0\0\0\0\0\0\0", 8), hashBytes("\1", 1)); // filled up with zeros
  }

  void anEpochHasEveryRowOnceAndEndsWithAShortBatch() {
    Batches batches(share(table(10, {0, 1})), Part::Train, {4, true, 5});
    QCOMPARE(batches.perEpoch(), 3);
    Team alone;
    QCOMPARE(batches.at(0, alone).size, 4);
    QCOMPARE(batches.at(2, alone).size, 2);
    QCOMPARE(batches.at(2, alone).index, 2);
    QCOMPARE(batches.at(3, alone).epoch, 1);
    std::vector<int> order = orderOf(batches, 0);
    std::sort(order.begin(), order.end());
    std::vector<int> all(10);
    std::iota(all.begin(), all.end(), 0);
    QCOMPARE(order, all);
  }

  void theOrderDependsOnSeedAndEpochAlone() {
    DatasetPtr data = share(table(50, {0, 1}));
    Batches one(data, Part::Train, {8, true, 5}), other(data, Part::Train, {8, true, 5}), small(data, Part::Train, {3, true, 5});
    Batches otherSeed(data, Part::Train, {8, true, 6});
    const std::vector<int> first = orderOf(one, 0), third = orderOf(one, 2);
    QVERIFY(first != third);
    QCOMPARE(orderOf(one, 0), first);   // back again
    QCOMPARE(orderOf(other, 2), third); // without having seen the epochs before
    QCOMPARE(orderOf(small, 2), third); // whatever the batch size
    QVERIFY(orderOf(otherSeed, 0) != first);
  }

  void rowsOfNamesTheRowsOfABatch() {
    Result<Dataset> split = splitParts(table(60, {0, 1}), {0, 0.5}, 2);
    Batches batches(share(*split), Part::Test, {7, true, 5});
    Team alone;
    for (std::int64_t step : {0, 3, 11}) {
      const Batch& batch = batches.at(step, alone);
      const std::vector<std::int64_t> of = batches.rowsOf(step);
      QCOMPARE(of.size(), static_cast<std::size_t>(batch.size));
      for (int k = 0; k < batch.size; ++k) {
        float x[2], y = 0;
        batches.data().inputs[0].read(of[static_cast<std::size_t>(k)], x);
        batches.data().target.read(of[static_cast<std::size_t>(k)], &y);
        QVERIFY(of[static_cast<std::size_t>(k)] >= 30);
        QCOMPARE(batch.inputs[0][2 * k], x[0]);
        QCOMPARE(batch.target[k], y);
      }
    }
  }

  void unshuffledNumbersAreNotCopied() {
    DatasetPtr data = share(table(10, {0, 1}));
    Batches batches(data, Part::Train, {4, false, 5});
    Team alone;
    const Batch& batch = batches.at(1, alone);
    QCOMPARE(batch.inputs[0], data->inputs[0].numbers.data() + 4 * 2);
    QCOMPARE(batch.target, data->target.numbers.data() + 4);
    QCOMPARE(batches.rowsOf(2), (std::vector<std::int64_t>{8, 9}));
  }

  void buffersStayWhereTheyAre() {
    Batches batches(share(pictures(50)), Part::Train, {8, true, 5});
    Team alone;
    const float* first = batches.at(0, alone).inputs[0];
    for (std::int64_t step = 1; step < 40; ++step) QCOMPARE(batches.at(step, alone).inputs[0], first);
  }

  void bytesBecomeSharesOfTheDivisor() {
    Batches batches(share(pictures(200)), Part::Train, {64, true, 5});
    Team alone;
    for (std::int64_t step = 0; step < batches.perEpoch(); ++step) {
      const Batch& batch = batches.at(step, alone);
      const std::vector<std::int64_t> of = batches.rowsOf(step);
      for (int k = 0; k < batch.size; ++k) {
        const float row = static_cast<float>(of[static_cast<std::size_t>(k)]);
        QVERIFY(batch.inputs[0][2 * k] == row / 255.f); // the same bits: QCOMPARE would round
        QVERIFY(batch.inputs[0][2 * k + 1] == (255.f - row) / 255.f);
      }
    }
  }

  void aTeamGathersTheSameBatch() {
    Dataset wide = table(300, {0, 1}); // 300 x 200 values: several blocks
    wide.inputs[0].type.shape = Shape{200};
    wide.inputs[0].numbers = Buffer<float>(300 * 200);
    for (std::size_t i = 0; i < wide.inputs[0].numbers.size(); ++i) wide.inputs[0].numbers[i] = static_cast<float>(i);
    DatasetPtr data = share(std::move(wide));
    Batches one(data, Part::Train, {256, true, 5}), three(data, Part::Train, {256, true, 5});
    Team alone;
    Team::run(3, [&](Team& team) {
      for (std::int64_t step = 0; step < 4; ++step) {
        const Batch &a = one.at(step, alone), &b = three.at(step, team);
        QCOMPARE(a.size, b.size);
        const std::vector<std::int64_t> of = one.rowsOf(step);
        for (int k = 0; k < a.size; ++k) {
          const float* row = data->inputs[0].numbers.data() + of[static_cast<std::size_t>(k)] * 200;
          QVERIFY2(std::equal(row, row + 200, a.inputs[0] + k * 200), qPrintable(QString("step %1, sample %2, alone").arg(step).arg(k)));
          QVERIFY2(std::equal(row, row + 200, b.inputs[0] + k * 200), qPrintable(QString("step %1, sample %2, of three").arg(step).arg(k)));
          QCOMPARE(a.target[k], b.target[k]);
        }
      }
    });
  }

  void aBatchLargerThanThePartIsTheWholePart() {
    Batches batches(share(table(10, {0, 1})), Part::Train, {1000000000, true, 5});
    Team alone;
    QCOMPARE(batches.perEpoch(), 1);
    QCOMPARE(batches.at(0, alone).size, 10);
    QCOMPARE(batches.at(1, alone).epoch, 1);
  }

  void theBatchSizeChangesWhereAnEpochBegins() {
    DatasetPtr data = share(table(10, {0, 1}));
    Batches batches(data, Part::Train, {4, true, 5}); // three steps an epoch
    batches.setBatchSize(5, 6);                       // from epoch 2 on two steps an epoch
    Team alone;
    QCOMPARE(batches.position(5).epoch, 1);
    QCOMPARE(batches.position(5).batch, 4);
    QCOMPARE(batches.position(6).epoch, 2);
    QCOMPARE(batches.position(6).batch, 5);
    QCOMPARE(batches.position(8).epoch, 3);
    QCOMPARE(batches.at(9, alone).index, 1);
    QCOMPARE(batches.at(9, alone).size, 5);
    batches.setBatchSize(10, 3); // gone back to epoch 1: the later change is forgotten
    QCOMPARE(batches.position(6).epoch, 4);
    QCOMPARE(batches.at(6, alone).size, 10);
    QCOMPARE(batches.at(0, alone).size, 4);
  }

  void aSpecWithoutAKnownSourceIsRefused_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("no source") << ""
                               << ""
                               << "No data are chosen";
    QTest::newRow("an unknown source") << "moon"
                                       << ""
                                       << "There is no data source \"moon\"; known are line";
    QTest::newRow("a reader without a path") << "csv"
                                             << ""
                                             << "No file is named";
    QTest::newRow("a path that is not there") << "csv"
                                              << "no such file.csv"
                                              << "There is no file or folder no such file.csv";
    QTest::newRow("a device") << "csv"
                              << "/dev/zero"
                              << "zero is a device or a pipe";
    QTest::newRow("a folder for a table") << "csv"
                                          << "/"
                                          << "is a folder, and a file is needed";
  }
  void aSpecWithoutAKnownSourceIsRefused() {
    QFETCH(QString, source);
    QFETCH(QString, path);
    QFETCH(QString, words);
    DataSpec spec;
    spec.source = source.toStdString();
    spec.path = path.toStdString();
    Result<DatasetPtr> data = load(spec, ".");
    QVERIFY(!data.ok());
    const QString sentence = QString::fromStdString(english(data.error()));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
  }
};

QTEST_APPLESS_MAIN(TestDataset)
#include "test_dataset.moc"
