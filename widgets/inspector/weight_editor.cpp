#include "widgets/inspector/weight_editor.h"

#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kMost = 1000; // a weight beyond this makes every sigmoid and tanh behind it flat

} // namespace

WeightEditor::WeightEditor(QWidget* parent) : QFrame(parent, Qt::Popup), m_title(new QLabel(this)), m_field(new SliderField(this)), m_refusal(new QLabel(this)) {
  setFillRole(this, ColorRole::Raised);
  setFontRole(m_title, FontRole::Bold);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  column->addWidget(m_title);
  column->addWidget(m_field);
  column->addWidget(m_refusal);
  m_refusal->setWordWrap(true);
  setTextRole(m_refusal, ColorRole::Err);
  connect(m_field, &SliderField::valueChanged, this, [this](double value) { emit valueChanged(m_element, value); });
  connect(m_field, &SliderField::refused, this, &WeightEditor::say);
}

void WeightEditor::say(const QString& sentence) {
  if (m_refusal->isHidden() == sentence.isEmpty() && m_refusal->text() == sentence) return;
  m_refusal->setText(sentence);
  m_refusal->setHidden(sentence.isEmpty());
  adjustSize();
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
  content.reach = std::max(kMost, reach);
  content.least = -reach;
  content.most = reach;
  content.value = value;
  content.name = title;
  content.lockedBecause = m_locked;
  content.fieldWidth = 80; // four decimals and a sign
  m_field->setContent(content);
  say({});
  setFixedWidth(theme().px(264));
  adjustSize();
  move(where);
  show();
  m_field->setFocus();
}

} // namespace glassbox
