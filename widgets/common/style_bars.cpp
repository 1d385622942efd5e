#include "widgets/common/icons.h"
#include "widgets/common/style_paint.h"

#include <QAbstractItemView>
#include <QTabBar>

namespace glassbox::style {
namespace {

constexpr int kMenuIconColumn = 28;
constexpr int kMenuPadding = 12;

struct MenuText {
  QString label;
  QString key;
};

MenuText split(const QString& text) {
  const qsizetype tab = text.indexOf(u'\t');
  return tab < 0 ? MenuText{text, {}} : MenuText{text.left(tab), text.mid(tab + 1)};
}

} // namespace

int menuItemWidth(const QStyleOptionMenuItem& option) {
  const Theme& t = theme();
  const MenuText text = split(option.text);
  const int label = option.fontMetrics.size(Qt::TextShowMnemonic, text.label).width();
  const int key = QFontMetrics(t.font(FontRole::Hint)).horizontalAdvance(text.key);
  return t.px(kMenuIconColumn) + label + (key > 0 ? t.px(32) + key : 0) + t.px(kMenuPadding) + t.px(16);
}

void menuItem(QPainter& p, const QStyleOptionMenuItem& option) {
  const Theme& t = theme();
  const QRect r = option.rect;
  p.fillRect(r, t.color(ColorRole::Raised));
  if (option.menuItemType == QStyleOptionMenuItem::Separator) {
    p.fillRect(QRect(r.left(), r.center().y(), r.width(), 1), t.color(ColorRole::Line));
    return;
  }
  const bool chosen = enabled(option) && (option.state & QStyle::State_Selected);
  if (chosen) p.fillRect(r, t.color(ColorRole::Hover));
  const QColor ink = t.color(enabled(option) ? ColorRole::Text : ColorRole::Off);
  const int side = t.px(16);
  const QRect place(r.left() + t.px(6), r.top() + (r.height() - side) / 2, side, side);
  if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
    if (option.checked) paintIcon(p, place, QStringLiteral("check"), t.color(enabled(option) ? ColorRole::Accent : ColorRole::Off));
  } else if (!option.icon.isNull()) {
    option.icon.paint(&p, place, Qt::AlignCenter, enabled(option) ? QIcon::Normal : QIcon::Disabled);
  }
  const MenuText text = split(option.text);
  const QRect line = r.adjusted(t.px(kMenuIconColumn), 0, -t.px(kMenuPadding), 0);
  p.save();
  p.setFont(option.font);
  p.setPen(ink);
  p.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine, text.label);
  p.setFont(t.font(FontRole::Hint));
  p.setPen(t.color(enabled(option) ? ColorRole::Text3 : ColorRole::Off));
  p.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, text.key);
  p.restore();
  if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
    const int small = t.px(14);
    paintIcon(p, QRect(r.right() - small - t.px(4), r.top() + (r.height() - small) / 2, small, small), QStringLiteral("right"),
              t.color(ColorRole::Text3));
  }
}

void menuBarItem(QPainter& p, const QStyleOptionMenuItem& option) {
  const Theme& t = theme();
  p.fillRect(option.rect, t.color(ColorRole::Win));
  if (enabled(option) && (option.state & QStyle::State_Selected)) p.fillRect(option.rect, t.color(ColorRole::Hover));
  p.setPen(t.color(enabled(option) ? ColorRole::Text : ColorRole::Off));
  p.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
}

void tabShape(QPainter& p, const QStyleOptionTab& option, const QWidget* widget) {
  const Theme& t = theme();
  const QRect r = option.rect;
  const bool chosen = option.state & QStyle::State_Selected, current = chosen && !flag(widget, "folded");
  p.fillRect(r, t.color(ColorRole::Win));
  if (!current && hovered(option)) p.fillRect(r.adjusted(0, t.px(4), 0, -t.px(4)), t.color(ColorRole::Hover));
  if (!flag(widget, "noBase")) p.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.color(ColorRole::Line));
  if (current)
    p.fillRect(QRect(r.left(), r.bottom() - t.px(2) + 1, r.width(), t.px(2)),
               t.color(enabled(option) ? ColorRole::Accent : ColorRole::Off));
  if (chosen && focused(option) && (option.state & QStyle::State_KeyboardFocusChange)) ring(p, QRectF(r).adjusted(1, 3, -1, -4), t.px(4));
}

void tabLabel(QPainter& p, const QStyleOptionTab& option, const QWidget* widget) {
  const Theme& t = theme();
  const bool current = (option.state & QStyle::State_Selected) && !flag(widget, "folded");
  const ColorRole role = !enabled(option) ? ColorRole::Off : current || hovered(option) ? ColorRole::Text : ColorRole::Text2;
  QRect r = option.rect.adjusted(t.px(10), 0, -t.px(10), 0);
  p.save();
  p.setFont(t.font(current ? FontRole::Bold : FontRole::Normal));
  p.setPen(t.color(role));
  if (!option.icon.isNull()) {
    const QSize size = option.iconSize;
    option.icon.paint(&p, QRect(r.left(), r.center().y() - size.height() / 2, size.width(), size.height()), Qt::AlignCenter,
                      enabled(option) ? QIcon::Normal : QIcon::Disabled);
    r.setLeft(r.left() + size.width() + t.px(6));
  }
  const QString text = QFontMetrics(p.font()).elidedText(option.text, Qt::ElideRight, r.width() + 2, Qt::TextHideMnemonic);
  p.drawText(r.adjusted(-2, 0, 2, 0), Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, text);
  p.restore();
}

void headerSection(QPainter& p, const QStyleOptionHeader& option) {
  const Theme& t = theme();
  const QRect r = option.rect;
  p.fillRect(r, t.color(hovered(option) ? ColorRole::Hover : ColorRole::Panel));
  if (option.orientation == Qt::Horizontal)
    p.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.color(ColorRole::Line));
  else
    p.fillRect(QRect(r.right(), r.top(), 1, r.height()), t.color(ColorRole::Line));
}

void viewRow(QPainter& p, const QStyleOptionViewItem& option) {
  const Theme& t = theme();
  if (option.backgroundBrush.style() != Qt::NoBrush) p.fillRect(option.rect, option.backgroundBrush);
  const bool chosen = option.state & QStyle::State_Selected;
  if (chosen)
    p.fillRect(option.rect, t.color(enabled(option) ? ColorRole::Tint : ColorRole::Hover));
  else if (hovered(option))
    p.fillRect(option.rect, t.color(ColorRole::Hover));
  if (focused(option) && (option.state & QStyle::State_KeyboardFocusChange)) ring(p, QRectF(option.rect), t.px(3));
}

} // namespace glassbox::style
