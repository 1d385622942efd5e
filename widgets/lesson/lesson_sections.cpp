#include "widgets/lesson/lesson_sections.h"

#include "widgets/formula/plain.h"

namespace glassbox {

QStringList sectionTitles(const std::string& markdown) {
  QStringList titles;
  bool fenced = false;
  for (const QString& line : QString::fromStdString(markdown).split(u'\n')) {
    if (line.startsWith(QLatin1String("```"))) fenced = !fenced;
    if (!fenced && line.startsWith(QLatin1String("## "))) titles << withPlainFormulas(line.mid(3).trimmed());
  }
  return titles;
}

QStringList sectionTitles(const Page& page) {
  QStringList titles;
  for (const PageBlock& block : page.blocks)
    if (block.kind == BlockKind::Text || block.kind == BlockKind::Goal || block.kind == BlockKind::Summary || block.kind == BlockKind::TakeHome) titles += sectionTitles(block.markdown);
  return titles;
}

} // namespace glassbox
