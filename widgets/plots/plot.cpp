#include "widgets/plots/plot.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/number_format.h"
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/plot_canvas.h"
#include "widgets/plots/plot_overlay.h"
#include "widgets/plots/title_row.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassbox {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostDrawnPoints = 2000;       // of one curve
constexpr std::size_t kMostAntialiasedPoints = 5000; // of all curves
constexpr double kRawOpacity = 0.28;
constexpr int kMarkDistance = 24; // px between two hollow circles at least

std::size_t bucketsFor(int pixels) {
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::max(2, pixels)), 2, kMostDrawnPoints / 2);
}

} // namespace

/// What the visible curves span; empty while nothing is finite.
struct Plot::Extent {
  double xLow = kNaN, xHigh = kNaN, yLow = kNaN, yHigh = kNaN, yLowPositive = kNaN;
  bool any() const { return xHigh >= xLow; }
  bool anyValue() const { return yHigh >= yLow; }
};

Plot::Plot(QWidget* parent)
    : QWidget(parent), m_canvas(new PlotCanvas(this)), m_overlay(new PlotOverlay(this)), m_empty(new EmptyState(this)) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  m_canvas->hide();
  m_overlay->hide();
  for (QWidget* over : {static_cast<QWidget*>(m_overlay), static_cast<QWidget*>(m_empty)}) over->setProperty("overlay", true);
  connect(m_empty, &EmptyState::triggered, this, &Plot::emptyButtonClicked);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    rescale();
    resizeEvent(nullptr);
    refresh();
  });
  setContent({});
}

Plot::~Plot() = default;

void Plot::setContent(const PlotContent& content) {
  std::vector<std::unique_ptr<Curve>> curves;
  for (const CurveSpec& spec : content.curves) {
    const auto old = std::find_if(m_curves.begin(), m_curves.end(), [&](const auto& c) { return c && c->spec.id == spec.id; });
    curves.push_back(old != m_curves.end() ? std::move(*old) : std::make_unique<Curve>());
    curves.back()->spec = spec;
    curves.back()->data.setSmoothing(spec.smoothed ? m_smoothing : 0);
  }
  m_curves = std::move(curves);
  if (content.logMode != m_content.logMode) m_logMode = content.logMode;
  m_content = content;
  if (m_content.xName.isEmpty()) m_content.xName = tr("step");
  m_empty->setContent({QStringLiteral("loss"),
                       content.emptyText.isEmpty() ? tr("No runs yet. Press Run and the curve appears here.") : content.emptyText,
                       content.emptyButton});
  setAccessibleName(content.title);
  rescale();
}

void Plot::append(const QString& id, std::span<const CurvePoint> points) {
  Curve* curve = find(id);
  Q_ASSERT_X(curve, "Plot::append", qPrintable(id));
  if (!curve || points.empty()) return;
  curve->data.append(points);
  m_dirty = true;
}

void Plot::truncateAfter(double x) {
  for (const auto& curve : m_curves) curve->data.truncateAfter(x);
  if (m_hover && *m_hover > x) moveHover(std::nullopt);
  if (m_pin && *m_pin > x) setPinnedX(std::nullopt);
  rescale();
}

void Plot::clear() {
  for (const auto& curve : m_curves) curve->data.clear();
  m_xAxis = m_yAxis = {};
  moveHover(std::nullopt);
  setPinnedX(std::nullopt);
  rescale();
}

void Plot::setMarkers(std::vector<PlotMarker> markers) {
  m_markers = std::move(markers);
  m_dirty = true;
}

void Plot::setFadeAfter(std::optional<double> x) {
  if (x == m_fadeAfter) return;
  m_fadeAfter = x;
  updateOverlay();
}

void Plot::setReferences(std::vector<PlotReference> references) {
  m_references = std::move(references);
  m_dirty = true;
}

void Plot::setSmoothing(double k) {
  m_smoothing = k;
  for (const auto& curve : m_curves) curve->data.setSmoothing(curve->spec.smoothed ? k : 0);
  m_dirty = true;
}

void Plot::setLogMode(LogMode mode) {
  if (mode == m_logMode) return;
  m_logMode = mode;
  rescale();
  emit logModeChanged(mode);
}

void Plot::setLive(bool live) {
  if (live == m_live) return;
  m_live = live;
  m_dirty = true;
}

void Plot::setSurface(ColorRole role) {
  m_surface = role;
  m_dirty = true;
}

void Plot::rescale() {
  m_rescale = true;
  m_dirty = true;
}

bool Plot::refresh() {
  if (!m_dirty || !isVisible()) return false;
  draw();
  return true;
}

Plot::Curve* Plot::find(const QString& id) { return const_cast<Curve*>(std::as_const(*this).find(id)); }

const Plot::Curve* Plot::find(const QString& id) const {
  const auto found = std::find_if(m_curves.begin(), m_curves.end(), [&](const auto& c) { return c->spec.id == id; });
  return found == m_curves.end() ? nullptr : found->get();
}

const CurveData* Plot::curve(const QString& id) const {
  const Curve* found = find(id);
  return found ? &found->data : nullptr;
}

