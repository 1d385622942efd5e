#include "widgets/inspector/data_preview.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/class_marker.h"
#include "widgets/model/language.h"
#include "widgets/plots/plot_axis.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr std::int64_t kMostPoints = 1200; // drawn; more would only hide one another
constexpr int kTableRows = 6;
constexpr int kPictureRows = 4;

// Height, width and channels of one sample as a picture; width 0: it is none.
struct PictureShape {
  int channels = 1, height = 0, width = 0;
};

PictureShape pictureShape(const Field& field) {
  const Shape& shape = field.type.shape;
  const auto number = [&](int axis) { return static_cast<int>(shape[axis]); };
  if (shape.rank() == 3 && (shape[0] == 1 || shape[0] == 3) && shape[1] > 1 && shape[2] > 1) return {number(0), number(1), number(2)};
  if (shape.rank() == 2 && field.isBytes() && shape[0] > 1 && shape[1] > 1) return {1, number(0), number(1)};
  if (shape.rank() == 1 && field.isBytes()) {
    const int side = static_cast<int>(std::lround(std::sqrt(static_cast<double>(shape[0]))));
    if (side >= 8 && std::int64_t{side} * side == shape[0]) return {1, side, side};
  }
  return {};
}

struct Range {
  double low = 0, high = 1;
};

Range rangeOf(const Field& field, std::int64_t samples, std::int64_t column) {
  const std::int64_t width = field.type.shape.count();
  std::vector<float> row(static_cast<std::size_t>(width));
  Range range{INFINITY, -INFINITY};
  for (std::int64_t i = 0; i < samples; ++i) {
    field.read(i, row.data());
    const double value = row[static_cast<std::size_t>(column)];
    if (!std::isfinite(value)) continue;
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
  }
  if (range.low > range.high) return {0, 1};
  const double air = range.high > range.low ? (range.high - range.low) * 0.06 : 0.5;
  return {range.low - air, range.high + air};
}

// Every n-th row, so that what is drawn is spread over all of them.
std::int64_t strideOf(std::int64_t samples) { return std::max<std::int64_t>(1, (samples + kMostPoints - 1) / kMostPoints); }

/// The class of a sample; of a sequence with one a step that of the first.
int classOf(const Dataset& data, std::int64_t row) {
  std::vector<float> values(static_cast<std::size_t>(data.target.type.shape.count()));
  data.target.read(row, values.data());
  return static_cast<int>(std::lround(values.front()));
}

} // namespace

DataPreview::DataPreview(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    m_picture = {};
    updateGeometry();
  });
}

DataPreview::Kind DataPreview::kindOf(const Dataset& set) {
  if (set.inputs.empty() || set.samples() == 0) return Kind::Nothing;
  const Field& x = set.inputs.front();
  if (pictureShape(x).width > 0) return Kind::Pictures;
  const std::int64_t in = x.type.shape.count(), out = set.target.type.shape.count();
  if (x.type.element == Element::Number && set.inputs.size() == 1) {
    if (in == 2 && set.task != DataTask::Regression) return Kind::Plane;
    if (in == 1 && out == 1 && set.task == DataTask::Regression) return Kind::Curve;
  }
  return Kind::Table;
}

void DataPreview::setContent(const DatasetPtr& set) {
  m_data = set;
  m_kind = set ? kindOf(*set) : Kind::Nothing;
  m_picture = {};
  setAccessibleName(remark());
  updateGeometry();
  update();
}

QString DataPreview::remark() const {
  if (!m_data) return {};
  const QString all = formatInteger(m_data->samples());
  switch (m_kind) {
  case Kind::Plane:
  case Kind::Curve: {
    const std::int64_t drawn = (m_data->samples() + strideOf(m_data->samples()) - 1) / strideOf(m_data->samples());
    return drawn == m_data->samples() ? tr("%1 points").arg(all) : tr("%1 of %2 points").arg(formatInteger(drawn), all);
  }
  case Kind::Pictures:
    return tr("The first of %1 pictures").arg(all);
  case Kind::Table:
    return tr("The first of %1 rows").arg(all);
  case Kind::Nothing:
    break;
  }
  return {};
}

