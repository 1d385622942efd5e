// Learners on the disk, their reports and the table of a class: what is kept, what is refused, what is gone.
#include "engine/io/atomic_file.h"
#include "engine/lesson/class_table.h"
#include "engine/lesson/learners.h"
#include "engine/lesson/report.h"
#include "engine/io/work_shelf.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace glassbox;
namespace fs = std::filesystem;

namespace {

template<class T> QByteArray failure(const Result<T>& result) { return result.ok() ? QByteArray() : QByteArray::fromStdString(english(result.error())); }

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const fs::path& path) {
  const Result<std::string> bytes = readWholeFile(path, 1 << 24);
  return bytes ? *bytes : std::string();
}

/// Every file below `folder` that holds `word` in its name or its bytes.
std::vector<std::string> traces(const fs::path& folder, const std::string& word) {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().string().find(word) != std::string::npos || (entry.is_regular_file() && read(entry.path()).find(word) != std::string::npos)) found.push_back(entry.path().string());
  return found;
}

LessonEntry lessonOf(const char* id, const char* block, int number, std::vector<std::string> skills, std::vector<std::string> tasks) {
  Lesson lesson;
  lesson.id = id;
  lesson.block = block;
  lesson.number = number;
  lesson.skills = std::move(skills);
  for (std::string& task : tasks) lesson.tasks.push_back({std::move(task), {}, 1, {}, {}});
  return {id, std::move(lesson)};
}

std::vector<LessonEntry> course() {
  return {lessonOf("line", "A", 1, {"mathematics", "training"}, {"by_hand", "descent"}), lessonOf("downhill", "A", 2, {"training"}, {"ten"}),
          lessonOf("xor", "B", 6, {"building", "training"}, {"bend", "three", "two"})};
}

Progress someProgress() {
  Progress progress;
  progress.learner = "Ada";
  progress = withAttempt(progress, "line", "by_hand", false);
  progress = withAttempt(progress, "line", "by_hand", true);
  progress = withAttempt(progress, "line", "descent", true);
  progress = withAttempt(progress, "downhill", "ten", true);
  progress = withAttempt(progress, "xor", "bend", true);
  progress.lessons["xor"].tasks["three"].skipped = true;
  progress.lessons["line"].tasks["by_hand"].hints = 2;
  progress.lessons["line"].seconds = 600;
  progress.lessons["line"].answers["end"] = std::string("above");
  progress.lessons["line"].answers["shape"] = DrawnCurve{{"test_loss", 200, 0, 2.5}, {1, 0.125, 2.5}};
  progress.lessons["gone"].tasks["x"].done = true;  // of a lesson that is not there
  return progress;
}

std::string reportBytes() { return writeReport(reportOf(someProgress(), course(), "2026-11-23")); }

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) qFatal("\"%s\" is not in the report", from.c_str());
  return text.replace(at, from.size(), to);
}

}  // namespace

