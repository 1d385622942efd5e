// The window's construction: docks, menus, and who tells whom.
#include "app/main_window.h"
#include "app/cli/paths.h"
#include "app/build_desk.h"
#include "app/command_desk.h"
#include "app/dock_frame.h"
#include "app/dock_rail.h"
#include "app/autosave.h"
#include "app/cli/picture_decoder.h"
#include "app/learner_desk.h"
#include "app/lesson_desk.h"
#include "app/lesson_work.h"
#include "app/part_walk.h"
#include "app/perspectives.h"
#include "app/recovery.h"
#include "app/rewind_desk.h"
#include "app/run_desk.h"
#include "app/settings.h"
#include "app/settings_desk.h"
#include "app/status_strip.h"
#include "app/step_desk.h"
#include "app/tool_bar.h"
#include "app/tour.h"
#include "app/welcome_page.h"
#include "app/what_is_this.h"
#include "widgets/code/code_view.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/icons.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/align.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/group_actions.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/own_points.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/model/doctor_watch.h"
#include "widgets/model/run_list.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/runs/runs_panel.h"
#include "widgets/stepper/array_board.h"
#include "widgets/stepper/decimals_chooser.h"
#include "widgets/stepper/step_strip.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/probe.h"
#include "widgets/views/surface_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QFileInfo>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr QPoint kBesidePointer(12, 12);
constexpr int kSurfaceWidth = 182;  // px at normal text size, of the picture pinned beside the diagram

/// Beside the diagram, with the pinned picture in its middle; where that would be cut it is away: it is in Look all the same.
class CardSide : public QWidget {
 public:
  CardSide(SurfaceView* card, QWidget* parent) : QWidget(parent), m_card(card) {
    setFillRole(this, ColorRole::Canvas);
    setMinimumHeight(1); // the diagram may be lower than the card
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 12, 12);
    column->addStretch();
    column->addWidget(card);
    column->addStretch();
    connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &CardSide::fit);
    m_card->setFixedWidth(theme().px(kSurfaceWidth)); // there until its height is known: the diagram has its width at once
  }
  bool hasHeightForWidth() const override { return false; }

 protected:
  void resizeEvent(QResizeEvent*) override { fit(); }

 private:
  void fit() {
    m_card->setFixedWidth(theme().px(kSurfaceWidth));
    const QMargins margins = layout()->contentsMargins();
    m_card->setVisible(height() >= m_card->heightForWidth(m_card->width()) + margins.top() + margins.bottom());
  }

  SurfaceView* m_card;
};

/// Tabs over their pages.
QWidget* under(TabStrip* tabs, QStackedWidget* pages, QWidget* parent) {
  auto* box = new QWidget(parent);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(tabs);
  column->addWidget(pages, 1);
  return box;
}

/// Tabs over the page they choose.
QWidget* tabbed(TabStrip* tabs, QStackedWidget* pages, QWidget* parent) {
  QObject::connect(tabs, &TabStrip::currentChanged, pages, &QStackedWidget::setCurrentIndex);
  return under(tabs, pages, parent);
}

} // namespace

