#include "widgets/common/theme.h"

#include "widgets/common/oklab.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace glassbox {
namespace {

struct Token {
  ColorRole role;
  QRgb light;
  QRgb dark;
  QRgb lightHigh;
  QRgb darkHigh;
};

// The one place where a colour is written down. Changed here, a colour must pass the contrast test.
constexpr Token kTokens[] = {
    // role, light, dark, light and dark of high contrast; classes and ramps are the same there: their distances for every eye are measured
    {ColorRole::Win, 0xFFE8EBEF, 0xFF1A1E23, 0xFFF1F3F5, 0xFF000000},
    {ColorRole::Panel, 0xFFF4F6F8, 0xFF20252B, 0xFFFFFFFF, 0xFF000000},
    {ColorRole::Canvas, 0xFFFAFBFC, 0xFF15181C, 0xFFFFFFFF, 0xFF000000},
    {ColorRole::Raised, 0xFFFFFFFF, 0xFF2A3037, 0xFFFFFFFF, 0xFF0C0F12},
    {ColorRole::Hover, 0xFFDCE1E7, 0xFF343C45, 0xFFE1E6EB, 0xFF2A3139},
    {ColorRole::Line, 0xFFD0D6DD, 0xFF3A434D, 0xFF5A636E, 0xFF8F98A2},
    {ColorRole::Ctrl, 0xFF76818E, 0xFF73808E, 0xFF39424C, 0xFFB9C1CA},
    {ColorRole::Grid, 0xFFE6EAEE, 0xFF23282E, 0xFFC9CFD6, 0xFF2B3138},
    {ColorRole::Text, 0xFF1A2027, 0xFFE7EAEE, 0xFF000000, 0xFFFFFFFF},
    {ColorRole::Text2, 0xFF47515D, 0xFFB6BEC8, 0xFF1C232A, 0xFFE8ECF0},
    {ColorRole::Text3, 0xFF5F6975, 0xFF97A1AD, 0xFF2C353E, 0xFFD2D9E0},
    {ColorRole::Off, 0xFF98A1AC, 0xFF626C78, 0xFF67707A, 0xFF8A929B},
    {ColorRole::Accent, 0xFF006F66, 0xFF4CC8B8, 0xFF004F48, 0xFF6FE8D8},
    {ColorRole::OnAccent, 0xFFFFFFFF, 0xFF06221F, 0xFFFFFFFF, 0xFF001512},
    {ColorRole::Tint, 0xFFD3ECE8, 0xFF17413D, 0xFFD3ECE8, 0xFF0E3A36},
    {ColorRole::Focus, 0xFF006F66, 0xFF4CC8B8, 0xFF004F48, 0xFF6FE8D8},
    {ColorRole::Pos, 0xFF1C66B8, 0xFF6BAEF7, 0xFF0C44C8, 0xFF6BAEF7},
    {ColorRole::Neg, 0xFFAC4B04, 0xFFF59A4C, 0xFF8A3A00, 0xFFF59A4C},
    {ColorRole::Zero, 0xFFF1F3F5, 0xFF2A3037, 0xFFF1F3F5, 0xFF2A3037},
    {ColorRole::Fwd, 0xFF006F66, 0xFF4CC8B8, 0xFF004F48, 0xFF6FE8D8},
    {ColorRole::Bwd, 0xFF8B3A9C, 0xFFD592E6, 0xFF6A2080, 0xFFD592E6},
    {ColorRole::FwdTint, 0xFFD3ECE8, 0xFF17413D, 0xFFD3ECE8, 0xFF0E3A36},
    {ColorRole::BwdTint, 0xFFF1E0F5, 0xFF43264B, 0xFFF4E6F8, 0xFF2A1230},
    {ColorRole::Err, 0xFFB3261E, 0xFFFF8A80, 0xFF8C1610, 0xFFFF8A80},
    {ColorRole::ErrBg, 0xFFFBE7E5, 0xFF46211F, 0xFFFDF0EE, 0xFF3A1412},
    {ColorRole::Warn, 0xFF7D5100, 0xFFE8B341, 0xFF573800, 0xFFE8B341},
    {ColorRole::WarnBg, 0xFFFFF1CF, 0xFF42351A, 0xFFFFF6DF, 0xFF352908},
    {ColorRole::Ok, 0xFF1B7438, 0xFF6CC98A, 0xFF0C5024, 0xFF6CC98A},
    {ColorRole::OkBg, 0xFFE0F2E5, 0xFF1D3A28, 0xFFE8F6EC, 0xFF0F2E1B},
    {ColorRole::Train, 0xFF1A2027, 0xFFE7EAEE, 0xFF000000, 0xFFFFFFFF},
    {ColorRole::Test, 0xFFB8246B, 0xFFFF7EB6, 0xFF8C1150, 0xFFFF7EB6},
    {ColorRole::Seq0, 0xFFF3F6F6, 0xFF1E2328, 0xFFF3F6F6, 0xFF1E2328},
    {ColorRole::SeqM, 0xFF58ADA1, 0xFF2A857A, 0xFF58ADA1, 0xFF2A857A},
    {ColorRole::Seq1, 0xFF004B44, 0xFFA6F5E9, 0xFF004B44, 0xFFA6F5E9},
    {ColorRole::KData, 0xFF5E6A78, 0xFF93A0AF, 0xFF4A5561, 0xFFA9B5C3},
    {ColorRole::KDense, 0xFF4A63B5, 0xFF8FA6F2, 0xFF35499A, 0xFFA5B8F7},
    {ColorRole::KAct, 0xFF9A7000, 0xFFE0B84A, 0xFF6E5000, 0xFFE8C45C},
    {ColorRole::KConv, 0xFF3F8A4F, 0xFF7CC98B, 0xFF276635, 0xFF90D59E},
    {ColorRole::KNorm, 0xFF1F7F97, 0xFF67C5DB, 0xFF125D70, 0xFF80D0E3},
    {ColorRole::KSeq, 0xFF8A4FA8, 0xFFC795E0, 0xFF6A3585, 0xFFD4ABEA},
    {ColorRole::KShape, 0xFF7B6A58, 0xFFBBA68F, 0xFF5E503F, 0xFFCDBBA5},
    {ColorRole::KLoss, 0xFFB03050, 0xFFF08BA0, 0xFF8A2039, 0xFFF5A0B3},
    {ColorRole::C0, 0xFFF36400, 0xFFFA901E, 0xFFF36400, 0xFFFA901E},
    {ColorRole::C1, 0xFF3443BE, 0xFF688BFE, 0xFF3443BE, 0xFF688BFE},
    {ColorRole::C2, 0xFF749956, 0xFF98BE81, 0xFF749956, 0xFF98BE81},
    {ColorRole::C3, 0xFF6F1386, 0xFFB65EC7, 0xFF6F1386, 0xFFB65EC7},
    {ColorRole::C4, 0xFF715E00, 0xFFFDF366, 0xFF715E00, 0xFFFDF366},
    {ColorRole::C5, 0xFF2B97D9, 0xFF53C8FE, 0xFF2B97D9, 0xFF53C8FE},
    {ColorRole::C6, 0xFF7E001B, 0xFFEE4441, 0xFF7E001B, 0xFFEE4441},
    {ColorRole::C7, 0xFF067B6E, 0xFF19FDD4, 0xFF067B6E, 0xFF19FDD4},
    {ColorRole::C8, 0xFFBD799B, 0xFFDC9AC2, 0xFFBD799B, 0xFFDC9AC2},
    {ColorRole::C9, 0xFF3F4353, 0xFF808285, 0xFF3F4353, 0xFF808285},
    {ColorRole::Shadow, 0x1F141C24, 0x66000000, 0x1F141C24, 0x66000000},
};
static_assert(std::size(kTokens) == kColorRoleCount, "every role needs its four colours");

constexpr bool tokensStandInEnumOrder() {
  for (int i = 0; i < kColorRoleCount; ++i)
    if (static_cast<int>(kTokens[i].role) != i) return false;
  return true;
}
static_assert(tokensStandInEnumOrder());

// Text on a filled cell.
constexpr QRgb kInkDark = 0xFF101418;
constexpr QRgb kInkLight = 0xFFFFFFFF;
constexpr QRgb kInkBlack = 0xFF000000; // just above the luminance of the switch, where near-black has only 4.0
constexpr double kInkLuminance = 0.18;
constexpr qreal kPresentation = 1.4;
constexpr double kReadable = 4.5, kReadableHigh = 7; // contrast of letters

QColor tokenColor(ThemeMode mode, Contrast contrast, ColorRole role) {
  const Token& token = kTokens[static_cast<int>(role)];
  if (contrast == Contrast::High) return QColor::fromRgba(mode == ThemeMode::Light ? token.lightHigh : token.darkHigh);
  return QColor::fromRgba(mode == ThemeMode::Light ? token.light : token.dark);
}

/// A ramp as a table, so that painting a cell costs one look-up: t = -1, -0.99 .. 1, or 0, 0.005 .. 1.
using Ramp = std::array<QRgb, 201>;

double rampPosition(int entry) { return entry / 100.0 - 1.0; }

Ramp makeDiverging(ThemeMode mode, Contrast contrast) {
  Ramp ramp{};
  for (int i = 0; i < 201; ++i) {
    const double t = rampPosition(i);
    const QColor end = tokenColor(mode, contrast, t < 0 ? ColorRole::Neg : ColorRole::Pos);
    ramp[i] = mixOklab(tokenColor(mode, contrast, ColorRole::Zero), end, std::pow(std::abs(t), 0.8)).rgb();
  }
  return ramp;
}

Ramp makeSequential(ThemeMode mode, Contrast contrast) {
  const QColor low = tokenColor(mode, contrast, ColorRole::Seq0), middle = tokenColor(mode, contrast, ColorRole::SeqM),
               high = tokenColor(mode, contrast, ColorRole::Seq1);
  Ramp ramp{};
  for (int i = 0; i < 201; ++i) {
    const double t = i / 200.0;
    ramp[i] = (t < 0.5 ? mixOklab(low, middle, 2 * t) : mixOklab(middle, high, 2 * t - 1)).rgb();
  }
  return ramp;
}

/// The tables of one kind of ramp, made when they are first asked for.
struct Ramps {
  explicit Ramps(Ramp make(ThemeMode, Contrast))
      : tables{make(ThemeMode::Light, Contrast::Normal), make(ThemeMode::Dark, Contrast::Normal), make(ThemeMode::Light, Contrast::High), make(ThemeMode::Dark, Contrast::High)} {}
  const Ramp& of(ThemeMode mode, Contrast contrast) const { return tables[(contrast == Contrast::High ? 2 : 0) + (mode == ThemeMode::Dark ? 1 : 0)]; }

