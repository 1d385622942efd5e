#include "widgets/views/ablation_view.h"

#include "widgets/common/number_format.h"
#include "widgets/common/segmented.h"
#include "widgets/model/language.h"
#include "widgets/views/side_job.h"
#include "widgets/views/unit_list.h"
#include "widgets/views/view_export.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

QString AblationView::purpose() {
  return tr("Switches neurons, filters or attention heads off and reads what the network loses.<br>Use it to find out which of them it needs, and which do nothing.");
}

bool AblationView::suits(const ProbeSubject&, const Analysis& analysis) { return !ablationLayers(analysis).empty(); }

AblationView::AblationView(QWidget* parent)
    : LookView(parent), m_scoring(new SideJob(this)), m_ranking(new SideJob(this)), m_layerName(new QLabel), m_sentence(new QLabel), m_head(new QLabel), m_layers(new QComboBox),
      m_part(new Segmented), m_rank(new QPushButton), m_allOn(new QPushButton), m_progress(new QProgressBar), m_scroll(new QScrollArea), m_list(new UnitList) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(8);
  for (QWidget* part : {static_cast<QWidget*>(m_layers), static_cast<QWidget*>(m_rank), static_cast<QWidget*>(m_allOn)}) part->setProperty("compact", true);
  m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  bar->addWidget(m_layerName);
  bar->addWidget(m_layers);
  bar->addSpacing(8);
  bar->addWidget(m_part);
  bar->addSpacing(8);
  bar->addWidget(m_rank);
  bar->addWidget(m_allOn);
  bar->addWidget(m_progress);
  bar->addStretch(1);
  column->addLayout(bar);
  m_sentence->setWordWrap(true);
  column->addWidget(m_sentence);
  column->addWidget(m_head);
  m_scroll->setWidget(m_list);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus); // the list in it takes the keys
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_list->setAutoFillBackground(false);
  m_list->setMaximumWidth(900);
  column->addWidget(m_scroll, 1);
  m_progress->setRange(0, 100);
  m_progress->setFixedWidth(96);
  m_progress->hide();

  offerExport(this, m_list, [] { return title(); }, [this] { return csv(); }, [this] { return m_each.count(m_layer) > 0; });
  connect(m_layers, &QComboBox::activated, this, [this](int i) {
    chooseLayer(i);
    emit nodeChosen(m_layer);
  });
  connect(m_part, &Segmented::chosen, this, [this] {
    forget();
    score();
  });
  connect(m_rank, &QPushButton::clicked, this, &AblationView::rank);
  connect(m_allOn, &QPushButton::clicked, this, [this] {
    m_off.clear();
    score();
  });
  connect(m_list, &UnitList::toggled, this, &AblationView::toggle);
  connect(m_list, &UnitList::shown, this, [this](const QRect& row) { m_scroll->ensureVisible(0, row.center().y(), 0, row.height()); });
  connect(m_ranking, &SideJob::progressed, this, [this](double share) { m_progress->setValue(static_cast<int>(100 * share)); });
  connect(m_ranking, &SideJob::ended, this, &AblationView::refresh);
  retranslate();
}

AblationView::~AblationView() = default;

const AblationLayer* AblationView::layer() const {
  for (const AblationLayer& known : m_known)
    if (known.layer == m_layer) return &known;
  return nullptr;
}

Part AblationView::part() const { return m_part->current() == 1 ? Part::Train : Part::Test; }

void AblationView::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  m_weights.reset();
  m_known = ablationLayers(analyse(*subject.spec));
  if (!layer()) m_layer = m_known.empty() ? NodeId() : m_known.front().layer;
  // Units that are gone cannot be off.
  for (auto i = m_off.begin(); i != m_off.end();) {
    const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const AblationLayer& l) { return l.layer == i->first; });
    if (known != m_known.end()) i->second.erase(i->second.lower_bound(static_cast<int>(known->units.count)), i->second.end());
    i = known == m_known.end() || i->second.empty() ? m_off.erase(i) : std::next(i);
  }
  forget();
  retranslate();
}

ProbeWish AblationView::wish() const {
  ProbeWish wish;
  wish.weights = true;
  return wish;
}

void AblationView::setAnswer(const ProbeAnswer& answer) {
  if (!answer.weights || m_ranking->isRunning()) return; // a ranking is of the weights that it began with
  if (m_weights && m_weights->size() == answer.weights->size() && std::equal(m_weights->begin(), m_weights->end(), answer.weights->begin())) return;
  if (m_scoring->isRunning() && !answer.atRest) return; // one after the other while the network trains
  m_weights = answer.weights;
  m_each.clear();
  fillRows();
  score();
}

