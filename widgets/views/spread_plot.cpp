#include "widgets/views/spread_plot.h"

#include "widgets/common/number_format.h"
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/title_row.h"
#include "widgets/views/spoken_views.h"
#include "widgets/views/view_export.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kLeft = 60, kRight = 12, kBottom = 52, kBars = 132, kGap = 12;
constexpr int kDecadeEach = 3; // decades between two labels of the logarithmic axis

double edgeOf(int exponent, int bin) { return std::ldexp(static_cast<double>(bin) / (SpreadBins::kLinear / 2) - 1, exponent); }

} // namespace

SpreadPlot::SpreadPlot(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    draw();
    updateGeometry();
  });
}

void SpreadPlot::setContent(const SpreadPlotContent& content) {
  const bool follows = m_place && m_place->column + 1 == static_cast<int>(m_content.columns.size());
  m_content = content;
  setAccessibleName(content.title);
  layBins();
  draw();
  if (m_place && (content.columns.empty() || m_bins.empty()))
    m_place.reset();
  else if (m_place)
    m_place = Place{follows ? static_cast<int>(content.columns.size()) - 1 : std::min(m_place->column, static_cast<int>(content.columns.size()) - 1),
                    std::min(m_place->bin, static_cast<int>(m_bins.size()) - 1)};
  setAccessibleDescription(placeText());
  update();
}

/// The bins that all columns share, without the empty ones at the ends.
void SpreadPlot::layBins() {
  m_bins.clear();
  m_counts.clear();
  m_most = 0;
  if (m_content.columns.empty()) return;
  int exponent = SpreadBins::kLeastExponent;
  for (const SpreadColumn& column : m_content.columns) exponent = std::max(exponent, column.value.bins.exponent);
  const int count = m_content.logarithmic ? SpreadBins::kLogarithmic : SpreadBins::kLinear;
  std::vector<std::uint32_t> all;
  int first = count, last = -1;
  for (const SpreadColumn& column : m_content.columns) {
    const SpreadBins& bins = column.value.bins;
    if (m_content.logarithmic) {
      all.insert(all.end(), bins.logarithmic.begin(), bins.logarithmic.end());
    } else {
      const auto wide = bins.widened(exponent);
      all.insert(all.end(), wide.begin(), wide.end());
    }
    const auto* here = all.data() + all.size() - static_cast<std::size_t>(count);
    for (int bin = 0; bin < count; ++bin)
      if (here[bin] > 0) first = std::min(first, bin), last = std::max(last, bin);
  }
  if (last < 0) return;
  if (!m_content.logarithmic) { // both sides alike, or from 0 up
    first = first < count / 2 ? 0 : count / 2;
    last = count - 1;
  }
  for (int bin = first; bin <= last; ++bin)
    m_bins.push_back(m_content.logarithmic ? Bin{logarithmicEdge(bin), logarithmicEdge(bin + 1)} : Bin{edgeOf(exponent, bin), edgeOf(exponent, bin + 1)});
  for (std::size_t column = 0; column < m_content.columns.size(); ++column)
    for (int bin = first; bin <= last; ++bin) {
      m_counts.push_back(all[column * static_cast<std::size_t>(count) + static_cast<std::size_t>(bin)]);
      m_most = std::max(m_most, m_counts.back());
    }
}

void SpreadPlot::draw() {
  m_image = {};
  if (m_bins.empty()) return;
  const Theme& t = theme();
  const int wide = static_cast<int>(m_content.columns.size()), high = static_cast<int>(m_bins.size());
  m_image = QImage(wide, high, QImage::Format_ARGB32_Premultiplied);
  const double scale = 1 / std::log1p(static_cast<double>(m_most));
  for (int row = 0; row < high; ++row) {
    auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(row));
    for (int column = 0; column < wide; ++column) {
      const std::uint32_t count = countAt(static_cast<std::size_t>(column), static_cast<std::size_t>(high - 1 - row));
      line[column] = count == 0 ? 0 : t.sequential(std::log1p(static_cast<double>(count)) * scale);
    }
  }
  update();
}

// ---- places --------------------------------------------------------------------------------------------------------------

QSize SpreadPlot::sizeHint() const { return {theme().px(720), theme().px(360)}; }
QSize SpreadPlot::minimumSizeHint() const { return {theme().px(320), theme().px(180)}; }