  std::array<Ramp, 4> tables;
};

const Ramp& divergingRamp(ThemeMode mode, Contrast contrast) {
  static const Ramps ramps(makeDiverging);
  return ramps.of(mode, contrast);
}

const Ramp& sequentialRamp(ThemeMode mode, Contrast contrast) {
  static const Ramps ramps(makeSequential);
  return ramps.of(mode, contrast);
}

struct FontMeasure {
  int size;
  int line;
  bool bold;
};

FontMeasure measureOf(FontRole role) {
  switch (role) {
  case FontRole::Tick:
    return {10, 14, false};
  case FontRole::Hint:
    return {11, 15, false};
  case FontRole::Normal:
    return {12, 16, false};
  case FontRole::Bold:
    return {12, 16, true};
  case FontRole::CardTitle:
    return {15, 24, true};
  case FontRole::LessonBody:
    return {14, 24, false};
  case FontRole::H1:
    return {20, 32, true};
  case FontRole::H2:
    return {15, 24, true};
  case FontRole::Mono:
    return {12, 16, false};
  }
  return {12, 16, false};
}

} // namespace

Theme::Theme(ThemeMode mode, TextSize size, Contrast contrast, int textPercent)
    : m_mode(mode), m_size(size), m_contrast(contrast), m_percent(std::clamp(textPercent, kLeastTextPercent, kMostTextPercent)) {}

