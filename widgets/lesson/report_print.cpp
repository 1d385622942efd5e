#include "widgets/lesson/report_print.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme.h"
#include "widgets/formula/formula.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kPixel = 0.3;  // mm on paper: letters of 12 px are 10 points high
constexpr int kRow = 22, kFoot = 24;

const Theme& ink() {
  static const Theme paper(ThemeMode::Light, TextSize::Normal);
  return paper;
}

QString say(const char* text) { return QCoreApplication::translate("glassbox::PrintedReport", text); }

/// The learner's name, or a word in its place.
QString nameOf(const QString& learner) { return learner.isEmpty() ? say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "Learner")) : learner; }

/// Rows on sheets: knows where the next one begins.
class Sheets {
 public:
  explicit Sheets(QPagedPaintDevice& paper) : m_paper(paper), m_painter(&paper) {
    const double scale = kPixel / 25.4 * m_painter.device()->logicalDpiX();
    m_size = QSizeF(m_painter.viewport().size()) / scale;
    m_painter.scale(scale, scale);
  }

  QPainter& painter() { return m_painter; }
  double width() const { return m_size.width(); }
  double height() const { return m_size.height(); }
  double y() const { return m_y; }
  void skip(double height) { m_y += height; }

  /// Room for `height`, on a new sheet if it must be.
  void need(double height, const QString& foot) {
    m_foot = foot;
    if (m_y + height <= m_size.height() - kFoot) return;
    drawFoot();
    m_paper.newPage();
    ++m_number;
    m_y = 0;
  }

  void drawFoot() {
    text(QRectF(0, m_size.height() - kFoot, width(), kFoot), Qt::AlignLeft | Qt::AlignBottom, m_foot, FontRole::Hint, ColorRole::Text3);
    text(QRectF(0, m_size.height() - kFoot, width(), kFoot), Qt::AlignRight | Qt::AlignBottom, QString::number(m_number), FontRole::Hint, ColorRole::Text3);
  }

  void text(const QRectF& where, int align, const QString& words, FontRole font, ColorRole color = ColorRole::Text) {
    m_painter.setFont(ink().font(font));
    m_painter.setPen(ink().color(color));
    m_painter.drawText(where, align, QFontMetricsF(m_painter.font(), m_painter.device()).elidedText(words, Qt::ElideRight, where.width()));
  }

  void rule(double y, ColorRole color = ColorRole::Line) {
    m_painter.setPen(QPen(ink().color(color), 1));
    m_painter.drawLine(QPointF(0, y), QPointF(width(), y));
  }

 private:
  QPagedPaintDevice& m_paper;
  QPainter m_painter;
  QSizeF m_size;
  QString m_foot;
  double m_y = 0;
  int m_number = 1;
};

/// What a share is, as the lab sets formulas everywhere.
void paintShareFormula(Sheets& sheets, double centre, double y) {
  const Formula formula(QStringLiteral("\\text{%1} = \\frac{\\text{%2}}{\\text{%3}}").arg(say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "share of a skill")), say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "tasks passed")), say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "tasks of the lessons that train the skill"))));
  const FormulaLayout layout = layOut(formula, 13);
  paintFormula(sheets.painter(), layout, QPointF(centre - layout.width / 2, y + layout.height), {ink().color(ColorRole::Text2), &ink()});
}

/// Right edges of the columns of figures, from the right: hints, tries; and where the state stands.
struct Columns {
  double state, tries, hints;
  explicit Columns(double width) : state(width - 270), tries(width - 90), hints(width) {}
};

void printHeadRow(Sheets& s, const Columns& at) {
  const double y = s.y();
  const auto over = [&](double left, double right, int align, const QString& words) {
    s.text(QRectF(left, y, right - left, kRow), align | Qt::AlignVCenter, words, FontRole::Hint, ColorRole::Text3);
  };
  over(40, at.state, Qt::AlignLeft, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "Task")));
  over(at.state, at.tries - 70, Qt::AlignLeft, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "State")));
  over(at.tries - 80, at.tries, Qt::AlignRight, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "Attempts")));
  over(at.hints - 80, at.hints, Qt::AlignRight, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "Hints")));
  s.rule(y + kRow, ColorRole::Ctrl);
  s.skip(kRow + 4);
}