int DataPreview::heightForWidth(int width) const {
  const Theme& t = theme();
  switch (m_kind) {
  case Kind::Nothing:
    return 0;
  case Kind::Plane:
    return std::min(width, t.px(280));
  case Kind::Curve:
    return std::min(width * 3 / 4, t.px(240));
  case Kind::Pictures: {
    const PictureShape shape = pictureShape(m_data->inputs.front());
    const int scale = std::max(1, t.px(28) / shape.width);
    return kPictureRows * (shape.height * scale + t.lineHeight(FontRole::Tick) + t.px(4));
  }
  case Kind::Table:
    return t.px(24) + static_cast<int>(std::min<std::int64_t>(kTableRows, m_data->samples())) * t.px(20);
  }
  return 0;
}

QSize DataPreview::sizeHint() const { return {theme().px(184), heightForWidth(theme().px(184))}; }

QSize DataPreview::minimumSizeHint() const { return {theme().px(120), 0}; }

QRectF DataPreview::plotArea() const {
  const Theme& t = theme();
  return QRectF(rect()).adjusted(t.px(26), t.px(6), -t.px(6), -t.px(18));
}

void DataPreview::drawAxes(QPainter& p, const QRectF& plot, double xLow, double xHigh, double yLow, double yHigh) const {
  const Theme& t = theme();
  p.fillRect(rect(), t.color(ColorRole::Canvas));
  p.setFont(t.font(FontRole::Tick));
  p.setRenderHint(QPainter::Antialiasing, false);
  const int line = t.lineHeight(FontRole::Tick);
  for (const AxisTick& tick : linearTicks(xLow, xHigh, ValueFormat::Number, 5)) {
    const double x = std::round(plot.left() + (tick.value - xLow) / (xHigh - xLow) * plot.width());
    p.fillRect(QRectF(x, plot.top(), 1, plot.height()), t.color(ColorRole::Grid));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(x - 30, plot.bottom() + t.px(2), 60, line), Qt::AlignCenter, tick.label);
  }
  for (const AxisTick& tick : linearTicks(yLow, yHigh, ValueFormat::Number, 5)) {
    const double y = std::round(plot.bottom() - (tick.value - yLow) / (yHigh - yLow) * plot.height());
    p.fillRect(QRectF(plot.left(), y, plot.width(), 1), t.color(ColorRole::Grid));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(0, y - line / 2.0, plot.left() - t.px(4), line), Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  p.fillRect(QRectF(plot.left(), plot.top(), 1, plot.height()), t.color(ColorRole::Ctrl));
  p.fillRect(QRectF(plot.left(), plot.bottom(), plot.width() + 1, 1), t.color(ColorRole::Ctrl));
  p.setRenderHint(QPainter::Antialiasing, true);
}

void DataPreview::drawPlane(QPainter& p) const {
  const Field& x = m_data->inputs.front();
  // One scale for both directions: a circle stays a circle.
  Range a = rangeOf(x, m_data->samples(), 0), b = rangeOf(x, m_data->samples(), 1);
  const QRectF plot = plotArea();
  const double unit = std::max((a.high - a.low) / plot.width(), (b.high - b.low) / plot.height());
  const double aMiddle = (a.low + a.high) / 2, bMiddle = (b.low + b.high) / 2;
  a = {aMiddle - unit * plot.width() / 2, aMiddle + unit * plot.width() / 2};
  b = {bMiddle - unit * plot.height() / 2, bMiddle + unit * plot.height() / 2};
  drawAxes(p, plot, a.low, a.high, b.low, b.high);
  const RowRange test = rows(*m_data, Part::Test);
  const int classes = static_cast<int>(m_data->classes());
  for (std::int64_t i = 0; i < m_data->samples(); i += strideOf(m_data->samples())) {
    float at[2];
    x.read(i, at);
    const QPointF place(plot.left() + (at[0] - a.low) / unit, plot.bottom() - (at[1] - b.low) / unit);
    paintClassMarker(p, place, classOf(*m_data, i), classes, theme().px(5), i >= test.begin);
  }
}

