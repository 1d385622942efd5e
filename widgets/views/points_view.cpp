#include "widgets/views/points_view.h"

#include "widgets/common/class_name.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/plots/bar_plot.h"
#include "widgets/views/points_plot.h"
#include "widgets/views/token_names.h"
#include "widgets/views/view_export.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

QString PointsView::title() { return tr("Embedding map"); }

QString PointsView::purpose() {
  return tr("Shows the vectors of tokens, or of samples inside the network, on the plane in which they differ most.<br>Use it to see what the "
            "network holds for alike.");
}

bool PointsView::suits(const ProbeSubject&, const Analysis& analysis) { return !nodesWithPoints(analysis).empty(); }

PointsView::PointsView(QWidget* parent)
    : LookView(parent), m_layers(new QComboBox), m_head(new SectionLabel(SectionLabel::Kind::Section)),
      m_nearHead(new SectionLabel(SectionLabel::Kind::Section)), m_plot(new PointsPlot), m_near(new BarPlot), m_empty(new EmptyState) {
  const Theme& t = theme();
  m_plot->setProperty("anyLanguage", true);  // names of samples and tokens, as the data have them
  m_near->setProperty("anyLanguage", true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
  column->setSpacing(t.px(6));
  auto* row = new QHBoxLayout;
  row->setSpacing(t.px(12));
  row->addWidget(m_layers);
  row->addWidget(m_head, 1);
  column->addLayout(row);
  auto* both = new QHBoxLayout;
  both->setSpacing(t.px(16));
  both->addWidget(m_plot, 3);
  auto* right = new QVBoxLayout;
  right->addWidget(m_nearHead);
  right->addWidget(m_near);
  right->addStretch(1);
  both->addLayout(right, 2);
  column->addLayout(both, 1);
  column->addWidget(m_empty, 1);
  m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_near->setClickable();
  offerExport(this, m_plot, [] { return title(); }, [this] { return csv(); });
  connect(m_layers, &QComboBox::currentIndexChanged, this, [this] {
    m_map.reset();
    m_neighbors.clear();
    m_plot->setCurrent(std::nullopt);
    showMap();
    emit wishChanged();
  });
  connect(m_plot, &PointsPlot::chosen, this, &PointsView::choose);
  connect(m_near, &BarPlot::itemClicked, this, [this](int i) { choose(static_cast<int>(m_neighbors[static_cast<std::size_t>(i)].row)); });
  retranslate();
}

void PointsView::retranslate() {
  m_layers->setAccessibleName(tr("Layer"));
  m_layers->setToolTip(tr("<b>Layer</b><br>Chooses whose vectors are shown: those of an Embedding's tokens, or what a layer gives for samples.<br>Compare an "
                          "early layer with a late one to see the classes part."));
  m_near->setToolTip(tr("<b>Nearest</b> Up, Down, Enter<br>The ten vectors that point most nearly in the same direction, by the cosine of the angle.<br>Click "
                        "one to go there: what is near on the plane need not be near in all directions."));
  m_plot->setToolTip(tr("Click a point to see its nearest ones; the arrow keys go from point to point."));
  m_empty->setContent({QStringLiteral("eye"), tr("No map yet. Press Run, or take one step, and the vectors appear here."), {}});
  QStringList names;
  if (m_subject.spec)
    for (const NodeId& id : m_nodes) names << translated(nodeTitle(*m_subject.spec, id));
  {
    const QSignalBlocker quiet(m_layers);
    const int before = m_layers->currentIndex();
    m_layers->clear();
    m_layers->addItems(names);
    m_layers->setCurrentIndex(std::clamp(before, names.isEmpty() ? -1 : 0, static_cast<int>(names.size()) - 1));
  }
  showMap();
}

void PointsView::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  const Analysis analysis = analyse(*subject.spec);
  m_subject.spec = analysis.spec; // with groups written out: their copies have titles too
  m_nodes = nodesWithPoints(analysis);
  m_map.reset();
  m_neighbors.clear();
  m_plot->setCurrent(std::nullopt);
  retranslate();
}

ProbeWish PointsView::wish() const {
  ProbeWish wish;
  const int i = m_layers->currentIndex();
  if (i >= 0 && i < static_cast<int>(m_nodes.size())) wish.points = PointsWish{m_nodes[static_cast<std::size_t>(i)]};
  return wish;
}

