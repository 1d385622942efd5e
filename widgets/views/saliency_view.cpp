#include "widgets/views/saliency_view.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/segmented.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/bar_plot.h"
#include "widgets/views/map_overlay.h"
#include "widgets/views/probe_bench.h"
#include "widgets/views/sample_stepper.h"
#include "widgets/views/sample_strip.h"
#include "widgets/views/side_job.h"
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
#include <cmath>

namespace glassbox {
namespace {

constexpr std::size_t kMostBars = 200;

} // namespace

QString SaliencyView::purpose() {
  return tr("Shows which inputs the answer to one sample hangs on.<br>Use it to see whether the network looks at the right place.");
}

bool SaliencyView::suits(const ProbeSubject& subject, const Analysis& analysis) {
  return takesSaliency(analysis) && (pictureShape(*subject.data) || subject.data->inputs[0].type.shape.rank() == 1);
}

SaliencyView::SaliencyView(QWidget* parent)
    : LookView(parent), m_job(new SideJob(this)), m_className(new QLabel), m_classes(new QComboBox), m_samples(new SampleStepper), m_methods(new Segmented), m_settings(new QWidget),
      m_patchName(new QLabel), m_strideName(new QLabel), m_patch(new SliderField), m_stride(new SliderField), m_fill(new Segmented), m_button(new QPushButton), m_progress(new QProgressBar),
      m_sentence(new QLabel), m_overlay(new MapOverlay), m_scroll(new QScrollArea), m_bars(new BarPlot) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(8);
  m_classes->setProperty("compact", true);
  m_classes->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  bar->addWidget(m_methods);
  bar->addSpacing(8);
  bar->addWidget(m_className);
  bar->addWidget(m_classes);
  bar->addSpacing(8);
  bar->addWidget(m_samples);
  bar->addStretch(1);
  column->addLayout(bar);
  auto* settings = new QHBoxLayout(m_settings);
  settings->setContentsMargins(0, 0, 0, 0);
  settings->setSpacing(8);
  settings->addWidget(m_patchName);
  settings->addWidget(m_patch);
  settings->addWidget(m_strideName);
  settings->addWidget(m_stride);
  settings->addWidget(m_fill);
  m_button->setProperty("compact", true);
  settings->addWidget(m_button);
  settings->addWidget(m_progress);
  settings->addStretch(1);
  column->addWidget(m_settings);
  m_progress->setRange(0, 100);
  m_progress->setFixedWidth(96);
  m_progress->hide();
  for (SliderField* field : {m_patch, m_stride}) field->setMostWidth(136);
  m_sentence->setWordWrap(true);
  column->addWidget(m_sentence);
  column->addWidget(m_overlay, 1);
  m_scroll->setWidget(m_bars);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_bars->setAutoFillBackground(false);
  column->addWidget(m_scroll, 1);

  for (QWidget* part : {static_cast<QWidget*>(m_overlay), static_cast<QWidget*>(m_bars)}) offerExport(this, part, [] { return title(); }, [this] { return csv(); });
  connect(m_samples, &SampleStepper::chosen, this, &LookView::sampleChosen);
  connect(m_methods, &Segmented::chosen, this, [this] {
    refresh();
    emit wishChanged();
  });
  connect(m_classes, &QComboBox::activated, this, [this] {
    drop();
    emit wishChanged();
  });
  connect(m_fill, &Segmented::chosen, this, &SaliencyView::drop);
  for (SliderField* field : {m_patch, m_stride}) connect(field, &SliderField::valueChanged, this, &SaliencyView::drop);
  connect(m_button, &QPushButton::clicked, this, &SaliencyView::startOrStop);
  connect(m_job, &SideJob::progressed, this, [this](double share) { m_progress->setValue(static_cast<int>(100 * share)); });
  connect(m_job, &SideJob::ended, this, &SaliencyView::refresh);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &SaliencyView::refresh);
  retranslate();
}

SaliencyView::~SaliencyView() = default;

void SaliencyView::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  m_weights.reset();
  m_samples->setData(subject.data);
  m_samples->setSample(m_row);
  m_classes->setCurrentIndex(0);
  const std::optional<Shape> picture = pictureShape(*subject.data);
  const double side = picture ? static_cast<double>(std::min((*picture)[1], (*picture)[2])) : 1;
  m_patch->setContent({.least = 1, .most = std::max(2.0, side), .value = std::max(1.0, std::round(side / 4)), .whole = true, .fieldWidth = 40, .name = tr("Patch size")});
  m_stride->setContent({.least = 1, .most = std::max(2.0, side / 2), .value = 2, .whole = true, .fieldWidth = 40, .name = tr("Stride")});
  m_saliency.reset();
  fillClasses();
  drop();
}

ProbeWish SaliencyView::wish() const {
  ProbeWish wish;
  if (method() == Method::Gradient)
    wish.saliency = SaliencyWish{m_row, chosenClass()};
  else
    wish.weights = true;
  return wish;
}

