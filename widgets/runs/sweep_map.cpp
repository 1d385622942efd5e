#include "widgets/runs/sweep_map.h"

#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kWide = 70, kHigh = 54, kHead = 20, kName = 20;

} // namespace

SweepMap::SweepMap(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  setMouseTracking(true);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void SweepMap::setContent(SweepMapContent content) {
  m_content = std::move(content);
  m_chosen.reset();
  setAccessibleName(tr("Heat map of the sweep"));
  updateGeometry();
  resize(sizeHint());
  update();
  emit chosenChanged();
}

void SweepMap::setCell(std::size_t place, SweepMapCell cell) {
  if (place >= m_content.cells.size()) return;
  m_content.cells[place] = std::move(cell);
  update();
}

int SweepMap::columns() const { return m_content.axes.empty() ? 0 : static_cast<int>(m_content.axes.back().values.size()); }
int SweepMap::rows() const { return m_content.axes.size() < 2 ? static_cast<int>(m_content.axes.size()) : static_cast<int>(m_content.axes.front().values.size()); }

bool SweepMap::hasAccuracy() const {
  for (const SweepMapCell& cell : m_content.cells)
    if (!cell.runs.empty()) return cell.runs.front().hasAccuracy;
  return false;
}

std::optional<double> SweepMap::meanOf(std::size_t place) const {
  const SweepMapCell& cell = m_content.cells[place];
  if (static_cast<int>(cell.runs.size()) < m_content.seeds) return std::nullopt;
  double sum = 0;
  for (const SweepRun& run : cell.runs) sum += run.hasAccuracy ? run.accuracy : run.loss;
  for (const SweepRun& run : cell.runs)
    if (!std::isfinite(run.loss)) return std::nan("");
  return sum / static_cast<double>(cell.runs.size());
}

std::pair<double, double> SweepMap::range() const {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const SweepMapCell& cell : m_content.cells)
    for (const SweepRun& run : cell.runs) {
      const double value = run.hasAccuracy ? run.accuracy : run.loss;
      if (std::isfinite(value)) low = std::min(low, value), high = std::max(high, value);
    }
  return {low, high};
}

std::optional<std::size_t> SweepMap::best() const {
  std::optional<std::size_t> best;
  double least = 0;
  for (std::size_t i = 0; i < m_content.cells.size(); ++i) {
    const std::optional<double> mean = meanOf(i);
    if (!mean || !std::isfinite(*mean)) continue;
    double loss = 0;  // ranked as the engine does, by the mean validation loss
    for (const SweepRun& run : m_content.cells[i].runs) loss += run.loss / static_cast<double>(m_content.cells[i].runs.size());
    if (!best || loss < least) best = i, least = loss;
  }
  return best;
}

int SweepMap::left() const {
  int widest = theme().px(24);
  if (m_content.axes.size() == 2)
    for (const std::string& value : m_content.axes.front().values) widest = std::max(widest, fontMetrics().horizontalAdvance(QString::fromStdString(value)) + theme().px(12));
  return widest + (m_content.axes.size() == 2 ? theme().px(kName) : 0);
}

QRect SweepMap::cellRect(std::size_t place) const {
  if (columns() == 0) return {};
  const Theme& t = theme();
  const int row = static_cast<int>(place) / columns(), column = static_cast<int>(place) % columns();
  return QRect(left() + column * t.px(kWide), t.px(2) + row * t.px(kHigh), t.px(kWide) - 1, t.px(kHigh) - 1);
}

QSize SweepMap::sizeHint() const {
  const Theme& t = theme();
  return {left() + std::max(1, columns()) * t.px(kWide) + t.px(4), t.px(2) + std::max(1, rows()) * t.px(kHigh) + t.px(kHead + kName)};
}

