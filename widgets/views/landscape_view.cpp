#include "widgets/views/landscape_view.h"

#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/views/landscape_plot.h"
#include "widgets/views/sample_pass.h"
#include "widgets/views/view_export.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr std::int64_t kMostWeights = 10'000'000; // two directions in double and the path beside
constexpr std::uint64_t kSeed = 1;                // of the random directions: the same plane at every press

} // namespace

QString LandscapeView::title() { return tr("Loss landscape"); }

QString LandscapeView::purpose() {
  return tr("Shows the loss around the present weights, in a plane of the space of all weights.<br>Use it to see the valley that the training "
            "walked through, and how flat its end is.");
}

bool LandscapeView::suits(const ProbeSubject&, const Analysis& analysis) { return analysis.parameters > 1 && analysis.parameters <= kMostWeights; }

LandscapeView::LandscapeView(QWidget* parent)
    : LookView(parent), m_planes(new Segmented), m_scales(new Segmented), m_compute(new QPushButton), m_progress(new QProgressBar),
      m_plot(new LandscapePlot), m_state(new QLabel) {
  const Theme& t = theme();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
  column->setSpacing(t.px(6));
  auto* row = new QHBoxLayout;
  row->setSpacing(t.px(12));
  row->addWidget(m_planes);
  row->addWidget(m_scales);
  row->addWidget(m_compute);
  row->addWidget(m_progress, 1);
  row->addStretch(1);
  column->addLayout(row);
  column->addWidget(m_plot, 1);
  column->addWidget(m_state);
  m_state->setWordWrap(true);
  m_progress->setRange(0, 100);
  m_progress->setTextVisible(false);
  offerExport(this, m_plot, [] { return title(); }, [this] { return csv(); });
  connect(m_scales, &Segmented::chosen, this, [this](int index) { m_plot->setLogarithmic(index == 0); });
  connect(m_compute, &QPushButton::clicked, this, &LandscapeView::compute);
  connect(&m_job, &SideJob::progressed, this, [this](double share) { m_progress->setValue(static_cast<int>(100 * share)); });
  connect(&m_job, &SideJob::ended, this, &LandscapeView::showState);
  retranslate();
}

void LandscapeView::retranslate() {
  m_planes->setContent({tr("Plane"), {tr("Path of the weights"), tr("Random")}, std::max(0, m_planes->current())});
  m_planes->setToolTip(tr("<b>Plane</b><br>The two directions in which the weights have moved most, or two random ones, each filter as long as the network's "
                          "own.<br>The path shows the way taken, random directions show how flat the place is."));
  m_scales->setContent({tr("Colors"), {tr("Logarithmic"), tr("Linear")}, std::max(0, m_scales->current())});
  m_scales->setToolTip(tr("<b>Colors</b><br>Colors and lines follow the logarithm of the loss, or the loss itself.<br>Small differences near the bottom are seen "
                          "on the logarithmic scale."));
  m_progress->setAccessibleName(tr("Progress"));
  if (m_plot->landscape()) showLandscape(*m_plot->landscape());
  showState();
}

void LandscapeView::showState() {
  m_compute->setText(isComputing() ? tr("Stop") : tr("Compute"));
  m_compute->setToolTip(isComputing() ? tr("<b>Stop</b><br>Ends the computation.<br>The points that are there stay.")
                                      : tr("<b>Compute</b><br>Computes the loss at 625 points of the plane.<br>Press it after some training: the path is kept from the "
                                           "moment when this view was opened."));
  m_compute->setEnabled(!m_path.empty() || isComputing());
  m_progress->setVisible(isComputing());
  QString kept;
  if (m_path.empty())
    kept = tr("No weights yet. Press Run: the path is kept while this view is open.");
  else
    kept = tr("Path kept from step %1 to %2.").arg(formatInteger(m_path.items().front().step), formatInteger(m_path.newest().step));
  m_state->setText(m_sentence.isEmpty() ? kept : m_sentence + QStringLiteral("  ") + kept);
}

