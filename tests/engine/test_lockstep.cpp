// Networks on one clock: the same bits as alone, none ahead of the others.
#include <QTest>
#include <cmath>

#include "engine/experiment/lockstep.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

/// Three networks that differ in structure, batch, optimizer and seed.
RunSetup setupOf(int which) {
  static const char* lines[] = {"input 4 | dense 8 tanh | dense 3 | softmax_cross_entropy", "input 4 | dense 24 relu | dropout 0.3 | dense 12 | dense 3 | softmax_cross_entropy",
                                "input 4 | dense 3 | softmax_cross_entropy"};
  RunSetup setup;
  setup.spec = specOf(lines[which]);
  setup.data = hashedData(90, Shape{4}, "ce", 3, 9);
  setup.plan.values = {{"rate", 0.05}, {"batch", std::int64_t{10 * (which + 1)}}, {"steps", std::int64_t{0}}, {"epochs", std::int64_t{0}}};
  if (which == 1) setup.plan.values.set("optimizer", std::string("adam"));
  setup.plan.seed = 3 + static_cast<std::uint64_t>(which);
  return setup;
}

std::string printAt(const RunSetup& setup, std::int64_t step) {
  auto alone = makeTrainer(setup);
  alone->runSteps(step);
  alone->waitUntilIdle();
  return alone->fingerprint();
}

struct Clock {
  std::vector<std::shared_ptr<Trainer>> trainers;
  Lockstep steps;
  void add(const RunSetup& setup) {
    trainers.push_back(makeTrainer(setup));
    steps.add(trainers.back());
  }
  void go(std::int64_t n) {
    steps.runSteps(n);
    steps.waitUntilIdle();
  }
};

}  // namespace

class TestLockstep : public QObject {
  Q_OBJECT

 private slots:
  void eachNetworkHasTheBitsItHasAlone() {
    Clock clock;
    for (int i = 0; i < 3; ++i) clock.add(setupOf(i));
    clock.go(70);
    clock.go(1);
    for (int i = 0; i < 3; ++i) {
      QCOMPARE(clock.trainers[static_cast<std::size_t>(i)]->status().step, 71);
      QCOMPARE(clock.trainers[static_cast<std::size_t>(i)]->fingerprint(), printAt(setupOf(i), 71));
    }
    QCOMPARE(clock.steps.step(), 71);
  }

  void noneIsEverTwoStepsFromAnother() {
    Clock clock;
    for (int i = 0; i < 3; ++i) clock.add(setupOf(i));
    clock.steps.run();
    int looked = 0;
    while (clock.steps.step() < 400) {
      const std::int64_t before = clock.trainers[0]->status().step, other = clock.trainers[2]->status().step, after = clock.trainers[0]->status().step;
      QVERIFY2(other >= before - 1 && other <= after + 1, qPrintable(QStringLiteral("%1 between %2 and %3").arg(other).arg(before).arg(after)));
      ++looked;
    }
    clock.steps.pause();
    clock.steps.waitUntilIdle();
    QVERIFY(looked > 0);
    const std::int64_t at = clock.steps.step();
    for (int i = 0; i < 3; ++i) QCOMPARE(clock.trainers[static_cast<std::size_t>(i)]->fingerprint(), printAt(setupOf(i), at));
  }

  void oneThatJoinsLaterComesUpToTheOthers() {
    Clock clock;
    clock.add(setupOf(0));
    clock.go(40);
    clock.add(setupOf(1));
    QCOMPARE(clock.steps.step(), 0);
    clock.go(5);
    for (const auto& trainer : clock.trainers) QCOMPARE(trainer->status().step, 45);
    QCOMPARE(clock.trainers[1]->fingerprint(), printAt(setupOf(1), 45));
  }

  void oneThatHasEndedStaysAndTheOthersGoOn() {
    Clock clock;
    RunSetup shortRun = setupOf(0), wild = setupOf(2);
    shortRun.plan.values.set("steps", std::int64_t{12});
    wild.startWeights = Buffer<float>(makeTrainer(wild)->network().weights().size());
    std::fill(wild.startWeights.begin(), wild.startWeights.end(), std::nanf(""));
    clock.add(shortRun);
    clock.add(setupOf(1));
    clock.add(wild);
    clock.go(30);
    QCOMPARE(clock.trainers[0]->status().step, 12);
    QCOMPARE(clock.trainers[0]->status().reason, StopReason::Steps);
    QCOMPARE(clock.trainers[1]->status().step, 30);
    QCOMPARE(clock.trainers[2]->status().reason, StopReason::NotFinite);
    QCOMPARE(clock.trainers[0]->fingerprint(), printAt(shortRun, 12));
    clock.steps.remove(clock.trainers[1].get());
    clock.steps.run();  // nobody is left to step: it comes to rest by itself
    clock.steps.waitUntilIdle();
    QCOMPARE(clock.steps.step(), 12);
  }

  void resetGoesBackToTheBeginningAndTheSameBitsFollow() {
    Clock clock;
    for (int i = 0; i < 2; ++i) clock.add(setupOf(i));
    clock.steps.run();
    while (clock.steps.step() < 50) std::this_thread::yield();
    clock.steps.reset();
    clock.steps.waitUntilIdle();
    QCOMPARE(clock.steps.step(), 0);
    for (int i = 0; i < 2; ++i) QCOMPARE(clock.trainers[static_cast<std::size_t>(i)]->fingerprint(), printAt(setupOf(i), 0));
    clock.go(33);
    for (int i = 0; i < 2; ++i) QCOMPARE(clock.trainers[static_cast<std::size_t>(i)]->fingerprint(), printAt(setupOf(i), 33));
  }

  void pauseEndsAWaitForThePace() {
    Clock clock;
    clock.add(setupOf(0));
    clock.steps.setPace(0.001);  // a step in a thousand seconds
    clock.steps.run();
    while (clock.steps.step() < 1) std::this_thread::yield();
    clock.steps.pause();
    clock.steps.waitUntilIdle();
    QCOMPARE(clock.steps.step(), 1);
    clock.steps.run();
    clock.steps.setPace(0);
    while (clock.steps.step() < 100) std::this_thread::yield();
    QVERIFY(clock.steps.running());
  }
};

QTEST_GUILESS_MAIN(TestLockstep)
#include "test_lockstep.moc"
