// Sweeps: the same cells and ranking for any number of runs at once, each run the one that training alone would give.
#include <QTest>
#include <atomic>
#include <cmath>
#include <set>

#include "engine/experiment/sweep.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

SweepSetup sweepOf(std::initializer_list<const char*> axes, int seeds = 2) {
  SweepSetup sweep;
  sweep.run.spec = specOf("input 4 | dense 8 tanh | dense 3 | softmax_cross_entropy");
  auto data = std::make_shared<Dataset>(*hashedData(90, Shape{4}, "ce", 3, 9));
  data->train = 60;
  data->validation = 30;
  finishHash(*data);
  sweep.run.data = data;
  sweep.run.plan.values = {{"rate", 0.1}, {"batch", std::int64_t{20}}, {"steps", std::int64_t{30}}};
  for (const char* axis : axes) sweep.axes.push_back(*parseSweepAxis(axis));
  sweep.seeds = seeds;
  return sweep;
}

}  // namespace

class TestSweep : public QObject {
  Q_OBJECT

 private slots:
  void everyCellIsTheRunThatTrainingAloneWouldGive() {
    const Result<SweepResult> result = runSweep(sweepOf({"rate=0.3,0.01", "dense1.units=4,16,5"}));
    QVERIFY(result.ok());
    QCOMPARE(result->cells.size(), std::size_t{6});
    for (const SweepCell& cell : result->cells) {
      QCOMPARE(cell.runs.size(), std::size_t{2});
      for (std::size_t i = 0; i < 2; ++i) {
        RunSetup alone = sweepOf({}).run;
        alone.plan.values.set("rate", std::stod(cell.values[0]));
        alone.plan.seed = 1 + i;
        alone.spec = specOf("input 4 | dense " + cell.values[1] + " tanh | dense 3 | softmax_cross_entropy");
        auto trainer = makeTrainer(alone);
        trainer->run();
        trainer->waitUntilIdle();
        QCOMPARE(cell.runs[i].fingerprint, trainer->fingerprint());
        QCOMPARE(cell.runs[i].loss, trainer->evaluate(Part::Validation).loss);
        QCOMPARE(cell.runs[i].seed, std::uint64_t{1 + i});
      }
      QVERIFY(std::abs(cell.meanLoss - (cell.runs[0].loss + cell.runs[1].loss) / 2) < 1e-12);
      QVERIFY(std::abs(cell.lossDeviation - std::abs(cell.runs[0].loss - cell.runs[1].loss) / std::sqrt(2.0)) < 1e-12);
    }
  }

  void theResultDoesNotDependOnHowManyRunAtOnce() {
    std::string tables[3];
    const int parallel[] = {1, 2, 5};
    for (int i = 0; i < 3; ++i) {
      SweepSetup sweep = sweepOf({"rate=1,0.1,0.01,0.001"}, 3);
      sweep.parallel = parallel[i];
      tables[i] = sweepToCsv(*runSweep(sweep));
    }
    QCOMPARE(tables[0], tables[1]);
    QCOMPARE(tables[0], tables[2]);
  }

  void theLeastMeanValidationLossRanksFirstAndFailedRunsLast() {
    const Result<SweepResult> result = runSweep(sweepOf({"rate=0.1,1000,0.0001", "dense2.units=3,2"}));
    QVERIFY(result.ok());
    for (std::size_t i = 0; i + 1 < result->ranking.size(); ++i) {
      const SweepCell &better = result->cells[result->ranking[i]], &worse = result->cells[result->ranking[i + 1]];
      if (worse.runs.empty() || std::isnan(worse.meanLoss)) continue;
      QVERIFY(!better.runs.empty() && better.meanLoss <= worse.meanLoss);
    }
    int misfits = 0;
    for (const SweepCell& cell : result->cells) {
      if (cell.values[1] != "2") continue;
      QVERIFY(cell.error && cell.runs.empty());  // three classes on two outputs
      ++misfits;
    }
    QCOMPARE(misfits, 3);
    for (std::size_t i = 3; i < 6; ++i) QVERIFY(result->cells[result->ranking[i]].error);
  }

  void trialsAreDrawnFromTheGridWithoutRepetition() {
    SweepSetup sweep = sweepOf({"rate=1,0.1,0.01,0.001", "dense1.units=2,3,4,5,6"}, 1);
    sweep.trials = 7;
    const Result<SweepResult> result = runSweep(sweep);
    QVERIFY(result.ok());
    QCOMPARE(result->cells.size(), std::size_t{7});
    std::set<std::vector<std::string>> seen;
    for (const SweepCell& cell : result->cells) seen.insert(cell.values);
    QCOMPARE(seen.size(), std::size_t{7});
    QCOMPARE(sweepToCsv(*runSweep(sweep)), sweepToCsv(*result));
  }

