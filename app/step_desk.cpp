#include "app/step_desk.h"

#include "app/dock_frame.h"
#include "engine/io/atomic_file.h"
#include "engine/io/pytorch_step.h"
#include "engine/trace/next_step.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/common/tab_strip.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"
#include "widgets/model/training_session.h"
#include "widgets/stepper/array_board.h"
#include "widgets/stepper/decimals_chooser.h"
#include "widgets/stepper/element_words.h"
#include "widgets/stepper/entered_text.h"
#include "widgets/stepper/explanation_panel.h"
#include "widgets/stepper/sample_choice.h"
#include "widgets/stepper/step_light.h"
#include "widgets/stepper/step_print.h"
#include "widgets/stepper/step_strip.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVariantAnimation>

namespace glassbox {
namespace {

constexpr int kTravel = 240;    // milliseconds of the dot on a wire
constexpr int kPatience = 400;  // milliseconds without a word

} // namespace

StepDesk::StepDesk(Document* document, TrainingSession* session, QWidget* parent)
    : QWidget(parent), m_document(document), m_session(session), m_stepper(new Stepper(this)), m_strip(new StepStrip(m_stepper, parent)), m_corner(new QWidget(parent)), m_sample(new Segmented(m_corner)), m_samples(new QPushButton(m_corner)), m_quiz(new QPushButton(m_corner)), m_export(new QPushButton(m_corner)),
      m_explanation(new ExplanationPanel(m_stepper, this)), m_board(new ArrayBoard(this)), m_decimals(new DecimalsChooser(this)),
      m_travel(new QVariantAnimation(this)), m_exports(new QMenu(m_corner)) {
  hide();  // its parts stand elsewhere in the window
  m_strip->hide();
  m_corner->hide();
  auto* corner = new QHBoxLayout(m_corner);
  corner->setContentsMargins(0, 0, 0, 0);
  corner->setSpacing(theme().px(8));
  corner->addWidget(m_sample);
  corner->addWidget(m_samples);
  corner->addWidget(m_quiz);
  corner->addWidget(m_export);
  for (QPushButton* button : {m_samples, m_quiz, m_export}) button->setProperty("compact", true);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    writeCorner();
    tellStop();
  });
  m_samples->setIcon(icon("settings"));
  m_quiz->setIcon(icon("pencil"));
  m_quiz->setCheckable(true);
  m_export->setIcon(icon("send"));
  m_export->setMenu(m_exports);
  connect(m_exports, &QMenu::aboutToShow, this, &StepDesk::fillExports);
  connect(m_quiz, &QPushButton::toggled, m_stepper, &Stepper::setQuiz);
  connect(m_stepper, &Stepper::quizChanged, this, [this] {
    showLive();
    light();
    hideForQuiz();
    tellStop();
  });
  m_board->setSampleSwitchShown(false);
  m_board->setChooserShown(false);
  m_decimals->hide();
  connect(m_decimals, &DecimalsChooser::chosen, m_board, &ArrayBoard::setDecimals);
  connect(m_board, &ArrayBoard::elementClicked, this, [this](const ElementRef& element) { m_stepper->follow(QString::fromStdString(writeElement(element.name, element.index))); });
  connect(m_board, &ArrayBoard::sampleChanged, m_stepper, &Stepper::setSample);
  connect(m_stepper, &Stepper::elementChanged, this, [this] {
    light();
    hideForQuiz();
    markUsed({});
  });
  connect(m_explanation, &ExplanationPanel::pointedAt, this, &StepDesk::markUsed);
  writeCorner();
  connect(m_samples, &QPushButton::clicked, this, &StepDesk::chooseSamples);
  connect(m_sample, &Segmented::chosen, m_stepper, &Stepper::setSample);
  m_travel->setStartValue(0.0);
  m_travel->setEndValue(1.0);
  connect(m_travel, &QVariantAnimation::valueChanged, this, [this](const QVariant& at) {
    m_flow.dot = at.toDouble();
    m_parts.diagram->setFlow(m_flow);
  });
  connect(m_travel, &QVariantAnimation::finished, this, [this] {
    m_flow.dot = -1;
    m_parts.diagram->setFlow(m_flow);
  });
  connect(m_stepper, &Stepper::stopChanged, this, [this] {
    light();
    showArrays();
    tellStop();
    if (const int milliseconds = ThemeManager::ofApplication().milliseconds(kTravel); milliseconds > 0 && m_open) {
      m_travel->stop();
      m_travel->setDuration(milliseconds);
      m_travel->start();
    }
  });
  connect(m_stepper, &Stepper::viewChanged, this, [this] {
    showLive();
    writeCorner();
    if (m_stepper->view()) return;  // else its stop follows
    light();
    showArrays();
  });
  connect(m_stepper, &Stepper::sampleChanged, this, [this](int sample) {
    m_board->setSample(sample);
    light();
    writeCorner();
  });
  connect(m_stepper, &Stepper::failed, this, [this](const Error& error) { emit told(translated(error)); });
  m_patience.setSingleShot(true);
  m_patience.setInterval(kPatience);
  connect(&m_patience, &QTimer::timeout, this, [this] { emit told(tr("Working the step out…")); });
  connect(m_stepper, &Stepper::busyChanged, this, [this](bool busy) {
    if (busy) m_patience.start();
    else m_patience.stop();
  });
  connect(session, &TrainingSession::stateChanged, this, [this](TrainingSession::State state) {
    if (state != TrainingSession::State::Running && state != TrainingSession::State::Preparing) refresh();
    else if (m_open && m_stepper->view()) emit told(tr("Training runs on: what is taken apart here is step %1. Pause, and it is the newest.").arg(m_stepper->view()->trace.number));
  });
}

