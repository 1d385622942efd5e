// Every panel without eyes and without a mouse: each control has a name in the language of the screen, and Tab comes to all of them.
#include "panels.h"
#include "stage.h"
#include "walk_rules.h"
#include "widgets/common/theme_manager.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace glassbox;
using namespace glassbox::test;
using Tongue = LanguageSwitch::Tongue;

namespace {

QString joined(const QStringList& faults) { return faults.join(QLatin1Char('\n')); }

/// Keeps the focus whatever key is pressed.
class Trap : public QWidget {
 public:
  explicit Trap(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(QStringLiteral("trap"));
  }

 protected:
  bool focusNextPrevChild(bool) override { return true; }
};

} // namespace

class TestWalk : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_stage = std::make_unique<Stage>();
    m_words = knownWords();
  }
  void cleanupTestCase() { m_stage.reset(); }

  // ---- the rules themselves: each is seen to fail ------------------------------------------------------------------------

  void aControlWithoutANameIsFound() {
    QWidget window;
    auto* field = new QLineEdit(&window);
    new QPushButton(QStringLiteral("Run"), &window); // its text is its name
    present(window, {200, 80});
    QCOMPARE(joined(nameless(window)), QStringLiteral("has no name: QLineEdit in QWidget"));
    field->setAccessibleName(QStringLiteral("Seed"));
    QCOMPARE(joined(nameless(window)), QString());
  }

  void aSpokenNameInTheOtherLanguageIsFound() {
    QWidget window;
    auto* field = new QLineEdit(&window);
    field->setAccessibleName(QStringLiteral("Seed"));
    present(window, {200, 80});
    QCOMPARE(joined(spokenForeign(window, Tongue::Chinese, m_words)), QStringLiteral("not Chinese: \"Seed\" in \"Seed\""));
    field->setAccessibleName(QStringLiteral("随机种子"));
    field->setAccessibleDescription(QStringLiteral("ReLU"));
    QCOMPARE(joined(spokenForeign(window, Tongue::Chinese, m_words)), QString());
    QCOMPARE(joined(spokenForeign(window, Tongue::English, m_words)), QStringLiteral("Chinese in English: \"随机种子\""));
  }

  void whatTabDoesNotReachIsFound() {
    QWidget window;
    auto* first = new QPushButton(QStringLiteral("A"), &window);
    auto* second = new QPushButton(QStringLiteral("B"), &window);
    auto* trap = new Trap(&window);
    auto* last = new QPushButton(QStringLiteral("C"), &window);
    int x = 0;
    for (QWidget* each : {static_cast<QWidget*>(first), static_cast<QWidget*>(second), static_cast<QWidget*>(trap), static_cast<QWidget*>(last)}) each->setGeometry(x, 0, 40, 28), x += 50;
    present(window, {260, 40});
    QCOMPARE(joined(missedByTab(window)), QStringLiteral("Tab does not reach QPushButton in QWidget \"C\"; it ends at QWidget in QWidget"));
    last->hide(); // now the trap is the last stop
    QCOMPARE(joined(missedByTab(window)), QStringLiteral("Tab does not leave QWidget in QWidget \"trap\""));
    last->show();
    trap->hide();
    QCOMPARE(joined(missedByTab(window)), QString());
    second->setEnabled(false); // no stop
    QCOMPARE(joined(missedByTab(window)), QString());
  }

  // ---- every panel -----------------------------------------------------------------------------------------------------------

  void everyPanel_data() {
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English") << false;
    QTest::newRow("Chinese") << true;
  }
  void everyPanel() {
    QFETCH(bool, chinese);
    const Tongue tongue = chinese ? Tongue::Chinese : Tongue::English;
    m_stage->use(ThemeMode::Light, tongue);
    QStringList faults;
    for (const Panel& panel : allPanels()) {
      bool seen = false;
      panel.show(*m_stage, [&](QWidget& shown) {
        seen = true;
        QStringList found = nameless(shown) + spokenForeign(shown, tongue, m_words);
        if (!qobject_cast<QMenu*>(&shown)) found += unexplained(shown, tongue, m_words) + missedByTab(shown); // in a menu the arrow keys walk
        for (const QString& fault : found) faults << panel.name + QStringLiteral(": ") + fault;
      });
      if (!seen) faults << panel.name + QStringLiteral(" was not shown");
    }
    for (const QString& fault : faults) qWarning("%s", qPrintable(fault)); // one by one: a long message would be cut
    QCOMPARE(faults.size(), 0);
  }

 private:
  std::unique_ptr<Stage> m_stage;
  Words m_words;
};

QTEST_MAIN(TestWalk)
#include "test_walk.moc"