void printTask(Sheets& s, const Columns& at, const PrintedTask& task) {
  const double y = s.y();
  s.text(QRectF(40, y, at.state - 52, kRow), Qt::AlignLeft | Qt::AlignVCenter, task.title, FontRole::Normal);
  const bool passed = task.state.passed;
  paintIcon(s.painter(), QRectF(at.state, y + 4, 14, 14), passed ? QStringLiteral("check") : QStringLiteral("minus"), ink().color(passed ? ColorRole::Ok : ColorRole::Text3));
  s.text(QRectF(at.state + 20, y, 110, kRow), Qt::AlignLeft | Qt::AlignVCenter, passed ? say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "passed")) : task.state.skipped ? say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "skipped")) : say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "open")), FontRole::Normal, passed ? ColorRole::Ok : ColorRole::Text2);
  s.text(QRectF(at.tries - 80, y, 80, kRow), Qt::AlignRight | Qt::AlignVCenter, formatInteger(task.state.attempts), FontRole::Normal);
  s.text(QRectF(at.hints - 80, y, 80, kRow), Qt::AlignRight | Qt::AlignVCenter, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "%1 of 3")).arg(task.state.hints), FontRole::Normal);
  s.skip(kRow);
}

QFont large(double pixels, bool bold) {
  QFont font = ink().font(bold ? FontRole::H1 : FontRole::Normal);
  font.setPixelSize(static_cast<int>(std::lround(pixels)));
  font.setBold(bold);
  return font;
}

} // namespace

QString spentText(double seconds) {
  const auto minutes = static_cast<qint64>(std::lround(seconds / 60));
  return minutes < 60 ? say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "%1 min")).arg(minutes) : say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "%1 h %2 min")).arg(formatInteger(minutes / 60)).arg(minutes % 60);
}

void printReport(const PrintedReport& report, QPagedPaintDevice& paper) {
  Sheets s(paper);
  const Columns at(s.width());
  const QString foot = say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "Glassbox · %1 · %2")).arg(nameOf(report.learner), report.date);
  s.need(0, foot);
  double seconds = 0;
  int passed = 0, tasks = 0;
  for (const PrintedLesson& lesson : report.lessons) {
    seconds += lesson.seconds;
    tasks += static_cast<int>(lesson.tasks.size());
    for (const PrintedTask& task : lesson.tasks) passed += task.state.passed;
  }
  s.text(QRectF(0, 0, s.width(), 32), Qt::AlignLeft | Qt::AlignVCenter, nameOf(report.learner), FontRole::H1);
  s.text(QRectF(0, 32, s.width(), 24), Qt::AlignLeft | Qt::AlignVCenter,
         say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "Report of %1 · %2 of %3 tasks passed · %4 with the lessons")).arg(report.date).arg(passed).arg(tasks).arg(spentText(seconds)), FontRole::Normal, ColorRole::Text2);
  s.rule(64);
  s.skip(72);
  RadarChart::paint(s.painter(), QRectF(0, s.y(), s.width(), 320), report.axes, ink());
  s.skip(336);
  paintShareFormula(s, s.width() / 2, s.y());
  s.skip(52);
  QString block;
  for (const PrintedLesson& lesson : report.lessons) {
    const bool newBlock = lesson.block != block;
    s.need((newBlock ? 34 : 0) + 2 * kRow + 12 + kRow, foot);
    if (newBlock) {
      block = lesson.block;
      s.skip(8);
      s.text(QRectF(0, s.y(), s.width(), 24), Qt::AlignLeft | Qt::AlignVCenter, block, FontRole::CardTitle);
      s.skip(26);
    }
    s.text(QRectF(0, s.y(), 28, kRow), Qt::AlignRight | Qt::AlignVCenter, QString::number(lesson.number), FontRole::Bold, ColorRole::Text2);
    s.text(QRectF(40, s.y(), s.width() - 160, kRow), Qt::AlignLeft | Qt::AlignVCenter, lesson.title, FontRole::Bold);
    s.text(QRectF(s.width() - 110, s.y(), 110, kRow), Qt::AlignRight | Qt::AlignVCenter, spentText(lesson.seconds), FontRole::Normal, ColorRole::Text2);
    s.skip(kRow);
    printHeadRow(s, at);
    for (const PrintedTask& task : lesson.tasks) {
      s.need(kRow, foot);
      printTask(s, at, task);
    }
    s.skip(8);
  }
  s.drawFoot();
}

