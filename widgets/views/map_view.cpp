#include "widgets/views/map_view.h"

#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/map_grid.h"
#include "widgets/views/sample_stepper.h"
#include "widgets/views/view_export.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

MapView::MapView(MapKind kind, QWidget* parent)
    : LookView(parent), m_kind(kind), m_layerName(new QLabel), m_layers(new QComboBox), m_samples(new SampleStepper), m_scroll(new QScrollArea), m_grid(new MapGrid),
      m_head(new SectionLabel(SectionLabel::Kind::Section)), m_largeHead(new SectionLabel(SectionLabel::Kind::Section)), m_large(new HeatMap) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(8);
  m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_layers->setProperty("compact", true);
  bar->addWidget(m_layerName);
  bar->addWidget(m_layers);
  bar->addSpacing(16);
  bar->addWidget(m_samples);
  bar->addStretch(1);
  column->addLayout(bar);
  m_samples->setVisible(kind == MapKind::Features); // now that it is in the view: alone it would be a window and take the keyboard
  auto* row = new QHBoxLayout;
  row->setSpacing(24);
  auto* left = new QVBoxLayout;
  left->setSpacing(4);
  m_scroll->setWidget(m_grid);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus); // the grid in it takes the keys
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_grid->setAutoFillBackground(false);
  left->addWidget(m_head);
  left->addWidget(m_scroll, 1);
  auto* right = new QVBoxLayout;
  right->setSpacing(4);
  right->addWidget(m_largeHead);
  right->addWidget(m_large, 1);
  row->addLayout(left, 1);
  row->addLayout(right, 1);
  column->addLayout(row, 1);
  const auto name = [kind] { return kind == MapKind::Filters ? FilterView::title() : FeatureMapView::title(); };
  offerExport(this, m_grid, name, [this] { return csv(); });
  offerExport(this, m_large, [this] { return m_large->content().name; }, [this] { return csv(m_grid->current()); });
  connect(m_layers, &QComboBox::activated, this, [this](int i) {
    choose(m_nodes[static_cast<std::size_t>(i)]);
    emit nodeChosen(m_node);
  });
  connect(m_samples, &SampleStepper::chosen, this, &LookView::sampleChosen);
  connect(m_grid, &MapGrid::chosen, this, &MapView::showLarge);
  connect(m_grid, &MapGrid::shown, this, [this](const QRect& tile) { m_scroll->ensureVisible(tile.center().x(), tile.center().y(), 0, tile.height()); });
  retranslate();
}

void MapView::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  m_nodes = nodesWithMaps(analyse(*subject.spec), m_kind);
  m_samples->setData(subject.data);
  m_samples->setSample(m_row);
  m_maps.reset();
  m_grid->setMaps(std::nullopt);
  if (std::find(m_nodes.begin(), m_nodes.end(), m_node) == m_nodes.end()) m_node = m_nodes.empty() ? NodeId() : m_nodes.front();
  if (m_nodes.size() > 1 && m_kind == MapKind::Features && m_node == m_nodes.front()) m_node = m_nodes[1]; // the input is the sample itself
  setSelected(m_selected);
  retranslate();
  showLarge();
}

ProbeWish MapView::wish() const {
  ProbeWish wish;
  if (!m_node.empty()) wish.maps = MapWish{m_kind, m_node, m_kind == MapKind::Features ? m_row : 0};
  return wish;
}

void MapView::setAnswer(const ProbeAnswer& answer) {
  if (!answer.maps || answer.maps->of != wish().maps) return;
  m_maps = answer.maps;
  m_grid->setMaps(m_maps);
  showLarge();
}

void MapView::setSample(std::int64_t row) {
  m_row = row;
  m_samples->setSample(row);
}

void MapView::setSelected(const NodeId& node) {
  m_selected = node;
  if (std::find(m_nodes.begin(), m_nodes.end(), node) != m_nodes.end()) choose(node);
}

