// "What is this?": a click explains the control, and every colour that means something, in both languages.
#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>
#include <QWhatsThis>

#include "app/actions.h"
#include "app/main_window.h"
#include "app/what_is_this.h"
#include "widgets/common/color_words.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/canvas_tools.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/plots/curves_panel.h"

using namespace glassbox;
using Tongue = LanguageSwitch::Tongue;

namespace {

class Patch : public QWidget {
 public:
  explicit Patch(QColor color) : m_color(color) {
    resize(40, 40);
    show();
  }

 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_color); }

 private:
  QColor m_color;
};

QString plain(const QString& html) { return QTextDocumentFragment::fromHtml(html).toPlainText(); }

} // namespace

class TestWhatIsThis : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->openTemplate("xor", false);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void cleanup() {
    QWhatsThis::leaveWhatsThisMode();
    QWhatsThis::hideText();
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void theKeyBeginsTheModeAndEscEndsIt() {
    QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(QWhatsThis::inWhatsThisMode());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!QWhatsThis::inWhatsThisMode());
  }

  void aClickInTheModeExplainsAndDoesNothingElse() {
    (*m_window->actions())[Do::WhatIsThis]->trigger();
    QPushButton* run = runButton();
    QVERIFY(run);
    QTest::mouseClick(run, Qt::LeftButton);
    QVERIFY(!m_window->session()->isRunning());
    QTRY_VERIFY(shownText());
    QVERIFY(!QWhatsThis::inWhatsThisMode());
  }

  void aControlSaysWhatItDoesAndWhy() {
    const QString said = plain(explanationOf(runButton(), runButton()->rect().center()));
    QVERIFY2(said.contains(QStringLiteral("Trains until you pause")) && said.contains(QStringLiteral("Watch the loss fall.")), qPrintable(said));
  }

  void aPartWithoutWordsIsExplainedByItsKind() {
    const QString said = plain(explanationOf(m_window->curves()->loss(), {20, 20}));
    QVERIFY2(said.startsWith(QStringLiteral("Plot")), qPrintable(said));
    QWidget nothing;
    QCOMPARE(explanationOf(&nothing, {2, 2}), QString());
  }

  void anAnswerIsNotThatOfTheQuestionBefore() {
    QWidget silent;
    QVERIFY(!explanationOf(runButton(), {5, 5}).isEmpty());
    QCOMPARE(explanationOf(&silent, {2, 2}), QString());
  }

  void everyColorWithADutySaysItInBothLanguages() {
    QStringList english;
    for (const Tongue tongue : {Tongue::English, Tongue::Chinese}) {
      m_language.use(tongue);
      for (const ColorRole role : tellingRoles()) {
        const QString meaning = meaningOf(role);
        QVERIFY(!meaning.isEmpty());
        if (tongue == Tongue::English) english << meaning;
      }
    }
    m_language.use(Tongue::English);
    QVERIFY(english.size() >= 30);
    // Surfaces, frames and plain text say nothing; everything else does.
    for (int i = 0; i < kColorRoleCount; ++i) {
      const auto role = static_cast<ColorRole>(i);
      const bool silent = role <= ColorRole::Off || role == ColorRole::OnAccent || role == ColorRole::Focus || role == ColorRole::Zero || role == ColorRole::Train || role == ColorRole::Shadow ||
                          (role >= ColorRole::Seq0 && role <= ColorRole::Seq1);
      QVERIFY2(silent != !meaningOf(role).isEmpty(), qPrintable(QString::number(i)));
    }
  }

  void theColorsUnderThePointerAreExplained_data() {
    QTest::addColumn<ThemeChoice>("choice");
    for (const auto& [name, choice] : {std::pair{"light", ThemeChoice::Light}, std::pair{"dark", ThemeChoice::Dark}, std::pair{"light, high", ThemeChoice::LightHigh}, std::pair{"dark, high", ThemeChoice::DarkHigh}}) QTest::newRow(name) << choice;
  }
  void theColorsUnderThePointerAreExplained() {
    QFETCH(ThemeChoice, choice);
    ThemeManager::ofApplication().setChoice(choice);
    for (const ColorRole role : tellingRoles()) {
      Patch patch(theme().color(role));
      QVERIFY2(plain(colorsExplained(&patch, {20, 20})).contains(meaningOf(role)), qPrintable(meaningOf(role)));
    }
    Patch between(QColor::fromRgb(theme().diverging(0.37)));
    QVERIFY(plain(colorsExplained(&between, {20, 20})).contains(QStringLiteral("Between orange and blue")));
    Patch share(QColor::fromRgb(theme().sequential(0.83)));
    QVERIFY(plain(colorsExplained(&share, {20, 20})).contains(QStringLiteral("From pale to deep teal")));
    Patch surface(theme().color(ColorRole::Panel));
    QCOMPARE(colorsExplained(&surface, {20, 20}), QString());
  }

  void theLegendOfTheWeightsIsExplained() {
    auto* legend = m_window->diagram()->findChild<WeightLegend*>();
    QVERIFY(legend && legend->isVisible());
    QVERIFY(!explanationOf(legend, legend->rect().center()).isEmpty());
    QStringList colors;
    for (int x = 0; x < legend->width(); x += 4) colors << plain(colorsExplained(legend, {x, legend->height() / 2}));
    const QString all = colors.join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("Blue: positive")) && all.contains(QStringLiteral("Orange: negative")), qPrintable(all));
  }

 private:
  QPushButton* runButton() const {
    for (QPushButton* button : m_window->findChildren<QPushButton*>())
      if (button->isVisible() && button->text() == QStringLiteral("Run")) return button;
    return nullptr;
  }
  /// The card that Qt shows the words on.
  static bool shownText() {
    for (const QWidget* widget : QApplication::topLevelWidgets())
      if (widget->isVisible() && qstrcmp(widget->metaObject()->className(), "QWhatsThat") == 0) return true;
    return false;
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWhatIsThis)
#include "test_what_is_this.moc"
