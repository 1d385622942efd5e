// Lessons: what the loader refuses and where, what each condition says of a lab, and lesson 1 solved and not solved.
#include <QTest>

#include <cmath>
#include <limits>
#include <set>

#include "engine/lesson/glossary.h"
#include "engine/lesson/headless_lab.h"
#include "engine/lesson/least_squares.h"
#include "engine/lesson/progress.h"
#include "engine/lesson/run_meter.h"
#include "engine/lesson/task_check.h"
#include "engine/lesson/verify.h"
#include "broken_lessons.h"
#include "lesson_folder.h"

using namespace glassbox;
using namespace lesson_test;
namespace fs = std::filesystem;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// ---- a lab by hand ------------------------------------------------------------------------------------------------------

/// Points (x, y), all of them training samples.
DatasetPtr points(const std::vector<std::pair<float, float>>& list) {
  auto data = std::make_shared<Dataset>();
  data->task = DataTask::Regression;
  data->inputs.resize(1);
  data->inputs[0].name = "x";
  for (Field* field : {&data->inputs[0], &data->target}) {
    field->type.shape = Shape{1};
    field->numbers = Buffer<float>(list.size());
  }
  for (std::size_t i = 0; i < list.size(); ++i) data->inputs[0].numbers[i] = list[i].first, data->target.numbers[i] = list[i].second;
  data->train = static_cast<std::int64_t>(list.size());
  finishHash(*data);
  return data;
}

/// A 1-3-1 network on three points whose least-squares line is y = 1/3 with a loss of (1/9 + 4/9 + 1/9) / 3 = 2/9.
LabState someLab() {
  LabState lab;
  lab.analysis = analyse(*parseLine("input 1 | dense 3 tanh | dense 1 | mse"));
  lab.data = points({{0, 0}, {1, 1}, {2, 0}});
  lab.startData = lab.data->hash;
  lab.weights = {{"dense1.weight", Shape{1, 1}, {0.25f}}, {"dense1.bias", Shape{1}, {0.5f}}};
  lab.now.train.samples = 3;
  lab.now.train.loss = 0.25;
  lab.now.train.hasR2 = true;
  lab.now.train.r2 = -0.125;
  return lab;
}

Condition condition(const std::string& kind, const Params& given) { return {kind, *complete(findCheck(kind)->params, given)}; }

ConditionState check(const Condition& one, const LabState& lab) {
  Task task;
  task.conditions = {one};
  return checkTask(task, lab).conditions.at(0);
}

std::string words(const Reading& reading) { return reading.number ? std::to_string(*reading.number) : english(reading.words); }

ParamValue text(const char* value) { return std::string(value); }

Lesson lesson1() {
  const Result<Lesson> lesson = loadLesson(lessonsFolder() / "01-a-line-that-learns");
  if (!lesson) qFatal("%s", english(lesson.error()).c_str());
  return *lesson;
}

/// The state after the actions.
LabState labAfter(const LessonSetup& setup, const std::vector<Action>& actions) {
  Result<HeadlessLab> lab = HeadlessLab::open(setup, {}, {});
  if (!lab) qFatal("%s", english(lab.error()).c_str());
  for (const Action& action : actions)
    if (const Result<void> done = lab->perform(action); !done) qFatal("%s", english(done.error()).c_str());
  return lab->state();
}

QByteArray readings(const TaskState& state) {
  QByteArray out;
  for (const ConditionState& row : state.conditions)
    out += QByteArray::fromStdString(english(row.label) + ": " + words(row.now) + " of " + words(row.needed) + (row.met ? " met; " : " unmet; "));
  return out;
}

const Action kRun300{ActionKind::Run, "", std::int64_t{300}};
const Action kSetW{ActionKind::SetWeight, "dense1.weight[0,0]", 1.5};
const Action kSetB{ActionKind::SetWeight, "dense1.bias[0]", -0.3};

}  // namespace

class TestLessons : public QObject {
  Q_OBJECT

 private slots:
  // ---- loading ----------------------------------------------------------------------------------------------------------

  void theExampleOfTheGuideIsALesson() {
    LessonFolder folder;
    const Result<Lesson> lesson = loadLesson(folder.write());
    QVERIFY2(lesson.ok(), failure(lesson));
    QCOMPARE(lesson->tasks.size(), std::size_t{1});
    QCOMPARE(lesson->tasks[0].conditions.size(), std::size_t{3});
    QCOMPARE(lesson->setup.project.data.params.number("noise"), 0.1);
    QCOMPARE(lesson->page(Language::Chinese).title, std::string("第一条直线"));
    const PageBlock* question = lesson->page(Language::English).find(BlockKind::Question, "direction");
    QVERIFY(question);
    QCOMPARE(question->markdown, std::string("Which way will the loss go?\n\n"));
    QCOMPARE(question->choices, (std::vector<PageChoice>{{"down", "Down."}, {"up", "Up."}}));
  }

  void theExampleOfTheGuideCanBeSolved() {
    LessonFolder folder;
    const Result<Lesson> lesson = loadLesson(folder.write());
    QVERIFY2(lesson.ok(), failure(lesson));
    VerifyOptions options;
    options.seeds = 3;
    options.leastWords = 0;
    const LessonProof report = verifyLesson(*lesson, {}, options);
    QVERIFY2(report.sound(), jsonLine(report, report.tasks[0]).c_str());
  }

