#include "widgets/views/threshold_view.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/segmented.h"
#include "widgets/common/slider_field.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/probe_bench.h"
#include "widgets/views/unit_plot.h"
#include "widgets/views/view_export.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr ColorRole kPrecision = ColorRole::C1, kRecall = ColorRole::C0, kF1 = ColorRole::C3;

QString written(const std::optional<double>& value) { return value ? formatFixed(*value, 2) : QStringLiteral("–"); }

} // namespace

QString ThresholdView::purpose() {
  return tr("Shows how many of the samples called positive are right (precision), and how many of the positive ones are found (recall), for each threshold.<br>"
            "Use it where one kind of mistake costs more than the other.");
}

bool ThresholdView::suits(const ProbeSubject&, const Analysis& analysis) { return OutputReading(analysis).classes(); }

ThresholdView::ThresholdView(QWidget* parent)
    : LookView(parent), m_className(new QLabel), m_thresholdName(new QLabel), m_sentence(new QLabel), m_classes(new QComboBox), m_part(new Segmented), m_threshold(new SliderField),
      m_byThreshold(new UnitPlot), m_byRecall(new UnitPlot), m_table(new HeatMap) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(8);
  m_classes->setProperty("compact", true);
  m_classes->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  bar->addWidget(m_className);
  bar->addWidget(m_classes);
  bar->addSpacing(8);
  bar->addWidget(m_thresholdName);
  bar->addWidget(m_threshold, 1);
  bar->addSpacing(8);
  bar->addWidget(m_part);
  column->addLayout(bar);
  column->addWidget(m_sentence);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(m_byThreshold, 5); // its legend has three values
  row->addWidget(m_byRecall, 3);
  row->addWidget(m_table, 3);
  column->addLayout(row, 1);
  m_sentence->setWordWrap(true);
  const auto table = [this] { return csv(); };
  for (UnitPlot* plot : {m_byThreshold, m_byRecall}) offerExport(this, plot, [plot] { return plot->content().title; }, table);
  offerExport(this, m_table, [] { return title(); }, table);
  connect(m_classes, &QComboBox::activated, this, &ThresholdView::wishChanged);
  connect(m_part, &Segmented::chosen, this, &ThresholdView::wishChanged);
  connect(m_threshold, &SliderField::valueChanged, this, &ThresholdView::refresh);
  const auto choose = [this](double value) {
    m_threshold->setContent({.least = 0, .most = 1, .value = value, .step = 0.01, .name = tr("Threshold")});
    refresh();
  };
  connect(m_byThreshold, &UnitPlot::placeChosen, this, [choose](double x) { choose(std::round(1000 * x) / 1000); });
  // In the other curve the nearest point is meant: the one whose recall lies closest.
  connect(m_byRecall, &UnitPlot::placeChosen, this, [this, choose](double x) {
    const auto far = [x](const ThresholdPoint& point) { return std::abs(point.counts.recall().value_or(0) - x); };
    const auto best = std::min_element(m_curve.begin(), m_curve.end(), [&](const ThresholdPoint& a, const ThresholdPoint& b) { return far(a) < far(b); });
    if (best != m_curve.end()) choose(best->threshold);
  });
  choose(0.5);
  retranslate();
}

void ThresholdView::setSubject(const ProbeSubject& subject) {
  const bool otherClasses = !m_subject.data || m_subject.data->classNames != subject.data->classNames;
  m_subject = subject;
  m_scores.reset();
  fillClasses();
  if (otherClasses) m_classes->setCurrentIndex(std::min(1, m_classes->count() - 1));
  takeScores();
}

ProbeWish ThresholdView::wish() const {
  ProbeWish wish;
  wish.scores = ScoresWish{std::max(0, m_classes->currentIndex()), m_part->current() == 1 ? Part::Train : Part::Test};
  return wish;
}

void ThresholdView::setAnswer(const ProbeAnswer& answer) {
  if (!answer.scores || answer.scores->wish != wish().scores) return;
  m_scores = answer.scores;
  takeScores();
}

double ThresholdView::threshold() const { return m_threshold->value(); }

ThresholdCounts ThresholdView::counts() const { return m_scores ? countsAt(*m_scores, threshold()) : ThresholdCounts(); }

void ThresholdView::takeScores() {
  m_curve = m_scores ? thresholdCurve(*m_scores) : std::vector<ThresholdPoint>();
  refresh();
}

