#include "widgets/common/slider_field.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSlider>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassbox {
namespace {

constexpr int kPositions = 1000; // of a slider over real numbers
constexpr int kRest = 600;       // ms without a key: the number is what was meant

// Three significant digits: what the eye can set with a slider, and what a person would write down.
double roundedToThreeDigits(double value) {
  if (value == 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 2);
  return std::round(value / unit) * unit;
}

/// Tells when, in the middle of typing, something else is clicked, gets a key or is called by its shortcut: before that comes about.
class Elsewhere : public QObject {
 public:
  explicit Elsewhere(SliderField* field) : QObject(field), m_field(field) {}

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    const auto* widget = qobject_cast<const QWidget*>(watched);
    const QLineEdit* field = m_field->field();
    const bool clicked = event->type() == QEvent::MouseButtonPress && widget && widget != field;
    // Keys that the field does not know are shown to what is around it.
    const bool typed = event->type() == QEvent::KeyPress && widget && widget != field && !widget->isAncestorOf(field);
    if (clicked || typed || event->type() == QEvent::Shortcut) m_field->commit();
    return false;
  }

 private:
  SliderField* m_field;
};

} // namespace

double typedNumber(const QString& text) {
  QString plain = text.trimmed();
  plain.replace(kMinus, u'-').replace(u',', u'.');
  plain.remove(kThinSpace).remove(kNoBreakSpace).remove(u' ');
  bool isNumber = false;
  const double value = plain.toDouble(&isNumber);
  return isNumber && std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

SliderField::SliderField(QWidget* parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal, this)), m_field(new QLineEdit(this)),
      m_padlock(m_field->addAction(icon("lock", ColorRole::Text2), QLineEdit::TrailingPosition)) {
  m_padlock->setVisible(false);
  m_field->installEventFilter(this);
  m_slider->setFocusPolicy(Qt::ClickFocus); // one stop for the Tab key: arrows step the field too
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_slider, 1);
  row->addWidget(m_field);
  setFocusProxy(m_field);

  connect(m_slider, &QSlider::valueChanged, this, &SliderField::takeFromSlider);
  connect(m_slider, &QSlider::sliderReleased, this, &SliderField::finish);
  connect(m_field, &QLineEdit::textEdited, this, &SliderField::watchText);
  m_elsewhere = new Elsewhere(this);
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRest);
  connect(&m_rest, &QTimer::timeout, this, &SliderField::takeTyped);
  connect(m_field, &QLineEdit::returnPressed, this, &SliderField::commit);
  // The keyboard has gone elsewhere, perhaps because all around this is being taken down: not told before that is over.
  connect(m_field, &QLineEdit::editingFinished, this, &SliderField::commit, Qt::QueuedConnection);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &SliderField::applySizes);
  applySizes();
}

void SliderField::setMostWidth(int width) {
  m_mostWidth = width;
  applySizes();
}

void SliderField::setLeastTrack(int width) {
  m_leastTrack = width;
  applySizes();
}

void SliderField::applySizes() {
  m_slider->setMinimumWidth(theme().px(m_leastTrack));
  layout()->setSpacing(theme().px(12));
  m_field->setFixedWidth(theme().px(m_content.fieldWidth));
  if (m_mostWidth > 0) setMaximumWidth(theme().px(m_mostWidth));
}

// ~QWidget takes the focus from the proxy, whose last signal would meet an object that is no slider field any more.
SliderField::~SliderField() { setFocusProxy(nullptr); }

void SliderField::setContent(const SliderFieldContent& content) {
  Q_ASSERT(content.most >= content.least);
  Q_ASSERT(content.scale == SliderFieldContent::Scale::Linear || content.least > 0);
  m_content = content;
  const bool locked = !content.lockedBecause.isEmpty();
  if (content.value != m_value || locked) endTyping(); // not the echo of what is being typed
  if (m_typed && !isAllowed(*m_typed)) dropTyped();
  m_value = content.value;
  const bool eachInteger =
      content.whole && content.scale == SliderFieldContent::Scale::Linear && content.most - content.least <= kPositions;
  const QSignalBlocker quiet(m_slider);
  m_slider->setRange(0, eachInteger ? static_cast<int>(content.most - content.least) : kPositions);
  m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
  m_slider->setSingleStep(std::max(1, eachInteger ? 1 : m_slider->maximum() / 100));
  m_slider->setAccessibleName(content.name);
  m_field->setAccessibleName(content.name);
  applySizes();

  m_slider->setEnabled(!locked);
  m_field->setReadOnly(locked);
  m_padlock->setVisible(locked);
  setToolTip(content.lockedBecause);
  if (m_typed) return; // the hand is still in the field
  markField(false);
  showValue();
}

// A slider that may be "off" keeps position 0 for that and spreads the logarithmic range over 1 .. maximum.
int SliderField::positionOf(double value) const {
  const int first = m_content.zeroAllowed ? 1 : 0, last = m_slider->maximum();
  if (m_content.zeroAllowed && value <= 0) return 0;
  const double low = m_content.least, high = m_content.most;
  if (high <= low) return first;
  const double share = m_content.scale == SliderFieldContent::Scale::Logarithmic
                           ? std::log(std::max(value, low) / low) / std::log(high / low)
                           : (value - low) / (high - low);
  return first + static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * (last - first)));
}