void SweepMap::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const bool accuracy = hasAccuracy();
  const auto [low, high] = range();
  const double span = high > low ? high - low : 1;
  const std::optional<std::size_t> winner = best();
  for (std::size_t i = 0; i < m_content.cells.size(); ++i) {
    const SweepMapCell& cell = m_content.cells[i];
    const QRect box = cellRect(i);
    const std::optional<double> mean = meanOf(i);
    if (mean) {
      const bool finite = std::isfinite(*mean);
      const double share = finite ? std::clamp((*mean - low) / span, 0.0, 1.0) : 0;
      const QColor fill = finite ? QColor(t.sequential(accuracy ? share : 1 - share)) : t.color(ColorRole::ErrBg);
      p.fillRect(box, fill);
      const QColor ink = finite ? Theme::inkOn(fill) : t.color(ColorRole::Err);
      p.setPen(ink);
      p.setFont(t.font(FontRole::Bold));
      const QString words = !finite ? QStringLiteral("NaN") : accuracy ? formatFixed(*mean * 100, 1) : formatNumber(*mean);
      p.drawText(box.adjusted(0, 0, 0, -t.px(14)), Qt::AlignCenter, words);
      const double x0 = box.left() + t.px(10), x1 = box.right() - t.px(10), y = box.bottom() - t.px(12);
      p.setPen(QPen(QColor(ink.red(), ink.green(), ink.blue(), 110), 1));
      p.drawLine(QPointF(x0, y + t.px(4)), QPointF(x1, y + t.px(4)));
      p.setPen(QPen(ink, 1));
      p.setBrush(Qt::NoBrush);
      for (const SweepRun& run : cell.runs) {
        const double value = accuracy ? run.accuracy : run.loss;
        if (std::isfinite(value)) p.drawEllipse(QPointF(x0 + (x1 - x0) * (value - low) / span, y), t.px(5) / 2.0, t.px(5) / 2.0);
      }
    } else {
      const bool running = cell.begun > static_cast<int>(cell.runs.size());
      p.setBrush(Qt::NoBrush);
      QPen pen(t.color(running ? ColorRole::Accent : ColorRole::Ctrl), running ? 1.5 : 1);
      if (!running) pen.setDashPattern({3, 3});
      p.setPen(pen);
      p.drawRect(QRectF(box).adjusted(1, 1, -1, -1));
      p.setPen(t.color(cell.error ? ColorRole::Err : ColorRole::Text3));
      p.setFont(t.font(FontRole::Hint));
      const QString words = cell.error ? tr("cannot be") : running || !cell.runs.empty() ? tr("%1 of %2").arg(cell.runs.size()).arg(m_content.seeds) : tr("waiting");
      p.drawText(box, Qt::AlignCenter, words);
    }
    if (winner == i) {
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(t.color(ColorRole::Text), 2));
      p.drawRect(QRectF(box).adjusted(1, 1, -1, -1));
    }
    if (m_chosen == i) {
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(t.color(ColorRole::Focus), 2, hasFocus() ? Qt::SolidLine : Qt::DotLine));
      p.drawRect(QRectF(box).adjusted(4, 4, -4, -4));
    }
  }
  if (m_content.axes.empty()) return;
  p.setFont(t.font(FontRole::Hint));
  p.setPen(t.color(ColorRole::Text2));
  const int bottom = t.px(2) + rows() * t.px(kHigh);
  for (int c = 0; c < columns(); ++c)
    p.drawText(QRect(left() + c * t.px(kWide), bottom, t.px(kWide), t.px(kHead)), Qt::AlignCenter, QString::fromStdString(m_content.axes.back().values[static_cast<std::size_t>(c)]));
  p.drawText(QRect(left(), bottom + t.px(kHead), columns() * t.px(kWide), t.px(kName)), Qt::AlignCenter, m_content.axisNames.back());
  if (m_content.axes.size() < 2) return;
  for (int r = 0; r < rows(); ++r)
    p.drawText(QRect(0, t.px(2) + r * t.px(kHigh), left() - t.px(8), t.px(kHigh)), Qt::AlignRight | Qt::AlignVCenter, QString::fromStdString(m_content.axes.front().values[static_cast<std::size_t>(r)]));
  p.save();
  p.translate(0, bottom);
  p.rotate(-90);
  p.drawText(QRect(0, 0, bottom, t.px(kName)), Qt::AlignCenter, m_content.axisNames.front());
  p.restore();
}

QString SweepMap::spoken(std::size_t place) const {
  QStringList words;
  const std::size_t columns_ = static_cast<std::size_t>(std::max(1, columns()));
  for (std::size_t axis = 0; axis < m_content.axes.size(); ++axis) {
    const bool isRow = m_content.axes.size() == 2 && axis == 0;
    words << m_content.axisNames[axis] + u' ' + QString::fromStdString(m_content.axes[axis].values[isRow ? place / columns_ : place % columns_]);
  }
  const SweepMapCell& cell = m_content.cells[place];
  if (cell.error) words << translated(*cell.error);
  for (const SweepRun& run : cell.runs)
    words << (run.hasAccuracy ? tr("seed %1: loss %2, accuracy %3").arg(run.seed).arg(formatNumber(run.loss), formatPercent(run.accuracy)) : tr("seed %1: loss %2").arg(run.seed).arg(formatNumber(run.loss)));
  return words.join(u'\n');
}

QString SweepMap::summary() const {
  std::size_t done = 0;
  for (std::size_t i = 0; i < m_content.cells.size(); ++i) done += meanOf(i).has_value();
  QStringList sentences{tr("%1 of %2 cells done").arg(done).arg(m_content.cells.size())};
  const auto number = [this](double v) { return hasAccuracy() ? formatPercent(v) : formatNumber(v); };
  const auto [low, high] = range();
  if (low <= high) sentences << (hasAccuracy() ? tr("Accuracy from %1 to %2") : tr("Loss from %1 to %2")).arg(number(low), number(high));
  if (const auto winner = best()) sentences << tr("Best: %1").arg(spoken(*winner).replace(u'\n', comma()));
  return (sentences.join(fullStop()) + fullStop()).trimmed();
}

bool SweepMap::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < m_content.cells.size(); ++i)
      if (cellRect(i).contains(help->pos())) QToolTip::showText(help->globalPos(), spoken(i), this, cellRect(i));
    return true;
  }
  return QWidget::event(event);
}

void SweepMap::choose(std::size_t place) {
  m_chosen = place;
  setAccessibleDescription(spoken(place));
  update();
  emit chosenChanged();
}

void SweepMap::mousePressEvent(QMouseEvent* event) {
  for (std::size_t i = 0; i < m_content.cells.size(); ++i)
    if (cellRect(i).contains(event->pos())) return choose(i);
}

void SweepMap::keyPressEvent(QKeyEvent* event) {
  if (m_content.cells.empty()) return QWidget::keyPressEvent(event);
  const auto now = static_cast<int>(m_chosen.value_or(0));
  const int last = static_cast<int>(m_content.cells.size()) - 1;
  const auto go = [&](int place) { choose(static_cast<std::size_t>(std::clamp(m_chosen ? place : 0, 0, last))); };
  switch (event->key()) {
  case Qt::Key_Left: return go(now - 1);
  case Qt::Key_Right: return go(now + 1);
  case Qt::Key_Up: return go(now - columns() < 0 ? now : now - columns());
  case Qt::Key_Down: return go(now + columns() > last ? now : now + columns());
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (m_chosen) emit activated(*m_chosen);
    return;
  default: QWidget::keyPressEvent(event);
  }
}

} // namespace glassbox