void DataPreview::drawCurve(QPainter& p) const {
  const Theme& t = theme();
  const Field& x = m_data->inputs.front();
  const Range a = rangeOf(x, m_data->samples(), 0), b = rangeOf(m_data->target, m_data->samples(), 0);
  const QRectF plot = plotArea();
  drawAxes(p, plot, a.low, a.high, b.low, b.high);
  const RowRange test = rows(*m_data, Part::Test);
  for (std::int64_t i = 0; i < m_data->samples(); i += strideOf(m_data->samples())) {
    float in = 0, out = 0;
    x.read(i, &in);
    m_data->target.read(i, &out);
    const QPointF at(plot.left() + (in - a.low) / (a.high - a.low) * plot.width(),
                     plot.bottom() - (out - b.low) / (b.high - b.low) * plot.height());
    const bool hollow = i >= test.begin;
    p.setPen(hollow ? QPen(t.color(ColorRole::Test), 1.2) : QPen(t.color(ColorRole::Canvas), 0.6));
    p.setBrush(hollow ? t.color(ColorRole::Canvas) : t.color(ColorRole::Train));
    const double r = t.px(hollow ? 4 : 5) / 2.0;
    p.drawEllipse(at, r, r);
  }
}

// Ink on paper: 0 is the paper of the theme, 1 its ink. Colour pictures keep their colours.
void DataPreview::drawPictures(QPainter& p) const {
  const Theme& t = theme();
  const Field& field = m_data->inputs.front();
  const PictureShape shape = pictureShape(field);
  const int scale = std::max(1, t.px(28) / shape.width), gap = t.px(4), line = t.lineHeight(FontRole::Tick);
  const int wide = shape.width * scale, tall = shape.height * scale;
  const int columns = std::max(1, (width() + gap) / (wide + gap));
  const int spread = columns > 1 ? (width() - columns * wide) / (columns - 1) : 0;
  const QColor paper = t.color(ColorRole::Raised), ink = t.color(ColorRole::Text);
  const auto mixed = [&](double v) {
    const auto one = [&](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * std::clamp(v, 0.0, 1.0))); };
    return qRgb(one(paper.red(), ink.red()), one(paper.green(), ink.green()), one(paper.blue(), ink.blue()));
  };
  std::vector<float> values(static_cast<std::size_t>(field.type.shape.count()));
  p.setFont(t.font(FontRole::Tick));
  p.setRenderHint(QPainter::SmoothPixmapTransform, false);
  for (int i = 0; i < columns * kPictureRows && i < m_data->samples(); ++i) {
    field.read(i, values.data());
    QImage image(shape.width, shape.height, QImage::Format_RGB32);
    const std::size_t plane = static_cast<std::size_t>(shape.width) * static_cast<std::size_t>(shape.height);
    for (std::size_t at = 0; at < plane; ++at) {
      const auto byte = [&](std::size_t channel) {
        return static_cast<int>(std::lround(255 * std::clamp(values[channel * plane + at], 0.0F, 1.0F)));
      };
      image.setPixel(static_cast<int>(at) % shape.width, static_cast<int>(at) / shape.width,
                     shape.channels == 3 ? qRgb(byte(0), byte(1), byte(2)) : mixed(values[at]));
    }
    const QRect place((i % columns) * (wide + spread), (i / columns) * (tall + line + gap), wide, tall);
    p.drawImage(place, image);
    p.setPen(t.color(ColorRole::Text3));
    if (m_data->classes() > 0)
      p.drawText(QRect(place.left() - spread / 2, place.bottom() + 1, wide + spread, line), Qt::AlignCenter,
                 p.fontMetrics().elidedText(className(m_data->classNames[static_cast<std::size_t>(classOf(*m_data, i))]),
                                            Qt::ElideRight, wide + spread));
  }
}

