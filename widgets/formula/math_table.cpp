#include "widgets/formula/math_table.h"

namespace glassbox {
namespace {

/// Reads big-endian numbers; what lies beyond the end is 0 and is remembered.
class Bytes {
 public:
  Bytes(const QByteArray& bytes, double unitsPerEm) : m_bytes(bytes), m_em(unitsPerEm) {}

  std::uint16_t u16(std::size_t at) const {
    if (at + 2 > static_cast<std::size_t>(m_bytes.size())) {
      m_sound = false;
      return 0;
    }
    const auto byte = [&](std::size_t i) { return static_cast<std::uint16_t>(static_cast<unsigned char>(m_bytes[static_cast<qsizetype>(i)])); };
    return static_cast<std::uint16_t>(byte(at) << 8 | byte(at + 1));
  }
  std::int16_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  double em(std::size_t at) const { return i16(at) / m_em; }
  double unsignedEm(std::size_t at) const { return u16(at) / m_em; }
  bool sound() const { return m_sound; }

 private:
  const QByteArray& m_bytes;
  double m_em;
  mutable bool m_sound = true;
};

std::vector<std::uint32_t> coverage(const Bytes& in, std::size_t at) {
  std::vector<std::uint32_t> glyphs;
  const std::uint16_t format = in.u16(at), count = in.u16(at + 2);
  for (std::size_t i = 0; i < count && in.sound(); ++i) {
    if (format == 1) {
      glyphs.push_back(in.u16(at + 4 + 2 * i));
    } else {
      const std::uint32_t first = in.u16(at + 4 + 6 * i), last = in.u16(at + 6 + 6 * i);
      for (std::uint32_t g = first; g <= last; ++g) glyphs.push_back(g);
    }
  }
  return glyphs;
}

void readConstants(const Bytes& in, std::size_t at, MathConstants& c) {
  c.scriptScale = in.i16(at) / 100.0;
  c.scriptScriptScale = in.i16(at + 2) / 100.0;
  c.delimitedSubFormulaMinHeight = in.unsignedEm(at + 4);
  c.displayOperatorMinHeight = in.unsignedEm(at + 6);
  // Then records of a value and a device offset, in the order of the specification; mathLeading is not ours.
  double skipped = 0;
  double* const values[] = {&skipped, &c.axisHeight, &c.accentBaseHeight, &skipped, &c.subscriptShiftDown, &c.subscriptTopMax, &c.subscriptBaselineDropMin,
                            &c.superscriptShiftUp, &c.superscriptShiftUpCramped, &c.superscriptBottomMin, &c.superscriptBaselineDropMax,
                            &c.subSuperscriptGapMin, &c.superscriptBottomMaxWithSubscript, &c.spaceAfterScript, &c.upperLimitGapMin,
                            &c.upperLimitBaselineRiseMin, &c.lowerLimitGapMin, &c.lowerLimitBaselineDropMin, &c.stackTopShiftUp, &c.stackTopDisplayShiftUp,
                            &c.stackBottomShiftDown, &c.stackBottomDisplayShiftDown, &c.stackGapMin, &c.stackDisplayGapMin,
                            &skipped, &skipped, &skipped, &skipped, // stretch stacks
                            &c.numeratorShiftUp, &c.numeratorDisplayShiftUp, &c.denominatorShiftDown, &c.denominatorDisplayShiftDown, &c.numeratorGapMin,
                            &c.numeratorDisplayGapMin, &c.fractionRule, &c.denominatorGapMin, &c.denominatorDisplayGapMin,
                            &skipped, &skipped, // skewed fractions
                            &c.overbarGap, &c.overbarRule, &c.overbarExtra, &c.underbarGap, &c.underbarRule, &c.underbarExtra, &c.radicalGap,
                            &c.radicalDisplayGap, &c.radicalRule, &c.radicalExtra, &c.radicalKernBeforeDegree, &c.radicalKernAfterDegree};
  std::size_t record = at + 8;
  for (double* value : values) {
    *value = in.em(record);
    record += 4;
  }
  c.radicalDegreeRaise = in.i16(record) / 100.0;
}

void readValues(const Bytes& in, std::size_t at, std::unordered_map<std::uint32_t, double>& out) {
  const std::vector<std::uint32_t> glyphs = coverage(in, at + in.u16(at));
  const std::uint16_t count = in.u16(at + 2);
  for (std::size_t i = 0; i < count && i < glyphs.size(); ++i) out[glyphs[i]] = in.em(at + 4 + 4 * i);
}

GlyphGrowth readGrowth(const Bytes& in, std::size_t at) {
  GlyphGrowth growth;
  const std::uint16_t assembly = in.u16(at), variants = in.u16(at + 2);
  for (std::size_t i = 0; i < variants && in.sound(); ++i) growth.variants.push_back({in.u16(at + 4 + 4 * i), in.unsignedEm(at + 6 + 4 * i)});
  if (assembly) {
    const std::size_t parts = at + assembly + 4; // behind the italics correction
    const std::uint16_t count = in.u16(parts);
    for (std::size_t i = 0; i < count && in.sound(); ++i) {
      const std::size_t part = parts + 2 + 10 * i;
      growth.parts.push_back({in.u16(part), in.unsignedEm(part + 2), in.unsignedEm(part + 4), in.unsignedEm(part + 6), (in.u16(part + 8) & 1) != 0});
    }
  }
  return growth;
}

} // namespace

bool readMathTable(const QByteArray& bytes, double unitsPerEm, MathTable& out) {
  const Bytes in(bytes, unitsPerEm);
  if (bytes.size() < 10 || in.u16(0) != 1) return false;
  readConstants(in, in.u16(4), out.constants);
  const std::size_t info = in.u16(6), variants = in.u16(8);
  if (info) {
    if (const std::uint16_t italics = in.u16(info)) readValues(in, info + italics, out.italics);
    if (const std::uint16_t accents = in.u16(info + 2)) readValues(in, info + accents, out.topAccents);
  }
  if (variants) {
    out.minConnectorOverlap = in.unsignedEm(variants);
    const std::uint16_t verticals = in.u16(variants + 6), horizontals = in.u16(variants + 8);
    const auto read = [&](std::uint16_t coverageAt, std::size_t first, std::uint16_t count, std::unordered_map<std::uint32_t, GlyphGrowth>& growths) {
      if (!coverageAt) return;
      const std::vector<std::uint32_t> glyphs = coverage(in, variants + coverageAt);
      for (std::size_t i = 0; i < count && i < glyphs.size(); ++i)
        if (const std::uint16_t growth = in.u16(variants + 10 + 2 * (first + i))) growths[glyphs[i]] = readGrowth(in, variants + growth);
    };
    read(in.u16(variants + 2), 0, verticals, out.vertical);
    read(in.u16(variants + 4), verticals, horizontals, out.horizontal);
  }
  return in.sound();
}

} // namespace glassbox
