#include "widgets/runs/side_by_side.h"

#include "engine/io/templates.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"
#include "widgets/plots/plot.h"
#include "widgets/runs/run_words.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr double kPaces[] = {1, 10, 60, 600, 0};

QString trainingId(int network) { return QStringLiteral("train:%1").arg(network); }
QString testId(int network) { return QStringLiteral("test:%1").arg(network); }

CurvePoint curvePoint(const StepPoint& point) {
  const double mean = point.loss.sum / static_cast<double>(point.count);
  return {static_cast<double>(point.step), static_cast<float>(point.loss.min), static_cast<float>(point.loss.max), static_cast<float>(mean), static_cast<std::uint32_t>(point.count)};
}

Result<ComparedSource> sourceOf(const Project& project, const std::filesystem::path& base, const LoadContext& context) {
  Result<DatasetPtr> data = load(loadedPart(project.data), base, context);
  if (!data) return data.error();
  return ComparedSource{std::make_shared<const NetworkSpec>(project.spec), project.plan, {}, *data};
}

bool liesInside(const DataSpec& data) {
  if (!findReader(data.source)) return true;
  const std::filesystem::path path = std::filesystem::path(data.path).lexically_normal();
  return path.is_relative() && !path.empty() && *path.begin() != "..";
}

} // namespace

SideBySide::SideBySide(const Parts& parts, QWidget* parent)
    : QDialog(parent), m_parts(parts), m_session(new CompareSession(this)), m_run(new QPushButton(this)), m_step(new QPushButton(this)), m_reset(new QPushButton(this)), m_add(new QPushButton(this)), m_menu(new QMenu(this)),
      m_stepName(new QLabel(this)), m_stepValue(new QLabel(this)), m_paceName(new QLabel(this)), m_pace(new QComboBox(this)), m_line(new QLabel(this)), m_row(new QWidget(this)), m_empty(new EmptyState(this)), m_plot(new Plot(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(8);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(8);
  bar->addWidget(m_run);
  bar->addWidget(m_step);
  bar->addWidget(m_reset);
  bar->addSpacing(8);
  bar->addWidget(m_stepName);
  bar->addWidget(m_stepValue);
  bar->addSpacing(8);
  bar->addWidget(m_paceName);
  bar->addWidget(m_pace);
  bar->addStretch(1);
  bar->addWidget(m_add);
  column->addLayout(bar);
  auto* row = new QHBoxLayout(m_row);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  column->addWidget(m_row, 3);
  column->addWidget(m_empty, 3);
  column->addWidget(m_line);
  column->addWidget(m_plot, 2);
  m_run->setProperty("primary", true);
  m_step->setIcon(icon("step"));
  m_reset->setIcon(icon("reset"));
  m_add->setIcon(icon("plus"));
  m_add->setMenu(m_menu);
  for (QPushButton* button : {m_run, m_step, m_reset, m_add}) button->setAutoDefault(false);
  setTextRole(m_stepName, ColorRole::Text3);
  setFontRole(m_stepName, FontRole::Hint);
  setFontRole(m_stepValue, FontRole::Bold);
  setTextRole(m_paceName, ColorRole::Text2);
  m_paceName->setBuddy(m_pace);
  m_line->setWordWrap(true);
  m_line->setTextFormat(Qt::PlainText);
  m_plot->setSurface(ColorRole::Win);
  const auto leaveRoom = [this] { m_plot->setMinimumHeight(theme().px(148)); };  // for the names of four curves
  leaveRoom();
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, m_plot, leaveRoom);
  for (const double pace : kPaces) m_pace->addItem(QString(), pace);
  connect(m_pace, &QComboBox::currentIndexChanged, this, [this] { m_session->setPace(m_pace->currentData().toDouble()); });
  connect(m_run, &QPushButton::clicked, this, &SideBySide::toggle);
  connect(m_step, &QPushButton::clicked, m_session, &CompareSession::oneStep);
  connect(m_reset, &QPushButton::clicked, m_session, &CompareSession::reset);
  connect(m_menu, &QMenu::aboutToShow, this, &SideBySide::fillMenu);
  connect(m_empty, &EmptyState::triggered, this, &SideBySide::addLab);
  connect(m_session, &CompareSession::changed, this, &SideBySide::follow);
  connect(m_session, &CompareSession::ticked, this, &SideBySide::take);
  connect(m_session, &CompareSession::restarted, this, [this] {
    m_plot->clear();
    follow();
  });
  connect(m_parts.runs, &RunList::changed, this, &SideBySide::follow);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &SideBySide::write);
  const int lab = m_pace->findData(m_parts.lab->pace());
  m_pace->setCurrentIndex(lab >= 0 ? lab : m_pace->count() - 1);
  m_session->setPace(m_pace->currentData().toDouble());
  resize(theme().px(1120), theme().px(720));
  write();
}

