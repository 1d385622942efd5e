#include "widgets/stepper/step_print.h"

#include "widgets/common/theme_manager.h"

#include <QPagedPaintDevice>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <set>

namespace glassbox {

void printPage(QWidget& page, const QString& headline, QPagedPaintDevice& paper) {
  constexpr int kHead = 32; // px of the page's own measure
  QPainter painter(&paper);
  const QRectF sheet(0, 0, painter.viewport().width(), painter.viewport().height());
  const double scale = sheet.width() / page.width();
  const int room = static_cast<int>(sheet.height() / scale) - kHead;
  std::set<int> borders{page.height()};
  const QList<QWidget*> parts = page.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
  int used = 0;
  for (const QWidget* part : parts)
    if (part->isVisibleTo(&page)) borders.insert(part->geometry().top()), used = std::max(used, part->geometry().bottom() + 1);
  for (int top = 0, number = 1; top < used; ++number) {
    int bottom = std::min(top + room, used);
    if (bottom < used) {
      const auto next = borders.upper_bound(bottom);
      const int border = next == borders.begin() ? 0 : *std::prev(next);
      if (border > top) bottom = border;
    }
    if (number > 1) paper.newPage();
    painter.save();
    painter.scale(scale, scale);
    // Paper is white; a dark page is for the screen of a class.
    if (theme().mode() == ThemeMode::Dark) painter.fillRect(QRectF(0, 0, sheet.width() / scale, sheet.height() / scale), theme().color(ColorRole::Panel));
    painter.setFont(theme().font(FontRole::Hint));
    painter.setPen(theme().color(ColorRole::Text2));
    painter.drawText(QRect(12, 0, page.width() - 24, kHead - 8), Qt::AlignLeft | Qt::AlignVCenter, headline);
    painter.drawText(QRect(12, 0, page.width() - 24, kHead - 8), Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
    painter.translate(0, kHead);
    page.render(&painter, QPoint(0, 0), QRegion(QRect(0, top, page.width(), bottom - top)), QWidget::DrawChildren);
    painter.restore();
    top = bottom;
  }
}

} // namespace glassbox
