#include "widgets/inspector/sample_drawing.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/class_marker.h"
#include "widgets/inspector/preview_axes.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr std::int64_t kMostPoints = 1200; // drawn; more would only hide one another

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

std::vector<float> sampleOf(const Field& field, std::int64_t row) {
  std::vector<float> values(static_cast<std::size_t>(field.type.shape.count()));
  field.read(row, values.data());
  return values;
}

/// The class of a sample; of a sequence with one a step that of the first.
int classOf(const Dataset& data, std::int64_t row) { return static_cast<int>(std::lround(sampleOf(data.target, row).front())); }

/// What is to be said about a sample as a whole: its class, or its number; nothing where it is many numbers.
QString answerOf(const Dataset& data, std::int64_t row) {
  if (data.classes() == 0 && data.target.type.shape.count() > 1) return {};
  return data.classes() > 0 ? className(data, classOf(data, row)) : formatShort(sampleOf(data.target, row).front());
}

/// A token as it is read: white space, which GPT-2 spells "Ġ" and "Ċ", as a sign. `names` is the vocabulary or the classes.
QString tokenText(const Dataset& data, const std::vector<std::string>& names, float token) {
  const auto index = static_cast<std::size_t>(std::lround(token));
  QString text = index < names.size() ? QString::fromStdString(names[index]) : QString::number(index);
  if (data.tokenizer && data.tokenizer->kind() == "gpt2") text.replace(QChar(0x0120), u' ').replace(QChar(0x010A), u'\n');
  return text.replace(u' ', QChar(0x2423)).replace(u'\n', QChar(0x21B5));
}

/// What marks a point of the validation part: a hole that a full sign still shows its color around.
void paintDot(QPainter& p, QPointF at) {
  p.setPen(Qt::NoPen);
  p.setBrush(theme().color(ColorRole::Canvas));
  p.drawEllipse(at, theme().px(1), theme().px(1));
}

/// A point whose color tells a number in [-1, 1]; with a hole in the test part.
void paintNumber(QPainter& p, QPointF at, double value, bool hollow) {
  const Theme& t = theme();
  const double radius = t.px(6) / 2.0;
  p.setPen(QPen(t.color(ColorRole::Ctrl), 0.6));
  p.setBrush(QColor::fromRgb(t.diverging(value)));
  p.drawEllipse(at, radius, radius);
  if (!hollow) return;
  p.setBrush(t.color(ColorRole::Canvas));
  p.drawEllipse(at, radius * 0.4, radius * 0.4);
}

} // namespace

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

std::int64_t pointStride(std::int64_t samples) { return std::max<std::int64_t>(1, (samples + kMostPoints - 1) / kMostPoints); }

void SampleDrawing::plane(QPainter& p) const {
  const Field& x = m_data->inputs.front();
  // One scale for both directions: a circle stays a circle.
  Range a = rangeOf(x, m_data->samples(), 0), b = rangeOf(x, m_data->samples(), 1);
  const QRectF plot = previewPlotArea(m_size);
  const double unit = std::max((a.high - a.low) / plot.width(), (b.high - b.low) / plot.height());
  const double aMiddle = (a.low + a.high) / 2, bMiddle = (b.low + b.high) / 2;
  a = {aMiddle - unit * plot.width() / 2, aMiddle + unit * plot.width() / 2};
  b = {bMiddle - unit * plot.height() / 2, bMiddle + unit * plot.height() / 2};
  drawPreviewAxes(p, rect(), plot, a.low, a.high, b.low, b.high);
  const std::int64_t validation = rows(*m_data, Part::Validation).begin, test = rows(*m_data, Part::Test).begin;
  const int classes = static_cast<int>(m_data->classes());
  const Range values = rangeOf(m_data->target, m_data->samples(), 0);
  const double most = std::max(std::abs(values.low), std::abs(values.high));
  for (std::int64_t i = 0; i < m_data->samples(); i += pointStride(m_data->samples())) {
    float at[2];
    x.read(i, at);
    const QPointF place(plot.left() + (at[0] - a.low) / unit, plot.bottom() - (at[1] - b.low) / unit);
    if (m_data->task == DataTask::Regression)
      paintNumber(p, place, sampleOf(m_data->target, i).front() / most, i >= test);
    else
      paintClassMarker(p, place, classOf(*m_data, i), classes, theme().px(5), i >= test);
    if (i >= validation && i < test) paintDot(p, place);
  }
}

