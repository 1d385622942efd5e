#include "widgets/views/confusion_view.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/confusion_margins.h"
#include "widgets/views/sample_strip.h"
#include "widgets/views/spoken_views.h"

#include <QResizeEvent>
#include <QScrollArea>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kMargin = 12, kHead = 24, kGap = 16;
constexpr int kSideBySide = 720;        // from this width on the samples stand at the right
constexpr int kLeastMap = 160;          // height of a map that is worth a row of samples under it
constexpr int kLeastSamples = 112;
constexpr std::size_t kMostShown = 200; // samples of one cell

} // namespace

ConfusionView::ConfusionView(QWidget* parent)
    : QWidget(parent), m_head(new SectionLabel(SectionLabel::Kind::Section, this)), m_map(new HeatMap(this)),
      m_margins(new ConfusionMargins(m_map, this)), m_sampleHead(new SectionLabel(SectionLabel::Kind::Section, this)),
      m_scroll(new QScrollArea(this)), m_strip(new SampleStrip) {
  m_margins->lower();
  m_scroll->setWidget(m_strip);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus); // the strip in it takes the keys
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_strip->setAutoFillBackground(false);
  connect(m_map, &HeatMap::cellClicked, this, &ConfusionView::choose);
  connect(m_strip, &SampleStrip::sampleClicked, this, &ConfusionView::sampleClicked);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ConfusionView::layOut);
  showCounts();
}

void ConfusionView::setData(const DatasetPtr& dataset) {
  m_data = dataset;
  m_strip->setData(dataset);
  m_truth = m_guess = -1;
  setCounts(std::nullopt);
}

void ConfusionView::setCounts(const std::optional<ConfusionCounts>& counts) {
  const bool otherShape = !counts || !m_counts || counts->classes != m_counts->classes;
  m_counts = counts;
  if (otherShape && counts && m_truth >= counts->classes) m_truth = m_guess = -1;
  showCounts();
  if (otherShape) layOut();
}

QString ConfusionView::className(int k) const {
  return m_data ? glassbox::className(*m_data, k) : QString::number(k);
}

std::optional<double> ConfusionView::recall(int k) const {
  std::int64_t sum = 0;
  for (int guess = 0; guess < m_counts->classes; ++guess) sum += m_counts->count(k, guess);
  return sum ? std::optional(static_cast<double>(m_counts->count(k, k)) / static_cast<double>(sum)) : std::nullopt;
}

std::optional<double> ConfusionView::precision(int k) const {
  std::int64_t sum = 0;
  for (int truth = 0; truth < m_counts->classes; ++truth) sum += m_counts->count(truth, k);
  return sum ? std::optional(static_cast<double>(m_counts->count(k, k)) / static_cast<double>(sum)) : std::nullopt;
}

void ConfusionView::showCounts() {
  HeatMapContent content;
  ConfusionMargins::Content margins;
  QString remark;
  if (m_counts) {
    content.rows = content.columns = m_counts->classes;
    std::int64_t right = 0;
    for (const std::int64_t count : m_counts->counts) content.values.push_back(static_cast<double>(count));
    for (int k = 0; k < m_counts->classes; ++k) {
      content.rowHeads << className(k);
      margins.recall.push_back(recall(k));
      margins.precision.push_back(precision(k));
      right += m_counts->count(k, k);
    }
    content.columnHeads = content.rowHeads;
    margins.largest = *std::max_element(content.values.begin(), content.values.end());
    content.scale = std::max(1.0, margins.largest);
    const auto seen = static_cast<qint64>(m_counts->samples.size());
    const QString part = m_counts->part == Part::Test ? tr("test") : m_counts->part == Part::Validation ? tr("validation") : tr("training");
    const QString share = seen ? formatPercent(static_cast<double>(right) / static_cast<double>(seen)) : QStringLiteral("–");
    remark = seen == m_counts->total
                 ? tr("%1 right of all %2 %3 samples", "97.0 % right of all 1 000 test samples").arg(share, formatInteger(seen), part)
                 : tr("%1 right of %2, every %3th of %4 %5 samples")
                       .arg(share, formatInteger(seen), formatInteger((m_counts->total + seen - 1) / std::max<qint64>(1, seen)),
                            formatInteger(m_counts->total), part);
  }
  content.ramp = HeatRamp::Probability; // counts are shares of the largest one; small ones must be seen too
  content.format = CellFormat::Integer;
  content.rowTitle = tr("true class");
  content.columnTitle = tr("predicted");
  content.name = tr("Confusion matrix");
  m_strip->setAccessibleName(tr("Samples"));
  content.summary = [this] { return m_counts ? spokenConfusion(*m_counts, [this](int k) { return className(k); }) : QString(); };
  content.showBar = false;
  m_map->setContent(content);
  m_map->setSelected(m_truth, m_guess);
  m_margins->setContent(margins);
  m_head->setContent(tr("Confusion matrix"), remark);
  showSamples();
}