void MainWindow::buildDocks() {
  m_pages = new QStackedWidget(this);
  m_welcome = new WelcomePage(m_pages);
  m_lab = new QWidget(m_pages);
  m_pages->addWidget(m_welcome);
  m_pages->addWidget(m_lab);
  auto* all = new QWidget(this);
  m_over = new QVBoxLayout(all);
  m_over->setContentsMargins(0, 0, 0, 0);
  m_over->setSpacing(0);
  m_over->addWidget(m_pages, 1);
  setCentralWidget(all);

  auto* column = new QVBoxLayout(m_lab);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_toolBar = new ToolBar(m_actions, m_lab);
  m_status = new StatusStrip(m_lab);
  m_frame = new DockFrame(m_lab);
  column->addWidget(m_toolBar);
  column->addWidget(m_frame, 1);
  column->addWidget(m_status);

  m_leftTabs = new TabStrip(m_lab);
  m_left = new QStackedWidget(m_lab);
  m_lessons = new LessonDesk(m_session, m_left);
  m_learners = new LearnerDesk(m_lessons, m_actions, this);
  m_palette = new Palette(m_left);
  m_dataPanel = new DataPanel(m_document, m_left, {cli::decodePicture, nullptr});
  m_left->addWidget(m_lessons);
  m_left->addWidget(m_palette);
  m_left->addWidget(m_dataPanel);
  m_leftTabs->setIcons({QStringLiteral("book"), QStringLiteral("layers"), QStringLiteral("data")});

  m_centreTabs = new TabStrip(m_lab);
  m_centre = new QStackedWidget(m_lab);
  auto* build = new QWidget(m_centre);
  auto* lines = new QVBoxLayout(build);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(0);
  m_steps = new StepDesk(&m_document, m_session, build);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  lines->addWidget(m_steps->strip());
  lines->addLayout(row, 1);
  m_diagram = new DiagramView(&m_document, build);
  m_surface = new SurfaceView(SurfaceLook::Card, build);
  m_surfaceSide = new CardSide(m_surface, build);
  row->addWidget(m_diagram, 1);
  row->addWidget(m_surfaceSide);
  m_look = new LookPanel(m_centre);
  m_centre->addWidget(build);
  m_centre->addWidget(m_look);
  m_inspector = new InspectorPanel(m_document, m_lab);

  m_bottomTabs = new TabStrip(m_lab);
  m_bottom = new QStackedWidget(m_lab);
  m_curves = new CurvesPanel(m_bottom);
  m_issues = new IssueList(m_document, m_bottom);
  m_bottom->addWidget(m_curves);
  m_bottom->addWidget(m_issues);
  m_bottom->addWidget(m_steps->board());
  m_weightEditor = new WeightEditor(this);
  m_runs = new RunList(&m_document, m_session, this);
  buildRecovery();
  m_lessonWork = new LessonWork(&m_document, m_session, m_runs, m_lessons, m_recovery, this);
  m_rewind = new RewindDesk(&m_document, m_session, m_runs, m_curves, this);
  m_settings = new SettingsDesk(m_actions, m_language, m_rewind, this);
  m_runDesk = new RunDesk(&m_document, m_session, m_runs, m_curves, m_bottom);
  m_bottom->addWidget(m_runDesk->panel());
  m_doctor = new DoctorWatch(&m_document, m_session, this);
  m_building = new BuildDesk({&m_document, m_session, m_diagram, m_inspector, m_frame}, m_bottom);
  m_bottom->addWidget(m_building->code());
  m_lessons->attach({&m_document, m_actions, m_toolBar, m_frame, m_leftTabs, m_centreTabs, m_palette, m_dataPanel, m_diagram, m_inspector, m_weightEditor});
  m_centreTabs->addCorner(m_steps->corner());
  m_steps->attach({m_diagram, m_inspector, m_frame, m_bottomTabs, 2});
  m_smoothingName = new QLabel(m_bottomTabs);
  setTextRole(m_smoothingName, ColorRole::Text2);
  setFontRole(m_smoothingName, FontRole::Hint);
  m_smoothing = new SliderField(m_bottomTabs);
  m_smoothing->setMostWidth(150);
  m_smoothing->setContent({0, 0.99, 0.9});
  m_smoothing->field()->setProperty("compact", true);
  m_bottomTabs->addCorner(m_smoothingName);
  m_bottomTabs->addCorner(m_smoothing);
  m_bottomTabs->addCorner(m_steps->decimals());
  QWidget* const centre = under(m_centreTabs, m_centre, m_lab);
  QWidget* const left = tabbed(m_leftTabs, m_left, m_lab);
  QWidget* const bottom = tabbed(m_bottomTabs, m_bottom, m_lab);
  m_frame->setParts(centre, {left, m_leftTabs, m_left}, {m_inspector, m_inspector->tabs(), nullptr}, {bottom, m_bottomTabs, m_bottom});
  m_partWalk = new PartWalk({{m_toolBar}, {m_frame->rail(DockFrame::Side::Left)}, {left, m_leftTabs->bar()}, {centre, m_diagram}, {m_inspector, m_inspector->tabs()->bar()}, {m_frame->rail(DockFrame::Side::Right)}, {bottom, m_bottomTabs->bar()}}, m_frame, m_actions, this);
  m_tour = new Tour({&m_document, m_session, m_toolBar->runButton(), m_curves, m_diagram, m_inspector, m_centreTabs, m_welcome->lessonCard()}, this);
  m_perspectives = new Perspectives({m_frame, m_leftTabs, m_centreTabs, m_bottomTabs}, m_actions, this);
}

