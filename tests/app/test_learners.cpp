// Learners in the real window: chosen and deleted by the menu, their report and its files, a class's table, a folder of lessons.
#include "app/actions.h"
#include "app/autosave.h"
#include "app/class_dialog.h"
#include "app/learner_desk.h"
#include "app/learner_sheet.h"
#include "app/report_dialog.h"
#include "app/settings.h"
#include "app/tool_bar.h"
#include "engine/io/atomic_file.h"
#include "learner.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/learner_head.h"
#include "widgets/lesson/lesson_list.h"

#include <QApplication>
#include <QDirIterator>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTimer>

#include <filesystem>

using namespace glassbox;
namespace fs = std::filesystem;

namespace {

template<class T> QByteArray failure(const Result<T>& result) { return result.ok() ? QByteArray() : QByteArray::fromStdString(english(result.error())); }

/// Files below `folder` that hold `word` in their name or bytes.
QStringList traces(const QString& folder, const QByteArray& word) {
  QStringList found;
  for (QDirIterator at(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
    QFile file(at.next());
    if (!file.open(QIODevice::ReadOnly)) continue;
    if (at.filePath().toUtf8().contains(word) || file.readAll().contains(word)) found << at.filePath();
  }
  return found;
}

/// What a reader of PDFs finds of its size; the pages are counted by their objects.
int pagesOf(const QByteArray& pdf) { return static_cast<int>(pdf.count("/Type /Page\n")); }

/// `act` is done to the dialog that opens next.
template<class Dialog> void inDialog(const std::function<void()>& opens, const std::function<void(Dialog&)>& act) {
  bool seen = false;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
    auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
    if (!dialog || seen) return;
    seen = true;
    act(*dialog);
    dialog->close(); // also when a check has failed
  });
  timer.start(1);
  opens();
  QVERIFY2(seen, "the dialog was not shown");
}

} // namespace

