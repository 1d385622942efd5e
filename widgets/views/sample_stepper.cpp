#include "widgets/views/sample_stepper.h"

#include "widgets/common/class_name.h"
#include "widgets/common/icons.h"
#include "widgets/common/key_button.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace glassbox {

SampleStepper::SampleStepper(QWidget* parent)
    : QWidget(parent), m_back(new KeyButton(this)), m_next(new KeyButton(this)), m_number(new QSpinBox(this)), m_name(new QLabel(this)), m_about(new QLabel(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_number->setKeyboardTracking(false);
  m_number->setProperty("compact", true);
  m_back->setIcon(icon("left"));
  m_next->setIcon(icon("right"));
  for (QWidget* part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_number), static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_about)})
    row->addWidget(part);
  connect(m_back, &KeyButton::clicked, this, [this] { choose(m_row - 1); });
  connect(m_next, &KeyButton::clicked, this, [this] { choose(m_row + 1); });
  connect(m_number, &QSpinBox::valueChanged, this, [this](int value) { choose(value - 1); });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &SampleStepper::show);
  retranslate();
}

void SampleStepper::setData(const DatasetPtr& data) {
  m_data = data;
  m_row = std::clamp<std::int64_t>(m_row, 0, data ? std::max<std::int64_t>(0, data->samples() - 1) : 0);
  show();
}

void SampleStepper::setSample(std::int64_t row) {
  m_row = row;
  show();
}

void SampleStepper::choose(std::int64_t row) {
  if (!m_data || row < 0 || row >= m_data->samples() || row == m_row) return;
  m_row = row;
  show();
  emit chosen(row);
}

void SampleStepper::show() {
  const QSignalBlocker quiet(m_number);
  const auto count = m_data ? m_data->samples() : 0;
  m_number->setRange(1, static_cast<int>(std::max<std::int64_t>(1, count)));
  m_number->setValue(static_cast<int>(m_row + 1));
  m_number->setFixedWidth(theme().px(64));
  m_back->setEnabled(m_row > 0);
  m_next->setEnabled(m_row + 1 < count);
  if (!m_data || m_row >= count) return m_about->clear();
  const QString part = m_row < m_data->train ? tr("training") : m_row < m_data->train + m_data->validation ? tr("validation") : tr("test");
  if (m_data->task == DataTask::Regression || m_data->target.type.shape.count() != 1) return m_about->setText(part);
  float truth = 0;
  m_data->target.read(m_row, &truth);
  m_about->setText(tr("%1, true class: %2", "test, true class: 4").arg(part, className(*m_data, static_cast<int>(truth))));
}

void SampleStepper::retranslate() {
  m_name->setText(tr("Sample"));
  m_number->setAccessibleName(tr("Number of the sample"));
  m_number->setToolTip(tr("<b>Sample</b><br>The sample that all pictures of this tab look at, counted over all parts.<br>Type a number to go back to one that you remember."));
  m_back->setAccessibleName(tr("Sample before"));
  m_back->setToolTip(tr("<b>Sample before</b><br>Looks at the sample before this one.<br>Compare what the network does with similar samples."));
  m_next->setAccessibleName(tr("Next sample"));
  m_next->setToolTip(tr("<b>Next sample</b><br>Looks at the next sample.<br>Compare what the network does with similar samples."));
  show();
}

void SampleStepper::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace glassbox