void MainWindow::buildMenus() {
  for (QMenu*& menu : m_menus) menu = menuBar()->addMenu(QString());
  m_nameCorner = new QWidget(menuBar());
  auto* corner = new QHBoxLayout(m_nameCorner);
  corner->setContentsMargins(0, 0, 12, 0);
  m_name = new ElidedLabel(m_nameCorner);
  m_name->setLook(FontRole::Normal, ColorRole::Text2);
  m_name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_name->setElideMode(Qt::ElideMiddle);
  corner->addWidget(m_name);
  const Actions& a = *m_actions;
  const auto add = [&](int menu, std::initializer_list<QAction*> actions) {
    for (QAction* action : actions) {
      if (action) m_menus[menu]->addAction(action);
      else m_menus[menu]->addSeparator();
    }
  };
  add(0, {a[Do::New], a[Do::Open]});
  m_recent = m_menus[0]->addMenu(QString());
  connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
  add(0, {a[Do::OpenData], nullptr, a[Do::Save], a[Do::SaveAs], nullptr, a[Do::Quit]});
  const DiagramView::Actions& d = m_diagram->actions();
  const AlignActions& align = *m_building->align();
  m_toolBar->addFit(d.fit);
  add(1, {a[Do::Undo], a[Do::Redo], nullptr, d.copy, d.paste, d.duplicate, d.remove, d.selectAll, nullptr, a[Do::Settings]});
  add(2, {a[Do::Build], a[Do::TakeApart], a[Do::Look], nullptr, d.fit, d.zoomIn, d.zoomOut, nullptr, a[Do::LearnLayout], a[Do::BuildLayout], a[Do::WatchLayout], a[Do::StepLayout], a[Do::CompareLayout], nullptr, a[Do::FoldLeft], a[Do::FoldBottom], a[Do::FoldRight], a[Do::FoldAll], a[Do::Surface], nullptr, a[Do::NextPart], a[Do::PreviousPart], nullptr, a[Do::Presentation],
          a[Do::Theme], a[Do::English], a[Do::Chinese]});
  add(3, {a[Do::FindNode], d.tidy, align[Align::Left], align[Align::Top], align[Align::Middle], align[Align::Distribute], nullptr, d.freeze, d.switchOff});
  const GroupActions& group = m_diagram->groupActions();
  add(3, {nullptr, group[GroupDo::Make], group[GroupDo::Dissolve], group[GroupDo::Fold], group[GroupDo::CopyBefore], group[GroupDo::CopyAfter]});
  m_menus[3]->addMenu(group.copies());
  add(4, {a[Do::Run], a[Do::Step], a[Do::Epoch], nullptr, a[Do::Reset], a[Do::NewSeed], nullptr, a[Do::RunTo], a[Do::Branch], a[Do::Sweep], a[Do::SideBySide]});
  add(5, {a[Do::Welcome], a[Do::StartAfresh], a[Do::LeaveLesson], nullptr});
  m_menus[5]->addMenu(m_learners->menu());
  add(5, {a[Do::Report], nullptr, a[Do::LessonFolder], a[Do::OwnLessons], a[Do::ClassTable]});
  add(6, {a[Do::AnyCommand], a[Do::HelpHere], a[Do::WhatIsThis], a[Do::Tour], nullptr, a[Do::About]});
  new WhatIsThis(m_actions, this);
  m_commands = new CommandDesk({&m_document, menuBar(), [this]() -> const std::vector<LessonEntry>& { return m_lessons->lessons(); }}, this);
  // Shortcuts work wherever the focus is, also when the menu bar is native or hidden.
  for (int i = 0; i < static_cast<int>(Do::Count); ++i) addAction(a[static_cast<Do>(i)]);
}

