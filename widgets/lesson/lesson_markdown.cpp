#include "widgets/lesson/lesson_markdown.h"

#include "widgets/code/python_highlighter.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_text.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

#include <algorithm>
#include <vector>

namespace glassbox {
namespace {

constexpr char16_t kFirstMark = 0xE000, kLastMark = 0xF8FF; // private use: stands for a formula while Markdown is read

struct CutFormula {
  QString tex;
  bool display = false;
};

/// Takes the formulas out: Markdown would read their underscores and stars. Code keeps its dollar signs.
QString cutFormulas(const QString& markdown, std::vector<CutFormula>& formulas) {
  QString out;
  bool fenced = false;
  for (const QString& line : markdown.split(u'\n')) {
    if (line.startsWith(QLatin1String("```"))) fenced = !fenced;
    if (fenced || line.startsWith(QLatin1String("```"))) {
      out += line + u'\n';
      continue;
    }
    for (qsizetype i = 0; i < line.size();) {
      if (line[i] == u'\\' && i + 1 < line.size()) {
        out += line[i + 1] == u'$' ? QStringView(line).mid(i + 1, 1) : QStringView(line).mid(i, 2);
        i += 2;
      } else if (line[i] == u'`') {
        qsizetype ticks = i;
        while (ticks < line.size() && line[ticks] == u'`') ++ticks;
        const qsizetype close = line.indexOf(line.mid(i, ticks - i), ticks);
        const qsizetype end = close < 0 ? line.size() : close + (ticks - i);
        out += QStringView(line).mid(i, end - i);
        i = end;
      } else if (line[i] == u'$' && kFirstMark + formulas.size() <= kLastMark) {
        const qsizetype mark = line.mid(i, 2) == QLatin1String("$$") ? 2 : 1;
        qsizetype close = i + mark;
        while (close < line.size() && line.mid(close, mark) != QString(mark, u'$')) close += line[close] == u'\\' ? 2 : 1;
        out += QChar(static_cast<char16_t>(kFirstMark + formulas.size()));
        formulas.push_back({line.mid(i + mark, close - i - mark), mark == 2});
        i = close + mark;
      } else {
        out += line[i++];
      }
    }
    out += u'\n';
  }
  return out;
}

bool isMark(QChar c) { return c.unicode() >= kFirstMark && c.unicode() <= kLastMark; }

void putFormulas(QTextDocument& document, const std::vector<CutFormula>& formulas, const ProseStyle& style) {
  for (int position = document.characterCount() - 1; position >= 0; --position) {
    const QChar c = document.characterAt(position);
    if (!isMark(c)) continue;
    const CutFormula& formula = formulas[static_cast<std::size_t>(c.unicode() - kFirstMark)];
    QTextCursor cursor(&document);
    cursor.setPosition(position);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    const QTextCharFormat around = cursor.charFormat();
    cursor.removeSelectedText();
    const double size = style.small ? (formula.display ? 17 : 15) : (formula.display ? 20 : 17);
    QTextCharFormat format = FormulaText::format(formula.tex, size * style.zoom, formula.display ? FormulaStyle::Display : FormulaStyle::InText);
    if (around.isAnchor()) format.setForeground(around.foreground());
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
    if (formula.display) cursor.block().setUserState(1);
  }
}

bool isCode(const QTextBlock& block) {
  return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) ||
         block.blockFormat().nonBreakableLines();
}

void formatWords(QTextBlock& block, const ProseStyle& style, int headingLevel) {
  const Theme& t = theme();
  struct Part {
    int begin, length;
    QTextCharFormat format;
  };
  std::vector<Part> parts;
  for (auto it = block.begin(); !it.atEnd(); ++it) {
    const QTextFragment fragment = it.fragment();
    QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat() || format.objectType() == FormulaText::Type) continue;
    QTextCharFormat change;
    if (headingLevel > 0) {
      change.setProperty(QTextFormat::FontPixelSize, t.px((headingLevel <= 2 ? 15 : 14) * style.zoom));
      change.setProperty(QTextFormat::FontSizeAdjustment, 0); // Markdown's own larger sizes
      change.setFontWeight(QFont::Bold);
    }
    if (format.fontFixedPitch() || isCode(block)) {
      change.setFontFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans CJK SC")});
      change.setProperty(QTextFormat::FontPixelSize, t.px(12 * style.zoom));
      if (!isCode(block)) change.setBackground(t.color(ColorRole::Hover));
    }
    if (format.fontItalic() && style.language == Language::Chinese) { // Han letters have no italic
      change.setFontItalic(false);
      change.setFontWeight(QFont::Bold);
    }
    if (format.isAnchor()) {
      change.setForeground(t.color(ColorRole::Accent));
      change.setFontUnderline(true);
    }
    if (change.propertyCount() > 0) parts.push_back({fragment.position(), fragment.length(), change});
  }
  for (const Part& part : parts) {
    QTextCursor cursor(block);
    cursor.setPosition(part.begin);
    cursor.setPosition(part.begin + part.length, QTextCursor::KeepAnchor);
    cursor.mergeCharFormat(part.format);
  }
}

double tallestFormula(const QTextBlock& block) {
  double tallest = 0;
  for (auto it = block.begin(); !it.atEnd(); ++it)
    if (!FormulaText::texOf(it.fragment().charFormat()).isEmpty()) tallest = std::max(tallest, FormulaText::tallness(it.fragment().charFormat()));
  return tallest;
}

