#include "widgets/plots/curves_panel.h"

#include "widgets/common/theme_manager.h"
#include "widgets/plots/rewind_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr int kFour = 760, kThree = 640; // least width at normal text for so many plots

CurvePoint spreadPoint(const StepPoint& point) {
  const double mean = point.loss.sum / static_cast<double>(point.count);
  return {static_cast<double>(point.step), static_cast<float>(point.loss.min), static_cast<float>(point.loss.max), static_cast<float>(mean), static_cast<std::uint32_t>(point.count)};
}

CurvePoint curvePoint(const RecordedPoint& p) {
  return {static_cast<double>(p.step), static_cast<float>(p.min), static_cast<float>(p.max), static_cast<float>(p.mean), static_cast<std::uint32_t>(p.count)};
}

QString overlaidId(const char* kind, const OverlaidRun& run) { return QLatin1String(kind) + u':' + QString::fromStdString(run.id); }

/// Several runs in one plot: a colour is a run then, the line says training or test.
void overlay(PlotContent& content, const CurvesOverlay& overlay, bool withTraining) {
  if (overlay.others.empty()) return;
  for (CurveSpec& curve : content.curves) {
    curve.color = overlay.color;
    curve.marks = CurveMarks::None;
    curve.line = curve.id == QStringLiteral("train") ? CurveLine::Solid : CurveLine::Dashed;
    curve.labelled = &curve == &content.curves.front();
    curve.shortName = overlay.name;
    curve.name = overlay.name + u' ' + curve.name;
  }
  for (const OverlaidRun& run : overlay.others) {
    if (withTraining) content.curves.push_back({overlaidId("train", run), run.name + u' ' + CurvesPanel::tr("training"), run.name, run.color, CurveLine::Solid, CurveMarks::None, true});
    content.curves.push_back({overlaidId("test", run), run.name + u' ' + CurvesPanel::tr("test"), run.name, run.color, CurveLine::Dashed, CurveMarks::None, false});
    content.curves.back().labelled = !withTraining;
  }
  content.labelsAtEnd = true;
  content.remark = withTraining ? CurvesPanel::tr("solid training, dashed test") : CurvesPanel::tr("test");
}

QString layerId(std::size_t i) { return QStringLiteral("layer%1").arg(i); }

/// Colours of layers: the categories' order of the pictures, teal, purple, ochre, then the others.
ColorRole layerColor(std::size_t i) {
  static constexpr int order[] = {7, 3, 4, 1, 0, 2, 5, 6, 8, 9};
  return Theme::classRole(order[i % 10]);
}

} // namespace

CurvesPanel::CurvesPanel(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(8);
  constexpr int stretch[] = {4, 3, 3, 3};
  for (std::size_t i = 0; i < m_plots.size(); ++i) {
    m_plots[i] = new Plot(this);
    m_plots[i]->setSurface(ColorRole::Panel);
    if (i > 0) {
      row->addWidget(m_plots[i], stretch[i]);
      continue;
    }
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_plots[i], 1);
    m_rewind = new RewindBar(m_plots[i], this);
    column->addWidget(m_rewind);
    row->addLayout(column, stretch[i]);
  }
  // One line under the pointer in all plots: they have the same steps.
  for (Plot* plot : m_plots)
    connect(plot, &Plot::hoverChanged, this, [this, plot](std::optional<double> x) {
      for (Plot* other : m_plots)
        if (other != plot) other->setHoverX(x);
    });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &CurvesPanel::leaveOut);
  describe();
}