void SampleDrawing::curve(QPainter& p) const {
  const Theme& t = theme();
  const Field& x = m_data->inputs.front();
  const Range a = rangeOf(x, m_data->samples(), 0), b = rangeOf(m_data->target, m_data->samples(), 0);
  const QRectF plot = previewPlotArea(m_size);
  drawPreviewAxes(p, rect(), plot, a.low, a.high, b.low, b.high);
  const std::int64_t validation = rows(*m_data, Part::Validation).begin, test = rows(*m_data, Part::Test).begin;
  for (std::int64_t i = 0; i < m_data->samples(); i += pointStride(m_data->samples())) {
    float in = 0, out = 0;
    x.read(i, &in);
    m_data->target.read(i, &out);
    const QPointF at(plot.left() + (in - a.low) / (a.high - a.low) * plot.width(),
                     plot.bottom() - (out - b.low) / (b.high - b.low) * plot.height());
    const bool hollow = i >= test;
    p.setPen(hollow ? QPen(t.color(ColorRole::Test), 1.2) : QPen(t.color(ColorRole::Canvas), 0.6));
    p.setBrush(hollow ? t.color(ColorRole::Canvas) : t.color(ColorRole::Train));
    const double r = t.px(hollow ? 4 : 5) / 2.0;
    p.drawEllipse(at, r, r);
    if (i >= validation && i < test) paintDot(p, at);
  }
}

// Ink on paper: 0 is the paper of the theme, 1 its ink. Colour pictures keep their colours.
void SampleDrawing::pictures(QPainter& p) const {
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
  for (int i = 0; i < columns * kPictureRows && i < m_rows.size(); ++i) {
    field.read(m_rows.begin + i, values.data());
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
                 p.fontMetrics().elidedText(className(*m_data, classOf(*m_data, m_rows.begin + i)),
                                            Qt::ElideRight, wide + spread));
  }
}

// A strip for each sequence: a line for each feature over the steps, and the answer beside it, or in dots at every step.
void SampleDrawing::sequences(QPainter& p) const {
  const Theme& t = theme();
  const Field& x = m_data->inputs.front();
  const auto steps = static_cast<int>(x.type.shape[0]), features = static_cast<int>(x.type.shape[1]);
  const bool everyStep = m_data->target.type.shape.count() == steps;
  const std::int64_t count = std::min<std::int64_t>(kSequenceRows, m_rows.size());
  p.setFont(t.font(FontRole::Hint));
  int answer = 0;
  for (std::int64_t row = 0; !everyStep && row < count; ++row)
    answer = std::max(answer, p.fontMetrics().horizontalAdvance(answerOf(*m_data, m_rows.begin + row)) + t.px(8));
  answer = std::min(answer, width() / 2);
  Range range = rangeOf(x, m_rows.size(), 0);
  for (int f = 1; f < features; ++f) {
    const Range other = rangeOf(x, m_rows.size(), f);
    range = {std::min(range.low, other.low), std::max(range.high, other.high)};
  }
  const Range said = rangeOf(m_data->target, m_rows.size(), 0);
  const int tall = t.px(40);
  for (std::int64_t row = 0; row < count; ++row) {
    const QRectF strip(0, static_cast<double>(row) * tall, width() - answer, tall - t.px(4));
    p.fillRect(strip, t.color(ColorRole::Canvas));
    const auto at = [&](int step, double value, const Range& of) {
      const double across = (step + 0.5) / steps, up = (value - of.low) / (of.high - of.low);
      return QPointF(strip.left() + across * strip.width(), strip.bottom() - t.px(3) - up * (strip.height() - t.px(6)));
    };
    const std::vector<float> values = sampleOf(x, m_rows.begin + row);
    p.setBrush(Qt::NoBrush);
    for (int f = 0; f < features; ++f) {
      QPolygonF line;
      for (int step = 0; step < steps; ++step) line << at(step, values[static_cast<std::size_t>(step * features + f)], range);
      p.setPen(QPen(t.classColor(f), 1.25));
      p.drawPolyline(line);
    }
    if (everyStep) {
      const std::vector<float> targets = sampleOf(m_data->target, m_rows.begin + row);
      const std::vector<float> mask = m_data->masked() ? sampleOf(m_data->mask, m_rows.begin + row) : std::vector<float>(targets.size(), 1.0F);
      p.setPen(QPen(t.color(ColorRole::Test), 1.2));
      for (int step = 0; step < steps; ++step)
        if (mask[static_cast<std::size_t>(step)] != 0) p.drawEllipse(at(step, targets[static_cast<std::size_t>(step)], said), t.px(2), t.px(2));
    } else {
      p.setPen(t.color(ColorRole::Text));
      p.drawText(QRectF(strip.right(), strip.top(), answer, strip.height()), Qt::AlignRight | Qt::AlignVCenter,
                 p.fontMetrics().elidedText(answerOf(*m_data, m_rows.begin + row), Qt::ElideRight, answer));
    }
  }
}

