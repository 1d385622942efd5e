// Lessons 1 to 5 worked through in the window by real events, from the set-up to passed; and ways that must not pass.
#include "lesson_bench.h"

using namespace glassbox;

namespace {

constexpr int kPatience = Learner::kPatience;

} // namespace

class TestPathsA : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase_data() { LessonBench::bothLanguages(); }
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }

  // ---- 1: a line that learns (worked through in test_lesson) -------------------------------------------------------------

  void aLineThatWasTrainedIsNotLaidByHand() {
    LessonBench bench;
    QVERIFY(bench.open("a-line-that-learns"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("end", 0));
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(0, "How the weights were found: by hand"), bench.said());
    QVERIFY(!learner.isDone(0) && !learner.isDone(1));
  }

  void aRunFromALineLaidByHandIsNotGradientDescentAlone() {
    LessonBench bench;
    QVERIFY(bench.open("a-line-that-learns"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 0, 0, "0.5") && learner.setBias("dense1", 0, "-0.3"));
    QVERIFY2(bench.misses(0, "Training loss ≤ 0.0806"), bench.said());
    QVERIFY(!learner.isDone(0));
    QVERIFY(learner.setWeight("dense1", 0, 0, "1.5") && learner.passes(0));
    QVERIFY(learner.answer("end", 2));
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(1, "How the weights were found: by training"), bench.said());
    QVERIFY(!learner.isDone(1));
    QVERIFY(learner.sameWeights() && learner.run() && learner.passes(1));
  }

  // ---- 2: downhill -------------------------------------------------------------------------------------------------------

  void downhillIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("downhill"));
    const Learner learner = bench.learner();
    QVERIFY(!learner.runButton()->isEnabled());
    QVERIFY(learner.answer("critical", "1"));
    QVERIFY2(!learner.runButton()->isEnabled(), "the race is still to be predicted");
    QVERIFY(learner.answer("race", 1));
    QVERIFY(learner.runButton()->isEnabled());

    QVERIFY(learner.clickLink(learner.task(0), "lab:training"));
    QVERIFY(learner.set("rate", "0.75"));
    for (int i = 1; i <= 10; ++i) {
      QVERIFY(learner.clickLink(learner.task(0), "lab:step"));
      QTRY_COMPARE_WITH_TIMEOUT(bench.session().status().step, std::int64_t{i}, kPatience);
    }
    QVERIFY(learner.passes(0));

    QVERIFY(learner.set("rate", "0.95"));
    QVERIFY(learner.sameWeights());
    QVERIFY(learner.run());
    QVERIFY(learner.passes(1));
    QVERIFY(learner.question("race")->isRevealed());

    QVERIFY(learner.set("rate", "1.05"));
    QVERIFY(learner.sameWeights());
    QVERIFY(learner.step(3));
    for (const DiagramHit::Kind kind : {DiagramHit::Kind::Weight, DiagramHit::Kind::Bias}) {
      QVERIFY2(learner.openNumber(kind), "a click reads it");
      learner.leaveEditor();
    }
    QVERIFY(learner.run());
    QVERIFY2(!learner.isDone(2), "the question is open");
    QVERIFY(learner.answer("runs_away", 1));
    QVERIFY(learner.passes(2));
  }

  void theLargestRateIsNotTheFastest() {
    LessonBench bench;
    QVERIFY(bench.open("downhill"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("critical", "1") && learner.answer("race", 2));
    QVERIFY(learner.set("rate", "0.95"));
    QVERIFY(learner.step(10));
    QVERIFY2(bench.misses(0, "Distance of b from its best value ≤ 0.01"), bench.said());
    QVERIFY(!learner.isDone(0));
  }

  void stepsBeforeThePredictionAreNotTaken() {
    LessonBench bench;
    QVERIFY(bench.open("downhill"));
    const Learner learner = bench.learner();
    QVERIFY(learner.set("rate", "0.75"));
    QVERIFY(learner.answer("critical", "2.9"));
    for (int i = 0; i < 10; ++i) QVERIFY(learner.clickLink(learner.task(0), "lab:step"));
    QCOMPARE(bench.session().status().step, std::int64_t{0});
    QVERIFY(!learner.isDone(0));
    QVERIFY2(!learner.question("race")->visibleRegion().isEmpty(), "the question that is waited for is brought into sight");
  }

  void theFlatDirectionIsNotTheOneThatRunsAway() {
    LessonBench bench;
    QVERIFY(bench.open("downhill"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("critical", "2.9") && learner.answer("race", 1));
    QVERIFY(learner.set("rate", "0.75") && learner.step(10) && learner.passes(0));
    QVERIFY(learner.set("rate", "1.01") && learner.sameWeights());
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(1, "Learning rate from 0.898 to 0.9979 | Distance of w from its best value ≤ 0.01 | Distance of b from its best value ≤ 0.01"), bench.said());
    QVERIFY(learner.set("rate", "0.95") && learner.sameWeights() && learner.run() && learner.passes(1));
    QVERIFY(learner.set("rate", "1.05") && learner.sameWeights() && learner.run());
    QVERIFY(learner.answer("runs_away", 0));
    QVERIFY2(bench.misses(2, "Your answer"), bench.said());
    QVERIFY(!learner.isDone(2));
  }

  // ---- 3: a noisy gradient -----------------------------------------------------------------------------------------------

  void aNoisyGradientIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("a-noisy-gradient"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("spread", "0.454"));
    QVERIFY(learner.passes(0));
    QVERIFY(!learner.runButton()->isEnabled());
    QVERIFY(learner.answer("risen", "50") && learner.answer("nearest", 1));

    QVERIFY(learner.clickLink(learner.task(1), "lab:training"));
    QVERIFY(learner.set("batch", "64"));
    QVERIFY(learner.clickLink(learner.task(1), "lab:reset") && learner.waitUntilReady());
    QVERIFY(learner.run());
    QCOMPARE(bench.session().status().step, std::int64_t{16});
    QVERIFY(learner.passes(1));

    QVERIFY(learner.set("batch", "1") && learner.set("rate", "0.007"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY(learner.passes(2));

    // Two workers, and one that does it alone: what the lab shows is what is answered.
    QVERIFY(learner.clickLink(learner.task(3), "lab:reset") && learner.waitUntilReady());
    QVERIFY(learner.clickLink(learner.task(3), "lab:stepping"));
    const struct {
      const char *question, *first;
      int samples;
    } parts[] = {{"first_pair", "0", 2}, {"second_pair", "2", 2}, {"all_four", "0", 4}};
    for (const auto& part : parts) {
      QVERIFY(learner.chooseSamples(part.first, part.samples));
      const BoardArray* gradient = learner.walkTo("dense1.bias.grad");
      QVERIFY(gradient);
      QVERIFY(learner.answer(part.question, QByteArray::number(gradient->values->front(), 'f', 3).constData()));
    }
    QVERIFY(learner.passes(3));
  }

  void theExactGradientIsTakenOnlyOnce() {
    LessonBench bench;
    QVERIFY(bench.open("a-noisy-gradient"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("spread", "0.113"));
    QVERIFY2(bench.misses(0, "Your answer"), bench.said());
    QVERIFY(learner.answer("spread", "0.45") && learner.passes(0));
    QVERIFY(learner.answer("risen", "50") && learner.answer("nearest", 2));
    QVERIFY(learner.set("batch", "1024") && learner.sameWeights() && learner.run());
    QCOMPARE(bench.session().status().step, std::int64_t{1});
    QVERIFY2(bench.misses(1, "Training loss ≤ 0.0969"), bench.said());
    QVERIFY(!learner.isDone(1));
  }

  void theGradientsOfTwoWorkersAreNotAdded() {
    LessonBench bench;
    QVERIFY(bench.open("a-noisy-gradient"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("risen", "50") && learner.answer("nearest", 0));
    for (const int task : {0, 1, 2}) learner.skip(task);
    QVERIFY(learner.answer("first_pair", "-0.19") && learner.answer("second_pair", "-1.398") && learner.answer("all_four", "-1.588"));
    QVERIFY2(bench.misses(3, "Your answer"), bench.said());
    QVERIFY(learner.answer("all_four", "-0.794"));
    QVERIFY(learner.passes(3));
  }

  // ---- 4: yes or no ------------------------------------------------------------------------------------------------------

  void yesOrNoIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("yes-or-no"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 0, 0, "0.1") && learner.setWeight("dense1", 0, 1, "0.1"));
    QVERIFY(learner.setBias("dense1", 0, "0"));
    QVERIFY(learner.passes(0));

    QVERIFY(learner.answer("louder", 0));
    QVERIFY(learner.answer("entropy_slope", "0.9975") && learner.answer("squared_slope", "0.0049") && learner.point("flat", 90, 180));
    QVERIFY(learner.passes(1));

    QVERIFY2(!learner.runButton()->isEnabled(), "the second prediction is waited for");
    QVERIFY(learner.answer("afterwards", 1));
    QVERIFY(learner.clickLink(learner.task(2), "lab:reset") && learner.waitUntilReady());
    QVERIFY(learner.clickLink(learner.task(2), "lab:run"));
    QVERIFY(learner.reaches(TrainingSession::State::Ended));
    QVERIFY(learner.passes(2));
    QVERIFY(learner.question("afterwards")->isRevealed());
  }

  void aNeuronWithoutAnOpinionIsNotRight() {
    LessonBench bench;
    QVERIFY(bench.open("yes-or-no"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 0, 0, "0") && learner.setWeight("dense1", 0, 1, "0"));
    QVERIFY2(bench.misses(0, "Test accuracy ≥ 0.97"), bench.said());
    QVERIFY(!learner.isDone(0));
  }

  void weightsTypedInAreNotTrained() {
    LessonBench bench;
    QVERIFY(bench.open("yes-or-no"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 0, 0, "0.1") && learner.setWeight("dense1", 0, 1, "0.1") && learner.passes(0));
    QVERIFY(learner.answer("louder", 2) && learner.answer("entropy_slope", "0.998") && learner.answer("squared_slope", "0.005") && learner.point("flat", 90, 180) && learner.passes(1));
    QVERIFY(learner.answer("afterwards", 0));
    QVERIFY(learner.setWeight("dense1", 0, 0, "8") && learner.setWeight("dense1", 0, 1, "8"));
    QVERIFY2(bench.misses(2, "How the weights were found: by training"), bench.said());
    QVERIFY(!learner.isDone(2));
  }

  // ---- 5: ninety-six percent ---------------------------------------------------------------------------------------------

  void ninetySixPercentIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("ninety-six-percent"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("nobody", "95"));
    QVERIFY(learner.setWeight("dense1", 0, 0, "0") && learner.setWeight("dense1", 0, 1, "0") && learner.setBias("dense1", 0, "-3"));
    QVERIFY(learner.passes(0));

    QVERIFY(learner.clickLink(learner.task(1), "lab:reset") && learner.waitUntilReady());
    QVERIFY(learner.clickLink(learner.task(1), "lab:run"));
    QVERIFY(learner.reaches(TrainingSession::State::Ended));
    QVERIFY(learner.answer("recall_now", "0.435") && learner.answer("precision_now", "0.737"));
    QVERIFY(learner.passes(1));
    QVERIFY(learner.answer("lower", 1));

    QVERIFY(learner.setBias("dense1", 0, "-0.75"));
    QVERIFY(learner.answer("recall_then", "0.825"));
    QVERIFY(learner.passes(2));
    QVERIFY(learner.answer("f1", "0.599"));
    QVERIFY(learner.passes(3));
  }

  void theThresholdOfOneTenthIsEnough() {
    LessonBench bench;
    QVERIFY(bench.open("ninety-six-percent"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("nobody", "50"));
    QVERIFY(learner.run());
    QVERIFY(learner.setBias("dense1", 0, "-0.88"));
    QVERIFY(learner.answer("lower", 1) && learner.answer("recall_then", "0.8"));
    for (const int task : {0, 1}) learner.skip(task);
    QVERIFY(learner.passes(2));
  }

  void theLazyDoctorIsPredictedBeforeItIsBuilt() {
    LessonBench bench;
    QVERIFY(bench.open("ninety-six-percent"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 0, 0, "0") && learner.setWeight("dense1", 0, 1, "0") && learner.setBias("dense1", 0, "-3"));
    QVERIFY2(bench.remarks(0, "First predict"), bench.said());
    QVERIFY(bench.misses(0, "") && !learner.isDone(0));
    QVERIFY(learner.answer("nobody", "95"));
    QVERIFY(learner.passes(0));
  }

  void everybodyIllIsNotTheLazyDoctor() {
    LessonBench bench;
    QVERIFY(bench.open("ninety-six-percent"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("nobody", "50"));
    QVERIFY(learner.setWeight("dense1", 0, 0, "0") && learner.setWeight("dense1", 0, 1, "0") && learner.setBias("dense1", 0, "3"));
    QVERIFY2(bench.misses(0, "Test accuracy ≥ 0.9499"), bench.said());
    QVERIFY(!learner.isDone(0));
  }

  void alarmingEverybodyIsNotFindingFourOfFive() {
    LessonBench bench;
    QVERIFY(bench.open("ninety-six-percent"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("nobody", "95"));
    QVERIFY(learner.setWeight("dense1", 0, 0, "0") && learner.setWeight("dense1", 0, 1, "0") && learner.setBias("dense1", 0, "-3") && learner.passes(0));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY2(!learner.isDone(1), "nothing is read yet");
    QVERIFY(learner.answer("recall_now", "0.737") && learner.answer("precision_now", "0.435"));
    QVERIFY2(bench.misses(1, "Your answer | Your answer"), bench.said());
    QVERIFY(learner.answer("recall_now", "0.435") && learner.answer("precision_now", "0.737") && learner.passes(1));
    QVERIFY(learner.setBias("dense1", 0, "0"));
    QVERIFY(learner.answer("recall_then", "0.8"));
    QVERIFY2(bench.misses(2, "Test precision ≥ 0.35 | Your answer"), bench.said());
    QVERIFY(!learner.isDone(2));
  }
};

QTEST_MAIN(TestPathsA)
#include "test_paths_a.moc"
