// The doctor: each planted fault is named, its cure makes the finding go, and a healthy run has none.
#include <QTest>
#include <algorithm>

#include "engine/experiment/doctor.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

RunSetup healthy(const std::string& line = "input 4 | dense 8 relu | dense 3 | softmax_cross_entropy", const Shape& input = Shape{4}) {
  RunSetup run;
  run.spec = specOf(line);
  auto data = std::make_shared<Dataset>(*hashedData(90, input, "ce", 3, 21));
  data->train = 60;
  data->test = 30;
  finishHash(*data);
  run.data = data;
  run.plan.seed = 77;
  run.plan.values = {{"rate", 0.05}, {"batch", std::int64_t{20}}, {"epochs", std::int64_t{5}}};
  return run;
}

bool names(const RunSetup& run, FindingKind kind, Cure* cure = nullptr) {
  const Result<std::vector<Finding>> found = examine(run, {.steps = 60});
  if (!found) throw std::runtime_error(english(found.error()));
  for (const Finding& finding : *found)
    if (finding.kind == kind) {
      if (cure) *cure = finding.cure;
      return true;
    }
  return false;
}

}  // namespace

class TestDoctor : public QObject {
  Q_OBJECT

 private slots:
  void aHealthyRunHasNoFindings() {
    const Result<std::vector<Finding>> found = examine(healthy());
    QVERIFY(found.ok());
    QVERIFY2(found->empty(), found->empty() ? "" : english(found->front().sentence).c_str());
  }

  void aSingleLayerMayBeginWithZeros() {
    RunSetup run = healthy();
    run.spec = specOf("input 4 | dense 3 | softmax_cross_entropy");
    run.plan.values.set("init", std::string("zeros"));
    QVERIFY(!names(run, FindingKind::ZeroInit));
  }

  void aPlantedFaultIsNamedAndItsCureMakesItGo_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    const char* dense = "input 4 | dense 8 relu | dense 3 | softmax_cross_entropy";
    QTest::newRow("softmax twice") << "input 4 | dense 8 relu | dense 3 | softmax | softmax_cross_entropy" << "rate" << "0.05" << int(FindingKind::DoubleSoftmax);
    QTest::newRow("zeros") << dense << "init" << "zeros" << int(FindingKind::ZeroInit);
    QTest::newRow("batch norm of one") << "input 4 | dense 8 | batch_norm | relu | dense 3 | softmax_cross_entropy" << "batch" << "1" << int(FindingKind::BatchNormOfOne);
    QTest::newRow("rate too small") << dense << "rate" << "1e-7" << int(FindingKind::RateTooSmall);
  }
  void aPlantedFaultIsNamedAndItsCureMakesItGo() {
    QFETCH(QString, line);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(int, kind);
    RunSetup sick = healthy(line.toStdString());
    sick.plan = *setPlanValue(sick.plan, key.toStdString(), value.toStdString());
    Cure cure;
    QVERIFY(names(sick, FindingKind(kind), &cure));
    const Result<RunSetup> cured = applyCure(sick, cure);
    QVERIFY(cured.ok());
    QVERIFY(!names(*cured, FindingKind(kind)));
  }

  void rowsOfTheTestPartInTrainingAreCounted() {
    RunSetup run = healthy();
    auto data = std::make_shared<Dataset>(*run.data);
    std::copy_n(data->inputs[0].numbers.begin(), 4 * 6, data->inputs[0].numbers.begin() + 4 * 60);
    const std::vector<Finding> found = examineData(*data);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(int(found[0].kind), int(FindingKind::LeakedRows));
    QCOMPARE(found[0].evidence, 0.2);
    QVERIFY(examineData(*run.data).empty());
  }
};

QTEST_APPLESS_MAIN(TestDoctor)
#include "test_doctor.moc"
