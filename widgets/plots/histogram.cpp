#include "widgets/plots/histogram.h"

#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassbox {
namespace {

int countOf(const HistogramContent& content) { return static_cast<int>(content.bins.size()); }

double edge(const HistogramContent& content, int bin) {
  return content.low + (content.high - content.low) * bin / std::max(1, countOf(content));
}

} // namespace

HistogramContent histogramOf(std::span<const float> values, int bins) {
  HistogramContent content;
  content.bins.assign(static_cast<std::size_t>(std::max(1, bins)), 0);
  double largest = 0;
  bool anyNegative = false;
  for (const float v : values) {
    if (!std::isfinite(v)) continue;
    largest = std::max(largest, std::abs(static_cast<double>(v)));
    anyNegative = anyNegative || v < 0;
  }
  if (largest == 0) largest = 1;
  content.low = anyNegative ? -largest : 0;
  content.high = largest;
  for (const float v : values) {
    if (!std::isfinite(v)) {
      ++content.notFinite;
      continue;
    }
    const double share = (v - content.low) / (content.high - content.low);
    const auto bin =
        std::clamp<std::size_t>(static_cast<std::size_t>(share * static_cast<double>(content.bins.size())), 0, content.bins.size() - 1);
    ++content.bins[bin];
  }
  return content;
}

Histogram::Histogram(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void Histogram::setContent(const HistogramContent& content) {
  m_content = content;
  setAccessibleName(content.name);
  update();
}

QString Histogram::summary() const {
  const auto total = std::accumulate(m_content.bins.begin(), m_content.bins.end(), std::uint64_t{0});
  QStringList sentences{tr("%1 values from %2 to %3").arg(formatInteger(static_cast<qint64>(total)), formatNumber(m_content.low), formatNumber(m_content.high))};
  const auto most = std::max_element(m_content.bins.begin(), m_content.bins.end());
  if (total > 0) sentences << tr("Longest bar: %1").arg(spokenBin(static_cast<int>(most - m_content.bins.begin())));
  if (m_content.notFinite > 0) sentences << tr("%1 not a number").arg(formatInteger(static_cast<qint64>(m_content.notFinite)));
  return (sentences.join(fullStop()) + fullStop()).trimmed();
}

QString Histogram::spokenBin(int bin) const {
  return tr("%1 to %2: %3 values")
      .arg(formatNumber(edge(m_content, bin)), formatNumber(edge(m_content, bin + 1)),
           formatInteger(static_cast<qint64>(m_content.bins[static_cast<std::size_t>(bin)])));
}

QSize Histogram::sizeHint() const { return {theme().px(148), theme().px(72)}; }

QSize Histogram::minimumSizeHint() const { return {theme().px(80), theme().px(56)}; }

QRectF Histogram::barRect(int bin) const {
  const int count = countOf(m_content);
  const int base = height() - theme().lineHeight(FontRole::Tick) - theme().px(4);
  const std::uint64_t most = std::max<std::uint64_t>(1, *std::max_element(m_content.bins.begin(), m_content.bins.end()));
  // Whole pixels at both sides, so that all bars are equally sharp; the widths then differ by one at most.
  const int left = width() * bin / count, right = width() * (bin + 1) / count;
  const std::uint64_t in = m_content.bins[static_cast<std::size_t>(bin)];
  int tall = static_cast<int>(std::lround((base - theme().px(4)) * static_cast<double>(in) / static_cast<double>(most)));
  if (in > 0) tall = std::max(1, tall); // one value among a million is still there
  return QRectF(left, base - tall, right - left - 1, tall);
}

void Histogram::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  if (m_content.bins.empty()) return;
  const int base = height() - t.lineHeight(FontRole::Tick) - t.px(4);
  const double largest = std::max(std::abs(m_content.low), std::abs(m_content.high));
  p.setPen(QPen(t.color(ColorRole::Ctrl), 0.5));
  for (int bin = 0; bin < countOf(m_content); ++bin) {
    const double middle = (edge(m_content, bin) + edge(m_content, bin + 1)) / 2;
    const QRectF bar = barRect(bin);
    if (bar.height() <= 0) continue;
    p.setBrush(QColor::fromRgb(t.diverging(largest > 0 ? middle / largest : 0)));
    p.drawRect(bar.adjusted(0.25, 0.25, -0.25, 0.25));
  }
  p.fillRect(QRect(0, base, width(), 1), t.color(ColorRole::Ctrl));
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text3));
  const QRect line(0, base + t.px(4), width(), t.lineHeight(FontRole::Tick));
  const int decimals = largest >= 100 ? 0 : 2;
  const auto end = [&](double v) {
    return largest < 0.01 || largest >= 10000 ? formatScientific(v, 2)
                                              : (v > 0 ? QStringLiteral("+") : QString()) + formatFixed(v, decimals);
  };
  const bool twoSided = m_content.low < 0 && m_content.high > 0;
  p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_content.low == 0 ? QStringLiteral("0") : end(m_content.low));
  if (twoSided) {
    const int zero = static_cast<int>(std::lround(width() * -m_content.low / (m_content.high - m_content.low)));
    p.drawText(QRect(zero - t.px(10), line.top(), t.px(20), line.height()), Qt::AlignCenter, QStringLiteral("0"));
  }
  p.drawText(line, Qt::AlignRight | Qt::AlignVCenter, end(m_content.high));
  if (m_content.notFinite > 0) {
    p.setPen(t.color(ColorRole::Err));
    p.drawText(QRect(0, 0, width(), t.lineHeight(FontRole::Tick)), Qt::AlignRight | Qt::AlignTop,
               tr("%1 not a number").arg(formatInteger(static_cast<qint64>(m_content.notFinite))));
  }
}

bool Histogram::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip && !m_content.bins.empty()) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int bin = std::clamp(help->pos().x() * countOf(m_content) / std::max(1, width()), 0, countOf(m_content) - 1);
    QToolTip::showText(help->globalPos(), spokenBin(bin), this);
    return true;
  }
  return QWidget::event(event);
}

} // namespace glassbox