void AblationView::setSelected(const NodeId& node) {
  for (std::size_t i = 0; i < m_known.size(); ++i)
    if (m_known[i].layer == node || m_known[i].node == node) chooseLayer(static_cast<int>(i));
}

void AblationView::chooseLayer(int index) {
  m_layer = m_known[static_cast<std::size_t>(index)].layer;
  m_layers->setCurrentIndex(index);
  if (m_ranking->isRunning()) m_ranking->cancel();
  fillRows();
  refresh();
}

/// What was computed belongs to other weights, samples or another network now.
void AblationView::forget() {
  m_scoring->cancel();
  m_ranking->cancel();
  m_whole.reset();
  m_without.reset();
  m_each.clear();
  fillRows();
  refresh();
}

std::vector<UnitsOff> AblationView::offList() const {
  std::vector<UnitsOff> list;
  for (const AblationLayer& known : m_known) {
    const auto off = m_off.find(known.layer);
    if (off != m_off.end() && !off->second.empty()) list.push_back({known.node, {off->second.begin(), off->second.end()}});
  }
  return list;
}

void AblationView::toggle(int unit) {
  std::set<int>& off = m_off[m_layer];
  if (!off.erase(unit)) off.insert(unit);
  if (off.empty()) m_off.erase(m_layer);
  score();
}

/// The network as it is, and without the chosen units.
void AblationView::score() {
  if (!m_weights) return refresh();
  struct Judgement {
    std::optional<AblationScore> whole, without;
    Part part = Part::Test;
    std::int64_t total = 0;
  };
  const auto result = std::make_shared<Judgement>();
  m_without.reset();
  m_scoring->start(
      [subject = m_subject, weights = m_weights, off = offList(), part = part(), result](const std::atomic<bool>& stop, const SideJob::Progress&) {
        std::optional<Ablation> ablation = Ablation::create(subject, *weights, part);
        if (!ablation) return;
        result->part = ablation->part();
        result->total = ablation->total();
        result->whole = ablation->score({}, stop);
        if (!off.empty()) result->without = ablation->score(off, stop);
      },
      [this, result] {
        m_whole = result->whole;
        m_without = result->without;
        m_judged = result->part;
        m_total = result->total;
        refresh();
      });
  refresh();
}

void AblationView::rank() {
  if (m_ranking->isRunning()) return m_ranking->cancel();
  const AblationLayer* chosen = layer();
  if (!chosen || !m_weights) return;
  struct Each {
    std::optional<AblationScore> whole;
    std::vector<AblationScore> scores;
  };
  const auto result = std::make_shared<Each>();
  m_progress->setValue(0);
  m_ranking->start(
      [subject = m_subject, weights = m_weights, node = chosen->node, count = chosen->units.count, part = part(), result](const std::atomic<bool>& stop, const SideJob::Progress& progress) {
        std::optional<Ablation> ablation = Ablation::create(subject, *weights, part);
        if (!ablation) return;
        result->whole = ablation->score({}, stop);
        for (std::int64_t unit = 0; unit < count; ++unit) {
          const UnitsOff off{node, {unit}};
          const std::optional<AblationScore> score = ablation->score({&off, 1}, stop);
          if (!score) return;
          result->scores.push_back(*score);
          progress(static_cast<double>(unit + 1) / static_cast<double>(count));
        }
      },
      [this, result, of = m_layer] {
        if (result->whole) m_whole = result->whole;
        m_each[of] = result->scores;
        fillRows();
      });
  refresh();
}

/// Ranked: the unit whose absence costs most stands first.
void AblationView::fillRows() {
  std::vector<UnitRow> rows;
  if (const AblationLayer* chosen = layer()) {
    const auto each = m_each.find(m_layer);
    for (int unit = 0; unit < static_cast<int>(chosen->units.count); ++unit) {
      UnitRow row{unit, {}, {}, {}};
      switch (chosen->units.kind) {
      case UnitKind::Channel: row.name = tr("Filter %1").arg(unit + 1); break;
      case UnitKind::Head: row.name = tr("Head %1").arg(unit + 1); break;
      case UnitKind::Neuron:
      case UnitKind::Feature: row.name = tr("Neuron %1").arg(unit + 1); break;
      }
      if (each != m_each.end() && m_whole && unit < static_cast<int>(each->second.size())) {
        const AblationScore& score = each->second[static_cast<std::size_t>(unit)];
        row.loss = score.loss - m_whole->loss;
        if (score.accuracy && m_whole->accuracy) row.accuracy = *score.accuracy - *m_whole->accuracy;
      }
      rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const UnitRow& a, const UnitRow& b) { return a.loss.value_or(0) > b.loss.value_or(0); });
  }
  m_list->setRows(rows);
}