  void brokenLessonsAreRefusedWithPlace_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("sentence");
    for (const BrokenLesson& row : kBrokenLessons) QTest::newRow(row.name) << QByteArray(row.file) << QByteArray(row.from) << QByteArray(row.to) << QByteArray(row.sentence);
  }

  void brokenLessonsAreRefusedWithPlace() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, sentence);
    LessonFolder folder;
    if (from.isEmpty()) folder.files[file.toStdString()] = to.toStdString();
    else QVERIFY2(folder.replace(file.toStdString(), from.toStdString(), to.toStdString()), "the text to be replaced is not there");
    const QByteArray said = failure(loadLesson(folder.write()));
    if (sentence.endsWith("...")) QVERIFY2(said.startsWith(sentence.chopped(3)), said);  // behind it stands a list that grows with the engine
    else QCOMPARE(said, sentence);
  }

  void missingFilesAreNamed() {
    for (const char* file : {"lesson.json", "en.md", "zh_CN.md"}) {
      LessonFolder folder;
      folder.files.erase(file);
      QCOMPARE(failure(loadLesson(folder.write())), QByteArray("first/") + file + ": The lesson has no file " + file + ".");
    }
  }

  void aLinkOutOfTheFolderIsNotOpened() {
    LessonFolder folder;
    folder.files.erase("picture.svg");
    const fs::path written = folder.write();
    put(written.parent_path() / "outside.svg", "<svg/>");
    fs::create_symlink(written.parent_path() / "outside.svg", written / "picture.svg");
    QCOMPARE(failure(loadLesson(written)), QByteArray("first/en.md:7:75: picture.svg is not a plain file in the lesson's folder."));
  }

  void aProjectOfTheFolderCanBeTheSetUp() {
    LessonFolder folder;
    const std::string& json = folder.files["lesson.json"];
    const std::size_t begin = json.find("    \"network\""), end = json.find("    \"locked\"");
    Project project;
    project.spec = *parseLine("input 1 | dense 1 | mse");
    project.data.source = "line";
    folder.files["start.glassbox"] = writeProject(project);
    folder.files["lesson.json"].replace(begin, end - begin, "    \"project\": \"start.glassbox\",\n");
    const Result<Lesson> lesson = loadLesson(folder.write());
    QVERIFY2(lesson.ok(), failure(lesson));
    QVERIFY(lesson->setup.project.spec == project.spec);
    folder.files["start.glassbox"] = "{\n\"glassbox\": 1, \"net\": 2}";
    QCOMPARE(failure(loadLesson(folder.write())), QByteArray("first/lesson.json:9:16: first/start.glassbox:1:1: \"network\" is missing here."));
    QVERIFY(folder.replace("lesson.json", "start.glassbox", "../start.glassbox"));
    QCOMPARE(failure(loadLesson(folder.write())), QByteArray("first/lesson.json:9:16: \"../start.glassbox\" is not the name of a project in the lesson's folder."));
  }

  void aFolderOfLessonsIsListedWithItsFaults() {
    LessonFolder folder;
    const fs::path first = folder.write(), all = first.parent_path();
    fs::copy(first, all / "second");
    fs::create_directory(all / "third");
    put(all / "third" / "lesson.json", "{}");
    fs::create_directory(all / "not-a-lesson");
    const Result<std::vector<LessonEntry>> list = listLessons(all);
    QVERIFY2(list.ok(), failure(list));
    QCOMPARE(list->size(), std::size_t{3});
    QVERIFY((*list)[0].lesson.ok());
    QCOMPARE(failure((*list)[1].lesson), QByteArray("second: Another lesson in this folder has the id \"a-first-line\" too."));
    QCOMPARE(failure((*list)[2].lesson), QByteArray("third/lesson.json:1:1: \"glassbox_lesson\" is missing here."));
    QVERIFY(!listLessons(all / "nowhere").ok());
  }

  // ---- following a run ----------------------------------------------------------------------------------------------------

  void aCopyOfTheWeightsIsMeasuredAsTheTrainerItself() {
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(*parseLine("input 2 | dense 6 tanh | dense 1 | binary_cross_entropy"));
    DataSpec data;
    data.source = "xor";
    data.shares = {0.2, 0.3};
    setup.data = *load(data, {});
    Result<std::unique_ptr<Trainer>> trainer = Trainer::create(setup);
    QVERIFY2(trainer.ok(), failure(trainer));
    (*trainer)->runSteps(25);
    (*trainer)->waitUntilIdle();
    const Network& network = std::as_const(**trainer).network();
    Result<RunMeter> meter = RunMeter::create(setup, {Part::Train, Part::Test});
    QVERIFY2(meter.ok(), failure(meter));
    const std::vector<float> copy(network.weights().begin(), network.weights().end());
    (*trainer)->runSteps(100);  // the run goes on
    (*trainer)->waitUntilIdle();
    const RunMoment moment = meter->measure(copy, 25);
    Result<std::unique_ptr<Trainer>> again = Trainer::create(setup);
    (*again)->runSteps(25);
    (*again)->waitUntilIdle();
    const LabState state = observe(**again, {});
    QCOMPARE(moment.step, std::int64_t{25});
    QVERIFY(moment.weights[0].values == state.weights[0].values);
    QVERIFY2(std::abs(moment.train.loss - state.now.train.loss) < 1e-6, qPrintable(QString("%1 and %2").arg(moment.train.loss).arg(state.now.train.loss)));
    QVERIFY2(std::abs(moment.test.loss - state.now.test.loss) < 1e-6, qPrintable(QString("%1 and %2").arg(moment.test.loss).arg(state.now.test.loss)));
    QCOMPARE(moment.test.accuracy, state.now.test.accuracy);
    QCOMPARE(moment.validation.samples, std::int64_t{0});  // nobody asked
    QVERIFY(state.now.validation.samples > 0);
  }

  void aChangeAfterTheMomentIsNotOfIt() {
    RunMoment moment;
    moment.step = 10;
    moment.changes = {{4, "rate", 0.5}, {10, "rate", 0.25}, {11, "rate", 9.0}};
    const LabState state = labAt(moment, {}, nullptr, {});
    QCOMPARE(state.now.changes.size(), std::size_t{2});
    QCOMPARE(state.now.steps, std::int64_t{10});
  }

  void onlyWhatConditionsAskForIsMeasured() {
    QVERIFY(partsAsked(lesson1().tasks) == std::set<Part>{Part::Train});
    Task task;
    QVERIFY(partsAsked(std::span(&task, 1)).empty());
    task.conditions = {condition("metric", {{"metric", text("loss")}, {"part", text("test")}, {"at_most", 1.0}}),
                       condition("metric", {{"metric", text("accuracy")}, {"part", text("validation")}, {"at_least", 1.0}})};
    QVERIFY((partsAsked(std::span(&task, 1)) == std::set<Part>{Part::Test, Part::Validation}));
  }

  void everyControlSaysThatItIsFixed() {
    std::set<std::string> sentences;
    for (const std::string& control : lessonControls()) {
      const std::string sentence = english(lockSentence(control));
      QVERIFY2(sentence.starts_with("This lesson keeps the ") || control == "weights", sentence.c_str());
      QVERIFY2(sentences.insert(sentence).second, sentence.c_str());
    }
    QCOMPARE(english(lockSentence("l2")), std::string("This lesson keeps the setting \"L2\" fixed."));
  }

  // ---- formulas and words -------------------------------------------------------------------------------------------------

  void formulasAreChecked_data() {
    QTest::addColumn<QByteArray>("tex");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("a sum with limits") << QByteArray("L = \\frac{1}{n} \\sum_{i=1}^{n} \\left( \\hat{y}_i - y_i \\right)^2") << QByteArray();
    QTest::newRow("a matrix") << QByteArray("\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}") << QByteArray();
    QTest::newRow("escaped braces") << QByteArray("\\{ x \\}") << QByteArray();
    QTest::newRow("unknown command") << QByteArray("a + \\href{x}") << QByteArray("4: The lab does not know the formula command \\href.");
    QTest::newRow("unknown sign") << QByteArray("\\@") << QByteArray("0: The lab does not know the formula command \\@.");
    QTest::newRow("unknown environment") << QByteArray("\\begin{tabular}\\end{tabular}") << QByteArray("0: The lab does not know the formula environment \"tabular\".");
    QTest::newRow("open brace") << QByteArray("\\frac{1}{2") << QByteArray("0: In this formula { is not closed.");
    QTest::newRow("brace too many") << QByteArray("x}") << QByteArray("1: This } closes nothing in the formula.");
    QTest::newRow("left without right") << QByteArray("\\left( x") << QByteArray("0: In this formula \\left is not closed.");
    QTest::newRow("right without left") << QByteArray("x \\right)") << QByteArray("2: This \\right has no \\left.");
    QTest::newRow("crossed") << QByteArray("\\left( { \\right) }") << QByteArray("9: This \\right has no \\left.");
    QTest::newRow("a backslash at the end") << QByteArray("x\\") << QByteArray("1: The lab does not know the formula command \\.");
  }
  void formulasAreChecked() {
    QFETCH(QByteArray, tex);
    QFETCH(QByteArray, sentence);
    const std::optional<FormulaFault> fault = checkFormula(std::string_view(tex.constData(), static_cast<std::size_t>(tex.size())));
    QCOMPARE(fault ? QByteArray::number(static_cast<qlonglong>(fault->offset)) + ": " + QByteArray::fromStdString(english(fault->what)) : QByteArray(), sentence);
  }

  void wordsAreCountedInBothLanguages() {
    QCOMPARE(countWords("It's a line, isn't it? 40 points."), 7);
    QCOMPARE(countWords("权重决定直线多陡"), 5);       // 8 characters
    QCOMPARE(countWords("“权重” w，（偏置）b"), 2 + 2);  // 4 characters and two letters
  }

  void formulasAndCodeAreNotRunningText() {
    const Result<Page> page = parsePage("# One\n\nTwo $three \\frac{4}{5}$ six `seven eight` [nine](https://ten.org) \\$ **eleven**\n", "en.md");
    QVERIFY2(page.ok(), failure(page));
    QCOMPARE(countWords(page->plain), 5);  // One Two six nine eleven
    QCOMPARE(page->formulas, 1);
  }

  void termsOfTheGlossaryAreAskedFor() {
    const Glossary glossary = {{"learning rate", "学习率", {"学习速率"}, false}, {"epoch", "轮（epoch）", {}, false}, {"step", "步", {}, true}};
    QCOMPARE(checkTerms(glossary, "Two learning rates, one epoch, one step.", "学习率，一轮").size(), std::size_t{0});
    const std::vector<Text> found = checkTerms(glossary, "The Learning Rate. Epochal.", "学习速率");
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(english(found[0]), std::string("The English page speaks of \"learning rate\"; the Chinese page never says 学习率."));
    QCOMPARE(english(found[1]), std::string("The Chinese page says 学习速率; the glossary's word for \"learning rate\" is 学习率."));
  }

  void theGlossaryIsWhole() {
    const Result<Glossary> glossary = loadGlossary(glossaryFile());
    QVERIFY2(glossary.ok(), failure(glossary));
    QVERIFY(glossary->size() > 100);
    std::set<std::string> seen;
    for (const GlossaryTerm& term : *glossary) {
      QVERIFY2(!term.english.empty() && !term.chinese.empty(), term.english.c_str());
      QVERIFY2(seen.insert(term.english).second, term.english.c_str());
    }
  }

  // ---- least squares ------------------------------------------------------------------------------------------------------

  void leastSquaresFindTheLine() {
    const Result<LeastSquares> exact = leastSquares(*points({{0, 1}, {1, 3}, {2, 5}}));
    QVERIFY2(exact.ok(), failure(exact));
    QVERIFY(std::abs(exact->weight[0] - 2) < 1e-12 && std::abs(exact->bias[0] - 1) < 1e-12 && exact->loss < 1e-24);  // y = 2x + 1
    const Result<LeastSquares> roof = leastSquares(*points({{0, 0}, {1, 1}, {2, 0}}));
    QVERIFY2(roof.ok(), failure(roof));
    QVERIFY(std::abs(roof->weight[0]) < 1e-12);
    QVERIFY(std::abs(roof->bias[0] - 1.0 / 3) < 1e-12);
    QVERIFY(std::abs(roof->loss - 2.0 / 9) < 1e-12);
  }

  void leastSquaresNeedNumbersToPredict() {
    auto classes = std::make_shared<Dataset>(*points({{0, 0}, {1, 1}}));
    classes->task = DataTask::Binary;
    QCOMPARE(failure(leastSquares(*classes)), QByteArray("Least squares need one input and numbers to predict; these data have none."));
  }

  // ---- conditions ---------------------------------------------------------------------------------------------------------

  void conditionsReadTheLab_data() {
    QTest::addColumn<Condition>("one");
    QTest::addColumn<QByteArray>("expected");  // label: now of needed, met or unmet
    const auto row = [](const char* name, const Condition& one, const char* expected) { QTest::newRow(name) << one << QByteArray(expected); };
    const auto metric = [](Params params) {
      params.set("metric", text("loss"));
      params.set("part", text("train"));
      return condition("metric", params);
    };
    row("a loss at its bound is enough", metric({{"at_most", 0.25}}), "Training loss: 0.250000 of 0.250000 met");
    row("a loss above its bound is not", metric({{"at_most", 0.2}}), "Training loss: 0.250000 of 0.200000 unmet");
    row("two bounds are an interval", metric({{"at_most", 1.0}, {"at_least", 0.5}}), "Training loss: 0.250000 of 1.000000 unmet");
    row("1.2 times 2/9 is 0.2667", metric({{"at_most", 1.2}, {"relative_to", text("least_squares")}}), "Training loss: 0.250000 of 0.266667 met");
    row("1.1 times 2/9 is 0.2444", metric({{"at_most", 1.1}, {"relative_to", text("least_squares")}}), "Training loss: 0.250000 of 0.244444 unmet");
    row("R2", condition("metric", {{"metric", text("r2")}, {"part", text("train")}, {"at_least", -0.2}}), "Training R2: -0.125000 of -0.200000 met");
    row("a part that was not measured", condition("metric", {{"metric", text("loss")}, {"part", text("test")}, {"at_most", 9.0}}), "Test loss:  of 9.000000 unmet");
    row("no accuracy without classes", condition("metric", {{"metric", text("accuracy")}, {"part", text("train")}, {"at_least", 0.0}}), "Training accuracy:  of 0.000000 unmet");
    const auto near = [](const char* weight, const char* target, double value, double within) {
      return condition("weight_near", {{"weight", text(weight)}, {"target", text(target)}, {"value", value}, {"within", within}});
    };
    row("a weight near a value", near("dense1.weight[0,0]", "value", 0.5, 0.25), "Distance of dense1.weight[0,0] from 0.5: 0.250000 of 0.250000 met");
    row("a weight too far", near("dense1.weight[0,0]", "value", 0.5, 0.125), "Distance of dense1.weight[0,0] from 0.5: 0.250000 of 0.125000 unmet");
    row("a slope of 0.25 where 0 is best", near("dense1.weight[0,0]", "least_squares", 0, 0.1), "Distance of dense1.weight[0,0] from its best value: 0.250000 of 0.100000 unmet");
    row("a bias of 1/2 where 1/3 is best", near("dense1.bias[0]", "least_squares", 0, 0.2), "Distance of dense1.bias[0] from its best value: 0.166667 of 0.200000 met");
    row("a weight that is not there", near("dense9.weight[0,0]", "value", 0, 9), "Distance of dense9.weight[0,0] from 0:  of 9.000000 unmet");
    row("an index outside", near("dense1.weight[0,1]", "least_squares", 0, 9), "Distance of dense1.weight[0,1] from its best value:  of 9.000000 unmet");
    row("parameters: 3 + 3 + 3 + 1", condition("count", {{"of", text("parameters")}, {"at_most", 10.0}}), "Parameters: 10.000000 of 10.000000 met");
    row("two dense layers have weights", condition("count", {{"of", text("layers")}, {"at_most", 1.0}}), "Layers with weights: 2.000000 of 1.000000 unmet");
    row("one tanh", condition("count", {{"of", text("layers")}, {"type", text("tanh")}, {"at_least", 1.0}, {"at_most", 1.0}}), "Layers of type tanh: 1.000000 of 1.000000 met");
    row("three hidden units", condition("count", {{"of", text("hidden_units")}, {"at_most", 4.0}}), "Hidden units: 3.000000 of 4.000000 met");
    row("no step", condition("count", {{"of", text("steps")}, {"at_least", 1.0}}), "Steps: 0.000000 of 1.000000 unmet");
    row("no run", condition("count", {{"of", text("runs")}, {"at_least", 1.0}}), "Runs: 0.000000 of 1.000000 unmet");
    row("a setting at its default", condition("setting", {{"key", text("optimizer")}, {"is", text("sgd")}}), "Optimizer: sgd of sgd met");
    row("another setting", condition("setting", {{"key", text("optimizer")}, {"is", text("adam")}}), "Optimizer: sgd of adam unmet");
    row("a setting with a bound", condition("setting", {{"key", text("rate")}, {"at_least", 0.01}}), "Learning rate: 0.010000 of 0.010000 met");
    row("the lesson's data", condition("same_data", {}), "Data: of this lesson of of this lesson met");
    row("initial weights", condition("origin", {{"by", text("training")}}), "How the weights were found: initial weights of by training unmet");
    row("no answer yet", condition("number", {{"question", text("q")}, {"value", 3.0}, {"within", 0.5}}), "Your answer:  of  unmet");
  }
  void conditionsReadTheLab() {
    QFETCH(Condition, one);
    QFETCH(QByteArray, expected);
    const ConditionState row = check(one, someLab());
    QCOMPARE(QByteArray::fromStdString(english(row.label) + ": " + words(row.now) + " of " + words(row.needed) + (row.met ? " met" : " unmet")), expected);
  }

  void aLossThatIsNoNumberMeetsNothing() {
    LabState lab = someLab();
    lab.now.train.loss = kNan;
    QVERIFY(!check(condition("metric", {{"metric", text("loss")}, {"part", text("train")}, {"at_most", 1e9}}), lab).met);
    lab.weights[0].values[0] = static_cast<float>(kNan);
    QVERIFY(!check(condition("weight_near", {{"weight", text("dense1.weight[0,0]")}, {"target", text("value")}, {"within", 1e9}}), lab).met);
  }

  void originTellsHandFromTraining() {
    const Condition byHand = condition("origin", {{"by", text("hand")}}), byTraining = condition("origin", {{"by", text("training")}});
    for (const auto& [steps, edited, hand, training] : {std::tuple(0, false, false, false), std::tuple(0, true, true, false), std::tuple(5, false, false, true), std::tuple(5, true, false, false)}) {
      LabState lab = someLab();
      lab.now.steps = steps;
      lab.now.edited = edited;
      QCOMPARE(check(byHand, lab).met, hand);
      QCOMPARE(check(byTraining, lab).met, training);
    }
  }

  void aSettingMustHoldDuringTheWholeRun() {
    const Condition slow = condition("setting", {{"key", text("rate")}, {"at_most", 0.05}});
    LabState lab = someLab();
    lab.now.changes = {{10, "rate", 0.5}, {20, "rate", 0.01}};
    const ConditionState row = check(slow, lab);
    QVERIFY(!row.met);
    QCOMPARE(*row.now.number, 0.5);
  }

  void otherDataAreNotTheLessons() {
    LabState lab = someLab();
    lab.data = points({{0, 0}, {1, 1}, {2, 0.5f}});
    QVERIFY(!check(condition("same_data", {}), lab).met);
    lab.data = nullptr;
    QVERIFY(!check(condition("same_data", {}), lab).met);
    QVERIFY(!check(condition("weight_near", {{"weight", text("dense1.bias[0]")}, {"target", text("least_squares")}, {"within", 9.0}}), lab).met);
  }

  void leastSquaresSpeakOfOneDenseLayerOnly() {
    LabState lab = someLab();
    lab.weights.push_back({"dense2.weight", Shape{1, 1}, {1.0f}});
    QVERIFY(!check(condition("weight_near", {{"weight", text("dense1.bias[0]")}, {"target", text("least_squares")}, {"within", 9.0}}), lab).met);
  }

  void answersAreCompared() {
    LabState lab = someLab();
    lab.answers = {{"n", 2.5}, {"c", std::string("up")}};
    const auto number = [](const char* question) { return condition("number", {{"question", text(question)}, {"value", 3.0}, {"within", 0.5}}); };
    const auto choice = [](const char* question, const char* key) { return condition("choice", {{"question", text(question)}, {"is", text(key)}}); };
    QVERIFY(check(number("n"), lab).met);
    QVERIFY(!check(number("c"), lab).met);
    QVERIFY(check(choice("c", "up"), lab).met);
    QVERIFY(!check(choice("c", "down"), lab).met);
    QVERIFY(!check(choice("n", "up"), lab).met);
    QVERIFY(check(choice("c", "down"), lab).needed.words.empty());  // the right answer is not given away
  }

  void aTaskNeedsAllItsConditions() {
    Task task;
    QVERIFY(!checkTask(task, someLab()).passed);  // nothing to meet is not solved
    task.conditions = {condition("same_data", {}), condition("count", {{"of", text("parameters")}, {"at_most", 10.0}})};
    QVERIFY(checkTask(task, someLab()).passed);
    task.conditions.push_back(condition("count", {{"of", text("steps")}, {"at_least", 1.0}}));
    QVERIFY(!checkTask(task, someLab()).passed);
  }

  void everyKindHasHelpAndDefinedArguments() {
    for (const CheckDef& def : allChecks()) {
      QVERIFY2(!def.help.empty() && def.read, def.key.c_str());
      for (const std::string& key : def.required) QVERIFY2(findParam(def.params, key), (def.key + "." + key).c_str());
      QVERIFY2(get(lessonsFolder() / "README.md").find("| `" + def.key + "` |") != std::string::npos, ("the guide does not name " + def.key).c_str());
    }
  }

  // ---- lesson 1 -----------------------------------------------------------------------------------------------------------

  void lesson1LoadsInBothLanguages() {
    const Lesson lesson = lesson1();
    QCOMPARE(lesson.page(Language::English).title, std::string("A line that learns"));
    QCOMPARE(lesson.page(Language::Chinese).title, std::string("会学习的直线"));
    QCOMPARE(lesson.tasks.size(), std::size_t{2});
    QCOMPARE(lesson.setup.project.data.params.integer("points"), std::int64_t{40});
  }

  void lesson1IsSoundWithOneSeed() {
    const Result<Glossary> glossary = loadGlossary(glossaryFile());
    QVERIFY2(glossary.ok(), failure(glossary));
    VerifyOptions options;
    options.seeds = 1;
    const LessonProof report = verifyLesson(lesson1(), *glossary, options);
    for (const Text& fault : report.faults) QFAIL(english(fault).c_str());
    for (const TaskProof& task : report.tasks) QVERIFY2(task.faults.empty(), jsonLine(report, task).c_str());
  }

  void lesson1IsNotSolvedBy_data() {
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<std::vector<Action>>("actions");
    using Actions = std::vector<Action>;
    const Action reset{ActionKind::Reset, "", false}, rateZero{ActionKind::Set, "rate", 0.0};
    QTest::newRow("by hand: doing nothing") << QByteArray("by_hand") << Actions{};
    QTest::newRow("by hand: the slope alone") << QByteArray("by_hand") << Actions{kSetW};
    QTest::newRow("by hand: letting it run") << QByteArray("by_hand") << Actions{kRun300};
    QTest::newRow("by hand: setting both after a run") << QByteArray("by_hand") << Actions{kRun300, kSetW, kSetB};
    QTest::newRow("by hand: going back to the start") << QByteArray("by_hand") << Actions{kSetW, kSetB, reset};
    QTest::newRow("descent: doing nothing") << QByteArray("descent") << Actions{};
    QTest::newRow("descent: a rate of 0") << QByteArray("descent") << Actions{rateZero, kRun300};
    QTest::newRow("descent: 20 steps") << QByteArray("descent") << Actions{{ActionKind::Run, "", std::int64_t{20}}};
    QTest::newRow("descent: from weights set by hand") << QByteArray("descent") << Actions{kSetW, kSetB, kRun300};
    QTest::newRow("descent: setting a weight afterwards") << QByteArray("descent") << Actions{kRun300, kSetW};
    QTest::newRow("descent: typing the answer in") << QByteArray("descent")
                                                   << Actions{{ActionKind::SetWeight, "dense1.weight[0,0]", 1.470945}, {ActionKind::SetWeight, "dense1.bias[0]", -0.323101}};
  }
  void lesson1IsNotSolvedBy() {
    QFETCH(QByteArray, task);
    QFETCH(std::vector<Action>, actions);
    const Lesson lesson = lesson1();
    const TaskState state = checkTask(*lesson.findTask(task.toStdString()), labAfter(lesson.setup, actions));
    QVERIFY2(!state.passed, readings(state));
  }

  void lesson1AnswersDoNotFitOtherData() {
    Lesson lesson = lesson1();
    lesson.setup.project.data.params.set("slope", -2.0);
    const TaskState byHand = checkTask(*lesson.findTask("by_hand"), labAfter(lesson.setup, lesson.findTask("by_hand")->answer));
    QVERIFY2(byHand.conditions[0].met && !byHand.conditions[2].met, readings(byHand));
    LabState other = labAfter(lesson.setup, lesson.findTask("descent")->answer);
    other.startData = labAfter(lesson1().setup, {}).startData;
    const TaskState descent = checkTask(*lesson.findTask("descent"), other);
    QVERIFY2(!descent.passed && !descent.conditions[0].met && descent.conditions[2].met, readings(descent));  // the other line was found, but it is another line
  }

  void aHandSetWeightSurvivesAChangeOfSettings() {
    const Lesson lesson = lesson1();
    const LabState state = labAfter(lesson.setup, {kSetW, kSetB, {ActionKind::Set, "rate", 0.5}});
    QVERIFY(checkTask(*lesson.findTask("by_hand"), state).passed);
    QCOMPARE(*weightAt(state, "dense1.weight[0,0]"), 1.5);
  }

  void sweepsAndFilledNumbersCount_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<Params>("params");
    QTest::addColumn<std::vector<Action>>("actions");
    QTest::addColumn<bool>("met");
    using Actions = std::vector<Action>;
    const Params rate{{"key", std::string("rate")}, {"values", std::int64_t{3}}, {"seeds", std::int64_t{2}}};
    const auto sweep = [](const char* key, std::int64_t values, int seeds) { return Action{ActionKind::Sweep, key, values, seeds}; };
    const auto fill = [](const char* array, std::int64_t numbers) { return Action{ActionKind::Fill, array, numbers}; };
    QTest::newRow("no sweep") << QByteArray("sweep") << rate << Actions{} << false;
    QTest::newRow("enough") << QByteArray("sweep") << rate << Actions{sweep("rate", 3, 2)} << true;
    QTest::newRow("too few values") << QByteArray("sweep") << rate << Actions{sweep("rate", 2, 5)} << false;
    QTest::newRow("too few seeds") << QByteArray("sweep") << rate << Actions{sweep("rate", 9, 1)} << false;
    QTest::newRow("another setting") << QByteArray("sweep") << rate << Actions{sweep("batch", 3, 2)} << false;
    QTest::newRow("two halves are no whole") << QByteArray("sweep") << rate << Actions{sweep("rate", 9, 1), sweep("rate", 2, 9)} << false;
    QTest::newRow("a small one and a large one") << QByteArray("sweep") << rate << Actions{sweep("rate", 3, 2), sweep("rate", 1, 1)} << true;
    const Params two{{"array", std::string("dense1.*")}, {"right", std::int64_t{2}}};
    QTest::newRow("nothing filled in") << QByteArray("filled") << two << Actions{} << false;
    QTest::newRow("two of one array") << QByteArray("filled") << two << Actions{fill("dense1.out", 2)} << true;
    QTest::newRow("one of each of two") << QByteArray("filled") << two << Actions{fill("dense1.out", 1), fill("dense1.weight.grad", 1)} << true;
    QTest::newRow("of another layer") << QByteArray("filled") << two << Actions{fill("dense2.out", 5)} << false;
    QTest::newRow("one is not enough") << QByteArray("filled") << two << Actions{fill("dense1.out", 1)} << false;
    const Params gradients{{"array", std::string("*.grad")}, {"right", std::int64_t{1}}};
    QTest::newRow("no gradient") << QByteArray("filled") << gradients << Actions{fill("dense1.out", 3)} << false;
    QTest::newRow("a gradient") << QByteArray("filled") << gradients << Actions{fill("dense1.bias.grad", 1)} << true;
  }
  void sweepsAndFilledNumbersCount() {
    QFETCH(QByteArray, kind);
    QFETCH(Params, params);
    QFETCH(std::vector<Action>, actions);
    QFETCH(bool, met);
    Task task;
    task.conditions = {{kind.toStdString(), *complete(findCheck(kind.toStdString())->params, params)}};
    const TaskState state = checkTask(task, labAfter(lesson1().setup, actions));
    QVERIFY2(state.passed == met, readings(state));
  }

  void wrongNumbersMayBeTooMany() {
    LabState lab = labAfter(lesson1().setup, {});
    lab.deeds.filled["dense1.out"] = {3, 2};
    Task task;
    const auto& params = findCheck("filled")->params;
    task.conditions = {{"filled", *complete(params, Params{{"right", std::int64_t{3}}, {"wrong", std::int64_t{2}}})}};
    QVERIFY(checkTask(task, lab).passed);
    lab.deeds.filled["dense1.bias.grad"] = {0, 1};
    const TaskState state = checkTask(task, lab);
    QVERIFY(!state.passed);
    QCOMPARE(english(state.conditions[0].now.words), std::string("right: 3, wrong: 3"));
  }

  void aRunBecomesAnEarlierOne() {
    const LabState state = labAfter(lesson1().setup, {kRun300, {ActionKind::Reset, "", false}, {ActionKind::Run, "", std::int64_t{7}}});
    QCOMPARE(state.earlier.size(), std::size_t{1});
    QCOMPARE(state.earlier[0].steps, std::int64_t{300});
    QCOMPARE(state.earlier[0].reason, StopReason::Steps);
    QCOMPARE(state.now.steps, std::int64_t{7});
  }

  void aLiveChangeIsInTheState() {
    const LabState state = labAfter(lesson1().setup, {{ActionKind::Run, "", std::int64_t{5}}, {ActionKind::Set, "rate", 0.5}, {ActionKind::Run, "", std::int64_t{5}}});
    QCOMPARE(state.now.steps, std::int64_t{10});
    QCOMPARE(state.now.plan.values.number("rate"), 0.1);
    QCOMPARE(state.now.changes, (std::vector<LiveChange>{{5, "rate", 0.5}}));
  }

  void verifySaysWhatIsWrongWithALesson() {
    Lesson lesson = lesson1();
    lesson.tasks[0].conditions = {condition("same_data", {})};                       // solved at once
    lesson.tasks[1].answer = {{ActionKind::SetWeight, "dense7.weight[0,0]", 1.0}};   // cannot be done
    VerifyOptions options;
    options.seeds = 1;
    options.mostWords = 10;
    const LessonProof report = verifyLesson(lesson, {{"loss", "代价", {}, false}}, options);
    QVERIFY(!report.sound());
    QCOMPARE(report.faults.size(), std::size_t{3});  // words of two pages, one term
    QCOMPARE(english(report.tasks[0].faults.at(0)), std::string("With seed 1 the task is solved before anything was done."));
    QCOMPARE(english(report.tasks[1].faults.at(0)), std::string("With seed 1 the model answer cannot be carried out: This network has no weight dense7.weight[0,0]."));
    QCOMPARE(english(report.tasks[1].faults.at(1)), std::string("The model answer passes with 0 of 1 seeds."));
    QCOMPARE(english(report.tasks[1].faults.at(2)),
             std::string("The broken model answer (targets_shuffled) cannot be carried out, so it proves nothing: This network has no weight dense7.weight[0,0]."));
  }

  void verifySaysWhichBrokenAnswerPasses_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<Condition>("asked");
    QTest::addColumn<Action>("last");
    QTest::addColumn<QStringList>("passing");
    // The steps are counted, and what they brought is not looked at.
    QTest::newRow("any run") << "input 1 | dense 1 | mse" << condition("count", {{"of", text("steps")}, {"at_least", 1.0}}) << kRun300
                             << QStringList{"rate_zero", "one_step", "targets_shuffled", "layer_removed"};
    QTest::newRow("any two steps") << "input 1 | dense 1 | dense 1 | mse" << condition("count", {{"of", text("steps")}, {"at_least", 2.0}}) << kRun300
                                   << QStringList{"rate_zero", "targets_shuffled", "layer_removed"};
    QTest::newRow("any number") << "input 1 | dense 1 | mse" << condition("number", {{"question", text("n")}, {"value", 3.0}, {"within", 9.0}}) << Action{ActionKind::Answer, "n", 3.0}
                                << QStringList{"answer_changed"};
    QTest::newRow("the number") << "input 1 | dense 1 | mse" << condition("number", {{"question", text("n")}, {"value", 3.0}, {"within", 3.5}}) << Action{ActionKind::Answer, "n", 3.0} << QStringList{};
    QTest::newRow("the choice") << "input 1 | dense 1 | mse" << condition("choice", {{"question", text("end")}, {"is", text("above")}}) << Action{ActionKind::Answer, "end", text("above")}
                                << QStringList{};
  }
  void verifySaysWhichBrokenAnswerPasses() {
    QFETCH(QString, line);
    QFETCH(Condition, asked);
    QFETCH(Action, last);
    QFETCH(QStringList, passing);
    Lesson lesson = lesson1();
    lesson.setup.project.spec = *parseLine(line.toStdString());
    lesson.questions.push_back({"n", QuestionKind::Number, {}, false});
    lesson.tasks.resize(1);
    lesson.tasks[0].conditions = {asked};
    lesson.tasks[0].answer = {last};
    VerifyOptions options;
    options.seeds = 1;
    const LessonProof report = verifyLesson(lesson, {}, options);
    QStringList found;
    for (const BrokenResult& broken : report.tasks[0].broken)
      if (broken.result.passed) found << name(broken.breakage);
    QCOMPARE(found, passing);
    for (const QString& how : passing) {
      const std::string sentence = "The model answer passes although it was broken (" + how.toStdString() + ").";
      QVERIFY2(std::any_of(report.tasks[0].faults.begin(), report.tasks[0].faults.end(), [&](const Text& fault) { return english(fault) == sentence; }), sentence.c_str());
    }
    QVERIFY2(!report.tasks[0].broken.empty(), "each answer is broken in some way");
  }

  void verifyComparesTheKeptFigures() {
    Lesson lesson = lesson1();
    VerifyOptions options;
    options.seeds = 1;
    lesson.tasks[1].measured = {};
    QCOMPARE(english(verifyLesson(lesson, {}, options).tasks[1].faults.at(0)),
             std::string("The lesson keeps no figures for this task: \"measured\" should say seeds 1, passed 1, init xavier."));
    lesson.tasks[1].measured = {1, 0, "xavier"};
    QCOMPARE(english(verifyLesson(lesson, {}, options).tasks[1].faults.at(0)), std::string("The lesson says 0 of 1 seeds with xavier; now it is 1 of 1 with xavier."));
  }

  // ---- progress -----------------------------------------------------------------------------------------------------------

  void progressComesBackWithTheSameBytes() {
    Progress progress;
    progress.learner = "小明 \"x\"";
    progress = withAttempt(progress, "a-line-that-learns", "by_hand", false);
    progress = withAttempt(progress, "a-line-that-learns", "by_hand", true);
    progress = withAttempt(progress, "a-line-that-learns", "by_hand", false);
    LessonProgress& lesson = progress.lessons["a-line-that-learns"];
    lesson.seconds = 91.5;
    lesson.tasks["by_hand"].hints = 2;
    lesson.tasks["descent"].skipped = true;
    lesson.answers = {{"end", std::string("above")}, {"guess", 0.073}};
    QCOMPARE(lesson.tasks["by_hand"], (TaskProgress{3, 2, true, false}));  // done stays done
    const std::string bytes = writeProgress(progress);
    const Result<Progress> back = parseProgress(bytes, "progress.json");
    QVERIFY2(back.ok(), failure(back));
    QVERIFY(*back == progress);
    QCOMPARE(writeProgress(*back), bytes);
  }

  void brokenProgressIsRefusedWithPlace() {
    const auto refused = [](const char* bytes) { return failure(parseProgress(bytes, "p.json")); };
    QCOMPARE(refused("{\"glassbox_progress\": 1, \"learner\": \"a\", \"lessons\": {\"l\": {\"seconds\": 1, \"tasks\": {\"t\": {\"attempts\": 1, \"done\": 1}}}}}"),
             QByteArray("p.json:1:113: \"done\" should be true or false."));
    QCOMPARE(refused("{\"glassbox_progress\": 4, \"learner\": \"a\", \"lessons\": {}}"),
             QByteArray("p.json: A newer Glassbox saved this progress: its version is 4, and this program reads up to 3."));
    QCOMPARE(refused("{\"glassbox_progress\": 1, \"learner\": \"a\",\n\"lessons\": {}, \"x\": 1}"),
             QByteArray("p.json:2:16: The key \"x\" is not known here; known are glassbox_progress, learner, lessons."));
  }
};

QTEST_GUILESS_MAIN(TestLessons)
#include "test_lessons.moc"