bool hasPicture(const QTextBlock& block) {
  for (auto it = block.begin(); !it.atEnd(); ++it)
    if (it.fragment().charFormat().isImageFormat()) return true;
  return false;
}

void formatBlock(QTextBlock& block, const ProseStyle& style, bool first, bool last) {
  const Theme& t = theme();
  QTextBlockFormat format = block.blockFormat();
  const int level = format.headingLevel();
  const auto px = [&](double n) { return t.px(n * style.zoom); };
  const double line = px(style.small ? 18 : 24);
  format.setTopMargin(0);
  format.setBottomMargin(last ? 0 : px(style.small ? 6 : 12));
  if (level > 0) {
    format.setTopMargin(first ? 0 : px(16));
    format.setBottomMargin(px(4));
  }
  if (block.userState() == 1) { // a formula of its own
    format.setAlignment(Qt::AlignHCenter);
    format.setLineHeight(px(36), QTextBlockFormat::MinimumHeight);
  } else if (hasPicture(block)) {
    format.setAlignment(Qt::AlignHCenter);
  } else if (isCode(block)) {
    format.setBackground(t.color(ColorRole::Panel));
    format.setLeftMargin(t.px(8));
    format.setLineHeight(px(18), QTextBlockFormat::FixedHeight);
    const QTextBlock next = block.next();
    if (next.isValid() && isCode(next)) format.setBottomMargin(0);
  } else {
    // Fixed: bold, italic and mono letters have other heights, and lines would drift apart. Only a formula that would touch the
    // lines above and below makes room for itself.
    format.setLineHeight(line, tallestFormula(block) > line ? QTextBlockFormat::MinimumHeight : QTextBlockFormat::FixedHeight);
  }
  if (const QTextList* list = block.textList()) {
    const bool lastItem = list->item(list->count() - 1) == block;
    if (!lastItem) format.setBottomMargin(px(4));
  }
  QTextCursor cursor(block);
  cursor.setBlockFormat(format);
  formatWords(block, style, level);
}

bool isPython(const QTextBlock& block) {
  const QString language = block.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage).trimmed();
  return isCode(block) && (language == QLatin1String("python") || language == QLatin1String("py"));
}

/// Python that says it is Python in the colours of the code view; other code, and what a program prints, stays in one.
void colorCode(QTextDocument& document) {
  QString open; // a string of several lines that goes on
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    if (!isPython(block)) {
      open.clear();
      continue;
    }
    const PythonLine line = pythonTokens(block.text(), open);
    open = line.open;
    for (const PythonToken& token : line.tokens) {
      QTextCursor cursor(&document);
      cursor.setPosition(block.position() + token.start);
      cursor.setPosition(block.position() + token.start + token.length, QTextCursor::KeepAnchor);
      cursor.mergeCharFormat(pythonFormat(token.kind, ColorRole::Panel, ColorRole::WarnBg)); // WarnBg: where a search marks it
    }
  }
}

void formatTables(QTextDocument& document, double zoom) {
  const Theme& t = theme();
  for (QTextFrame* frame : document.rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (!table) continue;
    QTextTableFormat format = table->format();
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(t.color(ColorRole::Line));
    format.setCellPadding(t.px(4 * zoom));
    format.setCellSpacing(0);
    format.setBottomMargin(t.px(12 * zoom));
    table->setFormat(format);
  }
}

} // namespace

QStringList proseFamilies(Language language) {
  const QString latin = QStringLiteral("DejaVu Sans"), han = QStringLiteral("Noto Sans CJK SC");
  return language == Language::Chinese ? QStringList{han, latin} : QStringList{latin, han};
}

void setLessonMarkdown(QTextDocument& document, const QString& markdown, const ProseStyle& style) {
  const Theme& t = theme();
  QFont font = t.font(style.small ? FontRole::Normal : FontRole::LessonBody);
  font.setFamilies(proseFamilies(style.language));
  font.setPixelSize(qRound(font.pixelSize() * style.zoom));
  document.setDefaultFont(font);
  document.setDocumentMargin(0);
  document.setIndentWidth(t.px(20 * style.zoom));
  FormulaText::install(document);
  std::vector<CutFormula> formulas;
  document.setMarkdown(cutFormulas(markdown, formulas),
                       QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML) | QTextDocument::MarkdownDialectGitHub);
  putFormulas(document, formulas, style);
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
    formatBlock(block, style, block == document.begin(), !block.next().isValid());
  formatTables(document, style.zoom);
  colorCode(document);
}

void fitPictures(QTextDocument& document, double width, double zoom, const std::function<QSizeF(const QString&)>& sizeOf) {
  struct Picture {
    int position = 0, length = 0;
    QTextImageFormat format;
  };
  std::vector<Picture> pictures;
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment fragment = it.fragment();
      if (!fragment.charFormat().isImageFormat()) continue;
      QTextImageFormat format = fragment.charFormat().toImageFormat();
      const QSizeF own = sizeOf(format.name());
      if (own.isEmpty()) continue;
      const double shown = std::min(width, own.width() * theme().scale() * zoom);
      if (qFuzzyCompare(format.width(), shown)) continue;
      format.setWidth(shown);
      format.setHeight(shown * own.height() / own.width());
      pictures.push_back({fragment.position(), fragment.length(), format});
    }
  for (const Picture& picture : pictures) {
    QTextCursor cursor(&document);
    cursor.setPosition(picture.position);
    cursor.setPosition(picture.position + picture.length, QTextCursor::KeepAnchor);
    cursor.setCharFormat(picture.format);
  }
}

} // namespace glassbox
