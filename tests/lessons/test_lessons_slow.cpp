// Every lesson of the program, proved with 20 seeds: starts fail, model answers pass, broken ones fail, figures hold.
#include <QTest>

#include <algorithm>
#include <set>

#include "engine/lesson/glossary.h"
#include "engine/lesson/verify.h"
#include "lesson_folder.h"

using namespace glassbox;
using namespace lesson_test;

class TestLessonsSlow : public QObject {
  Q_OBJECT

 private slots:
  void everyLessonHoldsForTwentySeeds_data() {
    QTest::addColumn<QString>("folder");
    const Result<std::vector<LessonEntry>> all = listLessons(lessonsFolder());
    QVERIFY2(all.ok() && !all->empty(), failure(all));
    for (const LessonEntry& entry : *all) QTest::newRow(entry.folder.filename().c_str()) << QString::fromStdString(entry.folder.string());
  }

  void everyLessonHoldsForTwentySeeds() {
    QFETCH(QString, folder);
    const Result<Lesson> lesson = loadLesson(folder.toStdString());
    QVERIFY2(lesson.ok(), failure(lesson));
    const Result<Glossary> glossary = loadGlossary(glossaryFile());
    QVERIFY2(glossary.ok(), failure(glossary));
    const LessonProof report = verifyLesson(*lesson, *glossary, {});
    for (const TaskProof& task : report.tasks) {
      QVERIFY2(task.faults.empty(), jsonLine(report, task).c_str());
      QCOMPARE(task.start.size(), std::size_t{20});
      for (const SeedResult& seed : task.start) QVERIFY2(!seed.passed, jsonLine(report, task).c_str());
    }
    // Each answer is broken in all ways that say something of it, and each lesson in all.
    std::set<Breakage> ways;
    for (std::size_t i = 0; i < report.tasks.size(); ++i) {
      const std::vector<BrokenResult>& broken = report.tasks[i].broken;
      std::set<Breakage> tried;
      for (const BrokenResult& one : broken) {
        QVERIFY2(!one.result.passed, jsonLine(report, report.tasks[i]).c_str());
        tried.insert(one.breakage);
      }
      const std::vector<Action>& answer = lesson->tasks[i].answer;
      const bool trains = std::any_of(answer.begin(), answer.end(), [](const Action& action) { return action.kind == ActionKind::Run; });
      const bool looks = tried.count(Breakage::TargetsShuffled) > 0;
      QCOMPARE(tried.count(Breakage::RateZero) + tried.count(Breakage::OneStep), std::size_t{trains ? 2u : 0u});
      QCOMPARE(tried.count(Breakage::LayerRemoved) > 0, looks);
      QVERIFY2(looks || tried.count(Breakage::AnswerChanged), "a task that looks at no model asks for an answer");
      ways.insert(tried.begin(), tried.end());
    }
    for (const Breakage way : {Breakage::RateZero, Breakage::TargetsShuffled, Breakage::LayerRemoved}) {
      const bool byHandOnly = way == Breakage::RateZero && lesson->id == "backpropagation";  // none of its answers trains
      QVERIFY2(ways.count(way) || byHandOnly, name(way));
    }
    for (const Text& fault : report.faults) QFAIL(english(fault).c_str());
  }

  void theSameSeedsGiveTheSameFigures() {
    const Result<std::vector<LessonEntry>> all = listLessons(lessonsFolder());
    QVERIFY2(all.ok() && !all->empty(), failure(all));
    const Lesson& lesson = *all->front().lesson;
    const LessonProof one = verifyLesson(lesson, {}), two = verifyLesson(lesson, {});
    for (std::size_t i = 0; i < one.tasks.size(); ++i) QCOMPARE(jsonLine(one, one.tasks[i]), jsonLine(two, two.tasks[i]));
  }
};

QTEST_GUILESS_MAIN(TestLessonsSlow)
#include "test_lessons_slow.moc"
