// What the user does with a plot: pointer, keys, menu, and the sentences read aloud. The other half of class Plot is in plot.cpp.
#include "widgets/plots/plot.h"

#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/plot_canvas.h"
#include "widgets/plots/plot_overlay.h"
#include "widgets/plots/spoken_curves.h"
#include "widgets/plots/title_row.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace glassbox {

QString Plot::formatValue(double value) const {
  switch (m_content.format) {
  case ValueFormat::Percent:
    return formatPercent(value);
  case ValueFormat::Integer:
    return formatInteger(std::llround(value));
  case ValueFormat::Number:
    break;
  }
  return formatNumber(value);
}

TitleRow Plot::titleRow() const {
  TitleRow row;
  row.title = m_content.title;
  row.remark = m_content.remark;
  if (m_yAxis.logarithmic && hasData()) row.remark += (row.remark.isEmpty() ? QString() : comma()) + tr("log scale");
  const std::optional<double> at = m_hover ? m_hover : m_pin;
  if (at) row.place = tr("%1 %2", "step 400").arg(m_content.xName, formatShort(*at));

  std::vector<std::pair<double, LegendEntry>> entries;
  for (const auto& curve : m_curves) {
    if (!curve->spec.visible || curve->data.raw().empty()) continue;
    // At rest the names stand at the ends of the curves; while a step is looked at the values need the row.
    if (m_content.labelsAtEnd && !at) continue;
    LegendEntry entry;
    entry.color = colorOf(*curve);
    entry.name = at && !curve->spec.shortName.isEmpty() ? curve->spec.shortName : curve->spec.name;
    const auto* role = std::get_if<ColorRole>(&curve->spec.color);
    const bool ofOneRun = role && (*role == ColorRole::Train || *role == ColorRole::Test);
    entry.sign = curve->spec.marks == CurveMarks::Hollow ? LegendSign::Circle : ofOneRun ? LegendSign::Disc : LegendSign::Swatch;
    const auto point = at ? curve->data.nearest(*at) : curve->data.end();
    const double value = point ? static_cast<double>(point->mean) : std::nan("");
    entry.value = formatValue(value);
    if (m_measureFrom && m_hover) {
      const auto from = curve->data.nearest(*m_measureFrom);
      const double change = from ? value - from->mean : std::nan("");
      entry.value = m_content.format == ValueFormat::Percent ? formatPercent(change) : formatSigned(change);
    }
    if (curve->data.isSmoothed() && !at) entry.suffix = tr("smoothed");
    entries.emplace_back(value, std::move(entry));
  }
  // Under the pointer the values are sorted as the lines are, the highest first.
  if (at) std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [value, entry] : entries) row.entries.push_back(std::move(entry));
  if (m_measureFrom && m_hover)
    row.place = tr("%1 %2 to %3", "step 200 to 400")
                    .arg(m_content.xName, formatShort(std::min(*m_measureFrom, *m_hover)), formatShort(std::max(*m_measureFrom, *m_hover)));
  return row;
}

QString Plot::spoken() const {
  if (!hasData()) return m_content.emptyText.isEmpty() ? tr("No runs yet. Press Run and the curve appears here.") : m_content.emptyText;
  QStringList parts;
  const std::optional<double> at = m_hover ? m_hover : m_pin;
  double last = 0;
  for (const auto& curve : m_curves) {
    if (!curve->spec.visible) continue;
    const auto point = at ? curve->data.nearest(*at) : curve->data.end();
    if (!point) continue;
    last = std::max(last, point->x);
    parts += tr("%1 %2", "training 0.0754").arg(curve->spec.name, formatValue(point->mean));
  }
  const QString scale = m_yAxis.logarithmic ? tr(", log scale") : QString();
  return tr("%1 at %2 %3: %4%5.", "Loss at step 400: training 0.08, test 0.1, log scale.")
      .arg(m_content.title, m_content.xName, formatShort(at ? *at : last), parts.join(comma()), scale);
}

QString Plot::summary() const {
  std::vector<SpokenCurve> curves;
  for (const auto& curve : m_curves)
    if (curve->spec.visible)
      if (const auto spoken = spokenCurveOf(curve->spec.name, curve->data.drawn())) curves.push_back(*spoken);
  if (curves.empty()) return spoken();
  return spokenCurves(m_content.title, m_content.xName, curves, [this](double v) { return formatValue(v); });
}

// The step that is looked at; the summary of all is made when it is asked for.
void Plot::announce() {
  setAccessibleDescription(m_hover || m_pin ? spoken() : QString());
  update(0, 0, width(), titleRowHeight());
}

// The step of the nearest point of the densest curve, so that the line stands where something was measured.
double Plot::snapped(double x) const {
  const Curve* densest = nullptr;
  for (const auto& curve : m_curves)
    if (curve->spec.visible && !curve->data.raw().empty() && (!densest || curve->data.raw().size() > densest->data.raw().size()))
      densest = curve.get();
  const auto point = densest ? densest->data.nearest(x) : std::nullopt;
  return point ? point->x : x;
}

void Plot::moveHover(std::optional<double> x) {
  if (x == m_hover) return;
  m_hover = x;
  updateOverlay();
  announce();
}

void Plot::setHoverX(std::optional<double> x) { moveHover(x && hasData() ? std::optional(snapped(*x)) : std::nullopt); }

void Plot::setPinnedX(std::optional<double> x) {
  if (x == m_pin) return;
  m_pin = x;
  updateOverlay();
  announce();
}