void ThresholdView::refresh() {
  UnitPlotContent by, pr;
  by.title = tr("Over the threshold");
  by.xName = tr("threshold");
  pr.title = tr("Precision over recall");
  pr.xName = tr("recall");
  HeatMapContent table;
  table.name = tr("Counts at the threshold");
  if (m_scores && m_subject.data) {
    const ThresholdCounts now = counts();
    UnitCurve precision{tr("precision"), written(now.precision()), kPrecision, {}}, recall{tr("recall"), written(now.recall()), kRecall, {}}, f1{tr("F1"), written(now.f1()), kF1, {}};
    UnitCurve curve{tr("precision"), {}, kPrecision, {}};
    // Steps: between two scores nothing changes. The curve runs from threshold 1 down to 0.
    double before = 1;
    for (const ThresholdPoint& point : m_curve) {
      const double values[] = {point.counts.precision().value_or(0), point.counts.recall().value_or(0), point.counts.f1().value_or(0)};
      UnitCurve* const curves[] = {&precision, &recall, &f1};
      for (int i = 0; i < 3; ++i) {
        QPolygonF& line = curves[i]->points;
        if (!line.isEmpty()) line << QPointF(point.threshold, line.last().y());
        line << QPointF(point.threshold, values[i]);
      }
      curve.points << QPointF(values[1], values[0]);
      before = point.threshold;
    }
    for (UnitCurve* part : {&precision, &recall, &f1})
      if (before > 0 && !part->points.isEmpty()) part->points << QPointF(0, part->points.last().y());
    by.curves = {precision, recall, f1};
    by.line = threshold();
    pr.curves = {curve};
    if (now.precision() && now.recall()) pr.point = QPointF(*now.recall(), *now.precision());

    const QString name = className(*m_subject.data, m_scores->wish.of), rest = tr("the rest");
    table.rows = table.columns = 2;
    table.values = {static_cast<double>(now.tp), static_cast<double>(now.fn), static_cast<double>(now.fp), static_cast<double>(now.tn)};
    table.ramp = HeatRamp::Probability;
    table.format = CellFormat::Integer;
    table.scale = std::max(1.0, *std::max_element(table.values.begin(), table.values.end()));
    table.rowHeads = table.columnHeads = {name, rest};
    table.rowTitle = tr("true class");
    table.columnTitle = tr("called");
    table.showBar = false;
    const auto seen = static_cast<qint64>(m_scores->score.size());
    const QString part = m_scores->part == Part::Train ? tr("training samples") : tr("test samples");
    m_sentence->setText(tr("TP %1 · FP %2 · FN %3 · TN %4 · accuracy %5 · %6 %7")
                            .arg(formatInteger(now.tp), formatInteger(now.fp), formatInteger(now.fn), formatInteger(now.tn), formatPercent(now.accuracy()), formatInteger(seen), part));
  } else {
    m_sentence->clear();
  }
  m_byThreshold->setContent(by);
  m_byRecall->setContent(pr);
  m_table->setContent(table);
}

QByteArray ThresholdView::csv() const {
  if (m_curve.empty()) return {};
  const auto number = [](const std::optional<double>& value) { return value ? csvNumber(*value) : QByteArray(); };
  QByteArray out = "threshold,tp,fp,fn,tn,precision,recall,f1\n";
  for (const ThresholdPoint& point : m_curve) {
    const ThresholdCounts& c = point.counts;
    out += csvNumber(point.threshold);
    for (const std::int64_t count : {c.tp, c.fp, c.fn, c.tn}) out += ',' + QByteArray::number(static_cast<qint64>(count));
    out += ',' + number(c.precision()) + ',' + number(c.recall()) + ',' + number(c.f1()) + '\n';
  }
  return out;
}

void ThresholdView::fillClasses() {
  const QSignalBlocker quiet(m_classes);
  const int keep = m_classes->currentIndex();
  m_classes->clear();
  if (!m_subject.data) return;
  const int count = OutputReading(analyse(*m_subject.spec)).classCount();
  for (int k = 0; k < count; ++k) m_classes->addItem(className(*m_subject.data, k));
  m_classes->setCurrentIndex(std::clamp(keep, 0, std::max(0, count - 1)));
}

void ThresholdView::retranslate() {
  m_className->setText(tr("Positive"));
  m_classes->setAccessibleName(tr("Positive class"));
  m_classes->setToolTip(tr("<b>Positive class</b><br>This class against all others together.<br>Which class is the positive one decides what precision and recall mean."));
  m_thresholdName->setText(tr("Threshold"));
  m_threshold->setToolTip(tr("<b>Threshold</b><br>A sample is called positive when the network gives the class at least this probability.<br>A higher one makes fewer false alarms and misses more."));
  m_part->setContent({{}, {tr("Test"), tr("Training")}, std::max(0, m_part->current())});
  m_part->setToolTip(tr("<b>Samples</b><br>Which part of the data is counted.<br>The training part looks better than it is: judge by the test part."));
  fillClasses();
  refresh();
}

void ThresholdView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  LookView::changeEvent(event);
}

} // namespace glassbox
