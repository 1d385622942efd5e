#include "widgets/runs/sweep_dialog.h"

#include "engine/core/parallel.h"
#include "engine/io/atomic_file.h"
#include "engine/layers/loss.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr int kMostCells = 1000;

} // namespace

SweepDialog::SweepDialog(const Document* document, DatasetPtr dataset, int threads, QWidget* parent)
    : QDialog(parent), m_document(document), m_data(std::move(dataset)), m_runner(new SweepRunner(this)), m_seeds(new QSpinBox(this)), m_parallel(new QSpinBox(this)), m_start(new QPushButton(this)), m_pause(new QPushButton(this)), m_bar(new QProgressBar(this)),
      m_progress(new QLabel(this)), m_map(new SweepMap), m_legend(new SweepLegend(m_map, this)), m_best(new QLabel(this)), m_open(new QPushButton(this)), m_csv(new QPushButton(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  const int margin = theme().px(24), gap = theme().px(8);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(gap);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(gap);
  grid->setVerticalSpacing(gap);
  grid->setColumnMinimumWidth(0, theme().px(92));
  grid->setColumnStretch(2, 1);
  for (QLabel*& name : m_names) {
    name = new QLabel(this);
    setTextRole(name, ColorRole::Text2);
  }
  for (int axis = 0; axis < 2; ++axis) {
    m_keys[axis] = new QComboBox(this);
    m_values[axis] = new QLineEdit(this);
    m_keys[axis]->setMinimumWidth(theme().px(200));
    grid->addWidget(m_names[axis], axis, 0);
    grid->addWidget(m_keys[axis], axis, 1);
    grid->addWidget(m_values[axis], axis, 2);
    connect(m_keys[axis], &QComboBox::currentIndexChanged, this, [this, axis] { suggest(axis); });
  }
  column->addLayout(grid);
  auto* row = new QHBoxLayout;
  row->setSpacing(gap);
  m_names[2]->setMinimumWidth(theme().px(92));
  row->addWidget(m_names[2]);
  row->addWidget(m_seeds);
  row->addSpacing(theme().px(16));
  row->addWidget(m_names[3]);
  row->addWidget(m_parallel);
  row->addStretch(1);
  row->addWidget(m_start);
  column->addLayout(row);
  auto* progress = new QHBoxLayout;
  progress->addWidget(m_bar, 1);
  progress->addWidget(m_progress, 1);
  progress->addWidget(m_pause);
  progress->setSpacing(gap);
  column->addLayout(progress);
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus); // the map in it takes the keys
  scroll->setWidget(m_map);
  scroll->setAlignment(Qt::AlignCenter);
  column->addWidget(scroll, 1);
  column->addWidget(m_legend);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(gap);
  foot->addWidget(m_best, 1);
  foot->addWidget(m_csv);
  foot->addWidget(m_open);
  column->addLayout(foot);
  m_seeds->setRange(1, 20);
  m_seeds->setValue(3);
  m_parallel->setRange(1, 64);
  m_parallel->setValue(threads);
  m_bar->setTextVisible(false);
  m_best->setWordWrap(true);
  m_best->setTextFormat(Qt::PlainText);
  m_start->setProperty("primary", true);
  m_start->setMinimumWidth(theme().px(92));  // both of its words have room
  for (QPushButton* button : {m_start, m_pause, m_open, m_csv}) button->setAutoDefault(false);
  m_pause->setEnabled(false);
  m_open->setEnabled(false);
  m_csv->setEnabled(false);
  resize(theme().px(820), theme().px(640));
  fillKeys();
  write();
  connect(m_start, &QPushButton::clicked, this, [this] {
    if (m_runner->isRunning()) m_runner->cancel();
    else start();
  });
  connect(m_pause, &QPushButton::clicked, this, [this] {
    m_runner->setHeld(!m_runner->isHeld());
    showProgress(m_bar->value(), m_bar->maximum());
    write();
  });
  connect(m_open, &QPushButton::clicked, this, &SweepDialog::openCell);
  connect(m_map, &SweepMap::activated, this, &SweepDialog::openCell);
  connect(m_map, &SweepMap::chosenChanged, this, &SweepDialog::showChosen);
  connect(m_csv, &QPushButton::clicked, this, [this] {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the sweep"), QStringLiteral("sweep.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty()) return;
    if (Result<void> done = exportCsv(path); !done) say(translated(done.error()), true);
  });
  connect(m_runner, &SweepRunner::runBegan, this, [this](std::size_t place) {
    SweepMapCell cell = m_map->content().cells[place];
    ++cell.begun;
    m_map->setCell(place, std::move(cell));
  });
  connect(m_runner, &SweepRunner::runEnded, this, [this](std::size_t place, const SweepRun& run) {
    SweepMapCell cell = m_map->content().cells[place];
    cell.runs.push_back(run);
    m_map->setCell(place, std::move(cell));
    m_legend->update();
    showChosen();
  });
  connect(m_runner, &SweepRunner::progressed, this, &SweepDialog::showProgress);
  connect(m_runner, &SweepRunner::finished, this, [this](const std::shared_ptr<const SweepResult>& result) {
    m_result = result;
    for (std::size_t i = 0; i < result->cells.size(); ++i) {  // in the order of their seeds now, and what cannot be
      SweepMapCell cell{result->cells[i].runs, static_cast<int>(result->cells[i].runs.size()), result->cells[i].error};
      m_map->setCell(i, std::move(cell));
    }
    m_csv->setEnabled(true);
    write();
    showChosen();
    if (result->cancelled) m_progress->setText(tr("stopped"));
    else emit completed(m_setup.axes, m_setup.seeds);
  });
  connect(m_runner, &SweepRunner::failed, this, [this](const Error& error) {
    write();
    say(translated(error), true);
  });
}

