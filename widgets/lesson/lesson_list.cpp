#include "widgets/lesson/lesson_list.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/lesson_head.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace glassbox {
namespace {

enum Role { Id = Qt::UserRole, Number, Minutes, Tasks, Done, Fault, Section };

class RowDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    const bool heading = !index.data(Id).isValid();
    return {theme().px(160), heading ? theme().px(index.row() == 0 ? 28 : 36) : theme().px(26)};
  }

  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& t = theme();
    const QRect row = option.rect;
    const bool heading = !index.data(Id).isValid();
    p->save();
    if (heading) {
      p->setFont(t.font(FontRole::Hint));
      p->setPen(t.color(ColorRole::Text3));
      p->drawText(row.adjusted(t.px(12), 0, -t.px(8), -t.px(4)), Qt::AlignLeft | Qt::AlignBottom,
                  p->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, row.width() - t.px(20)));
      p->restore();
      return;
    }
    const bool broken = !index.data(Fault).toString().isEmpty();
    const bool selected = option.state & QStyle::State_Selected, hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered) p->fillRect(row, t.color(selected ? ColorRole::Tint : ColorRole::Hover));
    if (selected && option.state & QStyle::State_HasFocus) {
      p->setPen(QPen(t.color(ColorRole::Focus), 2));
      p->drawRect(row.adjusted(1, 1, -1, -1));
    }
    const int done = index.data(Done).toInt(), tasks = index.data(Tasks).toInt();
    p->setFont(t.font(selected ? FontRole::Bold : FontRole::Normal));
    p->setPen(t.color(broken ? ColorRole::Text3 : ColorRole::Text2));
    p->drawText(QRect(row.left() + t.px(8), row.top(), t.px(20), row.height()), Qt::AlignRight | Qt::AlignVCenter,
                index.data(Number).toString());
    int right = row.right() - t.px(8);
    const auto sign = [&](const char* name, ColorRole role) {
      const int side = t.px(16);
      paintIcon(*p, QRectF(right - side, row.center().y() - side / 2.0 + 0.5, side, side), QString::fromLatin1(name), t.color(role));
      right -= side + t.px(6);
    };
    if (index.data(Section).isValid())
      sign("bookmark", ColorRole::Text2);
    else if (broken)
      sign("warn", ColorRole::Warn);
    else if (tasks > 0 && done == tasks)
      sign("check", ColorRole::Ok);
    else {
      const QString remark = done > 0 ? QStringLiteral("%1 / %2").arg(done).arg(tasks) : index.data(Minutes).toString();
      p->setFont(t.font(FontRole::Hint));
      p->setPen(t.color(done > 0 ? ColorRole::Text2 : ColorRole::Text3));
      p->drawText(QRect(row.left(), row.top(), right - row.left(), row.height()), Qt::AlignRight | Qt::AlignVCenter, remark);
      right -= p->fontMetrics().horizontalAdvance(remark) + t.px(8);
    }
    p->setFont(t.font(selected ? FontRole::Bold : FontRole::Normal));
    p->setPen(t.color(broken ? ColorRole::Text3 : selected ? ColorRole::Accent : ColorRole::Text));
    const int left = row.left() + t.px(36);
    p->drawText(QRect(left, row.top(), right - left, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                p->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, right - left));
    p->restore();
  }
};

} // namespace

LessonList::LessonList(QWidget* parent) : QListWidget(parent) {
  setItemDelegate(new RowDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setProperty("ownFocus", true);
  viewport()->setAutoFillBackground(false);
  setAccessibleName(tr("Lessons"));
  connect(this, &QListWidget::itemClicked, this, &LessonList::choose);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &LessonList::fill);
}

void LessonList::setContent(const std::vector<LessonRow>& rows) {
  if (rows == m_rows) return;
  m_rows = rows;
  fill();
}

void LessonList::setBookmarks(const std::vector<BookmarkRow>& bookmarks) {
  if (bookmarks == m_bookmarks) return;
  m_bookmarks = bookmarks;
  fill();
}

void LessonList::setCurrentLesson(const QString& id) {
  m_current = id;
  for (int i = 0; i < count(); ++i)
    if (item(i)->data(Id).toString() == id && item(i)->data(Id).isValid() && !item(i)->data(Section).isValid()) return setCurrentRow(i);
  setCurrentRow(-1);
}

void LessonList::addHeading(const QString& words) { (new QListWidgetItem(words, this))->setFlags(Qt::NoItemFlags); }

void LessonList::fill() {
  clear();
  if (!m_bookmarks.empty()) addHeading(tr("Bookmarks"));
  for (const BookmarkRow& row : m_bookmarks) {
    auto* item = new QListWidgetItem(row.heading, this);
    item->setData(Id, row.lesson);
    item->setData(Number, row.number);
    item->setData(Section, row.section);
    item->setToolTip(tr("Lesson %1: %2, section %3: %4").arg(QString::number(row.number), row.title, QString::number(row.section), row.heading));
    item->setData(Qt::AccessibleTextRole, tr("Bookmark in lesson %1: %2").arg(row.number).arg(row.heading));
  }
  QString block;
  for (const LessonRow& row : m_rows) {
    if (row.block != block) {
      block = row.block;
      addHeading(blockTitle(block).isEmpty() ? block : block + QStringLiteral("  ") + blockTitle(block));
    }
    auto* item = new QListWidgetItem(row.title, this);
    item->setData(Id, row.id);
    item->setData(Number, row.number);
    item->setData(Minutes, tr("%1 min").arg(row.minutes));
    item->setData(Tasks, row.tasks);
    item->setData(Done, row.done);
    item->setData(Fault, row.fault);
    item->setToolTip(row.fault.isEmpty()
                         ? tr("%1 · %2 min · %3 of %4 tasks done").arg(row.title).arg(row.minutes).arg(row.done).arg(row.tasks)
                         : row.fault);
    const QString state = !row.fault.isEmpty() ? tr("cannot be opened") : tr("%1 of %2 tasks done").arg(row.done).arg(row.tasks);
    item->setData(Qt::AccessibleTextRole, tr("Lesson %1: %2, %3").arg(row.number).arg(row.title, state));
    item->setFlags(row.fault.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled);
  }
  setCurrentLesson(m_current);
}

void LessonList::choose(const QListWidgetItem* item) {
  if (item && item->data(Section).isValid()) emit bookmarkChosen(item->data(Id).toString(), item->data(Section).toInt());
  else if (item && item->data(Id).isValid() && item->data(Fault).toString().isEmpty()) emit lessonChosen(item->data(Id).toString());
}

void LessonList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return choose(currentItem());
  QListWidget::keyPressEvent(event);
}

void LessonList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(tr("Lessons"));
    fill();
  }
  QListWidget::changeEvent(event);
}

} // namespace glassbox
