#include "widgets/inspector/weight_editor.h"

#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassbox {

WeightEditor::WeightEditor(QWidget* parent) : QFrame(parent, Qt::Popup), m_title(new QLabel(this)), m_field(new SliderField(this)) {
  setFillRole(this, ColorRole::Raised);
  setFontRole(m_title, FontRole::Bold);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  column->addWidget(m_title);
  column->addWidget(m_field);
  connect(m_field, &SliderField::valueChanged, this, [this](double value) { emit valueChanged(m_element, value); });
}

void WeightEditor::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setPen(theme().color(ColorRole::Ctrl));
  p.drawRect(rect().adjusted(0, 0, -1, -1));
}

void WeightEditor::open(const QString& element, const QString& title, double value, QPoint where) {
  m_element = element;
  m_title->setText(title);
  SliderFieldContent content;
  const double reach = std::max(3.0, std::ceil(std::abs(value) * 1.5));
  content.least = -reach;
  content.most = reach;
  content.value = value;
  content.name = title;
  content.lockedBecause = m_locked;
  content.fieldWidth = 80; // four decimals and a sign
  m_field->setContent(content);
  setFixedWidth(theme().px(264));
  adjustSize();
  move(where);
  show();
  m_field->setFocus();
}

} // namespace glassbox
