// The look: colours that can be read, ramps, numbers, icons, sizes of the controls, and the small shared widgets.
#include "widgets/common/elided_label.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/focus_ring.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/oklab.h"
#include "widgets/common/segmented.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

using namespace glassbox;

namespace {

constexpr double kReadable = 4.5; // WCAG 2.1 AA for text
constexpr double kVisible = 3.0;  // WCAG 2.1 AA for shapes
constexpr double kReadableHigh = 7, kBorderHigh = 4.5; // WCAG 2.1 AAA for text; the design of high contrast

const QString kThin = QString(kThinSpace), kNoBreak = QString(kNoBreakSpace), kMinusText = QString(kMinus);

struct Named {
  const char* name;
  ColorRole role;
};

QByteArray hex(QRgb color) { return QColor::fromRgb(color).name().toLatin1(); }

} // namespace

class TestTheme : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    ThemeManager::ofApplication().dress(*qApp);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
  }

  void init() {
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
    ThemeManager::ofApplication().setTextSize(TextSize::Normal);
    ThemeManager::ofApplication().setTextPercent(100);
  }

  void textIsReadableOnEverySurface_data() {
    QTest::addColumn<ThemeMode>("mode");
    QTest::addColumn<Contrast>("contrastLevel");
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("surface");
    QTest::addColumn<double>("least");
    const Named texts[] = {{"text", ColorRole::Text},     {"text2", ColorRole::Text2}, {"text3", ColorRole::Text3},
                           {"accent", ColorRole::Accent}, {"pos", ColorRole::Pos},     {"neg", ColorRole::Neg},
                           {"bwd", ColorRole::Bwd},       {"test", ColorRole::Test},   {"err", ColorRole::Err},
                           {"warn", ColorRole::Warn},     {"ok", ColorRole::Ok}};
    const Named surfaces[] = {
        {"win", ColorRole::Win}, {"panel", ColorRole::Panel}, {"canvas", ColorRole::Canvas}, {"raised", ColorRole::Raised}};
    const std::pair<Named, Named> pairs[] = {{{"on-accent", ColorRole::OnAccent}, {"accent", ColorRole::Accent}},
                                             {{"accent", ColorRole::Accent}, {"tint", ColorRole::Tint}},
                                             {{"text", ColorRole::Text}, {"hover", ColorRole::Hover}},
                                             {{"bwd", ColorRole::Bwd}, {"bwd-tint", ColorRole::BwdTint}},
                                             {{"fwd", ColorRole::Fwd}, {"fwd-tint", ColorRole::FwdTint}},
                                             {{"err", ColorRole::Err}, {"err-bg", ColorRole::ErrBg}},
                                             {{"warn", ColorRole::Warn}, {"warn-bg", ColorRole::WarnBg}},
                                             {{"ok", ColorRole::Ok}, {"ok-bg", ColorRole::OkBg}}};
    const Named onTints[] = {{"text", ColorRole::Text}, {"text2", ColorRole::Text2}, {"text3", ColorRole::Text3}};
    const Named tints[] = {{"hover", ColorRole::Hover}, {"tint", ColorRole::Tint}, {"warn-bg", ColorRole::WarnBg}, {"err-bg", ColorRole::ErrBg}, {"ok-bg", ColorRole::OkBg}};
    const Named lines[] = {{"line", ColorRole::Line}, {"ctrl", ColorRole::Ctrl}, {"focus", ColorRole::Focus}, {"off", ColorRole::Off}};
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
      for (const Contrast level : {Contrast::Normal, Contrast::High}) {
        const bool high = level == Contrast::High;
        const QByteArray prefix = QByteArray(mode == ThemeMode::Light ? "light" : "dark") + (high ? ", high contrast: " : ": ");
        const auto row = [&](const Named& text, const Named& surface, double least) {
          QTest::newRow((prefix + text.name + " on " + surface.name).constData()) << mode << level << text.role << surface.role << least;
        };
        const double readable = high ? kReadableHigh : kReadable, border = high ? kBorderHigh : kVisible;
        for (const Named& text : texts)
          for (const Named& surface : surfaces) row(text, surface, readable);
        for (const auto& [text, surface] : pairs) row(text, surface, readable);
        for (int i = 0; i < 10; ++i) {
          const QByteArray name = "c" + QByteArray::number(i);
          for (const Named& surface : {surfaces[2], surfaces[3]}) row({name.constData(), Theme::classRole(i)}, surface, kVisible);
        }
        for (const ColorRole kind : {ColorRole::KData, ColorRole::KDense, ColorRole::KAct, ColorRole::KConv, ColorRole::KNorm,
                                     ColorRole::KSeq, ColorRole::KShape, ColorRole::KLoss}) {
          const QByteArray name = "category " + QByteArray::number(static_cast<int>(kind) - static_cast<int>(ColorRole::KData));
          row({name.constData(), kind}, surfaces[3], border);
        }
        for (const Named& surface : {surfaces[2], surfaces[3]}) row({"ctrl", ColorRole::Ctrl}, surface, border);
        if (!high) continue;
        for (const Named& text : onTints)
          for (const Named& tint : tints) row(text, tint, readable);
        for (const Named& line : lines) // what is disabled is exempt, and can be read all the same
          for (const Named& surface : surfaces)
            if (line.role != ColorRole::Ctrl || (surface.role != ColorRole::Canvas && surface.role != ColorRole::Raised)) row(line, surface, border);
      }
  }

  void textIsReadableOnEverySurface() {
    QFETCH(ThemeMode, mode);
    QFETCH(Contrast, contrastLevel);
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, surface);
    QFETCH(double, least);
    const Theme t(mode, TextSize::Normal, contrastLevel);
    const double contrast = Theme::contrast(t.color(text), t.color(surface));
    QVERIFY2(contrast >= least,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(t.color(text).name(), t.color(surface).name()).arg(contrast)));
  }

  void contrastOfBlackOnWhiteIs21() {
    QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(Theme::contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(Theme::contrast(Qt::red, Qt::red), 1.0);
  }

  void textOnACellIsReadable() {
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      const Theme t(mode);
      for (int i = -100; i <= 100; ++i)
        for (const QRgb cell : {t.diverging(i / 100.0), t.sequential(i / 100.0)}) {
          const double contrast = Theme::contrast(Theme::inkOn(QColor::fromRgb(cell)), QColor::fromRgb(cell));
          QVERIFY2(contrast >= 4.5,
                   qPrintable(QStringLiteral("t = %1, cell %2: %3").arg(i / 100.0).arg(QString::fromLatin1(hex(cell))).arg(contrast)));
        }
    }
  }

  void rampsEndInTheirTokens() {
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      const Theme t(mode);
      QCOMPARE(hex(t.diverging(1)), hex(t.color(ColorRole::Pos).rgb()));
      QCOMPARE(hex(t.diverging(-1)), hex(t.color(ColorRole::Neg).rgb()));
      QCOMPARE(hex(t.diverging(0)), hex(t.color(ColorRole::Zero).rgb()));
      QCOMPARE(hex(t.sequential(0)), hex(t.color(ColorRole::Seq0).rgb()));
      QCOMPARE(hex(t.sequential(0.5)), hex(t.color(ColorRole::SeqM).rgb()));
      QCOMPARE(hex(t.sequential(1)), hex(t.color(ColorRole::Seq1).rgb()));
      QCOMPARE(hex(t.diverging(7)), hex(t.diverging(1)));
      QCOMPARE(hex(t.diverging(std::numeric_limits<double>::quiet_NaN())), hex(t.diverging(0)));
      QCOMPARE(hex(t.sequential(-3)), hex(t.sequential(0)));
    }
  }

  // Computed once by the independent script of the design pictures: mix(zero, pos, 0.5^0.8), mix(zero, neg, 0.25^0.8), mix(seq0, seqm,
  // 0.5), mix(seqm, seq1, 0.5).
  void rampsAgreeWithTheDesignPictures() {
    const Theme light(ThemeMode::Light), dark(ThemeMode::Dark);
    QCOMPARE(hex(light.diverging(0.5)), "#7aa2d5");
    QCOMPARE(hex(light.diverging(-0.25)), "#debcac");
    QCOMPARE(hex(light.sequential(0.25)), "#a9d1cb");
    QCOMPARE(hex(light.sequential(0.75)), "#2f7a71");
    QCOMPARE(hex(dark.diverging(0.5)), "#4f75a0");
    QCOMPARE(hex(dark.diverging(-0.25)), "#685244");
    QCOMPARE(hex(dark.sequential(0.25)), "#29524f");
    QCOMPARE(hex(dark.sequential(0.75)), "#6abcb0");
  }

  void mixingKeepsTheEnds() {
    QCOMPARE(mixOklab(QColor(0x12, 0x34, 0x56), QColor(0xFE, 0xDC, 0xBA), 0).name(), QStringLiteral("#123456"));
    QCOMPARE(mixOklab(QColor(0x12, 0x34, 0x56), QColor(0xFE, 0xDC, 0xBA), 1).name(), QStringLiteral("#fedcba"));
  }

  void classColorsRepeatAfterTen() {
    const Theme t(ThemeMode::Light);
    QCOMPARE(t.classColor(0), t.color(ColorRole::C0));
    QCOMPARE(t.classColor(13), t.color(ColorRole::C3));
    QCOMPARE(t.classColor(-1), t.color(ColorRole::C9));
  }

  void sizesGrowWithTheText() {
    const Theme normal, large(ThemeMode::Light, TextSize::Normal, Contrast::Normal, kLargeTextPercent), presentation(ThemeMode::Light, TextSize::Presentation);
    QCOMPARE(normal.px(28), 28);
    QCOMPARE(large.px(20), 24);        // 20 * 1.2
    QCOMPARE(presentation.px(20), 28); // 20 * 1.4
    QCOMPARE(presentation.iconPx(20), 30);
    QCOMPARE(normal.px(0.2), 1); // a hairline never vanishes
    QCOMPARE(normal.font(FontRole::Tick).pixelSize(), 10);
    QCOMPARE(presentation.font(FontRole::Normal).pixelSize(), 17); // 12 * 1.4 = 16.8
    QVERIFY(normal.font(FontRole::H1).bold());
    QCOMPARE(normal.lineHeight(FontRole::LessonBody), 24);
    QCOMPARE(normal.font(FontRole::Normal).families().value(1), QStringLiteral("Noto Sans CJK SC"));
  }

  void aPresentationWritesHintsAsLabels() {
    const Theme presentation(ThemeMode::Dark, TextSize::Presentation);
    QCOMPARE(presentation.color(ColorRole::Text3), presentation.color(ColorRole::Text2));
    QVERIFY(Theme(ThemeMode::Dark).color(ColorRole::Text3) != presentation.color(ColorRole::Text2));
  }

  void numbers_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    const double inf = std::numeric_limits<double>::infinity();
    QTest::newRow("four decimals") << 0.0754 << "0.0754";
    QTest::newRow("trailing zeros stay, columns stand") << 0.5 << "0.5000";
    QTest::newRow("true minus") << -0.0433 << kMinusText + "0.0433";
    QTest::newRow("smallest plain number") << 0.001 << "0.0010";
    QTest::newRow("below it, a power") << 0.00099 << "9.90×10⁻⁴";
    QTest::newRow("negative power") << -1.234e-12 << kMinusText + "1.23×10⁻¹²";
    QTest::newRow("largest plain number") << 999.9999 << "999.9999";
    QTest::newRow("rounds up to 1000") << 999.99996 << "1.00×10³";
    QTest::newRow("thousand") << 1000.0 << "1.00×10³";
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("minus zero") << -0.0 << "0";
    QTest::newRow("not a number") << std::nan("") << "NaN";
    QTest::newRow("infinity") << inf << "∞";
    QTest::newRow("minus infinity") << -inf << kMinusText + "∞";
  }

  void numbers() {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(formatNumber(value), text);
  }

  void otherNumberFormats() {
    QCOMPARE(formatSigned(0.5), QStringLiteral("+0.5000"));
    QCOMPARE(formatSigned(-0.5), kMinusText + "0.5000");
    QCOMPARE(formatInteger(109386), "109" + kThin + "386");
    QCOMPARE(formatInteger(-1234567), kMinusText + "1" + kThin + "234" + kThin + "567");
    QCOMPARE(formatInteger(999), QStringLiteral("999"));
    QCOMPARE(formatPercent(0.97), "97.0" + kNoBreak + "%");
    QCOMPARE(formatPercent(-0.004, 0), "0" + kNoBreak + "%"); // not "−0 %"
    QCOMPARE(formatFixed(12345.678, 1), "12" + kThin + "345.7");
    QCOMPARE(formatShort(0.003), QStringLiteral("0.003"));
    QCOMPARE(formatShort(1200), "1" + kThin + "200");
    QCOMPARE(formatShort(1e-5), QStringLiteral("10⁻⁵"));
    QCOMPARE(formatShort(3e-5), QStringLiteral("3×10⁻⁵"));
    QCOMPARE(formatShort(0.1 + 0.2), QStringLiteral("0.3"));
    QCOMPARE(formatShort(-2.5), kMinusText + "2.5");
    QCOMPARE(formatShort(1e9), QStringLiteral("10⁹"));
    QCOMPARE(formatPower(-12), QStringLiteral("10⁻¹²"));
  }

  void bytes() {
    QCOMPARE(formatBytes(0), "0" + kNoBreak + "B");
    QCOMPARE(formatBytes(512), "512" + kNoBreak + "B");
    QCOMPARE(formatBytes(72 * 16), "1.1" + kNoBreak + "KB"); // 72 parameters with Adam: 1152 / 1024
    QCOMPARE(formatBytes(4417 * 16), "69.0" + kNoBreak + "KB");
    QCOMPARE(formatBytes(1024 * 1024 - 1), "1.0" + kNoBreak + "MB"); // never "1024.0 KB"
    QCOMPARE(formatBytes(10093173146), "9.4" + kNoBreak + "GB");
  }

  void oneGridHasOneFormat() {
    const double mixed[] = {0.5, -12.25, 0.0004, std::nan("")};
    const GridFormat format = gridFormatFor(mixed);
    QCOMPARE(format(0.5), QStringLiteral("0.500"));
    QCOMPARE(format(0.0004), QStringLiteral("0.000"));
    QCOMPARE(format(std::nan("")), QStringLiteral("NaN"));
    const double tiny[] = {1e-6, -2e-7};
    QCOMPARE(gridFormatFor(tiny)(-2e-7), kMinusText + "2.00×10⁻⁷");
    const double whole[] = {3, -4, 0};
    QCOMPARE(gridFormatFor(whole)(3), QStringLiteral("3"));
  }

  void typedNumbers() {
    QCOMPARE(typedNumber(QStringLiteral("0.003")), 0.003);
    QCOMPARE(typedNumber(QStringLiteral("0,003")), 0.003);
    QCOMPARE(typedNumber(QStringLiteral(" 1e-3 ")), 0.001);
    QCOMPARE(typedNumber(kMinusText + "1" + kThin + "200"), -1200.0);
    QVERIFY(std::isnan(typedNumber(QStringLiteral("abc"))));
    QVERIFY(std::isnan(typedNumber(QString())));
    QVERIFY(std::isnan(typedNumber(QStringLiteral("inf"))));
  }

  void everyIconDrawsSomethingInTheGivenColor() {
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 60);
    for (const QString& name : names) {
      if (name == QLatin1String("glassbox")) continue;
      const QImage image = iconPixmap(name, 20, 2, QColor(Qt::red)).toImage();
      QCOMPARE(image.size(), QSize(40, 40));
      int inked = 0, border = 0;
      for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x) {
          const QColor c = image.pixelColor(x, y);
          if (c.alpha() == 0) continue;
          ++inked;
          border += x < 1 || y < 1 || x > 38 || y > 38;
          QVERIFY2(c.green() < 40 && c.blue() < 40 && (c.alpha() < 128 || c.red() > 200),
                   qPrintable(name + QStringLiteral(" is not red at ") + QString::number(x) + u',' + QString::number(y)));
        }
      QVERIFY2(inked > 20, qPrintable(name + QStringLiteral(" is empty")));
      QVERIFY2(border == 0, qPrintable(name + QStringLiteral(" touches its border")));
    }
  }

  void iconsFollowTheThemeAndTheirState() {
    const QIcon play = icon("play", ColorRole::Text);
    QCOMPARE(iconNameOf(play), QStringLiteral("play"));
    const auto ink = [&](QIcon::Mode mode, QIcon::State state) {
      const QImage image = play.pixmap(QSize(20, 20), 1, mode, state).toImage();
      QColor strongest;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          if (const QColor c = image.pixelColor(x, y); !strongest.isValid() || c.alpha() > strongest.alpha()) strongest = c;
      return QColor(strongest.red(), strongest.green(), strongest.blue());
    };
    const auto near = [](QColor a, QColor b) {
      return std::abs(a.red() - b.red()) < 6 && std::abs(a.green() - b.green()) < 6 && std::abs(a.blue() - b.blue()) < 6;
    };
    QVERIFY(near(ink(QIcon::Normal, QIcon::Off), theme().color(ColorRole::Text)));
    QVERIFY(near(ink(QIcon::Disabled, QIcon::Off), theme().color(ColorRole::Off)));
    QVERIFY(near(ink(QIcon::Normal, QIcon::On), theme().color(ColorRole::Accent)));
    ThemeManager::ofApplication().setChoice(ThemeChoice::Dark);
    QVERIFY(near(ink(QIcon::Normal, QIcon::Off), theme().color(ColorRole::Text)));
  }

  /// Text mixed towards readable: 4.5 in the normal themes, 7 in those of high contrast.
  void colorsOfClassesAreReadableAsLetters() {
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
      for (const Contrast level : {Contrast::Normal, Contrast::High}) {
        const Theme t(mode, TextSize::Normal, level);
        for (int i = 0; i < 10; ++i) {
          const QColor letters = t.readable(t.classColor(i), t.color(ColorRole::Raised));
          const double contrast = Theme::contrast(letters, t.color(ColorRole::Raised));
          QVERIFY2(contrast >= (level == Contrast::High ? kReadableHigh : kReadable), qPrintable(QStringLiteral("class %1: %2").arg(i).arg(contrast)));
        }
      }
  }

  void textsGrowFreelyAndAPresentationIsNeverSmallerThanBefore() {
    const auto scale = [](TextSize size, int percent) { return Theme(ThemeMode::Light, size, Contrast::Normal, percent).scale(); };
    QCOMPARE(scale(TextSize::Normal, 80), 0.8);
    QCOMPARE(scale(TextSize::Normal, 200), 2.0);
    QCOMPARE(scale(TextSize::Normal, 10), 0.8);   // not smaller than can be read
    QCOMPARE(scale(TextSize::Normal, 1000), 2.0);
    QCOMPARE(scale(TextSize::Presentation, 100), 1.4);
    QCOMPARE(scale(TextSize::Presentation, 160), 1.6);
    QCOMPARE(Theme(ThemeMode::Light, TextSize::Presentation, Contrast::Normal, 180).iconPx(20), 36);
  }

  void highContrastKeepsTextSizeAndComesAndGoesAtOnce() {
    ThemeManager& manager = ThemeManager::ofApplication();
    manager.setTextPercent(150);
    manager.setChoice(ThemeChoice::DarkHigh);
    QVERIFY(theme().isDark());
    QCOMPARE(theme().contrastLevel(), Contrast::High);
    QCOMPARE(theme().textPercent(), 150);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme(ThemeMode::Dark, TextSize::Normal, Contrast::High).color(ColorRole::Panel));
    manager.setTextPercent(100);
    QCOMPARE(theme().contrastLevel(), Contrast::High);
    manager.setTextSize(TextSize::Presentation);
    QCOMPARE(theme().contrastLevel(), Contrast::High);
    manager.setChoice(ThemeChoice::Light);
    QCOMPARE(theme().contrastLevel(), Contrast::Normal);
    QCOMPARE(theme().textSize(), TextSize::Presentation);
  }

  void theDesktopIsFollowedWhileItIsChosen() {
    ThemeManager& manager = ThemeManager::ofApplication();
    const QPalette bright(Qt::black, Qt::lightGray, Qt::white, Qt::darkGray, Qt::gray, Qt::black, Qt::white, Qt::white, Qt::white);
    const QPalette dim(Qt::white, Qt::darkGray, Qt::gray, Qt::black, Qt::darkGray, Qt::white, Qt::white, Qt::black, Qt::black);
    manager.setChoice(ThemeChoice::System);
    manager.followDesktop(dim);
    QVERIFY(theme().isDark());
    manager.followDesktop(bright);
    QVERIFY(!theme().isDark());
    manager.setChoice(ThemeChoice::Light);
    manager.followDesktop(dim);
    QVERIFY2(!theme().isDark(), "what was chosen stays");
    manager.setChoice(ThemeChoice::System);
    QVERIFY(theme().isDark());
  }

  /// A window is told that the desktop has another look; the desktop of the tests is bright.
  void aWindowThatHearsOfTheDesktopAsksForItsLook() {
    ThemeManager& manager = ThemeManager::ofApplication();
    manager.setChoice(ThemeChoice::System);
    manager.followDesktop(QPalette(Qt::white, Qt::darkGray, Qt::gray, Qt::black, Qt::darkGray, Qt::white, Qt::white, Qt::black, Qt::black));
    QVERIFY(theme().isDark());
    QWidget window;
    window.show();
    QEvent told(QEvent::ThemeChange);
    QApplication::sendEvent(window.windowHandle(), &told);
    QVERIFY(!theme().isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme().color(ColorRole::Panel)); // and our own is back
  }

  void aChangeOfThemeIsToldOnceAndReachesThePalette() {
    ThemeManager& manager = ThemeManager::ofApplication();
    QSignalSpy told(&manager, &ThemeManager::changed);
    manager.setChoice(ThemeChoice::Dark);
    QCOMPARE(told.count(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme(ThemeMode::Dark).color(ColorRole::Panel));
    manager.setChoice(ThemeChoice::Dark);
    QCOMPARE(told.count(), 1);
    QCOMPARE(&ThemeManager::ofApplication(), &manager);
  }

  void widgetsKeepTheirRolesAfterAChange() {
    QWidget plain;
    setTextRole(&plain, ColorRole::Text2);
    setFontRole(&plain, FontRole::Hint);
    QCOMPARE(plain.palette().color(QPalette::WindowText), theme().color(ColorRole::Text2));
    QCOMPARE(plain.font().pixelSize(), 11);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Dark);
    ThemeManager::ofApplication().setTextPercent(kLargeTextPercent);
    QCOMPARE(plain.palette().color(QPalette::WindowText), theme().color(ColorRole::Text2));
    QCOMPARE(plain.font().pixelSize(), 13); // 11 * 1.2
  }

  void controlsHaveTheirHeights() {
    QPushButton button(QStringLiteral("Open")), compact(QStringLiteral("Open")), tall(QStringLiteral("Run"));
    compact.setProperty("compact", true);
    tall.setProperty("tall", true);
    QCOMPARE(button.sizeHint().height(), 28);
    QCOMPARE(compact.sizeHint().height(), 24);
    QCOMPARE(tall.sizeHint().height(), 32);
    QCOMPARE(QLineEdit().sizeHint().height(), 28);
    QCOMPARE(QComboBox().sizeHint().height(), 28);
    QCOMPARE(QSpinBox().sizeHint().height(), 28);
    QVERIFY(QCheckBox(QStringLiteral("use")).sizeHint().height() >= 24);
    QToolButton tool;
    tool.setIcon(icon("step"));
    tool.setIconSize(QSize(20, 20));
    QCOMPARE(tool.sizeHint(), QSize(32, 32));
    QTabBar tabs;
    tabs.addTab(QStringLiteral("Build"));
    QCOMPARE(tabs.sizeHint().height(), 32);
    ThemeManager::ofApplication().setTextPercent(kLargeTextPercent);
    QCOMPARE(button.sizeHint().height(), 34); // 28 * 1.2 = 33.6
  }

  void aPrimaryButtonIsFilledWithTheAccent() {
    QPushButton button;
    button.setProperty("primary", true);
    button.resize(92, 32);
    const QImage image = button.grab().toImage();
    QCOMPARE(image.pixelColor(image.width() / 2, 4), theme().color(ColorRole::Accent));
    button.setEnabled(false);
    QVERIFY(button.grab().toImage().pixelColor(image.width() / 2, 4) != theme().color(ColorRole::Accent));
  }

  void onlyTheKeyboardShowsTheRing() {
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* first = new QPushButton(QStringLiteral("One"));
    auto* second = new QPushButton(QStringLiteral("Two"));
    column->addWidget(first);
    column->addWidget(second);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus(Qt::MouseFocusReason);
    const auto* rings = qApp->findChild<FocusRing*>();
    QVERIFY(rings);
    QVERIFY(!rings->frame() || !rings->frame()->widget());
    QTest::keyClick(&window, Qt::Key_Tab);
    QCOMPARE(qApp->focusWidget(), second);
    QVERIFY(rings->frame());
    QCOMPARE(rings->frame()->widget(), second);
    QCOMPARE(rings->frame()->geometry(), second->geometry().adjusted(-4, -4, 4, 4)); // 2 px wide, 2 px away
    first->setFocus(Qt::MouseFocusReason);
    QVERIFY(!rings->frame()->widget());
  }

  void aLogarithmicSliderHasItsMiddleInTheGeometricMean() {
    SliderField field;
    SliderFieldContent content;
    content.least = 1e-4;
    content.most = 1;
    content.value = 0.01;
    content.scale = SliderFieldContent::Scale::Logarithmic;
    field.setContent(content);
    QCOMPARE(field.slider()->value(), 500);
    QCOMPARE(field.field()->text(), QStringLiteral("0.01"));
    QSignalSpy live(&field, &SliderField::valueChanged), done(&field, &SliderField::editingFinished);
    field.slider()->setValue(750);
    QCOMPARE(field.value(), 0.1);
    QCOMPARE(live.count(), 1);
    QCOMPARE(done.count(), 1);
    field.slider()->setValue(1000);
    QCOMPARE(field.value(), 1.0);
  }

  void aNumberThatIsNotAllowedIsMarkedAndNotReported() {
    SliderField field;
    SliderFieldContent content;
    content.least = 1;
    content.most = 16;
    content.value = 8;
    content.whole = true;
    field.setContent(content);
    QSignalSpy live(&field, &SliderField::valueChanged);
    field.field()->clear();
    QTest::keyClicks(field.field(), QStringLiteral("17"));
    QCOMPARE(live.count(), 0); // nor the "1" on the way to "17"
    QCOMPARE(field.value(), 8.0);
    QVERIFY(field.field()->property("wrong").toBool());
    QVERIFY(!field.field()->toolTip().isEmpty());
    QTest::keyClick(field.field(), Qt::Key_Return);
    QVERIFY(!field.field()->property("wrong").toBool());
    QCOMPARE(field.field()->text(), QStringLiteral("8"));
    QTest::keyClick(field.field(), Qt::Key_Up);
    QCOMPARE(field.value(), 9.0);
  }

  void aTypedNumberIsTakenOnceNotDigitByDigit() {
    SliderField field;
    SliderFieldContent content;
    content.value = 0.5;
    field.setContent(content);
    QSignalSpy live(&field, &SliderField::valueChanged);
    const auto type = [&](const char* text) {
      field.field()->clear();
      QTest::keyClicks(field.field(), QString::fromLatin1(text));
    };
    type("0.25");
    QCOMPARE(live.count(), 0);
    QTest::keyClick(field.field(), Qt::Key_Return);
    QCOMPARE(live.count(), 1);
    QCOMPARE(field.value(), 0.25);
    type("0.75");
    field.setContent({.value = 0.25, .name = QStringLiteral("again")}); // the form is filled while the hand types
    QCOMPARE(field.field()->text(), QStringLiteral("0.75"));
    QVERIFY2(QTest::qWaitFor([&] { return field.value() == 0.75; }), "the hand rests");
    QCOMPARE(live.count(), 2);
    type("0.1");
    QTest::keyClick(field.field(), Qt::Key_Escape);
    QCOMPARE(field.field()->text(), QStringLiteral("0.75"));
    QTest::keyClick(field.field(), Qt::Key_Return);
    QCOMPARE(live.count(), 2);
  }

  void aTypedNumberIsTakenBeforeAnythingElseIsPressed() {
    QWidget page;
    SliderField field(&page);
    QPushButton button(&page);
    button.setFocusPolicy(Qt::NoFocus);
    SliderFieldContent content;
    content.value = 0.5;
    field.setContent(content);
    double atClick = 0;
    connect(&button, &QPushButton::pressed, [&] { atClick = field.value(); });
    field.field()->clear();
    QTest::keyClicks(field.field(), QStringLiteral("0.25"));
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(atClick, 0.25);
    field.field()->clear();
    QTest::keyClicks(field.field(), QStringLiteral("0.75"));
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(atClick, 0.75);
    field.field()->clear();
    QTest::keyClicks(field.field(), QStringLiteral("0.1"));
    content.value = 0.75;
    content.lockedBecause = QStringLiteral("The lesson keeps it");
    field.setContent(content);
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(field.value(), 0.75);
    QCOMPARE(field.field()->text(), QStringLiteral("0.75"));
  }

  void aFieldThatGoesAwayWhileSomebodyTypesTellsNobody() {
    int told = 0;
    {
      QWidget page;
      auto* field = new SliderField(&page);
      connect(field, &SliderField::valueChanged, [&told] { ++told; });
      page.show();
      page.activateWindow();
      QVERIFY(QTest::qWaitForWindowActive(&page));
      field->field()->setFocus();
      QTest::keySequence(field->field(), QKeySequence::SelectAll);
      QTest::keyClicks(field->field(), QStringLiteral("0.25"));
    }
    QCOMPARE(told, 0);
  }

  void aLockedFieldSaysWhyAndCannotBeSet() {
    SliderField field;
    SliderFieldContent content;
    content.value = 0.5;
    content.lockedBecause = QStringLiteral("The lesson keeps it");
    field.setContent(content);
    QVERIFY(!field.slider()->isEnabled());
    QVERIFY(field.field()->isReadOnly());
    QCOMPARE(field.toolTip(), content.lockedBecause);
    QTest::keyClick(field.field(), Qt::Key_Up);
    QCOMPARE(field.value(), 0.5);
  }

  void choosingASegmentIsReportedSettingItIsNot() {
    Segmented segmented;
    segmented.setContent({QStringLiteral("Sample"), {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}, 0});
    QSignalSpy chosen(&segmented, &Segmented::chosen);
    segmented.setCurrent(1);
    QCOMPARE(segmented.current(), 1);
    QCOMPARE(chosen.count(), 0);
    const auto buttons = segmented.findChildren<QAbstractButton*>();
    QCOMPARE(buttons.size(), 3);
    QTest::mouseClick(buttons.at(2), Qt::LeftButton);
    QCOMPARE(segmented.current(), 2);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toInt(), 2);
  }

  void aCutTextTellsSoAndShowsAllOfItAsATooltip() {
    ElidedLabel label;
    QSignalSpy told(&label, &ElidedLabel::elidedChanged);
    label.resize(400, 16);
    label.setContent(QStringLiteral("Binary cross-entropy of the output"));
    label.show();
    QVERIFY(!label.isElided());
    QVERIFY(label.toolTip().isEmpty());
    label.resize(60, 16);
    QVERIFY(label.isElided());
    QCOMPARE(label.toolTip(), label.text());
    label.resize(400, 16);
    QVERIFY(!label.isElided());
    QCOMPARE(told.count(), 2);
  }

  void tabsKeepTheirPlaceWhenTheLanguageChanges() {
    TabStrip strip;
    strip.setContent({QStringLiteral("Build"), QStringLiteral("Step"), QStringLiteral("Look")});
    strip.setCurrent(1);
    QSignalSpy changed(&strip, &TabStrip::currentChanged);
    strip.setContent({QStringLiteral("搭建"), QStringLiteral("逐步"), QStringLiteral("观察")});
    QCOMPARE(strip.current(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(strip.height(), 32);
  }

  void theLastTabMayStandAtTheEnd() {
    TabStrip strip(nullptr, TabStrip::LastTab::AtTheEnd);
    strip.setContent({QStringLiteral("Dense 2"), QStringLiteral("Training")});
    strip.resize(264, 32);
    strip.show();
    QTRY_COMPARE(strip.bar()->width(), 264 - 16);
    QCOMPARE(strip.bar()->tabRect(1).right(), strip.bar()->width() - 1);
    QCOMPARE(strip.bar()->tabRect(0).right() + 1, strip.bar()->tabRect(1).left());
    // The room between belongs to the first tab, but the line under its name does not reach into it.
    const QImage image = strip.grab().toImage();
    QCOMPARE(image.pixelColor(12, 30), theme().color(ColorRole::Accent));
    QVERIFY(image.pixelColor(130, 30) != theme().color(ColorRole::Accent));
    strip.resize(320, 32);
    QCOMPARE(strip.bar()->tabRect(1).right(), 320 - 16 - 1);
    strip.setContent({QStringLiteral("Training")});
    QCOMPARE(strip.bar()->tabRect(0).left(), 0);
    QVERIFY(strip.bar()->tabRect(0).width() < 120);
  }

  void anEmptyStateHasOneButtonOrNone() {
    EmptyState empty;
    empty.setContent({QStringLiteral("loss"), QStringLiteral("No runs yet."), QStringLiteral("Run")});
    auto* button = empty.findChild<QPushButton*>();
    QSignalSpy triggered(&empty, &EmptyState::triggered);
    QVERIFY(!button->isHidden());
    button->click();
    QCOMPARE(triggered.count(), 1);
    empty.setContent({QStringLiteral("loss"), QStringLiteral("No runs yet."), QString()});
    QVERIFY(button->isHidden());
  }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