/// Settings of the plan that count, and the parameters of every layer.
void SweepDialog::fillKeys() {
  m_choices.clear();
  Params whole;
  for (const ParamDef& def : planParams()) whole.set(def.key, valueOf(m_document->plan(), def));
  for (const ParamDef& def : planParams())
    if (counts(def.key, whole)) m_choices.emplace_back(def.key, translated(def.label));
  for (const NodeSpec& node : m_document->spec().nodes) {
    const NodeDef* def = findNode(node.key);
    if (!def || node.key == "input") continue;
    for (const ParamDef& param : def->params)
      m_choices.emplace_back(node.id + "." + param.key, tr("%1 of %2", "a parameter of a layer").arg(translated(param.label), translated(nodeTitle(m_document->spec(), node.id))));
  }
  for (int axis = 0; axis < 2; ++axis) {
    const int before = m_keys[axis]->currentIndex();
    const QSignalBlocker quiet(m_keys[axis]);
    m_keys[axis]->clear();
    if (axis == 1) m_keys[axis]->addItem(tr("nothing else"), QString());
    for (const auto& choice : m_choices) m_keys[axis]->addItem(choice.second, QString::fromStdString(choice.first));
    m_keys[axis]->setCurrentIndex(before >= 0 ? before : axis == 0 ? m_keys[axis]->findData(QStringLiteral("rate")) : 0);
  }
  if (m_values[0]->text().isEmpty()) suggest(0);
  m_values[1]->setEnabled(m_keys[1]->currentIndex() > 0);
}

