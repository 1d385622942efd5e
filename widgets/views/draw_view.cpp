#include "widgets/views/draw_view.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/segmented.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/bar_plot.h"
#include "widgets/views/draw_canvas.h"
#include "widgets/views/probe_bench.h"
#include "widgets/views/sample_strip.h"
#include "widgets/views/view_export.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kSmall = 56;  // side of the picture that the network gets, on the screen

int largest(const std::vector<float>& shares, const OutputReading& reading) {
  int guess = 0;
  for (int k = 1; k < reading.classCount(); ++k)
    if (reading.shareOf(shares, k) > reading.shareOf(shares, guess)) guess = k;
  return guess;
}

} // namespace

QString DrawView::purpose() {
  return tr("Draw a picture and see what the network takes it for, while you draw.<br>Use it to find out what it has learned to look at, and what fools it.");
}

bool DrawView::suits(const ProbeSubject& subject, const Analysis& analysis) {
  return analysis.inputs.size() == 1 && subject.data->inputs.size() == 1 && subject.data->inputs[0].isBytes() && pictureShape(*subject.data) && OutputReading(analysis).classes();
}

DrawView::DrawView(QWidget* parent)
    : LookView(parent), m_canvas(new DrawCanvas), m_penName(new QLabel), m_gets(new QLabel), m_answerTitle(new QLabel), m_keepName(new QLabel), m_keptTitle(new QLabel),
      m_small(new QLabel), m_pen(new SliderField), m_tool(new Segmented), m_back(new QPushButton), m_clear(new QPushButton), m_keep(new QPushButton), m_remove(new QPushButton),
      m_centre(new QCheckBox), m_bars(new BarPlot), m_classes(new QComboBox), m_strip(new SampleStrip), m_scroll(new QScrollArea) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 8, 12, 12);
  row->setSpacing(16);

  auto* left = new QVBoxLayout;
  left->setSpacing(8);
  auto* tools = new QHBoxLayout;
  tools->setSpacing(8);
  tools->addWidget(m_tool);
  tools->addWidget(m_back);
  tools->addWidget(m_clear);
  tools->addStretch(1);
  left->addLayout(tools);
  auto* pen = new QHBoxLayout;
  pen->setSpacing(8);
  pen->addWidget(m_penName);
  pen->addWidget(m_pen);
  pen->addStretch(1);
  left->addLayout(pen);
  left->addWidget(m_canvas, 1);
  row->addLayout(left, 3);

  auto* middle = new QVBoxLayout;
  middle->setSpacing(8);
  setFontRole(m_answerTitle, FontRole::Bold);
  middle->addWidget(m_answerTitle);
  m_scroll->setWidget(m_bars);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_bars->setAutoFillBackground(false);
  middle->addWidget(m_scroll, 1);
  auto* gets = new QHBoxLayout;
  gets->setSpacing(12);
  gets->addWidget(m_small, 0, Qt::AlignTop);
  m_gets->setWordWrap(true);
  setFontRole(m_gets, FontRole::Hint);
  setTextRole(m_gets, ColorRole::Text3);
  gets->addWidget(m_gets, 1, Qt::AlignTop);
  middle->addLayout(gets);
  middle->addWidget(m_centre);
  row->addLayout(middle, 2);

  auto* right = new QVBoxLayout;
  right->setSpacing(8);
  auto* keep = new QHBoxLayout;
  keep->setSpacing(8);
  m_classes->setProperty("compact", true);
  keep->addWidget(m_keepName);
  keep->addWidget(m_classes);
  keep->addWidget(m_keep);
  keep->addStretch(1);
  right->addLayout(keep);
  m_keptTitle->setWordWrap(true);
  right->addWidget(m_keptTitle);
  auto* shelf = new QScrollArea;
  shelf->setWidget(m_strip);
  shelf->setWidgetResizable(true);
  shelf->setFrameShape(QFrame::NoFrame);
  shelf->setFocusPolicy(Qt::NoFocus); // the strip in it takes the keys
  shelf->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  shelf->viewport()->setAutoFillBackground(false);
  m_strip->setAutoFillBackground(false);
  right->addWidget(shelf, 1);
  right->addWidget(m_remove, 0, Qt::AlignLeft);
  row->addLayout(right, 2);

  for (QPushButton* button : {m_back, m_clear, m_keep, m_remove}) button->setProperty("compact", true);
  m_pen->setMostWidth(160);
  m_centre->setChecked(true);
  offerExport(this, m_bars, [] { return title(); }, [this] { return csv(); }, [this] { return hasPicture() && !m_canvas->isBlank(); });
  connect(m_canvas, &DrawCanvas::changed, this, &DrawView::take);
  connect(m_pen, &SliderField::valueChanged, this, [this](double width) { m_canvas->setPen(width); });
  connect(m_tool, &Segmented::chosen, this, [this](int tool) { m_canvas->setErasing(tool == 1); });
  connect(m_back, &QPushButton::clicked, m_canvas, &DrawCanvas::removeLast);
  connect(m_clear, &QPushButton::clicked, m_canvas, &DrawCanvas::clear);
  connect(m_centre, &QCheckBox::toggled, this, &DrawView::take);
  connect(m_keep, &QPushButton::clicked, this, &DrawView::keep);
  connect(m_strip, &SampleStrip::sampleClicked, this, [this](std::int64_t index) {
    m_chosen = static_cast<int>(index);
    showKept();
  });
  connect(m_remove, &QPushButton::clicked, this, [this] {
    if (m_chosen >= 0 && m_chosen < static_cast<int>(m_places.size())) emit drawingRemoved(m_places[static_cast<std::size_t>(m_chosen)]);
  });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &DrawView::showAnswer);
  retranslate();
}