class TestLearners : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = m_temporary->path().toStdString();
  }

  // ---- learners ------------------------------------------------------------------------------------------------------------

  void aComputerBeginsWithOneLearnerWithoutName() {
    const LearnerStore store(m_folder / "data");
    const auto learners = store.list();
    QVERIFY2(learners.ok(), failure(learners));
    QCOMPARE(*learners, (std::vector<LearnerEntry>{{"first", ""}}));
    const auto opened = store.open("first");
    QVERIFY(opened.ok() && !opened->fault && opened->progress == Progress());
  }

  void learnersAreKeptApart() {
    const LearnerStore store(m_folder);
    const auto bob = store.add("Bob"), ada = store.add("  阿达 ");
    QVERIFY2(bob.ok() && ada.ok(), failure(bob) + failure(ada));
    Progress progress = store.open(*ada)->progress;
    QCOMPARE(progress.learner, std::string("阿达"));
    progress = withAttempt(progress, "line", "descent", true);
    QVERIFY(store.save(*ada, progress).ok());
    QVERIFY(store.open(*ada)->progress == progress);
    QVERIFY(store.open(*bob)->progress.lessons.empty());
    QVERIFY2(store.rename(*bob, "Bea").ok(), "a new name");
    QCOMPARE(*store.list(), (std::vector<LearnerEntry>{{"first", ""}, {*bob, "Bea"}, {*ada, "阿达"}}));
    QVERIFY(store.open(*ada)->progress == progress);
  }

  void namesThatCannotBeUsedAreRefused() {
    const LearnerStore store(m_folder);
    QVERIFY(store.add("Ada").ok());
    QCOMPARE(failure(store.add("Ada")), QByteArray("There is a learner called Ada on this computer already. Choose another nickname."));
    QCOMPARE(failure(store.add(" \t")), QByteArray("The nickname is empty. Type any name; it stays on this computer."));
    QCOMPARE(failure(store.add("Ada\xE2\x80\xAE" "cba")), QByteArray("The nickname is too long, or holds signs that cannot be seen. Use up to 40 letters."));
    QCOMPARE(failure(store.add(std::string(41, 'a'))), QByteArray("The nickname is longer than 40 characters."));
    QVERIFY(!store.add("\xFF").ok() && !store.add("a\nb").ok());
    QCOMPARE(store.list()->size(), std::size_t{2});
  }

  void brokenProgressIsPutAsideAndNothingIsLost_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("an unknown key; the name is still read") << QByteArray("{\"glassbox_progress\": 1, \"learner\": \"Ada\", \"lessons\": {}, \"x\": 1}") << "Ada";
    QTest::newRow("cut off") << QByteArray("{\"glassbox_progress\": 1, \"lear") << "";
    QTest::newRow("empty") << QByteArray("") << "";
    QTest::newRow("of a newer program") << QByteArray("{\"glassbox_progress\": 99, \"learner\": \"Ada\", \"lessons\": {}}") << "Ada";
    QTest::newRow("not text") << QByteArray("\0\xFF\xFE", 3) << "";
  }
  void brokenProgressIsPutAsideAndNothingIsLost() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const LearnerStore store(m_folder);
    const fs::path file = store.folderOf("first") / "progress.json";
    for (int round = 1; round <= 2; ++round) {
      write(file, bytes.toStdString());
      const auto opened = store.open("first");
      QVERIFY2(opened.ok(), failure(opened));
      QVERIFY(opened->fault && opened->progress.lessons.empty());
      QCOMPARE(QString::fromStdString(opened->progress.learner), name);
      const fs::path aside = store.folderOf("first") / ("progress.broken-" + std::to_string(round) + ".json");
      QCOMPARE(opened->aside, aside);
      QCOMPARE(read(aside), bytes.toStdString());
      QVERIFY(QByteArray::fromStdString(english(*opened->fault)).contains("The progress of this learner cannot be used"));
      QVERIFY(!fs::exists(file));
    }
  }

  void aProgressThatCannotBeReadAtAllStaysWhereItIs() {
    const LearnerStore store(m_folder);
    fs::create_directories(store.folderOf("first") / "progress.json");  // a folder in place of the file
    QVERIFY(!store.open("first").ok());
    QVERIFY(fs::is_directory(store.folderOf("first") / "progress.json"));
  }

  void aRemovedLearnerLeavesNoTrace() {
    const LearnerStore store(m_folder);
    const auto ada = store.add("Ada Zebra"), bob = store.add("Bob");
    write(store.folderOf(*ada) / "projects" / "line.glassbox", "by Ada Zebra");
    write(store.folderOf(*ada) / "progress.broken-1.json", "Ada Zebra");
    write(m_folder / "elsewhere" / "work.glassbox", "somebody's work");
    fs::create_directory_symlink(m_folder / "elsewhere", store.folderOf(*ada) / "link");
    QVERIFY(!traces(m_folder, "Ada Zebra").empty());
    const auto removed = store.remove(*ada);
    QVERIFY2(removed.ok(), failure(removed));
    QVERIFY(traces(m_folder, "Ada Zebra").empty());
    QVERIFY(traces(m_folder, *ada).empty());
    QVERIFY2(fs::exists(m_folder / "elsewhere" / "work.glassbox"), "a link is removed, not what it leads to");
    QCOMPARE(store.list()->size(), std::size_t{2});
    QVERIFY(!store.remove("../elsewhere").ok() && !store.remove("").ok() && fs::exists(m_folder / "elsewhere"));
  }

  void foldersThatAreNoLearnersAreNotListed() {
    const LearnerStore store(m_folder);
    write(m_folder / "learners" / "not-an-id" / "progress.json", "{}");
    write(m_folder / "learners" / "0123456789abcdef", "a file");
    fs::create_directory_symlink(m_folder, m_folder / "learners" / "0123456789abcde0");
    QCOMPARE(store.list()->size(), std::size_t{1});
  }

  void progressOfEarlierVersionsBecomesTheFirstLearners() {
    const LearnerStore store(m_folder / "data");
    const fs::path old = m_folder / "progress.json";
    const std::string bytes = "{\"glassbox_progress\": 1, \"learner\": \"\", \"lessons\": {\"line\": {\"seconds\": 3, \"tasks\": {\"by_hand\": {\"attempts\": 4, \"hints\": 1, \"done\": true}}, \"answers\": {}}}}";
    write(old, bytes);
    const auto adopted = store.adopt(old);
    QVERIFY2(adopted.ok(), failure(adopted));
    QVERIFY(!fs::exists(old));
    const auto opened = store.open("first");
    QCOMPARE(opened->progress.lessons.at("line").tasks.at("by_hand"), (TaskProgress{4, 1, true, false}));
    write(old, "{}");  // an older program was used once more
    QVERIFY(store.adopt(old).ok() && !fs::exists(old));
    QCOMPARE(read(store.folderOf("first") / "progress.earlier-1.json"), std::string("{}"));
    QCOMPARE(read(store.folderOf("first") / "progress.json"), bytes);
  }

  // ---- reports -------------------------------------------------------------------------------------------------------------

  void aReportSaysWhatWasDone() {
    const Report report = reportOf(someProgress(), course(), "2026-11-23");
    QCOMPARE(report.lessons.size(), std::size_t{3});
    QCOMPARE(report.lessons[0].tasks[0], (TaskReport{"by_hand", true, false, 2, 2}));
    QCOMPARE(report.lessons[2].tasks[1], (TaskReport{"three", false, true, 0, 0}));
    QCOMPARE(report.lessons[0].seconds, 600.0);
    const std::vector<SkillScore> scores = skillScores(report.lessons);
    QCOMPARE(scores.size(), lessonSkills().size());
    QCOMPARE(scores[0], (SkillScore{"mathematics", 2, 2}));  // line
    QCOMPARE(scores[1], (SkillScore{"building", 1, 3}));     // xor
    QCOMPARE(scores[2], (SkillScore{"training", 4, 6}));     // line, downhill, xor
    QCOMPARE(scores[3], (SkillScore{"data", 0, 0}));
    QCOMPARE(scores[3].share(), 0.0);
  }

  void aReportComesBackWithTheSameBytes() {
    const std::string bytes = reportBytes();
    const Result<Report> back = parseReport(bytes, "ada.json");
    QVERIFY2(back.ok(), failure(back));
    QVERIFY(*back == reportOf(someProgress(), course(), "2026-11-23"));
    QCOMPARE(writeReport(*back), bytes);
  }

  void aBlockIsFinishedWhenEveryTaskOfItIsPassed() {
    QCOMPARE(finishedBlocks(someProgress(), course()), std::vector<std::string>{"A"});
    Progress progress = someProgress();
    progress.lessons["downhill"].tasks["ten"] = {1, 0, false, true};  // skipped is not passed
    QVERIFY(finishedBlocks(progress, course()).empty());
    QVERIFY(finishedBlocks(Progress(), course()).empty());
    std::vector<LessonEntry> lessons = course();
    lessons.push_back({"unreadable", Error(GB_TEXT("engine", "x"))});
    QVERIFY2(finishedBlocks(someProgress(), lessons).empty(), "it might be of block A");
  }

  void hostileReportsAreRefusedWithASentence_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    const std::string good = reportBytes();
    const auto row = [](const char* name, const std::string& bytes, const char* says) { QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(says); };
    row("empty", "", "r.json");
    row("cut off", good.substr(0, good.size() / 2), "r.json");
    row("of a newer program", changed(good, "\"glassbox_report\": 2", "\"glassbox_report\": 3"), "A newer Glassbox wrote this report");
    row("an unknown key", changed(good, "\"date\"", "\"run\": \"rm -rf\", \"date\""), "The key \"run\" is not known here");
    row("a task polished up", changed(good, "\"id\": \"two\", \"passed\": false", "\"id\": \"two\", \"passed\": true"), "The figures of the skills are not what the tasks");
    row("a task twice", changed(good, "\"id\": \"descent\"", "\"id\": \"by_hand\""), "The task \"by_hand\" stands here twice.");
    row("a lesson twice", changed(good, "\"id\": \"downhill\"", "\"id\": \"line\""), "The lesson \"line\" stands here twice.");
    row("a skill that is none", changed(good, "[\"building\"", "[\"magic\""), "There is no skill \"magic\".");
    row("a name that turns the line", changed(good, "Ada", "Ada\xE2\x80\xAE"), "holds signs that cannot be seen");
    row("a name with a line break", changed(good, "Ada", "A\\nda"), "holds signs that cannot be seen");
    row("a long name", changed(good, "Ada", std::string(300, 'A')), "\"learner\" is longer than 200 bytes");
    row("a date that is none", changed(good, "2026-11-23", "=HYPERLINK"), "\"date\" should be a day like 2026-01-31.");
    row("four hints", changed(good, "\"hints\": 2", "\"hints\": 4"), "hints");
    row("a curve off its paper", changed(good, "0.125, 2.5]", "0.125, 2.6]"), "drawn");
    row("a curve of one point", changed(good, "[1.0, 0.125, 2.5]", "[1.0]"), "A drawn curve is a list of 2 to 1001 heights.");
    row("a curve of nothing that is measured", changed(good, "\"metric\": \"test_loss\"", "\"metric\": \"beauty\""), "\"metric\" is \"beauty\"; it should be one of loss,");
    row("a curve with a script", changed(good, "\"metric\":", "\"run\": \"rm\", \"metric\":"), "The key \"run\" is not known here");
    row("negative time", changed(good, "\"seconds\": 600.0", "\"seconds\": -1.0"), "seconds");
  }
  void hostileReportsAreRefusedWithASentence() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    const Result<Report> report = parseReport(bytes.toStdString(), "r.json");
    QVERIFY(!report.ok());
    QVERIFY2(failure(report).contains(says), failure(report));
  }

  // ---- the table of a class --------------------------------------------------------------------------------------------------

  void aClassTableHasARowForEachFileAlsoForRefusedOnes() {
    write(m_folder / "ada.json", reportBytes());
    write(m_folder / "eve.json", changed(reportBytes(), "\"learner\": \"Ada\"", "\"learner\": \"=1+1\""));
    write(m_folder / "broken.json", "{");
    write(m_folder / "notes.txt", "not a report");
    fs::create_directory(m_folder / "folder.json");
    const auto files = readReports(m_folder);
    QVERIFY2(files.ok(), failure(files));
    QCOMPARE(files->size(), std::size_t{4});
    QVERIFY((*files)[0].report.ok() && !(*files)[1].report.ok() && (*files)[2].report.ok() && !(*files)[3].report.ok());
    const QStringList lines = QString::fromStdString(classCsv(*files, [](const Error&) { return std::string("-no"); })).split('\n');
    QCOMPARE(lines.at(0), QString("file,refused,learner,date,passed,tasks,skipped,attempts,hints,minutes,passed.line,passed.downhill,passed.xor,"
                                  "skill.mathematics,skill.building,skill.training,skill.data,skill.interpretation,skill.language_models,skill.deployment,skill.responsibility"));
    // 4 of 6 tasks, 1 skipped, 5 attempts, 2 hints, 600 s; 1/3 and 4/6 of the tasks of a skill
    QCOMPARE(lines.at(1), QString("ada.json,,Ada,2026-11-23,4,6,1,5,2,10,2,1,1,1,0.333,0.667,,,,,"));
    QCOMPARE(lines.at(2), QString("broken.json,\"-no\",,,,,,,,,,,,,,,,,,,"));
    QVERIFY2(lines.at(3).startsWith("eve.json,,\"=1+1\","), qPrintable(lines.at(3)));
    QCOMPARE(lines.size(), 6);  // and what stands behind the last line break
  }

  // ---- projects on the shelf -------------------------------------------------------------------------------------------------

  void workOnTheShelfComesBackWithItsWeights() {
    const WorkShelf shelf(m_folder / "lessons");
    QVERIFY(!shelf.has("line") && shelf.open("line").ok() && !*shelf.open("line"));
    ShelvedWork work = someWork();
    for (const float value : {1.5f, -2.0f}) {
      work.weights->tensors[0].tensor.data[0] = value;
      const auto saved = shelf.save("line", work);
      QVERIFY2(saved.ok(), failure(saved));
      const auto opened = shelf.open("line");
      QVERIFY2(opened.ok() && *opened, failure(opened));
      QVERIFY((*opened)->project == work.project);
      QCOMPARE((*opened)->weights->tensors[0].tensor.data[0], value);
      QCOMPARE(filesIn(m_folder / "lessons"), 2);  // the weights of before are gone
    }
    work.weights.reset();
    QVERIFY(shelf.save("line", work).ok());
    QVERIFY(!(*shelf.open("line"))->weights);
    QCOMPARE(filesIn(m_folder / "lessons"), 1);
  }

  void whatIsRemovedFromTheShelfLeavesNoFile() {
    const WorkShelf shelf(m_folder / "lessons");
    QVERIFY(shelf.remove("line").ok());
    QVERIFY(shelf.save("line", someWork()).ok() && shelf.save("line.before", someWork()).ok());
    QVERIFY(shelf.remove("line").ok());
    QVERIFY(!shelf.has("line") && shelf.has("line.before"));
    QVERIFY2((*shelf.open("line.before"))->weights, "its own weights stay");
    QVERIFY(shelf.remove("line.before").ok());
    QCOMPARE(filesIn(m_folder / "lessons"), 0);
  }

  void brokenWorkIsPutAside_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("the project") << "line.glassbox";
    QTest::newRow("the weights") << "line.*.safetensors";
  }
  void brokenWorkIsPutAside() {
    QFETCH(QString, file);
    const WorkShelf shelf(m_folder / "lessons");
    QVERIFY(shelf.save("other", someWork()).ok());
    for (int round = 1; round <= 2; ++round) {
      QVERIFY(shelf.save("line", someWork()).ok());
      const QDir folder(QString::fromStdString((m_folder / "lessons").string()));
      write(m_folder / "lessons" / folder.entryList({file}).value(0).toStdString(), "{");
      const auto opened = shelf.open("line");
      QVERIFY2(failure(opened).contains(QByteArray("line.broken-") + QByteArray::number(round) + ".glassbox"), failure(opened));
      QVERIFY2(!shelf.has("line") && !*shelf.open("line"), "the next time there is nothing");
      QVERIFY2((*shelf.open("other"))->weights, "and nothing else is lost");
    }
  }

  void whenTheDiskFailsTheOldWorkStands() {
    const WorkShelf shelf(m_folder / "lessons");
    ShelvedWork work = someWork();
    QVERIFY(shelf.save("line", work).ok());
    const ShelvedWork before = work;
    work.project.title = "another";
    work.weights->tensors[0].tensor.data[0] = 7;
    FileCalls calls;
    calls.rename = [](const char*, const char*) { return errno = ENOSPC, -1; };
    QVERIFY(!shelf.save("line", work, calls).ok());
    QVERIFY((*shelf.open("line"))->project == before.project);
    QCOMPARE((*shelf.open("line"))->weights->tensors[0].tensor.data[0], before.weights->tensors[0].tensor.data[0]);
  }

  void aFolderThatIsNotThereIsASentence() {
    QVERIFY(failure(readReports(m_folder / "nowhere")).contains("The folder nowhere cannot be listed"));
  }

 private:
  static ShelvedWork someWork() {
    ShelvedWork work;
    work.project.title = "a line";
    work.weights.emplace();
    work.weights->tensors.push_back({"dense1.weight", Tensor(Shape{1, 1})});
    return work;
  }
  static int filesIn(const fs::path& folder) { return static_cast<int>(QDir(QString::fromStdString(folder.string())).entryList(QDir::Files).size()); }

  std::unique_ptr<QTemporaryDir> m_temporary;
  fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestLearners)
#include "test_learners.moc"
