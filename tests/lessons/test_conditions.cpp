// The conditions on figures that the lab works out and on runs, against numbers that are worked out here in another way.
#include <QTest>

#include <cmath>

#include "engine/lesson/headless_lab.h"
#include "engine/lesson/task_check.h"
#include "engine/graph/network_spec.h"

using namespace glassbox;

namespace {

LessonSetup setupOf(const std::string& network, const std::string& source, double test) {
  LessonSetup setup;
  const Result<NetworkSpec> spec = parseLine(network);
  if (!spec) qFatal("%s", english(spec.error()).c_str());
  setup.project.spec = *spec;
  setup.project.data.source = source;
  setup.project.data.shares = {0, test};
  setup.project.data.seed = 1;
  setup.project.plan.values.set("optimizer", std::string("gd"));
  return setup;
}

/// A lab on which actions can be done one after the other.
HeadlessLab open(const LessonSetup& setup) {
  Result<HeadlessLab> lab = HeadlessLab::open(setup, {}, {});
  if (!lab) qFatal("%s", english(lab.error()).c_str());
  return *std::move(lab);
}

void perform(HeadlessLab& lab, const std::vector<Action>& actions) {
  for (const Action& action : actions)
    if (const Result<void> done = lab.perform(action); !done) qFatal("%s", english(done.error()).c_str());
}

ConditionState check(const std::string& kind, const Params& given, const LabState& state) {
  const Result<Params> params = complete(findCheck(kind)->params, given);
  if (!params) qFatal("%s", english(params.error()).c_str());
  Task task;
  task.conditions = {{kind, *params}};
  return checkTask(task, state).conditions.at(0);
}

double figure(const std::string& of, const LabState& state, const std::string& threshold = "") {
  const ConditionState row = check("figure", {{"of", of}, {"threshold", threshold}, {"at_least", 0.0}}, state);
  return row.now.number.value_or(std::nan(""));
}

ParamValue word(const char* text) { return std::string(text); }

/// 2 / lambda_max of 2/n X^T X for rows (x, 1), by the formula for the eigenvalues of a symmetric 2x2 matrix.
double criticalRateByFormula(const Dataset& data) {
  double xx = 0, x1 = 0;
  const auto n = static_cast<double>(data.train);
  for (std::int64_t row = 0; row < data.train; ++row) {
    float x = 0;
    data.inputs[0].read(row, &x);
    xx += static_cast<double>(x) * static_cast<double>(x), x1 += static_cast<double>(x);
  }
  const double a = 2 * xx / n, b = 2 * x1 / n, d = 2;
  return 2 / ((a + d) / 2 + std::hypot((a - d) / 2, b));
}

}  // namespace

class TestConditions : public QObject {
  Q_OBJECT

 private slots:
  void theCriticalRateIsTwoOverTheLargestEigenvalue() {
    HeadlessLab lab = open(setupOf("input 1 | dense 1 | mse", "line", 0));
    const LabState state = lab.state();
    const double right = criticalRateByFormula(*state.data);
    QVERIFY2(std::abs(figure("critical_rate", state) / right - 1) < 1e-9, qPrintable(QString::number(figure("critical_rate", state), 'g', 12)));
  }

  void theCriticalRateIsNotGivenForADeepNetwork() {
    HeadlessLab lab = open(setupOf("input 1 | dense 3 | tanh | dense 1 | mse", "line", 0));
    QVERIFY(std::isnan(figure("critical_rate", lab.state())));
  }

  void aNumberMayBeAskedThatTheLabWorksOut() {
    HeadlessLab lab = open(setupOf("input 1 | dense 1 | mse", "line", 0));
    const double right = criticalRateByFormula(*lab.state().data);
    const Params asked{{"question", word("rate")}, {"value_of", word("critical_rate")}, {"within", 0.05}};
    QVERIFY(!check("number", asked, lab.state()).met);
    perform(lab, {{ActionKind::Answer, "rate", right + 0.06}});
    QVERIFY(!check("number", asked, lab.state()).met);
    perform(lab, {{ActionKind::Answer, "rate", right + 0.04}});
    QVERIFY(check("number", asked, lab.state()).met);
  }