StepDesk::~StepDesk() = default;

std::optional<TraceRequest> StepDesk::subject() const {
  if (!m_document->analysis().sound() || (!m_session->dataset() && m_stepper->entered().empty())) return {};
  TraceRequest request;
  request.spec = std::make_shared<const NetworkSpec>(m_document->spec());
  request.plan = m_document->plan();
  request.data = m_session->dataset();
  request.rows = m_stepper->rows();
  if (!traceFits(request)) return request;  // weights that cannot be traced are not copied; the trace says why
  Trainer* trainer = m_session->trainer();
  return trainer && m_session->fitsNetwork() && !m_session->isStale() ? requestOfNextStep(*trainer) : request;
}

void StepDesk::refresh() {
  if (!m_open || m_session->isRunning()) return;
  m_stepper->setSubject(subject());
  if (!m_document->analysis().sound()) m_explanation->setNotice(tr("The network is not complete yet: the issue list says what is missing."));
  else if (!m_session->dataset() && m_stepper->entered().empty()) m_explanation->setNotice(tr("There are no data yet: choose some in the Data tab, or enter a sample under Samples."));
}

void StepDesk::setOpen(bool open) {
  if (open == m_open) return;
  m_open = open;
  m_strip->setVisible(open);
  m_corner->setVisible(open);
  m_parts.docks->setExplaining(open);
  if (open) m_tabBefore = m_parts.bottomTabs->current();
  m_parts.bottomTabs->setTabShown(m_parts.arraysTab, open);
  m_parts.bottomTabs->setCurrent(open ? m_parts.arraysTab : m_tabBefore);
  m_parts.inspector->setFront(open ? m_explanation : nullptr, tr("Explanation"));
  keepNetwork();
  if (open) {
    m_session->rest();
    qApp->installEventFilter(this);
    refresh();
  } else {
    qApp->removeEventFilter(this);
    m_travel->stop();
    m_parts.diagram->setFlow({});
    emit told({});
  }
  m_stepper->setActive(open);
}

void StepDesk::keepNetwork() {
  m_parts.diagram->setReadOnly(DiagramView::Keeper::Step, m_open, tr("While a step is taken apart the network stays as it is. Build changes it."));
}

void StepDesk::showLive() {
  if (m_open && m_stepper->view()) m_parts.diagram->setLive(liveOf(*m_stepper->view(), m_stepper->quiz()));
}

