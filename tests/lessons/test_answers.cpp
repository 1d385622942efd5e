// Answers that are drawn or clicked: the pure functions behind them, the conditions, the files they are kept in, and hints that depend on
// what the learner did.
#include <QTest>

#include <cmath>
#include <limits>

#include "engine/io/json_value.h"
#include "engine/lesson/grade.h"
#include "engine/lesson/headless_lab.h"
#include "engine/lesson/progress.h"
#include "engine/lesson/task_check.h"
#include "engine/lesson/verify.h"
#include "lesson_folder.h"

using namespace glassbox;
using namespace lesson_test;

namespace {

RecordedCurves measured(std::vector<std::pair<std::int64_t, double>> points) {
  RecordedCurves out;
  for (const auto& [step, value] : points) out[curves::kTestLoss].push_back({step, 1, value, value, value});
  return out;
}

DrawnCurve drawn(std::vector<double> heights) { return {{"test_loss", 100, 0, 2}, std::move(heights)}; }

bool near(const std::optional<double>& value, double right) { return value && std::abs(*value - right) < 1e-12; }

Condition condition(const char* kind, const Params& given) { return {kind, *complete(findCheck(kind)->params, given)}; }
ParamValue text(const char* value) { return std::string(value); }

ConditionState check(const Condition& one, const LabState& lab) {
  Task task;
  task.conditions = {one};
  return checkTask(task, lab).conditions.at(0);
}

/// The guide's example with the questions of the guide, whose words stand on both pages.
LessonFolder allQuestions() {
  LessonFolder folder;
  const std::string questions = exampleOf(folder.readme(), "json questions");
  folder.replace("lesson.json", "[{\"id\": \"direction\", \"kind\": \"choice\", \"predict\": true, \"choices\": [\"down\", \"up\"]}]", questions);
  const std::string more = "\n::: question steps_needed\nHow many?\n:::\n\n::: reveal steps_needed\nMany.\n:::\n\n::: question shape\nDraw it.\n:::\n\n::: reveal shape\nSo.\n:::\n\n"
                           "::: question place\nWhere?\n\n- (low_end) The lower end.\n- (high_end) The upper end.\n- (below) Below the line.\n:::\n\n::: reveal place\nThere.\n:::\n";
  for (const char* page : {"en.md", "zh_CN.md"}) folder.files[page] += more;
  return folder;
}

Lesson loaded(LessonFolder& folder) {
  const Result<Lesson> lesson = loadLesson(folder.write());
  if (!lesson) qFatal("%s", english(lesson.error()).c_str());
  return *lesson;
}

}  // namespace

class TestAnswers : public QObject {
  Q_OBJECT

 private slots:
  // ---- drawn curves -------------------------------------------------------------------------------------------------------

  void aDrawnCurveIsAStraightLineBetweenItsHeights() {
    const DrawnCurve curve = drawn({2, 1, 0});  // at steps 0, 50, 100
    QCOMPARE(heightAt(curve, 0), 2.0);
    QCOMPARE(heightAt(curve, 25), 1.5);
    QCOMPARE(heightAt(curve, 100), 0.0);
    QCOMPARE(heightAt(curve, 1000), 0.0);
  }

