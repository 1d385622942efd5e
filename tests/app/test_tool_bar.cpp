// What the tool bar has no room for stands under its three dots, with its values and fields, and comes back on a wider window.
#include "app/actions.h"
#include "app/overflow_button.h"
#include "app/tool_bar.h"
#include "widgets/common/theme_manager.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace glassbox;

class TestToolBar : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().dress(*qApp); }
  void init() {
    m_actions = std::make_unique<Actions>();
    m_bar = std::make_unique<ToolBar>(m_actions.get());
    m_bar->setProgress(1240, 124, 1800);
    m_bar->setSeed(3);
    resize(1280);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
  }
  void cleanup() { m_bar.reset(); }

  void aWideBarShowsAll() {
    QVERIFY(!dots()->isVisible());
    QVERIFY(rate()->isVisible() && seed()->isVisible());
    QCOMPARE(rate()->window(), m_bar.get());
    for (const QWidget* field : {static_cast<QWidget*>(pace()), static_cast<QWidget*>(seed())}) {
      const auto* name = field->parentWidget()->findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
      QCOMPARE(name->width(), name->sizeHint().width());
      QCOMPARE(field->x() - name->geometry().right(), 9);  // 8 px between a name and its field
    }
  }

  void belowElevenHundredRateAndSeedStandUnderTheDots() {
    resize(1100);
    QVERIFY(!dots()->isVisible() && seed()->isVisible());
    resize(1099);
    QVERIFY(dots()->isVisible());
    QVERIFY(!rate()->isVisible() && !seed()->isVisible());
    QVERIFY(pace()->isVisible());
    QTest::mouseClick(dots(), Qt::LeftButton);
    QVERIFY(rate()->isVisible() && seed()->isVisible());
    QVERIFY(rate()->window() != m_bar.get());
    QVERIFY(!dots()->accessibleName().isEmpty() && !dots()->toolTip().isEmpty());
    m_bar->setProgress(1300, 130, 2500);  // while it is open
    QCOMPARE(rate()->text(), QString::fromUtf8("2\u2009500"));
    seed()->setValue(9);
    resize(1280);
    QVERIFY2(rate()->isVisible() && rate()->window() == m_bar.get(), "back in the bar");
    QCOMPARE(seed()->value(), 9);
  }

  void theKeyboardOpensReadsSetsAndCloses() {
    resize(1024);
    m_bar->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    dots()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(dots(), Qt::Key_Space);
    QVERIFY(seed()->isVisible() && seed()->hasFocus());
    QSignalSpy changed(m_bar.get(), &ToolBar::seedChanged);
    seed()->selectAll();
    QTest::keyClicks(seed(), "42");
    QTest::keyClick(seed(), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<std::uint64_t>(), std::uint64_t{42});
    QTest::keyClick(seed(), Qt::Key_Escape);
    QVERIFY(!seed()->isVisible());
  }

  void theOrderStaysWhateverTheWay() {
    const auto present = [](bool on) { ThemeManager::ofApplication().setTextSize(on ? TextSize::Presentation : TextSize::Normal); };
    const auto normal = qScopeGuard([&] { present(false); });
    resize(1024);
    present(true);  // 1024 are 731 at normal size: epoch and pace go too
    QVERIFY(!pace()->isVisible());
    present(false);
    resize(1280);
    const std::vector<const QWidget*> inBar{value("1\u2009240"), value("124"), rate(), pace(), seed()};
    for (std::size_t i = 1; i < inBar.size(); ++i)
      QVERIFY2(inBar[i - 1]->mapTo(m_bar.get(), QPoint()).x() < inBar[i]->mapTo(m_bar.get(), QPoint()).x(), qPrintable(QString::number(i)));
    resize(1024);
    present(true);
    QTest::mouseClick(dots(), Qt::LeftButton);
    const std::vector<const QWidget*> inPopup{value("124"), rate(), pace(), seed()};
    for (std::size_t i = 0; i < inPopup.size(); ++i) {
      QVERIFY(inPopup[i]->isVisible());
      if (i > 0) QVERIFY2(inPopup[i - 1]->mapToGlobal(QPoint()).y() < inPopup[i]->mapToGlobal(QPoint()).y(), qPrintable(QString::number(i)));
    }
  }

  void largeLettersPutMoreUnderTheDots() {
    const auto percent = [](int of) { ThemeManager::ofApplication().setTextPercent(of); };
    const auto normal = qScopeGuard([&] { percent(100); });
    QAction fit(QStringLiteral("Fit"), nullptr);
    m_bar->addFit(&fit);
    QCoreApplication::processEvents();
    QToolButton *fitting = buttonOf(&fit), *finding = buttonOf((*m_actions)[Do::FindNode]);
    QVERIFY2(fitting->geometry().right() < finding->x() && fitting->x() > buttonOf((*m_actions)[Do::Redo])->x(), "undo, redo, fit, find");
    for (const int size : {120, 150, 200})
      for (const int width : {1280, 1024, 800}) {
        percent(size);
        resize(width);
        const QString where = QStringLiteral("%1 % at %2 px").arg(size).arg(width);
        QVERIFY2(m_bar->layout()->minimumSize().width() <= width || finding->window() != m_bar.get(), qPrintable(where));
        for (const QWidget* part : m_bar->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
          if (part->isVisible() && !part->isWindow() && width > 800) QVERIFY2(part->width() >= part->minimumWidth() && part->geometry().right() < width, qPrintable(where));
      }
    QVERIFY2(!finding->isVisible() && !fitting->isVisible(), "800 px at 200 % hold the training and the way back");
    percent(100);
    resize(1280);
    QVERIFY2(fitting->isVisible() && fitting->geometry().right() < finding->x() && finding->geometry().right() < buttonOf((*m_actions)[Do::Theme])->x(), "back at their places");
  }

  void aHiddenSeedIsNotUnderTheDotsEither() {
    m_bar->setFixed(ToolBar::Control::Seed, QStringLiteral("The lesson keeps the seed."), true);
    resize(1024);
    QTest::mouseClick(dots(), Qt::LeftButton);
    QVERIFY(rate()->isVisible() && !seed()->isVisible());
  }

 private:
  void resize(int width) {
    m_bar->resize(width, m_bar->height());
    QCoreApplication::processEvents();
  }
  QToolButton* buttonOf(QAction* action) {
    for (QToolButton* button : m_bar->findChildren<QToolButton*>())
      if (button->defaultAction() == action) return button;
    return nullptr;
  }
  OverflowButton* dots() { return m_bar->findChild<OverflowButton*>(); }
  QSpinBox* seed() { return m_bar->findChild<QSpinBox*>(); }
  QComboBox* pace() { return m_bar->findChild<QComboBox*>(); }
  QLabel* value(const char* text) {
    for (QLabel* label : m_bar->findChildren<QLabel*>())
      if (label->text() == QString::fromUtf8(text)) return label;
    return nullptr;
  }
  QLabel* rate() {
    for (const char* text : {"1\u2009800", "2\u2009500"})
      if (QLabel* label = value(text)) return label;
    return nullptr;
  }

  std::unique_ptr<Actions> m_actions;
  std::unique_ptr<ToolBar> m_bar;
};

QTEST_MAIN(TestToolBar)
#include "test_tool_bar.moc"