void PointsView::setAnswer(const ProbeAnswer& answer) {
  const std::optional<PointsWish> asked = wish().points;
  if (!answer.points || !asked || answer.points->node != asked->node) return;
  PointMap next = *answer.points;
  if (m_map) keepSides(next.components, m_map->components);
  m_map = std::move(next);
  showMap();
}

void PointsView::setSelected(const NodeId& node) {
  const auto at = std::find(m_nodes.begin(), m_nodes.end(), node);
  if (at != m_nodes.end()) m_layers->setCurrentIndex(static_cast<int>(at - m_nodes.begin()));
}

QString PointsView::nameOf(std::size_t point) const {
  const std::int64_t number = m_map->numbers[point];
  if (m_map->tokens) return tokenName(*m_subject.data, number);
  const Dataset& samples = *m_subject.data;
  const QString sample = tr("sample %1").arg(formatInteger(number + 1));
  if (samples.task == DataTask::Regression || samples.target.type.shape.count() != 1) return sample;
  float truth = 0;
  samples.target.read(number, &truth);
  return tr("%1: %2", "12: class 3").arg(formatInteger(number + 1), className(samples, static_cast<int>(truth)));
}

void PointsView::showMap() {
  m_plot->setVisible(m_map.has_value());
  m_near->setVisible(m_map.has_value());
  m_nearHead->setVisible(m_map.has_value());
  m_empty->setVisible(!m_map);
  m_head->setContent(title());
  if (!m_map) return;
  const PrincipalComponents& c = m_map->components;
  const Dataset& samples = *m_subject.data;
  const bool classes = !m_map->tokens && samples.task != DataTask::Regression && samples.target.type.shape.count() == 1;
  PointsPlotContent content;
  content.title = m_map->tokens ? tr("Vectors of the tokens") : tr("Activations of samples");
  content.named = m_map->tokens;
  content.groups = classes ? static_cast<int>(samples.classes()) : 0;
  content.xName = tr("component 1: %1 of the variance").arg(formatPercent(c.share(0)));
  content.yName = tr("component 2: %1").arg(formatPercent(c.share(1)));
  for (std::size_t i = 0; i < m_map->numbers.size(); ++i) {
    float truth = 0;
    if (classes) samples.target.read(m_map->numbers[i], &truth);
    content.points.push_back({c.scores[2 * i], c.scores[2 * i + 1], nameOf(i), static_cast<int>(truth)});
  }
  const auto shown = static_cast<qint64>(m_map->numbers.size());
  const QString size = m_map->tokens ? tr("%1 of %2 tokens, %3 numbers each").arg(formatInteger(shown), formatInteger(m_map->of), formatInteger(c.width))
                                     : tr("%1 of %2 samples, %3 numbers each").arg(formatInteger(shown), formatInteger(m_map->of), formatInteger(c.width));
  m_head->setContent(title(), size);
  m_plot->setContent(content);
  showNeighbors();
}

void PointsView::choose(int point) {
  if (!m_map || point < 0 || point >= static_cast<int>(m_map->numbers.size())) return;
  m_plot->setCurrent(point);
  showNeighbors();
}

void PointsView::showNeighbors() {
  const std::optional<int> point = m_plot->current();
  m_neighbors.clear();
  if (point) m_neighbors = nearestByCosine(m_map->table, m_map->components.rows, m_map->components.width, *point, kNeighbors);
  BarPlotContent content;
  std::vector<int> near;
  for (const Neighbor& neighbor : m_neighbors) {
    content.items.push_back({nameOf(static_cast<std::size_t>(neighbor.row)), neighbor.cosine, ColorRole::Accent, false});
    near.push_back(static_cast<int>(neighbor.row));
  }
  content.title = tr("Nearest by cosine");
  m_near->setContent(content);
  m_plot->setNear(near);
  m_nearHead->setContent(tr("Nearest by cosine"), point ? QString() : tr("click a point"));
}

QByteArray PointsView::csv() const {
  if (!m_map) return {};
  QByteArray out = "name,first,second\n";
  for (std::size_t i = 0; i < m_map->numbers.size(); ++i)
    out += csvText(nameOf(i)) + ',' + csvNumber(m_map->components.scores[2 * i]) + ',' + csvNumber(m_map->components.scores[2 * i + 1]) + '\n';
  return out;
}

void PointsView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace glassbox