  void theDistanceIsTheMeanOverTheAxis_data() {
    QTest::addColumn<QList<double>>("heights");
    QTest::addColumn<QList<double>>("values");  // at step 0, 50, 100
    QTest::addColumn<double>("distance");
    QTest::newRow("the same curve") << QList<double>{2, 1, 0} << QList<double>{2, 1, 0} << 0.0;
    QTest::newRow("half a unit over it everywhere") << QList<double>{1, 1} << QList<double>{0.5, 0.5, 0.5} << 0.5;
    QTest::newRow("a wedge from 0 to 1") << QList<double>{1, 1} << QList<double>{1, 0.5, 0} << 0.5;     // its mean is 1/2
    QTest::newRow("a tip of 1 in the middle") << QList<double>{0, 1, 0} << QList<double>{0, 0, 0} << 0.5;  // a triangle: half its height
    QTest::newRow("beyond the paper is its edge") << QList<double>{2, 2} << QList<double>{50, 50, 50} << 0.0;
    QTest::newRow("below it too") << QList<double>{1, 1} << QList<double>{-9, -9, -9} << 1.0;
    QTest::newRow("what is no number is the upper edge") << QList<double>{0, 0} << QList<double>{0, 0, std::nan("")} << 399.0 / 400;  // 199 of 400 gaps at 2 and the last place half: 199 * 2 + 1
  }
  void theDistanceIsTheMeanOverTheAxis() {
    QFETCH(QList<double>, heights);
    QFETCH(QList<double>, values);
    QFETCH(double, distance);
    const auto found = meanDistance(drawn({heights.begin(), heights.end()}), measured({{0, values[0]}, {50, values[1]}, {100, values[2]}}));
    QVERIFY2(near(found, distance), qPrintable(QString::number(found.value_or(-1), 'g', 15)));
  }

  void beforeItsFirstPointAMeasuredCurveIsLevel() { QVERIFY(near(meanDistance(drawn({1, 1}), measured({{50, 0}, {100, 0}})), 1)); }

  void aRunThatIsTooShortHasNoDistance() {
    QVERIFY(!meanDistance(drawn({1, 1}), measured({{0, 1}, {99, 1}})));
    QVERIFY(!meanDistance(drawn({1, 1}), {}));
    QVERIFY(near(meanDistance(drawn({1, 1}), measured({{0, 1}, {100, 1}, {200, 0}})), 0));  // what lies behind the axis does not count
  }

  void aConditionAsksForTheDistance() {
    LabState lab;
    const Condition any = condition("drawn", {{"question", text("q")}}), within = condition("drawn", {{"question", text("q")}, {"within", 0.5}}),
                    closer = condition("drawn", {{"question", text("q")}, {"within", 0.4}});
    lab.curves = measured({{0, 0.5}, {100, 0.5}});
    for (const Condition& one : {any, within}) QVERIFY2(!check(one, lab).met, "nothing is drawn");
    lab.answers["q"] = drawn({1, 1});
    QVERIFY(check(any, lab).met && check(within, lab).met && !check(closer, lab).met);
    QCOMPARE(*check(closer, lab).now.number, 0.5);
    QCOMPARE(english(check(any, lab).now.words), std::string("done"));
    lab.curves = measured({{0, 0.5}, {50, 0.5}});
    QVERIFY2(!check(any, lab).met, "the run has not come to the end of the axis");
    lab.answers["q"] = 1.0;
    QVERIFY2(!check(any, lab).met, "a number is no curve");
  }

  void theHeadlessLabMeasuresTheCurve() {
    LessonFolder folder = allQuestions();
    const Lesson lesson = loaded(folder);
    Result<HeadlessLab> lab = HeadlessLab::open(lesson.setup, lesson.folder, {});
    QVERIFY2(lab.ok(), failure(lab));
    QVERIFY(lab->perform({ActionKind::Run, "", std::int64_t{30}}).ok());
    const std::vector<RecordedPoint>* loss = measuredCurve(lab->state().curves, "loss");
    QVERIFY(loss && loss->size() == 30 && loss->back().mean < loss->front().mean);
    QCOMPARE(measuredCurve(lab->state().curves, "test_loss")->back().mean, lab->state().now.test.loss);
    QVERIFY(lab->perform({ActionKind::Run, "", std::int64_t{10}}).ok());
    QCOMPARE(measuredCurve(lab->state().curves, "loss")->size(), std::size_t{40});
    QVERIFY(lab->perform({ActionKind::Reset, "", false}).ok());
    QVERIFY2(!measuredCurve(lab->state().curves, "loss"), "a new run has no curve yet");
  }

