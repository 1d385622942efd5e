#include "widgets/views/attention_view.h"

#include "engine/train/data_fit.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/sample_stepper.h"
#include "widgets/views/token_names.h"
#include "widgets/views/view_export.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

QString AttentionView::title() { return tr("Attention maps"); }

QString AttentionView::purpose() {
  return tr("Shows for every step of a sequence how much it takes from every other one.<br>Use it to see what a head looks for, and how it "
            "learns where to look.");
}

bool AttentionView::suits(const ProbeSubject&, const Analysis& analysis) { return !attentionNodes(analysis).empty(); }

AttentionView::AttentionView(QWidget* parent)
    : LookView(parent), m_layers(new QComboBox), m_heads(new QComboBox), m_samples(new SampleStepper),
      m_head(new SectionLabel(SectionLabel::Kind::Section)), m_map(new HeatMap), m_scrubber(new QSlider(Qt::Horizontal)), m_steps(new QLabel),
      m_empty(new EmptyState) {
  const Theme& t = theme();
  m_map->setProperty("anyLanguage", true);  // tokens, as the data have them
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
  column->setSpacing(t.px(6));
  auto* row = new QHBoxLayout;
  row->setSpacing(t.px(12));
  row->addWidget(m_layers);
  row->addWidget(m_heads);
  row->addWidget(m_samples);
  row->addStretch(1);
  column->addLayout(row);
  column->addWidget(m_head);
  column->addWidget(m_map, 1);
  column->addWidget(m_empty, 1);
  auto* time = new QHBoxLayout;
  time->setSpacing(t.px(12));
  time->addWidget(m_scrubber, 1);
  time->addWidget(m_steps);
  column->addLayout(time);
  m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_heads->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_export = offerExport(this, m_map, [] { return title(); }, [this] { return csv(); }, [this] { return shown() != nullptr; });
  connect(m_layers, &QComboBox::currentIndexChanged, this, [this] {
    listHeads();
    showMap();
  });
  connect(m_layers, &QComboBox::activated, this, [this](int index) { emit nodeChosen(m_nodes[static_cast<std::size_t>(index)]); });
  connect(m_heads, &QComboBox::currentIndexChanged, this, &AttentionView::showMap);
  connect(m_samples, &SampleStepper::chosen, this, &LookView::sampleChosen);
  connect(m_scrubber, &QSlider::valueChanged, this, &AttentionView::showMap);
  retranslate();
  showMap();
}

void AttentionView::retranslate() {
  m_layers->setAccessibleName(tr("Attention layer"));
  m_layers->setToolTip(tr("<b>Attention layer</b><br>Chooses whose maps are shown.<br>Deeper layers look at what the earlier ones have put together."));
  m_heads->setAccessibleName(tr("Head"));
  m_heads->setToolTip(tr("<b>Head</b><br>Chooses one of the heads that look side by side.<br>Compare them: each may look for something else."));
  m_scrubber->setAccessibleName(tr("Training step of the map"));
  m_scrubber->setToolTip(tr("<b>Back in time</b><br>Shows the map of an earlier step. Maps are kept while this view is open.<br>Drag it to see when the "
                            "head found out where to look."));
  m_empty->setContent({QStringLiteral("eye"), tr("No map yet. Press Run, or take one step, and the attention of this sample appears here."), {}});
  QStringList names;
  if (m_subject.spec)
    for (const NodeId& id : m_nodes) names << translated(nodeTitle(*m_subject.spec, id));
  const QSignalBlocker quiet(m_layers);
  const int before = m_layers->currentIndex();
  m_layers->clear();
  m_layers->addItems(names);
  m_layers->setCurrentIndex(std::clamp(before, names.isEmpty() ? -1 : 0, static_cast<int>(names.size()) - 1));
  listHeads();
  showMap();
}

void AttentionView::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  const Analysis analysis = analyse(*subject.spec);
  m_subject.spec = analysis.spec; // with groups written out: their copies have titles too
  m_nodes = attentionNodes(analysis);
  m_samples->setData(subject.data);
  m_samples->setSample(m_row);
  m_kept.clear();
  retranslate();
}

ProbeWish AttentionView::wish() const {
  ProbeWish wish;
  wish.attention = m_row;
  return wish;
}

void AttentionView::setAnswer(const ProbeAnswer& answer) {
  if (answer.attention && answer.attention->row == m_row) keep(answer.step, *answer.attention);
}

void AttentionView::setSample(std::int64_t row) {
  if (row == m_row) return;
  m_row = row;
  m_samples->setSample(row);
  m_kept.clear();
  showMap();
}

void AttentionView::setSelected(const NodeId& node) {
  const auto at = std::find(m_nodes.begin(), m_nodes.end(), node);
  if (at != m_nodes.end()) m_layers->setCurrentIndex(static_cast<int>(at - m_nodes.begin()));
}

