// The look of the program as one value: colours, fonts, sizes and colour ramps of the light and the dark theme and of the two of high contrast.
#pragma once

#include <QColor>
#include <QFont>

namespace glassbox {

// clang-format off
/// What a colour is for. A widget names the duty; the theme knows the colour.
enum class ColorRole {
  Win, Panel, Canvas, Raised, Hover, Line, Ctrl, Grid,                      // surfaces and frames
  Text, Text2, Text3, Off,                                                  // text, labels, hints, disabled
  Accent, OnAccent, Tint, Focus,                                            // action and selection
  Pos, Neg, Zero,                                                           // sign of a number
  Fwd, Bwd, FwdTint, BwdTint,                                               // direction in the network
  Err, ErrBg, Warn, WarnBg, Ok, OkBg,                                       // issues
  Train, Test,                                                              // curves of one run
  Seq0, SeqM, Seq1,                                                         // sequential ramp at 0, 1/2, 1
  KData, KDense, KAct, KConv, KNorm, KSeq, KShape, KLoss,                   // layer categories
  C0, C1, C2, C3, C4, C5, C6, C7, C8, C9,                                   // classes and runs
  Shadow,                                                                   // under cards; the only one with alpha
};
// clang-format on
inline constexpr int kColorRoleCount = static_cast<int>(ColorRole::Shadow) + 1;

enum class FontRole { Tick, Hint, Normal, Bold, CardTitle, LessonBody, H1, H2, Mono };

enum class ThemeMode { Light, Dark };

/// High: texts have at least 7 : 1 on every surface, borders and lines between parts 4.5 : 1.
enum class Contrast { Normal, High };

/// Presentation: at least 1.4 times as large, and hints are drawn as labels, so that the last row can read them.
enum class TextSize { Normal, Presentation };

/// The size of all texts in percent of what the design says.
inline constexpr int kLeastTextPercent = 80, kMostTextPercent = 200, kLargeTextPercent = 120;

class Theme {
 public:
  explicit Theme(ThemeMode mode = ThemeMode::Light, TextSize size = TextSize::Normal, Contrast contrast = Contrast::Normal, int textPercent = 100);

  ThemeMode mode() const { return m_mode; }
  bool isDark() const { return m_mode == ThemeMode::Dark; }
  Contrast contrastLevel() const { return m_contrast; }
  TextSize textSize() const { return m_size; }
  int textPercent() const { return m_percent; }
  qreal scale() const;
  /// As large as in a presentation, by the one or the other: signs stand where words have no room.
  bool isLarge() const;
  bool operator==(const Theme&) const = default;

  QColor color(ColorRole role) const;
  QColor color(ColorRole role, qreal opacity) const;
  /// Colour of class or run `index`; the ten colours repeat.
  QColor classColor(int index) const { return color(classRole(index)); }
  static ColorRole classRole(int index);

  QFont font(FontRole role) const;
  int lineHeight(FontRole role) const;
  /// `n` device-independent pixels at the present text size, at least 1 for n > 0.
  int px(qreal n) const;
  /// Icons and wires grow by 1.5 in a presentation where text grows by 1.4.
  int iconPx(qreal n) const;

  /// Orange (t = -1) over the zero colour to blue (t = 1); t = value / largest magnitude. NaN counts as 0.
  QRgb diverging(double t) const;
  /// Light to deep teal for t in [0, 1].
  QRgb sequential(double t) const;
  /// Near-black or white for text on `background`, whichever is readable; black where near-black has less than 4.5 : 1.
  static QColor inkOn(QColor background);
  /// WCAG relative luminance in [0, 1].
  static double luminance(QColor color);
  /// WCAG contrast of two opaque colours, 1 to 21.
  static double contrast(QColor a, QColor b);
  /// `color` for letters on `background`: moved towards the text colour only as far as 4.5 : 1 (7 : 1 in high contrast) asks.
  QColor readable(QColor color, QColor background) const;

 private:
  ThemeMode m_mode;
  TextSize m_size;
  Contrast m_contrast;
  int m_percent;
};

} // namespace glassbox
