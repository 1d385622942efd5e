#include "widgets/formula/math_font.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QStandardPaths>

#include <algorithm>

namespace glassbox {
namespace {

constexpr double kUnits = 1000; // the size at which outlines are kept
const char* const kFileName = "latinmodern-math.otf";

QRawFont textFace(const QString& family, QFontDatabase::WritingSystem system) {
  QFont font(family);
  font.setPixelSize(static_cast<int>(kUnits));
  font.setHintingPreference(QFont::PreferNoHinting);
  return QRawFont::fromFont(font, system);
}

} // namespace

MathFont::MathFont(const QString& file) {
  m_faces[1] = textFace(QStringLiteral("Noto Sans CJK SC"), QFontDatabase::SimplifiedChinese);
  m_faces[2] = textFace(QStringLiteral("DejaVu Sans"), QFontDatabase::Any);
  if (!QFile::exists(file)) return;
  m_faces[0] = QRawFont(file, kUnits, QFont::PreferNoHinting);
  if (m_faces[0].isValid()) m_sound = readMathTable(m_faces[0].fontTable("MATH"), m_faces[0].unitsPerEm(), m_table);
}

QString MathFont::fault() const {
  if (m_sound) return {};
  return QCoreApplication::translate("formula", "The font Latin Modern Math is missing, so formulas stand as TeX. Install the package fonts-lmodern.");
}

GlyphId MathFont::glyph(char32_t c) const {
  const auto known = m_glyphs.find(c);
  if (known != m_glyphs.end()) return known->second;
  GlyphId found;
  const QString text = QString::fromUcs4(&c, 1);
  for (std::size_t face = 0; face < kFaces && !found.glyph; ++face) {
    if (!m_faces[face].isValid()) continue;
    const QList<quint32> glyphs = m_faces[face].glyphIndexesForString(text);
    if (!glyphs.isEmpty() && glyphs[0]) found = {static_cast<std::uint8_t>(face), glyphs[0]};
  }
  return m_glyphs[c] = found;
}

const GlyphMeasure& MathFont::measure(GlyphId id) const { return known(id).measure; }

const QPainterPath& MathFont::outline(GlyphId id) const { return known(id).outline; }

const MathFont::Known& MathFont::known(GlyphId id) const {
  const std::uint64_t key = static_cast<std::uint64_t>(id.face) << 32 | id.glyph;
  const auto found = m_known.find(key);
  if (found != m_known.end()) return found->second;
  Known& out = m_known[key];
  const QRawFont& face = m_faces[id.face];
  if (!face.isValid()) return out;
  out.outline = face.pathForGlyph(id.glyph);
  const QRectF ink = out.outline.boundingRect();
  GlyphMeasure& m = out.measure;
  const QList<QPointF> advances = face.advancesForGlyphIndexes({id.glyph}, QRawFont::UseDesignMetrics);
  m.advance = advances.isEmpty() ? 0 : advances[0].x() / kUnits;
  m.height = -ink.top() / kUnits;
  m.depth = ink.bottom() / kUnits;
  m.left = ink.left() / kUnits;
  m.right = ink.right() / kUnits;
  m.topAccent = m.advance / 2;
  if (id.face != 0) return out;
  if (const auto italic = m_table.italics.find(id.glyph); italic != m_table.italics.end()) m.italic = italic->second;
  if (const auto top = m_table.topAccents.find(id.glyph); top != m_table.topAccents.end()) m.topAccent = top->second;
  else if (m.advance == 0) m.topAccent = (m.left + m.right) / 2;
  else m.topAccent = (m.advance + m.italic) / 2;
  return out;
}

const GlyphGrowth* MathFont::growthOf(const std::unordered_map<std::uint32_t, GlyphGrowth>& growths, GlyphId id) {
  if (id.face != 0) return nullptr;
  const auto found = growths.find(id.glyph);
  return found == growths.end() ? nullptr : &found->second;
}

QString MathFont::findFile() {
  const QString name = QString::fromLatin1(kFileName);
  QStringList folders;
  if (QCoreApplication::instance()) {
    const QDir program(QCoreApplication::applicationDirPath());
    folders << program.filePath(QStringLiteral("fonts")) << program.filePath(QStringLiteral("../share/glassbox/fonts"));
  }
  folders << QStringLiteral("/usr/share/texmf/fonts/opentype/public/lm-math") << QStringLiteral("/usr/share/fonts/opentype/lmodern")
          << QStringLiteral("/usr/share/texmf-dist/fonts/opentype/public/lm-math") << QStringLiteral("/usr/share/fonts/latin-modern");
  for (const QString& share : QStandardPaths::standardLocations(QStandardPaths::FontsLocation)) folders << share;
  for (const QString& folder : folders)
    if (const QString file = QDir(folder).filePath(name); QFile::exists(file)) return file;
  return {};
}

const MathFont& mathFont() {
  // Never destroyed: at the end of the process Qt's font data may be gone before it.
  static const MathFont* const font = new MathFont(MathFont::findFile());
  return *font;
}

} // namespace glassbox
