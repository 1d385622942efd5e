#include "widgets/lesson/lesson_index.h"

#include "widgets/formula/formula_text.h"
#include "widgets/formula/plain.h"
#include "widgets/lesson/lesson_markdown.h"

#include <QTextBlock>
#include <QTextDocument>

namespace glassbox {
namespace {

/// A paragraph with its formulas in words.
QString wordsOf(const QTextBlock& block) {
  QString words;
  for (auto it = block.begin(); !it.atEnd(); ++it) {
    const QString tex = FormulaText::texOf(it.fragment().charFormat());
    words += tex.isEmpty() ? it.fragment().text().remove(QChar::ObjectReplacementCharacter) : withPlainFormulas(u'$' + tex + u'$');
  }
  return words.replace(QChar::LineSeparator, u' ').simplified();
}

} // namespace

std::vector<const PageBlock*> searchedPieces(const Page& page) {
  std::vector<const PageBlock*> pieces;
  for (const PageBlock& block : page.blocks)
    if (block.kind != BlockKind::Hint && block.kind != BlockKind::Reveal) pieces.push_back(&block);
  return pieces;
}

void LessonIndex::setContent(std::vector<const Lesson*> lessons, Language language) {
  m_entries.clear();
  m_language = language;
  for (const Lesson* lesson : lessons) m_entries.push_back({lesson, std::nullopt});
}

const std::vector<LessonIndex::Line>& LessonIndex::linesOf(const Entry& entry) const {
  if (entry.lines) return *entry.lines;
  std::vector<Line>& lines = entry.lines.emplace();
  const Page& page = entry.lesson->page(m_language);
  QString heading = withPlainFormulas(QString::fromStdString(page.title));
  lines.push_back({-1, 0, heading, heading});
  const std::vector<const PageBlock*> pieces = searchedPieces(page);
  for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
    const PageBlock& block = *pieces[piece];
    if (!block.title.empty()) lines.push_back({static_cast<int>(piece), 0, heading, withPlainFormulas(QString::fromStdString(block.title))});
    QTextDocument document;
    setLessonMarkdown(document, QString::fromStdString(block.markdown), {m_language});
    for (QTextBlock line = document.begin(); line.isValid(); line = line.next()) {
      const QString words = wordsOf(line);
      if (line.blockFormat().headingLevel() == 2) heading = words;
      if (!words.isEmpty()) lines.push_back({static_cast<int>(piece), line.blockNumber(), heading, words});
    }
  }
  return lines;
}

std::vector<LessonHit> LessonIndex::find(const QString& words, std::size_t most) const {
  std::vector<LessonHit> hits;
  const QString wanted = words.simplified();
  if (wanted.isEmpty()) return hits;
  for (const Entry& entry : m_entries)
    for (const Line& line : linesOf(entry)) {
      const qsizetype at = line.text.indexOf(wanted, 0, Qt::CaseInsensitive);
      if (at < 0) continue;
      if (hits.size() == most) return hits;
      hits.push_back({entry.lesson, line.piece, line.line, static_cast<int>(at), line.heading, line.text});
    }
  return hits;
}

} // namespace glassbox