std::optional<double> Plot::shownValue(const QString& id) const {
  const Curve* found = find(id);
  const auto end = found ? found->data.end() : std::nullopt;
  return end ? std::optional<double>(end->mean) : std::nullopt;
}

QColor Plot::colorOf(const Curve& curve) const {
  if (const auto* role = std::get_if<ColorRole>(&curve.spec.color)) return theme().color(*role);
  return std::get<QColor>(curve.spec.color);
}

bool Plot::hasData() const {
  return std::any_of(m_curves.begin(), m_curves.end(), [](const auto& c) { return c->spec.visible && !c->data.raw().empty(); });
}

Plot::Extent Plot::extent() const {
  Extent all;
  for (const auto& curve : m_curves) {
    const CurvePyramid& raw = curve->data.raw();
    if (!curve->spec.visible || raw.empty()) continue;
    all.xLow = std::fmin(all.xLow, raw.at(0).x);
    all.xHigh = std::fmax(all.xHigh, raw.at(raw.size() - 1).x);
    for (const CurveBucket& bucket : raw.query(raw.at(0).x, raw.at(raw.size() - 1).x, 256)) {
      all.yLow = std::fmin(all.yLow, bucket.min);
      all.yHigh = std::fmax(all.yHigh, bucket.max);
      if (bucket.min > 0) all.yLowPositive = std::fmin(all.yLowPositive, bucket.min);
    }
  }
  return all;
}

void Plot::chooseAxes() {
  const Extent seen = extent();
  if (!seen.any()) return;
  const QRect area(0, 0, std::max(40, width() - theme().px(50)), std::max(20, height() - titleRowHeight() - theme().px(28)));
  const int label = QFontMetrics(theme().font(FontRole::Tick)).horizontalAdvance(formatInteger(static_cast<qint64>(seen.xHigh))) + theme().px(12);
  const int xTicks = std::clamp(area.width() / std::max(theme().px(40), label), 2, 6), yTicks = std::clamp(area.height() / theme().px(22), 2, 6);
  m_xAxis = stepAxis(seen.xLow, seen.xHigh, m_live, m_xAxis, xTicks);

  if (!seen.anyValue()) {
    m_yAxis = valueAxis(0, 1, false, m_content.format, yTicks);
    return;
  }
  // A log axis once chosen stays: a plot that changes its scale to and fro cannot be read. A loss that was tiny
  // before it came to 0 lies at its foot.
  const bool wasLog = m_yAxis.logarithmic && m_logMode == LogMode::Auto;
  const bool automatic = m_content.format != ValueFormat::Percent && (seen.yLow > 0 ? wasLog || spansMoreThanTen(seen.yLow, seen.yHigh) : seen.yLow == 0 && seen.yHigh > 1000 * seen.yLowPositive);
  const bool logarithmic = seen.yHigh > 0 && (m_logMode == LogMode::On || (m_logMode == LogMode::Auto && automatic));
  const double low = logarithmic ? seen.yLowPositive : seen.yLow;
  // Under the pointer the scale stands still, unless a new value would be outside.
  const bool fits = m_yAxis.contains(low) && m_yAxis.contains(seen.yHigh) && !m_yAxis.ticks.empty();
  if (m_pointerInside && fits && !m_rescale) return;
  m_yAxis = valueAxis(low, seen.yHigh, logarithmic, m_content.format, yTicks);
  m_rescale = false;
}

void Plot::draw() {
  m_dirty = false;
  const bool full = hasData();
  m_empty->setVisible(!full && !m_content.quietWhenEmpty);
  m_canvas->setVisible(full);
  m_overlay->setVisible(full);
  if (full) {
    chooseAxes();
    const qreal width = m_live ? 1 : theme().textSize() == TextSize::Presentation ? 2 : 1.5;
    m_canvas->setContent(makeScene(width));
    updateOverlay();
  }
  update();
  emit laidOut();
}

PlotScene Plot::makeScene(qreal lineWidth) const {
  PlotScene scene;
  scene.x = m_xAxis;
  scene.y = m_yAxis;
  scene.markers = m_markers;
  scene.references = m_references;
  scene.surface = m_surface;
  for (const auto& curve : m_curves)
    if (curve->spec.visible && !curve->data.raw().empty()) addCurve(scene, *curve, lineWidth);
  std::size_t points = 0;
  for (const SceneLine& line : scene.lines) points += line.points.size();
  for (SceneLine& line : scene.lines) line.antialiased = points <= kMostAntialiasedPoints;
  std::sort(scene.gaps.begin(), scene.gaps.end());
  return scene;
}

