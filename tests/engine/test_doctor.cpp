// The doctor: each planted fault is named with its evidence, its cure makes the finding go, and a healthy run has none.
#include <QTest>
#include <algorithm>
#include <optional>

#include "engine/experiment/doctor.h"
#include "tests/support/sick_runs.h"

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

std::vector<Finding> found(const RunSetup& run, std::int64_t steps = 60) {
  const Result<std::vector<Finding>> all = examine(run, {.steps = steps});
  if (!all) throw std::runtime_error(english(all.error()));
  return *all;
}

std::optional<Finding> named(const std::vector<Finding>& all, FindingKind kind) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const Finding& finding) { return finding.kind == kind; });
  return at == all.end() ? std::nullopt : std::optional(*at);
}

double evidence(const Finding& finding, const std::string& name) {
  for (const Evidence& one : finding.evidence)
    if (one.name == name) return one.value;
  throw std::runtime_error("no evidence called " + name);
}

}  // namespace

class TestDoctor : public QObject {
  Q_OBJECT

 private slots:
  void aHealthyRunHasNoFindings() {
    const std::vector<Finding> all = found(healthy(), 200);
    QVERIFY2(all.empty(), all.empty() ? "" : english(all.front().sentence).c_str());
  }

  // The copy is well; what became of the run is not.
  void whatBecameOfTheRunIsNamed_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::newRow("it broke") << "broken" << static_cast<int>(FindingKind::NotFinite);
    QTest::newRow("its loss has grown") << "grown" << static_cast<int>(FindingKind::Diverging);
    QTest::newRow("its units have died") << "dead" << static_cast<int>(FindingKind::DeadUnits);
  }
  void whatBecameOfTheRunIsNamed() {
    QFETCH(QString, what);
    QFETCH(int, kind);
    const RunSetup run = healthy();
    auto trainer = makeTrainer(run);
    trainer->runSteps(15);
    trainer->waitUntilIdle();
    Network& network = trainer->network();
    for (const WeightInfo& info : network.weightInfos()) {
      const bool bias = info.def.role == WeightRole::Bias;
      for (Real& w : network.weightsOf(info)) {
        if (what == "grown" && !bias) w *= -30;
        if (what == "dead" && bias && info.node != trainer->analysis().output) w = -100;
      }
    }
    Lived lived{3000, what == "broken" ? StopReason::NotFinite : StopReason::Paused, flatWeights(network)};
    const Result<std::vector<Finding>> all = examine(run, {.steps = 60}, {}, lived);
    QVERIFY2(all.ok(), all ? "" : english(all.error()).c_str());
    const std::optional<Finding> finding = named(*all, FindingKind(kind));
    QVERIFY(finding);
    if (what == "broken") QCOMPARE(evidence(*finding, "step"), 3000.0);
    if (what == "grown") QVERIFY(evidence(*finding, "last") > 2 * evidence(*finding, "first"));
    const Result<RunSetup> cured = applyCure(run, finding->cure);
    QVERIFY2(cured.ok(), cured ? "" : english(cured.error()).c_str());
    QVERIFY(found(run).empty()); // without what became of it
  }

  void aRunThatEndedWellHasNoFindings() {
    const RunSetup run = healthy();
    auto trainer = makeTrainer(run);
    trainer->run();
    trainer->waitUntilIdle();
    const RunStatus status = trainer->status();
    QCOMPARE(status.step, std::int64_t{15});
    const Result<std::vector<Finding>> all = examine(run, {.steps = 60}, {}, Lived{status.step, status.reason, flatWeights(trainer->network())});
    QVERIFY(all.ok());
    QVERIFY2(all->empty(), all->empty() ? "" : english(all->front().sentence).c_str());
  }

  void weightsOfAnotherNetworkAreRefused() {
    const Result<std::vector<Finding>> all = examine(healthy(), {.steps = 20}, {}, Lived{5, StopReason::Epochs, std::vector<double>(3)});
    QVERIFY(!all.ok());
    QCOMPARE(QString::fromStdString(english(all.error())), QStringLiteral("The weights are 3 numbers, and this network has 67."));
  }

  void aSingleLayerMayBeginWithZeros() {
    RunSetup run = healthy("input 4 | dense 3 | softmax_cross_entropy");
    run.plan.values.set("init", std::string("zeros"));
    QVERIFY(!named(found(run), FindingKind::ZeroInit));
  }

  // Zeros in front of weights that differ do not stay alike.
  void aLayerMayBeginWithZerosWhereTheNextTellsItsUnitsApart() {
    QVERIFY(!named(found(healthy("input 4 | dense 8 init=zeros | tanh | dense 3 init=xavier | softmax_cross_entropy")), FindingKind::ZeroInit));
  }

  void aPlantedFaultIsNamedAndItsCureMakesItGo_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("net");
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("change");
    const auto row = [](FindingKind fault, NetKind net, const char* node, const char* change) { QTest::newRow(name(fault)) << int(fault) << int(net) << node << change; };
    row(FindingKind::DoubleSoftmax, NetKind::Dense, "softmax1", "remove");
    row(FindingKind::ZeroInit, NetKind::Dense, "h1", "set");
    row(FindingKind::SymmetricInit, NetKind::Cnn, "h1", "set");
    row(FindingKind::BatchNormOfOne, NetKind::Sequence, "batch_norm1", "set");
    row(FindingKind::LeakedRows, NetKind::Dense, "", "drop_leaked");
    row(FindingKind::ClassImbalance, NetKind::Dense, "", "balance");
    row(FindingKind::UnscaledInputs, NetKind::Cnn, "input1", "insert");
    row(FindingKind::NotFinite, NetKind::Dense, "", "set");
    row(FindingKind::Diverging, NetKind::Dense, "", "set");
    row(FindingKind::VanishingGradients, NetKind::Dense, "dense1", "set");
    row(FindingKind::ExplodingGradients, NetKind::Dense, "dense1", "set");
    row(FindingKind::DeadUnits, NetKind::Dense, "relu2", "set");
    row(FindingKind::SaturatedUnits, NetKind::Dense, "tanh1", "set");
    row(FindingKind::SaturatedAttention, NetKind::Sequence, "attention1", "set");
    row(FindingKind::RateTooSmall, NetKind::Dense, "", "set");
    row(FindingKind::RateTooLarge, NetKind::Dense, "", "set");
  }
  void aPlantedFaultIsNamedAndItsCureMakesItGo() {
    QFETCH(int, fault);
    QFETCH(int, net);
    QFETCH(QString, node);
    QFETCH(QString, change);
    const FindingKind kind = FindingKind(fault);
    const RunSetup sick = plant(kind, NetKind(net), 1);
    const std::optional<Finding> finding = named(found(sick, 200), kind);
    QVERIFY(finding);
    if (!node.isEmpty()) QCOMPARE(QString::fromStdString(finding->node), node);
    QCOMPARE(QString(name(finding->cure.change)), change);
    QVERIFY(!english(finding->sentence).empty() && !english(finding->explanation).empty() && !english(finding->cure.label).empty());
    const Result<RunSetup> cured = applyCure(sick, finding->cure);
    QVERIFY2(cured.ok(), cured ? "" : english(cured.error()).c_str());
    // A sigmoid passes a quarter of the gradient at most: eight of them need more than another draw.
    if (kind == FindingKind::VanishingGradients) return;
    QVERIFY(!named(found(*cured, 200), kind));
  }

  void rowsOfTheTestPartInTrainingAreCountedAndTakenOut() {
    RunSetup run = healthy();
    auto data = std::make_shared<Dataset>(*run.data);
    std::copy_n(data->inputs[0].numbers.begin(), 4 * 6, data->inputs[0].numbers.begin() + 4 * 60);
    QVERIFY(examineData(run).empty());
    run.data = data;
    const std::vector<Finding> all = examineData(run);
    QCOMPARE(all.size(), std::size_t{1});
    QCOMPARE(int(all[0].kind), int(FindingKind::LeakedRows));
    QCOMPARE(evidence(all[0], "share"), 0.2);  // 6 of 30
    QCOMPARE(evidence(all[0], "leaked"), 6.0);
    const Result<RunSetup> cured = applyCure(run, all[0].cure);
    QVERIFY(cured.ok());
    QCOMPARE(cured->data->train, std::int64_t{54});
    QCOMPARE(cured->data->test, std::int64_t{30});
    // The first row that is left is the seventh there was, and the test part is the same.
    QCOMPARE(cured->data->inputs[0].numbers[0], data->inputs[0].numbers[4 * 6]);
    QCOMPARE(cured->data->inputs[0].numbers[4 * 54], data->inputs[0].numbers[4 * 60]);
    QCOMPARE(cured->data->target.numbers[54], data->target.numbers[60]);
  }

  // Words of five letters out of eight: 3000 rows of 32768 possible ones meet by chance.
  void rowsThatRepeatByNatureAreNoLeak() {
    const RunSetup run = exampleSetup("attention-reverse", 1);
    QVERIFY(!named(examineData(run), FindingKind::LeakedRows));
  }

  void theRarerClassIsRepeatedUntilAllAreAlike() {
    RunSetup run = healthy();
    auto data = std::make_shared<Dataset>(*run.data);
    for (std::size_t i = 0; i < 60; ++i) data->target.numbers[i] = i < 3 ? 1.0f : i < 30 ? 0.0f : 2.0f;
    run.data = data;
    const std::optional<Finding> finding = named(examineData(run), FindingKind::ClassImbalance);
    QVERIFY(finding);
    QCOMPARE(evidence(*finding, "ratio"), 10.0);  // 30 rows of class 2, 3 of class 1
    const Result<RunSetup> cured = applyCure(run, finding->cure);
    QCOMPARE(cured->data->train, std::int64_t{90});
    std::array<int, 3> counts{};
    for (std::size_t i = 0; i < 90; ++i) ++counts[static_cast<std::size_t>(cured->data->target.numbers[i])];
    QVERIFY((counts == std::array{30, 30, 30}));
  }

  void drawnLabelsAreTheSameLabelsInAnotherOrder() {
    const RunSetup run = healthy();
    const Result<RunSetup> drawn = applyCure(run, {.change = Cure::Change::DrawLabels, .key = {}, .value = {}, .node = {}, .label = {}});
    QVERIFY(drawn.ok());
    std::vector<float> before(run.data->target.numbers.begin(), run.data->target.numbers.begin() + 60), after(drawn->data->target.numbers.begin(), drawn->data->target.numbers.begin() + 60);
    QVERIFY(before != after);
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    QVERIFY(before == after);
    QVERIFY(std::equal(run.data->target.numbers.begin() + 60, run.data->target.numbers.end(), drawn->data->target.numbers.begin() + 60));
  }

  void inputsThatANormalizeScalesAreNotToldOf() {
    RunSetup run = plant(FindingKind::UnscaledInputs, NetKind::Dense, 1);
    const std::optional<Finding> finding = named(examineData(run), FindingKind::UnscaledInputs);
    QVERIFY(finding && evidence(*finding, "size") > 30);
    const Result<RunSetup> cured = applyCure(run, finding->cure);
    QVERIFY(cured.ok() && cured->spec->nodes.size() == run.spec->nodes.size() + 1);
    QVERIFY(examineData(*cured).empty());
  }

  void aCureThatIsNoneIsRefused() { QVERIFY(!applyCure(healthy(), Cure{}).ok()); }

  void itGivesTheSameFindingsForTheSameRun() {
    const RunSetup sick = plant(FindingKind::SaturatedUnits, NetKind::Dense, 2);
    const std::vector<Finding> one = found(sick), other = found(sick);
    QVERIFY(!one.empty());
    QCOMPARE(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      QCOMPARE(one[i].evidence.front().value, other[i].evidence.front().value);
      QVERIFY(one[i].sentence == other[i].sentence);
    }
  }

  void itEndsWhenItIsAskedTo() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!examine(healthy(), {}, stop.get_token()).ok());
  }

  // The layers of a group that repeats stand in the diagram as one: it is marked, and told of once.
  void aRepeatedGroupIsToldOfOnce() {
    RunSetup run = exampleSetup("gpt-sums", 1);
    run.plan.values.set("init", std::string("normal"));
    run.plan.values.set("init_size", 2.0);
    const std::vector<Finding> all = found(run, 20);
    const auto times = std::count_if(all.begin(), all.end(), [](const Finding& f) { return f.kind == FindingKind::SaturatedAttention; });
    QCOMPARE(times, std::ptrdiff_t{1});
    QVERIFY(run.spec->find(named(all, FindingKind::SaturatedAttention)->node));
  }
};

QTEST_APPLESS_MAIN(TestDoctor)
#include "test_doctor.moc"