void Plot::updateOverlay() {
  OverlayContent content;
  content.plot = m_canvas->plotRect();
  const auto pixel = [&](std::optional<double> x) {
    return x && m_xAxis.contains(*x) ? std::optional(m_canvas->pixelOfX(*x)) : std::nullopt;
  };
  content.line = pixel(m_hover);
  content.pin = pixel(m_pin);
  content.fadeFrom = pixel(m_fadeAfter);
  if (m_measureFrom && m_hover) {
    const double from = m_canvas->pixelOfX(*m_measureFrom), to = m_canvas->pixelOfX(*m_hover);
    content.measured = QRectF(std::min(from, to), content.plot.top(), std::abs(to - from), content.plot.height());
  }
  if (m_hover)
    for (const auto& curve : m_curves) {
      const auto point = curve->spec.visible ? curve->data.nearest(*m_hover) : std::nullopt;
      if (!point || !m_yAxis.contains(point->mean)) continue;
      content.dots.push_back({QPointF(m_canvas->pixelOfX(*m_hover) + 0.5, m_canvas->pixelOfY(point->mean)), colorOf(*curve)});
    }
  m_overlay->setContent(std::move(content));
}

void Plot::enterEvent(QEnterEvent*) { m_pointerInside = true; }

void Plot::leaveEvent(QEvent*) {
  m_pointerInside = false;
  m_dirty = true;
  if (hasFocus()) return; // the line belongs to the arrow keys now
  moveHover(std::nullopt);
  emit hoverChanged(std::nullopt);
}

void Plot::mouseMoveEvent(QMouseEvent* event) {
  if (!hasData()) return;
  const QPointF at = event->position() - QPointF(m_canvas->pos());
  const QRect area = m_canvas->plotRect();
  const bool inside = at.x() >= area.left() - 4 && at.x() <= area.right() + 4 && at.y() >= 0;
  const auto x = inside ? std::optional(snapped(m_canvas->xAt(at.x()))) : std::nullopt;
  if (x == m_hover) return;
  moveHover(x);
  emit hoverChanged(x);
}

void Plot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !hasData()) return;
  mouseMoveEvent(event);
  if (!m_hover) return;
  if (event->modifiers() & Qt::ShiftModifier) {
    m_measureFrom = m_hover;
    return;
  }
  setPinnedX(m_pin == m_hover ? std::nullopt : m_hover);
  emit pinned(m_pin);
}

void Plot::mouseReleaseEvent(QMouseEvent*) {
  if (!m_measureFrom) return;
  m_measureFrom.reset();
  updateOverlay();
  announce();
}

void Plot::stepHover(int direction, bool far) {
  if (!hasData()) return;
  const double span = m_xAxis.high - m_xAxis.low;
  const double from = m_hover ? *m_hover : m_pin ? *m_pin : direction > 0 ? m_xAxis.low : m_xAxis.high;
  // One point a key where points lie apart; one pixel where many lie in one.
  const double pixel = span / std::max(1, m_canvas->plotRect().width());
  double by = pixel * (far ? 20 : 1);
  double next = snapped(std::clamp(from + direction * by, m_xAxis.low, m_xAxis.high));
  while (next == from && by < span) {
    by *= 2;
    next = snapped(std::clamp(from + direction * by, m_xAxis.low, m_xAxis.high));
  }
  moveHover(next);
  emit hoverChanged(next);
}

void Plot::keyPressEvent(QKeyEvent* event) {
  const bool far = event->modifiers() & Qt::ShiftModifier;
  switch (event->key()) {
  case Qt::Key_Left:
    return stepHover(-1, far);
  case Qt::Key_Right:
    return stepHover(1, far);
  case Qt::Key_Home:
  case Qt::Key_End:
    setHoverX(event->key() == Qt::Key_Home ? m_xAxis.low : m_xAxis.high);
    emit hoverChanged(m_hover);
    return;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (!m_hover) break;
    setPinnedX(m_pin == m_hover ? std::nullopt : m_hover);
    emit pinned(m_pin);
    return;
  case Qt::Key_Escape:
    if (!m_hover && !m_pin) break;
    moveHover(std::nullopt);
    setPinnedX(std::nullopt);
    emit hoverChanged(std::nullopt);
    emit pinned(std::nullopt);
    return;
  default:
    break;
  }
  QWidget::keyPressEvent(event);
}

void Plot::focusInEvent(QFocusEvent* event) {
  m_ring = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
  update();
}

void Plot::focusOutEvent(QFocusEvent*) {
  m_ring = false;
  if (!m_pointerInside) moveHover(std::nullopt);
  update();
}

void Plot::fillMenu(QMenu& menu) {
  auto* scale = menu.addMenu(tr("Scale"));
  auto* group = new QActionGroup(scale);
  const std::pair<LogMode, QString> modes[] = {
      {LogMode::Auto, tr("Choose by the data")}, {LogMode::On, tr("Logarithmic")}, {LogMode::Off, tr("Linear")}};
  for (const auto& [mode, text] : modes) {
    QAction* action = scale->addAction(text);
    action->setCheckable(true);
    action->setChecked(mode == m_logMode);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, chosen = mode] {
      setLogMode(chosen);
      refresh();
    });
  }
  menu.addSeparator();
  addExports(menu, {this, m_content.title, hasData(), [this](const QString& path, PictureFormat format) { return exportPicture(path, format); },
                    [this](const QString& path) { return exportCsv(path); },
                    [this](const QString& path, const std::optional<QString>& problem) {
                      if (problem) emit exportFailed(*problem);
                      else emit exported(path);
                    }});
}

void Plot::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  fillMenu(menu);
  menu.exec(event->globalPos());
}

} // namespace glassbox
