// Lessons 6 to 10 worked through in the window by real events, from the set-up to passed; and ways that must not pass.
#include "lesson_bench.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/plots/plot.h"

using namespace glassbox;

namespace {

constexpr int kPatience = Learner::kPatience;

} // namespace

class TestPathsB : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase_data() { LessonBench::bothLanguages(); }
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }

  // ---- 6: xor ------------------------------------------------------------------------------------------------------------

  void xorIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("xor"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("line", 1));
    QVERIFY(learner.run());
    QVERIFY2(!learner.isDone(0) && learner.question("line")->isRevealed(), "one line is not enough");

    QVERIFY(learner.choose("input1"));
    QVERIFY(learner.addLayer("dense") && learner.setLayer("units", "4") && learner.addLayer("tanh"));
    QVERIFY(learner.run());
    QVERIFY(learner.passes(0));
    QVERIFY(learner.answer("parameters", "17"));
    QVERIFY(learner.passes(1));

    QVERIFY(!learner.runButton()->isEnabled());
    QVERIFY(learner.answer("two", 1));
    QVERIFY(learner.choose("dense2") && learner.setLayer("units", "2"));
    // The first new seed sticks, the second arrives.
    QVERIFY(learner.clickLink(learner.task(2), "lab:new_seed"));
    QVERIFY(learner.run());
    QVERIFY(!learner.isDone(2));
    QVERIFY(learner.clickLink(learner.task(2), "lab:new_seed"));
    QVERIFY(learner.run());
    QVERIFY(learner.passes(2));
    QVERIFY(learner.question("two")->isRevealed());

    // "Train longer and the line will bend": the hidden layer goes with its tanh, and it is one line again.
    QVERIFY(learner.erase("dense2"));
    QCOMPARE(bench.window().document()->spec().nodes.size(), std::size_t{3}); // input, one neuron, the loss
    QVERIFY(learner.set("steps", "15000"));
    QVERIFY(learner.run());
    const double accuracy = bench.window().curves()->accuracy()->shownValue("test").value_or(1);
    QVERIFY2(accuracy < 0.75, qPrintable(QString::number(accuracy)));
  }

  void layersWithoutAnActivationStayOneLine() {
    LessonBench bench;
    QVERIFY(bench.open("xor"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("line", 2));
    QVERIFY(learner.choose("input1"));
    QVERIFY(learner.addLayer("dense") && learner.setLayer("units", "4"));
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(0, "Test accuracy ≥ 0.95"), bench.said());
    QVERIFY(!learner.isDone(0));
  }

  void moreUnitsThanAllowedDoNotPass() {
    LessonBench bench;
    QVERIFY(bench.open("xor"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("line", 0));
    QVERIFY(learner.choose("input1"));
    QVERIFY(learner.addLayer("dense") && learner.setLayer("units", "8") && learner.addLayer("tanh"));
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(0, "Hidden units ≤ 4"), bench.said());
    learner.skip(0);
    QVERIFY(learner.answer("parameters", "12"));
    QVERIFY2(bench.misses(1, "Your answer"), bench.said());
    QVERIFY(!learner.isDone(0) && !learner.isDone(1));
  }

  // ---- 7: backpropagation ------------------------------------------------------------------------------------------------

  void backpropagationIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("backpropagation"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 1, 0, "1") && learner.setWeight("dense1", 1, 1, "-0.5"));
    QVERIFY2(!learner.isDone(0), "one is missing");
    QVERIFY(learner.setWeight("dense2", 0, 1, "1.5"));
    QVERIFY(learner.passes(0));

    QVERIFY(learner.answer("h", "0.2913") && learner.answer("p", "0.6694"));
    QVERIFY(learner.passes(1));
    for (const auto& [question, number] : {std::pair("delta_out", "0.6694"), std::pair("delta_hidden", "0.9189"), std::pair("dv", "0.1950"), std::pair("dw", "0.5513")})
      QVERIFY(learner.answer(question, number));
    QVERIFY(learner.passes(2));

    QVERIFY(learner.clickLink(learner.task(2), "lab:stepping"));
    const BoardArray* gradient = learner.walkTo("dense1.weight.grad");
    QVERIFY(gradient);
    QCOMPARE(QString::number(gradient->values->at(2), 'f', 4), QStringLiteral("0.5513")); // row 1, column 0
    QVERIFY(learner.answer("nudge", "0.5515"));
    QVERIFY(learner.passes(3));

    QVERIFY(learner.clickLink(learner.page(), "lab:step") && bench.session().status().step == 0);
    QVERIFY(learner.answer("direction", 1));
    QVERIFY(learner.clickLink(learner.page(), "lab:step"));
    QVERIFY(learner.reaches(TrainingSession::State::Ended));
    QTRY_VERIFY_WITH_TIMEOUT(learner.question("direction")->isRevealed(), kPatience);
  }

  void theOtherUnitsWeightIsNotMeant() {
    LessonBench bench;
    QVERIFY(bench.open("backpropagation"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 0, 1, "1") && learner.setWeight("dense1", 1, 1, "-0.5") && learner.setWeight("dense2", 0, 1, "1.5"));
    QVERIFY2(bench.misses(0, "Distance of w₂₁ from 1 ≤ 0.001"), bench.said());
    QVERIFY(!learner.isDone(0));
  }

  void numbersWithoutTheSlopeAreNotTheGradients() {
    LessonBench bench;
    QVERIFY(bench.open("backpropagation"));
    const Learner learner = bench.learner();
    QVERIFY(learner.setWeight("dense1", 1, 0, "1") && learner.setWeight("dense1", 1, 1, "-0.5") && learner.setWeight("dense2", 0, 1, "1.5") && learner.passes(0));
    QVERIFY(learner.answer("h", "0.3") && learner.answer("p", "0.6694"));
    QVERIFY2(bench.misses(1, "Your answer"), bench.said());
    QVERIFY(learner.answer("h", "0.2913") && learner.passes(1));
    QVERIFY(learner.answer("delta_out", "0.6694") && learner.answer("delta_hidden", "1.0041") && learner.answer("dv", "0.195") && learner.answer("dw", "0.6025"));
    QVERIFY2(bench.misses(2, "Your answer | Your answer"), bench.said());
    QVERIFY(!learner.isDone(2));
    learner.skip(2);
    QVERIFY(learner.answer("nudge", "1.103"));
    QVERIFY2(bench.misses(3, "Your answer"), bench.said());
    QVERIFY(!learner.isDone(3));
  }

  // ---- 8: vanishing gradient ---------------------------------------------------------------------------------------------

  void theVanishingGradientIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("vanishing-gradient"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("deep", 2));
    QVERIFY(learner.run());
    QVERIFY(learner.question("deep")->isRevealed());
    QVERIFY(learner.answer("shrink", "65536"));
    QVERIFY(learner.passes(0));

    QVERIFY(learner.frameAndDelete("dense1", "dense8") && learner.choose("input1"));
    learner.addByLetters("dtdtdtdtdtdtdtdt");
    QVERIFY2(!bench.window().document()->spec().find("sigmoid8"), "the frame holds what stands behind the layers too");
    QVERIFY(learner.run());
    QVERIFY(learner.passes(1));
    const std::string alive = bench.session().runId();

    QVERIFY(learner.frameAndDelete("dense1", "dense8") && learner.choose("input1"));
    learner.addByLetters("drdrdrdrdrdrdrdr");
    QVERIFY(learner.set("init", "he"));
    QVERIFY(learner.run());
    QVERIFY(learner.passes(2));

    QVERIFY2(!learner.runButton()->isEnabled(), "the last prediction is waited for");
    QVERIFY(learner.answer("zeros", 2));
    QVERIFY(learner.openRun(alive));
    QVERIFY(bench.window().document()->spec().find("tanh8"));
    QVERIFY(learner.set("init", "zeros"));
    QVERIFY(learner.run());
    QVERIFY(learner.question("zeros")->isRevealed());
  }

  void oneHiddenLayerIsNotEight() {
    LessonBench bench;
    QVERIFY(bench.open("vanishing-gradient"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("deep", 0) && learner.answer("shrink", "32"));
    QVERIFY(learner.frameAndDelete("dense1", "dense8") && learner.choose("input1"));
    learner.addByLetters("dt");
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(0, "Your answer"), bench.said());
    learner.skip(0);
    QVERIFY2(bench.misses(1, "Layers of type dense = 9 | Hidden units = 128…"), bench.said());
    QVERIFY(!learner.isDone(0) && !learner.isDone(1));
  }

  void reluWithTheOldInitializerIsNotThePair() {
    LessonBench bench;
    QVERIFY(bench.open("vanishing-gradient"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("deep", 0) && learner.answer("shrink", "65536"));
    for (const char* letters : {"dtdtdtdtdtdtdtdt", "drdrdrdrdrdrdrdr"}) {
      QVERIFY(learner.frameAndDelete("dense1", "dense8") && learner.choose("input1"));
      learner.addByLetters(letters);
      if (*(letters + 1) == 't') QVERIFY(learner.run() && learner.passes(1));
    }
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(2, "Initializer: he"), bench.said());
    QVERIFY(!learner.isDone(2));
  }

  // ---- 9: optimizers race ------------------------------------------------------------------------------------------------

  void theRaceOfOptimizersIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("optimizers-race"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("winner", 1));
    QVERIFY(learner.set("rate", "0.95"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY(learner.passes(0));
    QVERIFY(learner.question("winner")->isRevealed());
    QVERIFY(learner.answer("digits", "11.5"));
    QVERIFY(learner.passes(1));

    QVERIFY(learner.set("optimizer", "momentum") && learner.set("rate", "1") && learner.set("momentum", "0.8") && learner.set("steps", "150"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY(learner.passes(2));

    QVERIFY(learner.set("optimizer", "adam") && learner.set("rate", "0.1") && learner.set("steps", "600"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY(learner.passes(3));
  }

  void theRateThatFeltSafeDoesNotArrive() {
    LessonBench bench;
    QVERIFY(bench.open("optimizers-race"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("winner", 2));
    QVERIFY(learner.run());
    QVERIFY2(bench.misses(0, "Training loss ≤ 0.0027"), bench.said());
    learner.skip(0);
    QVERIFY(learner.answer("digits", "115"));
    QVERIFY2(bench.misses(1, "Your answer"), bench.said());
    QVERIFY(!learner.isDone(0) && !learner.isDone(1));
  }

  void momentumIsNotGivenSixHundredSteps() {
    LessonBench bench;
    QVERIFY(bench.open("optimizers-race"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("winner", 2));
    for (const int task : {0, 1}) learner.skip(task);
    QVERIFY(learner.set("optimizer", "momentum") && learner.set("rate", "1") && learner.set("momentum", "0.8"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY2(bench.misses(2, "Steps ≤ 150"), bench.said());
    learner.skip(2);
    QVERIFY(learner.set("optimizer", "adam") && learner.set("rate", "0.001"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY2(bench.misses(3, "Training loss ≤ 0.0027"), bench.said());
    QVERIFY(!learner.isDone(2) && !learner.isDone(3));
  }

  // ---- 10: learned by heart ----------------------------------------------------------------------------------------------

  void learnedByHeartIsWorkedThrough() {
    LessonBench bench;
    QVERIFY(bench.open("learned-by-heart"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("parameters", "4417"));
    QVERIFY(learner.passes(0));
    QVERIFY(learner.draw("gap"));
    QVERIFY(learner.clickLink(learner.page(), "lab:run"));
    QVERIFY(learner.reaches(TrainingSession::State::Ended));
    QVERIFY(learner.question("gap")->isRevealed());
    QVERIFY2(!learner.isDone(1) && !learner.isDone(2), "it has learned by heart");

    QVERIFY(learner.set("l2", "0.01"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY(learner.passes(1));
    QVERIFY(learner.set("l2", "0") && learner.set("steps", "30"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY(learner.passes(2));
  }

  void tooMuchOfTheRemedyTeachesNothing() {
    LessonBench bench;
    QVERIFY(bench.open("learned-by-heart"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("parameters", "4288") && learner.draw("gap"));
    QVERIFY2(bench.misses(0, "Your answer"), bench.said());
    learner.skip(0);
    QVERIFY(learner.set("l2", "1"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY2(bench.misses(1, "Test loss ≤ 0.4"), bench.said());
    QVERIFY(!learner.isDone(0) && !learner.isDone(1));
  }

  void stoppingWithTheOtherRemedyOnIsNotStoppingAlone() {
    LessonBench bench;
    QVERIFY(bench.open("learned-by-heart"));
    const Learner learner = bench.learner();
    QVERIFY(learner.answer("parameters", "4417") && learner.passes(0) && learner.draw("gap"));
    QVERIFY(learner.set("l2", "0.01"));
    QVERIFY(learner.sameWeights() && learner.run() && learner.passes(1));
    QVERIFY(learner.set("steps", "30"));
    QVERIFY(learner.sameWeights() && learner.run());
    QVERIFY2(bench.misses(2, "L2 ≤ 0"), bench.said());
    QVERIFY(!learner.isDone(2));
  }
};

QTEST_MAIN(TestPathsB)
#include "test_paths_b.moc"