// ---- what is compared ----------------------------------------------------------------------------------------------------

void SideBySide::addLab() {
  const ComparedSource source{std::make_shared<const NetworkSpec>(m_parts.document->spec()), m_parts.document->plan(), {}, m_parts.lab->dataset()};
  m_session->add(tr("Lab"), -1, [source]() -> Result<ComparedSource> { return source; });
}

void SideBySide::tryCure(const Cure& cure) {
  std::vector<int> old;
  for (const auto& network : m_session->networks()) old.push_back(network->id);
  for (const int id : old) m_session->remove(id);
  addLab();
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(m_parts.document->spec());
  setup.plan = m_parts.document->plan();
  setup.data = m_parts.lab->dataset();
  m_session->add(translated(cure.label), -1, [setup, cure]() -> Result<ComparedSource> {
    const Result<RunSetup> cured = applyCure(setup, cure);
    if (!cured) return cured.error();
    return ComparedSource{cured->spec, cured->plan, {}, cured->data};
  });
  m_runsWhenReady = true;
}

void SideBySide::addRun(const std::string& id) {
  const KeptRun* run = m_parts.runs->find(id);
  if (!run) return;
  const ComparedSource source{run->spec, run->record.plan, run->record.changes, m_parts.lab->dataset(), run->record.validationSeed};
  m_session->add(tr("Run %1").arg(m_parts.runs->nameOf(id)), run->record.color, [source]() -> Result<ComparedSource> { return source; });
}

void SideBySide::addTemplate(const std::string& name) {
  const TemplateDef* def = findTemplate(name);
  if (!def) return;
  m_session->add(translated(def->title), -1, [name, context = m_parts.loading]() -> Result<ComparedSource> {
    const Result<Project> project = makeTemplate(name);
    if (!project) return project.error();
    return sourceOf(*project, {}, context);
  });
}

void SideBySide::addFile(const QString& path) {
  m_session->add(QFileInfo(path).fileName(), -1, [file = std::filesystem::path(path.toStdU16String()), context = m_parts.loading]() -> Result<ComparedSource> {
    const Result<Project> project = readProject(file);
    if (!project) return project.error();
    if (!liesInside(project->data)) return Error(GB_TEXT("runs", "The data of this project lie outside its folder: %1.").arg(project->data.path), {}, GB_TEXT("runs", "Open the project itself to read them."));
    return sourceOf(*project, file.parent_path(), context);
  });
}

void SideBySide::addUsual() {
  const KeptRun* current = m_parts.runs->current();
  for (const KeptRun& run : m_parts.runs->runs())
    if (!m_session->isFull() && (&run == current || run.record.overlaid)) addRun(run.record.id);
  if (m_session->networks().empty()) addLab();
}

void SideBySide::fillMenu() {
  m_menu->clear();
  m_menu->addAction(tr("Network in the lab"), this, &SideBySide::addLab);
  if (!m_parts.runs->runs().empty()) m_menu->addSeparator();
  for (const KeptRun& run : m_parts.runs->runs()) {
    QPixmap swatch(theme().px(16), theme().px(16));
    swatch.fill(theme().classColor(run.record.color));
    const QString words = tr("Run %1").arg(QString::fromStdString(run.record.name)) + QStringLiteral("  ") + networkWords(*run.spec);
    m_menu->addAction(QIcon(swatch), fontMetrics().elidedText(words, Qt::ElideRight, theme().px(320)), this, [this, id = run.record.id] { addRun(id); });
  }
  m_menu->addSeparator();
  QMenu* templates = m_menu->addMenu(tr("Template"));
  for (const TemplateDef& def : allTemplates()) templates->addAction(translated(def.title), this, [this, name = def.name] { addTemplate(name); });
  m_menu->addAction(tr("Project file…"), this, [this] {
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare with a project"), {}, tr("Glassbox projects (*.glassbox)"));
    if (!path.isEmpty()) addFile(path);
  });
}

