// Arrangements of the window: one key each, changed freely by hand, and left as they were over a restart.
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

#include "app/actions.h"
#include "app/lesson_desk.h"
#include "app/main_window.h"
#include "app/perspectives.h"
#include "app/run_desk.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/runs/runs_panel.h"

using namespace glassbox;
using Side = DockFrame::Side;

class TestPerspectives : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    QFile::remove(m_folder.filePath("settings.ini"));
    start();
  }
  void cleanup() {
    ThemeManager::ofApplication().setTextSize(TextSize::Normal);
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void eachKeyArrangesTheWindow_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<MainWindow::Centre>("centre");
    QTest::addColumn<QString>("open"); // l, r, b
    QTest::newRow("learn") << int(Qt::Key_1) << MainWindow::Centre::Build << "lb";
    QTest::newRow("build") << int(Qt::Key_2) << MainWindow::Centre::Build << "lr";
    QTest::newRow("watch") << int(Qt::Key_3) << MainWindow::Centre::Look << "b";
    QTest::newRow("step") << int(Qt::Key_4) << MainWindow::Centre::Step << "rb"; // 1280 px: no room at the left
    QTest::newRow("compare") << int(Qt::Key_5) << MainWindow::Centre::Build << "rb";
  }
  void eachKeyArrangesTheWindow() {
    QFETCH(int, key);
    QFETCH(MainWindow::Centre, centre);
    QFETCH(QString, open);
    for (const int before : {0, int(Qt::Key_3), int(Qt::Key_4), int(Qt::Key_2)}) { // from wherever
      if (before) press(before);
      press(key);
      QCOMPARE(m_window->centre(), centre);
      QCOMPARE(openDocks(), open);
    }
  }

  void thePagesAreThoseOfTheWork() {
    press(Qt::Key_5);
    QVERIFY(m_window->runDesk()->panel()->isVisible());
    press(Qt::Key_1);
    QVERIFY(m_window->lessons()->isVisible());
    QVERIFY(m_window->curves()->isVisible());
    press(Qt::Key_2);
    QVERIFY(m_window->findChild<Palette*>()->isVisible());
  }

  void theWelcomePageGivesWay() {
    (*m_window->actions())[Do::Welcome]->trigger();
    QVERIFY(!m_window->diagram()->isVisible());
    press(Qt::Key_2);
    QVERIFY(m_window->diagram()->isVisible());
  }

  void whatIsArrangedIsStillThereAfterARestart() {
    press(Qt::Key_5);
    m_window->setLeftTab(2);
    m_window->docks()->toggle(Side::Left); // unfolds it
    drag(Side::Left, 300);
    drag(Side::Bottom, 330);
    const QString open = openDocks();
    const int left = m_window->docks()->extent(Side::Left), bottom = m_window->docks()->extent(Side::Bottom);
    QCOMPARE(open, QStringLiteral("lrb"));
    QVERIFY(std::abs(left - 300) <= 2);
    restart();
    QCOMPARE(openDocks(), open);
    QCOMPARE(m_window->docks()->extent(Side::Left), left);
    QCOMPARE(m_window->docks()->extent(Side::Bottom), bottom);
    QCOMPARE(m_window->docks()->extent(Side::Right), 264); // not moved: as the table says
    QVERIFY(m_window->dataPanel()->isVisible());
    QVERIFY(m_window->runDesk()->panel()->isVisible());
  }

  void aPresentationAndAStepLeaveTheLayoutAlone() {
    press(Qt::Key_2);
    const WindowLayout layout = m_window->perspectives()->layout();
    (*m_window->actions())[Do::Presentation]->trigger();
    QCOMPARE(openDocks(), QString());
    QCOMPARE(writeLayout(m_window->perspectives()->layout()), writeLayout(layout));
    restart();
    QCOMPARE(writeLayout(m_window->perspectives()->layout()), writeLayout(layout));
    QCOMPARE(openDocks(), QStringLiteral("lr"));
    m_window->setCentre(MainWindow::Centre::Step);
    QVERIFY(openDocks().contains(u'b'));
    QCOMPARE(m_window->perspectives()->layout().docks, layout.docks); // its tab of arrays is there only while a step is open
    m_window->setCentre(MainWindow::Centre::Build);
    QCOMPARE(openDocks(), QStringLiteral("lr"));
  }

  void aLayoutIsReadBackAsItWasWritten() {
    WindowLayout layout;
    layout.docks.folded = {true, false, true};
    layout.docks.extent = {std::nullopt, 312.5, 200.0};
    layout.leftTab = 2;
    layout.bottomTab = 3;
    QCOMPARE(readLayout(writeLayout(layout)), layout);
    QCOMPARE(readLayout(writeLayout({})), WindowLayout());
  }

  void aBrokenLayoutIsTheOneOfAFirstStart_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "nonsense", "[]", "{\"folded\": 3, \"extent\": [[], \"a\", -5]}", "{\"extent\": {\"0\": 7}}"}) QTest::newRow(text) << QByteArray(text);
  }
  void aBrokenLayoutIsTheOneOfAFirstStart() {
    QFETCH(QByteArray, text);
    QCOMPARE(readLayout(text), WindowLayout());
  }

  void numbersThatCannotBeAreTheNearestThatCan() {
    const WindowLayout layout = readLayout("{\"left\": 99, \"bottom\": -4, \"extent\": [1e300, 0, 250]}");
    QCOMPARE(layout.leftTab, 2);
    QCOMPARE(layout.bottomTab, 0);
    QCOMPARE(layout.docks.extent[0], std::optional<double>(4000));
    QCOMPARE(layout.docks.extent[1], std::optional<double>());
    QCOMPARE(layout.docks.extent[2], std::optional<double>(250));
  }

 private:
  void start() {
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->openTemplate("xor", false);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void restart() {
    m_window->document()->setModified(false);
    QVERIFY(m_window->close());
    m_window.reset();
    ThemeManager::ofApplication().setTextSize(TextSize::Normal);
    start();
  }
  void press(int key) { QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), Qt::ControlModifier); }
  QString openDocks() const {
    QString open;
    for (const auto& [side, letter] : {std::pair{Side::Left, 'l'}, std::pair{Side::Right, 'r'}, std::pair{Side::Bottom, 'b'}})
      if (!m_window->docks()->isFolded(side)) open += QLatin1Char(letter);
    return open;
  }
  /// By the mouse, at the line beside the dock.
  void drag(Side side, int to) {
    const bool across = side != Side::Bottom;
    for (QSplitter* split : m_window->docks()->findChildren<QSplitter*>()) {
      if ((split->orientation() == Qt::Horizontal) != across) continue;
      for (int i = 1; i < split->count(); ++i) {
        QSplitterHandle* handle = split->handle(i);
        const QWidget* dock = side == Side::Left ? split->widget(i - 1) : split->widget(i);
        const int size = across ? dock->width() : dock->height();
        if (!handle->isVisible() || !dock->isVisible() || size != m_window->docks()->extent(side)) continue;
        const int by = side == Side::Left ? to - size : size - to;
        const QPoint from = handle->rect().center(), onto = from + (across ? QPoint(by, 0) : QPoint(0, by));
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        QTest::mouseMove(handle, onto);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, onto);
        return;
      }
    }
    QFAIL("no line beside the dock");
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPerspectives)
#include "test_perspectives.moc"
