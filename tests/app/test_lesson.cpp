// Lesson 1 as a learner meets it, by mouse and keyboard in the real window, in both languages; and ways that must not pass.
#include "app/settings.h"
#include "app/step_desk.h"
#include "app/tool_bar.h"
#include "learner.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/condition_rows.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QMessageBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>

using namespace glassbox;
using State = TrainingSession::State;
using Kind = DiagramHit::Kind;

namespace {

constexpr int kPatience = Learner::kPatience;

/// What the program has for the two languages; a tester's eyes know both.
struct Words {
  LanguageSwitch::Tongue tongue;
  QString title, run, commit;
};
const Words kWords[] = {{LanguageSwitch::Tongue::English, "A line that learns", "Run", "This is my prediction"},
                        {LanguageSwitch::Tongue::Chinese, QStringLiteral("会学习的直线"), QStringLiteral("运行"), QStringLiteral("这就是我的预测")}};

} // namespace

class TestLesson : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("GLASSBOX_SETTINGS", m_folder->filePath("settings.ini").toLocal8Bit());
    m_language = std::make_unique<LanguageSwitch>();
  }
  void cleanup() {
    closeWindow();
    m_language.reset();
  }

  // ---- the whole way -----------------------------------------------------------------------------------------------------

  void aLearnerWorksThroughTheLesson_data() {
    QTest::addColumn<int>("language");
    QTest::newRow("English") << 0;
    QTest::newRow("Chinese") << 1;
  }
  void aLearnerWorksThroughTheLesson() {
    QFETCH(int, language);
    const Words& words = kWords[language];
    m_language->use(words.tongue);
    openWindow();
    const Learner learner(*m_window);

    learner.click(m_window->findChild<QWidget*>("lessons")->findChild<QPushButton*>());
    QVERIFY(learner.waitUntilReady());
    QVERIFY2(learner.page()->plainText().contains(words.title), "the page is in the language of the window");
    QVERIFY(!learner.isDone(0) && learner.task(0)->stage() == TaskStage::Active);

    // By hand: the English learner types, the Chinese one drags.
    const auto set = [&](Kind kind, double value) {
      QVERIFY(learner.openNumber(kind));
      if (language == 0) learner.typeNumber(QString::number(value));
      else learner.dragTo(value);
      QVERIFY(!learner.editor()->isVisible());
    };
    set(Kind::Weight, 1.5);
    QTRY_VERIFY_WITH_TIMEOUT(!learner.rows(0).isEmpty(), kPatience);
    QVERIFY2(!learner.isDone(0), "one number is not enough");
    set(Kind::Bias, -0.3);
    QTRY_VERIFY_WITH_TIMEOUT(learner.isDone(0), kPatience);
    QVERIFY(!learner.isDone(1) && learner.task(1)->stage() == TaskStage::Active);

    // By gradient descent: Run waits for the prediction.
    QPushButton* run = learner.button(words.run);
    QVERIFY(run && !run->isEnabled());
    learner.predict(1);
    QVERIFY(run->isEnabled());
    QVERIFY(!learner.page()->questionCards().front()->isRevealed());
    QVERIFY(learner.clickLink(learner.task(1), "lab:reset"));
    QVERIFY(learner.waitUntilReady());
    QVERIFY(!m_window->session()->isEdited());
    hurry();
    learner.click(run);
    QVERIFY(learner.reaches(State::Ended));
    QCOMPARE(m_window->session()->status().step, std::int64_t{300});
    QTRY_VERIFY_WITH_TIMEOUT(learner.isDone(1), kPatience);
    QVERIFY(learner.page()->questionCards().front()->isRevealed());

    // Kept on the disk, and shown by the next window.
    closeWindow();
    const Progress kept = progressOnDisk();
    const LessonProgress& lesson = kept.lessons.at("a-line-that-learns");
    QVERIFY(lesson.tasks.at("by_hand").done && lesson.tasks.at("descent").done);
    QVERIFY(lesson.answers.at("end") == AnswerValue(std::string("above")));
    openWindow();
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    const Learner again(*m_window);
    QVERIFY(again.waitUntilReady());
    QVERIFY(again.isDone(0) && again.isDone(1));
    QVERIFY2(again.button(words.run)->isEnabled(), "the prediction stands");
  }

  // ---- ways that must not pass -------------------------------------------------------------------------------------------

  void trainingIsNotByHand() {
    openLesson();
    const Learner learner(*m_window);
    learner.predict(1);
    hurry();
    learner.click(learner.button("Run"));
    QVERIFY(learner.reaches(State::Ended));
    QTRY_VERIFY2_WITH_TIMEOUT(learner.met(0) == 2, "the data are right and the loss is as small as it can be", kPatience);
    QVERIFY2(!learner.isDone(0), "but no hand found it");
    QVERIFY2(learner.rows(0).contains("by training"), qPrintable(learner.rows(0).join(" | ")));
    QVERIFY2(!learner.isDone(1), "and the second task has not begun");
  }

  void aRunFromWeightsSetByHandIsNotByTraining() {
    writeProgress(true);
    openLesson();
    const Learner learner(*m_window);
    QVERIFY(learner.isDone(0));
    QVERIFY(learner.openNumber(Kind::Weight));
    learner.typeNumber("1.4");
    learner.predict(1);
    hurry();
    learner.click(learner.button("Run"));
    QVERIFY(learner.reaches(State::Ended));
    QTRY_VERIFY2_WITH_TIMEOUT(learner.met(1) == 3, "the data and both numbers are right", kPatience);
    QVERIFY2(!learner.isDone(1), "but training alone did not find them");
    QVERIFY2(learner.rows(1).contains("by hand and by training"), qPrintable(learner.rows(1).join(" | ")));
    // The right way still passes afterwards.
    QVERIFY(learner.clickLink(learner.task(1), "lab:reset"));
    QVERIFY(learner.waitUntilReady());
    learner.click(learner.button("Run"));
    QTRY_VERIFY_WITH_TIMEOUT(learner.isDone(1), kPatience);
  }

  void otherDataDoNotPass() {
    writeProgress(true);
    openLesson();
    const Learner learner(*m_window);
    learner.predict(1);
    DataSpec data = m_window->document()->data();
    data.params.set("slope", -2.0);
    const DatasetPtr before = m_window->session()->dataset();
    m_window->document()->setData(data);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->dataset() != before && !m_window->session()->isStale(), kPatience);
    QVERIFY(learner.waitUntilReady());
    hurry();
    learner.click(learner.button("Run"));
    QVERIFY(learner.reaches(State::Ended));
    QTRY_VERIFY2_WITH_TIMEOUT(learner.met(1) == 3, "training found the best line of these data", kPatience);
    QVERIFY2(!learner.isDone(1), "but they are not the lesson's");
    QVERIFY2(learner.rows(1).contains("changed"), qPrintable(learner.rows(1).join(" | ")));
  }

  // ---- while it runs -----------------------------------------------------------------------------------------------------

  void rowsFollowTheRunAndATaskPassesWhileItGoesOn() {
    writeProgress(true);
    openLesson();
    const Learner learner(*m_window);
    learner.predict(1);
    QVERIFY(m_window->document()->setPlanValue("steps", "0").ok()); // no end
    QTRY_VERIFY_WITH_TIMEOUT(!learner.rows(1).isEmpty(), kPatience);
    const QStringList before = learner.rows(1);
    learner.click(learner.button("Run"));
    QVERIFY(learner.reaches(State::Running));
    QTRY_VERIFY_WITH_TIMEOUT(learner.rows(1) != before, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(learner.isDone(1), kPatience);
    QVERIFY(m_window->session()->isRunning());
    QVERIFY2(progressOnDisk().lessons.at("a-line-that-learns").tasks.at("descent").done, "it is kept at once");
    // It stays passed, whatever the weights do now.
    learner.click(learner.button("Pause"));
    QVERIFY(learner.reaches(State::Paused));
    QVERIFY2(learner.page()->questionCards().front()->isRevealed(), "a run without a rule ends when the learner says so");
    QVERIFY(learner.openNumber(Kind::Weight));
    learner.typeNumber("-3");
    learner.click(learner.toolButton(Do::Reset));
    QVERIFY(learner.waitUntilReady());
    QVERIFY(learner.isDone(1));
  }

  void followingARunDoesNotChangeIt() {
    writeProgress(true);
    openLesson();
    const Learner learner(*m_window);
    learner.predict(1);
    learner.click(learner.button("Run")); // at its own pace, measured all the way
    QVERIFY(learner.reaches(State::Ended));
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(m_window->document()->spec());
    setup.plan = m_window->document()->plan();
    setup.data = m_window->session()->dataset();
    Result<std::unique_ptr<Trainer>> trainer = Trainer::create(setup);
    QVERIFY(trainer.ok());
    (*trainer)->run();
    (*trainer)->waitUntilIdle();
    QCOMPARE(m_window->session()->fingerprint().toStdString(), (*trainer)->fingerprint());
  }

  void theLanguageSwitchesInTheMiddle() {
    openLesson();
    const Learner learner(*m_window);
    QVERIFY(learner.openNumber(Kind::Weight));
    learner.typeNumber("1.5");
    QTRY_VERIFY_WITH_TIMEOUT(learner.rows(0).contains("by hand"), kPatience);
    m_language->use(LanguageSwitch::Tongue::Chinese);
    QTRY_VERIFY_WITH_TIMEOUT(learner.rows(0).contains(QStringLiteral("手动设置")), kPatience);
    QVERIFY(learner.openNumber(Kind::Bias));
    learner.typeNumber("-0.3");
    QTRY_VERIFY_WITH_TIMEOUT(learner.isDone(0), kPatience);
  }

  // ---- predict first -----------------------------------------------------------------------------------------------------

  void nothingTrainsBeforeThePrediction_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("Run") << static_cast<int>(Do::Run);
    QTest::newRow("one step") << static_cast<int>(Do::Step);
    QTest::newRow("one epoch") << static_cast<int>(Do::Epoch);
  }
  void nothingTrainsBeforeThePrediction() {
    QFETCH(int, what);
    openLesson();
    const Learner learner(*m_window);
    QSignalSpy told(m_window->lessons(), &LessonDesk::told);
    QAction* action = (*m_window->actions())[static_cast<Do>(what)];
    const QKeySequence keys = action->shortcut();
    m_window->diagram()->setFocus();
    QTest::keySequence(m_window->diagram(), keys);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), QStringLiteral("First predict"));
    QCOMPARE(m_window->session()->state(), State::Paused);
    QCOMPARE(m_window->session()->status().step, std::int64_t{0});
    QVERIFY2(!learner.page()->questionCards().front()->visibleRegion().isEmpty(), "the question is scrolled into sight");
    learner.predict(2);
    QTest::keySequence(m_window->diagram(), keys);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->status().step > 0, kPatience);
    m_window->session()->pause();
  }

  // ---- links -------------------------------------------------------------------------------------------------------------

  void linksOfThePageDoThingsInTheLab() {
    openLesson();
    const Learner learner(*m_window);
    const std::uint64_t seed = m_window->document()->plan().seed;
    QVERIFY(learner.clickLink(learner.page(), "lab:new_seed"));
    QCOMPARE(m_window->document()->plan().seed, seed + 1);
    QVERIFY(learner.waitUntilReady());
    learner.predict(0);
    QVERIFY(learner.clickLink(learner.task(1), "lab:run"));
    QVERIFY(learner.reaches(State::Running));
    QVERIFY(learner.clickLink(learner.task(1), "lab:reset"));
    QVERIFY(learner.waitUntilReady());
    QVERIFY(learner.clickLink(learner.page(), "lab:data"));
    QVERIFY(!learner.page()->isVisible());
    m_window->document()->undoStack()->undo(); // the seed: nothing to save
  }

  void addressesAreOpenedInTheBrowser() {
    openLesson();
    const Learner learner(*m_window);
    QDesktopServices::setUrlHandler("https", this, "takeAddress");
    for (const QString& answer : {QStringLiteral("Cancel"), QStringLiteral("Open")}) {
      QVERIFY(m_address.isEmpty());
      QVERIFY(learner.clickLink(learner.page(), "https://www.deeplearningbook.org"));
      QMessageBox* box = nullptr;
      QTRY_VERIFY((box = m_window->findChild<QMessageBox*>()) && box->isVisible());
      QCOMPARE(box->informativeText(), QStringLiteral("https://www.deeplearningbook.org"));  // the whole address is named
      for (QAbstractButton* button : box->buttons())
        if (button->text() == answer) QTest::mouseClick(button, Qt::LeftButton);
      QTRY_VERIFY(!m_window->findChild<QMessageBox*>());
    }
    QDesktopServices::unsetUrlHandler("https");
    QCOMPARE(m_address, QUrl("https://www.deeplearningbook.org"));
  }

  void everyLinkThatALessonMayNameLeadsSomewhere_data() {
    QTest::addColumn<QString>("link");
    for (const std::string_view link : labLinks()) QTest::newRow(std::string(link).c_str()) << "lab:" + QString::fromUtf8(link.data(), static_cast<qsizetype>(link.size()));
  }
  void everyLinkThatALessonMayNameLeadsSomewhere() {
    QFETCH(QString, link);
    openLesson();
    const Learner learner(*m_window);
    learner.predict(0);
    QSignalSpy told(m_window->lessons(), &LessonDesk::told);
    m_window->lessons()->controls()->follow(link);
    QCOMPARE(told.size(), 0);
    if (link == "lab:stepping") QVERIFY(m_window->steps()->isOpen());
    m_window->session()->pause();
  }

  void theListLeadsBackToTheOpenLesson() {
    openLesson();
    const Learner learner(*m_window);
    QVERIFY(learner.openNumber(Kind::Weight));
    learner.typeNumber("1.5");
    learner.click(learner.button("All lessons"));
    QVERIFY(!learner.page()->isVisible());
    auto* list = m_window->lessons()->findChild<QListWidget*>();
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(learner.page()->isVisible());
    QVERIFY2(m_window->session()->isEdited(), "the lesson goes on where it was");
  }

 public slots:
  void takeAddress(const QUrl& address) { m_address = address; }

 private:
  void openWindow() {
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void closeWindow() {
    if (m_window) m_window->document()->setModified(false);
    m_window.reset();
  }
  void openLesson() {
    m_language->use(LanguageSwitch::Tongue::English);
    openWindow();
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    QVERIFY(Learner(*m_window).waitUntilReady());
  }
  /// As fast as it goes, by the box in the tool bar.
  void hurry() {
    QTest::keyClick(m_window->findChild<ToolBar*>()->findChild<QComboBox*>(), Qt::Key_End);
  }
  void writeProgress(bool byHandDone) {
    Progress progress;
    progress.learner = "Ada";
    progress.lessons["a-line-that-learns"].tasks["by_hand"].done = byHandDone;
    QVERIFY(store().save(LearnerStore::kFirst, progress).ok());
  }
  Progress progressOnDisk() {
    const Result<OpenedProgress> opened = store().open(LearnerStore::kFirst);
    return opened ? opened->progress : Progress();
  }
  static LearnerStore store() { return LearnerStore(Settings::dataFolder().toStdString()); }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
  QUrl m_address;
};

QTEST_MAIN(TestLesson)
#include "test_lesson.moc"