double SliderField::valueAt(int position) const {
  const int first = m_content.zeroAllowed ? 1 : 0, last = m_slider->maximum();
  if (m_content.zeroAllowed && position == 0) return 0;
  const double low = m_content.least, high = m_content.most;
  if (position >= last) return high;
  if (position <= first) return low;
  const double share = (position - first) / static_cast<double>(std::max(1, last - first));
  const double value =
      m_content.scale == SliderFieldContent::Scale::Logarithmic ? low * std::pow(high / low, share) : low + share * (high - low);
  return m_content.whole ? std::round(value) : roundedToThreeDigits(value);
}

void SliderField::showValue() {
  const QSignalBlocker quiet(m_slider);
  m_slider->setValue(positionOf(m_value));
  const QString text = formatShort(m_value);
  if (m_field->text() != text) m_field->setText(text);
}

void SliderField::takeFromSlider(int position) {
  const double value = valueAt(position);
  endTyping();
  markField(false);
  if (value != m_value) {
    m_value = value;
    m_field->setText(formatShort(value));
    emit valueChanged(value);
  }
  if (!m_slider->isSliderDown()) finish(); // arrow keys and clicks on the track end at once
}

void SliderField::watchText(const QString& text) {
  const double value = typedNumber(text);
  if (!m_before) {
    m_before = m_value;
    qApp->installEventFilter(m_elsewhere);
  }
  if (m_content.reach > 0 && std::abs(value) <= m_content.reach) widenTo(value);
  markField(!isAllowed(value));
  if (!isAllowed(value)) return refuse(value);
  emit refused({});
  m_typed = value;
  m_rest.start();
}

bool SliderField::isAllowed(double value) const {
  const bool inRange = (value >= m_content.least && value <= m_content.most) || (m_content.zeroAllowed && value == 0);
  return inRange && (!m_content.whole || value == std::floor(value));
}

void SliderField::takeTyped() {
  const std::optional<double> value = m_typed;
  dropTyped();
  if (!value || *value == m_value) return;
  m_value = *value;
  const QSignalBlocker quiet(m_slider);
  m_slider->setValue(positionOf(m_value));
  emit valueChanged(m_value);
}

// Where the hand rested after its first digits they were a number that was taken: 10 would become 1.
void SliderField::refuse(double value) {
  dropTyped();
  if (*m_before != m_value) {
    m_value = *m_before;
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(positionOf(m_value));
    emit valueChanged(m_value);
  }
  emit refused(std::isnan(value) ? QString() : range()); // a sign or a point alone is the beginning of a number
}

void SliderField::dropTyped() {
  m_rest.stop();
  m_typed.reset();
}

void SliderField::endTyping() {
  dropTyped();
  m_before.reset();
  qApp->removeEventFilter(m_elsewhere);
}

void SliderField::widenTo(double value) {
  m_content.least = std::min(m_content.least, value);
  m_content.most = std::max(m_content.most, value);
}

QString SliderField::range() const {
  const bool wide = m_content.reach > 0;
  const QString least = formatShort(wide ? std::min(m_content.least, -m_content.reach) : m_content.least);
  const QString most = formatShort(wide ? std::max(m_content.most, m_content.reach) : m_content.most);
  return m_content.whole ? tr("A whole number from %1 to %2").arg(least, most) : tr("A number from %1 to %2").arg(least, most);
}

void SliderField::markField(bool wrong) {
  if (m_field->property("wrong").toBool() == wrong) return;
  m_field->setProperty("wrong", wrong);
  m_field->setToolTip(wrong ? range() : QString());
  m_field->update();
}

void SliderField::commit() {
  if (!m_before) return; // nobody has typed
  takeTyped();
  finish();
}

void SliderField::finish() {
  endTyping();
  markField(false);
  showValue();
  emit editingFinished(m_value);
}

void SliderField::step(int count) {
  if (m_field->isReadOnly()) return;
  double next = m_value;
  if (m_content.scale == SliderFieldContent::Scale::Logarithmic) {
    next = valueAt(std::clamp(positionOf(m_value) + count * std::max(1, m_slider->maximum() / 100), 0, m_slider->maximum()));
  } else {
    const double by = m_content.step > 0 ? m_content.step : m_content.whole ? 1 : (m_content.most - m_content.least) / 100;
    next = std::clamp(m_value + count * by, m_content.least, m_content.most);
    if (!m_content.whole) next = std::round(next / by * 1e6) / 1e6 * by; // no 0.30000000000000004
  }
  if (next == m_value) return;
  m_value = next;
  showValue();
  emit valueChanged(next);
  emit editingFinished(next);
}

bool SliderField::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_field && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const int sign = key->key() == Qt::Key_Up ? 1 : key->key() == Qt::Key_Down ? -1 : 0;
    if (sign != 0) {
      commit();
      step(sign * (key->modifiers() & Qt::ShiftModifier ? 10 : 1));
      return true;
    }
    // What it enables is there before Tab looks for the next control.
    if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) commit();
    if (key->key() == Qt::Key_Escape && (m_typed || m_field->property("wrong").toBool())) {
      dropTyped();
      markField(false);
      showValue();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace glassbox