// ---- the clock -----------------------------------------------------------------------------------------------------------

void SideBySide::toggle() {
  if (m_session->isRunning()) m_session->pause();
  else m_session->run();
}

void SideBySide::keyPressEvent(QKeyEvent* event) {
  const bool on = m_run->isEnabled();
  if (on && event->key() == Qt::Key_Space && !event->isAutoRepeat()) return toggle();
  if (m_step->isEnabled() && event->key() == Qt::Key_Period) return m_session->oneStep();
  if (m_reset->isEnabled() && event->key() == Qt::Key_R && event->modifiers() == Qt::ControlModifier) return m_session->reset();
  QDialog::keyPressEvent(event);
}

void SideBySide::take(const std::vector<ComparedTick>& ticks) {
  for (const ComparedTick& tick : ticks) {
    std::vector<CurvePoint> training, test;
    for (const StepPoint& point : tick.points) training.push_back(curvePoint(point));
    for (const EvalPoint& eval : tick.evals) {
      const Scores& scores = eval.test.samples > 0 ? eval.test : eval.validation;
      if (scores.samples > 0) test.push_back(CurvePoint::of(static_cast<double>(eval.step), scores.loss));
    }
    if (!training.empty()) m_plot->append(trainingId(tick.id), training);
    if (!test.empty()) m_plot->append(testId(tick.id), test);
    const ComparedNetwork* network = m_session->find(tick.id);
    const auto column = std::find_if(m_columns.begin(), m_columns.end(), [&](const CompareColumn* c) { return c->network() == tick.id; });
    if (!network || column == m_columns.end()) continue;
    (*column)->setContent(*network, m_session->isRunning(), keepProblem(*network));
    if (tick.snapshot) (*column)->offer(*tick.snapshot);
  }
  m_stepValue->setText(formatInteger(m_session->step()));
  m_plot->refresh();
}

// ---- keeping -------------------------------------------------------------------------------------------------------------

QString SideBySide::keepProblem(const ComparedNetwork& network) const {
  if (!network.trainer) return tr("It is not ready.");
  const DatasetPtr& own = m_parts.lab->dataset();
  if (!own || network.data->hash != own->hash) return tr("It trains on other data than this project; open its own project to go on with it.");
  return {};
}

std::string SideBySide::keep(int id) {
  const ComparedNetwork* network = m_session->find(id);
  if (!network || !network->trainer || m_session->isRunning() || !keepProblem(*network).isEmpty() || network->trainer->status().step == 0) return {};
  if (network->keptStep == network->trainer->status().step && m_parts.runs->find(network->kept)) return network->kept;
  const std::string run = m_parts.runs->keep(m_session->record(*network));
  m_session->markKept(id, run);
  say(tr("%1 is kept as run %2.").arg(network->name, m_parts.runs->nameOf(run)));
  return run;
}

void SideBySide::open(int id) {
  const std::string run = keep(id);
  if (run.empty()) return;
  if (Result<void> done = m_parts.runs->open(run); !done) return say(translated(done.error()), true);
  emit opened();
}

void SideBySide::say(const QString& line, bool problem) {
  setTextRole(m_line, problem ? ColorRole::Err : ColorRole::Text2);
  m_line->setText(line);
  m_line->setVisible(!line.isEmpty());
}

// ---- words ---------------------------------------------------------------------------------------------------------------

