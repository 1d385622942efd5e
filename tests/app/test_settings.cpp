// The page of settings: each is seen at once, kept over a restart, and found on the page when it was set elsewhere.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "app/actions.h"
#include "app/main_window.h"
#include "app/rewind_desk.h"
#include "app/settings.h"
#include "app/settings_desk.h"
#include "app/theme_choices.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"

using namespace glassbox;

class TestSettings : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    QFile::remove(m_folder.filePath("settings.ini"));
    Settings::dress(ThemeManager::ofApplication());
    m_language = std::make_unique<LanguageSwitch>();
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(page());
    QVERIFY(QTest::qWaitForWindowActive(page()));
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_window.reset();
    m_language.reset();
  }

  void theKeysChooseAThemeAndItIsKept_data() {
    QTest::addColumn<ThemeChoice>("choice");
    for (const ThemeChoice choice : kThemeChoices) QTest::newRow(qPrintable(nameOf(choice))) << choice;
  }
  void theKeysChooseAThemeAndItIsKept() {
    QFETCH(ThemeChoice, choice);
    choose(page()->themes(), static_cast<int>(choice));
    QCOMPARE(ThemeManager::ofApplication().choice(), choice);
    const Theme seen = theme();
    restart();
    QCOMPARE(ThemeManager::ofApplication().choice(), choice);
    QCOMPARE(theme(), seen);
    QCOMPARE(page()->themes()->currentData().toInt(), static_cast<int>(choice));
  }

  void theLanguageSwitchesAtOnceAndIsKept() {
    choose(page()->language(), static_cast<int>(LanguageSwitch::Tongue::Chinese));
    QCOMPARE(m_language->tongue(), LanguageSwitch::Tongue::Chinese);
    QCOMPARE(Settings::tongue(), LanguageSwitch::Tongue::Chinese);
    QTRY_VERIFY2(page()->rewindMemory()->itemText(0).startsWith(QString::fromUtf8("关")), qPrintable(page()->rewindMemory()->itemText(0)));
    (*m_window->actions())[Do::English]->trigger();
    QCOMPARE(page()->language()->currentData().toInt(), static_cast<int>(LanguageSwitch::Tongue::English));
    QTRY_VERIFY(page()->rewindMemory()->itemText(0).startsWith(QStringLiteral("Off")));
  }

  void theTextsGrowAtOnceAndStayLarge() {
    const int before = QApplication::font().pixelSize();
    QSpinBox* field = page()->textPercent();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("150"));
    QCOMPARE(theme().textPercent(), 100); // 1 and 15 are not meant
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(page()->isVisible());
    QCOMPARE(theme().textPercent(), 150);
    QCOMPARE(QApplication::font().pixelSize(), qRound(before * 1.5));
    QCOMPARE(page()->textSize()->current(), 1);
    restart();
    QCOMPARE(theme().textPercent(), 150);
    QCOMPARE(page()->textPercent()->value(), 150);
    QTest::mouseClick(page()->textSize()->findChildren<QAbstractButton*>().at(0), Qt::LeftButton);
    QCOMPARE(theme().textPercent(), 100);
    QCOMPARE(Settings::textPercent(), 100);
    QTest::mouseClick(page()->textSize()->findChildren<QAbstractButton*>().at(1), Qt::LeftButton);
    QCOMPARE(theme().textPercent(), kLargeTextPercent);
    QCOMPARE(page()->textPercent()->value(), kLargeTextPercent);
  }

  void withoutMotionEverythingTakesNoTime() {
    QCOMPARE(ThemeManager::ofApplication().milliseconds(240), 240);
    page()->reduceMotion()->setFocus();
    QTest::keyClick(page()->reduceMotion(), Qt::Key_Space);
    QCOMPARE(ThemeManager::ofApplication().milliseconds(240), 0);
    restart();
    QCOMPARE(ThemeManager::ofApplication().milliseconds(240), 0);
    QVERIFY(page()->reduceMotion()->isChecked());
  }

  void theMemoryForGoingBackIsTheSessionsAtOnce() {
    choose(page()->rewindMemory(), 64);
    QCOMPARE(m_window->session()->timelineBytes(), std::size_t{64} << 20);
    restart();
    QCOMPARE(m_window->session()->timelineBytes(), std::size_t{64} << 20);
    QCOMPARE(page()->rewindMemory()->currentData().toLongLong(), 64);
  }

  void whatIsSetElsewhereIsSeenOnThePage() {
    m_window->rewind()->setMemory(100); // by hand, in the file
    restart();
    QCOMPARE(page()->rewindMemory()->currentData().toLongLong(), 100);
    choose(page()->themes(), static_cast<int>(ThemeChoice::LightHigh));
    (*m_window->actions())[Do::Theme]->trigger();
    QCOMPARE(page()->themes()->currentData().toInt(), static_cast<int>(ThemeChoice::DarkHigh)); // the contrast stays
    QCOMPARE(Settings::themeChoice(), ThemeChoice::DarkHigh);
  }

  void thePageDoesNotHoldTheWindowUpAndOpensOnce() {
    QVERIFY(!page()->isModal());
    SettingsDialog* first = page();
    (*m_window->actions())[Do::Settings]->trigger();
    QCOMPARE(page(), first);
    QTest::keyClick(first, Qt::Key_Escape);
    QTRY_VERIFY(!page());
  }

 private:
  SettingsDialog* page() const { return m_window->settings()->dialog(); }

  /// By the keyboard, as a user without a mouse.
  static void choose(QComboBox* box, int data) {
    box->setFocus();
    const int to = box->findData(data);
    QVERIFY(to >= 0);
    while (box->currentIndex() != to) QTest::keyClick(box, box->currentIndex() < to ? Qt::Key_Down : Qt::Key_Up);
  }

  /// The program ends and starts again: only what is in the file is left.
  void restart() {
    m_window->document()->setModified(false);
    m_window.reset();
    ThemeManager& look = ThemeManager::ofApplication();
    look.setChoice(ThemeChoice::System);
    look.setTextPercent(100);
    look.setReduceMotion(false);
    Settings::dress(look);
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->show();
    (*m_window->actions())[Do::Settings]->trigger();
    QVERIFY(page());
  }

  QTemporaryDir m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestSettings)
#include "test_settings.moc"
