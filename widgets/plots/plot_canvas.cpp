#include "widgets/plots/plot_canvas.h"

#include "widgets/common/theme_manager.h"

#include <qcustomplot.h>

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>

namespace glassbox {
namespace {

constexpr qreal kDotRadius = 2.5;
constexpr int kLabelGap = 12;

QPen dashes(const QColor& color, qreal width, std::initializer_list<qreal> pattern) {
  QPen pen(color, width);
  QList<qreal> lengths;
  for (const qreal length : pattern) lengths.append(length / std::max<qreal>(width, 1));
  pen.setDashPattern(lengths);
  pen.setCapStyle(Qt::FlatCap);
  return pen;
}

// Everything QCustomPlot has no element for; drawn above the curves, also into exports.
class Annotations : public QCPLayerable {
 public:
  Annotations(QCustomPlot* plot, const PlotScene& scene) : QCPLayerable(plot, QStringLiteral("overlay")), m_scene(scene) {}

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }

  void draw(QCPPainter* painter) override {
    painter->setFont(theme().font(FontRole::Tick));
    drawReferences(*painter);
    drawMarkers(*painter);
    drawDots(*painter);
    drawGaps(*painter);
    drawLabels(*painter);
  }

 private:
  QRectF area() const { return QRectF(mParentPlot->axisRect()->rect()); }
  double px(double x) const { return mParentPlot->xAxis->coordToPixel(x); }
  double py(double y) const { return mParentPlot->yAxis->coordToPixel(y); }
  bool inside(double x) const { return px(x) >= area().left() - 1 && px(x) <= area().right() + 1; }

  void drawReferences(QCPPainter& p) const {
    const Theme& t = theme();
    for (const PlotReference& reference : m_scene.references) {
      if (!m_scene.y.contains(reference.y)) continue;
      const double y = std::floor(py(reference.y)); // whole: the painter itself is moved by half a pixel
      p.setPen(dashes(t.color(ColorRole::Accent), 1, {6, 4}));
      p.drawLine(QPointF(area().left(), y), QPointF(area().right(), y));
      const QFontMetricsF metrics(p.font());
      p.setPen(t.color(ColorRole::Accent));
      p.drawText(QPointF(area().right() - metrics.horizontalAdvance(reference.text) - 4, y + metrics.ascent() + 3), reference.text);
    }
  }

  void drawMarkers(QCPPainter& p) const {
    const Theme& t = theme();
    const QColor ink = t.color(ColorRole::Text2);
    const QFontMetricsF metrics(p.font());
    std::vector<QRectF> taken;
    const qreal letter = t.px(7);
    for (const PlotMarker& marker : m_scene.markers)
      if (marker.kind == MarkerKind::Branch) taken.emplace_back(px(marker.x) - letter - 2, area().top(), 2 * letter + 4, 2 * letter);
    for (const PlotMarker& marker : m_scene.markers) {
      if (!inside(marker.x)) continue;
      const double x = std::floor(px(marker.x)), top = area().top();
      p.setPen(dashes(ink, 1, {3, 3}));
      p.drawLine(QPointF(x, top), QPointF(x, area().bottom()));
      p.setPen(Qt::NoPen);
      p.setBrush(ink);
      if (marker.kind == MarkerKind::Branch) {
        drawLetter(p, QPointF(x, top + letter), marker.text, ink);
        continue;
      }
      const qreal half = t.px(4);
      p.drawPolygon(QPolygonF({{x - half, top}, {x + half, top}, {x, top + half + 1}}));
      if (marker.text.isEmpty()) continue;
      const auto place = freePlace(x, metrics.horizontalAdvance(marker.text), metrics.height(), taken);
      if (!place) continue; // the triangle stays; the text is in the list of runs
      taken.push_back(*place);
      p.fillRect(place->adjusted(-2, 0, 2, 0), t.color(ColorRole::Canvas, 0.7)); // a curve may pass there
      p.setPen(ink);
      p.drawText(QPointF(place->left(), place->top() + metrics.ascent()), marker.text);
    }
  }