QRect SpreadPlot::stripRect() const {
  const Theme& t = theme();
  const int right = t.px(kRight) + t.px(kBars) + t.px(kGap);
  return rect().adjusted(t.px(kLeft), titleRowHeight() + t.px(8), -right, -t.px(kBottom));
}

QRect SpreadPlot::barsRect() const {
  const QRect strip = stripRect();
  return {strip.right() + 1 + theme().px(kGap), strip.top(), theme().px(kBars), strip.height()};
}

/// A column reaches from its step to that of the next; the newest is as wide as the one before.
double SpreadPlot::columnLeft(std::size_t column) const {
  const auto& columns = m_content.columns;
  const double first = static_cast<double>(columns.front().step), last = static_cast<double>(columns.back().step);
  const double newest = columns.size() > 1 ? last - static_cast<double>(columns[columns.size() - 2].step) : 1;
  const double step = column < columns.size() ? static_cast<double>(columns[column].step) : last + newest;
  const QRectF r = stripRect();
  return r.left() + (step - first) / std::max(1.0, last + newest - first) * r.width();
}

double SpreadPlot::binTop(std::size_t bin) const {
  const QRectF r = stripRect();
  return r.bottom() - static_cast<double>(bin + 1) / static_cast<double>(m_bins.size()) * r.height();
}

QString SpreadPlot::placeText() const {
  if (!m_place) return {};
  const auto column = static_cast<std::size_t>(m_place->column), bin = static_cast<std::size_t>(m_place->bin);
  return tr("step %1: %2 values from %3 to %4", "step 400: 37 values from 0.1 to 0.12")
      .arg(formatInteger(m_content.columns[column].step), formatInteger(countAt(column, bin)), formatNumber(m_bins[bin].low),
           formatNumber(m_bins[bin].high));
}

QString SpreadPlot::summary() const { return spokenSpread(m_content.title, m_content.columns); }

// ---- painting ------------------------------------------------------------------------------------------------------------

void SpreadPlot::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  TitleRow row;
  row.title = m_content.title;
  row.place = placeText();
  paintTitleRow(p, QRect(0, 0, width(), titleRowHeight()), row);
  if (m_bins.empty()) return;
  paintStrip(p);
  paintBars(p);
  paintAxes(p);
  paintScale(p);
  if (hasFocus() && !m_place) {
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(t.color(ColorRole::Focus), 2));
    p.drawRect(stripRect().adjusted(-1, -1, 1, 1));
  }
}

void SpreadPlot::paintStrip(QPainter& p) const {
  const Theme& t = theme();
  const QRectF r = stripRect();
  p.fillRect(r, t.color(ColorRole::Canvas));
  for (int column = 0; column < m_image.width(); ++column) {
    const double left = std::round(columnLeft(static_cast<std::size_t>(column))), right = std::round(columnLeft(static_cast<std::size_t>(column) + 1));
    if (right > left) p.drawImage(QRectF(left, r.top(), right - left, r.height()), m_image, QRectF(column, 0, 1, m_image.height()));
  }
  if (!m_place) return;
  const auto column = static_cast<std::size_t>(m_place->column), bin = static_cast<std::size_t>(m_place->bin);
  const double left = columnLeft(column), right = std::max(left + 2, columnLeft(column + 1));
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.color(ColorRole::Text2), 1));
  p.drawLine(QPointF(left, r.top()), QPointF(left, r.bottom()));
  p.setPen(QPen(t.color(ColorRole::Accent), 1.5));
  p.drawRect(QRectF(QPointF(left, binTop(bin)), QPointF(right, binTop(bin) + r.height() / static_cast<double>(m_bins.size()))).adjusted(-1, -1, 1, 1));
}

