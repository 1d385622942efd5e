// Trouble with the disk while the window is open: full, read-only, or its folder gone. What is asked, said and kept, by real keys and the
// program's own paths; the disk is sick for every system call of the program.
#include "app/autosave.h"
#include "app/keeping_bar.h"
#include "app/recovery.h"
#include "app/recovery_bar.h"
#include "app/settings.h"
#include "learner.h"
#include "tests/support/sick_disk.h"
#include "widgets/code/code_view.h"
#include "widgets/common/in_background.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/run_list.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/plots/plot.h"

#include <QDirIterator>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <filesystem>
#include <thread>

using namespace glassbox;
using Illness = SickDisk::Illness;

namespace {

constexpr int kPatience = Learner::kPatience;
constexpr int kBeat = 20;  // ms between two savings

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A sentence in the language of the window.
bool isIn(LanguageSwitch::Tongue tongue, const QString& sentence) {
  const bool chinese = std::any_of(sentence.begin(), sentence.end(), [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() < 0xA000; });
  return chinese == (tongue == LanguageSwitch::Tongue::Chinese);
}

} // namespace

class TestTrouble : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("GLASSBOX_SETTINGS", m_folder->filePath("data/settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    for (const char* name : {"data", "work", "other"}) QVERIFY(QDir(m_folder->path()).mkpath(name));
    m_language.use(LanguageSwitch::Tongue::English);
    m_file = m_folder->filePath("work/mine.glassbox");
    openWindow();
  }
  void cleanup() {
    heal();
    m_answers.reset();
    if (m_window) m_window->document()->setModified(false);
    m_window.reset();
  }

  // ---- the project's file -------------------------------------------------------------------------------------------------

  void aProjectThatCannotBeSavedIsStillThere_data() {
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("way");
    QTest::addColumn<bool>("chinese");
    for (const char* trouble : {"full", "read-only", "gone"})
      for (const char* way : {"save", "save as", "close"})
        for (const bool chinese : {false, true}) QTest::addRow("%s, %s, %s", trouble, way, chinese ? "Chinese" : "English") << trouble << way << chinese;
  }
  void aProjectThatCannotBeSavedIsStillThere() {
    QFETCH(QString, trouble);
    QFETCH(QString, way);
    QFETCH(bool, chinese);
    const LanguageSwitch::Tongue tongue = chinese ? LanguageSwitch::Tongue::Chinese : LanguageSwitch::Tongue::English;
    openOwn();
    QVERIFY(m_window->saveTo(m_file));
    train(5);
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    const QByteArray before = contents(m_file);
    const QString file = way == "save as" ? m_folder->filePath("work/second.glassbox") : m_file;
    m_language.use(tongue);
    fall(trouble, "work");
    const Project project = m_window->document()->project();
    const std::size_t runs = m_window->runs()->runs().size();

    attempt(way, file);
    QCOMPARE(m_said.size(), way == "close" ? 2 : 1);  // closing asks first
    const QString sentence = m_said.last();
    QVERIFY2(sentence.contains(file), qPrintable(sentence));
    QVERIFY2(isIn(tongue, QString(sentence).remove(file)), qPrintable(sentence));
    const QMap<QString, QString> english{{"full", "The disk is full"}, {"read-only", "The folder is read-only"}, {"gone", "The folder is not there"}};
    if (!chinese) QVERIFY2(sentence.contains(english[trouble]), qPrintable(sentence));
    QVERIFY2(sentence.count(chinese ? "。" : ".") >= 2, "what happened, and what to do");
    QVERIFY2(m_window->isVisible(), "it is not closed over unsaved work");
    QVERIFY(m_window->document()->isModified());
    const Project& now = m_window->document()->project();
    QVERIFY(now.spec == project.spec && now.layout == project.layout && now.data == project.data && now.plan == project.plan);
    QCOMPARE(m_window->session()->status().step, std::int64_t{5});
    QCOMPARE(m_window->runs()->runs().size(), runs);
    QCOMPARE(m_window->document()->path(), m_file);

    heal();
    QCOMPARE(contents(m_file), before);
    QCOMPARE(strays(m_folder->filePath("work")), QStringList());
    m_said.clear();
    attempt("save", m_file);
    QCOMPARE(m_said, QStringList());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->document()->isModified(), kPatience);
    const Result<Project> saved = readProject(m_file.toStdString());
    QVERIFY2(saved.ok(), saved ? "" : english_(saved.error()));
    QCOMPARE(saved->spec.find("dense1")->params.integer("units"), std::int64_t{9});
  }

  // ---- what is kept against a crash -----------------------------------------------------------------------------------------

  void workThatCannotBeKeptIsToldOnceAndUntilItCanBe_data() {
    QTest::addColumn<QString>("trouble");
    QTest::newRow("full") << "full";
    QTest::newRow("read-only") << "read-only";
  }
  void workThatCannotBeKeptIsToldOnceAndUntilItCanBe() {
    QFETCH(QString, trouble);
    openOwn();
    QSignalSpy failed(m_window->autosave(), &Autosave::failed), kept(m_window->autosave(), &Autosave::kept), told(m_window.get(), &MainWindow::told);
    fall(trouble, "data");
    m_window->autosave()->setInterval(kBeat);
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
    QVERIFY(bar()->isVisible());
    QVERIFY2(bar()->words().contains("not kept against a crash now") && bar()->words().contains("Save as…"), qPrintable(bar()->words()));
    QVERIFY2(bar()->words().contains(m_folder->filePath("data")), qPrintable(bar()->words()));
    // one that was taken away does not come back for the same trouble
    QTest::mouseClick(bar()->hideButton(), Qt::LeftButton);
    for (int units = 10; units < 16; ++units) {
      QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{units}).ok());
      QTest::qWait(3 * kBeat);
    }
    QCOMPARE(failed.size(), 1);
    QVERIFY(kept.isEmpty());
    QVERIFY(!bar()->isVisible());
    QVERIFY2(told.isEmpty(), "the bar is where it is told");
    heal();
    QTRY_VERIFY_WITH_TIMEOUT(!kept.isEmpty(), kPatience);
    QCOMPARE(bar()->words(), QString());
    // a new trouble is told anew, and what it says goes when there is no trouble any more
    fall(trouble, "data");
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{20}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), kPatience);
    heal();
    QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), kPatience);
  }

  void aSavedProjectTakesTheWarningAway() {
    openOwn();
    fall("full", "data");
    m_window->autosave()->setInterval(kBeat);
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), kPatience);
    answer(m_file);
    QTest::mouseClick(bar()->saveButton(), Qt::LeftButton);
    QVERIFY(!m_window->document()->isModified());
    QVERIFY(QFile::exists(m_file));
    QVERIFY2(!bar()->isVisible(), "nothing is left that could be lost");
  }

  void aFolderThatWasTidiedAwayIsMadeAnew() {
    openOwn();
    QSignalSpy failed(m_window->autosave(), &Autosave::failed), kept(m_window->autosave(), &Autosave::kept);
    m_window->autosave()->setInterval(kBeat);
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!kept.isEmpty(), kPatience);
    m_window->autosave()->setInterval(1'000'000);
    QVERIFY(QDir(m_folder->filePath("data")).removeRecursively());
    kept.clear();
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{11}).ok());
    m_window->autosave()->setInterval(kBeat);
    QTRY_VERIFY_WITH_TIMEOUT(!kept.isEmpty(), kPatience);
    QVERIFY(failed.isEmpty());
    QStringList works = strays(m_folder->filePath("data")).filter("work.glassbox");
    QCOMPARE(works.size(), 1);
    QCOMPARE(readProject(works[0].toStdString())->spec.find("dense1")->params.integer("units"), std::int64_t{11});
  }

  // ---- a learner's progress ---------------------------------------------------------------------------------------------------

  void progressThatCannotBeKeptIsHeldAndTriedAgain_data() {
    QTest::addColumn<QString>("trouble");
    QTest::newRow("full") << "full";
    QTest::newRow("read-only") << "read-only";
  }
  void progressThatCannotBeKeptIsHeldAndTriedAgain() {
    QFETCH(QString, trouble);
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    QVERIFY(Learner(*m_window).waitUntilReady());
    fall(trouble, "data");
    Learner(*m_window).predict(1);
    QVERIFY(bar()->isVisible());
    QVERIFY2(bar()->words().contains("progress in the lessons is not on the disk yet") && bar()->words().contains(m_folder->filePath("data") + "/data/learners/first"), qPrintable(bar()->words()));
    QVERIFY2(!bar()->saveButton()->isVisible(), "a project's file would not hold it");
    // nobody goes to another learner over it, and the window asks before it closes
    QVERIFY(!m_window->lessons()->useLearner(LearnerStore::kFirst));
    answer("Stay");
    QVERIFY(!m_window->close());
    QVERIFY2(m_said.filter("could not be kept").size() == 1, qPrintable(m_said.join('\n')));
    heal();
    m_window->lessons()->keepProgress();
    QVERIFY(!bar()->isVisible());
    QVERIFY(!m_window->lessons()->progressFault());
    const Result<OpenedProgress> kept = m_window->lessons()->learners().open(LearnerStore::kFirst);
    QVERIFY(kept.ok());
    QCOMPARE(kept->progress.lessons.at("a-line-that-learns").answers.size(), std::size_t{1});
  }

  void progressIsTriedAgainByItself() {
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    QVERIFY(Learner(*m_window).waitUntilReady());
    fall("full", "data");
    Learner(*m_window).predict(1);
    QVERIFY(bar()->isVisible());
    heal();
    QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), kPatience);
  }

  void aWindowThatIsTakenAwayWithUnkeptProgressEndsAllTheSame() {
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    QVERIFY(Learner(*m_window).waitUntilReady());
    fall("full", "data");
    Learner(*m_window).predict(1);
    heal();
    m_window->hide();
    m_window.reset();  // it tries once more, and nobody is left to be told
    const Result<OpenedProgress> kept = LearnerStore(Settings::dataFolder().toStdString()).open(LearnerStore::kFirst);
    QVERIFY(kept.ok());
    QCOMPARE(kept->progress.lessons.at("a-line-that-learns").answers.size(), std::size_t{1});
  }

  // ---- exports ------------------------------------------------------------------------------------------------------------------

  void anExportThatFailsIsOneSentence_data() {
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("what");
    for (const char* trouble : {"full", "read-only", "gone"})
      for (const char* what : {"PNG", "SVG", "PDF", "CSV", "script"}) QTest::addRow("%s, %s", trouble, what) << trouble << what;
  }
  void anExportThatFailsIsOneSentence() {
    QFETCH(QString, trouble);
    QFETCH(QString, what);
    openOwn();
    train(20);
    const QString file = m_folder->filePath("work/out." + (what == "script" ? QString("py") : what.toLower()));
    exportAs(what, file);
    QCOMPARE(m_said, QStringList());
    const QByteArray before = contents(file);
    QVERIFY(!before.isEmpty());
    train(5);
    const bool modified = m_window->document()->isModified();
    fall(trouble, "work");
    exportAs(what, file);
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 1, kPatience);
    const QMap<QString, QString> english{{"full", "The disk is full"}, {"read-only", "The folder is read-only"}, {"gone", "The folder is not there"}};
    QVERIFY2(m_said[0].contains(english[trouble]) && m_said[0].contains(m_folder->filePath("work")), qPrintable(m_said[0]));
    QCOMPARE(m_window->document()->isModified(), modified);
    heal();
    QCOMPARE(contents(file), before);
    QCOMPARE(strays(m_folder->filePath("work")).filter(".saving"), QStringList());
    m_said.clear();
    exportAs(what, file);
    QCOMPARE(m_said, QStringList());
    QVERIFY(contents(file) != QByteArray());
  }

  // ---- work that takes long -----------------------------------------------------------------------------------------------------

  void whatTakesLongCanBeCancelled() {
    answer("Cancel");
    const std::optional<Result<int>> given = unlessCancelled(m_window.get(), "Opening…", [](const Cancelled& cancelled) -> Result<int> {
      while (!cancelled) std::this_thread::yield();  // it would never end by itself
      return 1;
    });
    QVERIFY2(!given, "the user did not wait");
    QCOMPARE(m_said, QStringList{"Opening…"});
  }

  void whatIsWaitedForIsHandedOver() {
    const std::optional<Result<int>> quick = unlessCancelled(m_window.get(), "Opening…", [](const Cancelled&) -> Result<int> { return 7; });
    QVERIFY(quick && quick->ok());
    QCOMPARE(**quick, 7);
    const auto until = std::make_shared<std::atomic<bool>>(false);
    QTimer whenShown;
    connect(&whenShown, &QTimer::timeout, this, [until] { *until = qobject_cast<QProgressDialog*>(QApplication::activeModalWidget()) != nullptr; });
    whenShown.start(1);
    answer("wait");
    const std::optional<Result<int>> slow = unlessCancelled(m_window.get(), "Opening…", [until](const Cancelled&) -> Result<int> {
      while (!*until) std::this_thread::yield();
      return 8;
    });
    QVERIFY(slow && slow->ok());
    QCOMPARE(**slow, 8);
  }

  void memoryThatIsShortInTheBackgroundIsASentence() {
    const std::optional<Result<int>> given = unlessCancelled(m_window.get(), "Opening…", [](const Cancelled&) -> Result<int> { throw std::bad_alloc(); });
    QVERIFY(given && !given->ok());
    const Result<int> waited = inBackground(m_window.get(), "Saving…", []() -> Result<int> { throw std::bad_alloc(); });
    QVERIFY(!waited);
  }

  // ---- signals ----------------------------------------------------------------------------------------------------------------

  void noSignalOfADiskOrAPipeEndsTheProgram() {
    QProcess lab;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    lab.setProcessEnvironment(environment);
    lab.start(GLASSBOX_LAB, {});
    const auto ignored = [&lab] {  // "SigIgn:\t0000000001001000"
      for (const QByteArray& line : contents(QStringLiteral("/proc/%1/status").arg(lab.processId())).split('\n'))
        if (line.startsWith("SigIgn:")) return line.mid(8).trimmed().toULongLong(nullptr, 16);
      return 0ULL;
    };
    const quint64 both = quint64{1} << (SIGPIPE - 1) | quint64{1} << (SIGXFSZ - 1);
    QVERIFY(QTest::qWaitFor([&] { return (ignored() & both) == both; }, kPatience));
    lab.kill();
    lab.waitForFinished();
  }

  // ---- memory -------------------------------------------------------------------------------------------------------------------

  void aNetworkThatFitsNowhereIsRefusedAndTheWindowGoesOn() {
    openOwn();
    QSignalSpy told(m_window.get(), &MainWindow::told);
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{1'000'000}).ok());
    QVERIFY(m_window->document()->setParam("dense2", "units", std::int64_t{1'000'000}).ok());
    const Project project = m_window->document()->project();
    const QList<QLabel*> labels = m_window->findChildren<QLabel*>();
    QVERIFY2(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text().contains("TB for training"); }), "the estimate stands there before Run");
    m_window->session()->run();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->state() == TrainingSession::State::Empty && !told.isEmpty(), kPatience);
    QVERIFY2(told.last()[0].toString().contains("This network needs about"), qPrintable(told.last()[0].toString()));
    QVERIFY2(told.last()[0].toString().contains(" TB of memory, and "), qPrintable(told.last()[0].toString()));
    QVERIFY(m_window->document()->project() == project);
    // smaller again, it trains
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{8}).ok());
    QVERIFY(m_window->document()->setParam("dense2", "units", std::int64_t{8}).ok());
    train(3);
  }

 private:
  KeepingBar* bar() { return m_window->keeping(); }
  static const char* english_(const Error& error) {
    static std::string words;
    words = glassbox::english(error);
    return words.c_str();
  }

  void openWindow() {
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->autosave()->setInterval(1'000'000);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_said.clear();
    m_answers = std::make_unique<QTimer>();
    connect(m_answers.get(), &QTimer::timeout, this, &TestTrouble::look);
    m_answers->start(1);
  }
  void openOwn() {
    QVERIFY(m_window->openTemplate("spirals", false));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->dataset(), kPatience);
  }
  void train(std::int64_t steps) {
    m_window->session()->setPace(0);
    const std::int64_t goal = m_window->session()->status().step + steps;
    m_window->session()->runTo(goal);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->status().step == goal && !m_window->session()->isRunning(), kPatience);
  }

  /// The folder falls ill.
  void fall(const QString& trouble, const QString& name) {
    const QString folder = m_folder->filePath(name);
    if (trouble == "gone") {
      m_gone = folder;
      QVERIFY(QDir().rename(folder, folder + ".elsewhere"));
    } else {
      m_sick = std::make_unique<SickDisk>(trouble == "full" ? Illness::Full : Illness::ReadOnly, folder.toStdString());
    }
  }
  void heal() {
    m_sick.reset();
    if (!m_gone.isEmpty()) QVERIFY(QDir().rename(m_gone + ".elsewhere", m_gone));
    m_gone.clear();
  }
  /// Files below a folder that no saving should leave there.
  static QStringList strays(const QString& folder) {
    QStringList files;
    QDirIterator at(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (at.hasNext())
      if (const QString file = at.next(); file.endsWith(".saving") || file.endsWith("work.glassbox")) files.push_back(file);
    return files;
  }

  void attempt(const QString& way, const QString& file) {
    answer(file);
    m_window->activateWindow();  // without a window manager nobody gives it back behind a box
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    if (way == "save") QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    if (way == "save as") QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    if (way == "close") m_window->close();
  }
  void exportAs(const QString& what, const QString& file) {
    answer(file);
    if (what == "script") {
      m_window->findChild<CodeView*>()->exportButton()->click();
      return;
    }
    QMenu menu;
    m_window->curves()->loss()->fillMenu(menu);
    for (QAction* action : menu.actions())
      if (action->text().contains(what)) return action->trigger();
    QFAIL("there is no such export");
  }

  /// What a file dialog is answered with from now on, or the button that a question gets; messages are noted and taken away.
  void answer(const QString& wish) { m_wish = wish; }
  /// Pressed from the event loop: a timer does not come again while what it has pressed opens the next question.
  void look() {
    QWidget* modal = QApplication::activeModalWidget();
    if (!modal || m_answered == modal) return;
    m_answered = modal;
    if (auto* dialog = qobject_cast<QFileDialog*>(modal)) {
      auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
      name->setText(m_wish);
      QTimer::singleShot(0, name, [name] { QTest::keyClick(name, Qt::Key_Return); });
      return;
    }
    if (auto* progress = qobject_cast<QProgressDialog*>(modal)) {
      m_said << progress->labelText();
      for (QPushButton* button : progress->findChildren<QPushButton*>())
        if (button->text() == m_wish) QTimer::singleShot(0, button, &QPushButton::click);
      return;
    }
    auto* box = qobject_cast<QMessageBox*>(modal);
    if (!box) return;
    QAbstractButton* press = box->defaultButton();  // Save
    if (box->standardButtons() == QMessageBox::StandardButtons(QMessageBox::Yes | QMessageBox::No)) {
      press = box->button(QMessageBox::Yes);  // over an old file
    } else {
      m_said << box->text();
      for (QAbstractButton* button : box->buttons())
        if (button->text() == m_wish || !press) press = button;
    }
    QTimer::singleShot(0, press, &QAbstractButton::click);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<QTimer> m_answers;
  std::unique_ptr<SickDisk> m_sick;
  QString m_file, m_gone, m_wish;
  QStringList m_said;
  QPointer<QWidget> m_answered;
};

QTEST_MAIN(TestTrouble)
#include "test_trouble.moc"
