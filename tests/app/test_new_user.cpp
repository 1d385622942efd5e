// The first five minutes of somebody who has never seen the lab, once in English and once in Chinese: the first window, the tour, a
// classifier on own points or on an own table, its confusion matrix. Every click is one that a person could make: on what is seen.
// What has to be read on the way and how often a hand has to move is counted: both together must fit into five minutes.
// With GLASSBOX_PICTURES=folder each stage is kept as a picture, to be looked at.
#include "app/actions.h"
#include "app/status_strip.h"
#include "app/tool_bar.h"
#include "app/tour.h"
#include "app/welcome_page.h"
#include "learner.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_scene.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/inspector/own_points.h"
#include "widgets/inspector/training_form.h"
#include "widgets/views/look_pages.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/probe.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace glassbox;
using Tongue = LanguageSwitch::Tongue;

namespace {

constexpr int kPatience = 60000;                  // for a machine under load; nothing is measured
constexpr double kWordsPerMinute = 200, kSecondsPerAction = 2, kFiveMinutes = 300;
constexpr double kHanPerWord = 1.5;               // a Chinese word has one or two characters

/// How much there is to read: words, or Han characters as words.
double words(const QString& text) {
  double han = 0;
  QString latin = text;
  for (QChar& letter : latin)
    if (letter.script() == QChar::Script_Han) ++han, letter = u' ';
  static const QRegularExpression gap(QStringLiteral("[^\\w]+"));
  return han / kHanPerWord + static_cast<double>(latin.split(gap, Qt::SkipEmptyParts).size());
}

} // namespace

