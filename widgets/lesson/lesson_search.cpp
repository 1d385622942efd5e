#include "widgets/lesson/lesson_search.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr std::size_t kMost = 200; // results
constexpr int kBefore = 24;        // characters of the line before the words

enum Role { Heading = Qt::UserRole, Line, At, Length };

/// The part of a line around the words, so that they are seen in a narrow list.
QString around(const QString& line, int& at) {
  if (at <= kBefore) return line;
  const qsizetype blank = line.indexOf(u' ', at - kBefore);
  const int from = blank < 0 || blank >= at ? at - kBefore : static_cast<int>(blank) + 1;
  at -= from - 1;
  return QStringLiteral("…") + line.mid(from);
}

class HitDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {theme().px(160), theme().lineHeight(FontRole::Hint) + theme().lineHeight(FontRole::Normal) + theme().px(12)};
  }

  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& t = theme();
    const bool selected = option.state & QStyle::State_Selected, hovered = option.state & QStyle::State_MouseOver;
    p->save();
    if (selected || hovered) p->fillRect(option.rect, t.color(selected ? ColorRole::Tint : ColorRole::Hover));
    if (selected && option.state & QStyle::State_HasFocus) {
      p->setPen(QPen(t.color(ColorRole::Focus), 2));
      p->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    const QRect inner = option.rect.adjusted(t.px(12), t.px(5), -t.px(8), -t.px(5));
    const QRect first(inner.left(), inner.top(), inner.width(), t.lineHeight(FontRole::Hint));
    const QRect second(inner.left(), first.bottom() + t.px(2), inner.width(), t.lineHeight(FontRole::Normal));
    p->setFont(t.font(FontRole::Hint));
    p->setPen(t.color(ColorRole::Text2));
    p->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, p->fontMetrics().elidedText(index.data(Heading).toString(), Qt::ElideMiddle, first.width()));
    // The words stand in a mark; what is left of the line is cut off at its end.
    const QString line = index.data(Line).toString();
    const int at = index.data(At).toInt(), length = index.data(Length).toInt();
    p->setFont(t.font(FontRole::Normal));
    const QFontMetrics metrics = p->fontMetrics();
    const QRect mark(second.left() + metrics.horizontalAdvance(line.left(at)), second.top(), metrics.horizontalAdvance(line.mid(at, length)), second.height());
    p->fillRect(mark.intersected(second), t.color(ColorRole::WarnBg));
    p->setPen(t.color(ColorRole::Text));
    p->drawText(second, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(line, Qt::ElideRight, second.width()));
    p->restore();
  }
};

} // namespace

LessonSearch::LessonSearch(QWidget* parent) : QWidget(parent), m_field(new QLineEdit(this)), m_count(new QLabel(this)), m_results(new QListWidget(this)) {
  m_field->setClearButtonEnabled(true);
  m_field->addAction(icon("search", ColorRole::Text2), QLineEdit::LeadingPosition);
  m_field->installEventFilter(this);
  setFontRole(m_count, FontRole::Hint);
  setTextRole(m_count, ColorRole::Text2);
  m_count->setContentsMargins(theme().px(12), 0, theme().px(12), 0);
  m_results->setItemDelegate(new HitDelegate(m_results));
  m_results->setFrameShape(QFrame::NoFrame);
  m_results->setMouseTracking(true);
  m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_results->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_results->setProperty("ownFocus", true);
  m_results->setProperty("anyLanguage", true); // lines of the lessons
  m_results->viewport()->setAutoFillBackground(false);
  m_results->installEventFilter(this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme().px(4));
  auto* row = new QVBoxLayout;
  row->setContentsMargins(theme().px(12), theme().px(4), theme().px(12), theme().px(4));
  row->addWidget(m_field);
  column->addLayout(row);
  column->addWidget(m_count);
  column->addWidget(m_results, 1);
  connect(m_field, &QLineEdit::textChanged, this, &LessonSearch::search);
  connect(m_results, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) { emit hitChosen(m_hits[static_cast<std::size_t>(m_results->row(item))]); });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, m_results, &QListWidget::doItemsLayout);
  search();
}

void LessonSearch::setContent(std::vector<const Lesson*> lessons, Language language) {
  m_index.setContent(std::move(lessons), language);
  search();
}

QString LessonSearch::words() const { return m_field->text().simplified(); }

void LessonSearch::search() {
  const QString wanted = words();
  m_hits = m_index.find(wanted, kMost);
  m_results->clear();
  for (const LessonHit& hit : m_hits) {
    auto* item = new QListWidgetItem(m_results);
    int at = hit.at;
    const QString line = around(hit.text, at);
    const QString title = QString::number(hit.lesson->number) + QStringLiteral(" › ") + hit.heading;
    item->setData(Heading, title);
    item->setData(Line, line);
    item->setData(At, at);
    item->setData(Length, wanted.size());
    item->setData(Qt::AccessibleTextRole, title + QStringLiteral(": ") + hit.text);
    item->setToolTip(QStringLiteral("<b>%1</b><br>%2").arg(title.toHtmlEscaped(), hit.text.toHtmlEscaped()));
  }
  if (!m_hits.empty()) m_results->setCurrentRow(0);
  m_count->setVisible(!wanted.isEmpty());
  m_results->setVisible(!wanted.isEmpty());
  setTexts();
  emit activeChanged(!wanted.isEmpty());
}

void LessonSearch::setTexts() {
  m_field->setPlaceholderText(tr("Search the lessons"));
  m_field->setAccessibleName(tr("Search the lessons"));
  m_field->setToolTip(tr("<b>Search the lessons</b> %1<br>Finds words in the titles and texts of all lessons.").arg(QKeySequence(Qt::CTRL | Qt::Key_F).toString(QKeySequence::NativeText)));
  m_results->setAccessibleName(tr("What was found"));
  if (m_hits.empty()) m_count->setText(tr("Nothing was found. Try another word, or a part of one."));
  else m_count->setText(m_hits.size() == kMost ? tr("The first %1 places").arg(kMost) : tr("Places: %1").arg(m_hits.size()));
  m_count->setWordWrap(true);
}

/// In the field: Enter opens the chosen result, arrows choose, Escape ends the search. In the list: Enter opens.
bool LessonSearch::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && watched == m_field) event->accept();
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  const int row = m_results->currentRow();
  switch (key->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (row >= 0) emit hitChosen(m_hits[static_cast<std::size_t>(row)]);
    return true;
  case Qt::Key_Down:
  case Qt::Key_Up:
    if (watched != m_field || m_hits.empty()) return false;
    m_results->setCurrentRow(std::clamp(row + (key->key() == Qt::Key_Down ? 1 : -1), 0, m_results->count() - 1));
    return true;
  case Qt::Key_Escape:
    m_field->clear();
    m_field->setFocus();
    return true;
  default:
    return false;
  }
}

void LessonSearch::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QWidget::changeEvent(event);
}

} // namespace glassbox
