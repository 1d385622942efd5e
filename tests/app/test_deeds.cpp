// Tasks that ask for more than a run: a sweep let run to its end, hidden numbers of a step worked out. By mouse and keys, in the window.
#include "../lessons/lesson_folder.h"
#include "app/run_desk.h"
#include "app/settings.h"
#include "app/step_desk.h"
#include "learner.h"
#include "widgets/common/theme_manager.h"
#include "widgets/runs/sweep_dialog.h"
#include "widgets/stepper/explanation_panel.h"
#include "widgets/stepper/stepper.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace glassbox;

namespace {

constexpr int kPatience = 60000; // for a machine under load; nothing is measured

} // namespace

class TestDeeds : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_settings.filePath("settings.ini").toLocal8Bit());
    ThemeManager::ofApplication().dress(*qApp);
  }

  void aSweepAndAFilledNumberPassTheTask() {
    LanguageSwitch language;
    language.use(LanguageSwitch::Tongue::English);
    MainWindow window(&language);
    window.resize(1920, 1080);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    lesson_test::LessonFolder folder;
    QVERIFY(folder.replace("lesson.json", R"({"kind": "metric", "metric": "loss", "part": "test", "at_most": 0.05},)", R"({"kind": "sweep", "key": "steps", "values": 2, "seeds": 2},)"));
    QVERIFY(folder.replace("lesson.json", R"({"kind": "count", "of": "steps", "at_most": 500})", R"({"kind": "filled", "array": "dense1.*", "right": 2, "wrong": 1})"));
    const std::filesystem::path first = folder.write();
    window.lessons()->load(first.parent_path());
    QVERIFY(window.openLesson("a-first-line"));
    const Learner learner(window);
    QVERIFY(learner.waitUntilReady());
    QTRY_COMPARE_WITH_TIMEOUT(learner.met(0), 1, kPatience); // the data are the lesson's
    learner.predict(0);

    // A sweep that was stopped does not count, nor one with a single seed.
    window.runDesk()->askSweep(&window);
    SweepDialog* dialog = window.runDesk()->sweep();
    dialog->key(0)->setCurrentIndex(dialog->key(0)->findData(QStringLiteral("steps")));
    for (const int seeds : {1, 2}) {
      QTRY_COMPARE_WITH_TIMEOUT(learner.met(0), 1, kPatience);
      dialog->values(0)->clear();
      QTest::keyClicks(dialog->values(0), "20, 40");
      dialog->seeds()->setValue(seeds);
      learner.click(dialog->startButton());
      QVERIFY(QTest::qWaitFor([&] { return dialog->result() != nullptr; }, kPatience));
    }
    QTRY_COMPARE_WITH_TIMEOUT(learner.met(0), 2, kPatience);
    dialog->close();

    // The output of the layer, worked out: once wrong, once right.
    window.setCentre(MainWindow::Centre::Step);
    Stepper* stepper = window.steps()->stepper();
    QVERIFY(QTest::qWaitFor([&] { return stepper->view() && !stepper->isBusy(); }, kPatience));
    learner.click(window.steps()->quizButton());
    QVERIFY(stepper->quiz());
    stepper->goTo(StepPhase::Forward, "dense1");
    QVERIFY2(stepper->isHidden(stepper->element()) && stepper->element().startsWith("dense1."), qPrintable(stepper->element()));
    QLineEdit* field = window.steps()->explanation()->answerField();
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), kPatience);
    const double exact = window.steps()->explanation()->explanation()->value;
    QTest::keyClicks(field, QString::number(exact + 1, 'f', 4));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(learner.met(0), 2);
    const auto workOut = [&](double value) {
      QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), kPatience);
      field->clear();
      QTest::keyClicks(field, QString::number(value, 'f', 4));
      QTest::keyClick(field, Qt::Key_Return);
    };
    workOut(exact);
    // The quiz begun anew asks for the same number: it counts once.
    learner.click(window.steps()->quizButton());
    learner.click(window.steps()->quizButton());
    QVERIFY(stepper->isHidden(stepper->element()));
    workOut(exact);
    QCOMPARE(learner.met(0), 2);
    stepper->goTo(StepPhase::Backward, "dense1");
    QVERIFY2(stepper->element().startsWith("dense1.grad"), qPrintable(stepper->element()));
    QTRY_VERIFY_WITH_TIMEOUT(window.steps()->explanation()->explanation() && window.steps()->explanation()->explanation()->value != exact, kPatience);
    workOut(window.steps()->explanation()->explanation()->value);
    QTRY_VERIFY_WITH_TIMEOUT(learner.isDone(0), kPatience);
    window.document()->setModified(false);
  }

 private:
  QTemporaryDir m_settings;
};

QTEST_MAIN(TestDeeds)
#include "test_deeds.moc"