void SpreadPlot::paintBars(QPainter& p) const {
  const Theme& t = theme();
  const QRectF r = barsRect();
  const std::size_t column = m_place ? static_cast<std::size_t>(m_place->column) : m_content.columns.size() - 1;
  std::uint32_t most = 1;
  for (std::size_t bin = 0; bin < m_bins.size(); ++bin) most = std::max(most, countAt(column, bin));
  p.fillRect(QRectF(r.left(), r.top(), 1, r.height()), t.color(ColorRole::Ctrl));
  for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
    const std::uint32_t count = countAt(column, bin);
    if (count == 0) continue;
    const double wide = std::max(1.0, (r.width() - 2) * count / most), high = r.height() / static_cast<double>(m_bins.size());
    const bool marked = m_place && m_place->bin == static_cast<int>(bin);
    p.fillRect(QRectF(r.left() + 1, binTop(bin), wide, std::max(1.0, high - (high > 3 ? 1 : 0))), t.color(marked ? ColorRole::Accent : ColorRole::Seq1));
  }
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text3));
  const int line = t.lineHeight(FontRole::Tick);
  p.drawText(QRectF(r.left(), r.bottom() + t.px(5), r.width(), line), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("0"));
  p.drawText(QRectF(r.left(), r.bottom() + t.px(5), r.width(), line), Qt::AlignRight | Qt::AlignTop, formatInteger(most));
  p.setFont(t.font(FontRole::Hint));
  const QString name = tr("step %1").arg(formatInteger(m_content.columns[column].step));
  p.drawText(QRectF(r.left(), r.bottom() + t.px(4) + line, r.width(), t.lineHeight(FontRole::Hint)), Qt::AlignRight | Qt::AlignTop, name);
}

void SpreadPlot::paintAxes(QPainter& p) const {
  const Theme& t = theme();
  const QRectF r = stripRect();
  const int line = t.lineHeight(FontRole::Tick), hint = t.lineHeight(FontRole::Hint);
  p.fillRect(QRectF(r.left() - 1, r.top(), 1, r.height() + 1), t.color(ColorRole::Ctrl));
  p.fillRect(QRectF(r.left() - 1, r.bottom(), r.width() + 1, 1), t.color(ColorRole::Ctrl));
  p.setFont(t.font(FontRole::Tick));
  const auto label = [&](double y, const QString& text) {
    p.setPen(t.color(ColorRole::Ctrl));
    p.drawLine(QPointF(r.left() - t.px(4), y), QPointF(r.left() - 1, y));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(0, y - line / 2.0, r.left() - t.px(7), line), Qt::AlignRight | Qt::AlignVCenter, text);
  };
  if (m_content.logarithmic) {
    double above = HUGE_VAL; // pixel of the last label
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
      const Bin& b = m_bins[bin];
      const double bottom = binTop(bin) + r.height() / static_cast<double>(m_bins.size());
      QString text;
      double y = bottom;
      if (b.low < 0 && b.high > 0) {
        text = QStringLiteral("0");
        y = (binTop(bin) + bottom) / 2;
      } else {
        const double decade = std::log10(std::abs(b.low));
        const int whole = static_cast<int>(std::lround(decade));
        if (std::abs(decade - whole) > 1e-6 || whole % kDecadeEach != 0) continue;
        text = (b.low < 0 ? QString(kMinus) : QString()) + formatPower(whole);
      }
      if (above - y < line) continue;
      label(y, text);
      above = y;
    }
  } else {
    const double low = m_bins.front().low, high = m_bins.back().high;
    for (const AxisTick& tick : linearTicks(low, high, ValueFormat::Number))
      label(r.bottom() - (tick.value - low) / (high - low) * r.height(), tick.label);
  }
  const double first = static_cast<double>(m_content.columns.front().step), last = static_cast<double>(m_content.columns.back().step);
  const double end = columnLeft(m_content.columns.size() - 1); // where the newest step begins
  for (const AxisTick& tick : linearTicks(first, std::max(first + 1, last), ValueFormat::Integer)) {
    if (tick.value > last) continue;
    const double x = last > first ? r.left() + (tick.value - first) / (last - first) * (end - r.left()) : r.left();
    p.setPen(t.color(ColorRole::Ctrl));
    p.drawLine(QPointF(x, r.bottom() + 1), QPointF(x, r.bottom() + t.px(4)));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(x - 50, r.bottom() + t.px(5), 100, line), Qt::AlignHCenter | Qt::AlignTop, tick.label);
  }
  p.setFont(t.font(FontRole::Hint));
  p.setPen(t.color(ColorRole::Text3));
  // Beside the scale of the colors; where there is no room, the ticks and the step over the bars say it.
  const double scale = t.px(18 + 120 + 6 + 8) + QFontMetricsF(t.font(FontRole::Tick)).horizontalAdvance(tr("%1 values, log scale").arg(formatInteger(m_most)));
  if (r.width() - p.fontMetrics().horizontalAdvance(tr("step")) > scale)
    p.drawText(QRectF(r.left(), r.bottom() + t.px(4) + line, r.width(), hint), Qt::AlignRight | Qt::AlignTop, tr("step"));
}