QByteArray AblationView::csv() const {
  if (!m_each.count(m_layer)) return {};
  const auto number = [](const std::optional<double>& value) { return value ? csvNumber(*value) : QByteArray(); };
  QByteArray out = "unit,loss_change,accuracy_change\n";
  for (const UnitRow& row : m_list->rows()) out += QByteArray::number(row.unit + 1) + ',' + number(row.loss) + ',' + number(row.accuracy) + '\n';
  return out;
}

void AblationView::refresh() {
  const bool ranking = m_ranking->isRunning();
  m_rank->setText(ranking ? tr("Stop") : tr("All one by one"));
  m_rank->setEnabled(ranking || m_weights);
  m_allOn->setEnabled(!m_off.empty());
  m_progress->setVisible(ranking);
  const auto off = m_off.find(m_layer);
  m_list->setOff(off == m_off.end() ? std::set<int>() : off->second);
  m_head->setText(m_each.count(m_layer) ? tr("Without each alone: change of the loss, change of the accuracy in points; the most needed first")
                                        : tr("A click switches a unit off: its output is 0. All one by one tells what each is worth."));
  if (!m_whole) return m_sentence->setText(m_weights ? tr("Judging the network …") : QString());
  const QString part = m_judged == Part::Train ? tr("training samples") : tr("test samples");
  QString text = tr("All on: loss %1").arg(formatNumber(m_whole->loss));
  if (m_whole->accuracy) text += QStringLiteral(" · ") + tr("accuracy %1").arg(formatPercent(*m_whole->accuracy));
  text += QStringLiteral(" · ") + (m_whole->samples == m_total ? tr("%1 %2", "500 test samples").arg(formatInteger(m_total), part)
                                                              : tr("%1 of %2 %3", "2 000 of 10 000 test samples").arg(formatInteger(m_whole->samples), formatInteger(m_total), part));
  std::size_t count = 0;
  for (const auto& entry : m_off) count += entry.second.size();
  if (count > 0 && m_without) {
    text += QStringLiteral("<br><b>") + tr("Off: %1 · loss %2 (%3)").arg(formatInteger(static_cast<qint64>(count)), formatNumber(m_without->loss), formatSigned(m_without->loss - m_whole->loss));
    if (m_without->accuracy && m_whole->accuracy)
      text += QStringLiteral(" · ") + tr("accuracy %1 (%2 points)").arg(formatPercent(*m_without->accuracy), (*m_without->accuracy > *m_whole->accuracy ? QStringLiteral("+") : QString()) + formatFixed(100 * (*m_without->accuracy - *m_whole->accuracy), 1));
    text += QStringLiteral("</b>");
  }
  m_sentence->setText(text);
}

void AblationView::retranslate() {
  const QSignalBlocker quiet(m_layers);
  m_layerName->setText(tr("Layer"));
  m_layers->clear();
  int at = -1;
  for (const AblationLayer& known : m_known) {
    if (known.layer == m_layer) at = m_layers->count();
    m_layers->addItem(translated(nodeTitle(*m_subject.spec, known.layer)));
  }
  m_layers->setCurrentIndex(at);
  m_layers->setAccessibleName(tr("Layer"));
  m_layers->setToolTip(tr("<b>Layer</b><br>Whose units are listed; a layer that is selected in the diagram is chosen here too. Units of other layers stay off.<br>Early and late layers often bear very different losses."));
  m_part->setContent({{}, {tr("Test"), tr("Training")}, std::max(0, m_part->current())});
  m_part->setToolTip(tr("<b>Samples</b><br>On which part the network is judged, 2 000 samples at most.<br>The test part tells what is lost for new data."));
  m_rank->setToolTip(tr("<b>All one by one</b><br>Switches each unit of the layer off alone and ranks them by the loss.<br>Many networks have units that they do not need."));
  m_allOn->setText(tr("All on again"));
  m_allOn->setToolTip(tr("<b>All on again</b><br>Switches every unit of every layer on.<br>The network itself was never changed."));
  m_list->setAccessibleName(tr("Units of the layer"));
  fillRows();
  refresh();
}

void AblationView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  LookView::changeEvent(event);
}

} // namespace glassbox
