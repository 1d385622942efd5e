// Going back: the bits of a fresh run at any step, key frames under their budget, branches.
#include <QTest>
#include <random>

#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

struct Net {
  const char* name;
  const char* line;
  const char* loss;
  std::int64_t outputs;
  const char* optimizer;
};
constexpr Net kNets[] = {
    {"one neuron, sgd", "input 6 | dense 1 | binary_cross_entropy", "bce", 1, "sgd"},
    {"tanh, momentum", "input 6 | dense 20 tanh | dense 2 | mse", "mse", 2, "momentum"},
    {"dropout and noise, adam", "input 6 | noise 0.1 | dense 30 gelu | dropout 0.3 | dense 3 | softmax_cross_entropy", "ce", 3, "adam"},
    {"a gate, rmsprop", "input 6 | h: dense 9 tanh | from input1 | dense 9 sigmoid | multiply h | concat h | dense 3 | softmax_cross_entropy", "ce", 3, "rmsprop"},
    {"wide, adamw", "input 6 | dense 300 relu | dense 200 relu | dense 3 | softmax_cross_entropy smoothing=0.1", "ce", 3, "adamw"},
    {"convolution and batch norm, nesterov", "input 6 | reshape 1x2x3 | conv2d 6 kernel=2 padding=1 bias=false | batch_norm | relu | flatten | dense 3 | softmax_cross_entropy", "ce", 3, "nesterov"},
    {"LSTM and GRU, adagrad", "input 6 | reshape 3x2 | lstm 8 last=false | dropout 0.2 | gru 7 layers=2 | dense 2 | mse", "mse", 2, "adagrad"},
    {"a transformer block, adamw", "input 6 | reshape 3x2 | dense 8 | transformer_block 2 causal=true | flatten | dense 3 | softmax_cross_entropy", "ce", 3, "adamw"},
    {"all samples at once, gd", "input 6 | normalize | dense 9 tanh | dense 2 | huber", "mse", 2, "gd"},
};

RunSetup setupFor(const Net& net) {
  RunSetup setup;
  setup.spec = specOf(net.line);
  setup.data = hashedData(70, Shape{6}, net.loss, net.outputs, 12);
  setup.plan.values = {{"optimizer", std::string(net.optimizer)}, {"rate", 0.01}, {"batch", std::int64_t{16}}, {"schedule", std::string("cosine")}, {"decay_steps", std::int64_t{400}},
                       {"clip", 0.5}};
  setup.changes = {{60, "rate", 0.03}, {137, "l2", 0.01}, {137, "dense1.bias[0]", 0.25}, {200, "rate", 0.002}, {200, "clip", 0.0}};
  setup.timelineBytes = 300'000;
  setup.threads = 2;
  return setup;
}

bool sameState(const Trainer& a, const Trainer& b) {
  const RunState x = a.state(), y = b.state();
  return x.step == y.step && x.samples == y.samples && x.epochLoss == y.epochLoss && x.epochSamples == y.epochSamples && x.lossHash == y.lossHash &&
         std::equal(x.weights.begin(), x.weights.end(), y.weights.begin()) && std::equal(x.optimizer.begin(), x.optimizer.end(), y.optimizer.begin());
}

void runTo(Trainer& trainer, std::int64_t step) {
  trainer.runSteps(step - trainer.status().step);
  trainer.waitUntilIdle();
}

}  // namespace

class TestTimeline : public QObject {
  Q_OBJECT

