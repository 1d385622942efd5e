// Saved weights and saved runs: what fits is taken bit for bit, what does not is named, and a run goes on as if never stopped.
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

#include "engine/io/run_checkpoint.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

constexpr const char* kNet = "input 5 | dense 7 relu | dropout 0.3 | dense 3 | softmax_cross_entropy";

RunSetup setupOf(const std::string& optimizer, const char* line = kNet) {
  RunSetup setup;
  setup.spec = specOf(line);
  setup.data = hashedData(50, Shape{5}, "ce", 3, 7);
  setup.plan.values = {{"optimizer", optimizer}, {"rate", 0.02}, {"batch", std::int64_t{8}}};
  return setup;
}

void go(Trainer& trainer, std::int64_t steps) {
  trainer.runSteps(steps);
  trainer.waitUntilIdle();
}

/// 60 steps with changes while it goes; the second half by another trainer through a file's bytes when `stop` is not 0.
std::string fingerprintOf(const std::string& optimizer, std::int64_t stop) {
  const RunSetup setup = setupOf(optimizer);
  auto trainer = makeTrainer(setup);
  const auto advance = [&](std::int64_t to) {
    if (stop > 0 && stop <= to && trainer->status().step < stop) {
      go(*trainer, stop - trainer->status().step);
      const std::string bytes = writeSafetensors(runToFile(*trainer, setup.data.get()));
      const auto file = parseSafetensors({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, "run");
      const std::vector<LiveChange> log = trainer->changes();
      trainer = makeTrainer(setup);
      const Result<void> read = runFromFile(*trainer, *file, log, setup.data.get(), "run");
      if (!read) throw std::runtime_error(english(read.error()));
    }
    go(*trainer, to - trainer->status().step);
  };
  advance(10);
  trainer->change("rate", 0.05);
  trainer->change("dense1.weight[2,1]", 0.75);
  advance(33);
  trainer->change("l2", 0.01);
  advance(60);
  return trainer->fingerprint();
}

/// The sentence of a file that is not taken; the network must be as before.
QString refusal(const TensorFile& file, const Dataset* data, const char* line = kNet) {
  auto trainer = makeTrainer(setupOf("sgd", line));
  const std::string before = trainer->fingerprint();
  const Result<void> read = weightsFromFile(trainer->network(), file, data, "w.safetensors");
  if (read) return QStringLiteral("taken");
  return trainer->fingerprint() == before ? QString::fromStdString(english(read.error())) : QStringLiteral("the network has changed");
}

}  // namespace

class TestCheckpoint : public QObject {
  Q_OBJECT

  RunSetup m_setup = setupOf("sgd");
  TensorFile m_file;

 private slots:
  void aStateAskedForWhileItTrainsGoesOnWithTheSameBits_data() {
    QTest::addColumn<QString>("optimizer");
    for (const char* optimizer : {"sgd", "momentum", "adam"}) QTest::newRow(optimizer) << optimizer;
  }
  void aStateAskedForWhileItTrainsGoesOnWithTheSameBits() {
    QFETCH(QString, optimizer);
    constexpr std::int64_t kSteps = 3000;
    const RunSetup setup = setupOf(optimizer.toStdString());
    auto trainer = makeTrainer(setup);
    std::mutex guard;
    std::vector<std::pair<std::int64_t, TensorFile>> asked;
    std::vector<std::string> prints;
    std::vector<RunState> states;
    const auto ask = [&] {
      trainer->askState([&](const Network& network, RunState state) {
        const std::lock_guard lock(guard);
        asked.emplace_back(state.step, runToFile(network, state, setup.data.get()));
        states.push_back(state);
        prints.push_back(glassbox::fingerprintOf(network, {state.weights.data(), state.weights.size()}, state.lossHash));
      });
    };
    const auto answers = [&] {
      const std::lock_guard lock(guard);
      return asked.size();
    };
    trainer->runSteps(kSteps);
    for (std::size_t i = 0; i < 5; ++i) {
      ask();
      QTRY_COMPARE(answers(), i + 1);
    }
    trainer->waitUntilIdle();
    const std::string whole = trainer->fingerprint();
    ask();  // at rest: the present one
    QTRY_COMPARE(answers(), std::size_t{6});
    trainer->waitUntilIdle();
    QCOMPARE(asked.back().first, kSteps);
    QCOMPARE(prints.back(), whole);
    QVERIFY2(asked.front().first < kSteps, "at least one was taken on the way");
    for (std::size_t i = 0; i < asked.size(); ++i) {
      // The network has gone on: the file is of the state.
      QCOMPARE(writeSafetensors(runToFile(trainer->network(), states[i], setup.data.get())), writeSafetensors(asked[i].second));
      auto other = makeTrainer(setup);
      QVERIFY(runFromFile(*other, asked[i].second, {}, setup.data.get(), "run").ok());
      QCOMPARE(other->status().step, asked[i].first);
      QCOMPARE(other->fingerprint(), prints[i]);
      go(*other, kSteps - asked[i].first);
      QCOMPARE(other->fingerprint(), whole);
    }
  }