void DataPreview::drawTable(QPainter& p) const {
  const Theme& t = theme();
  const Field& x = m_data->inputs.front();
  const std::int64_t inputs = x.type.shape.count();
  const int column = t.px(60), line = t.px(20), head = t.px(24);
  const int room = std::max(2, width() / column);
  const int shown = static_cast<int>(std::min<std::int64_t>(inputs, room - 1)); // the last column is the target
  const bool more = shown < inputs;
  p.setFont(t.font(FontRole::Hint));
  const auto cell = [&](int place, int top, int height, const QString& text, ColorRole role) {
    p.setPen(t.color(role));
    const QRect at(place * width() / (shown + 1), top, width() / (shown + 1) - t.px(4), height);
    p.drawText(at, Qt::AlignRight | Qt::AlignVCenter, p.fontMetrics().elidedText(text, Qt::ElideRight, at.width()));
  };
  const auto label = [](const Field& field, std::int64_t index, const QString& otherwise) {
    return index < static_cast<std::int64_t>(field.labels.size()) ? QString::fromStdString(field.labels[static_cast<std::size_t>(index)])
                                                                  : otherwise;
  };
  for (int c = 0; c < shown; ++c) {
    QString name = label(x, c, QStringLiteral("x%1").arg(c + 1));
    if (more && c == shown - 1) name += QStringLiteral(" …");
    cell(c, 0, head, name, ColorRole::Text3);
  }
  cell(shown, 0, head, label(m_data->target, 0, tr("target")), ColorRole::Text2);
  std::vector<float> values(static_cast<std::size_t>(inputs)), targets(static_cast<std::size_t>(m_data->target.type.shape.count()));
  for (int r = 0; r < std::min<std::int64_t>(kTableRows, m_data->samples()); ++r) {
    const int top = head + r * line;
    p.fillRect(QRect(0, top, width(), 1), t.color(ColorRole::Line));
    x.read(r, values.data());
    m_data->target.read(r, targets.data());
    for (int c = 0; c < shown; ++c) cell(c, top, line, formatShort(values[static_cast<std::size_t>(c)]), ColorRole::Text);
    const QString target = m_data->classes() > 0 ? className(m_data->classNames[static_cast<std::size_t>(classOf(*m_data, r))])
                                                 : formatShort(targets.front());
    cell(shown, top, line, target, ColorRole::Text);
  }
}

void DataPreview::draw() {
  const qreal ratio = devicePixelRatioF();
  m_picture = QPixmap((QSizeF(size()) * ratio).toSize());
  m_picture.setDevicePixelRatio(ratio);
  m_picture.fill(Qt::transparent);
  QPainter p(&m_picture);
  p.setRenderHint(QPainter::Antialiasing);
  switch (m_kind) {
  case Kind::Plane:
    drawPlane(p);
    break;
  case Kind::Curve:
    drawCurve(p);
    break;
  case Kind::Pictures:
    drawPictures(p);
    break;
  case Kind::Table:
    drawTable(p);
    break;
  case Kind::Nothing:
    break;
  }
}

void DataPreview::paintEvent(QPaintEvent*) {
  if (m_kind == Kind::Nothing || width() < 16 || height() < 16) return;
  if (m_picture.isNull() || m_picture.deviceIndependentSize().toSize() != size() || m_picture.devicePixelRatio() != devicePixelRatioF())
    draw();
  QPainter p(this);
  p.drawPixmap(0, 0, m_picture);
}

void DataPreview::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_picture = {};
    setAccessibleName(remark());
    update();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
