#include "widgets/views/sample_strip.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/oklab.h"
#include "widgets/common/theme_manager.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kPicture = 56, kGap = 8;
constexpr int kTextWidth = 176;
constexpr std::size_t kKeptPictures = 400;
constexpr std::int64_t kLargestSide = 256;

struct Layout {
  int channels = 0, height = 0, width = 0;
};

Layout layoutOf(const Dataset& data) {
  if (data.inputs.empty() || data.inputs[0].type.element != Element::Number) return {};
  const Shape& s = data.inputs[0].type.shape;
  const bool grey = s.rank() == 2, color = s.rank() == 3 && (s[0] == 1 || s[0] == 3);
  if (!grey && !color) return {};
  const std::int64_t height = s[s.rank() - 2], width = s[s.rank() - 1];
  if (height < 4 || width < 4 || height > kLargestSide || width > kLargestSide) return {};
  return {grey ? 1 : static_cast<int>(s[0]), static_cast<int>(height), static_cast<int>(width)};
}

/// Paper to ink, in the colours of the theme.
std::array<QRgb, 64> inkRamp() {
  std::array<QRgb, 64> ink;
  for (std::size_t i = 0; i < ink.size(); ++i)
    ink[i] = mixOklab(theme().color(ColorRole::Raised), theme().color(ColorRole::Text), static_cast<double>(i) / (ink.size() - 1)).rgb();
  return ink;
}

} // namespace

QImage inkPicture(std::span<const std::uint8_t> bytes, int width, int height) {
  QImage image(width, height, QImage::Format_RGB32);
  const std::array<QRgb, 64> ink = inkRamp();
  for (int y = 0; y < height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < width; ++x) line[x] = ink[bytes[static_cast<std::size_t>(y * width + x)] / 4];
  }
  return image;
}

bool isPicture(const Dataset& data) { return layoutOf(data).channels > 0; }

std::optional<Shape> pictureShape(const Dataset& data) {
  const Layout l = layoutOf(data);
  return l.channels > 0 ? std::optional(Shape{l.channels, l.height, l.width}) : std::nullopt;
}

QImage samplePicture(const Dataset& data, std::int64_t row) {
  const Layout l = layoutOf(data);
  if (l.channels == 0) return {};
  std::vector<float> values(static_cast<std::size_t>(data.inputs[0].type.shape.count()));
  data.inputs[0].read(row, values.data());
  QImage image(l.width, l.height, QImage::Format_RGB32);
  const std::array<QRgb, 64> ink = inkRamp();
  const std::size_t plane = static_cast<std::size_t>(l.width) * l.height;
  const auto byte = [&](std::size_t i) { return static_cast<int>(std::lround(std::clamp(values[i], 0.0f, 1.0f) * 255)); };
  for (int y = 0; y < l.height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < l.width; ++x) {
      const std::size_t i = static_cast<std::size_t>(y) * l.width + x;
      line[x] = l.channels == 3 ? qRgb(byte(i), byte(i + plane), byte(i + 2 * plane)) : ink[static_cast<std::size_t>(byte(i)) / 4];
    }
  }
  return image;
}

QString sampleText(const Dataset& data, std::int64_t row) {
  if (data.inputs.empty()) return {};
  const Field& field = data.inputs[0];
  std::vector<float> values(static_cast<std::size_t>(field.type.shape.count()));
  field.read(row, values.data());
  QStringList words;
  for (std::size_t i = 0; i < std::min<std::size_t>(values.size(), 3); ++i) {
    const QString name = i < field.labels.size() ? QString::fromStdString(field.labels[i]) + u' ' : QString();
    words << name + formatFixed(values[i], 2);
  }
  if (values.size() > 3) words << QStringLiteral("…");
  return words.join(QStringLiteral("  "));
}

SampleStrip::SampleStrip(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    m_pictures.clear();
    updateGeometry();
  });
}

void SampleStrip::setData(const DatasetPtr& dataset) {
  m_data = dataset;
  m_pictures.clear();
  setSamples({});
}

void SampleStrip::setSamples(const std::vector<Judged>& samples) {
  m_samples = samples;
  m_marked = std::min(m_marked, static_cast<int>(samples.size()) - 1);
  if (m_pictures.size() > kKeptPictures) m_pictures.clear();
  updateGeometry();
  update();
}

const QImage& SampleStrip::pictureOf(std::int64_t row) {
  const auto known = m_pictures.find(row);
  if (known != m_pictures.end()) return known->second;
  return m_pictures[row] = samplePicture(*m_data, row);
}

QSize SampleStrip::cell() const {
  const Theme& t = theme();
  const int text = t.lineHeight(FontRole::Hint);
  if (m_data && isPicture(*m_data)) return {t.px(kPicture + kGap) + t.px(16), t.px(kPicture + kGap + 4) + 2 * text};
  return {t.px(kTextWidth + kGap), 2 * text + t.px(kGap)};
}

int SampleStrip::columns(int width) const { return std::max(1, width / cell().width()); }

QRect SampleStrip::cellRect(int index) const {
  const QSize c = cell();
  const int perRow = columns(width());
  return {index % perRow * c.width(), index / perRow * c.height(), c.width(), c.height()};
}