 private slots:
  void anyStepComesBackWithTheBitsOfAFreshRun_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < std::size(kNets); ++i) QTest::newRow(kNets[i].name) << static_cast<int>(i);
  }
  void anyStepComesBackWithTheBitsOfAFreshRun() {
    QFETCH(int, number);
    const Net& net = kNets[static_cast<std::size_t>(number)];
    auto trainer = makeTrainer(setupFor(net));
    runTo(*trainer, 300);
    const std::string end = trainer->fingerprint();
    takePoints(*trainer);
    std::mt19937 random(static_cast<unsigned>(number) + 1);
    for (int trial = 0; trial < 10; ++trial) {
      const auto step = static_cast<std::int64_t>(random() % 301);
      const Result<void> gone = trainer->replayTo(step);
      QVERIFY2(gone.ok(), gone.ok() ? "" : english(gone.error()).c_str());
      auto fresh = makeTrainer(setupFor(net));
      runTo(*fresh, step);
      QVERIFY2(sameState(*trainer, *fresh), qPrintable(QStringLiteral("step %1").arg(step)));
      QCOMPARE(trainer->fingerprint(), fresh->fingerprint());
      QVERIFY(takePoints(*trainer).empty());  // what is repeated sends nothing
    }
    runTo(*trainer, 300);  // on from there: the same run again, its log included
    QCOMPARE(trainer->fingerprint(), end);
    QVERIFY(trainer->timeline().bytes() <= 300'000 || trainer->timeline().steps().size() == 2);
  }

  /// Some of them while it runs, so that chance decides their step; the log says which it was.
  void everyStepOfARunWithLiveChangesComesBack_data() { anyStepComesBackWithTheBitsOfAFreshRun_data(); }
  void everyStepOfARunWithLiveChangesComesBack() {
    QFETCH(int, number);
    const Net& net = kNets[static_cast<std::size_t>(number)];
    RunSetup setup = setupFor(net);
    setup.changes.clear();
    auto trainer = makeTrainer(setup);
    std::mt19937 random(static_cast<unsigned>(number) + 77);
    const std::pair<const char*, double> kinds[] = {{"rate", 0.02}, {"l2", 0.003}, {"dense1.bias[0]", 0.2}, {"clip", 0.3}, {"rate", 0.004}, {"dense1.weight[0,0]", -0.4}, {"clip", 0.0}};
    for (const auto& [key, value] : kinds) {
      trainer->runSteps(20 + static_cast<std::int64_t>(random() % 30));
      if (random() % 2) trainer->waitUntilIdle();
      trainer->change(key, value);
    }
    trainer->waitUntilIdle();
    runTo(*trainer, trainer->status().step + 40);
    const std::int64_t last = trainer->status().step;
    RunSetup again = setup;
    again.changes = trainer->changes();
    QCOMPARE(again.changes.size(), std::size(kinds));
    const std::string end = trainer->fingerprint();
    for (int trial = 0; trial < 10; ++trial) {
      const auto step = static_cast<std::int64_t>(random() % static_cast<unsigned>(last + 1));
      QVERIFY(trainer->replayTo(step).ok());
      auto fresh = makeTrainer(again);
      runTo(*fresh, step);
      QVERIFY2(sameState(*trainer, *fresh), qPrintable(QStringLiteral("step %1").arg(step)));
    }
    runTo(*trainer, last);
    QCOMPARE(trainer->fingerprint(), end);
  }

  /// What early stopping remembers belongs to the state: going back before the best epoch and on again ends at the same one.
  void goingBackForgetsTheBestWeightsOfLater() {
    RunSetup setup = setupFor(kNets[1]);
    setup.changes.clear();
    setup.plan.values.set("patience", std::int64_t{3});
    setup.plan.values.set("epochs", std::int64_t{80});
    auto trainer = makeTrainer(setup);
    trainer->run();
    trainer->waitUntilIdle();
    const RunStatus end = trainer->status();
    QCOMPARE(end.reason, StopReason::EarlyStopping);
    const std::string print = trainer->fingerprint();
    for (const std::int64_t step : {std::int64_t{0}, end.bestStep / 2, end.bestStep, end.bestStep + 1}) {
      QVERIFY(trainer->replayTo(step).ok());
      QVERIFY(trainer->status().bestStep <= step);
      trainer->run();
      trainer->waitUntilIdle();
      QCOMPARE(trainer->status().step, end.step);
      QCOMPARE(trainer->status().bestStep, end.bestStep);
      QCOMPARE(trainer->status().reason, end.reason);
      QCOMPARE(trainer->fingerprint(), print);
    }
  }

  void changesMadeWhileItRanAreRepeatedToo() {
    RunSetup setup = setupFor(kNets[1]);
    setup.changes.clear();
    auto trainer = makeTrainer(setup);
    runTo(*trainer, 50);
    trainer->change("rate", 0.1);
    runTo(*trainer, 90);
    trainer->change("dense1.weight[0,0]", 1.5);
    trainer->change("momentum", 0.5);
    runTo(*trainer, 150);
    const std::string end = trainer->fingerprint();
    QVERIFY(trainer->replayTo(20).ok());
    QCOMPARE(trainer->changes().size(), std::size_t{3});
    QVERIFY(trainer->replayTo(150).ok());
    QCOMPARE(trainer->fingerprint(), end);
    QVERIFY(trainer->replayTo(50).ok());
    runTo(*trainer, 150);
    QCOMPARE(trainer->fingerprint(), end);
  }

  void aChangeMadeInThePastDropsWhatCameAfter() {
    auto trainer = makeTrainer(setupFor(kNets[1]));
    runTo(*trainer, 250);
    QVERIFY(trainer->replayTo(137).ok());
    trainer->change("rate", 0.05);
    runTo(*trainer, 260);
    RunSetup other = setupFor(kNets[1]);
    other.changes = {{60, "rate", 0.03}, {137, "l2", 0.01}, {137, "dense1.bias[0]", 0.25}, {137, "rate", 0.05}};
    QVERIFY(trainer->changes() == other.changes);
    auto fresh = makeTrainer(other);
    runTo(*fresh, 260);
    QCOMPARE(trainer->fingerprint(), fresh->fingerprint());
    QVERIFY(trainer->replayTo(140).ok());
    runTo(*trainer, 260);
    QCOMPARE(trainer->fingerprint(), fresh->fingerprint());
  }

  void aBranchGoesAnotherWayByOneChange() {
    auto trainer = makeTrainer(setupFor(kNets[2]));
    runTo(*trainer, 250);
    QVERIFY(trainer->replayTo(100).ok());
    auto branch = makeTrainer(trainer->branch("rate", 0.0005));
    QCOMPARE(branch->status().step, 100);
    runTo(*branch, 180);
    RunSetup other = setupFor(kNets[2]);
    other.changes = {{60, "rate", 0.03}, {100, "rate", 0.0005}};
    auto fresh = makeTrainer(other);
    runTo(*fresh, 180);
    QCOMPARE(branch->fingerprint(), fresh->fingerprint());
    QVERIFY(branch->replayTo(120).ok());  // a branch can go back too, to where it began
    QVERIFY(branch->replayTo(100).ok());
    QVERIFY(!branch->replayTo(99).ok());
    runTo(*trainer, 250);  // the run it left is as it was
    auto whole = makeTrainer(setupFor(kNets[2]));
    runTo(*whole, 250);
    QCOMPARE(trainer->fingerprint(), whole->fingerprint());
  }

  void framesKeepToTheirBudgetAndGrowSparseBackwards() {
    Timeline timeline(100'000);
    RunState frame;
    frame.weights = Buffer<float>(1000);  // 4 kB: some 24 frames
    frame.optimizer = Buffer<float>(0);
    for (std::int64_t step = 0; step < 100'000; ++step)
      if (timeline.wants(step)) {
        frame.step = step;
        timeline.keep(frame);
        QVERIFY(timeline.bytes() <= 100'000);
      }
    const std::vector<std::int64_t> steps = timeline.steps();
    QVERIFY(steps.size() >= 20 && steps.size() <= 25);
    QCOMPARE(steps.front(), 0);
    QVERIFY(100'000 - steps.back() <= Timeline::kInterval);
    // An old gap may be larger than its age times a share, a young one must be small: at most 0.8 of how long ago it began.
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
      const double gap = static_cast<double>(steps[i + 1] - steps[i]), age = static_cast<double>(100'000 - steps[i]);
      QVERIFY2(gap <= 0.8 * age, qPrintable(QStringLiteral("%1 to %2").arg(steps[i]).arg(steps[i + 1])));
    }
    QCOMPARE(timeline.before(0)->step, 0);
    QCOMPARE(timeline.before(steps[3] - 1)->step, steps[2]);
    timeline.forgetAfter(steps[3]);
    QCOMPARE(timeline.steps().size(), std::size_t{4});
    QVERIFY(timeline.wants(steps[3] + Timeline::kInterval) && !timeline.wants(steps[3] + 1));
  }

  void goingBackIsRefusedInWords() {
    RunSetup setup = setupFor(kNets[0]);
    auto trainer = makeTrainer(setup);
    runTo(*trainer, 10);
    const Result<void> ahead = trainer->replayTo(11);
    QVERIFY(!ahead.ok() && english(ahead.error()).find("11") != std::string::npos);
    setup.timelineBytes = 0;
    auto without = makeTrainer(setup);
    runTo(*without, 10);
    QVERIFY(!without->replayTo(5).ok());
  }

  void keyFramesChangeNoBits() {
    RunSetup setup = setupFor(kNets[4]);
    auto with = makeTrainer(setup);
    setup.timelineBytes = 0;
    auto without = makeTrainer(setup);
    runTo(*with, 100);
    runTo(*without, 100);
    QCOMPARE(with->fingerprint(), without->fingerprint());
  }
};

QTEST_APPLESS_MAIN(TestTimeline)
#include "test_timeline.moc"
