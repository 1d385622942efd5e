// Test rows that stand in the training part too, counted by hand.
#include <QTest>
#include <cmath>
#include <limits>

#include "engine/data/facts.h"
#include "engine/data/leaks.h"

using namespace glassbox;

namespace {

/// Rows of two values each, the first `train` of them for training, then `validation`, the rest for the test.
Dataset table(const std::vector<float>& values, std::int64_t train, std::int64_t validation = 0) {
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].type.shape = Shape{2};
  data.inputs[0].numbers = Buffer<float>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) data.inputs[0].numbers[i] = values[i];
  data.train = train;
  data.validation = validation;
  data.test = static_cast<std::int64_t>(values.size() / 2) - train - validation;
  return data;
}

} // namespace

class TestLeaks : public QObject {
  Q_OBJECT

 private slots:
  void theColumnsOfTheTrainingPart() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    Dataset data = table({1, 1000, 2, nan, 3, 3000, 99, 99999}, 3);  // the last row is the test's
    data.inputs[0].labels = {"age", "income"};
    const DataFacts facts = factsOf(data);
    QCOMPARE(facts.columns.size(), std::size_t{2});
    QCOMPARE(facts.columns[0].name, std::string("age"));
    QCOMPARE(facts.columns[0].mean, 2.0);
    QVERIFY(std::abs(facts.columns[0].deviation - std::sqrt(2.0 / 3)) < 1e-12);  // distances -1, 0, 1
    QCOMPARE(facts.columns[0].least, 1.0);
    QCOMPARE(facts.columns[0].most, 3.0);
    QCOMPARE(facts.columns[1].missing, std::int64_t{1});
    QCOMPARE(facts.columns[1].mean, 2000.0);
    QCOMPARE(facts.columns[1].deviation, 1000.0);
    QVERIFY(std::abs(facts.scaleRatio - 1000 / std::sqrt(2.0 / 3)) < 1e-9);
    QCOMPARE(factsOf(table({1, 5, 2, 5}, 2)).scaleRatio, 1.0);  // a constant column has no scale
  }

  void everyTestRowThatWasTrainedOnCounts() {
    // training (1 2) (3 4), test (3 4) (4 3) (3 4) (1 2): three of them are known, two of those alike
    QCOMPARE(testRowsInTraining(table({1, 2, 3, 4, 3, 4, 4, 3, 3, 4, 1, 2}, 2)), std::int64_t{3});
  }

  void rowsThatShareOnlyAValueAreNew() { QCOMPARE(testRowsInTraining(table({1, 2, 1, 3, 2, 2}, 1)), std::int64_t{0}); }

  void aTestRowOfTheValidationPartIsNew() { QCOMPARE(testRowsInTraining(table({1, 2, 5, 6, 5, 6}, 1, 1)), std::int64_t{0}); }

  void missingValuesAndMinusZeroAreEqualToThemselves() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(testRowsInTraining(table({nan, 2, 0.0f, 3, -nan, 2, -0.0f, 3}, 2)), std::int64_t{2});
  }

  void allInputsOfARowAreCompared() {
    Dataset data = table({1, 2, 1, 2, 1, 2}, 1);
    Field second = table({7, 7, 7, 7, 8, 7}, 1).inputs[0];
    data.inputs.push_back(second);
    QCOMPARE(testRowsInTraining(data), std::int64_t{1}); // (1 2 | 7 7) is known, (1 2 | 8 7) is new
  }

  void withoutATestPartNothingIsKnown() { QCOMPARE(testRowsInTraining(table({1, 2, 1, 2}, 2)), std::int64_t{0}); }
};

QTEST_APPLESS_MAIN(TestLeaks)
#include "test_leaks.moc"
