// The docks around the diagram: their sizes, folded to rails, opened over the canvas, in a presentation and in a lesson.
#include "app/actions.h"
#include "app/dock_frame.h"
#include "app/dock_rail.h"
#include "app/lesson_desk.h"
#include "app/main_window.h"
#include "app/status_strip.h"
#include "widgets/common/key_button.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/views/surface_view.h"

#include <QApplication>
#include <QScopeGuard>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace glassbox;
using Side = DockFrame::Side;

class TestDocks : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    m_language.use(LanguageSwitch::Tongue::English);
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->openTemplate("xor", false);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void cleanup() {
    ThemeManager::ofApplication().setTextSize(TextSize::Normal);
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void docksHaveTheSizesOfTheTable_data() {
    QTest::addColumn<QSize>("window");
    QTest::addColumn<bool>("reading");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("bottom");
    QTest::newRow("1024x768: the left dock is a rail") << QSize(1024, 768) << false << 40 << 240 << 208;
    QTest::newRow("1280x800") << QSize(1280, 800) << false << 208 << 264 << 232;
    QTest::newRow("1920x1080") << QSize(1920, 1080) << false << 264 << 320 << 304;
    QTest::newRow("between: 208 + 56/2, 264 + 56/2, 232 + 72*140/280") << QSize(1600, 940) << false << 236 << 292 << 268;
    QTest::newRow("larger than the table") << QSize(2560, 1440) << false << 264 << 320 << 304;
    QTest::newRow("a lesson at 1024x768: 424 px would be left beside the right dock, which folds") << QSize(1024, 768) << true << 360 << 40 << 208;
    QTest::newRow("a lesson at 1280x800") << QSize(1280, 800) << true << 416 << 264 << 232;
    QTest::newRow("a lesson at 1920x1080") << QSize(1920, 1080) << true << 480 << 320 << 304;
  }
  void docksHaveTheSizesOfTheTable() {
    QFETCH(QSize, window);
    QFETCH(bool, reading);
    docks()->setReading(reading);
    m_window->resize(window);
    QCoreApplication::processEvents();
    QTEST(shownWidth(Side::Left), "left");
    QTEST(shownWidth(Side::Right), "right");
    QTEST(m_window->curves()->parentWidget()->parentWidget()->height(), "bottom");
  }

  void aFoldedDockIsARailOfItsTabs() {
    (*m_window->actions())[Do::FoldLeft]->trigger();
    QVERIFY(docks()->isFolded(Side::Left));
    QVERIFY(!palette()->isVisible());
    const QList<KeyButton*> icons = shownIcons(Side::Left);
    QStringList names;
    for (const KeyButton* button : icons) {
      names << button->accessibleName();
      QVERIFY(button->toolTip().contains(button->accessibleName()) && !button->icon().isNull());
    }
    QCOMPARE(names, QStringList({"Lessons", "Layers", "Data"}));
    (*m_window->actions())[Do::FoldLeft]->trigger();
    QVERIFY(palette()->isVisible());
    QVERIFY(!docks()->rail(Side::Left)->isVisible());
    QCOMPARE(shownWidth(Side::Left), 208);
  }

  void theRailFollowsLanguageAndLocks() {
    (*m_window->actions())[Do::FoldLeft]->trigger();
    m_language.use(LanguageSwitch::Tongue::Chinese);
    QTRY_COMPARE(shownIcons(Side::Left).value(1)->accessibleName(), QStringLiteral("层"));
    m_language.use(LanguageSwitch::Tongue::English);
    (*m_window->actions())[Do::FoldRight]->trigger();
    QCOMPARE(shownIcons(Side::Right).size(), 1);
    m_window->diagram()->select({"dense1"});
    QCOMPARE(shownIcons(Side::Right).size(), 2);
    QCOMPARE(shownIcons(Side::Right).value(0)->accessibleName(), QStringLiteral("Dense 1"));
  }

  void anIconOpensTheDockOverTheCanvas() {
    m_window->resize(1024, 768);
    QCoreApplication::processEvents();
    const int canvas = m_window->diagram()->width();
    QTest::mouseClick(shownIcons(Side::Left)[1], Qt::LeftButton);
    QVERIFY(docks()->over() == Side::Left);
    QVERIFY(palette()->isVisible());
    QCOMPARE(palette()->mapTo(docks(), QPoint()).x(), 41);  // right beside the rail and its line
    QCOMPARE(palette()->width(), 208);
    QCOMPARE(m_window->diagram()->width(), canvas);
    QVERIFY(shownIcons(Side::Left)[1]->isChecked());
    QTest::mouseClick(shownIcons(Side::Left)[1], Qt::LeftButton);
    QVERIFY(!docks()->over() && !palette()->isVisible());
    QVERIFY(!shownIcons(Side::Left)[1]->isChecked());
  }

  void anotherIconShowsAnotherTab() {
    m_window->resize(1024, 768);
    QTest::mouseClick(shownIcons(Side::Left)[1], Qt::LeftButton);
    QTest::mouseClick(shownIcons(Side::Left)[2], Qt::LeftButton);
    QVERIFY(docks()->over() == Side::Left);
    QVERIFY(!palette()->isVisible());
    QVERIFY(!shownIcons(Side::Left)[1]->isChecked() && shownIcons(Side::Left)[2]->isChecked());
  }

  void escAndClicksElsewhereCloseIt() {
    m_window->resize(1024, 768);
    QTest::mouseClick(shownIcons(Side::Left)[1], Qt::LeftButton);
    QTest::mouseClick(palette(), Qt::LeftButton, {}, QPoint(5, palette()->height() - 5));
    QVERIFY2(docks()->over().has_value(), "a click inside leaves it open");
    QTest::mouseClick(m_window->diagram()->viewport(), Qt::LeftButton, {}, QPoint(600, 20));
    QVERIFY(!docks()->over().has_value());
    QTest::mouseClick(shownIcons(Side::Left)[1], Qt::LeftButton);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!docks()->over().has_value());
    QVERIFY(!palette()->isVisible());
  }

  void theKeyboardOpensAndClosesIt() {
    m_window->resize(1024, 768);
    const QList<KeyButton*> icons = shownIcons(Side::Left);
    icons[0]->setFocus(Qt::TabFocusReason);
    QTest::keyClick(icons[0], Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), icons[1]);
    QTest::keyClick(icons[1], Qt::Key_Space);
    QVERIFY(docks()->over() == Side::Left);
    QVERIFY(!m_window->session()->isRunning());  // Space is Run elsewhere
    QVERIFY(qobject_cast<QTabBar*>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!docks()->over().has_value());
    QCOMPARE(QApplication::focusWidget(), icons[1]);
    QTest::keyClick(icons[1], Qt::Key_Return);
    QVERIFY(docks()->over() == Side::Left);
  }

  void onASmallWindowF9OpensTheLeftDockOverTheCanvas() {
    m_window->resize(1024, 768);
    QAction* fold = (*m_window->actions())[Do::FoldLeft];
    fold->trigger();
    QVERIFY(docks()->over() == Side::Left && palette()->isVisible());
    fold->trigger();
    QVERIFY(!docks()->over().has_value());
    fold->trigger();
    m_window->resize(1280, 800);
    QCoreApplication::processEvents();
    QVERIFY2(!docks()->over().has_value() && palette()->isVisible(), "with room again it stands beside the diagram");
    QCOMPARE(shownWidth(Side::Left), 208);
  }

  void theBottomDockGivesWayToLargeLetters() {
    const auto normal = qScopeGuard([] { ThemeManager::ofApplication().setTextPercent(100); });
    ThemeManager::ofApplication().setTextPercent(150);
    QCoreApplication::processEvents();
    const Theme& t = theme();
    QVERIFY2(!docks()->isFolded(Side::Bottom) && m_window->curves()->isVisible(), "smaller, but there");
    QCOMPARE(docks()->extent(Side::Bottom), std::max(t.px(160), docks()->height() - t.px(240)));
    QVERIFY2(!m_window->findChild<SurfaceView*>()->isVisible(), "a picture that would be cut is away");
    ThemeManager::ofApplication().setTextPercent(200);
    QCoreApplication::processEvents();
    QVERIFY2(docks()->isFolded(Side::Bottom) && bottomBar()->isVisible() && !m_window->curves()->isVisible(), "folded to its tabs");
    QVERIFY(m_window->diagram()->height() >= t.px(124));
    (*m_window->actions())[Do::FoldBottom]->trigger();
    QVERIFY(docks()->over() == Side::Bottom && m_window->curves()->isVisible());
    (*m_window->actions())[Do::FoldBottom]->trigger();
    QVERIFY(!docks()->over().has_value());
    ThemeManager::ofApplication().setTextPercent(100);
    QCoreApplication::processEvents();
    QVERIFY(!docks()->isFolded(Side::Bottom) && m_window->curves()->isVisible() && m_window->findChild<SurfaceView*>()->isVisible());
  }

  void theBottomDockFoldsToItsTabs() {
    (*m_window->actions())[Do::FoldBottom]->trigger();
    auto* bar = bottomBar();
    QVERIFY(bar->isVisible() && !m_window->curves()->isVisible());
    QVERIFY2(!bar->parentWidget()->findChild<SliderField*>()->isVisible(), "nothing to smooth");
    const QSize canvas = m_window->diagram()->size();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
    QTRY_VERIFY(docks()->over() == Side::Bottom);
    QCOMPARE(m_window->diagram()->size(), canvas);
    QVERIFY(m_window->findChild<IssueList*>()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!docks()->over().has_value() && bar->isVisible() && bar->hasFocus());
    QTest::keyClick(bar, Qt::Key_Return);
    QTRY_VERIFY(docks()->over() == Side::Bottom);
    (*m_window->actions())[Do::FoldBottom]->trigger();
    QVERIFY(!docks()->over().has_value() && !docks()->isFolded(Side::Bottom));
  }

  void f12LeavesOnlyTheDiagramAndBringsAllBack() {
    (*m_window->actions())[Do::FoldRight]->trigger();
    QAction* all = (*m_window->actions())[Do::FoldAll];
    all->trigger();
    QVERIFY(!palette()->isVisible() && !bottomBar()->isVisible() && !m_window->inspector()->isVisible());
    QVERIFY(!docks()->rail(Side::Left)->isVisible() && !docks()->rail(Side::Right)->isVisible());
    QVERIFY(m_window->diagram()->width() > 1000);
    all->trigger();
    QVERIFY(palette()->isVisible() && m_window->curves()->isVisible());
    QVERIFY2(docks()->isFolded(Side::Right) && docks()->rail(Side::Right)->isVisible(), "what was folded before is folded again");
  }

  void aPresentationFoldsTheDocksAndHidesTheStatus() {
    (*m_window->actions())[Do::FoldRight]->trigger();
    QAction* presentation = (*m_window->actions())[Do::Presentation];
    presentation->trigger();
    QCoreApplication::processEvents();
    QVERIFY(docks()->isFolded(Side::Left) && docks()->isFolded(Side::Right) && docks()->isFolded(Side::Bottom));
    QCOMPARE(shownWidth(Side::Left), 56);  // 40 x 1.4
    auto* status = m_window->findChild<StatusStrip*>();
    QVERIFY(!status->isVisible());
    status->setHelp(QStringLiteral("The network is locked."));
    QVERIFY2(status->isVisible(), "what was refused is said");
    status->setHelp(QString());
    QVERIFY(!status->isVisible());
    presentation->trigger();
    QCoreApplication::processEvents();
    QVERIFY(!docks()->isFolded(Side::Left) && docks()->isFolded(Side::Right) && !docks()->isFolded(Side::Bottom));
    QVERIFY(status->isVisible());
    QCOMPARE(shownWidth(Side::Left), 208);
  }

  void aLessonUnfoldsItsPage() {
    (*m_window->actions())[Do::FoldLeft]->trigger();
    QVERIFY(m_window->openLesson("a-line-that-learns"));
    QVERIFY(!docks()->isFolded(Side::Left));
    QCOMPARE(shownWidth(Side::Left), 416);
    (*m_window->actions())[Do::LeaveLesson]->trigger();
    QCOMPARE(shownWidth(Side::Left), 208);
  }

  void searchingALayerOpensTheFoldedDock() {
    m_window->resize(1024, 768);
    QTest::keyClick(m_window->diagram(), Qt::Key_Slash);
    QVERIFY(docks()->over() == Side::Left && palette()->isVisible());
    QVERIFY(palette()->isAncestorOf(QApplication::focusWidget()));
  }

 private:
  DockFrame* docks() { return m_window->docks(); }
  Palette* palette() { return m_window->findChild<Palette*>(); }
  QTabBar* bottomBar() {
    for (QTabBar* bar : m_window->findChildren<QTabBar*>())
      if (bar->tabText(0) == QStringLiteral("Plots")) return bar;
    return nullptr;
  }
  QList<KeyButton*> shownIcons(Side side) {
    QList<KeyButton*> shown;
    for (KeyButton* button : docks()->rail(side)->findChildren<KeyButton*>())
      if (button->isVisible()) shown << button;
    return shown;
  }
  int shownWidth(Side side) {
    if (docks()->rail(side)->isVisible()) return docks()->rail(side)->width();
    return side == Side::Right ? m_window->inspector()->width() : m_window->findChild<LessonDesk*>()->parentWidget()->width();
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestDocks)
#include "test_docks.moc"