void printCertificate(const PrintedCertificate& certificate, QPagedPaintDevice& paper) {
  Sheets s(paper);
  QPainter& p = s.painter();
  const double width = s.width(), height = s.height();
  p.setRenderHint(QPainter::Antialiasing);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(ink().color(ColorRole::Accent), 3));
  p.drawRoundedRect(QRectF(6, 6, width - 12, height - 12), 12, 12);
  p.setPen(QPen(ink().color(ColorRole::Line), 1));
  p.drawRoundedRect(QRectF(16, 16, width - 32, height - 32), 8, 8);
  const auto line = [&](double y, double high, const QFont& font, ColorRole color, const QString& words) {
    p.setFont(font);
    const double room = width - 160, wide = QFontMetricsF(font, p.device()).horizontalAdvance(words);
    if (wide > room) { // a long name is set smaller, not cut
      QFont smaller = font;
      smaller.setPixelSize(std::max(10, static_cast<int>(font.pixelSize() * room / wide)));
      p.setFont(smaller);
    }
    p.setPen(ink().color(color));
    p.drawText(QRectF(80, y, room, high), Qt::AlignCenter, words);
  };
  const double top = height * 0.10;
  p.drawPixmap(QRectF(width / 2 - 28, top, 56, 56).toRect(), applicationIcon().pixmap(256, 256)); // in the light theme's colours
  line(top + 66, 30, large(18, false), ColorRole::Text2, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "Certificate")));
  line(top + 112, 64, large(44, true), ColorRole::Text, nameOf(certificate.learner));
  line(top + 188, 28, large(17, false), ColorRole::Text2, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "has finished block %1 of the lessons of Glassbox")).arg(certificate.block));
  line(top + 226, 40, large(28, true), ColorRole::Accent, certificate.title);
  line(top + 274, 26, large(15, false), ColorRole::Text2, say(QT_TRANSLATE_NOOP("glassbox::PrintedReport", "and passed all %1 tasks, each checked on the learner's own model")).arg(certificate.tasks));
  double y = top + 322;
  const double step = std::min(26.0, (height - 110 - y) / std::max<double>(1, static_cast<double>(certificate.lessons.size())));
  for (const QString& lesson : certificate.lessons) {
    line(y, step, large(std::min(14.0, step * 0.6), false), ColorRole::Text, lesson);
    y += step;
  }
  p.setPen(QPen(ink().color(ColorRole::Ctrl), 1));
  p.drawLine(QPointF(width / 2 - 120, height - 84), QPointF(width / 2 + 120, height - 84));
  line(height - 80, 24, large(14, false), ColorRole::Text2, certificate.date);
}

QByteArray pdfOf(const QString& title, bool landscape, const std::function<void(QPagedPaintDevice&)>& print) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter paper(&buffer);
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setPageOrientation(landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    paper.setPageMargins(landscape ? QMarginsF(10, 10, 10, 10) : QMarginsF(18, 18, 18, 15), QPageLayout::Millimeter);
    paper.setTitle(title);
    paper.setCreator(QStringLiteral("Glassbox"));
    print(paper);
  }
  return bytes;
}

} // namespace glassbox
