// The fonts that formulas are set in: Latin Modern Math with its MATH table, and a text font for what it lacks (Han).
#pragma once

#include "widgets/formula/math_table.h"

#include <QPainterPath>
#include <QRawFont>
#include <QString>

#include <array>

namespace glassbox {

/// A glyph of one of the fonts; glyph 0 is none.
struct GlyphId {
  std::uint8_t face = 0; ///< 0 Latin Modern Math, then the text fonts
  std::uint32_t glyph = 0;
  bool operator==(const GlyphId&) const = default;
};

/// The measures of a glyph in em, y upward.
struct GlyphMeasure {
  double advance = 0, height = 0, depth = 0; ///< depth is positive below the baseline
  double left = 0, right = 0;                ///< of its ink
  double italic = 0;                         ///< how far it leans out behind its advance
  double topAccent = 0;                      ///< where an accent's middle belongs
};

/// Lives in the GUI thread; measures and outlines are kept, so asking twice costs a look-up.
class MathFont {
 public:
  /// Reads the font in `file`.
  explicit MathFont(const QString& file);
  MathFont(const MathFont&) = delete;
  MathFont& operator=(const MathFont&) = delete;

  bool isSound() const { return m_sound; }
  /// Empty when the font is usable, else a sentence for the user.
  QString fault() const;
  const MathConstants& constants() const { return m_table.constants; }

  /// The glyph of `c`: from the math font, else from a text font; of face 0 and glyph 0 when no font has it.
  GlyphId glyph(char32_t c) const;
  const GlyphMeasure& measure(GlyphId id) const;
  /// The outline at 1 em = 1000, y downward, from the origin on the baseline.
  const QPainterPath& outline(GlyphId id) const;

  /// The sizes of a glyph of the math font; null for one that does not grow.
  const GlyphGrowth* vertical(GlyphId id) const { return growthOf(m_table.vertical, id); }
  const GlyphGrowth* horizontal(GlyphId id) const { return growthOf(m_table.horizontal, id); }
  double minConnectorOverlap() const { return m_table.minConnectorOverlap; }

  /// Where the font lies: beside the program, else where the system keeps it. Empty when it is nowhere.
  static QString findFile();

 private:
  static constexpr int kFaces = 3;
  struct Known {
    GlyphMeasure measure;
    QPainterPath outline;
  };

  static const GlyphGrowth* growthOf(const std::unordered_map<std::uint32_t, GlyphGrowth>& growths, GlyphId id);
  const Known& known(GlyphId id) const;

  std::array<QRawFont, kFaces> m_faces;
  MathTable m_table;
  bool m_sound = false;
  mutable std::unordered_map<char32_t, GlyphId> m_glyphs;
  mutable std::unordered_map<std::uint64_t, Known> m_known;
};

/// The font of the application, read at the first call.
const MathFont& mathFont();

} // namespace glassbox