/// Values around the present one, so that the list need not be thought up.
void SweepDialog::suggest(int axis) {
  const std::string key = m_keys[axis]->currentData().toString().toStdString();
  m_values[axis]->setEnabled(!key.empty());
  const ParamDef* def = findParam(planParams(), key);
  ParamValue now = def ? valueOf(m_document->plan(), *def) : ParamValue();
  if (const std::size_t dot = key.find('.'); dot != std::string::npos) {
    const NodeSpec* node = m_document->spec().find(key.substr(0, dot));
    const NodeDef* layer = node ? findNode(node->key) : nullptr;
    def = layer ? findParam(layer->params, key.substr(dot + 1)) : nullptr;
    if (!def) return;
    const ParamValue* set = node->params.find(def->key);
    now = set ? *set : def->fallback;
  }
  if (!def) return m_values[axis]->clear();
  QStringList words;
  if (!def->choices.empty())
    for (const auto& choice : def->choices) words << QString::fromStdString(choice.key);
  else if (const auto* number = std::get_if<double>(&now))
    for (const double factor : {0.1, 0.3, 1.0, 3.0, 10.0}) words << QString::number(*number * factor, 'g', 3);
  else if (const auto* whole = std::get_if<std::int64_t>(&now))
    for (const double factor : {0.5, 1.0, 2.0, 4.0}) words << QString::number(std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(*whole) * factor)));
  else if (std::holds_alternative<bool>(now)) words = QStringList{QStringLiteral("true"), QStringLiteral("false")};
  words.removeDuplicates();
  m_values[axis]->setText(words.join(QStringLiteral(", ")));
}

void SweepDialog::write() {
  setWindowTitle(tr("Sweep"));
  m_names[0]->setText(tr("Vary"));
  m_names[1]->setText(tr("and"));
  m_names[2]->setText(tr("Seeds"));
  m_names[3]->setText(tr("Runs at once"));
  for (int axis = 0; axis < 2; ++axis) {
    m_keys[axis]->setAccessibleName(tr("What is varied"));
    m_keys[axis]->setToolTip(tr("A setting of the training, or a parameter of a layer."));
    m_values[axis]->setAccessibleName(tr("Values"));
    m_values[axis]->setToolTip(tr("The values it takes, with commas between them: 0.1, 0.01."));
  }
  m_seeds->setAccessibleName(m_names[2]->text());
  m_seeds->setToolTip(tr("Runs of each cell, with other initial weights each. Several show whether a result was luck."));
  m_parallel->setAccessibleName(m_names[3]->text());
  m_parallel->setToolTip(tr("How many runs train at the same time, each on one thread. The figures are the same for any number."));
  m_start->setText(m_runner->isRunning() ? tr("Stop") : tr("Start"));
  m_pause->setText(m_runner->isHeld() ? tr("Go on") : tr("Pause"));
  m_pause->setIcon(icon(m_runner->isHeld() ? "play" : "pause"));
  m_pause->setEnabled(m_runner->isRunning());
  m_pause->setMinimumWidth(theme().px(92));
  m_pause->setToolTip(tr("Lets all runs rest, and go on where they were. The figures are the same.<br>Use it to have the processors for something else."));
  m_start->setToolTip(tr("Trains the network once for each cell and seed. What is in the lab stays as it is."));
  m_open->setText(tr("Open this run"));
  m_open->setToolTip(tr("<b>Open this run</b> Enter<br>Brings the cell's best run into the lab, as it ended: network, settings, weights and curves.<br>Go on with it, or look inside it. Undo brings back what was there."));
  m_csv->setText(tr("Export CSV…"));
  m_csv->setToolTip(tr("One row for each run: settings, seed, loss and accuracy on the validation part, rank."));
  if (m_map->content().cells.empty()) say(tr("Each cell is trained on its own, to the end that the training settings name. Loss and accuracy are of the validation part."));
}

void SweepDialog::say(const QString& line, bool problem) {
  setTextRole(m_best, problem ? ColorRole::Err : ColorRole::Text2);
  m_best->setText(line);
}