void CurvesPanel::describe() {
  PlotContent loss;
  loss.title = tr("Loss");
  loss.curves.push_back({"train", tr("training"), {}, ColorRole::Train, CurveLine::Solid, CurveMarks::None, true});
  if (m_content.hasValidation) loss.curves.push_back({"validation", tr("validation"), {}, ColorRole::Accent, CurveLine::Dashed, CurveMarks::None, false});
  if (m_content.hasTest) loss.curves.push_back({"test", tr("test"), {}, ColorRole::Test, CurveLine::Solid, CurveMarks::Hollow, false});
  overlay(loss, m_overlay, true);
  m_plots[0]->setContent(loss);

  PlotContent accuracy;
  accuracy.title = m_content.hasAccuracy ? tr("Accuracy") : tr("R²");
  accuracy.format = m_content.hasAccuracy ? ValueFormat::Percent : ValueFormat::Number;
  accuracy.logMode = LogMode::Off;
  if (m_content.hasValidation) accuracy.curves.push_back({"validation", tr("validation"), {}, ColorRole::Accent, CurveLine::Dashed, CurveMarks::None, false});
  if (m_content.hasTest) accuracy.curves.push_back({"test", tr("test"), {}, ColorRole::Test, CurveLine::Solid, CurveMarks::Hollow, false});
  accuracy.emptyText = m_content.hasValidation || m_content.hasTest ? QString() : tr("There is no validation or test part to measure on.");
  accuracy.quietWhenEmpty = accuracy.emptyText.isEmpty();
  overlay(accuracy, m_overlay, false);
  m_plots[1]->setContent(accuracy);

  PlotContent gradients, updates;
  gradients.title = tr("Gradient norm");
  updates.title = tr("Update / weight");
  for (PlotContent* content : {&gradients, &updates}) {
    content->remark = tr("per layer");
    content->logMode = LogMode::On;
    content->labelsAtEnd = true;
    content->quietWhenEmpty = true; // the plot of the loss says it
    for (std::size_t i = 0; i < m_content.layers.size(); ++i)
      content->curves.push_back({layerId(i), m_content.layers[i], {}, layerColor(i), CurveLine::Solid, CurveMarks::None, true});
  }
  m_plots[2]->setContent(gradients);
  m_plots[3]->setContent(updates);
  putOverlay();
  refreshAll(); // no run may come that would bring the new words
}

void CurvesPanel::setContent(const CurvesContent& content) {
  m_content = content;
  describe();
}

void CurvesPanel::clear() {
  m_markers.clear();
  for (Plot* plot : m_plots) {
    plot->clear();
  }
  putOverlay();
  showMarkers();
}

void CurvesPanel::append(const std::vector<StepPoint>& points, const std::vector<EvalPoint>& evals) {
  std::vector<CurvePoint> curve;
  curve.reserve(points.size());
  for (const StepPoint& point : points) curve.push_back(spreadPoint(point));
  if (!curve.empty()) m_plots[0]->append("train", curve);
  for (std::size_t layer = 0; layer < m_content.layers.size() && !points.empty(); ++layer) {
    std::vector<CurvePoint> gradient, update;
    for (const StepPoint& point : points) {
      if (layer >= point.nodes.size()) continue;
      CurvePoint g = CurvePoint::of(static_cast<double>(point.step), point.nodes[layer].gradient);
      CurvePoint u = CurvePoint::of(static_cast<double>(point.step), point.nodes[layer].updateRatio);
      g.count = u.count = static_cast<std::uint32_t>(point.count);
      gradient.push_back(g);
      update.push_back(u);
    }
    m_plots[2]->append(layerId(layer), gradient);
    m_plots[3]->append(layerId(layer), update);
  }
  for (const EvalPoint& eval : evals) {
    const auto add = [&](const QString& id, const Scores& metrics) {
      if (metrics.samples == 0) return;
      const double x = static_cast<double>(eval.step);
      const CurvePoint loss = CurvePoint::of(x, metrics.loss), share = CurvePoint::of(x, metrics.hasAccuracy ? metrics.accuracy : metrics.r2);
      m_plots[0]->append(id, {&loss, 1});
      m_plots[1]->append(id, {&share, 1});
    };
    add(QStringLiteral("validation"), eval.validation);
    add(QStringLiteral("test"), eval.test);
  }
}