  void onlyWhatIsAskedForIsCopied() {
    RecordedCurves all = measured({{1, 2.0}});
    all[curves::kLoss] = {{1, 1, 3, 3, 3}};
    all["gradient_norm.dense1"] = {{1, 1, 3, 3, 3}};
    const std::vector<std::string> asked = {"test_loss", "validation_loss"};
    QCOMPARE(onlyMetrics(all, asked), measured({{1, 2.0}}));
  }

  // ---- regions ------------------------------------------------------------------------------------------------------------

  void regionsHoldTheirEdgesAndNothingElse() {
    const Region circle{"c", Region::Form::Circle, {10, 10, 5}};
    QVERIFY(circle.contains(13, 14) && !circle.contains(13.1, 14));  // 3-4-5
    QCOMPARE(circle.bounds(), (PictureBox{5, 5, 10, 10}));
    const Region rectangle{"r", Region::Form::Rectangle, {1, 2, 3, 4}};
    QVERIFY(rectangle.contains(1, 2) && rectangle.contains(4, 6) && !rectangle.contains(4.1, 6) && !rectangle.contains(1, 1.9));
    const Region arrow{"p", Region::Form::Polygon, {0, 0, 10, 0, 5, 5, 10, 10, 0, 10}};  // a notch from the right
    QVERIFY(arrow.contains(2, 5) && arrow.contains(7, 1) && arrow.contains(5, 5) && !arrow.contains(8, 5) && !arrow.contains(-1, 5));
    QCOMPARE(arrow.bounds(), (PictureBox{0, 0, 10, 10}));
  }

  void aDrawingTellsItsCoordinates() {
    QVERIFY(pictureBox("<svg viewBox=\"-5 0 20 10.5\" width=\"9\" height=\"9\">") == (PictureBox{-5, 0, 20, 10.5}));
    QVERIFY(pictureBox("<?xml?><svg width='30' height='20px'/>") == (PictureBox{0, 0, 30, 20}));
    QVERIFY(!pictureBox("<svg stroke-width=\"3\" height=\"9\">"));
    QVERIFY(!pictureBox("<svg viewBox=\"0 0 0 10\">"));
    QVERIFY(!pictureBox("<svg"));
  }

  // ---- the guide, files, verify -------------------------------------------------------------------------------------------

  void theQuestionsOfTheGuideAreRead() {
    LessonFolder folder = allQuestions();
    const Lesson lesson = loaded(folder);
    QCOMPARE(lesson.questions.size(), std::size_t{4});
    QCOMPARE(lesson.findQuestion("shape")->axes, (CurveAxes{"test_loss", 200, 0, 2}));
    const Question& place = *lesson.findQuestion("place");
    QCOMPARE(place.choices, (std::vector<std::string>{"low_end", "high_end", "below"}));
    QCOMPARE(*place.picturePlace, (PictureBox{0, 0, 20, 20}));
    QVERIFY(place.regions[0].contains(2, 18) && place.regions[1].contains(18, 2) && place.regions[2].contains(18, 18));
  }

  void aRegionThatOnePageDoesNotNameIsAFault() {
    LessonFolder folder = allQuestions();
    QVERIFY(folder.replace("zh_CN.md", "- (below) Below the line.\n", ""));
    const QByteArray said = failure(loadLesson(folder.write()));
    QVERIFY2(said.contains("The choices here are \"low_end, high_end\"; in lesson.json they are \"low_end, high_end, below\"."), said);
  }