  void aRunBelowTheCriticalRateConvergesAndOneAboveDiverges() {
    HeadlessLab lab = open(setupOf("input 1 | dense 1 | mse", "line", 0));
    const double critical = criticalRateByFormula(*lab.state().data);
    const Params below{{"setting", word("rate")}, {"relative_to", word("critical_rate")}, {"at_least", 0.9}, {"at_most", 0.999}, {"ended", word("finite")}, {"least_steps", std::int64_t{100}}};
    const Params above{{"setting", word("rate")}, {"relative_to", word("critical_rate")}, {"at_least", 1.001}, {"ended", word("diverged")}};
    QVERIFY(!check("run", below, lab.state()).met);
    perform(lab, {{ActionKind::Set, "rate", 0.95 * critical}, {ActionKind::Run, "", std::int64_t{200}}});
    QVERIFY(check("run", below, lab.state()).met);
    QVERIFY(!check("run", above, lab.state()).met);
    perform(lab, {{ActionKind::Reset, "", false}, {ActionKind::Set, "rate", 2 * critical}, {ActionKind::Run, "", std::int64_t{2000}}});
    QVERIFY(check("run", above, lab.state()).met);
    QVERIFY2(check("run", below, lab.state()).met, "an earlier run counts");
    LabState others = lab.state();
    others.startData += 1;
    QVERIFY2(!check("run", above, others).met, "runs on other data do not count");
  }

  void aRaceComparesTheStepsToTheSameLoss() {
    HeadlessLab lab = open(setupOf("input 1 | dense 1 | mse", "line", 0));
    perform(lab, {{ActionKind::Set, "rate", 0.01}, {ActionKind::Run, "", std::int64_t{100}}});
    perform(lab, {{ActionKind::Reset, "", false}, {ActionKind::Set, "rate", 0.02}, {ActionKind::Run, "", std::int64_t{25}}});
    const Params quarter{{"setting", word("rate")}, {"first", word("0.02")}, {"second", word("0.01")}, {"figure", word("steps")}, {"at_most", 0.25}};
    const ConditionState row = check("compare", quarter, lab.state());
    QCOMPARE(row.now.number.value_or(-1), 0.25);
    QVERIFY(row.met);
    Params reached = quarter;
    reached.set("ended", word("loss_reached"));
    QVERIFY2(!check("compare", reached, lab.state()).met, "neither run ended by its loss");
    Params only = quarter;
    only.set("only", true);
    QVERIFY(check("compare", only, lab.state()).met);
    perform(lab, {{ActionKind::Reset, "", false}, {ActionKind::Set, "batch", std::int64_t{4}}, {ActionKind::Run, "", std::int64_t{20}}});
    QVERIFY(check("compare", quarter, lab.state()).met);
    Params fewer = only;
    fewer.set("at_most", 0.2);
    QVERIFY2(!check("compare", fewer, lab.state()).met, "20 of 100 steps, but with another batch too");
    fewer.set("only", false);
    QVERIFY(check("compare", fewer, lab.state()).met);
  }

  void aLongerRaceIsNoQuarter() {
    HeadlessLab lab = open(setupOf("input 1 | dense 1 | mse", "line", 0));
    perform(lab, {{ActionKind::Set, "rate", 0.01}, {ActionKind::Run, "", std::int64_t{100}}});
    perform(lab, {{ActionKind::Reset, "", false}, {ActionKind::Set, "rate", 0.02}, {ActionKind::Run, "", std::int64_t{26}}});
    const Params quarter{{"setting", word("rate")}, {"first", word("0.02")}, {"second", word("0.01")}, {"figure", word("steps")}, {"at_most", 0.25}};
    QVERIFY2(!check("compare", quarter, lab.state()).met, "26 of 100 steps are more than a quarter");
  }