void MainWindow::connectAll() {
  const Actions& a = *m_actions;
  const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
  on(a[Do::New], &MainWindow::newProject);
  on(a[Do::Open], &MainWindow::askOpen);
  on(a[Do::OpenData], &MainWindow::askOpenData);
  on(a[Do::Save], &MainWindow::save);
  on(a[Do::SaveAs], &MainWindow::saveAs);
  on(a[Do::Quit], &MainWindow::close);
  on(a[Do::Undo], [this] { m_document.undoStack()->undo(); });
  on(a[Do::Redo], [this] { m_document.undoStack()->redo(); });
  on(a[Do::Run], [this] {
    if (m_session->isRunning() || m_lessons->mayTrain()) m_session->toggle();
  });
  on(a[Do::Step], [this] {
    if (m_lessons->mayTrain()) m_session->oneStep();
  });
  on(a[Do::Epoch], [this] {
    if (m_lessons->mayTrain()) m_session->oneEpoch();
  });
  on(a[Do::Reset], [this] { m_session->reset(); });
  on(a[Do::NewSeed], [this] { m_session->newSeed(); });
  on(a[Do::RunTo], [this] {
    if (m_lessons->mayTrain()) m_rewind->askStep();
  });
  on(a[Do::Sweep], [this] { m_runDesk->askSweep(this); });
  on(a[Do::SideBySide], [this] { m_runDesk->askSideBySide(this); });
  on(a[Do::Branch], [this] { m_rewind->askBranch(); });
  on(a[Do::Build], [this] { setCentre(Centre::Build); });
  on(a[Do::TakeApart], [this] { setCentre(Centre::Step); });
  on(a[Do::Look], [this] { setCentre(Centre::Look); });
  on(a[Do::FoldLeft], [this] { m_frame->toggle(DockFrame::Side::Left); });
  on(a[Do::FoldBottom], [this] { m_frame->toggle(DockFrame::Side::Bottom); });
  on(a[Do::FoldRight], [this] { m_frame->toggle(DockFrame::Side::Right); });
  on(a[Do::FoldAll], [this] { m_frame->toggleAll(); });
  on(a[Do::Presentation], [](bool large) { ThemeManager::ofApplication().setTextSize(large ? TextSize::Presentation : TextSize::Normal); });
  on(a[Do::FindNode], [this] {
    setCentre(m_centreTabs->current() == 2 ? Centre::Build : centre());
    m_building->findNode();
  });
  on(a[Do::Tour], &MainWindow::beginTour);
  on(a[Do::AnyCommand], [this] { m_commands->open(); });
  on(a[Do::Welcome], &MainWindow::showWelcome);
  on(a[Do::LeaveLesson], &MainWindow::leaveLesson);
  on(a[Do::StartAfresh], &MainWindow::startLessonAfresh);
  on(a[Do::About], &MainWindow::about);

  connect(&m_document, &Document::changed, this, &MainWindow::follow);
  connect(&m_document, &Document::refused, this, &MainWindow::tell);
  connect(&m_document, &Document::modifiedChanged, this, [this](bool modified) { setWindowModified(modified); });
  connect(m_document.undoStack(), &QUndoStack::canUndoChanged, a[Do::Undo], &QAction::setEnabled);
  connect(m_document.undoStack(), &QUndoStack::canRedoChanged, a[Do::Redo], &QAction::setEnabled);
  connect(m_dataPanel, &DataPanel::datasetLoaded, this, &MainWindow::takeData);
  connect(m_dataPanel, &DataPanel::loadFailed, this, [this](const Error& error) {
    m_runWhenLoaded = false;
    m_session->setDataset(nullptr);
    m_refusal = translated(error);
    say(m_refusal);
  });

  connect(m_session, &TrainingSession::ticked, this, &MainWindow::takeTick);
  connect(m_session, &TrainingSession::stateChanged, this, &MainWindow::takeState);
  connect(m_session, &TrainingSession::restarted, this, &MainWindow::beginRun);
  connect(m_session, &TrainingSession::refused, this, [this](const Error& error) {
    tell(error);
    m_refusal = translated(error);
    if (!m_document.analysis().sound()) showIssues(); // each with the button that repairs it
  });
  connect(m_session, &TrainingSession::changed, this, &MainWindow::markChange);
  connect(m_session, &TrainingSession::rewound, this, &MainWindow::takeRewound);
  connect(m_runDesk, &RunDesk::failed, this, &MainWindow::tell);
  connect(m_runDesk->panel(), &RunsPanel::sideBySideRequested, a[Do::SideBySide], &QAction::trigger);
  connect(m_rewind, &RewindDesk::told, this, &MainWindow::say);
  connect(m_rewind, &RewindDesk::failed, this, &MainWindow::tell);

  a[Do::Surface]->setChecked(true);
  connect(a[Do::Surface], &QAction::toggled, this, &MainWindow::updateSubject);
  connect(m_surface, &SurfaceView::pinClicked, this, [this, unpin = a[Do::Surface]] {
    unpin->setChecked(false);
    say(tr("The decision surface is in Look now; View, %1 brings it back.").arg(unpin->text()));
  });
  connect(m_issues, &IssueList::nodeActivated, this, [this](const NodeId& id) {
    setCentre(Centre::Build);
    m_diagram->select({id});
    m_diagram->reveal(id);
  });
  const auto tryCure = [this](const Finding& finding) { m_runDesk->tryCure(finding, this); };
  connect(m_issues, &IssueList::cureClicked, this, tryCure);
  connect(m_inspector->nodePage(), &NodePage::cureClicked, this, tryCure);
  connect(m_toolBar, &ToolBar::paceChanged, m_session, &TrainingSession::setPace);
  connect(m_toolBar, &ToolBar::paceChosen, this, [this] { m_paceChosen = true; });
  connect(m_toolBar, &ToolBar::seedChanged, this, [this](std::uint64_t seed) {
    if (seed == m_document.plan().seed) return;
    if (Result<void> done = m_document.setPlanValue("seed", std::to_string(seed)); !done) return tell(done.error());
    m_session->reset();
  });
  connect(m_toolBar, &ToolBar::languageClicked, this, [this] {
    m_settings->switchLanguage(m_language->tongue() == LanguageSwitch::Tongue::English ? LanguageSwitch::Tongue::Chinese : LanguageSwitch::Tongue::English);
  });
  connect(m_status, &StatusStrip::issuesClicked, this, &MainWindow::showIssues);
  connect(m_bottomTabs, &TabStrip::currentChanged, this, [this](int tab) {
    m_smoothingName->setVisible(tab == 0);
    m_smoothing->setVisible(tab == 0);
    m_steps->decimals()->setVisible(tab == 2);
  });
  connect(m_smoothing, &SliderField::valueChanged, m_curves, &CurvesPanel::setSmoothing);

  connect(m_palette, &Palette::layerChosen, this, &MainWindow::addLayer);
  connect(m_commands, &CommandDesk::layerChosen, this, &MainWindow::addLayer);
  connect(m_commands, &CommandDesk::exampleChosen, this, [this](const QString& name) { openTemplate(name.toStdString(), true); });
  connect(m_commands, &CommandDesk::lessonChosen, this, [this](const QString& id) { openLesson(id.toStdString()); });
  connect(m_tour, &Tour::wanted, this, &MainWindow::beginTour);
  connect(m_tour, &Tour::answered, this, [] { Settings::setKnowsTour(); });
  connect(m_perspectives, &Perspectives::chosen, this, &MainWindow::showLab);
  connect(m_commands, &CommandDesk::built, this, [this] {
    showLab();
    setCentre(Centre::Build);
    m_diagram->fit();
  });
  connect(m_diagram, &DiagramView::findLayerRequested, this, [this] {
    if (m_lessons->controls()->isHidden("network")) return;
    setLeftTab(1);
    m_frame->reveal(DockFrame::Side::Left);
    m_palette->focusSearch();
  });
  connect(m_diagram, &DiagramView::shownWiresChanged, this, &MainWindow::showLive);
  connect(m_diagram, &DiagramView::picturesWished, this, [this] {
    updateWish();
    if (!m_session->isRunning()) showLive();  // while it trains the next snapshot brings them
  });
  connect(m_diagram, &DiagramView::copyShown, this, &MainWindow::showLiveArrays);
  connect(m_building, &BuildDesk::told, this, &MainWindow::say);
  connect(m_building, &BuildDesk::failed, this, [this](const Error& error) { warn(tr("The script was not exported"), error); });
  connect(m_building, &BuildDesk::issuesRequested, this, &MainWindow::showIssues);
  connect(m_diagram, &DiagramView::selectionChanged, this, &MainWindow::updateSelection);
  connect(m_diagram, &DiagramView::told, this, &MainWindow::say);
  connect(m_diagram, &DiagramView::issueActivated, this, &MainWindow::showIssues);

  connect(m_diagram, &DiagramView::weightActivated, this, [this](const NodeId& id, int unit, int input) {
    if (m_steps->isOpen()) return m_steps->followWeight(id, "weight", {unit, input});
    editWeight(id, QStringLiteral("weight"), QStringLiteral("[%1,%2]").arg(unit).arg(input), tr("Weight from input %1 to unit %2").arg(input + 1).arg(unit + 1), QCursor::pos() + kBesidePointer);
  });
  connect(m_diagram, &DiagramView::biasActivated, this, [this](const NodeId& id, int unit) {
    if (m_steps->isOpen()) return m_steps->followWeight(id, "bias", {unit});
    editWeight(id, QStringLiteral("bias"), QStringLiteral("[%1]").arg(unit), tr("Bias of unit %1").arg(unit + 1), QCursor::pos() + kBesidePointer);
  });
  connect(m_inspector->nodePage(), &NodePage::weightActivated, this, &MainWindow::editArray);
  connect(m_weightEditor, &WeightEditor::valueChanged, this, [this](const QString& element, double value) { m_session->setWeight(element.toStdString(), value); });
  connect(m_lessons, &LessonDesk::lessonChosen, this, [this](const QString& id) { openLesson(id.toStdString()); });
  connect(m_lessons, &LessonDesk::failed, this, &MainWindow::tell);
  m_lessons->setKeeper([this] { leaveLesson(); });
  connect(m_lessons, &LessonDesk::leaving, this, [this] {
    const Autosave::Rest rest(m_autosave);
    endLesson();
  });
  connect(m_lessons->workBar(), &WorkBar::startAfreshAsked, this, &MainWindow::startLessonAfresh);
  connect(m_lessons->workBar(), &WorkBar::bringBackAsked, this, &MainWindow::bringLessonBack);
  connect(m_lessonWork, &LessonWork::failed, this, &MainWindow::tell);
  connect(m_learners, &LearnerDesk::failed, this, &MainWindow::tell);
  connect(m_learners, &LearnerDesk::told, this, &MainWindow::say);
  connect(m_learners, &LearnerDesk::removing, this, [this] { const Autosave::Rest rest(m_autosave); }); // nothing is on its way any more
  connect(m_learners, &LearnerDesk::learnerChanged, this, [this] {
    useLearnersFolder();
    if (m_pages->currentWidget() == m_welcome) showWelcome();
  });
  connect(m_lessons, &LessonDesk::runLockChanged, this, &MainWindow::updateRunLock);
  connect(m_lessons, &LessonDesk::told, this, &MainWindow::say);
  connect(m_runDesk, &RunDesk::sweepCompleted, m_lessons, &LessonDesk::noteSweep);
  connect(m_steps->stepper(), &Stepper::numberAnswered, m_lessons, &LessonDesk::noteAnswer);
  connect(m_welcome, &WelcomePage::lessonRequested, this, [this](const QString& id) { openLesson(id.toStdString()); });
  connect(m_probe, &Probe::answered, this, &MainWindow::takeAnswer);
  connect(m_look, &LookPanel::wishChanged, this, &MainWindow::updateWish);
  connect(m_look, &LookPanel::nodeChosen, this, [this](const NodeId& node) {
    if (m_diagram->selection() != std::vector<NodeId>{node}) m_diagram->select({node});
  });
  for (Plot* plot : {m_curves->loss(), m_curves->accuracy(), m_curves->gradients(), m_curves->updates()}) {
    connect(plot, &Plot::exported, this, [this](const QString& path) { say(tr("The plot is saved as %1.").arg(QFileInfo(path).fileName())); });
    connect(plot, &Plot::exportFailed, this, &MainWindow::say);
  }
  connect(m_look, &LookPanel::drawingKept, &m_document, &Document::keepDrawing);
  connect(m_look, &LookPanel::drawingRemoved, &m_document, &Document::removeDrawing);
  connect(m_look, &LookPanel::said, this, [this](const QString& sentence) { say(sentence); });
  connect(m_centreTabs, &TabStrip::currentChanged, this, &MainWindow::showCentre);
  connect(m_steps, &StepDesk::told, this, &MainWindow::say);
  connect(m_steps, &StepDesk::notSaved, this, [this](const Error& error) { warn(tr("The step was not saved"), error); });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    m_toolBar->setDark(theme().isDark());
    showLive();
    showTitle();
    m_surface->setFixedWidth(theme().px(kSurfaceWidth));
    m_smoothing->setFixedWidth(theme().px(150));
  });

  connect(m_welcome, &WelcomePage::newRequested, this, &MainWindow::newProject);
  connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askOpen);
  connect(m_welcome, &WelcomePage::openDataRequested, this, &MainWindow::askOpenData);
  connect(m_welcome, &WelcomePage::continueRequested, this, [this](const QString& path) { openFile(path); });
  connect(m_welcome, &WelcomePage::templateRequested, this, [this](const QString& name) { openTemplate(name.toStdString(), true); });
  connect(m_welcome, &WelcomePage::languageChosen, this, [this](const QString& code) { m_settings->switchLanguage(LanguageSwitch::fromCode(code)); });
  connect(m_welcome, &WelcomePage::themeChosen, this, [this](ThemeChoice choice) {
    ThemeManager::ofApplication().setChoice(choice);
    Settings::setThemeChoice(choice);
  });
  connect(m_surface, &SurfaceView::placePressed, m_dataPanel->ownPoints(), &OwnPoints::clickAt);
  connect(m_look, &LookPanel::placePressed, m_dataPanel->ownPoints(), &OwnPoints::clickAt);
  connect(m_dataPanel, &DataPanel::openDataRequested, this, &MainWindow::askOpenData);
}