qreal Theme::scale() const {
  const qreal chosen = m_percent / 100.0;
  return m_size == TextSize::Presentation ? std::max(kPresentation, chosen) : chosen;
}

bool Theme::isLarge() const { return scale() >= kPresentation; }

QColor Theme::color(ColorRole role) const {
  const bool hintAsLabel = m_size == TextSize::Presentation && role == ColorRole::Text3;
  return tokenColor(m_mode, m_contrast, hintAsLabel ? ColorRole::Text2 : role);
}

QColor Theme::color(ColorRole role, qreal opacity) const {
  QColor c = color(role);
  c.setAlphaF(static_cast<float>(c.alphaF() * opacity));
  return c;
}

ColorRole Theme::classRole(int index) {
  const int wrapped = ((index % 10) + 10) % 10;
  return static_cast<ColorRole>(static_cast<int>(ColorRole::C0) + wrapped);
}

QFont Theme::font(FontRole role) const {
  const FontMeasure m = measureOf(role);
  QFont font;
  font.setFamilies(
      {role == FontRole::Mono ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
  font.setPixelSize(px(m.size));
  font.setBold(m.bold);
  return font;
}

int Theme::lineHeight(FontRole role) const { return px(measureOf(role).line); }

int Theme::px(qreal n) const {
  const int rounded = qRound(n * scale());
  return n > 0 ? std::max(1, rounded) : rounded;
}

int Theme::iconPx(qreal n) const { return qRound(n * (m_size == TextSize::Presentation ? std::max(1.5, scale()) : scale())); }

QRgb Theme::diverging(double t) const {
  const double safe = std::isnan(t) ? 0 : std::clamp(t, -1.0, 1.0);
  return divergingRamp(m_mode, m_contrast)[static_cast<std::size_t>(std::lround(safe * 100) + 100)];
}

QRgb Theme::sequential(double t) const {
  const double safe = std::isnan(t) ? 0 : std::clamp(t, 0.0, 1.0);
  return sequentialRamp(m_mode, m_contrast)[static_cast<std::size_t>(std::lround(safe * 200))];
}

double Theme::luminance(QColor c) {
  return 0.2126 * linearLight(c.redF()) + 0.7152 * linearLight(c.greenF()) + 0.0722 * linearLight(c.blueF());
}

double Theme::contrast(QColor a, QColor b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor Theme::readable(QColor ink, QColor background) const {
  constexpr double kStep = 0.05;
  const double least = m_contrast == Contrast::High ? kReadableHigh : kReadable;
  for (double t = 0; t < 1; t += kStep)
    if (const QColor mixed = mixOklab(ink, color(ColorRole::Text), t); contrast(mixed, background) >= least) return mixed;
  return color(ColorRole::Text);
}

QColor Theme::inkOn(QColor background) {
  if (luminance(background) <= kInkLuminance) return QColor::fromRgb(kInkLight);
  const QColor dark = QColor::fromRgb(kInkDark);
  return contrast(dark, background) >= kReadable ? dark : QColor::fromRgb(kInkBlack);
}

} // namespace glassbox
