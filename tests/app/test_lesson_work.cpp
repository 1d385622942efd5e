// What a learner builds in a lesson stays theirs: kept over leaving and restarts, put aside by "Start afresh", with their own project behind it.
#include "app/settings.h"
#include "app/tool_bar.h"
#include "learner.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/work_bar.h"
#include "widgets/model/run_list.h"

#include <QDir>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QUndoStack>

using namespace glassbox;
using State = TrainingSession::State;

namespace {

constexpr int kPatience = Learner::kPatience;
constexpr const char* kLesson = "a-line-that-learns";

} // namespace

class TestLessonWork : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("GLASSBOX_SETTINGS", m_folder->filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    m_language = std::make_unique<LanguageSwitch>();
    m_language->use(LanguageSwitch::Tongue::English);
    openWindow();
  }
  void cleanup() {
    if (m_window) m_window->document()->setModified(false);
    m_window.reset();
    m_language.reset();
  }

  // ---- the lesson's network ------------------------------------------------------------------------------------------------

  void aNumberSetByHandIsThereTheNextTime_data() {
    QTest::addColumn<bool>("restart");
    QTest::newRow("the lesson is left and opened again") << false;
    QTest::newRow("the program is started again") << true;
  }
  void aNumberSetByHandIsThereTheNextTime() {
    QFETCH(bool, restart);
    openLesson(kLesson);
    QVERIFY(!bar()->isVisible());
    setWeight(1.5);
    if (restart) {
      closeWindow();
      openWindow();
    } else {
      act(Do::LeaveLesson);
    }
    openLesson(kLesson);
    QVERIFY(bar()->isVisible());
    QCOMPARE(bar()->state(), WorkBar::State::GoesOn);
    QCOMPARE(weight(), 1.5f);
    QVERIFY2(m_window->session()->isEdited(), "by hand, as it was");
    QVERIFY2(m_window->runs()->runs().empty(), "no step has been taken: no run is listed");
    // And the lesson's checks know how it came about.
    QTRY_VERIFY_WITH_TIMEOUT(Learner(*m_window).rows(0).contains("by hand"), kPatience);
  }

  void aRunGoesOnWhereItWasLeft() {
    openLesson(kLesson);
    Learner(*m_window).predict(1);
    train(40);
    const QString print = m_window->session()->fingerprint();
    openLesson("downhill"); // straight to another lesson
    QVERIFY(!bar()->isVisible());
    QCOMPARE(m_window->session()->status().step, std::int64_t{0});
    QVERIFY(m_window->openLesson(kLesson));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->status().step, std::int64_t{40}, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->fingerprint(), print, kPatience);
    QCOMPARE(m_window->runs()->runs().size(), std::size_t{1});
  }

  void aLessonThatWasOnlyLookedAtKeepsNothing() {
    openLesson(kLesson);
    closeWindow();
    QVERIFY(!QDir(lessonsFolder()).exists() || QDir(lessonsFolder()).isEmpty());
    openWindow();
    openLesson(kLesson);
    QVERIFY(!bar()->isVisible());
  }

  void dataOfTheLearnersOwnAreStillNotTheLessons() {
    openLesson(kLesson);
    DataSpec data = m_window->document()->data();
    data.params.set("slope", -2.0);
    m_window->document()->setData(data);
    QVERIFY(Learner(*m_window).waitUntilReady());
    act(Do::LeaveLesson);
    openLesson(kLesson);
    QVERIFY(m_window->document()->data() == data);
    setWeight(1.0);
    QTRY_VERIFY_WITH_TIMEOUT(Learner(*m_window).rows(0).contains("changed"), kPatience);
  }

  void startingAfreshPutsTheNetworkAsideAndItComesBack() {
    openLesson(kLesson);
    setWeight(1.5);
    act(Do::LeaveLesson);
    openLesson(kLesson);
    const Learner learner(*m_window);
    QCOMPARE(bar()->button()->text(), QString("Start afresh"));
    learner.click(bar()->button());
    QVERIFY(learner.waitUntilReady());
    QVERIFY(m_window->lessons()->current());
    QVERIFY(weight() != 1.5f && !m_window->session()->isEdited());
    QCOMPARE(bar()->button()->text(), QString("Bring it back"));
    // also after a restart
    closeWindow();
    openWindow();
    openLesson(kLesson);
    const Learner again(*m_window);
    QCOMPARE(bar()->state(), WorkBar::State::Afresh);
    setWeight(0.25);
    again.click(bar()->button());
    QVERIFY(again.waitUntilReady());
    QTRY_COMPARE_WITH_TIMEOUT(weight(), 1.5f, kPatience);
    QCOMPARE(bar()->state(), WorkBar::State::GoesOn);
    // what was there instead is aside now: nothing is ever lost by the button
    again.click(bar()->button());
    QVERIFY(again.waitUntilReady());
    QCOMPARE(bar()->state(), WorkBar::State::Afresh);
  }

  void aBrokenFileIsASentenceAndTheLessonBeginsAnew() {
    openLesson(kLesson);
    setWeight(1.5);
    act(Do::LeaveLesson);
    const QStringList files = QDir(lessonsFolder()).entryList({"*.glassbox"});
    QCOMPARE(files.size(), 1);
    QFile file(lessonsFolder() + "/" + files[0]);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    file.close();
    QSignalSpy told(m_window.get(), &MainWindow::told);
    openLesson(kLesson);
    QVERIFY(weight() != 1.5f);
    QVERIFY(!bar()->isVisible());
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0][0].toString().contains(".broken-1.glassbox"), qPrintable(told[0][0].toString()));
    QCOMPARE(QDir(lessonsFolder()).entryList({"*.broken-1.glassbox"}).size(), 1);
  }

  void whatCannotBeKeptIsAskedAbout() {
    openLesson(kLesson);
    setWeight(1.5);
    QVERIFY(QDir().mkpath(QFileInfo(lessonsFolder()).path()));
    QFile inTheWay(lessonsFolder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    QString asked;
    answer("Stay", &asked);
    act(Do::LeaveLesson);
    QVERIFY2(asked.startsWith("Your network in this lesson could not be kept"), qPrintable(asked));
    QVERIFY(m_window->lessons()->current());
    QCOMPARE(weight(), 1.5f);
    QVERIFY(inTheWay.remove());
  }

  void anotherLearnerHasANetworkOfTheirOwn() {
    openOwn();
    openLesson(kLesson);
    setWeight(1.5);
    const Result<std::string> ada = m_window->lessons()->learners().add("Ada");
    QVERIFY(ada.ok());
    QVERIFY(m_window->lessons()->useLearner(*ada));
    QVERIFY(!m_window->lessons()->current());
    QCOMPARE(QString::fromStdString(m_window->document()->project().title), m_ownTitle);
    // and nothing of the run before gets into it, however fast one leaves
    QVERIFY(m_window->openLesson(kLesson));
    act(Do::LeaveLesson);
    openLesson(kLesson);
    QVERIFY(!bar()->isVisible());
    QVERIFY(weight() != 1.5f);
    QVERIFY(m_window->lessons()->useLearner(LearnerStore::kFirst));
    openLesson(kLesson);
    QCOMPARE(weight(), 1.5f);
  }

  // ---- the learner's own project ---------------------------------------------------------------------------------------------

  void theOwnProjectComesBackWithItsRun() {
    openOwn();
    train(30);
    const QString print = m_window->session()->fingerprint();
    QVERIFY(m_window->document()->insertAfter("relu", "dense1").ok()); // not saved, and asked about by nobody
    m_window->document()->undoStack()->undo();
    m_window->document()->setModified(true);
    openLesson(kLesson);
    openLesson("downhill");
    act(Do::LeaveLesson);
    QVERIFY(!m_window->lessons()->current());
    QCOMPARE(QString::fromStdString(m_window->document()->project().title), m_ownTitle);
    QVERIFY2(m_window->document()->isModified(), "it is still not saved");
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->fingerprint(), print, kPatience);
  }

  void theOwnFileComesBackByItsName() {
    openOwn();
    const QString file = m_folder->filePath("mine.glassbox");
    QVERIFY(m_window->saveTo(file));
    openLesson(kLesson);
    QVERIFY(m_window->document()->path().isEmpty());
    act(Do::LeaveLesson);
    QCOMPARE(m_window->document()->path(), file);
    QVERIFY(!m_window->document()->isModified());
  }

  void quittingInALessonAsksAboutTheOwnProject() {
    openOwn();
    m_window->document()->setModified(true);
    openLesson(kLesson);
    setWeight(1.5);
    QString asked;
    answer("Cancel", &asked);
    QVERIFY(!m_window->close());
    QVERIFY2(asked.contains("not saved"), qPrintable(asked));
    QCOMPARE(QString::fromStdString(m_window->document()->project().title), m_ownTitle);
    openLesson(kLesson);
    QCOMPARE(weight(), 1.5f);
  }

  void anOwnProjectIsSavedBeforeItsRunIsThereAgain() {
    openOwn();
    train(30);
    m_window->document()->setModified(true);
    const QString print = m_window->session()->fingerprint();
    openLesson(kLesson);
    act(Do::LeaveLesson);
    const QString file = m_folder->filePath("mine.glassbox");
    QVERIFY(m_window->saveTo(file)); // at once: the data are still on their way
    closeWindow();
    openWindow();
    QVERIFY(m_window->openFile(file));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->fingerprint(), print, kPatience);
  }

 private:
  void openWindow() {
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void closeWindow() {
    QVERIFY(m_window->close());
    m_window.reset();
  }
  void openLesson(const char* id) {
    QVERIFY(m_window->openLesson(id));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->runId().empty(), kPatience);
    QVERIFY(Learner(*m_window).waitUntilReady());
  }
  void openOwn() {
    QVERIFY(m_window->openTemplate("linear-regression", false));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->dataset(), kPatience);
    m_ownTitle = QString::fromStdString(m_window->document()->project().title);
  }
  void train(std::int64_t steps) {
    m_window->session()->setPace(0);
    m_window->session()->runTo(steps);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->status().step == steps && !m_window->session()->isRunning(), kPatience);
  }
  void setWeight(double value) {
    const Learner learner(*m_window);
    QVERIFY(learner.openNumber(DiagramHit::Kind::Weight));
    learner.typeNumber(QString::number(value));
    QTRY_VERIFY_WITH_TIMEOUT(weight() == static_cast<float>(value) && !m_window->session()->trainer()->running(), kPatience);
  }
  float weight() {
    m_window->session()->rest();
    return std::as_const(*m_window->session()->trainer()).network().weights()[0];
  }
  void act(Do what) { (*m_window->actions())[what]->trigger(); }
  WorkBar* bar() { return m_window->lessons()->workBar(); }
  QString lessonsFolder() { return Settings::dataFolder() + "/learners/first/lessons"; }
  /// Presses a button of the next question.
  void answer(const QString& button, QString* asked) {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [=] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (!box) return;
      timer->deleteLater();
      *asked = box->text();
      for (QAbstractButton* one : box->buttons())
        if (one->text() == button) return one->click();
      box->reject();
    });
    timer->start(1);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
  QString m_ownTitle;
};

QTEST_MAIN(TestLessonWork)
#include "test_lesson_work.moc"
