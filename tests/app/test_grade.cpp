// `glassbox-cli grade`: handed-in projects are repeated and judged by what comes out; one table for a class.
#include <QProcess>
#include <QTest>

#include "../lessons/lesson_folder.h"
#include "engine/graph/network.h"
#include "engine/io/checkpoint.h"
#include "engine/lesson/grade.h"
#include "engine/train/trainer.h"

using namespace lesson_test;
using namespace glassbox;

namespace {

/// A folder with the guide's lesson and what was handed in.
struct Class {
  LessonFolder lesson;
  QTemporaryDir dir;

  std::filesystem::path path(const std::string& name) const { return std::filesystem::path(dir.path().toStdString()) / name; }

  Lesson load() {
    Result<Lesson> read = loadLesson(lesson.write());
    if (!read) qFatal("%s", english(read.error()).c_str());
    return *std::move(read);
  }

  void hand(const std::string& name, const Project& project) const {
    if (const Result<void> saved = saveProject(project, path(name)); !saved) qFatal("%s", english(saved.error()).c_str());
  }
};

/// Trains as a learner does and records the run. `change`: the rate from step 1 on.
Project trained(const Lesson& lesson, std::int64_t steps, bool portable, std::optional<double> change = std::nullopt) {
  Project project = lesson.setup.project;
  project.plan.values.set("portable", portable);
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(project.spec);
  setup.plan = project.plan;
  setup.data = *load(project.data, {});
  if (change) setup.changes = {{0, "rate", *change}};
  RecordedRun run;
  run.id = run.name = "A";
  run.plan = project.plan;
  run.dataHash = setup.data->hash;
  run.changes = setup.changes;
  auto trainer = *Trainer::create(std::move(setup));
  trainer->runSteps(steps);
  trainer->waitUntilIdle();
  run.steps = trainer->status().step;
  run.fingerprint = trainer->fingerprint();
  project.runs = {run};
  project.shownRun = run.id;
  return project;
}

ProjectGrade graded(const std::filesystem::path& file, const Lesson& lesson) {
  Result<ProjectGrade> grade = gradeProject(file, lesson);
  if (!grade) qFatal("%s", english(grade.error()).c_str());
  return *std::move(grade);
}

struct Said {
  int status = -1;
  QByteArray out, err;
};

Said grade(const QStringList& words) {
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("LC_ALL", "C.UTF-8");
  environment.insert("LANG", "C.UTF-8");
  program.setProcessEnvironment(environment);
  program.start(GLASSBOX_CLI, QStringList("grade") + words);
  if (!program.waitForFinished(60000)) return {};
  return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

class TestGrade : public QObject {
  Q_OBJECT

 private slots:
  void aRunThatReachesTheLossPassesAndAShortOneFails() {
    Class all;
    const Lesson lesson = all.load();
    all.hand("good.glassbox", trained(lesson, 200, true));
    all.hand("short.glassbox", trained(lesson, 1, true));
    const ProjectGrade good = graded(all.path("good.glassbox"), lesson), brief = graded(all.path("short.glassbox"), lesson);
    QCOMPARE(name(good.tasks.at(0).verdict), "passed");
    QCOMPARE(good.steps, 200);
    QVERIFY(good.remarks.empty());
    QCOMPARE(name(brief.tasks.at(0).verdict), "failed");
    QVERIFY2(!brief.tasks[0].conditions.at(1).met, "the loss is what it fails by");
  }

  void theFingerprintIsThatOfTheRunWithPortableArithmetic() {
    Class all;
    const Lesson lesson = all.load();
    const Project portable = trained(lesson, 50, true);
    all.hand("fast.glassbox", trained(lesson, 50, false));
    const ProjectGrade fast = graded(all.path("fast.glassbox"), lesson);
    QCOMPARE(fast.fingerprint, portable.runs[0].fingerprint);
    QVERIFY2(fast.remarks.empty(), "its own fingerprint is of another arithmetic");
  }

  void whatTheFileClaimsIsNotBelieved() {
    Class all;
    const Lesson lesson = all.load();
    Project forged = trained(lesson, 1, true);
    forged.runs[0].fingerprint = trained(lesson, 200, true).runs[0].fingerprint;
    forged.runs[0].curves[curves::kTestLoss] = {{1, 1, 0, 0, 0}};
    all.hand("forged.glassbox", forged);
    const ProjectGrade grade = graded(all.path("forged.glassbox"), lesson);
    QCOMPARE(name(grade.tasks.at(0).verdict), "failed");
    QCOMPARE(grade.remarks.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(english(grade.remarks[0])), "The run A comes out otherwise than the file says: a weight was set by hand, or the file was changed.");
  }

  void changesDuringTheRunAreRepeated() {
    Class all;
    const Lesson lesson = all.load();
    const Project stopped = trained(lesson, 200, true, 0.0);
    all.hand("stopped.glassbox", stopped);
    const ProjectGrade grade = graded(all.path("stopped.glassbox"), lesson);
    QCOMPARE(grade.fingerprint, stopped.runs[0].fingerprint);
    QCOMPARE(name(grade.tasks.at(0).verdict), "failed");
  }

  void anEarlierRunMayBeTheOneThatPasses() {
    Class all;
    const Lesson lesson = all.load();
    Project project = trained(lesson, 200, true);
    RecordedRun second = trained(lesson, 1, true).runs[0];
    second.id = second.name = "B";
    project.runs.push_back(second);
    project.shownRun = "B";
    all.hand("two.glassbox", project);
    const ProjectGrade grade = graded(all.path("two.glassbox"), lesson);
    QCOMPARE(name(grade.tasks.at(0).verdict), "passed");
    QCOMPARE(grade.fingerprint, second.fingerprint);
  }

  void aRunOnOtherDataIsLeftOut() {
    Class all;
    const Lesson lesson = all.load();
    Project project = trained(lesson, 200, true);
    project.runs[0].dataHash += 1;
    all.hand("other.glassbox", project);
    const ProjectGrade grade = graded(all.path("other.glassbox"), lesson);
    QCOMPARE(name(grade.tasks.at(0).verdict), "failed");
    QCOMPARE(grade.steps, 0);
    QCOMPARE(QByteArray::fromStdString(english(grade.remarks.at(0))), "The run A was made on other data and is left out.");
  }

  void weightsSavedWithoutAStepAreByHand() {
    Class all;
    QVERIFY(all.lesson.replace("lesson.json", "{\"kind\": \"count\", \"of\": \"steps\", \"at_most\": 500}", "{\"kind\": \"origin\", \"by\": \"hand\"}"));
    const Lesson lesson = all.load();
    Project project = lesson.setup.project;
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(project.spec);
    setup.plan = project.plan;
    setup.data = *load(project.data, {});
    auto trainer = *Trainer::create(std::move(setup));
    trainer->runSteps(300);  // to have good numbers; the file knows nothing of it
    trainer->waitUntilIdle();
    const Result<WeightsRef> saved = saveProjectWithWeights(project, weightsToFile(trainer->network(), nullptr), all.path("hand.glassbox"));
    QVERIFY(saved.ok());
    QCOMPARE(name(graded(all.path("hand.glassbox"), lesson).tasks.at(0).verdict), "passed");
    all.hand("drawn.glassbox", project);
    QCOMPARE(name(graded(all.path("drawn.glassbox"), lesson).tasks.at(0).verdict), "failed");
  }

  void aTaskThatAsksForAnAnswerIsNotJudged() {
    Class all;
    QVERIFY(all.lesson.replace("lesson.json", "{\"kind\": \"same_data\"}", "{\"kind\": \"choice\", \"question\": \"direction\", \"is\": \"down\"}"));
    QVERIFY(all.lesson.replace("lesson.json", "[{\"do\": \"run\", \"steps\": 200}]", "[{\"do\": \"run\", \"steps\": 200}, {\"do\": \"answer\", \"question\": \"direction\", \"with\": \"down\"}]"));
    const Lesson lesson = all.load();
    all.hand("good.glassbox", trained(lesson, 200, true));
    all.hand("short.glassbox", trained(lesson, 1, true));
    const TaskGrade good = graded(all.path("good.glassbox"), lesson).tasks.at(0);
    QCOMPARE(name(good.verdict), "not judged");
    QCOMPARE(good.questions, std::vector<std::string>{"direction"});
    QCOMPARE(name(graded(all.path("short.glassbox"), lesson).tasks.at(0).verdict), "failed");
  }

  void aTaskThatAsksForASweepIsNotJudged() {
    Class all;
    QVERIFY(all.lesson.replace("lesson.json", "{\"kind\": \"same_data\"}", "{\"kind\": \"sweep\", \"key\": \"rate\"}"));
    QVERIFY(all.lesson.replace("lesson.json", "[{\"do\": \"run\", \"steps\": 200}]", "[{\"do\": \"run\", \"steps\": 200}, {\"do\": \"sweep\", \"key\": \"rate\", \"values\": 2, \"seeds\": 1}]"));
    const Lesson lesson = all.load();
    all.hand("good.glassbox", trained(lesson, 200, true));
    all.hand("short.glassbox", trained(lesson, 1, true));
    const TaskGrade good = graded(all.path("good.glassbox"), lesson).tasks.at(0);
    QCOMPARE(name(good.verdict), "not judged");
    QVERIFY(good.deeds && good.questions.empty());
    QCOMPARE(name(graded(all.path("short.glassbox"), lesson).tasks.at(0).verdict), "failed");
  }

  void aRunThatWouldNotEndIsRefused() {
    Class all;
    const Lesson lesson = all.load();
    Project project = trained(lesson, 1, true);
    project.runs[0].steps = 1'000'000'000'000;
    all.hand("endless.glassbox", project);
    const Result<ProjectGrade> grade = gradeProject(all.path("endless.glassbox"), lesson, {0, 1});
    QVERIFY(!grade.ok());
    QVERIFY2(failure(grade).contains("Repeating the run A takes longer than 0 s"), failure(grade));
  }

  void aClassIsOneTableAndABadFileIsARow() {
    Class all;
    const Lesson lesson = all.load();
    all.hand("=good.glassbox", trained(lesson, 200, true));
    put(all.path("bad.glassbox"), "{\"glassbox\": 1,");
    const QString out = text(all.path("out.csv"));
    QProcess program;  // in the folder, so that a cell begins with =
    program.setWorkingDirectory(all.dir.path());
    program.start(GLASSBOX_CLI, {"grade", "bad.glassbox", "gone.glassbox", "=good.glassbox", "--lesson", text(lesson.folder), "--csv", out});
    QVERIFY(program.waitForFinished(60000));
    const QByteArray err = program.readAllStandardError();
    QVERIFY2(program.exitCode() == 1, err);
    QVERIFY2(err.contains("bad.glassbox") && err.contains("gone.glassbox"), err);
    QVERIFY(program.readAllStandardOutput().contains("=good.glassbox: 1 of 1 tasks passed"));
    const QList<QByteArray> rows = QByteArray::fromStdString(get(all.path("out.csv"))).split('\n');
    QCOMPARE(rows.size(), 5);  // the last is empty
    QCOMPARE(rows[0], "file,refused,small_loss,small_loss.why,small_loss.figures,steps,fingerprint,remarks");
    QVERIFY2(rows[1].startsWith("bad.glassbox,") && !rows[1].startsWith("bad.glassbox,,"), rows[1]);
    QVERIFY2(rows[2].startsWith("gone.glassbox,") && !rows[2].startsWith("gone.glassbox,,"), rows[2]);
    QVERIFY2(rows[3].startsWith("\"=good.glassbox\",,passed,,"), rows[3]);
    QVERIFY2(rows[3].contains(",200,v2-"), rows[3]);
  }

  void wrongUsageAndAnUnknownLesson() {
    QCOMPARE(grade({}).status, 2);
    QCOMPARE(grade({"a.glassbox", "--lesson", "xor"}).status, 2);
    QCOMPARE(grade({"a.glassbox", "--lesson", "xor", "--csv", "o.csv", "--seconds", "0"}).status, 2);
    const Said unknown = grade({"a.glassbox", "--lesson", "nowhere", "--csv", "o.csv"});
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.err.contains("There is no lesson \"nowhere\""), unknown.err);
  }
};

QTEST_GUILESS_MAIN(TestGrade)
#include "test_grade.moc"