void AttentionView::keep(std::int64_t step, const AttentionAnswer& maps) {
  const bool follows = m_scrubber->value() == m_scrubber->maximum();
  std::size_t bytes = 1;
  for (const AttentionLayer& layer : maps.layers) bytes += layer.weights.size() * sizeof(float);
  m_kept.add(step, maps, std::clamp<std::size_t>(kMostBytes / bytes, 2, kMostKept));
  const QSignalBlocker quiet(m_scrubber);
  const int last = static_cast<int>(m_kept.size()) - 1;
  m_scrubber->setMaximum(last);
  if (follows) m_scrubber->setValue(last);
  if (m_heads->count() == 0) listHeads();
  showMap();
}

void AttentionView::listHeads() {
  const QSignalBlocker quiet(m_heads);
  const int before = std::max(0, m_heads->currentIndex());
  m_heads->clear();
  const int layer = m_layers->currentIndex();
  if (m_kept.empty() || layer < 0 || layer >= static_cast<int>(m_kept.newest().value.layers.size())) return;
  const auto heads = static_cast<int>(m_kept.newest().value.layers[static_cast<std::size_t>(layer)].heads);
  for (int head = 0; head < heads; ++head) m_heads->addItem(tr("Head %1 of %2").arg(head + 1).arg(heads));
  m_heads->setCurrentIndex(std::min(before, heads - 1));
}

const AttentionLayer* AttentionView::shown() const {
  const auto at = static_cast<std::size_t>(std::clamp(m_scrubber->value(), 0, std::max(0, static_cast<int>(m_kept.size()) - 1)));
  const auto layer = static_cast<std::size_t>(std::max(0, m_layers->currentIndex()));
  return at < m_kept.size() && layer < m_kept.items()[at].value.layers.size() ? &m_kept.items()[at].value.layers[layer] : nullptr;
}

/// The tokens of the sample, or the numbers of its steps.
QStringList AttentionView::steps(std::int64_t time) const {
  const QStringList tokens = m_subject.data ? tokensOf(*m_subject.data, m_row) : QStringList();
  if (tokens.size() == time) return tokens;
  QStringList numbers;
  for (std::int64_t i = 0; i < time; ++i) numbers << QString::number(i + 1);
  return numbers;
}

QString AttentionView::scrubberText() const {
  if (m_kept.empty()) return {};
  const auto at = static_cast<std::size_t>(std::clamp(m_scrubber->value(), 0, static_cast<int>(m_kept.size()) - 1));
  return tr("step %1 (kept: %2 to %3)")
      .arg(formatInteger(m_kept.items()[at].step), formatInteger(m_kept.items().front().step), formatInteger(m_kept.newest().step));
}

void AttentionView::showMap() {
  const AttentionLayer* layer = shown();
  m_map->setVisible(layer);
  m_empty->setVisible(!layer);
  m_scrubber->setEnabled(m_kept.size() > 1);
  m_scrubber->setAccessibleDescription(scrubberText());
  m_steps->setText(scrubberText());
  m_head->setContent(tr("Attention maps"), tr("rows ask, columns are asked; a row sums to 1"));
  if (!layer) return;
  const std::int64_t head = std::clamp<std::int64_t>(m_heads->currentIndex(), 0, layer->heads - 1);
  HeatMapContent content;
  content.rows = content.columns = static_cast<int>(layer->time);
  for (std::int64_t query = 0; query < layer->time; ++query)
    for (std::int64_t key = 0; key < layer->time; ++key) {
      content.values.push_back(static_cast<double>(layer->at(head, query, key)));
      content.masked.push_back(layer->causal && key > query);
    }
  content.ramp = HeatRamp::Probability;
  content.scale = 1;
  content.rowHeads = content.columnHeads = steps(layer->time);
  content.rowTitle = tr("query");
  content.columnTitle = tr("key");
  content.name = tr("Attention weights");
  m_map->setContent(content);
}

QByteArray AttentionView::csv() const {
  const AttentionLayer* layer = shown();
  if (!layer) return {};
  const std::int64_t head = std::clamp<std::int64_t>(m_heads->currentIndex(), 0, layer->heads - 1);
  QByteArray out = "query,key,weight\n";
  for (std::int64_t query = 0; query < layer->time; ++query)
    for (std::int64_t key = 0; key < (layer->causal ? query + 1 : layer->time); ++key)
      out += QByteArray::number(static_cast<qint64>(query + 1)) + ',' + QByteArray::number(static_cast<qint64>(key + 1)) + ',' +
             csvNumber(static_cast<double>(layer->at(head, query, key))) + '\n';
  return out;
}

void AttentionView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace glassbox
