#include "widgets/views/spread_view.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/views/spread_plot.h"
#include "widgets/views/view_export.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr SpreadKind kKinds[] = {SpreadKind::Weights, SpreadKind::Gradients, SpreadKind::Activations};

} // namespace

QString SpreadView::purpose() {
  return tr("Shows how the numbers of each layer are spread, and how that changes over the steps.<br>Use it to find dead or saturated "
            "units, and gradients that vanish or explode.");
}

bool SpreadView::suits(const ProbeSubject&, const Analysis& analysis) { return analysis.parameters > 0; }

SpreadView::SpreadView(QWidget* parent)
    : LookView(parent), m_layers(new QComboBox), m_kinds(new Segmented), m_scales(new Segmented), m_facts(new QLabel), m_plot(new SpreadPlot),
      m_empty(new EmptyState) {
  const Theme& t = theme();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
  column->setSpacing(t.px(6));
  auto* row = new QHBoxLayout;
  row->setSpacing(t.px(12));
  row->addWidget(m_layers);
  row->addWidget(m_kinds);
  row->addWidget(m_scales);
  row->addStretch(1);
  column->addLayout(row);
  column->addWidget(m_plot, 1);
  column->addWidget(m_empty, 1);
  column->addWidget(m_facts);
  m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_facts->setWordWrap(true);
  m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_export = offerExport(this, m_plot, [this] { return m_plot->content().title; }, [this] { return m_plot->csv(); });
  connect(m_layers, &QComboBox::activated, this, [this](int index) {
    m_wanted = m_nodes[static_cast<std::size_t>(index)];
    emit nodeChosen(m_wanted);
    showHistory();
  });
  connect(m_kinds, &Segmented::chosen, this, [this](int index) {
    m_kind = kKinds[index];
    listLayers();
  });
  connect(m_scales, &Segmented::chosen, this, [this] { showHistory(); });
  nameControls();
  showHistory();
}

void SpreadView::nameControls() {
  m_kinds->setContent({{}, {kindName(kKinds[0]), kindName(kKinds[1]), kindName(kKinds[2])}, static_cast<int>(m_kind)});
  m_scales->setContent({tr("Axis"), {tr("Linear"), tr("Logarithmic")}, std::max(0, m_scales->current())});
  m_layers->setAccessibleName(tr("Layer"));
  m_layers->setToolTip(tr("<b>Layer</b><br>Chooses whose numbers are shown.<br>Go through them to see where a gradient gets lost on its way back."));
  m_kinds->setToolTip(tr("<b>Numbers</b><br>Weights without biases, their gradients at the last step, or what the layer gives for a fixed set of "
                         "samples.<br>Activations show dead and saturated units, gradients show whether a layer still learns."));
  m_scales->setToolTip(tr("<b>Axis of values</b><br>Logarithmic: magnitudes by powers of ten, negative ones below.<br>Use it where most numbers are "
                          "tiny, as gradients are."));
  m_empty->setContent({QStringLiteral("eye"), tr("Nothing is recorded yet. Histograms are kept from now on while this view is open."), {}});
}

QString SpreadView::kindName(SpreadKind kind) const {
  return kind == SpreadKind::Weights ? tr("Weights") : kind == SpreadKind::Gradients ? tr("Gradients") : tr("Activations");
}

QString SpreadView::titleOf(const NodeId& node) const { return m_subject.spec ? translated(nodeTitle(*m_subject.spec, node)) : QString(); }

void SpreadView::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  if (subject.spec) m_subject.spec = analyse(*subject.spec).spec; // with groups written out: their copies have titles too
  m_history.clear();
  listLayers();
}

ProbeWish SpreadView::wish() const {
  ProbeWish wish;
  wish.spreads = true;
  return wish;
}

void SpreadView::setAnswer(const ProbeAnswer& answer) {
  if (!answer.spreads) return;
  const std::size_t before = m_history.keys().size();
  m_history.add(answer.step, *answer.spreads);
  if (m_history.keys().size() != before)
    listLayers();
  else
    showHistory();
}

bool SpreadView::hasPicture() const { return !m_plot->content().columns.empty(); }

void SpreadView::setSelected(const NodeId& node) {
  m_wanted = node;
  listLayers();
}

NodeId SpreadView::node() const {
  const int i = m_layers->currentIndex();
  return i >= 0 && i < static_cast<int>(m_nodes.size()) ? m_nodes[static_cast<std::size_t>(i)] : NodeId();
}

void SpreadView::choose(const NodeId& node, SpreadKind kind) {
  m_wanted = node;
  m_kind = kind;
  m_kinds->setCurrent(static_cast<int>(kind));
  listLayers();
}

void SpreadView::useLogarithmicAxis(bool on) {
  m_scales->setCurrent(on);
  showHistory();
}

void SpreadView::listLayers() {
  const NodeId before = m_wanted.empty() ? node() : m_wanted;
  m_nodes.clear();
  for (const SpreadHistory::Key& key : m_history.keys())
    if (key.second == m_kind) m_nodes.push_back(key.first);
  QStringList names;
  for (const NodeId& id : m_nodes) names << titleOf(id);
  const QSignalBlocker quiet(m_layers);
  m_layers->clear();
  m_layers->addItems(names);
  const auto found = std::find(m_nodes.begin(), m_nodes.end(), before);
  m_layers->setCurrentIndex(m_nodes.empty() ? -1 : found == m_nodes.end() ? 0 : static_cast<int>(found - m_nodes.begin()));
  m_layers->setEnabled(!m_nodes.empty());
  showHistory();
}

void SpreadView::showHistory() {
  SpreadPlotContent content;
  content.logarithmic = m_scales->current() == 1;
  if (const auto* columns = m_history.columns({node(), m_kind})) {
    content.columns = *columns;
    content.title = tr("%1 of %2", "Weights of Dense 1").arg(kindName(m_kind), titleOf(node()));
  }
  m_plot->setContent(content);
  m_plot->setVisible(!content.columns.empty());
  m_empty->setVisible(content.columns.empty());
  m_facts->setText(facts());
}

/// The newest column in numbers.
QString SpreadView::facts() const {
  const auto* columns = m_history.columns({node(), m_kind});
  if (!columns || columns->empty()) return {};
  const LayerSpread& spread = columns->back().value;
  const SpreadBins& bins = spread.bins;
  QStringList parts;
  parts << tr("step %1").arg(formatInteger(columns->back().step));
  parts << tr("mean %1").arg(formatNumber(bins.mean())) << tr("standard deviation %1").arg(formatNumber(bins.deviation()));
  parts << tr("from %1 to %2", "range of values").arg(formatNumber(bins.least), formatNumber(bins.greatest));
  parts << tr("exactly 0: %1").arg(formatPercent(bins.zeroShare()));
  if (spread.units > 0) {
    parts << tr("dead units: %1 of %2").arg(formatInteger(spread.deadUnits), formatInteger(spread.units));
    parts << tr("saturated units: %1 of %2").arg(formatInteger(spread.saturatedUnits), formatInteger(spread.units));
  }
  if (bins.notFinite > 0) parts << tr("not a number: %1").arg(formatInteger(bins.notFinite));
  QString text = parts.join(semicolon());
  if (m_kind == SpreadKind::Activations) text += fullStop() + tr("Of %1 training samples, always the same.").arg(formatInteger(m_history.samples()));
  if (spread.stride > 1) text += fullStop() + tr("Only every %1th number was counted.").arg(formatInteger(static_cast<qint64>(spread.stride)));
  return text;
}

void SpreadView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    nameControls();
    listLayers();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