void DrawView::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  const Shape picture = *pictureShape(*subject.data);
  m_channels = static_cast<int>(picture[0]);
  m_height = static_cast<int>(picture[1]);
  m_width = static_cast<int>(picture[2]);
  m_canvas->setPicture(m_width, m_height);
  const double most = std::max(2.0, std::min(m_width, m_height) / 4.0);
  m_pen->setContent({.least = 1, .most = most, .value = std::min(most, 2.5 * std::min(m_width, m_height) / 28), .step = 0.5, .fieldWidth = 44, .name = tr("Width of the pen")});
  m_canvas->setPen(m_pen->value());
  const QSignalBlocker quiet(m_classes);
  m_classes->clear();
  for (int k = 0; k < static_cast<int>(subject.data->classNames.size()); ++k) m_classes->addItem(className(*subject.data, k));
  m_shares.clear();
  m_pixels = m_canvas->pixels();
  setDrawings(std::vector<DrawnPicture>(m_all));  // of another size they do not fit
  take();
}

std::vector<float> DrawView::sampleOf(const std::vector<std::uint8_t>& pixels) const {
  std::vector<float> sample;
  sample.reserve(pixels.size() * static_cast<std::size_t>(m_channels));
  for (int channel = 0; channel < m_channels; ++channel)
    for (const std::uint8_t pixel : pixels) sample.push_back(static_cast<float>(pixel) / m_subject.data->inputs[0].divisor);
  return sample;
}

/// The drawing has changed: the pixels of now are what the network gets next.
void DrawView::take() {
  if (!m_subject.data) return;
  m_pixels = m_centre->isChecked() ? rasterize(centred(m_canvas->strokes(), m_width, m_height), m_width, m_height) : m_canvas->pixels();
  ask();
}

void DrawView::ask() {
  auto samples = std::make_shared<std::vector<std::vector<float>>>();
  samples->push_back(sampleOf(m_pixels));
  for (const DrawnPicture& drawing : m_drawings) samples->push_back(sampleOf(drawing.pixels));
  m_asked.samples = samples;
  showAnswer();
  emit wishChanged();
}

ProbeWish DrawView::wish() const {
  ProbeWish wish;
  if (m_asked.samples) wish.drawn = m_asked;
  return wish;
}