void MapView::choose(const NodeId& node) {
  if (node == m_node) return;
  m_node = node;
  const auto at = std::find(m_nodes.begin(), m_nodes.end(), node);
  m_layers->setCurrentIndex(static_cast<int>(at - m_nodes.begin()));
  emit wishChanged();
}

void MapView::showLarge() {
  HeatMapContent content;
  content.name = tr("Chosen map");
  if (!m_maps) {
    m_head->setContent(m_kind == MapKind::Filters ? tr("Filters") : tr("Feature maps"));
    m_largeHead->setContent({});
    return m_large->setContent(content);
  }
  const MapSet& maps = *m_maps;
  const int i = std::min(m_grid->current(), maps.count() - 1);
  content.rows = maps.height;
  content.columns = maps.width;
  content.values.assign(maps.map(i), maps.map(i) + static_cast<std::ptrdiff_t>(maps.height) * maps.width);
  content.ramp = maps.negative ? HeatRamp::Diverging : HeatRamp::Sequential;
  content.scale = maps.largest > 0 ? maps.largest : 1;
  content.remark = tr("one scale for the layer");
  content.name = m_grid->nameOf(i);
  m_large->setContent(content);
  const QString size = maps.height == 1 ? formatInteger(maps.width) : QStringLiteral("%1×%2").arg(maps.height).arg(maps.width);
  if (m_kind == MapKind::Features)
    m_head->setContent(tr("Feature maps"), tr("%1 maps of %2", "8 maps of 26×26").arg(formatInteger(maps.count()), size));
  else
    m_head->setContent(tr("Filters"), tr("%1 filters, %2, channels: %3").arg(formatInteger(maps.groups), size, formatInteger(maps.perGroup)));
  m_largeHead->setContent(m_grid->nameOf(i));
}

QByteArray MapView::csv(std::optional<int> only) const {
  if (!m_maps) return {};
  QByteArray out = "map,row,column,value\n";
  for (int i = only.value_or(0); i < (only ? *only + 1 : m_maps->count()); ++i)
    for (int row = 0; row < m_maps->height; ++row)
      for (int column = 0; column < m_maps->width; ++column)
        out += QByteArray::number(i + 1) + ',' + QByteArray::number(row + 1) + ',' + QByteArray::number(column + 1) + ',' + csvNumber(static_cast<double>(m_maps->map(i)[row * m_maps->width + column])) + '\n';
  return out;
}

void MapView::retranslate() {
  const QSignalBlocker quiet(m_layers);
  m_layerName->setText(tr("Layer"));
  m_layers->clear();
  for (const NodeId& id : m_nodes) m_layers->addItem(translated(nodeTitle(*m_subject.spec, id)));
  m_layers->setCurrentIndex(static_cast<int>(std::find(m_nodes.begin(), m_nodes.end(), m_node) - m_nodes.begin()));
  m_layers->setAccessibleName(tr("Layer"));
  m_layers->setToolTip(tr("<b>Layer</b><br>Whose maps are shown; a layer that is selected in the diagram is chosen here too.<br>Go from layer to layer to see how patterns are put together."));
  m_grid->setAccessibleName(m_kind == MapKind::Filters ? tr("Filters") : tr("Feature maps"));
}

void MapView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    showLarge();
  }
  LookView::changeEvent(event);
}

QString FilterView::purpose() { return tr("Shows the weights of each filter of a convolution as a picture.<br>Use it to see which edges and spots the network looks for."); }

bool FilterView::suits(const ProbeSubject&, const Analysis& analysis) { return !nodesWithMaps(analysis, MapKind::Filters).empty(); }

QString FeatureMapView::purpose() {
  return tr("Shows what each channel of a layer answers to one sample.<br>Use it to see where in the picture a filter finds its pattern.");
}

bool FeatureMapView::suits(const ProbeSubject&, const Analysis& analysis) {
  // An input alone has maps too: the picture itself.
  const std::vector<NodeId> nodes = nodesWithMaps(analysis, MapKind::Features);
  return std::any_of(nodes.begin(), nodes.end(), [&](const NodeId& id) { return !analysis.nodes.at(id).def->inputs.empty(); });
}

} // namespace glassbox