  void progressCountsToTheEndAndCancelStops() {
    int calls = 0;
    const Result<SweepResult> whole = runSweep(sweepOf({"rate=1,0.1"}), [&](int done, int all, const SweepCell&) {
      QCOMPARE(done, ++calls);
      QCOMPARE(all, 4);
    });
    QVERIFY(whole.ok() && !whole->cancelled);
    QCOMPARE(calls, 4);
    std::stop_source stop;
    SweepSetup endless = sweepOf({"rate=0.1,0.01,0.001"}, 1);
    endless.run.plan.values.set("steps", std::int64_t{1'000'000'000});
    endless.axes.push_back(*parseSweepAxis("steps=20,1000000000"));
    const Result<SweepResult> cut = runSweep(endless, [&](int, int, const SweepCell&) { stop.request_stop(); }, stop.get_token());
    QVERIFY(cut.ok() && cut->cancelled);
    int finished = 0;
    for (const SweepCell& cell : cut->cells) finished += !cell.runs.empty();
    QCOMPARE(finished, 1);
  }

  void runsThatRestGoOnToTheSameEndAndAreHandedOverWhole() {
    const SweepSetup sweep = sweepOf({"rate=0.1,0.01"});
    const std::string plain = sweepToCsv(*runSweep(sweep));
    std::atomic<int> asked{0};
    int began = 0, ended = 0;
    SweepWatch watch;
    watch.held = [&] { return ++asked % 3 != 0; };  // each moment for two thirds
    watch.began = [&](std::size_t) { ++began; };
    watch.ended = [&](const SweepEnd& end) {
      ++ended;
      QVERIFY(!end.points.empty());
      std::int64_t steps = 0;
      for (const StepPoint& point : end.points) steps += point.count;
      QCOMPARE(steps, end.run.steps);
      QCOMPARE(end.points.back().step, end.run.steps);
      QCOMPARE(end.trainer.state().step, end.run.steps);
      QCOMPARE(end.trainer.setup().plan.seed, end.run.seed);
    };
    QCOMPARE(sweepToCsv(*runSweep(sweep, {}, {}, watch)), plain);
    QCOMPARE(began, 4);
    QCOMPARE(ended, 4);
    QVERIFY(asked > 0);
  }

  void aLongRunIsHandedOverInFewPoints() {
    SweepSetup sweep = sweepOf({"rate=0.1"}, 1);
    sweep.run.plan.values.set("steps", std::int64_t{30'000});
    SweepWatch watch;
    std::size_t points = 0;
    std::int64_t steps = 0;
    watch.ended = [&](const SweepEnd& end) {
      points = end.points.size();
      for (const StepPoint& point : end.points) steps += point.count;
    };
    QVERIFY(runSweep(sweep, {}, {}, watch).ok());
    QVERIFY(points > kSweepPoints / 4 && points <= kSweepPoints);
    QCOMPARE(steps, std::int64_t{30'000});
  }

  void dataWithoutAValidationPartGiveATenth() {
    SweepSetup sweep = sweepOf({"rate=1,0.1"});
    sweep.run.data = hashedData(100, Shape{4}, "ce", 3, 9);
    const Result<SweepResult> result = runSweep(sweep);
    QVERIFY(result.ok());
    QCOMPARE(result->remarks.size(), std::size_t{1});
  }

  void whatCannotBeVariedIsRefusedInWords_data() {
    QTest::addColumn<QString>("axis");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such setting") << "speed=1,2" << "speed";
    QTest::newRow("no such node") << "dense9.units=1,2" << "dense9";
    QTest::newRow("no such parameter") << "dense1.colour=1,2" << "colour";
    QTest::newRow("out of range") << "rate=0.1,-3" << "-3";
  }
  void whatCannotBeVariedIsRefusedInWords() {
    QFETCH(QString, axis);
    QFETCH(QString, words);
    const Result<SweepResult> result = runSweep(sweepOf({qPrintable(axis)}));
    QVERIFY(!result.ok());
    QVERIFY2(english(result.error()).find(words.toStdString()) != std::string::npos, english(result.error()).c_str());
  }

  void anAxisIsReadFromWords() {
    QCOMPARE(parseSweepAxis("rate=1,0.1")->values.size(), std::size_t{2});
    for (const char* bad : {"", "rate", "rate=", "=1", "rate=1,,2", "rate=1,"}) QVERIFY(!parseSweepAxis(bad).ok());
    SweepSetup endless = sweepOf({"rate=1"});
    endless.run.plan.values.erase("steps");
    QVERIFY(!runSweep(endless).ok());
  }

  void aTableQuotesWhatASpreadsheetWouldCompute() {
    SweepResult result;
    result.axes = {{"rate", {"=1+1"}}};
    SweepCell cell;
    cell.values = {"=1+1"};
    SweepRun run;
    run.loss = -2;
    cell.runs = {run};
    cell.meanLoss = -2;
    result.cells = {cell};
    result.ranking = {0};
    const std::string table = sweepToCsv(result);
    QVERIFY2(table.find("\n\"=1+1\",0,\"-2\",") != std::string::npos, table.c_str());
  }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "test_sweep.moc"