void SweepDialog::start() {
  SweepSetup setup;
  SweepMapContent content;
  for (int axis = 0; axis < 2; ++axis) {
    const std::string key = m_keys[axis]->currentData().toString().toStdString();
    if (key.empty()) continue;
    QStringList values;
    for (const QString& value : m_values[axis]->text().split(u',', Qt::SkipEmptyParts))
      if (!value.trimmed().isEmpty()) values << value.trimmed();
    Result<SweepAxis> parsed = parseSweepAxis(key + "=" + values.join(u',').toStdString());
    if (!parsed) return say(translated(parsed.error()), true);
    setup.axes.push_back(*parsed);
    content.axisNames.push_back(m_keys[axis]->currentText());
  }
  std::size_t cells = 1;
  for (const SweepAxis& axis : setup.axes) cells *= axis.values.size();
  if (cells > kMostCells) return say(tr("The grid has %1 cells; %2 is the most. Leave some values out.").arg(cells).arg(kMostCells), true);
  setup.run.spec = std::make_shared<const NetworkSpec>(m_document->spec());
  setup.run.plan = m_document->plan();
  setup.run.data = m_data;
  setup.seeds = m_seeds->value();
  setup.parallel = m_parallel->value();
  content.axes = setup.axes;
  content.seeds = setup.seeds;
  content.cells.resize(cells);
  m_setup = setup;
  m_result.reset();
  m_csv->setEnabled(false);
  m_map->setContent(std::move(content));
  showProgress(0, static_cast<int>(cells) * setup.seeds);
  m_runner->start(std::move(setup));
  write();
  showChosen();
}

void SweepDialog::showProgress(int done, int all) {
  m_bar->setRange(0, all);
  m_bar->setValue(done);
  m_progress->setText(tr("%1 of %2 runs").arg(done).arg(all) + timeLeft(done, all));
}

/// From what the runs took so far; nothing while that says little.
QString SweepDialog::timeLeft(int done, int all) const {
  const double seconds = m_runner->seconds();
  if (!m_runner->isRunning() || done == 0 || done == all) return {};
  if (m_runner->isHeld()) return u' ' + tr("paused");
  if (seconds < 1) return {};
  const double left = seconds / done * (all - done);
  return QStringLiteral("  ") + (left < 90 ? tr("about %1 s left").arg(std::max(1, qRound(left))) : tr("about %1 min left").arg(qRound(left / 60)));
}

void SweepDialog::showChosen() {
  const std::optional<std::size_t> chosen = m_map->chosen(), best = m_map->best();
  const std::optional<std::size_t> told = chosen ? chosen : best;
  const KeptRun* run = told ? m_runner->kept(*told) : nullptr;
  m_open->setEnabled(run != nullptr);
  if (!told) return m_map->content().cells.empty() ? void() : say(QString());
  QStringList words;
  const auto columns = static_cast<std::size_t>(std::max(1, m_map->columns()));
  for (std::size_t axis = 0; axis < m_setup.axes.size(); ++axis) {
    const std::size_t at = m_setup.axes.size() == 2 && axis == 0 ? *told / columns : *told % columns;
    words << m_map->content().axisNames[axis] + u' ' + QString::fromStdString(m_setup.axes[axis].values[at]);
  }
  const std::optional<double> mean = m_map->meanOf(*told);
  const QString figure = !mean ? QStringLiteral("–") : m_map->hasAccuracy() ? formatPercent(*mean) : formatNumber(*mean);
  QString line = (told == best ? m_result && !m_result->cancelled ? tr("Best: %1 – %2") : tr("Best so far: %1 – %2") : tr("Chosen: %1 – %2")).arg(words.join(QStringLiteral(", ")), figure);
  if (run && m_setup.seeds > 1) line += QStringLiteral(", ") + tr("best seed %1").arg(run->record.plan.seed);
  say(line);
}

void SweepDialog::openCell() {
  const std::optional<std::size_t> place = m_map->chosen() ? m_map->chosen() : m_map->best();
  const KeptRun* run = place ? m_runner->kept(*place) : nullptr;
  if (run) emit openRequested(*run);
}

Result<void> SweepDialog::exportCsv(const QString& path) const {
  if (!m_result) return Error(GB_TEXT("runs", "There is nothing to export yet: start the sweep first."));
  return replaceFile(path.toStdString(), sweepToCsv(*m_result));
}

void SweepDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    fillKeys();
    write();
  }
  QDialog::changeEvent(event);
}

} // namespace glassbox