class TestNewUser : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
  }

  void theFirstFiveMinutes_data() {
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<bool>("table");
    QTest::newRow("English, own points") << false << false;
    QTest::newRow("English, own table") << false << true;
    QTest::newRow("Chinese, own points") << true << false;
    QTest::newRow("Chinese, own table") << true << true;
  }
  void theFirstFiveMinutes() {
    QFETCH(bool, chinese);
    QFETCH(bool, table);
    QTemporaryDir folder;
    qputenv("GLASSBOX_SETTINGS", folder.filePath("settings.ini").toLocal8Bit());
    qputenv("HOME", folder.path().toLocal8Bit());
    m_language.use(chinese ? Tongue::Chinese : Tongue::English);
    m_name = QString::fromLatin1(chinese ? "zh" : "en") + (table ? "-table" : "-points");
    m_actions = 0, m_stage = 0, m_words = 0;
    MainWindow window(&m_language);
    m_window = &window;
    window.resize(1280, 800);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.offerTour();
    stage("the first window", card()->findChildren<QLabel*>());

    takeTheTour();
    if (QTest::currentTestFailed()) return;
    if (table) openTheTable(folder.path());
    else paintPoints();
    if (QTest::currentTestFailed()) return;
    trainAndLook();
    if (QTest::currentTestFailed()) return;

    const double seconds = 60 * m_words / kWordsPerMinute + kSecondsPerAction * m_actions + m_waiting;
    qInfo("%s: %d actions, %.0f words to read, %.0f s", qPrintable(m_name), m_actions, m_words, seconds);
    QVERIFY2(seconds < kFiveMinutes, qPrintable(QStringLiteral("%1 s").arg(seconds)));
    window.document()->setModified(false);
  }

 private:
  TourCard* card() { return m_window->tour()->card(); }
  TrainingSession* session() { return m_window->session(); }

  /// One picture, and the words that are read there: those given, or those of the tour's card.
  void stage(const char* what, const QList<QLabel*>& read = {}) {
    for (const QLabel* label : read)
      if (label->isVisible()) m_words += words(label->text());
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
    const QString pictures = qEnvironmentVariable("GLASSBOX_PICTURES");
    if (!pictures.isEmpty() && QDir().mkpath(pictures))
      m_window->grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(pictures, m_name).arg(++m_stage, 2, 10, QLatin1Char('0')).arg(QString::fromLatin1(what).replace(u' ', u'-')));
  }
  void readCard(const char* what) { stage(what, card()->findChildren<QLabel*>()); }

  void click(QWidget* widget, QPoint at = {-1, -1}) {
    QVERIFY(widget);
    if (at.x() < 0) at = widget->rect().center();
    QVERIFY2(widget->visibleRegion().contains(at), qPrintable(QStringLiteral("%1 is not seen there").arg(QLatin1String(widget->metaObject()->className()))));
    ++m_actions;
    QTest::mouseClick(widget, Qt::LeftButton, {}, at);
  }
  void clickTab(QTabBar* bar, int tab) { click(bar, bar->tabRect(tab).center()); }
  QTabBar* tabsOver(const QWidget* page) {
    for (const QWidget* around = page->parentWidget(); around; around = around->parentWidget())
      if (auto* strip = around->findChild<TabStrip*>(QString(), Qt::FindDirectChildrenOnly); strip && !qobject_cast<const QStackedWidget*>(around)) return strip->bar();
    return nullptr;
  }

  QString said() const { return m_window->findChild<StatusStrip*>()->findChild<ElidedLabel*>()->text(); }

  void takeTheTour() {
    const Learner learner(*m_window);
    click(card()->nextButton());
    QCOMPARE(m_window->tour()->step(), 1);
    QVERIFY(QTest::qWaitFor([this] { return session()->dataset() != nullptr; }, kPatience));
    readCard("tour run");
    click(learner.runButton());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->tour()->step(), 2, kPatience);
    QVERIFY(QTest::qWaitFor([this] { return session()->status().step > 60; }, kPatience));
    m_waiting += 5; // who watches a curve
    readCard("tour pause");
    click(learner.runButton());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->tour()->step(), 3, kPatience);
    readCard("tour layer");
    QVERIFY(learner.choose("dense1"));
    ++m_actions;
    QTRY_COMPARE(m_window->tour()->step(), 4);
    readCard("tour setting");
    QTabBar* tabs = m_window->inspector()->tabs()->bar();
    clickTab(tabs, tabs->count() - 1);
    ParamRow* rate = m_window->inspector()->trainingForm()->formOf("rate")->row("rate");
    QVERIFY(learner.write(rate->editor()->control(), "0.05"));
    m_actions += 2;
    QTRY_COMPARE(m_window->tour()->step(), 5);
    readCard("tour weight");
    QVERIFY(learner.waitForDrawing());
    QVERIFY(learner.clickAt(learner.placeOf(DiagramHit::Kind::Weight)));
    ++m_actions;
    QTRY_COMPARE(m_window->tour()->step(), 6);
    learner.leaveEditor();
    ++m_actions;
    readCard("tour look");
    clickTab(tabsOver(m_window->look()), 2);
    QTRY_COMPARE(m_window->tour()->step(), Tour::kSteps + 1);
    readCard("tour end");
    click(card()->nextButton());
    QVERIFY(card()->isHidden());
  }

  /// Two clouds of eight points each, clicked onto the plane.
  void paintPoints() {
    stage("after the tour");
    clickTab(tabsOver(m_window->dataPanel()), 2);
    QVERIFY(Learner(*m_window).write(m_window->dataPanel()->sourceList(), "painted"));
    m_actions += 2;
    auto* canvas = m_window->dataPanel()->ownPoints()->canvas();
    QTRY_VERIFY(canvas->isVisible());
    stage("painted points", m_window->dataPanel()->findChildren<QLabel*>());
    for (int cls = 0; cls < 2; ++cls) {
      for (int i = 0; i < 8; ++i) {
        const double x = (cls ? 0.1 : -0.9) + 0.25 * (i % 4), y = (cls ? -0.7 : 0.4) + 0.25 * (i / 4);
        click(canvas, canvas->pixelOf(x, y).toPoint());
        if (QTest::currentTestFailed()) return;
      }
      if (cls) break;
      ++m_actions;
      QTest::mouseClick(canvas, Qt::RightButton); // the next class
    }
    QCOMPARE(m_window->document()->data().points.size(), std::size_t{16});
    QTRY_VERIFY_WITH_TIMEOUT(session()->dataset() && session()->dataset()->samples() == 16, kPatience);
    stage("sixteen points");
  }

  void openTheTable(const QString& folder) {
    const QString path = qEnvironmentVariable("GLASSBOX_TEST_DATA") + QStringLiteral("/tabular/iris.csv");
    QVERIFY2(QFile::exists(path), qPrintable(path));
    stage("after the tour");
    clickTab(tabsOver(m_window->dataPanel()), 2);
    QPushButton* open = Learner(*m_window).button(DataPanel::tr("Open data…"));
    stage("data tab", m_window->dataPanel()->findChildren<QLabel*>());
    Q_UNUSED(folder)
    answerDialogs(path);
    click(open);
    QTRY_VERIFY_WITH_TIMEOUT(session()->dataset() && session()->dataset()->samples() == 150, kPatience);
    stage("the table", m_window->dataPanel()->findChildren<QLabel*>());
  }
  /// "One file", and its name written into the dialog.
  void answerDialogs(const QString& path) {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, path] {
      QWidget* shown = QApplication::activeModalWidget();
      if (auto* ask = qobject_cast<QMessageBox*>(shown)) {
        m_words += words(ask->text());
        ++m_actions;
        return QTest::mouseClick(ask->buttons().front(), Qt::LeftButton);
      }
      auto* dialog = qobject_cast<QFileDialog*>(shown);
      if (!dialog) return;
      timer->stop();
      timer->deleteLater();
      m_actions += 4; // folders, and the file
      auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
      name->setText(path);
      QTest::keyClick(name, Qt::Key_Return);
    });
    timer->start(10);
  }

  /// The network of the example does not suit the table: the issues come up with their repairs, and each is one click.
  void repair() {
    const auto* issues = m_window->findChild<IssueList*>();
    QTRY_VERIFY2(issues->isVisible(), "Run was pressed and nothing shows why it cannot");
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<Probe*>()->isBusy(), kPatience); // an answer about the network before has come, too
    QVERIFY2(!m_window->look()->currentView() || !m_window->look()->currentView()->hasPicture(), "a picture of other data under these names");
    stage("issues", issues->findChildren<QLabel*>());
    const QString refusal = said();
    QVERIFY(!refusal.isEmpty());
    for (int i = 0; i < 4 && !m_window->document()->analysis().sound(); ++i) {
      QPushButton* cure = nullptr;
      for (QPushButton* button : issues->findChildren<QPushButton*>())
        if (!cure && button->isVisible()) cure = button;
      QVERIFY2(cure, "an issue has no repair");
      m_words += words(cure->text());
      qInfo("%s", qPrintable(cure->text()));
      click(cure);
      if (QTest::currentTestFailed()) return;
      stage("repaired");
    }
    QVERIFY(m_window->document()->analysis().sound());
    click(Learner(*m_window).runButton());
    QTRY_VERIFY2_WITH_TIMEOUT(said() != refusal, "what is mended is still told", kPatience);
  }

  void trainAndLook() {
    const Learner learner(*m_window);
    stage("before the training");
    click(learner.runButton());
    if (!m_window->document()->analysis().sound()) repair();
    if (QTest::currentTestFailed()) return;
    QVERIFY(QTest::qWaitFor([this] { return session()->status().step > 250 || (session()->status().step > 60 && !session()->isRunning()); }, kPatience));
    m_waiting += 10;
    stage("training");
    if (session()->isRunning()) click(learner.runButton());
    QTRY_VERIFY_WITH_TIMEOUT(!session()->isRunning(), kPatience);
    if (m_window->centre() != MainWindow::Centre::Look) clickTab(tabsOver(m_window->look()), 2);
    LookPanel* look = m_window->look();
    QTRY_VERIFY_WITH_TIMEOUT(look->currentView() && look->currentView()->hasPicture(), kPatience);
    stage("look");
    auto* tabs = look->findChild<QTabBar*>();
    int confusion = -1;
    for (int i = 0; i < tabs->count(); ++i)
      if (tabs->isTabVisible(i) && tabs->tabText(i) == ConfusionPage::title()) confusion = i;
    QVERIFY2(confusion >= 0, "the confusion matrix has no tab in sight");
    clickTab(tabs, confusion);
    QTRY_VERIFY_WITH_TIMEOUT(look->currentView()->hasPicture(), kPatience);
    const auto score = session()->curves().find(curves::kTestScore);
    if (session()->dataset()->test > 0) QVERIFY2(score->second.back().mean > 0.8, qPrintable(QStringLiteral("accuracy %1").arg(score->second.back().mean)));
    stage("confusion", look->currentView()->findChildren<QLabel*>());
  }

  LanguageSwitch m_language;
  MainWindow* m_window = nullptr;
  QString m_name;
  int m_actions = 0, m_stage = 0;
  double m_words = 0, m_waiting = 0;
};

QTEST_MAIN(TestNewUser)
#include "test_new_user.moc"