  void initTestCase() {
    auto trainer = makeTrainer(m_setup);
    go(*trainer, 5);
    m_file = weightsToFile(trainer->network(), m_setup.data.get());
  }

  void weightsComeBackBitForBit() {
    auto trained = makeTrainer(m_setup), fresh = makeTrainer(m_setup);
    go(*trained, 5);
    const Result<void> read = weightsFromFile(fresh->network(), m_file, m_setup.data.get(), "w");
    QVERIFY2(read.ok(), read ? "" : english(read.error()).c_str());
    const auto a = std::as_const(*trained).network().weights(), b = std::as_const(*fresh).network().weights();
    QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end()));
  }

  void whatDoesNotFitIsNamed_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << 0 << "no weights \"dense2.bias\"";
    QTest::newRow("extra") << 1 << "weights \"other.weight\" (2x2) that the network has no place for";
    QTest::newRow("shape") << 2 << "\"dense1.weight\" are 7x5 in the network and 5x7 in the file";
    QTest::newRow("optimizer state of nobody") << 3 << "weights \"optimizer.1.dense1.bias\" (7) that the network has no place for";
    QTest::newRow("network") << 4 << "another network";
    QTest::newRow("classes") << 5 << "trained for the classes [\"a\", \"b\"";
    QTest::newRow("columns") << 6 << "trained on the columns";
  }
  void whatDoesNotFitIsNamed() {
    QFETCH(int, fault);
    QFETCH(QString, words);
    TensorFile file = m_file;
    Dataset data = *m_setup.data;
    switch (fault) {
      case 0: std::erase_if(file.tensors, [](const NamedTensor& t) { return t.name == "dense2.bias"; }); break;
      case 1: file.tensors.push_back({"other.weight", Tensor(Shape{2, 2})}); break;
      case 2: file.tensors[0].tensor.shape = Shape{5, 7}; break;
      case 3: file.tensors.push_back({"optimizer.1.dense1.bias", Tensor(Shape{7})}); break;
      case 4: file.metadata[kWeightsSpec] = "0123456789abcdef"; break;
      case 5: file.metadata[kWeightsClasses] = R"(["a", "b", "c"])"; break;
      case 6:
        data.inputs[0].labels = {"a", "b", "c", "d", "e"};
        file.metadata[kWeightsColumns] = R"({"x": ["b", "a", "c", "d", "e"]})";
        break;
    }
    const QString said = refusal(file, &data);
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("w.safetensors")), qPrintable(said));
  }

  /// A file of another program says nothing of network and classes.
  void foreignWeightsAreTakenByNameAndShape() {
    TensorFile file = m_file;
    file.metadata.clear();
    QCOMPARE(refusal(file, m_setup.data.get()), QStringLiteral("taken"));
  }

  void aRunGoesOnAsIfNeverStopped_data() {
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<int>("stop");
    for (const char* optimizer : {"gd", "sgd", "momentum", "adam"})
      for (const int stop : {1, 10, 12, 33, 49, 60})
        QTest::addRow("%s stopped at %d", optimizer, stop) << optimizer << stop;
  }
  void aRunGoesOnAsIfNeverStopped() {
    QFETCH(QString, optimizer);
    QFETCH(int, stop);
    const std::string never = fingerprintOf(optimizer.toStdString(), 0);
    QCOMPARE(fingerprintOf(optimizer.toStdString(), stop), never);
  }

  void anEndedRunStaysEnded() {
    RunSetup setup = setupOf("adam");
    setup.plan.values.set("steps", std::int64_t{9});
    auto first = makeTrainer(setup), second = makeTrainer(setup);
    first->run();
    first->waitUntilIdle();
    QVERIFY(runFromFile(*second, runToFile(*first, setup.data.get()), {}, setup.data.get(), "run").ok());
    QCOMPARE(second->status().reason, StopReason::Steps);
    QCOMPARE(second->status().step, 9);
    QCOMPARE(second->status().samples, first->status().samples);
    second->run();
    second->waitUntilIdle();
    QCOMPARE(second->status().step, 9);
    QCOMPARE(second->fingerprint(), first->fingerprint());
  }

  /// The mean loss of an epoch decides; its first half was before the stop.
  void aRunStoppedWithinAnEpochEndsByTheSameLoss() {
    RunSetup setup = setupOf("sgd");
    setup.plan.values.set("epochs", std::int64_t{6});
    auto free = makeTrainer(setup);
    free->run();
    free->waitUntilIdle();
    std::vector<double> means(6);
    for (const StepPoint& point : takePoints(*free)) {
      const auto place = static_cast<std::size_t>(point.step - 1);
      means[place / 7] += point.loss.sum * (place % 7 == 6 ? 2 : 8) / 50;  // 50 samples in batches of 8
    }
    const double least = *std::min_element(means.begin(), means.begin() + 4);
    QVERIFY2(means[4] < least, "another seed for the data, please: the fifth epoch must be the best");
    setup.plan.values.set("stop_loss", (means[4] + least) / 2);
    auto first = makeTrainer(setup), second = makeTrainer(setup);
    go(*first, 11);  // the fourth step of the second epoch: half its loss alone would be below
    QVERIFY(runFromFile(*second, runToFile(*first, setup.data.get()), {}, setup.data.get(), "run").ok());
    second->run();
    second->waitUntilIdle();
    QCOMPARE(second->status().reason, StopReason::LossReached);
    QCOMPARE(second->status().step, 35);
  }

  void stateThatDoesNotFitIsRefused_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("words");
    QTest::newRow("fewer numbers per weight") << 0 << "no optimizer state \"optimizer.2.dense1.weight\"";
    QTest::newRow("more numbers per weight") << 1 << "no place for";
    QTest::newRow("a state is missing") << 2 << "no optimizer state \"optimizer.1.dense1.weight\"";
    QTest::newRow("no step") << 3 << "\"step\" is missing";
    QTest::newRow("negative step") << 4 << "\"step\" should be a whole number";
    QTest::newRow("no end known") << 5 << "\"gone\" is not a way in which a run ends";
    QTest::newRow("an unknown key") << 6 << "\"more\"";
  }
  void stateThatDoesNotFitIsRefused() {
    QFETCH(int, fault);
    QFETCH(QString, words);
    const RunSetup from = setupOf("momentum");
    auto first = makeTrainer(from);
    go(*first, 3);
    TensorFile file = runToFile(*first, from.data.get());
    std::string& run = file.metadata[kWeightsRun];
    const auto swap = [&](const std::string& old, const std::string& fresh) { run.replace(run.find(old), old.size(), fresh); };
    if (fault == 2) std::erase_if(file.tensors, [](const NamedTensor& t) { return t.name == "optimizer.1.dense1.weight"; });
    if (fault == 3) swap("\"step\": 3, ", "");
    if (fault == 4) swap("\"step\": 3", "\"step\": -3");
    if (fault == 5) swap("\"paused\"", "\"gone\"");
    if (fault == 6) swap("\"step\": 3", "\"step\": 3, \"more\": 1");
    auto second = makeTrainer(setupOf(fault == 0 ? "adam" : fault == 1 ? "sgd" : "momentum"));
    const std::string before = second->fingerprint();
    const Result<void> read = runFromFile(*second, file, {}, from.data.get(), "run.safetensors");
    QVERIFY(!read.ok());
    QVERIFY2(QString::fromStdString(english(read.error())).contains(words), english(read.error()).c_str());
    QCOMPARE(second->fingerprint(), before);
    QCOMPARE(second->status().step, 0);
  }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "test_checkpoint.moc"