  void modelAnswersDrawAndClick() {
    LessonFolder folder = allQuestions();
    QVERIFY(folder.replace("lesson.json", "\"answer\": [{\"do\": \"run\", \"steps\": 200}]",
                           "\"answer\": [{\"do\": \"answer\", \"question\": \"shape\", \"with\": [0.8, 0.1]}, {\"do\": \"answer\", \"question\": \"place\", \"with\": \"below\"}, {\"do\": \"run\", \"steps\": 200}]"));
    QVERIFY(folder.replace("lesson.json", "{\"kind\": \"same_data\"}", "{\"kind\": \"same_data\"}, {\"kind\": \"drawn\", \"question\": \"shape\", \"within\": 1.5}, {\"kind\": \"choice\", \"question\": \"place\", \"is\": \"below\"}"));
    const Lesson lesson = loaded(folder);
    VerifyOptions options;
    options.seeds = 3;
    options.leastWords = 0;
    const LessonProof proof = verifyLesson(lesson, {}, options);
    QVERIFY2(proof.sound(), jsonLine(proof, proof.tasks[0]).c_str());
    QVERIFY(folder.replace("lesson.json", "[0.8, 0.1]", "[0.8, 2.1]"));
    QVERIFY2(failure(loadLesson(folder.write())).contains("with"), failure(loadLesson(folder.write())));  // not on the paper
    QVERIFY(folder.replace("lesson.json", "[0.8, 2.1]", "\"down\""));
    QVERIFY2(failure(loadLesson(folder.write())).contains("A drawn curve is a list of 2 to 1001 heights."), failure(loadLesson(folder.write())));
    QVERIFY(folder.replace("lesson.json", "\"with\": \"down\"", "\"with\": [0.8, 0.1]") && folder.replace("lesson.json", "\"with\": \"below\"", "\"with\": \"above\""));
    QVERIFY2(failure(loadLesson(folder.write())).contains("The question \"place\" has no choice \"above\"."), failure(loadLesson(folder.write())));
  }

  void verifyRefusesACurveThatIsNeverMeasured() {
    LessonFolder folder = allQuestions();
    Lesson lesson = loaded(folder);
    VerifyOptions options;
    options.seeds = 1;
    options.leastWords = 0;
    QVERIFY(verifyLesson(lesson, {}, options).faults.empty());
    for (const char* metric : {"validation_loss", "test_accuracy"}) {  // no validation part; numbers to predict
      lesson.questions[2].axes.metric = metric;
      const LessonProof proof = verifyLesson(lesson, {}, options);
      QCOMPARE(proof.faults.size(), std::size_t{1});
      QCOMPARE(english(proof.faults[0]), "The question \"shape\" asks for a curve of " + std::string(metric) + ", which these data do not give.");
    }
  }

  void aDrawnCurveComesBackFromAFileOfProgress() {
    Progress progress;
    progress.lessons["l"].answers = {{"shape", drawn({0.1, 2, 0.7})}, {"place", std::string("below")}, {"n", 0.5}};
    const std::string bytes = writeProgress(progress);
    const Result<Progress> back = parseProgress(bytes, "p.json");
    QVERIFY2(back.ok(), failure(back));
    QVERIFY(*back == progress);
    QCOMPARE(writeProgress(*back), bytes);
    for (const auto& [from, to] : {std::pair("\"drawn\"", "\"x\""), std::pair("[0.1,", "[-0.1,"), std::pair("\"steps\": 100", "\"steps\": 0"), std::pair("\"most\": 2.0", "\"most\": 0.0")}) {
      std::string broken = bytes;
      const std::size_t at = broken.find(from);
      QVERIFY2(at != std::string::npos, from);
      QVERIFY2(!parseProgress(broken.replace(at, std::strlen(from), to), "p.json").ok(), to);
    }
  }

  void anEarlierFileOfProgressIsRead() { QVERIFY(parseProgress("{\"glassbox_progress\": 2, \"learner\": \"a\", \"lessons\": {\"l\": {\"seconds\": 1, \"answers\": {\"n\": 0.5}}}}", "p.json").ok()); }

