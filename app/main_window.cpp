#include "app/main_window.h"

#include "app/autosave.h"
#include "app/cli/paths.h"
#include "app/dock_frame.h"
#include "app/dropped.h"
#include "app/lesson_desk.h"
#include "app/part_walk.h"
#include "app/perspectives.h"
#include "app/recovery.h"
#include "app/settings.h"
#include "app/status_strip.h"
#include "app/step_desk.h"
#include "app/tool_bar.h"
#include "app/tour.h"
#include "app/welcome_page.h"
#include "engine/io/templates.h"
#include "engine/trace/trace.h"
#include "engine/train/adapt.h"
#include "engine/train/optimizers.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/number_format.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/data_caption.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/live_diagram.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/inspector/training_form.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/probe.h"
#include "widgets/views/surface_view.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>

namespace glassbox {

MainWindow::MainWindow(LanguageSwitch* language, QWidget* parent)
    : QMainWindow(parent), m_session(new TrainingSession(&m_document, this)), m_language(language), m_actions(new Actions(this)), m_probe(new Probe(this)) {
  setMinimumSize(1024, 700);
  resize(1280, 800);
  setAcceptDrops(true);
  buildDocks();
  buildMenus();
  connectAll();
  m_lessons->load(sharedFolder("lessons"));
  m_curves->setSmoothing(0.9);
  (*m_actions)[Do::Undo]->setEnabled(false);
  (*m_actions)[Do::Redo]->setEnabled(false);
  m_toolBar->setDark(theme().isDark());
  retranslate();
  m_perspectives->setLayout(readLayout(Settings::windowLayout()));
  follow(Document::Everything);
  showWelcome();
  useLearnersFolder();
}

// Hidden while it is whole: views say when they are hidden, and a window half gone could not follow.
MainWindow::~MainWindow() { hide(); }

// ---- pages and docks ---------------------------------------------------------------------------------------------------------

void MainWindow::showWelcome() {
  WelcomeContent content;
  const QStringList recent = Settings::recentFiles();
  if (!recent.isEmpty()) {
    const QFileInfo info(recent.first());
    content.lastProject = info.completeBaseName();
    content.lastPath = recent.first();
    content.lastEdited = info.lastModified();
  }
  content.lesson = m_lessons->nextLesson();
  m_welcome->setContent(content);
  m_session->pause();
  m_pages->setCurrentWidget(m_welcome);
  enableTraining(false);
}

void MainWindow::showLab() {
  m_pages->setCurrentWidget(m_lab);
  enableTraining(true);
  showTitle();
}

void MainWindow::offerTour() {
  if (!Settings::knowsTour()) m_tour->offer();
}

void MainWindow::beginTour() {
  m_tour->leave();
  if (!openTemplate(Tour::example(), false)) return;
  m_perspectives->setLayout({}); // what the tour speaks of is to be seen
  setCentre(Centre::Build);
  m_inspector->setSelected({});
  m_tour->begin();
}

void MainWindow::addLayer(const QString& key) {
  showLab();
  if (centre() == Centre::Look) setCentre(Centre::Build);
  m_diagram->addLayer(key);
  m_diagram->setFocus(Qt::OtherFocusReason); // its parameters are an Enter away
}

/// On the welcome page Space belongs to its buttons.
void MainWindow::enableTraining(bool on) {
  for (Do what : {Do::Run, Do::Step, Do::Epoch, Do::Reset, Do::NewSeed, Do::RunTo, Do::Branch, Do::Sweep, Do::SideBySide}) (*m_actions)[what]->setEnabled(on);
  if (on) m_lessons->controls()->refresh();
}

void MainWindow::setCentre(Centre centre) { m_centreTabs->setCurrent(static_cast<int>(centre)); }
MainWindow::Centre MainWindow::centre() const { return static_cast<Centre>(m_centreTabs->current()); }

/// Build and Step share the diagram.
void MainWindow::showCentre() {
  const bool look = centre() == Centre::Look;
  m_centre->setCurrentIndex(look ? 1 : 0);
  m_steps->setOpen(centre() == Centre::Step);
  showSurfaceSide();
  showLive();
  updateWish();
}

void MainWindow::showSurfaceSide() {
  const DatasetPtr& dataset = m_session->dataset();
  const bool plane = dataset && !dataset->inputs.empty() && dataset->inputs[0].type.shape.count() == 2 && dataset->task != DataTask::Regression;
  m_surfaceSide->setVisible(plane && (*m_actions)[Do::Surface]->isChecked() && centre() != Centre::Step);
}

void MainWindow::setLeftTab(int index) { m_leftTabs->setCurrent(index); }
void MainWindow::setBottomTab(int index) { m_bottomTabs->setCurrent(index); }

// ---- following the document -----------------------------------------------------------------------------------------------------

void MainWindow::follow(Document::Changes what) {
  if (what & (Document::Network | Document::Data)) {
    m_neurons.clear();
    m_outputs = {};
    m_hasSnapshot = false;
    describeCurves();
    updateSubject();
    showLive();
    suggestPace();
  }
  if (what & (Document::Data | Document::Shelf)) m_look->setDrawings(m_document.data().drawings);
  if (what & (Document::Network | Document::Data | Document::Plan)) m_steps->refresh();
  if (what & Document::Plan) m_toolBar->setSeed(m_document.plan().seed);
  if (what & Document::Identity) showTitle();
  showStatus();
}

void MainWindow::takeData(const DatasetPtr& dataset) {
  m_session->setDataset(dataset);
  m_document.setDataset(dataset);
  if (dataset) {
    m_status->takeBack(m_refusal); // what was missing is there
    m_surface->setContent(surfaceContentOf(*dataset));
    const Adapted adapted = adaptFreshToData(m_document.spec(), *dataset);
    if (!adapted.changes.empty()) {
      m_document.adaptNetwork(adapted.spec, adapted.changes.front());
      QStringList sentences;
      for (const Text& change : adapted.changes) sentences << translated(change);
      say(sentences.join(u' '));
    }
  }
  m_diagram->setData(dataset ? captionOf(*dataset) : DataCaption());
  m_steps->refresh();
  describeCurves();
  updateSubject();
  if (m_runWhenLoaded) {
    m_runWhenLoaded = false;
    m_session->run();
  } else if (dataset && (m_lessons->current() || m_session->hasSaved())) {
    m_session->reset();  // weights can be seen, and in a lesson set by hand, before the first step
  }
}

void MainWindow::describeCurves() {
  CurvesContent content;
  const Analysis& analysis = m_document.analysis();
  for (const NodeId& id : analysis.order)
    if (analysis.nodes.at(id).parameters > 0 && !analysis.spec->find(id)->frozen) content.layers.push_back(translated(nodeTitle(*analysis.spec, id)));
  const auto loss = analysis.nodes.find(analysis.loss);
  content.hasAccuracy = loss == analysis.nodes.end() || loss->second.target.kind != TargetKind::Numbers;
  const DatasetPtr& dataset = m_session->dataset();
  content.hasValidation = dataset && dataset->validation > 0;
  content.hasTest = !dataset || dataset->test > 0;
  m_curves->setContent(content);
}

void MainWindow::updateSubject() {
  const DatasetPtr& dataset = m_session->dataset();
  const auto spec = std::make_shared<const NetworkSpec>(m_document.spec());
  showSurfaceSide();
  m_surface->setSurface(std::nullopt);
  m_look->setSubject({spec, dataset});
  if (m_document.analysis().sound()) m_probe->setSubject({spec, dataset});
  else m_probe->forget(); // what it would still say is not of these data
  updateWish();
}

void MainWindow::updateWish() {
  ProbeWish wish;
  if (!m_watching || centre() == Centre::Step) return m_probe->setWish(wish);
  if (centre() == Centre::Build) {
    wish.neurons = true;
    wish.surface = m_surface->isVisibleTo(m_lab);
    OutputsWish outputs{m_look->sample(), {}};
    for (const TileOutput& output : m_diagram->wishedOutputs()) outputs.nodes.push_back(output.of);
    if (!outputs.nodes.empty()) wish.outputs = outputs;
  } else {
    wish = m_look->wish();
  }
  m_probe->setWish(wish);
}

void MainWindow::updateSelection() {
  const std::vector<NodeId> ids = m_diagram->selection();
  m_inspector->setSelected(ids.size() == 1 && ids[0] != kDataTile ? ids[0] : NodeId());
  m_look->setSelected(ids.size() == 1 && ids[0] != kDataTile ? ids[0] : NodeId());
  if (ids.size() == 1 && ids[0] == kDataTile && !m_lessons->controls()->isHidden("data")) setLeftTab(2);
  showLiveArrays();
}

// ---- the run ----------------------------------------------------------------------------------------------------------------------

void MainWindow::beginRun() {
  m_status->takeBack(m_refusal);
  m_savedStep = m_session->status().step;
  m_curves->clear();
  describeCurves();
  m_curves->restore(m_session->curves(), m_session->trainer()->trainedNodes());
  m_batchLoss.reset();
  m_testLoss.reset();
  m_toolBar->setProgress(0, 0, 0);
  m_status->setEpochSeconds(0);
  showStatus();
}

void MainWindow::takeTick(const TrainingTick& tick) {
  if (!m_watching) return;
  ++m_ticks;
  m_curves->append(tick.points, tick.evals);
  if (!tick.repeated.empty()) m_batchLoss = tick.repeated.back().loss.sum / static_cast<double>(tick.repeated.back().count);
  if (!tick.points.empty()) m_batchLoss = tick.points.back().loss.sum / static_cast<double>(tick.points.back().count);
  if (!tick.evals.empty() && tick.evals.back().test.samples > 0) m_testLoss = tick.evals.back().test.loss;
  const RunStatus status = m_session->status();
  m_toolBar->setProgress(status.step, status.epoch, m_session->rate());
  if (m_session->rate() > 0 && m_session->dataset()) m_status->setEpochSeconds(static_cast<double>(m_session->dataset()->train) / m_session->rate());
  bool drew = m_curves->isVisible() && m_curves->refreshNext();
  if (tick.snapshot) {
    m_snapshot = *tick.snapshot;
    m_hasSnapshot = true;
    m_probe->offer(m_snapshot.weights, m_snapshot.step, m_snapshot.gradients);
    showLive();
    drew = true;
  }
  if (drew || m_answerIsNew) ++m_pictures;
  m_answerIsNew = false;
}

void MainWindow::setWatching(bool on) {
  m_watching = on;
  if (Trainer* trainer = m_session->trainer()) trainer->watch(on);
  updateWish();
}

void MainWindow::takeState(TrainingSession::State state) {
  const bool running = state == TrainingSession::State::Running;
  m_toolBar->setState(state);
  m_curves->setLive(running);
  m_probe->setLive(running);
  m_look->setLive(running);
  m_inspector->trainingForm()->setRunning(running);
  if (!running) m_curves->refreshAll();
  showStatus();
}

/// What stands beside the network belongs to the step it stands at.
void MainWindow::takeRewound(std::int64_t step) {
  const auto at = [&](const char* curve, bool exactly) -> std::optional<double> {
    const auto found = m_session->curves().find(curve);
    if (found == m_session->curves().end()) return std::nullopt;
    const auto after = std::upper_bound(found->second.begin(), found->second.end(), step, [](std::int64_t s, const RecordedPoint& point) { return s < point.step; });
    if (after == found->second.begin() || (exactly && ((after - 1)->step != step || (after - 1)->count != 1))) return std::nullopt;
    return (after - 1)->mean;
  };
  m_batchLoss = at(curves::kLoss, true);
  m_testLoss = at(curves::kTestLoss, false);
  const RunStatus status = m_session->status();
  m_toolBar->setProgress(status.step, status.epoch, 0);
  m_steps->refresh();
  showLive();
  showStatus();
}

void MainWindow::markChange(const LiveChange& change) {
  const ParamDef* def = findParam(planParams(), change.key);
  if (!def) return;
  const double* value = std::get_if<double>(&change.value);
  m_curves->addMarker({static_cast<double>(change.step), tr("%1 → %2").arg(translated(def->label), value ? formatShort(*value) : QString())});
}

void MainWindow::showLive() {
  if (m_steps->isOpen()) return showLiveArrays();  // the diagram shows the step's own numbers
  DiagramLive live;
  live.wires = m_diagram->shownWires();
  const Trainer* trainer = m_session->trainer();
  if (m_hasSnapshot && trainer && !m_session->isStale()) live = liveFrom(m_snapshot, trainer->network().weightInfos(), m_diagram->shownWires(), m_diagram->wishedPictures());
  for (const auto& [id, pictures] : m_neurons) live.nodes[id].neurons = pictures;
  showOutputs(live);
  const NodeId& loss = m_document.analysis().loss;
  if (!loss.empty()) {
    live.nodes[loss].batchLoss = m_batchLoss;
    live.nodes[loss].testLoss = m_testLoss;
  }
  m_diagram->setLive(live);
  showLiveArrays();
}

/// What nodes give for the present sample, where their tiles show it.
void MainWindow::showOutputs(DiagramLive& live) const {
  for (const TileOutput& output : m_diagram->wishedOutputs()) {
    const auto given = m_outputs.nodes.find(output.of);
    if (given == m_outputs.nodes.end()) continue;
    const NodeOutput& values = given->second;
    LiveNode& node = live.nodes[output.live];
    if (!output.picture) {
      node.values = values.values;
      continue;
    }
    const TilePicture picture = outputPicture(values.values, values.shape, values.attention);
    node.thumbnail = picture.image;
    node.thumbnailLargest = picture.largest;
    node.thumbnailShown = picture.shown;
    node.thumbnailTotal = picture.total;
  }
}

void MainWindow::editWeight(const NodeId& id, const QString& weight, const QString& index, const QString& title, QPoint where) {
  const Trainer* trainer = m_session->trainer();
  if (!trainer || m_session->isRunning() || m_session->isStale() || !m_hasSnapshot) return say(tr("Pause the training, or start it once, to set a weight by hand."));
  const QString element = QString::fromStdString(m_diagram->diagram()->shownNode(id)) + '.' + weight + index;
  const std::optional<std::size_t> place = findWeight(trainer->network().weightInfos(), element.toStdString());
  if (!place) return;
  if (m_lessons->controls()->isHidden("weights")) return tell(*m_document.lockOf("weights"));
  m_weightEditor->open(element, title, static_cast<double>(m_snapshot.weights[*place]), where);
}

/// A number of the inspector's page: of any layer, and without a mouse.
void MainWindow::editArray(const LiveArray& array, const std::vector<std::int64_t>& index, QPoint where) {
  const NodeId node = m_inspector->selected();
  if (m_steps->isOpen()) return m_steps->followWeight(node, array.name, index);
  const QString place = QString::fromStdString(writeElement({}, index));
  editWeight(node, QString::fromStdString(array.name), place, array.title + u' ' + place, where);
}

/// The selected layer's weights from the newest snapshot, for the inspector.
void MainWindow::showLiveArrays() {
  std::vector<LiveArray> arrays;
  const Trainer* trainer = m_session->trainer();
  const NodeId selected = m_diagram->diagram()->shownNode(m_inspector->selected());
  if (m_hasSnapshot && trainer && !selected.empty())
    for (const WeightInfo& info : trainer->network().weightInfos())
      if (info.node == selected && info.offset + info.size <= m_snapshot.weights.size())
        arrays.push_back({info.def.name, translated(info.def.title), info.def.shape, {m_snapshot.weights.data() + info.offset, m_snapshot.weights.data() + info.offset + info.size}});
  m_inspector->setLive(arrays);
}

void MainWindow::takeAnswer(const ProbeAnswerPtr& answer) {
  for (const auto& [id, pictures] : answer->neurons) m_neurons[id] = pictures.units;
  if (answer->outputs) m_outputs = *answer->outputs;
  if (!answer->neurons.empty() || answer->outputs) showLive();
  if (answer->surface) m_surface->setSurface(answer->surface);
  m_look->setAnswer(answer);
  m_answerIsNew = true;
}

void MainWindow::showStatus() {
  int errors = 0, warnings = 0;
  for (const Issue& issue : m_document.analysis().issues) ++(issue.severity == Issue::Severity::Error ? errors : warnings);
  m_status->setIssues(errors, warnings);
  const Analysis& analysis = m_document.analysis();
  const Result<PlanValues> plan = planValues(m_document.plan());
  const OptimizerDef* optimizer = plan ? findOptimizer(plan->optimizer) : nullptr;
  std::int64_t batch = plan ? plan->batch : 1;
  if (const DatasetPtr& dataset = m_session->dataset()) batch = optimizer && optimizer->fullBatch ? dataset->train : std::min(batch, dataset->train);
  m_status->setSize(tr("%1 parameters · %2 for training").arg(formatInteger(analysis.parameters), formatBytes(trainingBytes(analysis, batch, optimizer ? optimizer->statePerWeight : 0))));
  const QString fingerprint = m_session->fingerprint();
  m_status->setRun(fingerprint.isEmpty() ? QString() : tr("fingerprint %1").arg(fingerprint));
}

void MainWindow::showIssues() {
  setBottomTab(1);
  m_frame->reveal(DockFrame::Side::Bottom);
}

QString MainWindow::nameOf(const std::string& title) const {
  const Language language = m_language->tongue() == LanguageSwitch::Tongue::Chinese ? Language::Chinese : Language::English;
  for (const LessonEntry& entry : m_lessons->lessons())
    if (entry.lesson && entry.lesson->setup.project.title == title) return QString::fromStdString(entry.lesson->page(language).title);
  const TemplateDef* example = findTemplate(title);
  return example ? translated(example->title) : QString::fromStdString(title);
}

void MainWindow::showTitle() {
  QString name = m_document.path().isEmpty() ? nameOf(m_document.project().title) : QFileInfo(m_document.path()).fileName();
  if (m_lock.state() == ProjectLock::State::Taken && m_lock.path() == m_document.path()) name = tr("%1 (read-only)").arg(name);
  m_name->setContent(m_pages->currentWidget() == m_lab ? name : QString());
  m_nameCorner->setMinimumHeight(theme().px(24));
  menuBar()->setCornerWidget(m_nameCorner);  // once more: it gets the room that its text needs now
  setWindowTitle(name.isEmpty() ? QStringLiteral("Glassbox[*]") : QStringLiteral("%1[*] – Glassbox").arg(name));
}

void MainWindow::tell(const Error& error) {
  m_status->setHelp(translated(error));
  emit told(translated(error));
}

void MainWindow::say(const QString& line) { m_status->setHelp(line); }

void MainWindow::about() {
  QMessageBox::about(this, tr("About Glassbox"),
                     tr("<b>Glassbox</b> %1<p>Build a network, train it, and look inside.<p>Free software under the GNU General Public License, version 3 or later. "
                        "Lesson texts: CC BY-SA 4.0. What you export is yours.")
                         .arg(QStringLiteral(GLASSBOX_VERSION)));
}

// ---- events ------------------------------------------------------------------------------------------------------------------------------

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayClose() || !mayLoseProgress()) {
    event->ignore();
    return;
  }
  m_autosave->end(); // the program may go on for a while, and what was discarded must not come back
  m_recovery->close();
  m_session->pause();
  Settings::setWindowGeometry(saveGeometry());
  Settings::setWindowLayout(writeLayout(m_perspectives->layout()));
  event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    describeCurves();
    if (const DatasetPtr& set = m_session->dataset()) m_diagram->setData(captionOf(*set));
    updateRunLock();
    m_recovery->retranslate();
    if (m_pages->currentWidget() == m_welcome) showWelcome();
  }
  QMainWindow::changeEvent(event);
}

/// What is made while the window is open is in its part for the Tab key too, not behind everything else.
bool MainWindow::focusNextPrevChild(bool next) {
  QWidget* at = focusWidget();
  QWidget* stop = at && m_lab->isVisible() ? m_partWalk->nextStop(at, next) : nullptr;
  if (!stop) return QMainWindow::focusNextPrevChild(next);
  stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
  return true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!event->mimeData()->hasUrls()) return;
  event->acceptProposedAction(); // also what will be refused: then it is said why
  if (const Result<Dropped> what = droppedFrom(*event->mimeData()); what) say(sentenceOf(*what));
  else tell(what.error());
}

void MainWindow::dropEvent(QDropEvent* event) {
  const Result<Dropped> what = droppedFrom(*event->mimeData());
  event->acceptProposedAction();
  // Afterwards: a question must not hold up the program that the file came from.
  QMetaObject::invokeMethod(this, [this, what] { openDropped(what); }, Qt::QueuedConnection);
}

} // namespace glassbox
