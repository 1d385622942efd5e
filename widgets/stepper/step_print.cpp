#include "widgets/stepper/step_print.h"

#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/stepper/explanation_panel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kHead = 32;            // px of the page's own measure
constexpr int kHighest = 100'000;
constexpr double kPixel = 0.3;       // mm on paper: letters of 12 px are 10 points high

/// Children that are seen, from top to bottom.
std::vector<QWidget*> partsOf(const QWidget& page) {
  std::vector<QWidget*> parts;
  for (QWidget* part : page.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
    if (part->isVisibleTo(&page)) parts.push_back(part);
  std::sort(parts.begin(), parts.end(), [](const QWidget* a, const QWidget* b) { return a->y() < b->y(); });
  return parts;
}

/// What stays with the part below it: a hairline and a heading.
bool isRule(const QWidget& part) { return part.objectName() == QStringLiteral("rule"); }
bool leads(const QWidget& part) { return qobject_cast<const SectionLabel*>(&part) || isRule(part); }

/// Where the page may be cut: above a part, but not between a heading and what it is of; one that is higher than a sheet, between its
/// own parts, the words that open it staying with the first of them.
std::vector<int> bordersOf(const QWidget& page, int sheet) {
  const std::vector<QWidget*> parts = partsOf(page);
  std::vector<int> borders;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 0 || !leads(*parts[i - 1])) borders.push_back(parts[i]->y());
    if (parts[i]->height() <= sheet) continue;
    const std::vector<QWidget*> inner = partsOf(*parts[i]);
    for (std::size_t k = 1; k < inner.size(); ++k)
      if (!qobject_cast<const QLabel*>(inner[k - 1])) borders.push_back(parts[i]->y() + inner[k]->y());
  }
  borders.push_back(parts.empty() ? 0 : parts.back()->geometry().bottom() + 1);
  return borders;
}

} // namespace

void printExplanation(Stepper& stepper, const QString& headline, QPagedPaintDevice& paper) {
  QPainter painter(&paper);
  const QRectF sheet(0, 0, painter.viewport().width(), painter.viewport().height());
  const double scale = kPixel / 25.4 * painter.device()->logicalDpiX() / theme().scale();
  const int width = static_cast<int>(sheet.width() / scale), room = static_cast<int>(sheet.height() / scale) - kHead;
  // A panel of its own, as wide as the sheet and high enough for nothing to be scrolled.
  ExplanationPanel panel(&stepper);
  panel.setAttribute(Qt::WA_DontShowOnScreen);
  panel.setPrinting();
  panel.resize(width, kHighest);
  panel.show();
  // Texts and formulas are as high as their width lets them be, and tell it to the layouts above them one by one.
  for (int round = 0; round < 4; ++round) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  const QWidget& page = *panel.widget();
  const std::vector<int> borders = bordersOf(page, room);
  for (int top = 0, number = 1; top < borders.back(); ++number) {
    int bottom = std::min(top + room, borders.back());
    const auto next = std::upper_bound(borders.begin(), borders.end(), bottom);
    if (next != borders.begin() && *std::prev(next) > top) bottom = *std::prev(next);
    if (number > 1) paper.newPage();
    painter.save();
    painter.scale(scale, scale);
    // Paper is white; a dark page is for the screen of a class.
    if (theme().mode() == ThemeMode::Dark) painter.fillRect(QRectF(0, 0, sheet.width() / scale, sheet.height() / scale), theme().color(ColorRole::Panel));
    painter.setFont(theme().font(FontRole::Hint));
    painter.setPen(theme().color(ColorRole::Text2));
    painter.drawText(QRect(12, 0, width - 24, kHead - 8), Qt::AlignLeft | Qt::AlignVCenter, headline);
    painter.drawText(QRect(12, 0, width - 24, kHead - 8), Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
    painter.translate(0, kHead - top);
    for (QWidget* part : partsOf(page)) {
      const QRect seen = part->geometry().intersected(QRect(0, top, width, bottom - top));
      if (!seen.isEmpty()) part->render(&painter, seen.topLeft(), QRegion(seen.translated(-part->pos())), QWidget::DrawChildren);
    }
    painter.restore();
    top = bottom;
    for (const QWidget* part : partsOf(page))  // between two sheets no line is needed
      if (isRule(*part) && part->y() == bottom) top += part->height();
  }
}

} // namespace glassbox