class TestAppLearners : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("GLASSBOX_SETTINGS", m_folder->filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    m_language = std::make_unique<LanguageSwitch>();
    m_language->use(LanguageSwitch::Tongue::English);
  }
  void cleanup() {
    closeWindow();
    m_language.reset();
  }

  // ---- learners ------------------------------------------------------------------------------------------------------------

  void progressOfEarlierVersionsIsTheFirstLearners() {
    Progress old;
    for (const char* task : {"by_hand", "descent"}) old.lessons["a-line-that-learns"].tasks[task].done = true;
    QVERIFY(replaceFile(Settings::earlierProgressFile().toStdString(), writeProgress(old)).ok());
    openWindow();
    QVERIFY(!QFile::exists(Settings::earlierProgressFile()));
    QVERIFY(store().open("first")->progress == old);
    QCOMPARE(desk()->head()->nameButton()->text(), QString("Learner"));
    QVERIFY2(figures().startsWith("2 of "), qPrintable(figures()));
  }

  void anotherLearnerHasTheirOwnProgress() {
    openWindow();
    passFirstLesson();
    addLearner("Ada & Bob");
    const std::string ada = desk()->learner();
    QVERIFY(ada != "first");
    QCOMPARE(desk()->head()->nameButton()->text(), QString("Ada && Bob"));
    QVERIFY2(figures().startsWith("0 of "), qPrintable(figures()));
    QVERIFY2(desk()->current() == nullptr, "the lesson of the other learner is left");
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    QVERIFY(!desk()->view()->progress().tasks.count("by_hand") || !desk()->view()->progress().tasks.at("by_hand").done);
    // kept over a start, and back by the menu above the list
    closeWindow();
    openWindow();
    QCOMPARE(desk()->learner(), ada);
    QMenu* menu = desk()->head()->nameButton()->menu();
    menu->popup({});
    QCOMPARE(menu->actions().at(0)->text(), QString("Learner"));
    QVERIFY(menu->actions().at(1)->isChecked());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(desk()->learner(), std::string("first"));
    QVERIFY2(figures().startsWith("2 of "), qPrintable(figures()));
  }

  void aNicknameThatIsTakenIsSaidInTheSheet() {
    openWindow();
    addLearner("Ada");
    inDialog<LearnerSheet>([this] { act(Do::NewLearner); }, [](LearnerSheet& sheet) {
      QTest::keyClicks(sheet.field(), "Ada");
      QTest::keyClick(sheet.field(), Qt::Key_Return);
      QCOMPARE(sheet.problem(), QString("There is a learner called Ada on this computer already. Choose another nickname."));
      QTest::keyClicks(sheet.field(), "2");
      QCOMPARE(sheet.problem(), QString());
      QTest::keyClick(&sheet, Qt::Key_Escape);
    });
    QCOMPARE(store().list()->size(), std::size_t{2});
    inDialog<LearnerSheet>([this] { act(Do::RenameLearner); }, [](LearnerSheet& sheet) {
      QCOMPARE(sheet.field()->text(), QString("Ada"));
      QTest::keyClicks(sheet.field(), "Grace"); // all of it was selected
      QTest::mouseClick(sheet.acceptButton(), Qt::LeftButton);
    });
    QCOMPARE(desk()->head()->nameButton()->text(), QString("Grace"));
    QCOMPARE(store().open(desk()->learner())->progress.learner, std::string("Grace"));
  }

  void aDeletedLearnerLeavesNoTrace() {
    openWindow();
    addLearner("Zebrafink");
    const std::string id = desk()->learner();
    passFirstLesson();
    const QString own = QString::fromStdString(store().folderOf(id).string()) + "/projects/line.glassbox";
    QVERIFY(QDir().mkpath(QFileInfo(own).path()));
    QVERIFY(m_window->saveTo(own));
    QVERIFY2(Settings::recentFiles().contains(own), "a file of theirs");
    QVERIFY(traces(m_folder->path(), "Zebrafink").size() == 1 && !traces(m_folder->path(), QByteArray::fromStdString(id)).isEmpty());
    // thinking better of it changes nothing
    inDialog<QMessageBox>([this] { act(Do::DeleteLearner); }, [](QMessageBox& ask) {
      QVERIFY(ask.text().contains("Zebrafink"));
      QCOMPARE(ask.defaultButton()->text(), QString("Cancel"));
      QTest::keyClick(&ask, Qt::Key_Escape);
    });
    QCOMPARE(desk()->learner(), id);
    // what is kept against a crash is theirs too
    m_window->leaveLesson();
    QVERIFY(m_window->openTemplate("xor", false));
    m_window->autosave()->setInterval(20);
    QVERIFY(m_window->document()->setPlanValue("rate", "0.3").ok());
    const QString recovery = QString::fromStdString((store().folderOf(id) / "recovery").string());
    QTRY_VERIFY_WITH_TIMEOUT(!traces(recovery, "work.glassbox").isEmpty(), 20'000);
    inDialog<QMessageBox>([this] { act(Do::DeleteLearner); }, [](QMessageBox& ask) {
      for (QAbstractButton* button : ask.buttons())
        if (button->text() == "Delete") return QTest::mouseClick(button, Qt::LeftButton);
    });
    QCOMPARE(desk()->learner(), std::string("first"));
    QTest::qWait(200);
    m_window->document()->setModified(false);
    closeWindow(); // nor is anything written at the end
    QCOMPARE(traces(m_folder->path(), "Zebrafink"), QStringList());
    QCOMPARE(traces(m_folder->path(), QByteArray::fromStdString(id)), QStringList());
    QVERIFY(!QFile::exists(own));
    QVERIFY(!Settings::recentFiles().contains(own));
  }

  void lastFilesAreTheLearners() {
    openWindow();
    const QString file = m_folder->filePath("mine.glassbox");
    QVERIFY(m_window->saveTo(file));
    QCOMPARE(Settings::recentFiles(), QStringList{file});
    addLearner("Ada");
    QCOMPARE(Settings::recentFiles(), QStringList());
    QVERIFY(m_window->learners()->removeLearner(desk()->learner()));
    QCOMPARE(Settings::recentFiles(), QStringList{file});
  }

  void brokenProgressIsSaidOnceAndKeptAside() {
    const fs::path file = store().folderOf("first") / "progress.json";
    fs::create_directories(file.parent_path());
    QVERIFY(replaceFile(file, "{\"glassbox_progress\": 1, \"learner\": \"Ada\", \"lessons\": 3}").ok());
    openWindow();
    QCOMPARE(desk()->head()->nameButton()->text(), QString("Ada"));
    QVERIFY2(desk()->head()->fault().contains("progress.json:1:") && desk()->head()->fault().contains("progress.broken-1.json"), qPrintable(desk()->head()->fault()));
    QVERIFY(QFile::exists(QString::fromStdString((file.parent_path() / "progress.broken-1.json").string())));
    passFirstLesson();
    QVERIFY(store().open("first")->progress.lessons.at("a-line-that-learns").tasks.at("by_hand").done);
    closeWindow();
    openWindow();
    QCOMPARE(desk()->head()->fault(), QString());
  }

  // ---- time and attempts ---------------------------------------------------------------------------------------------------

  void timeCountsOnlyWhileThePageIsInUse() {
    openWindow();
    desk()->countTime(5);
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto spent = [this] { return desk()->progress().lessons.at("a-line-that-learns").seconds; };
    double before = spent();
    desk()->countTime(5);
    QCOMPARE(spent(), before + 5);
    m_window->setLeftTab(1); // the palette is in front
    before = spent();
    desk()->countTime(5);
    QCOMPARE(spent(), before);
    m_window->setLeftTab(0);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    before = spent();
    desk()->countTime(5);
    QCOMPARE(spent(), before);
    other.close();
    closeWindow();
    QVERIFY2(store().open("first")->progress.lessons.at("a-line-that-learns").seconds >= 5, "kept at the end");
  }

  void aRunThatDoesNotPassIsAnAttempt() {
    openWindow();
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    const Learner learner(*m_window);
    QVERIFY(learner.waitUntilReady());
    learner.predict(1);
    QTest::keyClick(m_window->findChild<ToolBar*>()->findChild<QComboBox*>(), Qt::Key_End);
    learner.click(learner.button("Run"));
    QVERIFY(learner.reaches(TrainingSession::State::Ended));
    QTRY_VERIFY_WITH_TIMEOUT(!learner.rows(0).isEmpty(), Learner::kPatience);
    act(Do::Reset);
    const auto attempts = [this] {
      const auto tasks = desk()->progress().lessons.at("a-line-that-learns").tasks;
      return tasks.count("by_hand") ? tasks.at("by_hand").attempts : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(attempts(), 1, Learner::kPatience);
    QVERIFY(!desk()->progress().lessons.at("a-line-that-learns").tasks.at("by_hand").done);
    QCOMPARE(store().open("first")->progress.lessons.at("a-line-that-learns").tasks.at("by_hand").attempts, 1);
  }

  void aRunThatIsOnlyLookedAtAgainIsNoAttempt_data() {
    QTest::addColumn<bool>("byHand");
    QTest::newRow("trained") << false;
    QTest::newRow("a weight set by hand, then trained") << true;
  }
  void aRunThatIsOnlyLookedAtAgainIsNoAttempt() {
    QFETCH(bool, byHand);
    openWindow();
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    const Learner learner(*m_window);
    QVERIFY(learner.waitUntilReady());
    learner.predict(1);
    if (byHand) m_window->session()->setWeight(m_window->document()->analysis().output + ".weight[0,0]", -3);
    QTest::keyClick(m_window->findChild<ToolBar*>()->findChild<QComboBox*>(), Qt::Key_End);
    learner.click(learner.button("Run"));
    QVERIFY(learner.reaches(TrainingSession::State::Ended));
    const auto attempts = [] { return store().open("first")->progress.lessons.at("a-line-that-learns").tasks.at("by_hand").attempts; };
    for (int visit = 0; visit < 2; ++visit) {
      m_window->leaveLesson();
      QTRY_COMPARE_WITH_TIMEOUT(attempts(), 1, Learner::kPatience);
      QVERIFY(m_window->openLesson("a-line-that-learns"));
      QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->status().step == 300, Learner::kPatience); // as it was left
      QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->isEdited() == byHand, Learner::kPatience);
    }
  }

  void aSkippedTaskIsKeptAndCanBeTakenUp() {
    openWindow();
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    const Learner learner(*m_window);
    QVERIFY(learner.waitUntilReady());
    const auto kept = [] { return store().open("first")->progress.lessons.at("a-line-that-learns").tasks.at("by_hand"); };
    learner.page()->findChild<QScrollArea*>()->ensureWidgetVisible(learner.task(0)->skipButton(), 0, 0);
    learner.click(learner.task(0)->skipButton());
    QVERIFY(kept().skipped && !kept().done);
    QCOMPARE(learner.task(0)->stage(), TaskStage::Skipped);
    QCOMPARE(learner.task(1)->stage(), TaskStage::Active);
    closeWindow();
    openWindow();
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    const Learner again(*m_window);
    QVERIFY(again.waitUntilReady());
    QCOMPARE(again.task(0)->stage(), TaskStage::Skipped);
    again.task(0)->skipButton()->setFocus();
    QTest::keyClick(again.task(0)->skipButton(), Qt::Key_Space);
    QCOMPARE(again.task(0)->stage(), TaskStage::Active);
    QVERIFY(!kept().skipped);
  }

  // ---- the report ----------------------------------------------------------------------------------------------------------

  void theReportShowsWhatTheProgressSays() {
    passBlockA("Ada");
    openWindow();
    QTest::mouseClick(desk()->head()->reportButton(), Qt::LeftButton);
    auto* report = m_window->findChild<ReportDialog*>();
    QVERIFY(report && report->isVisible());
    // Block A is lessons 1 to 5; every one of their tasks is passed, none of the others.
    int tasks = 0, passed = 0;
    for (const LessonEntry& entry : desk()->lessons()) {
      tasks += static_cast<int>(entry.lesson->tasks.size());
      if (entry.lesson->block == "A") passed += static_cast<int>(entry.lesson->tasks.size());
    }
    QVERIFY(passed > 0 && passed < tasks);
    bool said = false;
    for (const QLabel* label : report->findChildren<QLabel*>()) said = said || label->text().startsWith(QString("%1 of %2 tasks passed").arg(passed).arg(tasks));
    QVERIFY(said);
    QCOMPARE(report->table()->rowCount(), static_cast<int>(desk()->lessons().size()));
    const int own = static_cast<int>(desk()->findLesson("a-line-that-learns")->tasks.size());
    QCOMPARE(report->table()->item(0, 2)->text(), QString("%1 of %1").arg(own));
    // the chart by keyboard
    RadarChart* radar = report->radar();
    radar->setFocus();
    QTest::keyClick(radar, Qt::Key_Right);
    QCOMPARE(radar->current(), 0);
    QVERIFY2(radar->accessibleName().startsWith("Mathematics: "), qPrintable(radar->accessibleName()));
    QTest::keyClick(radar, Qt::Key_Left);
    QVERIFY2(radar->accessibleName().startsWith("Responsibility: "), qPrintable(radar->accessibleName()));
    QVERIFY(radar->accessibleDescription().contains("no lesson yet"));
    QTest::keyClick(report, Qt::Key_Escape);
  }

  void theChartHasTheFiguresWhereItPaintsThem() {
    // Half of "right" (two o'clock of four axes: east) and all of "up": the polygon's corners are there in the accent colour.
    RadarChart chart;
    chart.setContent({{"up", 4, 4}, {"right", 1, 2}, {"down", 1, 4}, {"left", 0, 0}});
    chart.resize(chart.sizeHint());
    const QImage picture = chart.grab().toImage();
    const QPoint centre(chart.width() / 2, chart.height() / 2);
    const QColor accent = theme().color(ColorRole::Accent);
    const auto near = [&](QPoint at) {
      for (int dx = -2; dx <= 2; ++dx)
        for (int dy = -2; dy <= 2; ++dy)
          if (picture.pixelColor(at + QPoint(dx, dy)) == accent) return true;
      return false;
    };
    int top = 0; // the highest accent point over the centre is the whole radius
    while (top < centre.y() && !near({centre.x(), top})) ++top;
    const int radius = centre.y() - top;
    QVERIFY2(radius > 60, qPrintable(QString::number(radius)));
    QVERIFY(near(centre + QPoint(radius / 2, 0)) && !near(centre + QPoint(radius, 0)));
    QVERIFY(near(centre + QPoint(0, radius / 4)) && !near(centre + QPoint(0, radius / 2)));
  }

  void theReportIsSavedAsPdfAndAsJson() {
    passBlockA("Ada");
    openWindow();
    for (const auto tongue : {LanguageSwitch::Tongue::English, LanguageSwitch::Tongue::Chinese}) {
      m_language->use(tongue);
      ReportDialog* report = openReport();
      const QString pdf = m_folder->filePath("r.pdf"), json = m_folder->filePath("r.json");
      QVERIFY2(report->exportPdf(pdf).ok() && report->exportJson(json).ok(), "saved");
      const QByteArray bytes = contentOf(pdf);
      QVERIFY2(bytes.startsWith("%PDF-") && pagesOf(bytes) >= 2, qPrintable(QString::number(pagesOf(bytes))));
      const Result<Report> back = parseReport(contentOf(json).toStdString(), "r.json");
      QVERIFY2(back.ok(), failure(back));
      QCOMPARE(back->learner, std::string("Ada"));
      QVERIFY(back->lessons == reportOf(desk()->progress(), desk()->lessons(), back->date).lessons);
      QVERIFY(!report->exportPdf(m_folder->filePath("no/such/folder/r.pdf")).ok());
      report->close();
    }
  }

  void aCertificateIsGivenWhenEveryTaskIsPassedAndNotBefore() {
    passBlockA("Ada");
    openWindow();
    ReportDialog* report = openReport();
    QVERIFY(report->certificateButton()->isEnabled());
    QCOMPARE(report->certificateButton()->menu()->actions().size(), 1);
    const QString file = m_folder->filePath("a.pdf");
    QVERIFY(report->exportCertificate("A", file).ok());
    const QByteArray bytes = contentOf(file);
    QCOMPARE(pagesOf(bytes), 1);
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 (\\d+)\\S* (\\d+)"));
    const QRegularExpressionMatch size = box.match(QString::fromLatin1(bytes));
    QVERIFY2(size.captured(1) == "842" && size.captured(2) == "595", qPrintable(size.captured(0))); // A4 on its side, in points
    QVERIFY(!report->exportCertificate("B", file).ok());
    report->close();
    Progress progress = desk()->progress();
    progress.lessons["yes-or-no"].tasks.begin()->second.done = false;
    closeWindow();
    QVERIFY(store().save("first", progress).ok());
    openWindow();
    report = openReport();
    QVERIFY(!report->certificateButton()->isEnabled());
    QCOMPARE(failure(report->exportCertificate("A", file)), QByteArray("Block A is not finished: there is a certificate when every task of it is passed."));
    report->close();
  }

  // ---- the teacher ---------------------------------------------------------------------------------------------------------

  void reportsOfAClassAreOneTable() {
    writeReports();
    openWindow();
    act(Do::ClassTable);
    auto* dialog = m_window->findChild<ClassDialog*>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->table()->isVisible());
    dialog->open(reports());
    QTableWidget* table = dialog->table();
    QVERIFY(table->isVisible());
    QCOMPARE(dialog->said(), QString("Reports: 2 \u00B7 files refused: 2"));
    QCOMPARE(table->rowCount(), 4);
    QCOMPARE(table->item(0, 0)->text(), QString("Ada"));
    QCOMPARE(table->item(0, 2)->text(), QString("1 of 2"));
    QCOMPARE(table->item(0, 6)->text(), QString("1 / 2"));
    QVERIFY2(table->item(1, 0)->text().startsWith("bad.json"), qPrintable(table->item(1, 0)->text()));
    QCOMPARE(table->item(2, 0)->text(), QString("=cmd|' /C calc'!A0"));
    QVERIFY2(table->item(3, 0)->text().contains("The key \"run\" is not known here"), qPrintable(table->item(3, 0)->text()));
    const QString csv = m_folder->filePath("class.csv");
    QVERIFY(dialog->exportCsv(csv).ok());
    const QList<QByteArray> lines = contentOf(csv).split('\n');
    QCOMPARE(lines.size(), 6);
    QVERIFY2(lines.at(1).startsWith("ada.json,,Ada,2026-11-23,1,2,"), lines.at(1));
    QVERIFY2(lines.at(3).startsWith("eve.json,,\"=cmd|' /C calc'!A0\","), lines.at(3));
    dialog->open(m_folder->filePath("nowhere"));
    QVERIFY2(dialog->said().contains("cannot be listed"), qPrintable(dialog->said()));
    QCOMPARE(table->rowCount(), 4);
    dialog->close();
  }

  void theCommandLineMakesTheSameTable() {
    writeReports();
    const QString csv = m_folder->filePath("cli.csv");
    QProcess program;
    program.start(GLASSBOX_CLI, {"class", reports(), "--csv", csv});
    QVERIFY(program.waitForFinished(60000));
    const QByteArray err = program.readAllStandardError();
    QVERIFY2(program.exitCode() == 1, err); // some were refused
    QVERIFY2(err.contains("bad.json") && err.contains("hostile.json"), err);
    QVERIFY(program.readAllStandardOutput().contains("Ada: 1 of 2 tasks passed"));
    const Result<std::vector<ReportFile>> files = readReports(reports().toStdString());
    const QByteArray there = QByteArray::fromStdString(classCsv(*files, [](const Error& error) { return english(error); }));
    QCOMPARE(contentOf(csv), there);
    program.start(GLASSBOX_CLI, {"class", reports()});
    QVERIFY(program.waitForFinished(60000));
    QCOMPARE(program.exitCode(), 2);
    program.start(GLASSBOX_CLI, {"class", reports() + "/ada.json", "--csv", csv});
    QVERIFY(program.waitForFinished(60000));
    QCOMPARE(program.exitCode(), 0);
  }

  void aFolderOfLessonsIsShownWithItsFaults() {
    const QString folder = m_folder->filePath("mine");
    QVERIFY(QDir().mkpath(folder + "/broken"));
    QVERIFY(replaceFile((folder + "/broken/lesson.json").toStdString(), "{\"glassbox_lesson\": 1, \"id\": 3}").ok());
    fs::copy(fs::path(GLASSBOX_SOURCE_DIR) / "lessons" / "06-xor", folder.toStdString() + "/xor", fs::copy_options::recursive);
    openWindow();
    const std::size_t own = desk()->lessons().size();
    QSignalSpy failed(m_window->learners(), &LearnerDesk::failed);
    QSignalSpy told(m_window->learners(), &LearnerDesk::told);
    QVERIFY(m_window->learners()->openLessonFolder(folder));
    QCOMPARE(told.last().at(0).toString(), QString("Lessons of the folder mine: 1. Cannot be opened: 1; the list says why."));
    QCOMPARE(desk()->lessons().size(), std::size_t{2});
    const auto* list = desk()->findChild<LessonList*>();
    bool said = false;
    for (int i = 0; i < list->count(); ++i) said = said || list->item(i)->toolTip().contains("lesson.json:1:");
    QVERIFY2(said, "the loader's sentence");
    // one that is not there, or holds none, changes nothing
    QVERIFY(!m_window->learners()->openLessonFolder(m_folder->filePath("nowhere")));
    QVERIFY(!m_window->learners()->openLessonFolder(folder + "/broken"));
    QCOMPARE(failed.size(), 2);
    QCOMPARE(desk()->lessons().size(), std::size_t{2});
    act(Do::OwnLessons);
    QCOMPARE(desk()->lessons().size(), own);
  }

 private:
  void openWindow() {
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->resize(1280, 800);
    m_window->show();
    m_window->showLab();
    m_window->setLeftTab(0);
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }
  void closeWindow() {
    if (m_window) m_window->document()->setModified(false);
    m_window.reset();
  }
  LessonDesk* desk() const { return m_window->lessons(); }
  void act(Do what) const { (*m_window->actions())[what]->trigger(); }
  QString figures() const { return desk()->head()->findChild<ElidedLabel*>()->text(); }
  static LearnerStore store() { return LearnerStore(Settings::dataFolder().toStdString()); }
  static QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  void addLearner(const char* name) {
    inDialog<LearnerSheet>([this] { act(Do::NewLearner); }, [name](LearnerSheet& sheet) {
      QTest::keyClicks(sheet.field(), name);
      QTest::keyClick(sheet.field(), Qt::Key_Return);
    });
  }
  /// Both tasks of lesson 1, as the page tells of them.
  void passFirstLesson() {
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    for (const char* task : {"by_hand", "descent"}) emit desk()->view()->taskPassed(task);
    act(Do::LeaveLesson);
  }
  ReportDialog* openReport() {
    act(Do::Report);
    for (ReportDialog* dialog : m_window->findChildren<ReportDialog*>())
      if (dialog->isVisible()) return dialog;
    qFatal("no report");
  }
  /// Every task of block A, for the first learner.
  void passBlockA(const char* name) {
    const auto lessons = listLessons(fs::path(GLASSBOX_SOURCE_DIR) / "lessons");
    Progress progress;
    progress.learner = name;
    for (const LessonEntry& entry : *lessons)
      if (entry.lesson && entry.lesson->block == "A")
        for (const Task& task : entry.lesson->tasks) progress = withAttempt(progress, entry.lesson->id, task.id, true);
    QVERIFY(store().save("first", progress).ok());
  }
  QString reports() const { return m_folder->filePath("class"); }
  void writeReports() {
    QVERIFY(QDir().mkpath(reports()));
    Report report{"Ada", "2026-11-23", {{"line", "A", 1, 90, {"training"}, {{"by_hand", true, false, 2, 1}, {"descent", false, false, 1, 0}}, {}}}};
    const auto put = [this](const char* name, const std::string& bytes) { QVERIFY(replaceFile((reports() + "/" + name).toStdString(), bytes).ok()); };
    put("ada.json", writeReport(report));
    report.learner = "=cmd|' /C calc'!A0";
    put("eve.json", writeReport(report));
    put("bad.json", "{");
    std::string hostile = writeReport(report);
    hostile.insert(1, "\"run\": 1,");
    put("hostile.json", hostile);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAppLearners)
#include "test_learners.moc"
