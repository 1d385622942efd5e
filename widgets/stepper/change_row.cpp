#include "widgets/stepper/change_row.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/style.h"
#include "widgets/common/theme_manager.h"
#include "widgets/stepper/stepper.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

namespace glassbox {

ChangeRow::ChangeRow(Stepper* stepper, QWidget* parent)
    : QWidget(parent), m_stepper(stepper), m_row(new QWidget(this)), m_name(new QLabel(m_row)), m_field(new QLineEdit(m_row)), m_before(new QLabel(this)), m_takeBack(new QPushButton(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* row = new QHBoxLayout(m_row);
  row->setContentsMargins(0, theme().px(12), 0, 0);
  row->setSpacing(theme().px(8));
  m_field->setFixedWidth(theme().px(96));
  row->addWidget(m_name);
  row->addWidget(m_field);
  row->addStretch(1);
  column->addWidget(m_row);
  m_before->setWordWrap(true);
  m_before->setTextFormat(Qt::PlainText);
  setTextRole(m_before, ColorRole::Text2);
  column->addWidget(m_before);
  m_takeBack->setProperty("compact", true);
  m_takeBack->setIcon(icon("undo"));
  column->addWidget(m_takeBack, 0, Qt::AlignLeft);
  connect(m_field, &QLineEdit::editingFinished, this, &ChangeRow::takeChange);
  connect(m_takeBack, &QPushButton::clicked, m_stepper, &Stepper::takeBackAll);
}

void ChangeRow::write(const TraceEntry* entry) {
  const StepViewPtr& view = m_stepper->view();
  const bool changeable = view && entry && isGiven(*view, *entry);
  const std::optional<double> before = entry ? m_stepper->before(m_stepper->element()) : std::nullopt;
  const bool changed = entry && !m_stepper->changes().empty();
  setVisible(changeable || before || changed);
  m_row->setVisible(changeable);
  m_name->setText(tr("What if it were"));
  m_field->setAccessibleName(tr("What if it were"));
  m_field->setToolTip(tr("<b>What if</b><br>Puts another number here and works the whole step out anew.<br>See what later numbers owe to this one."));
  const double now = entry ? entry->values[static_cast<std::size_t>(flatIndex(entry->shape, parseElement(m_stepper->element().toStdString())->index))] : 0;
  if (changeable && !m_field->hasFocus()) m_field->setText(formatShort(now));
  m_before->setVisible(before.has_value());
  if (before) m_before->setText(now == *before ? tr("The changes make no difference here.") : tr("Before the changes: %1. Now: %2, that is %3.").arg(formatNumber(*before), formatNumber(now), formatSigned(now - *before)));
  m_takeBack->setVisible(changed);
  m_takeBack->setText(tr("Take all changes back"));
}

void ChangeRow::hideButtons() {
  m_row->hide();
  m_takeBack->hide();
}

void ChangeRow::takeChange() {
  const double value = typedNumber(m_field->text());
  m_field->setProperty("wrong", std::isnan(value));
  m_field->update();
  const StepViewPtr& view = m_stepper->view();
  const Result<ElementRef> ref = parseElement(m_stepper->element().toStdString());
  const TraceEntry* entry = view && ref ? view->trace.find(ref->name) : nullptr;
  if (std::isnan(value) || !entry) return;
  const double now = entry->values[static_cast<std::size_t>(flatIndex(entry->shape, ref->index))];
  if (m_field->text() == formatShort(now) || value == now) return;
  m_stepper->change(m_stepper->element(), value);
}

} // namespace glassbox