  // Right of the line, else left of it, else a line lower; best where no curve passes, and then in the upper half of the plot.
  std::optional<QRectF> freePlace(double x, double width, double height, const std::vector<QRectF>& taken) const {
    std::optional<QRectF> overCurve;
    for (double y = area().top() + 1; y + height < area().bottom(); y += height)
      for (const double left : {x + 6, x - 6 - width}) {
        const QRectF place(left, y, width, height);
        const bool inPlot = place.left() >= area().left() && place.right() <= area().right();
        if (!inPlot || std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(place); })) continue;
        if (!curvePasses(place)) return place;
        if (!overCurve && place.bottom() < area().center().y()) overCurve = place;
      }
    return overCurve;
  }

  bool curvePasses(const QRectF& place) const {
    for (const SceneLine& line : m_scene.lines)
      for (std::size_t i = 0; i < line.points.size(); ++i) {
        // The stretch to the next point as its bounding box: exact enough for lines whose points lie close.
        const QPointF a = line.points[i], b = line.points[std::min(i + 1, line.points.size() - 1)];
        const double left = px(a.x()), right = px(b.x());
        if (right < place.left() || left > place.right() || std::isnan(a.y()) || std::isnan(b.y())) continue;
        const double top = std::min(py(a.y()), py(b.y())), bottom = std::max(py(a.y()), py(b.y()));
        if (bottom >= place.top() && top <= place.bottom()) return true;
      }
    return false;
  }

  static void drawLetter(QCPPainter& p, QPointF center, const QString& letter, const QColor& fill) {
    const qreal radius = theme().px(7);
    p.drawEllipse(center, radius, radius);
    p.setPen(theme().color(ColorRole::Canvas));
    p.drawText(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter, letter);
    p.setPen(fill);
  }

  void drawDots(QCPPainter& p) const {
    const qreal radius = kDotRadius * theme().scale();
    p.save();
    p.setClipRect(area().adjusted(-radius - 1, -radius - 1, radius + 1, radius + 1));
    p.setBrush(theme().color(ColorRole::Canvas));
    for (const SceneDots& dots : m_scene.dots) {
      p.setPen(QPen(dots.color, 1));
      for (const QPointF& point : dots.points) p.drawEllipse(QPointF(px(point.x()), py(point.y())), radius, radius);
    }
    p.restore();
  }

  void drawGaps(QCPPainter& p) const {
    const qreal half = theme().px(5);
    double lastX = -1e9;
    p.setPen(Qt::NoPen);
    p.setBrush(theme().color(ColorRole::Err));
    for (const double step : m_scene.gaps) {
      const double x = px(step), y = area().bottom();
      if (!inside(step) || x - lastX < half) continue; // neighbours would only thicken the same triangle
      lastX = x;
      p.drawPolygon(QPolygonF({{x, y - 2 * half + 1}, {x + half, y}, {x - half, y}}));
    }
  }

  void drawLabels(QCPPainter& p) const {
    const QFontMetricsF metrics(p.font());
    std::vector<double> wanted;
    for (const SceneLabel& label : m_scene.labels) wanted.push_back(std::clamp(py(label.y), area().top(), area().bottom()));
    const double gap = std::min<double>(theme().px(kLabelGap), area().height() / std::max<double>(1, static_cast<double>(wanted.size())));
    const std::vector<double> placed = spreadLabels(wanted, gap, area().top() + 4, area().bottom() - 4);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      p.setPen(theme().readable(m_scene.labels[i].color, theme().color(m_scene.surface)));
      p.drawText(QPointF(area().right() + 5, placed[i] + metrics.ascent() / 2 - 1), m_scene.labels[i].text);
    }
  }

  const PlotScene& m_scene;
};

} // namespace

