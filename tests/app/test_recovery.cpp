// kill -9 of the whole program while it edits and saves, trains, and recovers: what is lost, and what the files are then. The program that
// is killed is this one, started again with "--child". $GLASSBOX_KILLS sets the rounds of each.
#include "app/autosave.h"
#include "app/main_window.h"
#include "app/recovery.h"
#include "app/recovery_bar.h"
#include "app/settings.h"
#include "engine/io/templates.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/run_list.h"

#include <QDirIterator>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace glassbox;

namespace {

constexpr int kPatience = 20'000;
constexpr std::int64_t kSteps = 6000;  // of the run that is killed
constexpr int kBeat = 20;              // ms between two savings of a child

int rounds(int usual) {
  const int asked = qEnvironmentVariableIntValue("GLASSBOX_KILLS");
  return asked > 0 ? asked : usual;
}

void say(const char* what, std::int64_t number) {
  std::printf("%s %lld\n", what, static_cast<long long>(number));
  std::fflush(stdout);
}

// ---- the program that is killed --------------------------------------------------------------------------------------------------

std::int64_t unitsOf(const Project& project) {
  const NodeSpec* node = project.spec.find("dense1");
  return node ? node->params.integer("units") : 0;
}

bool openSpirals(MainWindow& window) {
  return window.openTemplate("spirals", false) && QTest::qWaitFor([&] { return window.session()->dataset() != nullptr; }, kPatience);
}

/// What is kept was taken after the saving before it had ended: it is at least what there was then.
void sayWhatIsKept(MainWindow& window, const std::function<std::int64_t()>& value) {
  QObject::connect(window.autosave(), &Autosave::kept, [value, before = std::int64_t{0}]() mutable {
    if (before > 0) say("kept", before);
    before = value();
  });
}

/// Edit after edit, one in seven saved: each is a number of units that only grows.
void editForEver(MainWindow& window, const QString& file) {
  window.saveTo(file);
  sayWhatIsKept(window, [&] { return unitsOf(window.document()->project()); });
  for (std::int64_t units = 100;; ++units) {
    (void)window.document()->setParam("dense1", "units", units);
    say("edited", units);
    if (units % 7 == 0) {
      say("saving", units);
      window.saveTo(file);
      say("saved", units);
    }
    QTest::qWait(3);
  }
}

void trainForEver(MainWindow& window) {
  (void)window.document()->setPlanValue("epochs", "0");
  (void)window.document()->setPlanValue("steps", std::to_string(kSteps));
  sayWhatIsKept(window, [&] { return window.session()->status().step; });
  window.session()->setPace(4000);
  window.session()->run();
  QTest::qWait(60'000);
}

int runChild(const QStringList& words) {
  const QString& what = words[2];
  LanguageSwitch language;
  language.use(LanguageSwitch::Tongue::English);
  MainWindow window(&language);
  window.resize(1280, 800);
  window.autosave()->setInterval(kBeat);
  window.show();
  if (what == "restore") {
    say("step", 0);
    window.recovery()->bar()->restoreButton()->click();
    window.session()->setPace(4000);
    if (!QTest::qWaitFor([&] { return window.session()->status().step > 0; }, kPatience)) return 1;
    say("restored", window.session()->status().step);
    window.session()->run();
    QTest::qWait(60'000);
    return 1;
  }
  if (what == "hold") {
    if (!window.openFile(words[3])) return 1;
    say("ready", 1);
    QTest::qWait(60'000);
  }
  if (!openSpirals(window)) return 1;
  if (what == "edit") editForEver(window, words[3]);
  if (what == "train") trainForEver(window);
  if (what == "lesson") {
    window.session()->setPace(0);
    window.session()->runTo(30);
    if (!QTest::qWaitFor([&] { return window.session()->status().step == 30 && !window.session()->isRunning(); }, kPatience)) return 1;
    window.document()->setModified(true);
    if (!window.openLesson("a-line-that-learns")) return 1;
    say("ready", 1);
    QTest::qWait(60'000);
  }
  return 1;
}

} // namespace

class TestRecovery : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("GLASSBOX_SETTINGS", m_folder->filePath("settings.ini").toLocal8Bit());
    m_language.use(LanguageSwitch::Tongue::English);
    m_file = m_folder->filePath("mine.glassbox");
  }
  void cleanup() { closeWindow(); }

  void killedWhileEditingAndSaving() {
    for (int round = 0; round < rounds(6); ++round) {
      const std::map<QString, std::int64_t> told = killed({"edit", m_file}, "saved", 20 + dice(400));
      if (QTest::currentTestFailed()) return;
      const Result<Project> saved = readProject(m_file.toStdString());
      QVERIFY2(saved.ok(), saved ? "" : english(saved.error()).c_str());
      const std::int64_t units = unitsOf(*saved);
      QVERIFY2(units == told.at("saved") || units == told.at("saving"), "one of the two legal states");
      openWindow();
      const std::int64_t kept = std::max(units, told.count("kept") ? told.at("kept") : 0);
      if (!bar()->isVisible()) {
        QVERIFY2(units >= kept, "nothing but what was saved is there, and it is all");
      } else {
        restore();
        const std::int64_t restored = std::max(units, unitsOf(m_window->document()->project()));
        QVERIFY2(restored >= kept, qPrintable(QStringLiteral("%1 of %2").arg(restored).arg(kept)));
        QVERIFY(restored <= told.at("edited"));
        QCOMPARE(m_window->document()->path(), m_file);
        QVERIFY(m_window->document()->isModified());
      }
      closeWindow();
      QCOMPARE(strays(), QStringList());
    }
  }

  void killedWhileTraining() {
    const QString whole = uninterrupted();
    std::int64_t recovered = 0;
    for (int round = 0; round < rounds(4); ++round) {
      const std::map<QString, std::int64_t> told = killed({"train"}, "kept", dice(900));
      if (QTest::currentTestFailed()) return;
      openWindow();
      QVERIFY(bar()->isVisible());
      restore();
      QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->status().step > 0 && !m_window->session()->isRunning(), kPatience);
      recovered = m_window->session()->status().step;
      QVERIFY2(recovered >= told.at("kept"), "at most what came after the last saving is lost");
      runToEnd();
      QCOMPARE(m_window->session()->fingerprint(), whole);
      QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->curves().at(curves::kLoss).back().step, kSteps, kPatience);
      std::int64_t last = 0;
      for (const RecordedPoint& point : m_window->session()->curves().at(curves::kLoss)) {
        QCOMPARE(point.step - point.count, last);  // the curve has no gap where the program was killed
        last = point.step;
      }
      closeWindow();
    }
  }

