// Lessons 2 to 5: what a learner with the wrong idea would do does not solve a task; the neighbour of it that is right does.
#include <QTest>

#include "engine/lesson/headless_lab.h"
#include "engine/lesson/task_check.h"
#include "lesson_folder.h"

using namespace glassbox;
using namespace lesson_test;

namespace {

using Actions = std::vector<Action>;

Action set(const char* key, ParamValue value) { return {ActionKind::Set, key, std::move(value)}; }
Action weight(const char* name, double value) { return {ActionKind::SetWeight, name, value}; }
Action run(std::int64_t steps) { return {ActionKind::Run, "", steps}; }
Action number(const char* question, double value) { return {ActionKind::Answer, question, value}; }
Action choose(const char* question, const char* key) { return {ActionKind::Answer, question, std::string(key)}; }

constexpr const char* kW1 = "dense1.weight[0,0]";
constexpr const char* kW2 = "dense1.weight[0,1]";
constexpr const char* kB = "dense1.bias[0]";

}  // namespace

class TestWrongWays : public QObject {
  Q_OBJECT

 private slots:
  void aTaskIsSolvedByTheRightIdeaOnly_data() {
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<Actions>("actions");
    QTest::addColumn<bool>("solved");
    const auto row = [](const char* name, const char* folder, const char* task, Actions actions, bool solved = false) {
      QTest::newRow(name) << QByteArray(folder) << QByteArray(task) << std::move(actions) << solved;
    };

    const char* downhill = "02-downhill";
    row("ten steps: the small rate that felt safe", downhill, "ten_steps", {run(10)});
    row("ten steps: the large rate that looked fast", downhill, "ten_steps", {set("rate", 0.95), run(10)});
    row("ten steps: patience in place of a rate", downhill, "ten_steps", {run(300)});
    row("ten steps: a rate in between", downhill, "ten_steps", {set("rate", 0.7), run(10)}, true);
    row("edge: the best rate, far below the limit", downhill, "edge", {set("rate", 0.75), run(300)});
    row("edge: just above the limit", downhill, "edge", {set("rate", 1.01), run(300)});
    row("edge: 1 % below the limit", downhill, "edge", {set("rate", 0.99), run(300)}, true);
    row("over: a rate that jumps and still arrives", downhill, "over", {set("rate", 0.95), run(300), choose("runs_away", "b")});
    row("over: the flat direction blamed", downhill, "over", {set("rate", 1.1), run(60), choose("runs_away", "w")});
    row("over: until the numbers end", downhill, "over", {set("rate", 1.2), run(300), choose("runs_away", "b")}, true);

    const char* noisy = "03-a-noisy-gradient";
    row("square root: the standard deviation divided by B", noisy, "square_root", {number("spread", 0.113)});
    row("one pass: one sample a step", noisy, "one_pass", {run(1024)});
    row("one pass: the exact gradient, once", noisy, "one_pass", {set("batch", std::int64_t{1024}), run(1024)});
    row("one pass: a large batch with another rate", noisy, "one_pass", {set("batch", std::int64_t{64}), set("rate", 0.1), run(1024)});
    row("quiet: the rate left as it was", noisy, "quiet", {run(1024)});
    row("quiet: a rate so small that it does not arrive", noisy, "quiet", {set("rate", 0.003), run(1024)});
    row("quiet: a larger batch in place of a smaller rate", noisy, "quiet", {set("batch", std::int64_t{64}), run(1024)});
    row("quiet: stopped on the way", noisy, "quiet", {set("rate", 0.007), run(500)});
    row("workers: gradients added in place of averaged", noisy, "workers", {number("first_pair", -0.379), number("second_pair", -2.796), number("all_four", -3.175)});

    const char* yesNo = "04-yes-or-no";
    row("right but unsure: sure as well", yesNo, "right_but_unsure", {weight(kW1, 5), weight(kW2, 5)});
    row("right but unsure: no opinion at all", yesNo, "right_but_unsure", {weight(kW1, 0), weight(kW2, 0)});
    row("right but unsure: a boundary across the clouds", yesNo, "right_but_unsure", {weight(kW1, 0.1), weight(kW2, -0.1)});
    row("right but unsure: smaller still", yesNo, "right_but_unsure", {weight(kW1, 0.05), weight(kW2, 0.05)}, true);
    row("slopes: the two losses exchanged", yesNo, "slopes", {number("entropy_slope", 0.005), number("squared_slope", 0.998), choose("flat", "plateau")});
    row("slopes: the factor 2 forgotten", yesNo, "slopes", {number("entropy_slope", 0.998), number("squared_slope", 0.0025), choose("flat", "plateau")});
    row("slopes: flat because there is nothing to correct", yesNo, "slopes", {number("entropy_slope", 0.998), number("squared_slope", 0.005), choose("flat", "right_end")});
    row("trained: stopped when the accuracy was there", yesNo, "trained", {run(20)});
    row("trained: typed in", yesNo, "trained", {weight(kW1, 8), weight(kW2, 8)});

    const char* rare = "05-ninety-six-percent";
    row("useless: everybody is ill", rare, "useless", {weight(kW1, 0), weight(kW2, 0), weight(kB, 3)});
    row("useless: trained", rare, "useless", {run(1000)});
    row("read: accuracy taken for both", rare, "read", {run(1000), number("recall_now", 0.964), number("precision_now", 0.964)});
    row("read: recall and precision exchanged", rare, "read", {run(1000), number("recall_now", 0.737), number("precision_now", 0.435)});
    row("find them: the bias as it was trained", rare, "find_them", {run(1000), number("recall_then", 0.82)});
    row("find them: everybody alarmed", rare, "find_them", {run(1000), weight(kB, 0), number("recall_then", 0.885)});
    row("find them: precision told for recall", rare, "find_them", {run(1000), weight(kB, -0.75), number("recall_then", 0.372)});
    row("find them: another bias in the range", rare, "find_them", {run(1000), weight(kB, -0.65), number("recall_then", 0.84)}, true);
    row("find them: the threshold 0.1 as a bias", rare, "find_them", {run(1000), weight(kB, -0.88), number("recall_then", 0.8)}, true);
    row("find them: one ill person too few", rare, "find_them", {run(1000), weight(kB, -0.9), number("recall_then", 0.795)});
    row("find them: too many false alarms", rare, "find_them", {run(1000), weight(kB, -0.5), number("recall_then", 0.86)});
    row("find them: the recall of another bias", rare, "find_them", {run(1000), weight(kB, -0.75), number("recall_then", 0.84)});
    row("one number: the F1 of another threshold", rare, "one_number", {number("f1", 0.547)});
    row("one number: the accuracy", rare, "one_number", {number("f1", 0.959)});
  }

  void aTaskIsSolvedByTheRightIdeaOnly() {
    QFETCH(QByteArray, folder);
    QFETCH(QByteArray, task);
    QFETCH(Actions, actions);
    QFETCH(bool, solved);
    const Result<Lesson> lesson = loadLesson(lessonsFolder() / folder.toStdString());
    QVERIFY2(lesson.ok(), failure(lesson));
    const Task* asked = lesson->findTask(task.toStdString());
    QVERIFY2(asked, "the lesson has no such task");
    HeadlessLab::Options options;
    options.seed = lesson->setup.project.plan.seed;
    Result<HeadlessLab> lab = HeadlessLab::open(lesson->setup, lesson->folder, options);
    QVERIFY2(lab.ok(), failure(lab));
    for (const Action& action : actions) {
      const Result<void> done = lab->perform(action);
      QVERIFY2(done.ok(), failure(done));
    }
    QCOMPARE(checkTask(*asked, lab->state()).passed, solved);
  }
};

QTEST_GUILESS_MAIN(TestWrongWays)
#include "test_wrong_ways.moc"