class PlotCanvas::Private {
 public:
  explicit Private(QWidget* owner) : plot(new QCustomPlot(owner)) {
    plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumSize(1, 1); // its own buffer cannot be empty
    plot->setNoAntialiasingOnDrag(false);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
      axis->setSubTicks(false);
      axis->setTickLength(0, 0);
      axis->setTickLabelPadding(6);
      axis->grid()->setZeroLinePen(Qt::NoPen);
      axis->grid()->setAntialiased(false);
      axis->setAntialiased(false);
    }
    plot->xAxis->setTickLabelPadding(4);
    annotations = new Annotations(plot, scene); // owned by the plot
  }

  void dress() {
    const Theme& t = theme();
    plot->setBackground(QBrush(t.color(scene.surface)));
    plot->axisRect()->setBackground(QBrush(t.color(ColorRole::Canvas)));
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
      axis->setBasePen(QPen(t.color(ColorRole::Ctrl), 1));
      axis->setTickPen(QPen(t.color(ColorRole::Ctrl), 1)); // of length 0; SVG would draw a missing pen in black
      axis->setTickLabelFont(t.font(FontRole::Tick));
      axis->setTickLabelColor(t.color(ColorRole::Text3));
      axis->grid()->setPen(QPen(t.color(ColorRole::Grid), 1));
    }
  }

  void setAxis(QCPAxis* axis, const PlotAxis& content) {
    axis->setScaleType(content.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setRange(content.low, content.high);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (const AxisTick& tick : content.ticks) ticker->addTick(tick.value, tick.label);
    axis->setTicker(ticker);
  }

  void layOut() {
    const Theme& t = theme();
    const QFontMetrics metrics(t.font(FontRole::Tick));
    int left = t.px(34), right = t.px(10);
    for (const AxisTick& tick : scene.y.ticks) left = std::max(left, metrics.horizontalAdvance(tick.label) + t.px(4));
    for (const SceneLabel& label : scene.labels) right = std::max(right, metrics.horizontalAdvance(label.text) + t.px(8));
    // The last step's label may stand half outside.
    if (!scene.x.ticks.empty()) right = std::max(right, metrics.horizontalAdvance(scene.x.ticks.back().label) / 2 + 2);
    plot->axisRect()->setMargins(QMargins(left + 6, t.px(8), right, t.px(20)));
  }

  void fillGraphs() {
    while (plot->graphCount() > static_cast<int>(scene.lines.size())) plot->removeGraph(plot->graphCount() - 1);
    while (plot->graphCount() < static_cast<int>(scene.lines.size())) plot->addGraph()->setAdaptiveSampling(false);
    for (int i = 0; i < plot->graphCount(); ++i) {
      const SceneLine& line = scene.lines[static_cast<std::size_t>(i)];
      QCPGraph* graph = plot->graph(i);
      QPen pen = line.dashed ? dashes(line.color, line.width, {4, 3}) : QPen(line.color, line.width);
      pen.setJoinStyle(line.width > 1 ? Qt::RoundJoin : Qt::BevelJoin);
      graph->setPen(pen);
      graph->setAntialiased(line.antialiased);
      QVector<QCPGraphData> points;
      points.reserve(static_cast<qsizetype>(line.points.size()));
      for (const QPointF& p : line.points) points.append(QCPGraphData(p.x(), p.y()));
      graph->data()->set(points, true);
    }
  }

  QCustomPlot* plot;
  PlotScene scene;
  Annotations* annotations;
};

PlotCanvas::PlotCanvas(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this)) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(d->plot);
}

PlotCanvas::~PlotCanvas() {
  delete d->plot; // before the scene that its annotations look at
}

void PlotCanvas::setContent(PlotScene scene) {
  d->scene = std::move(scene);
  d->dress();
  d->setAxis(d->plot->xAxis, d->scene.x);
  d->setAxis(d->plot->yAxis, d->scene.y);
  d->layOut();
  d->fillGraphs();
  d->plot->replot(QCustomPlot::rpQueuedRefresh);
}

QRect PlotCanvas::plotRect() const { return d->plot->axisRect()->rect(); }
double PlotCanvas::xAt(double pixel) const { return d->plot->xAxis->pixelToCoord(pixel); }
double PlotCanvas::pixelOfX(double x) const { return d->plot->xAxis->coordToPixel(x); }
double PlotCanvas::pixelOfY(double y) const { return d->plot->yAxis->coordToPixel(y); }

void PlotCanvas::paintOn(QPaintDevice& device, QPoint origin, QSize size, bool vector, const std::function<void(QPainter&)>& before) {
  QCPPainter painter(&device);
  painter.setRenderHint(QPainter::Antialiasing);
  if (vector)
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
  else
    painter.setMode(QCPPainter::pmNoCaching);
  painter.save();
  before(painter);
  painter.restore();
  painter.translate(origin);
  d->plot->toPainter(&painter, size.width(), size.height());
  d->plot->replot(QCustomPlot::rpQueuedRefresh); // the layout was that of the other device
}

} // namespace glassbox
