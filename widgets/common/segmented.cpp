#include "widgets/common/segmented.h"

#include "widgets/common/style_paint.h"
#include "widgets/common/tab_order.h"
#include "widgets/common/theme_manager.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace glassbox {
namespace {

// One choice; it draws its text and its fill, the row draws the frame.
class Segment : public QAbstractButton {
 public:
  Segment(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(text);
  }

  QSize sizeHint() const override {
    const int text = QFontMetrics(theme().font(FontRole::Bold)).horizontalAdvance(this->text());
    return {std::max(theme().px(28), text + theme().px(20)), theme().px(24)};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& t = theme();
    QPainter p(this);
    const QRect inner = rect().adjusted(0, 1, 0, -1);
    if (isChecked())
      p.fillRect(inner, t.color(ColorRole::Tint));
    else if (underMouse() && isEnabled())
      p.fillRect(inner, t.color(ColorRole::Hover));
    p.setFont(t.font(isChecked() ? FontRole::Bold : FontRole::Normal));
    p.setPen(t.color(!isEnabled() ? ColorRole::Off : isChecked() ? ColorRole::Accent : ColorRole::Text2));
    p.drawText(rect(), Qt::AlignCenter, text());
  }
};

class SegmentRow : public QWidget {
 public:
  using QWidget::QWidget;

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& t = theme();
    QPainter p(this);
    style::box(p, rect(), t.px(4), t.color(ColorRole::Raised), t.color(isEnabled() ? ColorRole::Ctrl : ColorRole::Line));
    for (const auto* segment : findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly))
      if (segment->x() > 1) p.fillRect(QRect(segment->x() - 1, 1, 1, height() - 2), t.color(ColorRole::Line));
  }
};

} // namespace

Segmented::Segmented(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_row(new SegmentRow(this)), m_group(new QButtonGroup(this)) {
  setFontRole(m_label, FontRole::Hint);
  setTextRole(m_label, ColorRole::Text3);
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(theme().px(8));
  line->addWidget(m_label);
  line->addWidget(m_row);
  auto* row = new QHBoxLayout(m_row);
  row->setContentsMargins(1, 0, 1, 0);
  row->setSpacing(1);
  connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

void Segmented::setContent(const SegmentedContent& content) {
  m_label->setText(content.label);
  m_label->setVisible(!content.label.isEmpty());
  m_row->setAccessibleName(content.label);
  if (content.choices != m_choices) {
    m_choices = content.choices;
    for (QAbstractButton* old : m_group->buttons()) {
      m_group->removeButton(old);
      delete old;
    }
    QWidgetList segments;
    for (int i = 0; i < m_choices.size(); ++i) {
      auto* segment = new Segment(m_choices.at(i), m_row);
      m_group->addButton(segment, i);
      m_row->layout()->addWidget(segment);
      segments << segment;
    }
    tabThrough(m_row, segments);
  }
  setCurrent(content.current);
}

int Segmented::current() const { return m_group->checkedId(); }

void Segmented::setCurrent(int index) {
  if (QAbstractButton* button = m_group->button(index)) button->setChecked(true);
}

} // namespace glassbox