void StepDesk::light() {
  if (!m_open || !m_parts.diagram) return;
  m_flow = m_stepper->current() ? lightOf(*m_stepper->view(), m_stepper->stop(), m_stepper->sample(), m_stepper->element().toStdString(), m_stepper->quiz()) : DiagramFlow{};
  m_parts.diagram->setFlow(m_flow);
}

/// What the stop reads, and what it forms.
void StepDesk::showArrays() {
  const StepStop* stop = m_stepper->current();
  std::vector<BoardArray> arrays;
  if (stop && m_open) {
    const StepViewPtr& view = m_stepper->view();
    const auto add = [&](const std::string& name, bool formed) {
      const TraceEntry* entry = view->trace.find(name);
      if (!entry) return;
      BoardArray array;
      array.name = name;
      array.title = arrayTitle(*view->request.spec, *entry);
      array.formula = letterOf(*view->request.spec, *entry);
      array.shape = entry->shape;
      array.values = ArrayValues(view, &entry->values);
      if (const TraceEntry* before = view->before ? view->before->find(name) : nullptr) array.before = ArrayValues(view->before, &before->values);
      array.batch = hasSamples(*view, *entry) ? BatchAxis::First : BatchAxis::None;
      array.gradient = roleOf(*entry) == ArrayRole::Backward;
      array.formed = formed;
      arrays.push_back(std::move(array));
    };
    for (const std::string& name : stop->reads) add(name, false);
    for (const std::string& name : stop->arrays) add(name, true);
  }
  m_board->setArrays(std::move(arrays));
  m_board->setSample(m_stepper->sample());
  hideForQuiz();
}

void StepDesk::hideForQuiz() {
  HiddenArrays hidden;
  if (const StepStop* stop = m_stepper->current(); stop && m_stepper->quiz())
    for (const std::string& name : stop->arrays) {
      const TraceEntry* entry = m_stepper->view()->trace.find(name);
      if (!entry) continue;
      const QString first = QString::fromStdString(writeElement(name, std::vector<std::int64_t>(static_cast<std::size_t>(entry->shape.rank()), 0)));
      if (m_stepper->answerOf(first) == Stepper::Answer::Open && !m_stepper->isHidden(first)) continue;  // an input: given
      std::set<std::int64_t>& known = hidden[name];
      for (const QString& element : m_stepper->answered()) {
        const Result<ElementRef> ref = parseElement(element.toStdString());
        if (ref && ref->name == name) known.insert(flatIndex(entry->shape, ref->index));
      }
    }
  m_board->setHidden(std::move(hidden));
}

/// Outlines on the board what the formula uses, and the number whose link is pointed at.
void StepDesk::markUsed(const QString& pointed) {
  constexpr std::size_t kMost = 400;
  const Result<ElementRef> shown = parseElement(m_stepper->element().toStdString());
  m_board->setSelected(shown ? std::optional<ElementRef>(*shown) : std::nullopt);
  std::vector<BoardMark> marks;
  const auto mark = [&](const std::string& element, std::optional<ColorRole> color = {}) {
    const Result<ElementRef> ref = parseElement(element);
    const TraceEntry* entry = ref && m_stepper->view() ? m_stepper->view()->trace.find(ref->name) : nullptr;
    if (!entry || marks.size() >= kMost) return;
    const ArrayRole role = roleOf(*entry);
    marks.push_back({*ref, color ? *color : role == ArrayRole::Backward ? ColorRole::Bwd : ColorRole::Fwd});
  };
  if (const std::optional<Explanation>& explanation = m_explanation->explanation()) {
    for (const Term& term : explanation->terms)
      for (const Factor& factor : term.factors) mark(factor.from);
    for (const Factor& argument : explanation->arguments) mark(argument.from);
  }
  if (!pointed.isEmpty()) mark(pointed.toStdString(), ColorRole::Focus);
  m_board->setMarked(std::move(marks));
  if (shown && pointed.isEmpty()) m_board->reveal(*shown);
}