void DrawView::setAnswer(const ProbeAnswer& answer) {
  // While the pen moves an answer about the stroke so far is worth seeing too, as long as the kept ones are the same.
  if (!answer.drawn || answer.drawn->shares.size() != m_drawings.size() + 1) return;
  m_shares = answer.drawn->shares[0];
  m_keptShares.assign(answer.drawn->shares.begin() + 1, answer.drawn->shares.end());
  showAnswer();
}

void DrawView::setDrawings(const std::vector<DrawnPicture>& drawings) {
  m_all = drawings;
  m_drawings.clear();
  m_places.clear();
  for (std::size_t i = 0; i < m_all.size(); ++i) {
    if (m_all[i].width != m_width || m_all[i].height != m_height) continue;
    m_drawings.push_back(m_all[i]);
    m_places.push_back(static_cast<int>(i));
  }
  m_chosen = std::min(m_chosen, static_cast<int>(m_drawings.size()) - 1);
  m_keptShares.clear();
  if (m_subject.data) ask();
}

void DrawView::keep() {
  DrawnPicture drawing;
  drawing.classIndex = std::max(0, m_classes->currentIndex());
  drawing.width = m_width;
  drawing.height = m_height;
  drawing.pixels = m_pixels;
  m_canvas->clear();
  emit drawingKept(drawing);
}

QByteArray DrawView::csv() const {
  if (m_shares.empty() || m_canvas->isBlank()) return {};
  const OutputReading reading(analyse(*m_subject.spec));
  QByteArray out = "class,probability\n";
  for (int k = 0; k < reading.classCount(); ++k) out += csvText(className(*m_subject.data, k)) + ',' + csvNumber(static_cast<double>(reading.shareOf(m_shares, k))) + '\n';
  return out;
}

void DrawView::showAnswer() {
  if (!m_subject.data) return;
  const bool blank = m_canvas->isBlank();
  const OutputReading reading(analyse(*m_subject.spec));
  const int side = theme().px(kSmall);
  m_small->setPixmap(QPixmap::fromImage(inkPicture(m_pixels, m_width, m_height).scaled(side, side * m_height / m_width)));
  BarPlotContent bars;
  bars.percent = true;
  bars.title = tr("Probabilities of the classes");
  const bool known = !blank && !m_shares.empty();
  const int guess = known ? largest(m_shares, reading) : -1;
  for (int k = 0; k < reading.classCount(); ++k)
    bars.items.push_back({className(*m_subject.data, k), known ? reading.shareOf(m_shares, k) : 0.0, ColorRole::Accent, k == guess});
  m_bars->setContent(bars);
  if (known) m_answerTitle->setText(tr("Taken for: %1, %2").arg(className(*m_subject.data, guess), formatPercent(reading.shareOf(m_shares, guess))));
  else m_answerTitle->setText(blank ? tr("Draw something on the left") : tr("Working it out"));
  m_keep->setEnabled(!blank && m_channels == 1);
  m_back->setEnabled(!m_canvas->strokes().empty());
  m_clear->setEnabled(!m_canvas->strokes().empty());
  showKept();
}

QString DrawView::keptText() const { return m_keptTitle->text(); }

