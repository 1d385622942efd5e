#include "widgets/runs/compare_column.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/model/language.h"
#include "widgets/runs/compare_picture.h"
#include "widgets/runs/run_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr int kMargin = 12, kSwatch = 10;

/// "Adam · rate 0.01 · batch 32 · seed 3"
QString settingsLine(const TrainingPlan& plan) {
  const auto written = [&](const char* key) {
    const ParamDef& def = *findParam(planParams(), key);
    return paramText(def, valueOf(plan, def));
  };
  return CompareColumn::tr("%1 · rate %2 · batch %3 · seed %4").arg(written("optimizer"), written("rate"), written("batch")).arg(plan.seed);
}

} // namespace

CompareColumn::CompareColumn(int network, QWidget* parent)
    : QWidget(parent), m_network(network), m_name(new ElidedLabel(this)), m_structure(new ElidedLabel(this)), m_settings(new ElidedLabel(this)), m_state(new QLabel(this)), m_picture(new ComparePicture(this)),
      m_keep(new QPushButton(this)), m_open(new QPushButton(this)), m_remove(new QPushButton(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kMargin, 8, kMargin, 8);
  column->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(theme().px(kSwatch) + 8, 0, 0, 0); // the swatch is painted there
  head->setSpacing(4);
  head->addWidget(m_name, 1);
  head->addWidget(m_remove);
  column->addLayout(head);
  column->addWidget(m_structure);
  column->addWidget(m_settings);
  column->addWidget(m_picture, 1);
  column->addWidget(m_state);
  auto* figures = new QHBoxLayout;
  figures->setSpacing(8);
  for (Figure& figure : m_figures) {
    figure = {new QLabel(this), new QLabel(this)};
    auto* box = new QVBoxLayout;
    box->setSpacing(0);
    box->addWidget(figure.name);
    box->addWidget(figure.value);
    figures->addLayout(box, 1);
    setFontRole(figure.name, FontRole::Hint);
    setTextRole(figure.name, ColorRole::Text3);
    setFontRole(figure.value, FontRole::Bold);
  }
  column->addLayout(figures);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  foot->addWidget(m_keep);
  foot->addWidget(m_open);
  foot->addStretch(1);
  column->addLayout(foot);
  m_name->setLook(FontRole::Bold, ColorRole::Text);
  m_structure->setLook(FontRole::Hint, ColorRole::Text2);
  m_settings->setLook(FontRole::Hint, ColorRole::Text2);
  m_structure->setElideMode(Qt::ElideMiddle);
  setFontRole(m_state, FontRole::Hint);
  m_state->setWordWrap(true);
  m_state->setTextFormat(Qt::PlainText);
  m_remove->setIcon(icon("x"));
  m_remove->setProperty("flat", true);
  for (QPushButton* button : {m_keep, m_open, m_remove}) {
    button->setProperty("compact", true);
    button->setAutoDefault(false);
  }
  connect(m_keep, &QPushButton::clicked, this, [this] { emit keepClicked(m_network); });
  connect(m_open, &QPushButton::clicked, this, [this] { emit openClicked(m_network); });
  connect(m_remove, &QPushButton::clicked, this, [this] { emit removeClicked(m_network); });
}

QString CompareColumn::figure(int place) const { return m_figures[place].value->text(); }

void CompareColumn::setSubject(const ComparedNetwork& network) {
  if (!network.trainer || m_subject == network.trainer.get()) return;
  m_subject = network.trainer.get();
  ProbeSubject subject;
  subject.spec = network.spec;
  subject.data = network.trainer->setup().data;
  subject.kernelSet = network.trainer->network().kernelSet();
  m_picture->setSubject(subject);
}

void CompareColumn::setFigures(const ComparedNetwork& network) {
  RecordedRun run;
  run.curves = network.recorder.curves();
  const bool tested = !network.trainer || network.trainer->setup().data->test > 0;
  const auto loss = lastOf(run, curves::kLoss), measured = lastOf(run, tested ? curves::kTestLoss : curves::kValidationLoss), score = lastOf(run, tested ? curves::kTestScore : curves::kValidationScore);
  m_figures[0].name->setText(tr("training loss"));
  m_figures[1].name->setText(tested ? tr("test loss") : tr("validation loss"));
  m_figures[2].name->setText(!network.hasAccuracy ? QStringLiteral("R²") : tested ? tr("test accuracy") : tr("validation accuracy"));
  const QString none = QStringLiteral("–");
  m_figures[0].value->setText(loss ? formatNumber(*loss) : none);
  m_figures[1].value->setText(measured ? formatNumber(*measured) : none);
  m_figures[2].value->setText(!score ? none : network.hasAccuracy ? formatPercent(*score) : formatNumber(*score));
}

void CompareColumn::setContent(const ComparedNetwork& network, bool running, const QString& keepProblem) {
  m_color = network.color;
  m_name->setContent(network.name);
  setAccessibleName(network.name);
  m_structure->setContent(network.spec ? networkWords(*network.spec) : QString());
  m_settings->setContent(network.spec ? settingsLine(network.plan) : QString());
  setSubject(network);
  m_picture->setLive(running);
  setFigures(network);
  const RunStatus status = network.trainer ? network.trainer->status() : RunStatus();
  const bool ended = status.reason != StopReason::None && status.reason != StopReason::Paused;
  const bool isKept = !network.kept.empty() && network.keptStep == status.step;
  setTextRole(m_state, network.failure ? ColorRole::Err : ColorRole::Text3);
  QString state;
  if (network.failure) state = translated(*network.failure);
  else if (!network.trainer) state = tr("is being prepared");
  else if (ended) state = tr("ended at step %1 by its own stop rule").arg(formatInteger(status.step));
  else state = tr("step %1").arg(formatInteger(status.step));
  m_state->setText(state);
  const QString pauseFirst = tr("Pause first: a run is kept as it stands.");
  const QString problem = !keepProblem.isEmpty() ? keepProblem : running ? pauseFirst : status.step == 0 ? tr("There is nothing to keep yet: press Run.") : QString();
  const auto say = [&](QPushButton* button, const QString& text, const QString& tip, bool on) {
    button->setText(text);
    button->setEnabled(on);
    button->setToolTip(problem.isEmpty() ? tip : tip + QStringLiteral("<br>") + problem.toHtmlEscaped());
    button->setAccessibleDescription(problem);
  };
  say(m_keep, isKept ? tr("Kept") : tr("Keep as run"), tr("<b>Keep as run</b><br>Puts this network's curve, settings and weights into the list of runs.<br>They are saved with the project."), problem.isEmpty() && !isKept);
  say(m_open, tr("Open"), tr("<b>Open</b><br>Keeps this network as a run and brings it into the lab, where it stands.<br>Go on with it, or look inside it."), problem.isEmpty());
  m_remove->setToolTip(tr("<b>Take away</b><br>Takes this network out of the comparison; the others stay.<br>Make room for another one."));
  m_remove->setAccessibleName(tr("Take %1 away").arg(network.name));
  update();
}

void CompareColumn::offer(const Snapshot& snapshot) {
  if (isVisible()) m_picture->offer(snapshot.weights, snapshot.step);
}

void CompareColumn::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  style::box(p, rect(), t.px(6), t.color(ColorRole::Canvas), t.color(ColorRole::Line));
  const QRectF swatch(kMargin, m_name->geometry().center().y() - t.px(kSwatch) / 2.0 + 0.5, t.px(kSwatch), t.px(kSwatch));
  p.setPen(Qt::NoPen);
  p.setBrush(t.classColor(m_color));
  p.drawRoundedRect(swatch, 2, 2);
}

} // namespace glassbox