  void sharesOfZerosAndEqualUnitsAreCounted() {
    LabState state;
    state.weights = {{"dense1.weight", Shape{4, 2}, {1, 2, 1, 2, 1, 0, 1, 2}}, {"dense1.bias", Shape{4}, {0, 0, 0, 0}}, {"dense2.weight", Shape{1, 4}, {0, 0, 3, 0}}};
    QCOMPARE(figure("zero_share", state), 4.0 / 12);       // biases do not count
    QCOMPARE(figure("identical_units", state), 3.0 / 4);   // the third differs
  }

  void theGradientRatioIsLastOverFirst() {
    LabState state;
    state.gradients = {{"dense1.weight", Shape{2, 1}, {3, 4}}, {"dense2.weight", Shape{1, 2}, {30, 40}}};
    QVERIFY2(std::isnan(figure("gradient_ratio", state)), "before the first step there is none");
    state.now.steps = 1;
    QCOMPARE(figure("gradient_ratio", state), 10.0);
  }

  void theGradientsOfTheLastStepAreInTheState() {
    HeadlessLab lab = open(setupOf("input 2 | dense 4 | tanh | dense 1 | binary_cross_entropy", "gaussians", 0.25));
    perform(lab, {{ActionKind::Run, "", std::int64_t{3}}});
    QVERIFY(figure("gradient_ratio", lab.state()) > 0);
  }

  void theAngleToTheBestBoundary_data() {
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::addColumn<double>("degrees");
    QTest::newRow("along the diagonal") << 2.0 << 2.0 << 0.0;
    QTest::newRow("along one axis") << 3.0 << 0.0 << 45.0;
    QTest::newRow("across") << 1.0 << -1.0 << 90.0;
  }
  void theAngleToTheBestBoundary() {
    QFETCH(double, first);
    QFETCH(double, second);
    QFETCH(double, degrees);
    HeadlessLab lab = open(setupOf("input 2 | dense 1 | binary_cross_entropy", "gaussians", 0.25));
    perform(lab, {{ActionKind::SetWeight, "dense1.weight[0,0]", first}, {ActionKind::SetWeight, "dense1.weight[0,1]", second}});
    QVERIFY(std::abs(figure("bayes_angle", lab.state()) - degrees) < 1e-5);
  }

  void aLowThresholdFindsAllAndAHighOneNone() {
    HeadlessLab lab = open(setupOf("input 2 | dense 1 | binary_cross_entropy", "gaussians", 0.25));
    perform(lab, {{ActionKind::SetWeight, "dense1.weight[0,0]", 1.0}, {ActionKind::SetWeight, "dense1.weight[0,1]", 1.0}});
    QVERIFY2(std::isnan(figure("recall", lab.state(), "t")), "without an answer there is no threshold");
    perform(lab, {{ActionKind::Answer, "t", 1e-6}});
    const LabState low = lab.state();
    double positives = 0;
    for (std::int64_t row = low.data->train; row < low.data->samples(); ++row) {
      float target = 0;
      low.data->target.read(row, &target);
      positives += static_cast<double>(target);
    }
    QCOMPARE(figure("recall", low, "t"), 1.0);
    QCOMPARE(figure("precision", low, "t"), positives / static_cast<double>(low.data->test));
    const double p = figure("precision", low), r = figure("recall", low);
    QVERIFY(p > 0.5 && r > 0.5 && p != figure("precision", low, "t"));
    QVERIFY(std::abs(figure("f1", low) - 2 * p * r / (p + r)) < 1e-12);
    perform(lab, {{ActionKind::Answer, "t", 0.999999}});
    QCOMPARE(figure("recall", lab.state(), "t"), 0.0);
  }

  void onlyWhatIsAskedIsMeasured() {
    Task task;
    task.conditions = {{"figure", *complete(findCheck("figure")->params, {{"of", word("zero_share")}})}};
    QVERIFY(partsAsked(std::span(&task, 1)).empty());
    task.conditions = {{"figure", *complete(findCheck("figure")->params, {{"of", word("loss_ratio")}})}};
    QCOMPARE(partsAsked(std::span(&task, 1)), (std::set<Part>{Part::Train, Part::Test}));
  }
};

QTEST_GUILESS_MAIN(TestConditions)
#include "test_conditions.moc"