void MainWindow::retranslate() {
  m_actions->retranslate();
  const QString menus[] = {tr("File"), tr("Edit"), tr("View"), tr("Network"), tr("Training"), tr("Lessons"), tr("Help")};
  for (int i = 0; i < 7; ++i) m_menus[i]->setTitle(menus[i]);
  m_recent->setTitle(tr("Recent"));
  m_leftTabs->setContent({tr("Lessons"), tr("Layers"), tr("Data")});
  m_lessons->setTongue(m_language->tongue());
  m_learners->retranslate();
  m_centreTabs->setContent({tr("Build"), tr("Step"), tr("Look")});
  m_bottomTabs->setContent({tr("Plots"), tr("Issues"), tr("Arrays of this step"), tr("Runs"), tr("Code")});
  m_bottomTabs->setTabShown(2, m_steps->isOpen());
  m_smoothingName->setText(tr("Smoothing"));
  SliderFieldContent smoothing{0, 0.99, m_smoothing->value()};
  smoothing.name = m_smoothingName->text();
  m_smoothing->setContent(smoothing);
  m_rewind->show();
  m_tour->retranslate();
  m_welcome->setLanguage(LanguageSwitch::code(m_language->tongue()));
  m_toolBar->setLanguageMark(m_language->tongue() == LanguageSwitch::Tongue::English ? QStringLiteral("中") : QStringLiteral("EN"));
  const bool chinese = m_language->tongue() == LanguageSwitch::Tongue::Chinese;
  (*m_actions)[Do::Chinese]->setChecked(chinese);
  (*m_actions)[Do::English]->setChecked(!chinese);
  showTitle();
  showStatus();
}

} // namespace glassbox