int SampleStrip::indexAt(QPoint point) const {
  const QSize c = cell();
  const int perRow = columns(width()), column = point.x() / c.width(), index = point.y() / c.height() * perRow + column;
  return point.x() >= 0 && point.y() >= 0 && column < perRow && index < static_cast<int>(m_samples.size()) ? index : -1;
}

QSize SampleStrip::sizeHint() const { return {theme().px(320), heightForWidth(theme().px(320))}; }

int SampleStrip::heightForWidth(int width) const {
  const int perRow = columns(width), count = static_cast<int>(m_samples.size());
  return (count + perRow - 1) / perRow * cell().height();
}

QString SampleStrip::nameOf(int index) const {
  const Judged& s = m_samples[static_cast<std::size_t>(index)];
  const auto name = [this](int k) { return className(*m_data, k); };
  return s.truth == s.guess ? name(s.truth) : name(s.truth) + QStringLiteral(" → ") + name(s.guess);
}

void SampleStrip::paintEvent(QPaintEvent* event) {
  if (!m_data) return;
  const Theme& t = theme();
  QPainter p(this);
  const bool pictures = isPicture(*m_data);
  const int hint = t.lineHeight(FontRole::Hint);
  for (int i = 0; i < static_cast<int>(m_samples.size()); ++i) {
    const QRect c = cellRect(i);
    if (!c.intersects(event->rect())) continue;
    const Judged& s = m_samples[static_cast<std::size_t>(i)];
    const QRect body = c.adjusted(0, 0, -t.px(kGap), -t.px(kGap));
    if (i == m_marked) p.fillRect(body, t.color(ColorRole::Hover));
    QRect words = body;
    if (pictures) {
      const QRect frame(body.left() + (body.width() - t.px(kPicture)) / 2, body.top() + t.px(2), t.px(kPicture), t.px(kPicture));
      p.drawImage(frame.adjusted(1, 1, -1, -1), pictureOf(s.row)); // without smoothing: a pixel is a pixel
      p.setPen(t.color(i == m_marked ? ColorRole::Accent : ColorRole::Line));
      p.drawRect(frame.adjusted(0, 0, -1, -1));
      words = QRect(body.left(), frame.bottom() + 1, body.width(), 2 * hint);
    }
    const Qt::Alignment side = pictures ? Qt::AlignHCenter : Qt::AlignLeft;
    QFont bold = t.font(FontRole::Hint);
    bold.setBold(true);
    p.setFont(bold);
    p.setPen(t.color(ColorRole::Text));
    const QRect first(words.left(), words.top(), words.width(), hint), second = first.translated(0, hint);
    p.drawText(first, side | Qt::AlignVCenter, p.fontMetrics().elidedText(nameOf(i), Qt::ElideRight, first.width()));
    p.setFont(t.font(FontRole::Hint));
    p.setPen(t.color(ColorRole::Text3));
    const QString share = formatPercent(s.guessShare, 0);
    p.drawText(second, side | Qt::AlignVCenter, pictures ? share : share + QStringLiteral("   ") + sampleText(*m_data, s.row));
  }
}

void SampleStrip::mark(int index) {
  if (index == m_marked) return;
  m_marked = index;
  describe();
  update();
}

void SampleStrip::describe() {
  const int index = m_marked;
  setAccessibleDescription(
      index < 0 ? QString()
                : tr("%1, probability %2").arg(nameOf(index), formatPercent(m_samples[static_cast<std::size_t>(index)].guessShare, 0)));
  setToolTip(index < 0 || !m_data
                 ? QString()
                 : tr("Sample %1: %2").arg(formatInteger(m_samples[static_cast<std::size_t>(index)].row + 1), nameOf(index)));
}

void SampleStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  QWidget::changeEvent(event);
}

void SampleStrip::mouseMoveEvent(QMouseEvent* event) { mark(indexAt(event->position().toPoint())); }

void SampleStrip::mousePressEvent(QMouseEvent* event) {
  const int index = indexAt(event->position().toPoint());
  if (event->button() == Qt::LeftButton && index >= 0) emit sampleClicked(m_samples[static_cast<std::size_t>(index)].row);
}

void SampleStrip::leaveEvent(QEvent*) { mark(-1); }

void SampleStrip::focusInEvent(QFocusEvent* event) {
  if (event->reason() != Qt::MouseFocusReason && m_marked < 0 && !m_samples.empty()) mark(0);
  QWidget::focusInEvent(event);
}

void SampleStrip::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_samples.size()) - 1, row = columns(width());
  int step = 0;
  switch (event->key()) {
  case Qt::Key_Left:
    step = -1;
    break;
  case Qt::Key_Right:
    step = 1;
    break;
  case Qt::Key_Up:
    step = -row;
    break;
  case Qt::Key_Down:
    step = row;
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (m_marked >= 0) emit sampleClicked(m_samples[static_cast<std::size_t>(m_marked)].row);
    return;
  default:
    return QWidget::keyPressEvent(event);
  }
  if (last >= 0) mark(std::clamp(m_marked + step, 0, last));
}

} // namespace glassbox
