// Lesson 1 as a learner meets it, by mouse and keyboard in the real window, in both languages; and ways that must not pass.
#include "app/settings.h"
#include "app/step_desk.h"
#include "app/tool_bar.h"
#include "engine/io/atomic_file.h"
#include "learner.h"
#include "widgets/common/key_button.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/condition_rows.h"
#include "widgets/lesson/lesson_head.h"
#include "widgets/lesson/lesson_list.h"
#include "widgets/lesson/lesson_search.h"
#include "widgets/lesson/lesson_sections.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QMessageBox>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTimer>

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

  void addressesAreOpenedInTheBrowserAfterAsking_data() {
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("opens");
    QTest::newRow("yes") << "Open in the browser" << true;
    QTest::newRow("no") << "Cancel" << false;
  }
  void addressesAreOpenedInTheBrowserAfterAsking() {
    QFETCH(QString, button);
    QFETCH(bool, opens);
    openLesson();
    const Learner learner(*m_window);
    m_address.clear();
    QDesktopServices::setUrlHandler("https", this, "takeAddress");
    const QStringList asked = answer(button, [&] { QVERIFY(learner.clickLink(learner.page(), "https://www.deeplearningbook.org")); });
    QDesktopServices::unsetUrlHandler("https");
    QCOMPARE(asked, (QStringList{"Open in the browser?", "https://www.deeplearningbook.org"}));
    QCOMPARE(m_address, opens ? QUrl("https://www.deeplearningbook.org") : QUrl());
  }

  void theWholeAddressIsShownAsItIsSent() {
    openLesson();
    const QString link = QStringLiteral("https://dе.example/a/b?q=1&r=%20x#end"); // the e is Cyrillic
    const QStringList asked = answer("Cancel", [&] { m_window->lessons()->controls()->follow(link); });
    QCOMPARE(asked.value(1), QString("https://xn--d-jtb.example/a/b?q=1&r=%20x#end"));
  }

  void otherLinksAreRefused_data() {
    QTest::addColumn<QString>("link");
    for (const char* link : {"http://example.org", "file:///etc/passwd", "javascript:alert(1)", "https:", "https://", "https:/example.org", "lab:format", "mailto:a@b.c"}) QTest::newRow(link) << link;
  }
  void otherLinksAreRefused() {
    QFETCH(QString, link);
    openLesson();
    QSignalSpy told(m_window->lessons(), &LessonDesk::told);
    const QStringList asked = answer("Open in the browser", [&] { m_window->lessons()->controls()->follow(link); });
    QCOMPARE(asked, QStringList());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), "This link cannot be followed here: " + link);
  }

  // ---- search --------------------------------------------------------------------------------------------------------------

  void wordsAreFoundInAllLessonsAndMarkedOnThePage() {
    openLesson();
    const Learner learner(*m_window);
    ProseView* prose = learner.page()->findChild<ProseView*>();
    prose->setFocus();
    QTest::keyClick(prose, Qt::Key_F, Qt::ControlModifier);
    LessonSearch* search = m_window->lessons()->search();
    QVERIFY(search->isVisible() && search->field()->hasFocus());
    QVERIFY(!search->results()->isVisible());
    QTest::keyClicks(search->field(), "LEARNING RATE");
    QVERIFY(search->results()->isVisible() && !search->hits().empty());
    std::set<std::string> lessons;
    for (const LessonHit& hit : search->hits()) {
      QVERIFY2(hit.text.contains("learning rate", Qt::CaseInsensitive) && !hit.heading.isEmpty(), qPrintable(hit.text));
      lessons.insert(hit.lesson->id);
    }
    QVERIFY2(lessons.size() > 1, "in more than one lesson");
    // Enter opens the chosen one, and the words are there to be seen.
    QTest::keyClick(search->field(), Qt::Key_Down);
    QTest::keyClick(search->field(), Qt::Key_Down);
    const LessonHit hit = search->hits().at(2);
    QTest::keyClick(search->field(), Qt::Key_Return);
    QVERIFY(m_window->lessons()->current() == hit.lesson);
    const auto seen = [&] {
      for (ProseView* view : learner.page()->findChildren<ProseView*>())
        for (const QTextEdit::ExtraSelection& mark : view->extraSelections())
          if (mark.cursor.selectedText().compare("learning rate", Qt::CaseInsensitive) == 0 && !view->visibleRegion().intersected(view->cursorRect(mark.cursor)).isEmpty()) return true;
      return false;
    };
    QVERIFY(seen());
    QVERIFY(learner.waitUntilReady());
    QVERIFY(seen());
    // A click does the same; Escape ends the search and the lessons are there again.
    QTest::keyClick(learner.page(), Qt::Key_F, Qt::ControlModifier);
    QTest::mouseClick(search->results()->viewport(), Qt::LeftButton, {}, search->results()->visualItemRect(search->results()->item(0)).center());
    QVERIFY(m_window->lessons()->current() == search->hits().at(0).lesson);
    QTest::keyClick(learner.page(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(search->field(), Qt::Key_Escape);
    QVERIFY(!search->results()->isVisible() && m_window->lessons()->findChild<LessonList*>()->isVisible());
  }

  void theSearchIsInTheLanguageOfThePage() {
    openLesson();
    LessonSearch* search = m_window->lessons()->search();
    search->field()->setText(QStringLiteral("梯度下降"));
    QVERIFY(search->hits().empty());
    m_language->use(LanguageSwitch::Tongue::Chinese);
    QTRY_VERIFY(!search->hits().empty());
    search->field()->setText("gradient descent of nothing");
    QVERIFY(search->hits().empty());
  }

  void hintsAndFormulasMarksAreNotFound() {
    openLesson();
    LessonSearch* search = m_window->lessons()->search();
    search->field()->setText("ends of the line"); // plain words of its first hint
    const PageBlock* hint = m_window->lessons()->current()->page(Language::English).find(BlockKind::Hint, "by_hand", 1);
    QVERIFY(hint && hint->markdown.find("ends of the line") != std::string::npos);
    QVERIFY2(search->hits().empty(), "a hint is asked for");
    for (const char* sign : {"$", "\\frac", "**", "lab:run"}) {
      search->field()->setText(sign);
      QVERIFY2(search->hits().empty(), sign);
    }
  }

  // ---- zoom ----------------------------------------------------------------------------------------------------------------

  void thePageZoomsByKeysWheelAndMenuAndStaysSo() {
    openLesson();
    const Learner learner(*m_window);
    LessonView* page = learner.page();
    ProseView* prose = page->findChild<ProseView*>();
    const double diagram = m_window->diagram()->zoom();
    prose->setFocus();
    QTest::keyClick(prose, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(prose, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(page->zoom(), 120);
    QTest::keyClick(prose, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(page->zoom(), 110);
    QCOMPARE(m_window->diagram()->zoom(), diagram); // which has the same keys
    const auto turn = [&](int angle, Qt::KeyboardModifiers keys) {
      QWidget* under = page->findChild<QScrollArea*>()->viewport(); // where the texts leave the wheel to
      QWheelEvent wheel({5, 5}, under->mapToGlobal(QPointF(5, 5)), {}, {0, angle}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
      QCoreApplication::sendEvent(under, &wheel);
    };
    turn(120, Qt::NoModifier);
    QCOMPARE(page->zoom(), 110);
    turn(120, Qt::ControlModifier);
    QCOMPARE(page->zoom(), 120);
    for (int i = 0; i < 20; ++i) turn(120, Qt::ControlModifier);
    QCOMPARE(page->zoom(), 200);
    for (int i = 0; i < 20; ++i) turn(-120, Qt::ControlModifier);
    QCOMPARE(page->zoom(), 70);
    QTest::keyClick(prose, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(page->zoom(), 100);
    QMenu* menu = m_window->lessons()->pageButton()->menu();
    menu->popup({});
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(page->zoom(), 110);
    closeWindow();
    openWindow();
    QCOMPARE(Learner(*m_window).page()->zoom(), 110);
  }

  // ---- bookmarks -----------------------------------------------------------------------------------------------------------

  void aBookmarkLeadsBackToItsSection() {
    openLesson();
    const Learner learner(*m_window);
    LessonView* page = learner.page();
    page->showSection(2);
    QCOMPARE(page->section(), 2);
    QVERIFY(!page->head()->bookmarkButton()->isChecked());
    learner.click(page->head()->bookmarkButton());
    QVERIFY(page->head()->bookmarkButton()->isChecked());
    page->showSection(1);
    QVERIFY2(!page->head()->bookmarkButton()->isChecked(), "it is of a section");
    // kept, and in the list over the lessons
    closeWindow();
    openWindow();
    m_window->showLab();
    m_window->setLeftTab(0);
    auto* list = m_window->lessons()->findChild<LessonList*>();
    QCOMPARE(list->item(0)->text(), QString("Bookmarks"));
    const QStringList sections = sectionTitles(m_window->lessons()->findLesson("a-line-that-learns")->page(Language::English));
    QCOMPARE(list->item(1)->text(), sections.value(1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    const Learner again(*m_window);
    QVERIFY(again.page()->isVisible());
    QCOMPARE(again.page()->section(), 2);
    QVERIFY(again.waitUntilReady());
    QCOMPARE(again.page()->section(), 2);
    // in Chinese it is the same section, with its Chinese heading
    m_language->use(LanguageSwitch::Tongue::Chinese);
    QTRY_COMPARE(list->item(1)->text(), sectionTitles(m_window->lessons()->findLesson("a-line-that-learns")->page(Language::Chinese)).value(1));
    again.page()->showSection(2);
    learnerRemoves(again);
    QCOMPARE(m_window->lessons()->bookmarks(), Bookmarks());
    closeWindow();
    openWindow();
    QCOMPARE(m_window->lessons()->bookmarks(), Bookmarks());
  }

  void everyLessonHasTheSectionsOfItsPage() {
    openLesson();
    for (const LessonEntry& entry : m_window->lessons()->lessons())
      for (const Language language : kLanguages) {
        QVERIFY(entry.lesson.ok());
        LessonView page;
        page.setContent(&*entry.lesson, language);
        const QStringList titles = sectionTitles(entry.lesson->page(language));
        QVERIFY2(!titles.isEmpty(), entry.lesson->id.c_str());
        QCOMPARE(page.head()->content().sections, static_cast<int>(titles.size()));
        QCOMPARE(titles.size(), sectionTitles(entry.lesson->page(Language::English)).size()); // a bookmark is a number
      }
  }

  void brokenBookmarksAreOneSentenceAndNothingElseIsLost() {
    writeProgress(true);
    const std::filesystem::path folder = store().folderOf(LearnerStore::kFirst);
    QVERIFY(replaceFile(folder / "bookmarks.json", "{\"glassbox_bookmarks\": 1, \"bookmarks\": [{\"lesson\": \"x\"}]}").ok());
    const Result<OpenedBookmarks> opened = openBookmarks(folder);
    QVERIFY(opened.ok() && opened->fault && opened->bookmarks.empty());
    const std::string said = english(*opened->fault);
    QVERIFY2(said.find("bookmarks.json:1:") == 0 && said.find("bookmarks.broken-1.json") != std::string::npos, said.c_str());
    QVERIFY(openBookmarks(folder)->fault == std::nullopt);
    QVERIFY(progressOnDisk().lessons.at("a-line-that-learns").tasks.at("by_hand").done);
    QVERIFY(saveBookmarks(folder, {{"a", 2}, {"a", 1}}).ok());
    QCOMPARE(openBookmarks(folder)->bookmarks, (Bookmarks{{"a", 1}, {"a", 2}}));
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
  static void learnerRemoves(const Learner& learner) { learner.click(learner.page()->head()->bookmarkButton()); }
  /// Title and address of the question that `ask` leads to, answered by `button`; empty: there was none.
  QStringList answer(const QString& button, const std::function<void()>& ask) {
    QStringList asked;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (!box || !asked.isEmpty()) return;
      asked = {box->windowTitle(), box->informativeText().remove(QChar(0x200B))};
      for (QAbstractButton* one : box->buttons())
        if (one->text() == button) return one->click();
      box->reject();
    });
    timer.start(1);
    ask();
    return asked;
  }
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