void StepDesk::followWeight(const NodeId& node, const std::string& weight, const std::vector<std::int64_t>& index) {
  const StepViewPtr& view = m_stepper->view();
  if (!view) return;
  const std::string name = node + "." + weight;
  m_stepper->follow(QString::fromStdString(writeElement(view->trace.find(name + ".grad") ? name + ".grad" : name, index)));
}

void StepDesk::fillExports() {
  m_exports->clear();
  const bool shown = m_explanation->explanation().has_value();
  const auto report = [this](const Result<void>& done, const QString& path) {
    if (done) emit told(tr("Saved as %1.").arg(path));
    else emit notSaved(done.error());
  };
  m_exports->addAction(tr("Explanation as PDF…"), this, [this, report] {
    if (const QString path = askPath(tr("Save the explanation"), QStringLiteral("pdf"), tr("PDF (*.pdf)")); !path.isEmpty()) report(exportPdf(path), path);
  })->setEnabled(shown);
  m_exports->addAction(tr("Print the explanation…"), this, &StepDesk::print)->setEnabled(shown);
  m_exports->addAction(tr("Step as PyTorch script…"), this, [this, report] {
    if (const QString path = askPath(tr("Save the step"), QStringLiteral("py"), tr("Python (*.py)")); !path.isEmpty()) report(exportScript(path), path);
  })->setEnabled(m_stepper->view() != nullptr);
}

QString StepDesk::askPath(const QString& title, const QString& suffix, const QString& filter) {
  const QString path = QFileDialog::getSaveFileName(m_corner->window(), title, QStringLiteral("step.") + suffix, filter);
  return path.isEmpty() || QFileInfo(path).suffix() == suffix ? path : path + u'.' + suffix;
}

void StepDesk::printOn(QPagedPaintDevice& paper) {
  const QString name = m_document->path().isEmpty() ? tr("One training step") : QFileInfo(m_document->path()).completeBaseName();
  printExplanation(*m_stepper, tr("%1 · step %2 · loss %3").arg(name).arg(m_stepper->view()->trace.number).arg(formatNumber(m_stepper->view()->trace.loss)), paper);
}

Result<void> StepDesk::exportPdf(const QString& path) {
  if (!m_explanation->explanation()) return Error(GB_TEXT("stepper", "There is no explanation to save: click a number first."));
  QBuffer bytes;
  bytes.open(QIODevice::WriteOnly);
  {
    QPdfWriter paper(&bytes);
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    paper.setTitle(m_stepper->element());
    paper.setCreator(QStringLiteral("Glassbox"));
    printOn(paper);
  }
  return replaceFile(std::filesystem::path(path.toStdString()), bytes.data().toStdString());
}

void StepDesk::print() {
  QPrinter printer(QPrinter::HighResolution);
  printer.setPageSize(QPageSize(QPageSize::A4));
  QPrintDialog dialog(&printer, m_corner->window());
  if (dialog.exec() == QDialog::Accepted) printOn(printer);
}

Result<void> StepDesk::exportScript(const QString& path) {
  const StepViewPtr& view = m_stepper->view();
  if (!view) return Error(GB_TEXT("stepper", "There is no step to save: complete the network and choose data first."));
  const QFileInfo info(path);
  const QString arrays = info.completeBaseName() + QStringLiteral(".safetensors");
  const Result<TorchStep> step = torchStep(view->request, view->trace, arrays.toStdString());
  if (!step) return step.error();
  if (!step->arrays.tensors.empty())
    if (Result<void> done = saveSafetensors(step->arrays, std::filesystem::path(info.dir().filePath(arrays).toStdString())); !done) return done;
  return replaceFile(std::filesystem::path(path.toStdString()), step->script);
}