void LandscapeView::setSubject(const ProbeSubject& subject) {
  m_job.cancel();
  ++m_round;
  m_subject = subject;
  m_path.clear();
  m_sentence.clear();
  m_plot->setLandscape(std::nullopt);
  showState();
}

ProbeWish LandscapeView::wish() const {
  ProbeWish wish;
  wish.weights = true;
  return wish;
}

void LandscapeView::setAnswer(const ProbeAnswer& answer) {
  if (!answer.weights) return;
  const std::size_t bytes = std::max<std::size_t>(1, answer.weights->size() * sizeof(float));
  m_path.add(answer.step, answer.weights, std::clamp<std::size_t>(kMostBytes / bytes, 3, kMostKept));
  showState();
}

bool LandscapeView::hasPicture() const { return m_plot->landscape().has_value(); }

QString LandscapeView::message() const { return m_sentence; }

void LandscapeView::fail(const Error& error) {
  m_sentence = translated(error);
  showState();
}

void LandscapeView::showLandscape(const Landscape& landscape) {
  m_plot->setLandscape(landscape);
  m_sentence = landscape.samples < landscape.ofSamples
                   ? tr("Around the weights of step %1; mean loss of %2 of %3 training samples.")
                         .arg(formatInteger(landscape.step), formatInteger(landscape.samples), formatInteger(landscape.ofSamples))
                   : tr("Around the weights of step %1; mean loss of all %2 training samples.").arg(formatInteger(landscape.step), formatInteger(landscape.samples));
  showState();
}

void LandscapeView::compute() {
  if (isComputing()) {
    ++m_round;
    return m_job.cancel();
  }
  if (m_path.empty()) return;
  const std::uint64_t round = ++m_round;
  const auto report = [this, round](auto use) {
    QMetaObject::invokeMethod(this, [this, round, use] {
      if (round == m_round) use();
    });
  };
  m_progress->setValue(0);
  m_job.start(
      [this, report, path = m_path.items(), subject = m_subject, random = m_planes->current() == 1](const std::atomic<bool>& stop, const SideJob::Progress& progress) {
        const auto refused = [&](const Error& error) { report([this, error] { fail(error); }); };
        CompileOptions options;
        options.maxBatch = 256;
        options.kernelSet = subject.kernelSet;
        options.training = false;
        Result<Network> network = Network::compile(analyse(*subject.spec), options);
        if (!network) return refused(network.error());
        const Buffer<float>& present = *path.back().value;
        if (present.size() != network->weights().size()) return;
        std::copy(present.begin(), present.end(), network->weights().begin());
        std::vector<std::span<const float>> ways;
        for (const auto& item : path) ways.emplace_back(*item.value);
        Result<LandscapeDirections> directions = random ? Result<LandscapeDirections>(randomDirections(*network, kSeed)) : pathDirections(*network, ways);
        if (!directions) return refused(directions.error());
        std::vector<LandscapePlace> places;
        for (std::size_t i = 0; i < path.size(); ++i) places.push_back(placeOf(*network, ways[i], path[i].step, *directions));
        Landscape landscape = emptyLandscape(*directions, std::move(places));
        int rows = 0;
        computeLandscape(*network, *subject.data, landscapeSample(*subject.data, network->analysis()), *directions, landscape, stop, [&] {
          progress(static_cast<double>(++rows) / landscape.side);
          report([this, landscape] { showLandscape(landscape); });
        });
      },
      [] {});
  showState();
}

QByteArray LandscapeView::csv() const {
  if (!m_plot->landscape()) return {};
  const Landscape& l = *m_plot->landscape();
  QByteArray out = "first,second,loss\n";
  for (int row = l.side - 1; row >= 0; --row)
    for (int column = 0; column < l.side; ++column) out += csvNumber(l.x(column)) + ',' + csvNumber(l.y(row)) + ',' + csvNumber(l.loss(row, column)) + '\n';
  return out;
}

void LandscapeView::hideEvent(QHideEvent* event) {
  if (isComputing()) {
    ++m_round;
    m_job.cancel(); // hidden views cost nothing
  }
  LookView::hideEvent(event);
}

void LandscapeView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace glassbox
