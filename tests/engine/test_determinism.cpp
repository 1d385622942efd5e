// The same run gives the same bits for any number of threads, watched or not, fused or not.
#include <QTest>
#include <cstring>
#include <set>

#include "engine/train/optimizers.h"
#include "tests/support/families.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

// Quick, and in full as reliability.md asks for it (built with GLASSBOX_FULL, label slow).
#ifdef GLASSBOX_FULL
constexpr int kSteps = 200, kRepeats = 3;
#else
constexpr int kSteps = 30, kRepeats = 1;
#endif

std::string fingerprintOf(const Family& family, int threads, bool watched) {
  RunSetup setup = setupOf(family);
  setup.threads = threads;
  auto trainer = makeTrainer(std::move(setup));
  trainer->watch(watched);
  trainer->runSteps(kSteps);
  if (watched)
    while (trainer->running()) trainer->snapshots().take();
  trainer->waitUntilIdle();
  return trainer->fingerprint();
}

}  // namespace

class TestDeterminism : public QObject {
  Q_OBJECT

 private slots:
  void anyTeamGivesOneFingerprint_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < std::size(kFamilies); ++i) QTest::newRow(kFamilies[i].name) << static_cast<int>(i);
  }
  void anyTeamGivesOneFingerprint() {
    QFETCH(int, number);
    const Family& family = kFamilies[static_cast<std::size_t>(number)];
    const std::string first = fingerprintOf(family, 1, false);
    for (int repeat = 0; repeat < kRepeats; ++repeat)
      for (int threads : {1, 2, 3, 4, 8})
        if (const std::string print = fingerprintOf(family, threads, false); print != first)
          QFAIL(qPrintable(QStringLiteral("%1 threads, repeat %2: %3 in place of %4").arg(threads).arg(repeat).arg(QString::fromStdString(print)).arg(QString::fromStdString(first))));
    QCOMPARE(fingerprintOf(family, 2, true), first);
  }

  /// Below a million operations a step no other thread is asked: then the numbers above would say nothing of teams.
  void mostFamiliesAreLargeEnoughForATeam() {
    QVERIFY(std::size(kFamilies) >= 20);
    int large = 0;
    for (const Family& family : kFamilies) {
      const Analysis analysis = analyse(*specOf(family.line));
      large += 48 * (analysis.forwardFlops + analysis.backwardFlops) >= 1'000'000;
    }
    QVERIFY2(large >= 16, qPrintable(QString::number(large)));
  }

  void theFamiliesLeaveNothingOut() {
    std::set<std::string> keys, words;
    for (const Family& family : kFamilies) {
      const std::shared_ptr<const NetworkSpec> spec = specOf(family.line);
      for (const NodeSpec& node : spec->nodes) keys.insert(node.key);
      const PlanValues plan = *planValues(planOf(family.plan));
      words.insert(plan.optimizer);
      words.insert(std::to_string(static_cast<int>(plan.schedule)));
    }
    for (const LayerDef* def : allLayers()) QVERIFY2(keys.count(def->key), def->key.c_str());
    for (const LossDef* def : allLosses()) QVERIFY2(keys.count(def->key), def->key.c_str());
    for (const OptimizerDef& def : allOptimizers()) QVERIFY2(words.count(def.key), def.key.c_str());
    for (int schedule = 0; schedule < 4; ++schedule) QVERIFY2(words.count(std::to_string(schedule)), "a schedule");
  }

  void fusedAndUnfusedCallsGiveTheSameBits() {
    const Analysis analysis = analyse(*specOf("input 40 | dense 70 relu | dense 33 tanh | dense 20 sigmoid | dense 3 | softmax_cross_entropy"));
    const DatasetPtr data = hashedData(30, Shape{40}, "ce", 3, 3);
    std::vector<std::vector<float>> results;
    for (const bool fuse : {true, false}) {
      CompileOptions options;
      options.kernelSet = defaultKernelSet();
      options.fuse = fuse;
      Result<Network> network = Network::compile(analysis, options);
      QVERIFY(network.ok());
      for (const WeightInfo& info : network->weightInfos()) fillUniform(network->weightsOf(info), 1, 0.3f);
      const float* x = data->inputs[0].numbers.data();
      NetworkInput input;
      input.batch = 30;
      input.inputs = {&x, 1};
      input.target = data->target.numbers.data();
      Team alone;
      network->forward(input, alone);
      network->backward(alone);
      results.emplace_back(network->gradients().begin(), network->gradients().end());
      results.back().insert(results.back().end(), network->output().begin(), network->output().end());
    }
    QCOMPARE(std::memcmp(results[0].data(), results[1].data(), 4 * results[0].size()), 0);
  }

  void everyKernelSetLeadsTheFingerprint() {
    RunSetup setup = setupOf(kFamilies[1]);
    setup.plan.values.set("portable", true);
    auto trainer = makeTrainer(std::move(setup));
    QCOMPARE(trainer->fingerprint().substr(0, 3), std::string("v2-"));
    QCOMPARE(trainer->fingerprint().size(), std::size_t{19});
  }
};

QTEST_APPLESS_MAIN(TestDeterminism)
#include "test_determinism.moc"
