// The MATH table of an OpenType font: how its maker wants formulas set. Lengths in em.
//
// https://learn.microsoft.com/typography/opentype/spec/math
#pragma once

#include <QByteArray>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace glassbox {

struct MathConstants {
  double axisHeight = 0;
  double accentBaseHeight = 0;
  double scriptScale = 0.7, scriptScriptScale = 0.5;
  double delimitedSubFormulaMinHeight = 0, displayOperatorMinHeight = 0;
  double subscriptShiftDown = 0, subscriptTopMax = 0, subscriptBaselineDropMin = 0;
  double superscriptShiftUp = 0, superscriptShiftUpCramped = 0, superscriptBottomMin = 0, superscriptBaselineDropMax = 0;
  double subSuperscriptGapMin = 0, superscriptBottomMaxWithSubscript = 0, spaceAfterScript = 0;
  double upperLimitGapMin = 0, upperLimitBaselineRiseMin = 0, lowerLimitGapMin = 0, lowerLimitBaselineDropMin = 0;
  double stackTopShiftUp = 0, stackTopDisplayShiftUp = 0, stackBottomShiftDown = 0, stackBottomDisplayShiftDown = 0;
  double stackGapMin = 0, stackDisplayGapMin = 0;
  double numeratorShiftUp = 0, numeratorDisplayShiftUp = 0, denominatorShiftDown = 0, denominatorDisplayShiftDown = 0;
  double numeratorGapMin = 0, numeratorDisplayGapMin = 0, fractionRule = 0, denominatorGapMin = 0, denominatorDisplayGapMin = 0;
  double overbarGap = 0, overbarRule = 0, overbarExtra = 0, underbarGap = 0, underbarRule = 0, underbarExtra = 0;
  double radicalGap = 0, radicalDisplayGap = 0, radicalRule = 0, radicalExtra = 0;
  double radicalKernBeforeDegree = 0, radicalKernAfterDegree = 0, radicalDegreeRaise = 0.6; ///< the last of the sign's height
};

/// One piece of a sign that is put together: a brace's hook, or the bar that repeats between.
struct GlyphPart {
  std::uint32_t glyph = 0;
  double startConnector = 0, endConnector = 0; ///< how far it may lie under its neighbours
  double advance = 0;
  bool extender = false;
};

struct GlyphVariant {
  std::uint32_t glyph = 0;
  double advance = 0; ///< height of vertical variants, width of horizontal ones
};

/// The sizes of one sign, smallest first, and how to build larger ones.
struct GlyphGrowth {
  std::vector<GlyphVariant> variants;
  std::vector<GlyphPart> parts;
};

struct MathTable {
  MathConstants constants;
  double minConnectorOverlap = 0;
  std::unordered_map<std::uint32_t, double> italics, topAccents;
  std::unordered_map<std::uint32_t, GlyphGrowth> vertical, horizontal;
};

/// Reads the bytes of a MATH table; false when they are not one. `unitsPerEm` > 0.
bool readMathTable(const QByteArray& bytes, double unitsPerEm, MathTable& out);

} // namespace glassbox