/// The colours, with the counts at both ends; they follow the logarithm, so that single values are seen too.
void SpreadPlot::paintScale(QPainter& p) const {
  const Theme& t = theme();
  const QRectF r = stripRect();
  const int line = t.lineHeight(FontRole::Tick);
  const QRectF bar(r.left() + t.px(18), r.bottom() + t.px(8) + line + (t.lineHeight(FontRole::Hint) - t.px(8)) / 2.0, t.px(120), t.px(8));
  for (int x = 0; x < static_cast<int>(bar.width()); ++x)
    p.fillRect(QRectF(bar.left() + x, bar.top(), 1, bar.height()), QColor::fromRgb(t.sequential(x / (bar.width() - 1))));
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text2));
  p.drawText(QRectF(r.left(), bar.center().y() - line / 2.0, t.px(14), line), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("0"));
  p.drawText(QRectF(bar.right() + t.px(6), bar.center().y() - line / 2.0, t.px(160), line), Qt::AlignLeft | Qt::AlignVCenter,
             tr("%1 values, log scale").arg(formatInteger(m_most)));
}

// ---- pointer and keys ----------------------------------------------------------------------------------------------------

void SpreadPlot::moveTo(std::optional<Place> place) {
  if (place == m_place) return;
  m_place = place;
  setAccessibleDescription(placeText());
  update();
}

void SpreadPlot::mouseMoveEvent(QMouseEvent* event) {
  const QRect r = stripRect();
  const QPointF at = event->position();
  if (m_bins.empty() || !r.contains(at.toPoint())) return moveTo(std::nullopt);
  std::size_t column = 0;
  while (column + 1 < m_content.columns.size() && columnLeft(column + 1) <= at.x()) ++column;
  const double share = (r.bottom() - at.y()) / r.height();
  moveTo(Place{static_cast<int>(column), std::clamp(static_cast<int>(share * static_cast<double>(m_bins.size())), 0, static_cast<int>(m_bins.size()) - 1)});
}

void SpreadPlot::leaveEvent(QEvent*) { moveTo(std::nullopt); }

void SpreadPlot::keyPressEvent(QKeyEvent* event) {
  if (m_bins.empty()) return QWidget::keyPressEvent(event);
  const int columns = static_cast<int>(m_content.columns.size()), bins = static_cast<int>(m_bins.size());
  Place next = m_place.value_or(Place{columns - 1, bins / 2});
  if (m_place) switch (event->key()) {
    case Qt::Key_Left: --next.column; break;
    case Qt::Key_Right: ++next.column; break;
    case Qt::Key_Up: ++next.bin; break;
    case Qt::Key_Down: --next.bin; break;
    default: break;
    }
  switch (event->key()) {
  case Qt::Key_Left:
  case Qt::Key_Right:
  case Qt::Key_Up:
  case Qt::Key_Down:
    break;
  case Qt::Key_Home:
    next.column = 0;
    break;
  case Qt::Key_End:
    next.column = columns - 1;
    break;
  case Qt::Key_Escape:
    if (m_place) return moveTo(std::nullopt);
    [[fallthrough]];
  default:
    return QWidget::keyPressEvent(event);
  }
  moveTo(Place{std::clamp(next.column, 0, columns - 1), std::clamp(next.bin, 0, bins - 1)});
}

void SpreadPlot::focusInEvent(QFocusEvent*) { update(); }

void SpreadPlot::focusOutEvent(QFocusEvent*) { moveTo(std::nullopt), update(); }

void SpreadPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) update();
  QWidget::changeEvent(event);
}

QByteArray SpreadPlot::csv() const {
  QByteArray out;
  for (std::size_t column = 0; column < m_content.columns.size() && !m_bins.empty(); ++column)
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin)
      out += QByteArray::number(static_cast<qint64>(m_content.columns[column].step)) + ',' + csvNumber(m_bins[bin].low) + ',' +
             csvNumber(m_bins[bin].high) + ',' + QByteArray::number(countAt(column, bin)) + '\n';
  return out.isEmpty() ? out : "step,low,high,count\n" + out;
}

} // namespace glassbox
