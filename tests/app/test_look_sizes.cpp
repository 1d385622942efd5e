// Every panel at the text sizes of the settings and in both themes of high contrast: nothing cut, nothing on top of another, readable colors.
#include "every_panel.h"
#include "stage.h"

#include <QTest>

using namespace glassbox;
using namespace glassbox::test;
using Tongue = LanguageSwitch::Tongue;

class TestLookSizes : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_stage = std::make_unique<Stage>();
    m_words = knownWords();
  }
  void cleanupTestCase() { m_stage.reset(); }

  void everyPanel_data() {
    QTest::addColumn<Theme>("look");
    QTest::addColumn<Tongue>("tongue");
    const auto rows = [](const char* name, const Theme& look) {
      QTest::addRow("%s, English", name) << look << Tongue::English;
      QTest::addRow("%s, Chinese", name) << look << Tongue::Chinese;
    };
    for (const int percent : {kLeastTextPercent, kLargeTextPercent, 150, kMostTextPercent})
      rows(qPrintable(QStringLiteral("%1 %").arg(percent)), Theme(ThemeMode::Light, TextSize::Normal, Contrast::Normal, percent));
    rows("light, high contrast", Theme(ThemeMode::Light, TextSize::Normal, Contrast::High));
    rows("dark, high contrast", Theme(ThemeMode::Dark, TextSize::Normal, Contrast::High));
  }
  void everyPanel() {
    QFETCH(Theme, look);
    QFETCH(Tongue, tongue);
    QCOMPARE(faultsOfEveryPanel(*m_stage, m_words, look, tongue).size(), 0);
  }

 private:
  std::unique_ptr<Stage> m_stage;
  Words m_words;
};

QTEST_MAIN(TestLookSizes)
#include "test_look_sizes.moc"
