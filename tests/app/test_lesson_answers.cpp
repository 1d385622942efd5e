// Lessons whose answers are drawn or clicked, in the real window: what waits for a drawn curve, what the run lays over it, what is kept.
#include "app/settings.h"
#include "app/tool_bar.h"
#include "learner.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/curve_paper.h"
#include "widgets/lesson/region_picture.h"

#include <QComboBox>
#include <QTemporaryDir>

using namespace glassbox;
using State = TrainingSession::State;

namespace {

constexpr int kPatience = Learner::kPatience;

} // namespace

class TestLessonAnswers : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("GLASSBOX_SETTINGS", m_folder->filePath("settings.ini").toLocal8Bit());
    m_language = std::make_unique<LanguageSwitch>();
    m_language->use(LanguageSwitch::Tongue::English);
  }
  void cleanup() {
    closeWindow();
    m_language.reset();
  }

  void aDrawnCurveUnlocksRunAndTheRunIsLaidOverIt_data() {
    QTest::addColumn<bool>("keys");
    QTest::newRow("drawn with the mouse") << false;
    QTest::newRow("drawn with keys") << true;
  }
  void aDrawnCurveUnlocksRunAndTheRunIsLaidOverIt() {
    QFETCH(bool, keys);
    open("learned-by-heart");
    const Learner learner(*m_window);
    QuestionCard* question = card("gap");
    QVERIFY(question);
    QPushButton* run = learner.button("Run");
    QVERIFY(run && !run->isEnabled());
    keys ? drawWithKeys(*question->paper()) : drawWithTheMouse(*question->paper());
    QVERIFY2(!run->isEnabled(), "drawn is not committed");
    learner.click(question->commitButton());
    QVERIFY(run->isEnabled() && !question->isRevealed() && !question->paper()->summary().contains("Measured"));
    QTest::keyClick(m_window->findChild<ToolBar*>()->findChild<QComboBox*>(), Qt::Key_End);
    learner.click(run);
    QVERIFY(learner.reaches(State::Ended));
    QTRY_VERIFY_WITH_TIMEOUT(question->isRevealed(), kPatience);
    QVERIFY2(question->paper()->summary().contains("Measured it went from"), qPrintable(question->paper()->summary()));
    const DrawnCurve drawn = std::get<DrawnCurve>(*question->answer());
    closeWindow();

    // Kept on the disk, and shown by the next window; the run of the day before is gone.
    const Result<OpenedProgress> kept = LearnerStore(Settings::dataFolder().toStdString()).open(LearnerStore::kFirst);
    QVERIFY(kept.ok() && kept->progress.lessons.at("learned-by-heart").answers.at("gap") == AnswerValue(drawn));
    open("learned-by-heart");
    QVERIFY(card("gap")->answer() == AnswerValue(drawn) && !card("gap")->paper()->summary().contains("Measured"));
    QVERIFY(Learner(*m_window).button("Run")->isEnabled());
  }

  void aClickIntoThePictureSolvesATask() {
    Progress progress;
    progress.learner = "Ada";
    LessonProgress& lesson = progress.lessons["yes-or-no"];
    lesson.tasks["right_but_unsure"].done = true;
    lesson.answers = {{"louder", std::string("cross_entropy")}, {"entropy_slope", 0.998}, {"squared_slope", 0.005}};
    QVERIFY(LearnerStore(Settings::dataFolder().toStdString()).save(LearnerStore::kFirst, progress).ok());
    open("yes-or-no");
    const Learner learner(*m_window);
    QuestionCard* question = card("flat");
    QVERIFY(question);
    const auto click = [&](double x, double y) {
      learner.page()->findChild<QScrollArea*>()->ensureWidgetVisible(question, 0, 0);
      QTest::mouseClick(question->picture(), Qt::LeftButton, {}, question->picture()->pixelOf(x, y).toPoint());
      learner.click(question->commitButton());
    };
    click(300, 200); // flat, but rightly so
    QTRY_COMPARE_WITH_TIMEOUT(learner.met(1), 2, kPatience);
    QVERIFY(!learner.isDone(1));
    click(90, 180);
    QTRY_VERIFY_WITH_TIMEOUT(learner.isDone(1), kPatience);
  }

  /// After a run the first hint of "by hand" is another one: the learner let the computer do it.
  void theHintFollowsWhatTheLearnerDid() {
    open("a-line-that-learns");
    const Learner learner(*m_window);
    const auto shows = [&](const QString& words) {
      for (const ProseView* prose : learner.task(0)->findChildren<ProseView*>())
        if (prose->isVisible() && prose->toPlainText().contains(words)) return true;
      return false;
    };
    learner.click(learner.task(0)->findChild<QPushButton*>());
    QVERIFY(shows("two ends of the line"));
    learner.predict(1);
    QTest::keyClick(m_window->findChild<ToolBar*>()->findChild<QComboBox*>(), Qt::Key_End);
    learner.click(learner.button("Run"));
    QVERIFY(learner.reaches(State::Ended));
    QTRY_VERIFY_WITH_TIMEOUT(shows("You have pressed Run") && !shows("two ends of the line"), kPatience);
    m_window->session()->reset();
    QVERIFY(learner.waitUntilReady());
    QTRY_VERIFY_WITH_TIMEOUT(shows("two ends of the line"), kPatience);
  }

 private:
  void open(const char* lesson) {
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->openLesson(lesson));
    QVERIFY(QTest::qWaitFor([this] { return Learner(*m_window).isReady(); }, kPatience));
  }
  void closeWindow() {
    if (m_window) m_window->document()->setModified(false);
    m_window.reset();
  }
  QuestionCard* card(const QString& id) const {
    for (QuestionCard* one : m_window->lessons()->view()->questionCards())
      if (one->content().id == id) return one;
    return nullptr;
  }
  void drawWithTheMouse(CurvePaper& paper) const {
    m_window->lessons()->view()->findChild<QScrollArea*>()->ensureWidgetVisible(&paper, 0, 0);
    const auto at = [&](double step, double value) { return paper.pixelOf(step, value).toPoint(); };
    QTest::mousePress(&paper, Qt::LeftButton, {}, at(0, 0.7));
    for (double step = 10; step <= 300; step += 10) {
      QMouseEvent move(QEvent::MouseMove, at(step, 0.5), paper.mapToGlobal(at(step, 0.5)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
      QCoreApplication::sendEvent(&paper, &move);
    }
    QTest::mouseRelease(&paper, Qt::LeftButton, {}, at(300, 0.5));
  }
  /// The focus comes by Tab; keys that the window has shortcuts for are the paper's.
  void drawWithKeys(CurvePaper& paper) const {
    paper.setFocus(Qt::TabFocusReason);
    for (const int key : {Qt::Key_Home, Qt::Key_Down, Qt::Key_Right, Qt::Key_PageDown, Qt::Key_End, Qt::Key_Up}) QTest::keyClick(m_window->windowHandle(), static_cast<Qt::Key>(key));
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestLessonAnswers)
#include "test_lesson_answers.moc"