// Two lines for each sample: what is read, and under each token what is to be said there. What a mask leaves out is a dot.
void SampleDrawing::tokens(QPainter& p) const {
  const Theme& t = theme();
  const Field& x = m_data->inputs.front();
  const bool everyStep = m_data->target.type.shape.count() == x.type.shape.count();
  const int line = t.px(20), pitch = t.px(44), gap = t.px(6);
  p.setFont(t.font(FontRole::Mono));
  const auto word = [&](int left, int top, int wide, const QString& text, ColorRole role) {
    p.setPen(t.color(role));
    p.drawText(QRect(left, top, wide, line), Qt::AlignCenter, text);
  };
  const QString more = QStringLiteral("…");
  const int moreWidth = p.fontMetrics().horizontalAdvance(more);
  for (std::int64_t row = 0; row < std::min<std::int64_t>(kTokenRows, m_rows.size()); ++row) {
    const int top = static_cast<int>(row) * pitch;
    p.fillRect(QRect(0, top, width(), pitch - t.px(4)), t.color(ColorRole::Canvas));
    const std::vector<float> tokens = sampleOf(x, m_rows.begin + row), targets = sampleOf(m_data->target, m_rows.begin + row);
    const std::vector<float> mask = m_data->masked() ? sampleOf(m_data->mask, m_rows.begin + row) : std::vector<float>(targets.size(), 1.0F);
    int left = gap / 2;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const QString read = tokenText(*m_data, m_data->vocabulary, tokens[i]);
      const bool counts = everyStep && mask[i] != 0;
      const QString said = !everyStep              ? QString()
                           : !counts               ? QStringLiteral("·")
                           : m_data->classes() > 0 ? tokenText(*m_data, m_data->classNames, targets[i])
                                                   : formatShort(targets[i]);
      const int wide = std::max(p.fontMetrics().horizontalAdvance(read), p.fontMetrics().horizontalAdvance(said)) + gap;
      if (left + wide + (i + 1 < tokens.size() ? moreWidth : 0) > width()) {
        word(left, top, moreWidth, more, ColorRole::Text3);
        break;
      }
      word(left, top, wide, read, ColorRole::Text);
      word(left, top + line, wide, said, counts ? ColorRole::Accent : ColorRole::Text3);
      left += wide;
    }
    if (everyStep) continue;
    p.setPen(t.color(ColorRole::Accent));
    p.drawText(QRect(gap / 2, top + line, width() - gap, line), Qt::AlignLeft | Qt::AlignVCenter,
               p.fontMetrics().elidedText(QStringLiteral("→ ") + answerOf(*m_data, m_rows.begin + row), Qt::ElideRight, width() - gap));
  }
}

void SampleDrawing::table(QPainter& p) const {
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
  cell(shown, 0, head, label(m_data->target, 0, QCoreApplication::translate("glassbox::DataPreview", "target")), ColorRole::Text2);
  std::vector<float> values(static_cast<std::size_t>(inputs));
  for (int r = 0; r < std::min<std::int64_t>(kTableRows, m_rows.size()); ++r) {
    const int top = head + r * line;
    p.fillRect(QRect(0, top, width(), 1), t.color(ColorRole::Line));
    x.read(m_rows.begin + r, values.data());
    for (int c = 0; c < shown; ++c) cell(c, top, line, formatShort(values[static_cast<std::size_t>(c)]), ColorRole::Text);
    const QString target = answerOf(*m_data, m_rows.begin + r);
    cell(shown, top, line, target, ColorRole::Text);
  }
}

} // namespace glassbox