  /// A project keeps no answers: what asks for one is not judged.
  void gradingLeavesDrawnAnswersOpen() {
    LessonFolder folder = allQuestions();
    QVERIFY(folder.replace("lesson.json", "{\"kind\": \"metric\", \"metric\": \"loss\", \"part\": \"test\", \"at_most\": 0.05}", "{\"kind\": \"drawn\", \"question\": \"shape\"}"));
    const Lesson lesson = loaded(folder);
    const std::filesystem::path file = lesson.folder.parent_path() / "work.glassbox";
    put(file, writeProject(lesson.setup.project));
    const Result<ProjectGrade> grade = gradeProject(file, lesson, {});
    QVERIFY2(grade.ok(), failure(grade));
    QCOMPARE(grade->tasks[0].questions, std::vector<std::string>{"shape"});
    QCOMPARE(static_cast<int>(grade->tasks[0].verdict), static_cast<int>(Verdict::NotJudged));
  }

  // ---- hints --------------------------------------------------------------------------------------------------------------

  void theFirstHintThatFitsIsGiven() {
    const Condition no = condition("count", {{"of", text("runs")}, {"at_most", 0.0}}), few = condition("count", {{"of", text("steps")}, {"at_most", 5.0}}),
                    some = condition("count", {{"of", text("steps")}, {"at_least", 1.0}});
    Task task;
    task.hints = {{"no_run", {1}, {no}}, {"short", {1, 3}, {few, some}}, {"any", {1, 2}, {few}}};
    LabState lab;
    QCOMPARE(hintsFor(task, lab), (HintIds{"no_run", "any", ""}));
    lab.now.steps = 3;
    QCOMPARE(hintsFor(task, lab), (HintIds{"short", "any", "short"}));
    lab.now.steps = 6;
    QCOMPARE(hintsFor(task, lab), (HintIds{"", "", ""}));
  }

  void whatHintsAskForIsMeasured() {
    Task task;
    task.hints = {{"h", {1}, {condition("metric", {{"metric", text("loss")}, {"part", text("test")}, {"at_most", 1.0}})}}};
    QVERIFY(partsAsked(std::span(&task, 1)) == std::set<Part>{Part::Test});
  }

  void wordsOfAHintInPlaceOfAnotherAreNotCounted() {
    const Result<Page> page = parsePage("# One\n\n::: hint t 1\nTwo three.\n:::\n\n::: hint t 1 early\nFour five six.\n:::\n", "en.md");
    QVERIFY2(page.ok(), failure(page));
    QCOMPARE(countWords(page->plain), 3);
    QCOMPARE(countWords(page->variants), 3);
    QCOMPARE(page->find(BlockKind::Hint, "t", 1)->markdown, std::string("Two three.\n"));
    QCOMPARE(page->find(BlockKind::Hint, "t", 1, "early")->markdown, std::string("Four five six.\n"));
  }

  void verifyRefusesHintsThatAreNeverGiven() {
    LessonFolder folder;
    Lesson lesson = loaded(folder);
    VerifyOptions options;
    options.seeds = 1;
    options.leastWords = 0;
    const auto faults = [&] {
      QByteArray all;
      const LessonProof proof = verifyLesson(lesson, {}, options);
      for (const Text& fault : proof.tasks[0].faults) all += QByteArray::fromStdString(english(fault)) + "|";
      return all;
    };
    QCOMPARE(faults(), QByteArray());
    Task& task = lesson.tasks[0];
    const std::vector<Hint> good = task.hints;
    task.hints.push_back({"second", {1}, good[0].when});
    QCOMPARE(faults(), QByteArray("The hint \"second\" can never be given in a grade of \"no_run\", which stands before it and fits whenever it does.|"));
    task.hints = {{"solved", {1}, task.conditions}};
    QCOMPARE(faults(), QByteArray("The hint \"solved\" can never be given: when it would be, the task is solved.|"));
    task.hints = good;
    auto& blocks = lesson.pages[0].blocks;
    std::erase_if(blocks, [](const PageBlock& block) { return block.kind == BlockKind::Hint && block.grade == 2; });
    QCOMPARE(faults(), QByteArray("The page en has no hint of grade 2 for everybody.|"));
  }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "test_answers.moc"
