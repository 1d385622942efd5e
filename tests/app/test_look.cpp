// Every panel in both themes and both languages: nothing cut, nothing on top of another, readable colors, no text in the other language.
#include "every_panel.h"
#include "painted_text.h"
#include "stage.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/theme_manager.h"

#include <QApplication>
#include <QComboBox>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTest>

using namespace glassbox;
using namespace glassbox::test;
using Tongue = LanguageSwitch::Tongue;

namespace {

/// Draws one line of text itself, as tiles and plots do.
class Painted : public QWidget {
 public:
  Painted(const QString& text, ColorRole role, QPoint at) : m_text(text), m_role(role), m_at(at) {
    setFillRole(this, ColorRole::Raised);
    present(*this, {160, 40});
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.setFont(theme().font(FontRole::Normal));
    p.setPen(theme().color(m_role));
    p.drawText(m_at, m_text);
  }

 private:
  QString m_text;
  ColorRole m_role;
  QPoint m_at;
};

QString joined(const QStringList& faults) { return faults.join(QLatin1Char('\n')); }

} // namespace

class TestLook : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_stage = std::make_unique<Stage>();
    m_words = knownWords();
    QVERIFY(!m_words.ellipses.isEmpty() && !m_words.latin.isEmpty());
  }
  void cleanupTestCase() { m_stage.reset(); }

  // ---- the rules themselves: each is seen to fail ------------------------------------------------------------------------

  void textsAreReadAsTheyArePainted() {
    Painted widget(QStringLiteral("ReLU 激活 0.5"), ColorRole::Text, {10, 20});
    const std::vector<PaintedText> texts = paintedTexts(widget);
    QCOMPARE(texts.size(), std::size_t{1});
    QCOMPARE(texts[0].text, QStringLiteral("ReLU 激活 0.5"));
    QCOMPARE(texts[0].color, theme().color(ColorRole::Text));
    QVERIFY(std::abs(texts[0].ink.left() - 10) <= 2 && texts[0].ink.bottom() <= 24 && texts[0].ink.top() >= 5);
    QCOMPARE(joined(cutTexts(widget, m_words) + overlaps(widget) + paleTexts(widget) + untranslated(widget, Tongue::Chinese, m_words)), QString());
  }

  void aShortenedTextIsFound() {
    ElidedLabel label;
    label.setContent(QStringLiteral("Softmax cross-entropy"));
    present(label, {60, 20});
    QVERIFY(joined(cutTexts(label, m_words)).startsWith(QStringLiteral("shortened: \"Softm")));
    label.setContent(QStringLiteral("Open…")); // this ellipsis belongs to the text
    QCOMPARE(joined(cutTexts(label, m_words)), QString());
  }

  void aTextThatItsLabelCutsOffIsFound() {
    QWidget window;
    auto* label = new QLabel(QStringLiteral("Learning rate"), &window);
    label->setGeometry(0, 0, 40, 20);
    present(window, {200, 40});
    QVERIFY(joined(cutTexts(window, m_words)).startsWith(QStringLiteral("cut off: \"Learning rate\"")));
    label->setGeometry(0, 0, 160, 5);
    QVERIFY(joined(cutTexts(window, m_words)).startsWith(QStringLiteral("cut off: \"Learning rate\"")));
    label->setGeometry(0, 0, 160, 20);
    QCOMPARE(joined(cutTexts(window, m_words)), QString());
  }

  void aCutButtonTabAndListAreFound() {
    QWidget window;
    auto* button = new QPushButton(QStringLiteral("Save the changes"), &window);
    button->setGeometry(0, 0, 50, 28);
    auto* list = new QComboBox(&window);
    list->addItem(QStringLiteral("Softmax cross-entropy"));
    list->setGeometry(0, 40, 80, 28);
    present(window, {300, 100});
    const QString faults = joined(cutTexts(window, m_words));
    QVERIFY2(faults.contains(QStringLiteral("\"S…\"")) && faults.contains(QStringLiteral("\"Softm")), qPrintable(faults));
  }

  void aTextInASceneThatLeavesItsWidgetIsFound() {
    QGraphicsScene scene(0, 0, 100, 40);
    scene.addText(QStringLiteral("Binary cross-entropy"))->setPos(40, 5);
    QGraphicsView view(&scene);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scene.setSceneRect(0, 0, 90, 30);
    present(view, {100, 40});
    QVERIFY(joined(cutTexts(view, m_words)).contains(QStringLiteral("cut off: \"Binary cross-entropy\"")));
  }

  void aWidgetThatSticksOutIsFound() {
    QWidget window;
    auto* inner = new QWidget(&window);
    inner->setGeometry(150, 0, 100, 20);
    present(window, {200, 40});
    QVERIFY(joined(cutTexts(window, m_words)).startsWith(QStringLiteral("sticks out: QWidget")));
    inner->setGeometry(100, 0, 100, 20);
    QCOMPARE(joined(cutTexts(window, m_words)), QString());
  }

  void widgetsThatLieOnEachOtherAreFound() {
    QWidget window;
    auto* below = new QPushButton(QStringLiteral("A"), &window);
    auto* above = new QPushButton(QStringLiteral("B"), &window);
    below->setGeometry(0, 0, 80, 28);
    above->setGeometry(70, 0, 80, 28);
    present(window, {200, 40});
    QVERIFY(joined(overlaps(window)).contains(QStringLiteral("lie on each other")));
    above->setProperty("overlay", true);
    QCOMPARE(joined(overlaps(window)), QString());
  }

  void textsOverTextsAreFound() {
    Painted window(QStringLiteral("Spirals"), ColorRole::Text, {10, 20});
    auto* label = new QLabel(QStringLiteral("Moons"), &window);
    label->setProperty("overlay", true);
    label->setGeometry(10, 8, 60, 16);
    label->show();
    QVERIFY(joined(overlaps(window)).contains(QStringLiteral("\"Spirals\" and \"Moons\" are written over each other")));
  }

  void aPaleTextIsFound() {
    Painted pale(QStringLiteral("Step 12"), ColorRole::Ctrl, {10, 20}); // made for borders: 3.8 : 1
    QVERIFY(joined(paleTexts(pale)).contains(QStringLiteral("\"Step 12\" has a contrast of 3.")));
    Painted same(QStringLiteral("Step 12"), ColorRole::Raised, {10, 20});
    QVERIFY(joined(paleTexts(same)).contains(QStringLiteral("\"Step 12\" has a contrast of 1.0")));
    pale.setEnabled(false);
    QCOMPARE(joined(paleTexts(pale)), QString());
  }

  void aTextOnTheWrongGroundIsFound() {
    QWidget window;
    setFillRole(&window, ColorRole::Accent);
    auto* label = new QLabel(QStringLiteral("Pause"), &window); // dark on teal
    label->setGeometry(8, 8, 80, 20);
    present(window, {120, 40});
    QVERIFY(!paleTexts(window).isEmpty());
    setTextRole(label, ColorRole::OnAccent);
    QCOMPARE(joined(paleTexts(window)), QString());
  }

  void aTextInTheOtherLanguageIsFound() {
    Painted painted(QStringLiteral("学习率 rate"), ColorRole::Text, {10, 20});
    QCOMPARE(joined(untranslated(painted, Tongue::Chinese, m_words)), QStringLiteral("not Chinese: \"rate\" in \"学习率 rate\""));
    Painted names(QStringLiteral("用 ReLU 训练 MNIST，3.2 MB，x₁ y"), ColorRole::Text, {2, 20});
    QCOMPARE(joined(untranslated(names, Tongue::Chinese, m_words)), QString());
    QCOMPARE(joined(untranslated(names, Tongue::English, m_words)), QStringLiteral("Chinese in English: \"用 ReLU 训练 MNIST，3.2 MB，x₁ y\""));
    Painted half(QStringLiteral("各层, 对数坐标"), ColorRole::Text, {10, 20});
    QCOMPARE(joined(untranslated(half, Tongue::Chinese, m_words)), QStringLiteral("half-width punctuation: \"层, 对\" in \"各层, 对数坐标\""));
    names.setToolTip(QStringLiteral("<b>Pace</b><br>速度"));
    QCOMPARE(joined(untranslated(names, Tongue::Chinese, m_words)), QStringLiteral("not Chinese: \"Pace\" in \"Pace\n速度\""));
  }

  // ---- every panel -----------------------------------------------------------------------------------------------------------

  void everyPanel_data() {
    QTest::addColumn<Theme>("look");
    QTest::addColumn<Tongue>("tongue");
    QTest::newRow("light, English") << Theme(ThemeMode::Light) << Tongue::English;
    QTest::newRow("light, Chinese") << Theme(ThemeMode::Light) << Tongue::Chinese;
    QTest::newRow("dark, English") << Theme(ThemeMode::Dark) << Tongue::English;
    QTest::newRow("dark, Chinese") << Theme(ThemeMode::Dark) << Tongue::Chinese;
    QTest::newRow("presentation, English") << Theme(ThemeMode::Light, TextSize::Presentation) << Tongue::English;
    QTest::newRow("presentation, Chinese") << Theme(ThemeMode::Light, TextSize::Presentation) << Tongue::Chinese;
    QTest::newRow("light, high contrast, Chinese") << Theme(ThemeMode::Light, TextSize::Normal, Contrast::High) << Tongue::Chinese;
    QTest::newRow("dark, high contrast, English") << Theme(ThemeMode::Dark, TextSize::Normal, Contrast::High) << Tongue::English;
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

QTEST_MAIN(TestLook)
#include "test_look.moc"