void SaliencyView::setAnswer(const ProbeAnswer& answer) {
  if (answer.saliency && wish().saliency == answer.saliency->wish) {
    m_saliency = answer.saliency;
    refresh();
  }
  if (!answer.weights) return;
  const bool other = !m_weights || !std::equal(m_weights->begin(), m_weights->end(), answer.weights->begin(), answer.weights->end());
  m_weights = answer.weights;
  // A map of other weights stays while the network trains; at rest it would be taken for the present one.
  if (other && answer.atRest && !m_job->isRunning()) m_occlusion.reset();
  refresh();
}

bool SaliencyView::hasPicture() const { return method() == Method::Gradient ? m_saliency.has_value() : m_occlusion.has_value(); }

void SaliencyView::setSample(std::int64_t row) {
  m_row = row;
  m_samples->setSample(row);
  if (m_subject.data) drop();
}

void SaliencyView::setLive(bool live) {
  m_live = live;
  refresh();
}

SaliencyView::Method SaliencyView::method() const { return static_cast<Method>(m_methods->current()); }

void SaliencyView::setMethod(Method method) {
  m_methods->setCurrent(static_cast<int>(method));
  refresh();
  emit wishChanged();
}

bool SaliencyView::isPictureData() const { return m_subject.data && pictureShape(*m_subject.data).has_value(); }

int SaliencyView::chosenClass() const { return m_classes->currentData().isValid() ? m_classes->currentData().toInt() : kPredictedClass; }

OcclusionWish SaliencyView::occlusionWish() const {
  const int of = chosenClass();
  return {m_row, of == kLossItself ? kPredictedClass : of, static_cast<int>(m_patch->value()), static_cast<int>(m_stride->value()), m_fill->current() == 0 ? PatchFill::Mean : PatchFill::Gray};
}

/// What was computed belongs to other settings now.
void SaliencyView::drop() {
  m_job->cancel();
  m_occlusion.reset();
  if (m_saliency && m_saliency->wish != SaliencyWish{m_row, chosenClass()}) m_saliency.reset();
  refresh();
}

void SaliencyView::startOrStop() {
  if (m_job->isRunning()) return m_job->cancel();
  if (!m_weights) return;
  const auto result = std::make_shared<std::optional<Occlusion>>();
  m_progress->setValue(0);
  m_job->start(
      [subject = m_subject, weights = m_weights, wish = occlusionWish(), result](const std::atomic<bool>& stop, const SideJob::Progress& progress) {
        *result = computeOcclusion(subject, *weights, wish, stop, progress);
      },
      [this, result] {
        if (*result && (*result)->wish == occlusionWish()) m_occlusion = **result;
      });
  refresh();
}

QString SaliencyView::answerText(const std::vector<float>& shares) const {
  const OutputReading reading(analyse(*m_subject.spec));
  if (!reading.classes() || shares.empty()) return {};
  int guess = 0;
  for (int k = 1; k < reading.classCount(); ++k)
    if (reading.shareOf(shares, k) > reading.shareOf(shares, guess)) guess = k;
  return tr("predicted: %1, %2").arg(className(*m_subject.data, guess), formatPercent(reading.shareOf(shares, guess)));
}

void SaliencyView::refresh() {
  if (!m_subject.data) return;
  const bool occlusion = method() == Method::Occlusion, picture = isPictureData(), running = m_job->isRunning();
  m_settings->setVisible(occlusion);
  for (QWidget* part : {static_cast<QWidget*>(m_patchName), static_cast<QWidget*>(m_patch), static_cast<QWidget*>(m_strideName), static_cast<QWidget*>(m_stride)}) part->setVisible(picture);
  m_overlay->setVisible(picture);
  m_scroll->setVisible(!picture);
  m_progress->setVisible(running);
  m_button->setText(running ? tr("Stop") : tr("Cover and look"));
  m_button->setEnabled(running || m_weights);
  std::vector<float> values;
  MapOverlayContent content;
  if (picture) content.picture = samplePicture(*m_subject.data, m_row);
  content.leftTitle = tr("Sample");
  content.name = tr("Sample and map");
  if (!occlusion) {
    const bool loss = chosenClass() == kLossItself;
    QString sentence = loss ? tr("How much the loss changes when an input changes a little.") : tr("How much the logit changes when an input changes a little.");
    if (m_saliency) {
      values = picture ? m_saliency->magnitude : m_saliency->gradient;
      if (const QString answer = answerText(m_saliency->shares); !answer.isEmpty()) sentence += u' ' + answer;
    }
    m_sentence->setText(sentence);
    content.rightTitle = tr("Saliency");
    content.unit = loss ? tr("|∂L/∂x|, largest channel") : tr("|∂z/∂x|, largest channel");
  } else {
    const bool classes = OutputReading(analyse(*m_subject.spec)).classes();
    QString sentence = classes ? tr("What covering a place takes from the probability of the class.") : tr("What covering an input takes from the output.");
    if (m_occlusion) {
      values = m_occlusion->drop;
      if (classes)
        sentence += u' ' + tr("Uncovered: %1, %2. Places covered: %3.").arg(className(*m_subject.data, m_occlusion->of), formatPercent(m_occlusion->whole), formatInteger(m_occlusion->patches));
    }
    m_sentence->setText(sentence);
    content.rightTitle = tr("Occlusion");
    content.isSigned = true;
    content.unit = classes ? tr("drop of the probability") : tr("drop of the output");
  }
  content.values = values;
  if (picture) return m_overlay->setContent(content);

  BarPlotContent bars;
  bars.title = occlusion ? tr("Occlusion") : tr("Saliency");
  const std::vector<std::string>& labels = m_subject.data->inputs[0].labels;
  for (std::size_t i = 0; i < std::min(values.size(), kMostBars); ++i) {
    const QString name = i < labels.size() ? QString::fromStdString(labels[i]) : tr("input %1").arg(i + 1);
    bars.items.push_back({name, values[i], values[i] < 0 ? ColorRole::Neg : ColorRole::Pos, false});
  }
  m_bars->setContent(bars);
}