void DrawView::showKept() {
  const bool can = m_channels == 1;
  for (QWidget* part : {static_cast<QWidget*>(m_keepName), static_cast<QWidget*>(m_classes), static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_keptTitle), static_cast<QWidget*>(m_remove), static_cast<QWidget*>(m_strip)})
    part->setVisible(can);
  // The strip draws samples of a data set: this one holds the drawings.
  auto shelf = std::make_shared<Dataset>();
  shelf->classNames = m_subject.data->classNames;
  shelf->train = static_cast<std::int64_t>(m_drawings.size());
  shelf->origin = m_subject.data->origin;
  Field& field = shelf->inputs.emplace_back();
  field.type.shape = Shape{1, m_height, m_width};
  field.divisor = 255;
  const std::size_t pixels = static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height);
  field.bytes = Buffer<std::uint8_t>(std::max<std::size_t>(1, pixels * m_drawings.size()));
  std::vector<Judged> judged;
  const OutputReading reading(analyse(*m_subject.spec));
  int right = 0;
  for (std::size_t i = 0; i < m_drawings.size(); ++i) {
    std::copy(m_drawings[i].pixels.begin(), m_drawings[i].pixels.end(), field.bytes.begin() + static_cast<std::ptrdiff_t>(i * pixels));
    if (i >= m_keptShares.size()) continue;
    Judged one;
    one.row = static_cast<std::int64_t>(i);
    one.truth = m_drawings[i].classIndex;
    one.guess = largest(m_keptShares[i], reading);
    one.guessShare = reading.shareOf(m_keptShares[i], one.guess);
    if (one.truth < reading.classCount()) one.truthShare = reading.shareOf(m_keptShares[i], one.truth);
    right += one.guess == one.truth;
    judged.push_back(one);
  }
  m_strip->setData(shelf);
  m_strip->setSamples(judged);
  if (m_drawings.empty()) m_keptTitle->setText(tr("Kept drawings stand here, and the network is tested on them."));
  else if (judged.size() < m_drawings.size()) m_keptTitle->setText(tr("%1 kept drawings").arg(m_drawings.size()));
  else m_keptTitle->setText(tr("Kept drawings: %1 of %2 right, %3").arg(right).arg(judged.size()).arg(formatPercent(static_cast<double>(right) / static_cast<double>(judged.size()))));
  m_remove->setEnabled(m_chosen >= 0);
}

void DrawView::retranslate() {
  m_tool->setContent({{}, {tr("Pen"), tr("Eraser")}, m_tool->current() < 0 ? 0 : m_tool->current()});
  m_tool->setToolTip(tr("<b>Pen or eraser</b><br>What the mouse leaves on the paper.<br>Erase a piece of a digit to see which piece its class hangs on."));
  m_penName->setText(tr("Width"));
  m_pen->setToolTip(tr("<b>Width of the pen</b><br>In pixels of the picture.<br>Strokes much thinner or thicker than those of the training data are harder to tell."));
  m_back->setText(tr("Undo stroke"));
  m_back->setToolTip(tr("<b>Undo stroke</b> Backspace<br>Takes the last stroke back.<br>Use it to compare the answer with and without it."));
  m_clear->setText(tr("Clear"));
  m_clear->setToolTip(tr("<b>Clear</b> Delete<br>Empties the paper.<br>Kept drawings stay."));
  m_centre->setText(tr("Centered as in MNIST"));
  m_centre->setToolTip(tr("<b>Centered as in MNIST</b><br>Scales the drawing into a box of 20 of 28 pixels and moves its center of mass to the middle, as was done with the pictures of "
                          "MNIST.<br>Switch it off to see what the network says of a small or shifted digit."));
  m_gets->setText(tr("This is what the network gets."));
  m_small->setAccessibleName(tr("The picture that the network gets"));
  m_scroll->setAccessibleName(tr("Probabilities of the classes"));
  m_keepName->setText(tr("This is"));
  m_classes->setAccessibleName(tr("What the drawing is"));
  m_classes->setToolTip(tr("<b>What the drawing is</b><br>The class it is kept as.<br>The network is tested on the kept drawings, and can be trained on them."));
  m_keep->setText(tr("Keep"));
  m_keep->setToolTip(tr("<b>Keep</b><br>Puts the drawing, as the network gets it, into the project under this class.<br>Then choose “Your drawings” in the Data panel to train on them."));
  m_remove->setText(tr("Remove"));
  m_remove->setToolTip(tr("<b>Remove</b><br>Takes the chosen drawing out of the project; Undo brings it back.<br>Click a kept drawing to choose it."));
  m_strip->setAccessibleName(tr("Kept drawings"));
  showAnswer();
}

void DrawView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  LookView::changeEvent(event);
}

} // namespace glassbox