void Plot::addCurve(PlotScene& scene, const Curve& curve, qreal lineWidth) const {
  const QColor color = colorOf(curve);
  const std::size_t buckets = bucketsFor(width());
  // On a logarithmic axis what is not positive lies below every picture: it is drawn on the lower edge.
  const auto height = [&](double v) { return m_yAxis.logarithmic && !(v > m_yAxis.low) && std::isfinite(v) ? m_yAxis.low : v; };
  const auto line = [&](const CurvePyramid& points, bool envelope) {
    SceneLine out;
    for (const CurveBucket& b : points.query(m_xAxis.low, m_xAxis.high, buckets)) {
      if (b.count == 0) {
        out.points.emplace_back(b.x, kNaN);
        continue;
      }
      if (envelope && b.max > b.min) {
        out.points.emplace_back(b.x, height(b.min));
        out.points.emplace_back(b.x, height(b.max));
      } else {
        out.points.emplace_back(b.x, height(b.mean));
      }
      if (b.gap) out.points.emplace_back(b.x, kNaN);
    }
    // The line ends exactly where the legend reads it, however much has been merged.
    const CurvePoint& last = points.at(points.size() - 1);
    if (std::isfinite(last.mean) && !(out.points.size() > 1 && out.points.back() == QPointF(last.x, height(last.mean))))
      out.points.emplace_back(last.x, height(last.mean));
    return out;
  };

  const bool smoothed = curve.data.isSmoothed();
  if (smoothed) {
    SceneLine raw = line(curve.data.raw(), true);
    raw.color = color;
    raw.color.setAlphaF(static_cast<float>(kRawOpacity));
    scene.lines.push_back(std::move(raw));
  }
  SceneLine main = line(curve.data.drawn(), !smoothed);
  main.color = color;
  main.width = lineWidth;
  main.dashed = curve.spec.line == CurveLine::Dashed;
  scene.lines.push_back(std::move(main));

  const CurvePyramid& points = curve.data.drawn();
  for (const CurveBucket& b : curve.data.raw().query(m_xAxis.low, m_xAxis.high, buckets))
    if (b.gap) scene.gaps.push_back(b.x);
  if (curve.spec.marks == CurveMarks::Hollow) {
    // Each n-th evaluation, n so that neighbours do not touch; n is 1, 2, 3, 6, 12, 24 …
    const double span = std::max(1e-9, m_xAxis.high - m_xAxis.low);
    const double perPoint = (points.at(points.size() - 1).x - points.at(0).x) / std::max<double>(1, static_cast<double>(points.size() - 1));
    const double needed = theme().px(kMarkDistance) * span / std::max(40, width() - 60) / std::max(1e-9, perPoint);
    std::size_t each = 1;
    while (static_cast<double>(each) < needed) each = each < 2 ? 2 : each == 2 ? 3 : each * 2;
    SceneDots dots;
    dots.color = color;
    for (std::size_t i = 0; i < points.size(); i += each)
      if (std::isfinite(points.at(i).mean)) dots.points.emplace_back(points.at(i).x, height(points.at(i).mean));
    scene.dots.push_back(std::move(dots));
  }
  if (const auto end = curve.data.end(); end && m_content.labelsAtEnd && curve.spec.labelled) scene.labels.push_back({height(end->mean), curve.spec.shortName.isEmpty() ? curve.spec.name : curve.spec.shortName, color});
}

QRect Plot::plotRect() const { return m_canvas->plotRect().translated(m_canvas->pos()); }

double Plot::pixelOfX(double x) const { return m_canvas->pixelOfX(x) + m_canvas->x(); }

QRect Plot::titleRect() const { return QRect(theme().px(4), 0, width() - theme().px(8), titleRowHeight()); }

QSize Plot::sizeHint() const { return QSize(theme().px(320), theme().px(180)); }

QSize Plot::minimumSizeHint() const { return QSize(theme().px(160), theme().px(96)); }

void Plot::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.fillRect(rect(), theme().color(m_surface));
  paintTitleRow(p, titleRect(), titleRow());
  if (m_ring) style::ring(p, QRectF(rect()), theme().px(4));
}

void Plot::resizeEvent(QResizeEvent*) {
  const int top = titleRowHeight();
  m_canvas->setGeometry(2, top, width() - 4, height() - top - 2);
  m_overlay->setGeometry(m_canvas->geometry());
  m_empty->setGeometry(m_canvas->geometry());
  m_dirty = true;
  refresh();
}

void Plot::showEvent(QShowEvent*) {
  m_dirty = true;
  refresh();
}

std::optional<QString> Plot::exportPicture(const QString& path, PictureFormat format) {
  const QSize whole = size();
  const int top = titleRowHeight();
  const QSize canvas(whole.width() - 4, whole.height() - top - 2);
  chooseAxes();
  m_canvas->setContent(makeScene(2));
  const auto problem = writePicture(path, format, whole, m_content.title, [&](QPaintDevice& device, bool vector) {
    m_canvas->paintOn(device, QPoint(2, top), canvas, vector, [&](QPainter& p) {
      p.fillRect(QRect(QPoint(0, 0), whole), theme().color(m_surface));
      paintTitleRow(p, titleRect(), titleRow());
    });
  });
  m_dirty = true;
  refresh();
  return problem;
}

std::optional<QString> Plot::exportCsv(const QString& path) const {
  std::vector<NamedCurve> curves;
  for (const auto& curve : m_curves)
    if (curve->spec.visible) curves.push_back({curve->spec.name, &curve->data.raw()});
  return writeCurves(path, curves);
}

} // namespace glassbox