QByteArray SaliencyView::csv() const {
  if (!hasPicture()) return {};
  const bool gradient = method() == Method::Gradient, picture = isPictureData();
  const std::vector<float>& values = !gradient ? m_occlusion->drop : picture ? m_saliency->magnitude : m_saliency->gradient;
  const auto width = static_cast<std::size_t>(gradient ? m_saliency->width : m_occlusion->width);
  const std::vector<std::string>& labels = m_subject.data->inputs[0].labels;
  QByteArray out = picture ? "row,column,value\n" : "input,value\n";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (picture) out += QByteArray::number(static_cast<qulonglong>(i / width + 1)) + ',' + QByteArray::number(static_cast<qulonglong>(i % width + 1));
    else out += i < labels.size() ? csvText(QString::fromStdString(labels[i])) : QByteArray::number(static_cast<qulonglong>(i + 1));
    out += ',' + csvNumber(static_cast<double>(values[i])) + '\n';
  }
  return out;
}

/// Keeps the choice where it still exists.
void SaliencyView::fillClasses() {
  const QSignalBlocker quiet(m_classes);
  const int keep = m_classes->currentIndex();
  m_classes->clear();
  if (!m_subject.data) return;
  const OutputReading reading(analyse(*m_subject.spec));
  if (reading.classes()) {
    m_classes->addItem(tr("predicted"), kPredictedClass);
    for (int k = 0; k < reading.classCount(); ++k) m_classes->addItem(className(*m_subject.data, k), k);
  } else {
    for (int k = 0; k < reading.outputs; ++k) m_classes->addItem(reading.outputs == 1 ? tr("the output") : tr("output %1").arg(k + 1), k);
  }
  m_classes->addItem(tr("the loss"), kLossItself);
  m_classes->setCurrentIndex(keep >= 0 && keep < m_classes->count() ? keep : 0);
}

void SaliencyView::retranslate() {
  m_methods->setContent({{}, {tr("Gradient"), tr("Occlusion")}, m_methods->current() < 0 ? 0 : m_methods->current()});
  m_methods->setToolTip(tr("<b>Method</b><br>Gradient: how strongly each input pulls at the answer. Occlusion: what the answer loses when a patch is covered.<br>Two "
                           "questions to the same answer: where they agree, trust grows."));
  m_className->setText(tr("Of"));
  m_classes->setAccessibleName(tr("What is explained"));
  m_classes->setToolTip(tr("<b>What is explained</b><br>The class whose logit or probability is looked at, or the loss.<br>Choose the true class of a mistake to see what spoke for it."));
  m_patchName->setText(tr("Patch"));
  m_patch->setToolTip(tr("<b>Patch size</b><br>Side of the square that is covered, in pixels.<br>A large patch hides whole strokes, a small one shows details but often changes little."));
  m_strideName->setText(tr("Stride"));
  m_stride->setToolTip(tr("<b>Stride</b><br>Pixels from one place of the patch to the next.<br>1 gives the finest map and takes the longest."));
  m_fill->setContent({tr("filled with"), {tr("mean"), tr("gray")}, m_fill->current() < 0 ? 0 : m_fill->current()});
  m_fill->setToolTip(tr("<b>Filled with</b><br>The mean of the sample, or gray (0.5; 0 for inputs that are no picture).<br>A patch that is itself unusual can change the answer: compare both."));
  m_button->setToolTip(tr("<b>Cover and look</b><br>Slides the patch over the sample and runs the network at each place.<br>The map shows what the network cannot do without."));
  fillClasses();
  refresh();
}

void SaliencyView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  LookView::changeEvent(event);
}

} // namespace glassbox
