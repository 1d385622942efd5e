// The tour: six steps that wait for what is really done, in the lab that really runs.
#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QLabel>
#include <QScopeGuard>
#include <QTest>

#include "app/actions.h"
#include "app/main_window.h"
#include "app/settings.h"
#include "app/tour.h"
#include "app/welcome_page.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/inspector/weight_editor.h"

using namespace glassbox;

namespace {

constexpr int kPatience = 60000; // for a machine under load; nothing is measured

} // namespace

class TestTour : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    QFile::remove(m_folder.filePath("settings.ini"));
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void cleanup() {
    m_window->session()->pause();
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void itIsOfferedOnceAndNotAgainAfterAnAnswer() {
    m_window->offerTour();
    QCOMPARE(card()->title(), QStringLiteral("New here?"));
    QVERIFY(!Settings::knowsTour());
    QTest::mouseClick(card()->leaveButton(), Qt::LeftButton);
    QVERIFY(card()->isHidden());
    QVERIFY(Settings::knowsTour());
    m_window->offerTour();
    QVERIFY(card()->isHidden());
  }

  void theOfferHidesNothingThatIsChosenOnTheFirstDay() {
    m_window->offerTour();
    const auto* page = m_window->findChild<WelcomePage*>();
    QWidgetList needed;
    for (QComboBox* box : page->findChildren<QComboBox*>()) needed << box; // language and theme
    for (QPushButton* button : page->findChildren<QPushButton*>())
      if (button->isVisible()) needed << button;
    QVERIFY(needed.size() > 4);
    for (QWidget* each : needed) QVERIFY2(!card()->geometry().intersects(QRect(each->mapTo(m_window.get(), QPoint()), each->size())), qPrintable(each->accessibleName()));
  }

  void whoWantsItGetsTheExample() {
    m_window->offerTour();
    QTest::mouseClick(card()->nextButton(), Qt::LeftButton);
    QCOMPARE(m_window->document()->project().title, std::string(Tour::example()));
    QCOMPARE(m_window->tour()->step(), 1);
    QVERIFY(Settings::knowsTour());
  }

  void eachStepWaitsForTheRealAction() {
    begin();
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    // What comes later does not count yet.
    m_window->diagram()->select({"dense1"});
    m_window->diagram()->select({});
    QCOMPARE(m_window->tour()->step(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->tour()->step(), 2, kPatience);
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step > 3; }, kPatience));
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->tour()->step(), 3, kPatience);
    m_window->diagram()->select({"input1"}); // has no weights
    QCOMPARE(m_window->tour()->step(), 3);
    m_window->diagram()->select({"dense1"});
    QCOMPARE(m_window->tour()->step(), 4);
    QVERIFY(m_window->document()->setPlanValue("epochs", "400").ok());
    QCOMPARE(m_window->tour()->step(), 4);
    QVERIFY(m_window->document()->setPlanValue("rate", "0.3").ok());
    QCOMPARE(m_window->tour()->step(), 5);
    emit m_window->diagram()->weightActivated("dense1", 0, 0); // a click on a wire: test_diagram
    QCOMPARE(m_window->tour()->step(), 6);
    m_window->findChild<WeightEditor*>()->hide();
    QTRY_VERIFY(QApplication::activeWindow() == m_window.get());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_window->tour()->step(), Tour::kSteps + 1);
    QVERIFY(card()->nextButton()->isVisible());
    QTest::mouseClick(card()->nextButton(), Qt::LeftButton);
    QVERIFY(card()->isHidden());
    QCOMPARE(m_window->tour()->step(), 0);
  }

  void theCardStandsBesideWhatItSpeaksOf() {
    begin();
    const QWidget* ring = card()->ring();
    QVERIFY(ring->isVisible());
    const QRect here(card()->geometry()), there(ring->geometry());
    QVERIFY2(!here.intersects(there), "the card hides what it speaks of");
    QVERIFY(m_window->rect().contains(here));
  }

  void itsWordsStandInOneLine() {
    m_window->offerTour();
    for (const int percent : {100, 200}) {
      ThemeManager::ofApplication().setTextPercent(percent);
      const auto normal = qScopeGuard([] { ThemeManager::ofApplication().setTextPercent(100); });
      QCoreApplication::processEvents();
      const QPushButton* leave = card()->leaveButton();
      const int words = leave->x() + (leave->width() - leave->fontMetrics().horizontalAdvance(leave->text())) / 2;
      for (const QLabel* label : card()->findChildren<QLabel*>()) QVERIFY2(std::abs(words - label->x() - label->contentsMargins().left()) <= 2, qPrintable(label->text()));
    }
  }

  void theRingTakesNoClick() {
    begin();
    const QPoint run = card()->ring()->geometry().center();
    QVERIFY(m_window->childAt(run) != card()->ring());
  }

  void itCanBeLeftAndTakenAgain() {
    begin();
    QTest::mouseClick(card()->leaveButton(), Qt::LeftButton);
    QVERIFY(card()->isHidden() && card()->ring()->isHidden());
    begin();
    QCOMPARE(m_window->tour()->step(), 1);
  }

  void anotherProjectEndsIt() {
    begin();
    QVERIFY(m_window->openTemplate("spirals", false));
    QVERIFY(card()->isHidden());
    QCOMPARE(m_window->tour()->step(), 0);
  }

  void itSpeaksTheLanguageOfTheScreen() {
    begin();
    const QString english = card()->title();
    m_language.use(LanguageSwitch::Tongue::Chinese);
    QTRY_VERIFY(card()->title() != english);
    m_language.use(LanguageSwitch::Tongue::English);
    QTRY_COMPARE(card()->title(), english);
  }

 private:
  TourCard* card() const { return m_window->tour()->card(); }
  void begin() { (*m_window->actions())[Do::Tour]->trigger(); }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTour)
#include "test_tour.moc"