void CurvesPanel::restore(const RecordedCurves& recorded, const std::vector<NodeId>& layers) {
  const auto put = [&](Plot* plot, const QString& id, const std::string& name) {
    const auto found = recorded.find(name);
    if (found == recorded.end()) return;
    std::vector<CurvePoint> points;
    for (const RecordedPoint& p : found->second) points.push_back(curvePoint(p));
    plot->append(id, points);
  };
  put(loss(), QStringLiteral("train"), curves::kLoss);
  put(loss(), QStringLiteral("validation"), curves::kValidationLoss);
  put(loss(), QStringLiteral("test"), curves::kTestLoss);
  put(accuracy(), QStringLiteral("validation"), curves::kValidationScore);
  put(accuracy(), QStringLiteral("test"), curves::kTestScore);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    put(gradients(), layerId(i), curves::gradientOf(layers[i]));
    put(updates(), layerId(i), curves::updateOf(layers[i]));
  }
  refreshAll();
}

void CurvesPanel::addMarker(const PlotMarker& marker) {
  m_markers.push_back(marker);
  showMarkers();
}

void CurvesPanel::showMarkers() {
  std::vector<PlotMarker> markers = m_markers;
  markers.insert(markers.end(), m_overlay.branches.begin(), m_overlay.branches.end());
  for (Plot* plot : m_plots) plot->setMarkers(markers);
}

void CurvesPanel::setOverlay(CurvesOverlay overlay) {
  if (overlay.others.empty() && m_overlay.others.empty()) return;
  // Their points anew: a run may have grown since.
  for (std::size_t i = 0; i < 2; ++i) {
    PlotContent none = m_plots[i]->content();
    std::erase_if(none.curves, [](const CurveSpec& curve) { return curve.id.contains(u':'); });
    m_plots[i]->setContent(none);
  }
  m_overlay = std::move(overlay);
  describe();
  showMarkers();
}

void CurvesPanel::putOverlay() {
  const auto put = [](Plot* plot, const QString& id, const OverlaidRun& run, const char* name) {
    const auto found = run.curves.find(name);
    const CurveData* curve = plot->curve(id);
    if (found == run.curves.end() || !curve || !curve->raw().empty()) return;
    std::vector<CurvePoint> points;
    for (const RecordedPoint& p : found->second)
      if (p.step >= run.from) points.push_back(curvePoint(p));
    plot->append(id, points);
  };
  for (const OverlaidRun& run : m_overlay.others) {
    put(loss(), overlaidId("train", run), run, curves::kLoss);
    put(loss(), overlaidId("test", run), run, m_content.hasTest ? curves::kTestLoss : curves::kValidationLoss);
    put(accuracy(), overlaidId("test", run), run, m_content.hasTest ? curves::kTestScore : curves::kValidationScore);
  }
}

void CurvesPanel::setFadeAfter(std::optional<double> x) {
  for (Plot* plot : m_plots) plot->setFadeAfter(x);
}

void CurvesPanel::setSmoothing(double k) {
  for (Plot* plot : m_plots) plot->setSmoothing(k);
}

void CurvesPanel::setLive(bool live) {
  for (Plot* plot : m_plots) plot->setLive(live);
}

bool CurvesPanel::refreshNext() {
  for (std::size_t tried = 0; tried < m_plots.size(); ++tried) {
    Plot* plot = m_plots[m_next];
    m_next = (m_next + 1) % m_plots.size();
    if (plot->refresh()) return true;
  }
  return false;
}

void CurvesPanel::refreshAll() {
  for (Plot* plot : m_plots) plot->refresh();
}

QSize CurvesPanel::minimumSizeHint() const { return {2 * m_plots[0]->minimumSizeHint().width(), QWidget::minimumSizeHint().height()}; }

/// Two plots that can be read say more than four that cannot.
void CurvesPanel::leaveOut() {
  m_plots[2]->setVisible(width() >= theme().px(kThree));
  m_plots[3]->setVisible(width() >= theme().px(kFour));
}

void CurvesPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  leaveOut();
}

void CurvesPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  QWidget::changeEvent(event);
}

} // namespace glassbox