/// Columns, buttons and curves as the session is now.
void SideBySide::follow() {
  const auto& networks = m_session->networks();
  for (auto at = m_columns.begin(); at != m_columns.end();) {
    if (m_session->find((*at)->network())) {
      ++at;
      continue;
    }
    (*at)->hide();
    (*at)->deleteLater(); // its own button may be asking
    at = m_columns.erase(at);
  }
  const bool running = m_session->isRunning();
  int ready = 0;
  for (std::size_t i = 0; i < networks.size(); ++i) {
    if (i >= m_columns.size()) {
      auto* column = new CompareColumn(networks[i]->id, m_row);
      connect(column, &CompareColumn::keepClicked, this, &SideBySide::keep);
      connect(column, &CompareColumn::openClicked, this, &SideBySide::open);
      connect(column, &CompareColumn::removeClicked, m_session, &CompareSession::remove);
      m_row->layout()->addWidget(column);
      m_columns.push_back(column);
    }
    ready += networks[i]->trainer ? 1 : 0;
    m_columns[i]->setContent(*networks[i], running, keepProblem(*networks[i]));
  }
  m_row->setVisible(!networks.empty());
  m_empty->setVisible(networks.empty());
  m_plot->setVisible(!networks.empty());
  m_run->setText(running ? tr("Pause") : tr("Run"));
  m_run->setIcon(icon(running ? "pause" : "play", ColorRole::OnAccent));
  m_run->setEnabled(ready > 0 && !m_session->isPreparing());
  m_step->setEnabled(m_run->isEnabled() && !running);
  m_reset->setEnabled(m_run->isEnabled());
  m_add->setEnabled(!m_session->isFull());
  m_stepValue->setText(formatInteger(m_session->step()));
  m_plot->setLive(running);
  if (networks.size() == 1) say(tr("Add a second network to compare this one with; up to four train together."));
  else if (m_session->isPreparing() || running) say({});
  describePlot();
  if (m_runsWhenReady && !m_session->isPreparing()) {
    m_runsWhenReady = false;
    if (ready > 0) m_session->run();
  }
}

void SideBySide::describePlot() {
  PlotContent content;
  content.title = tr("Loss");
  content.remark = tr("solid training, dashed test");
  content.labelsAtEnd = true;
  for (const auto& network : m_session->networks()) {
    const ColorRole color = Theme::classRole(network->color);
    content.curves.push_back({trainingId(network->id), tr("%1 training").arg(network->name), network->name, color, CurveLine::Solid, CurveMarks::None, true});
    content.curves.push_back({testId(network->id), tr("%1 test").arg(network->name), network->name, color, CurveLine::Dashed, CurveMarks::None, false});
    content.curves.back().labelled = false;
  }
  content.emptyText = tr("Press Run: all networks do the same number of steps, and their curves appear here.");
  m_plot->setContent(content);
  m_plot->refresh();
}

void SideBySide::write() {
  setWindowTitle(tr("Side by side"));
  m_run->setMinimumWidth(theme().px(92));
  m_run->setToolTip(tr("<b>Run</b> Space<br>Trains all networks, step for step: none begins the next step before all have done this one.<br>See which one learns faster."));
  m_step->setText(tr("One step"));
  m_step->setToolTip(tr("<b>One step</b> .<br>Every network takes one step, then all pause.<br>Compare what a single update does to each."));
  m_reset->setText(tr("Same weights"));
  m_reset->setToolTip(tr("<b>Same weights</b> Ctrl+R<br>All networks go back to step 0 with their same initial weights.<br>Watch the race again."));
  m_add->setText(tr("Add a network"));
  m_add->setToolTip(tr("<b>Add a network</b><br>A run of this project, the network in the lab, a template or another project; four at most.<br>One that is added later first comes up to the others."));
  m_stepName->setText(tr("Step"));
  m_paceName->setText(tr("Pace"));
  const QString paces[] = {tr("1 step/s"), tr("10 steps/s"), tr("60 steps/s"), tr("600 steps/s"), tr("Max")};
  for (int i = 0; i < m_pace->count(); ++i) m_pace->setItemText(i, paces[i]);
  m_pace->setAccessibleName(tr("Pace"));
  m_pace->setToolTip(tr("<b>Pace</b><br>How many steps a second, for all networks. It only waits between steps and changes no number.<br>Slow down to watch."));
  m_stepValue->setMinimumWidth(theme().px(56));
  m_empty->setContent({QStringLiteral("layers"), tr("Nothing to compare yet. Add two to four networks."), tr("Add the network in the lab")});
  follow();
}

void SideBySide::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QDialog::changeEvent(event);
}

} // namespace glassbox