void StepDesk::writeCorner() {
  QStringList samples;
  for (int i = 1; i <= m_stepper->sampleCount(); ++i) samples << QString::number(i);
  m_sample->setVisible(samples.size() > 1);
  m_sample->setContent({tr("Sample"), samples, m_stepper->sample()});
  m_sample->setToolTip(tr("Whose numbers stand on the diagram and in the pictures."));
  const bool wordy = !theme().isLarge();  // large letters leave room for the signs only
  const auto name = [wordy](QPushButton* button, const QString& words) {
    button->setText(wordy ? words : QString());
    button->setAccessibleName(words);
  };
  name(m_quiz, tr("Quiz"));
  m_quiz->setToolTip(tr("<b>Quiz</b><br>Hides the numbers that are formed at each stop: you work them out and write them in.<br>What you have calculated yourself, you understand."));
  name(m_export, tr("Export"));
  m_export->setToolTip(tr("<b>Export</b><br>Saves or prints the explanation, or writes the step as a PyTorch script.<br>Take it along, or check it with another program."));
  name(m_samples, tr("Samples"));
  m_samples->setToolTip(tr("<b>Samples</b><br>Chooses the samples of the step, the precision, and the pace of playing.<br>Follow one sample, or see how the gradients of four are summed."));
}

void StepDesk::tellStop() {
  const StepStop* stop = m_stepper->current();
  if (!stop || !m_open) return;
  const StepViewPtr& view = m_stepper->view();
  QString line = tr("Stop %1 of %2 · loss %3").arg(m_stepper->stop() + 1).arg(view->stops.size()).arg(m_stepper->quiz() ? QStringLiteral("?") : formatNumber(view->trace.loss));
  if (!theme().isLarge()) line += QStringLiteral(" · ") + tr("← → one stop, Home first, End last");
  emit told(line);
}

void StepDesk::chooseSamples() {
  SampleChoiceContent content;
  content.samples = m_session->dataset() ? m_session->dataset()->samples() : 0;
  content.first = m_stepper->rows().front();
  content.count = static_cast<int>(m_stepper->rows().size());
  content.precision = m_stepper->precision();
  content.pace = m_pace;
  content.entered = !m_stepper->entered().empty();
  if (const StepViewPtr& view = m_stepper->view()) content.text = writeSamples(samplesOf(view->trace, view->analysis));
  auto* choice = new SampleChoice(content, m_strip);
  connect(choice, &SampleChoice::rowsChosen, m_stepper, &Stepper::setRows);
  connect(choice, &SampleChoice::samplesEntered, this, [this](const std::vector<EnteredSample>& samples) {
    m_stepper->setEntered(samples);
    if (!m_stepper->view()) refresh();  // without data there was nothing to step through
  });
  // Here it stays to be read: the step that is shown again puts its own line into the status bar.
  connect(m_stepper, &Stepper::failed, choice, [choice](const Error& error) { choice->setFault(translated(error)); });
  connect(choice, &SampleChoice::precisionChosen, m_stepper, &Stepper::setPrecision);
  connect(choice, &SampleChoice::paceChosen, this, [this](double pace) {
    m_pace = pace;
    m_strip->setPace(pace);
    if (m_stepper->isPlaying()) m_stepper->play(pace);
  });
  choice->openUnder(m_samples);
}

/// ← → Home End walk through the step where the diagram or the strip over it has the focus, Backspace to the number before.
bool StepDesk::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress || !m_open) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  auto* widget = qobject_cast<QWidget*>(watched);
  if (key->modifiers() != Qt::NoModifier || !widget || widget->window() != window()) return false;
  const bool mine = widget == m_parts.diagram || widget == m_parts.diagram->viewport() || m_strip->isAncestorOf(widget);
  if (!mine) return false;
  switch (key->key()) {
  case Qt::Key_Left: m_stepper->back(); return true;
  case Qt::Key_Right: m_stepper->next(); return true;
  case Qt::Key_Home: m_stepper->first(); return true;
  case Qt::Key_End: m_stepper->last(); return true;
  case Qt::Key_Backspace:
    if (!m_stepper->canReturn()) return false;
    m_stepper->goBackToNumber();
    return true;
  default: return false;
  }
}

void StepDesk::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_open) {
    m_parts.inspector->setFront(m_explanation, tr("Explanation"));
    keepNetwork();
    showArrays();
    tellStop();
  }
  if (event->type() == QEvent::LanguageChange) writeCorner();
  QWidget::changeEvent(event);
}

} // namespace glassbox