  void killedWhileRecovering() {
    const QString whole = uninterrupted();
    (void)killed({"train"}, "kept", 300);
    if (QTest::currentTestFailed()) return;
    std::int64_t least = 0;
    for (int round = 0; round < rounds(5); ++round) {
      const std::map<QString, std::int64_t> told = killed({"restore"}, "step", dice(500));
      if (QTest::currentTestFailed()) return;
      if (!told.count("restored")) continue;
      QVERIFY2(told.at("restored") >= least, "what an earlier start kept is not lost by a later one");
      least = told.at("restored");
    }
    openWindow();
    QVERIFY(bar()->isVisible());
    restore();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->status().step >= std::max<std::int64_t>(1, least) && !m_window->session()->isRunning(), kPatience);
    runToEnd();
    QCOMPARE(m_window->session()->fingerprint(), whole);
  }

  void theOwnProjectOutlivesACrashInALesson() {
    (void)killed({"lesson"}, "ready", 50);
    if (QTest::currentTestFailed()) return;
    openWindow();
    QVERIFY(bar()->isVisible());
    restore();
    QCOMPARE(unitsOf(m_window->document()->project()), unitsOf(*makeTemplate("spirals")));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->status().step, std::int64_t{30}, kPatience);
  }

  void whatWasRestoredIsStillKept() {
    (void)killed({"train"}, "kept", 0);
    if (QTest::currentTestFailed()) return;
    for (int start = 0; start < 2; ++start) { // ended each time before anything is kept anew
      openWindow();
      m_window->autosave()->setInterval(1'000'000);
      QVERIFY(bar()->isVisible());
      restore();
      QVERIFY(!bar()->isVisible());
      m_window->session()->rest();
      m_window->hide();
      m_window.reset();
    }
  }

  void whatIsNotWantedIsDeletedAfterAsking() {
    (void)killed({"train"}, "kept", 0);
    if (QTest::currentTestFailed()) return;
    openWindow();
    QVERIFY(bar()->isVisible());
    QVERIFY2(bar()->words().contains("trained to step"), qPrintable(bar()->words()));
    QVERIFY2(bar()->words().contains("Two spirals"), qPrintable(bar()->words())); // as the welcome page calls it
    QTest::mouseClick(bar()->laterButton(), Qt::LeftButton);
    QVERIFY(!bar()->isVisible());
    closeWindow();
    openWindow();
    QVERIFY2(bar()->isVisible(), "later is at the next start");
    answer("Cancel");
    QTest::mouseClick(bar()->deleteButton(), Qt::LeftButton);
    QVERIFY(bar()->isVisible());
    answer("Delete");
    QTest::mouseClick(bar()->deleteButton(), Qt::LeftButton);
    QVERIFY(!bar()->isVisible());
    closeWindow();
    openWindow();
    QVERIFY(!bar()->isVisible());
    QCOMPARE(strays(), QStringList());
  }

  void anEndedProgramLeavesNothing() {
    openWindow();
    m_window->autosave()->setInterval(kBeat);
    QVERIFY(openSpirals(*m_window));
    QSignalSpy kept(m_window->autosave(), &Autosave::kept);
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!kept.isEmpty(), kPatience);
    QVERIFY2(!strays().isEmpty(), "it is kept");
    QVERIFY(m_window->saveTo(m_file));
    closeWindow();
    QCOMPARE(strays(), QStringList());
  }

  void whatWasDiscardedIsNotKeptAgain() {
    openWindow();
    QVERIFY(openSpirals(*m_window));
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    m_window->autosave()->setInterval(kBeat);
    QSignalSpy kept(m_window->autosave(), &Autosave::kept);
    QTRY_VERIFY_WITH_TIMEOUT(!kept.isEmpty(), kPatience);
    answer("Discard");
    QVERIFY(m_window->close());
    kept.clear();
    QVERIFY2(!kept.wait(20 * kBeat), "the window is closed, but not gone yet");
    QCOMPARE(strays(), QStringList());
  }

  void aSecondProgramDoesNotTakeWhatTheFirstKeeps() {
    QProcess first;
    start(first, {"train"});
    QVERIFY(heard(first, "kept"));
    openWindow();
    QVERIFY2(!bar()->isVisible(), "the first one still runs");
    closeWindow();
    ::kill(static_cast<pid_t>(first.processId()), SIGKILL);
    first.waitForFinished();
    openWindow();
    QVERIFY(bar()->isVisible());
  }

  void aProjectThatIsOpenElsewhereIsNotOverwritten() {
    openWindow();
    QVERIFY(openSpirals(*m_window));
    QVERIFY(m_window->saveTo(m_file));
    closeWindow();
    QProcess first;
    start(first, {"hold", m_file});
    QVERIFY(heard(first, "ready"));
    openWindow();
    QVERIFY(m_window->openFile(m_file));
    QVERIFY2(m_window->windowTitle().contains("(read-only)"), qPrintable(m_window->windowTitle()));
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    const QString before = contents(m_file);
    answer("OK");
    QVERIFY(!m_window->saveTo(m_file));
    QCOMPARE(contents(m_file), before);
    QVERIFY(m_window->document()->isModified());
    const QString other = m_folder->filePath("other.glassbox");
    QVERIFY(m_window->saveTo(other));
    QVERIFY2(!m_window->windowTitle().contains("(read-only)"), "that one is its own");
    // a program that was killed holds nothing
    ::kill(static_cast<pid_t>(first.processId()), SIGKILL);
    first.waitForFinished();
    QVERIFY(m_window->openFile(m_file));
    QVERIFY(!m_window->windowTitle().contains("(read-only)"));
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{9}).ok());
    QVERIFY(m_window->saveTo(m_file));
    closeWindow();
    QCOMPARE(QDir(m_folder->path()).entryList({"*.lock"}, QDir::Files | QDir::Hidden), QStringList());
  }

  void brokenWorkIsToldAndPutAside() {
    (void)killed({"train"}, "kept", 0);
    if (QTest::currentTestFailed()) return;
    for (const QString& path : kept()) {
      QFile file(path);
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write("{");
    }
    m_window = std::make_unique<MainWindow>(&m_language);
    QVERIFY(!bar()->isVisibleTo(m_window.get()));
    QCOMPARE(kept(), QStringList());
    QVERIFY2(!strays().isEmpty(), "it lies aside");
  }

 private:
  QString root() const { return Settings::dataFolder() + "/learners/first/recovery"; }
  /// Files below the recovery folder that are no locks.
  QStringList strays() const {
    QStringList files;
    QDirIterator at(root(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (at.hasNext())
      if (const QString file = at.next(); !file.endsWith("/lock")) files.push_back(file);
    return files;
  }
  QStringList kept() const {
    QStringList works;
    for (const QString& file : strays())
      if (file.endsWith("/work.glassbox")) works.push_back(file);
    return works;
  }
  static int dice(int most) { return static_cast<int>(QRandomGenerator::global()->bounded(most + 1)); }

  void start(QProcess& child, const QStringList& words) const {
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), QStringList{"--child"} + words);
  }
  static bool heard(QProcess& child, const char* word) {
    QByteArray all;
    return QTest::qWaitFor([&] { return (all += child.readAllStandardOutput()).contains(word); }, kPatience);
  }
  /// Starts a child, waits until it has said `first` and then so many ms, and kills it. What it said last of each word.
  std::map<QString, std::int64_t> killed(const QStringList& words, const char* first, int wait) {
    std::map<QString, std::int64_t> told;
    QProcess child;
    start(child, words);
    QByteArray all;
    if (!QTest::qWaitFor([&] { return (all += child.readAllStandardOutput()).contains(first); }, kPatience)) {
      QTest::qFail("the child did not come so far", __FILE__, __LINE__);
      return told;
    }
    QTest::qWait(wait);
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    child.waitForFinished();
    all += child.readAllStandardOutput();
    for (const QByteArray& line : all.split('\n')) {
      const qsizetype blank = line.indexOf(' ');
      if (blank > 0) told[QString::fromLatin1(line.left(blank))] = line.mid(blank + 1).toLongLong();
    }
    return told;
  }

  static QString contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
  }
  void openWindow() {
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void closeWindow() {
    if (!m_window) return;
    m_window->session()->rest();
    if (m_window->document()->isModified() || m_window->session()->status().step > 0) answer("Discard");
    QVERIFY(m_window->close());
    m_window.reset();
    delete m_asked;
  }
  RecoveryBar* bar() { return m_window->recovery()->bar(); }
  void restore() {
    QTest::mouseClick(bar()->restoreButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->dataset(), kPatience);
  }
  void runToEnd() {
    m_window->session()->setPace(0);
    m_window->session()->run();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->state() == TrainingSession::State::Ended, kPatience);
    QCOMPARE(m_window->session()->status().step, kSteps);
  }
  /// The fingerprint of the run that nobody kills.
  QString uninterrupted() {
    openWindow();
    if (!openSpirals(*m_window)) return {};
    (void)m_window->document()->setPlanValue("epochs", "0");
    (void)m_window->document()->setPlanValue("steps", std::to_string(kSteps));
    runToEnd();
    const QString print = m_window->session()->fingerprint();
    closeWindow();
    return print;
  }
  /// Presses a button of the next question, if there is one.
  void answer(const QString& button) {
    delete m_asked;
    m_asked = new QTimer(this);
    connect(m_asked, &QTimer::timeout, this, [this, button] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (!box) return;
      m_asked->deleteLater();
      for (QAbstractButton* one : box->buttons())
        if (one->text() == button) return one->click();
      box->reject();
    });
    m_asked->start(1);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
  QPointer<QTimer> m_asked;
  QString m_file;
};

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
  const QStringList words = QCoreApplication::arguments();
  if (words.size() > 2 && words[1] == "--child") return runChild(words);
  TestRecovery test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_recovery.moc"