std::vector<Judged> ConfusionView::shownSamples() const {
  std::vector<Judged> shown;
  if (!m_counts) return shown;
  if (m_truth < 0) {
    for (const std::size_t i : m_counts->worst) shown.push_back(m_counts->samples[i]);
    return shown;
  }
  for (const Judged& s : m_counts->samples)
    if (s.truth == m_truth && s.guess == m_guess) shown.push_back(s);
  // The surest first: where the network is surely wrong there is most to learn.
  std::stable_sort(shown.begin(), shown.end(), [](const Judged& a, const Judged& b) { return a.guessShare > b.guessShare; });
  if (shown.size() > kMostShown) shown.resize(kMostShown);
  return shown;
}

void ConfusionView::showSamples() {
  const std::vector<Judged> shown = shownSamples();
  const auto count = m_counts && m_truth >= 0 ? m_counts->count(m_truth, m_guess) : 0;
  if (m_truth < 0)
    m_sampleHead->setContent(tr("Worst mistakes"),
                             shown.empty() ? (m_counts ? tr("none") : QString()) : tr("true → predicted"));
  else
    m_sampleHead->setContent(m_truth == m_guess ? tr("%1, recognized").arg(className(m_truth))
                                                : tr("%1, taken for %2").arg(className(m_truth), className(m_guess)),
                             formatInteger(count));
  m_strip->setSamples(shown);
}

void ConfusionView::select(int truth, int guess) {
  m_truth = truth;
  m_guess = guess;
  m_map->setSelected(truth, guess);
  showSamples();
}

void ConfusionView::choose(int truth, int guess) {
  if (truth == m_truth && guess == m_guess) return select(-1, -1); // a second click returns to the worst mistakes
  select(truth, guess);
  std::vector<std::int64_t> rows;
  for (const Judged& s : m_counts->samples)
    if (s.truth == truth && s.guess == guess) rows.push_back(s.row);
  emit cellChosen(truth, guess, rows);
}

/// The heat map gets just the room of its cells, so that the margins stand close to them.
void ConfusionView::layOut() {
  const Theme& t = theme();
  const QRect all = rect().adjusted(t.px(kMargin), t.px(8), -t.px(kMargin), -t.px(kMargin));
  const int head = t.px(kHead), margins = ConfusionMargins::bottomMargin();
  const int under = t.px(kGap) + head + t.px(kLeastSamples);
  // Also where there is no height for the samples under the map.
  const bool beside = all.width() >= t.px(kSideBySide) || all.height() < head + t.px(4) + t.px(kLeastMap) + margins + under;
  const int sampleRoom = beside ? 0 : under;
  QRect left = all;
  if (beside) left.setWidth(all.width() >= t.px(kSideBySide) ? std::max(all.width() * 6 / 10, t.px(420)) : all.width() * 6 / 10);
  const QRect room(left.left(), left.top() + head + t.px(4), left.width() - ConfusionMargins::rightMargin(),
                   std::max(0, left.height() - head - t.px(4) - margins - sampleRoom));
  m_map->setGeometry(room);
  if (m_counts && m_counts->classes > 0) {
    const QRect last = m_map->cellRect(m_counts->classes - 1, m_counts->classes - 1);
    m_map->setGeometry(room.left(), room.top(), std::min(room.width(), last.right() + 2), std::min(room.height(), last.bottom() + 2));
  }
  const int mapRight = m_map->geometry().right() + ConfusionMargins::rightMargin();
  const int bottom = m_map->geometry().bottom() + 1 + margins;
  m_margins->setGeometry(left.left(), left.top() + head, left.width(), bottom - left.top() - head);
  m_head->setGeometry(left.left(), left.top(), std::min(left.width(), std::max(t.px(420), mapRight - left.left())), head);
  const QRect samples =
      beside ? QRect(m_head->geometry().right() + t.px(24), all.top(), all.right() - m_head->geometry().right() - t.px(24), all.height())
             : QRect(all.left(), bottom + t.px(kGap), all.width(), all.bottom() - bottom - t.px(kGap));
  m_sampleHead->setGeometry(samples.left(), samples.top(), samples.width(), head);
  m_scroll->setGeometry(samples.left(), samples.top() + head + t.px(4), samples.width(), std::max(0, samples.height() - head - t.px(4)));
}

/// A map of cells that can be told apart beside a few samples.
QSize ConfusionView::minimumSizeHint() const {
  const Theme& t = theme();
  return {t.px(480), t.px(8 + kHead + 4 + kLeastMap + kMargin) + ConfusionMargins::bottomMargin()};
}

QSize ConfusionView::sizeHint() const { return {theme().px(760), theme().px(420)}; }

void ConfusionView::resizeEvent(QResizeEvent*) { layOut(); }

/// Only now has the map its size: a hidden child hears of it when it is shown.
void ConfusionView::showEvent(QShowEvent*) { layOut(); }

void ConfusionView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    showCounts();
    layOut();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
