#include "widgets/inspector/data_panel.h"

#include "engine/data/readers/csv.h"
#include "engine/data/readers/file.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/class_counts.h"
#include "widgets/inspector/column_choice.h"
#include "widgets/inspector/column_table.h"
#include "widgets/inspector/data_loader.h"
#include "widgets/inspector/data_preview.h"
#include "widgets/inspector/own_points.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/inspector/param_form.h"
#include "widgets/model/language.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace glassbox {
namespace {

// Keys of the rows that every source has; no parameter of a source contains a dot.
constexpr const char* kValidation = "share.validation";
constexpr const char* kTest = "share.test";
constexpr const char* kSeed = "data.seed";
// Settings of a table that have a list of its columns in place of a field.
constexpr const char* kTarget = "target";
constexpr const char* kLeftOut = "left_out";
constexpr double kMostShares = 0.95;

std::span<const ParamDef> paramsOf(const DataSpec& spec) {
  if (const GeneratorDef* generator = findGenerator(spec.source)) return generator->params;
  if (const ReaderDef* reader = findReader(spec.source)) return reader->params;
  return {};
}

// What the other share leaves, so that training rows remain.
double roomBeside(double other) { return std::max(0.0, std::floor((kMostShares - other) * 100 + 1e-9) / 100); }

std::vector<ParamDef> rowsOf(const DataSpec& spec) {
  const auto own = paramsOf(spec);
  std::vector<ParamDef> defs(own.begin(), own.end());
  defs.push_back(numberParam(kTest, GB_TEXT("inspector", "Test share"),
                             GB_TEXT("inspector", "Share of the samples that is never trained on: it shows how the network does on new "
                                                  "ones. Data that come with a test part keep it."),
                             0.25, 0, roomBeside(spec.shares.validation)));
  defs.push_back(
      numberParam(kValidation, GB_TEXT("inspector", "Validation share"),
                  GB_TEXT("inspector", "Share of the samples by which settings are chosen, so that the test part stays untouched."), 0, 0,
                  roomBeside(spec.shares.test)));
  defs.push_back(
      integerParam(kSeed, GB_TEXT("inspector", "Data seed"),
                   GB_TEXT("inspector", "Decides what is drawn and which samples go into which part. The same seed gives the same data."),
                   1, 0, std::int64_t{1} << 53));
  return defs;
}

// Relative paths start from there.
std::filesystem::path folderOf(const Document& document) {
  return document.path().isEmpty() ? std::filesystem::path() : std::filesystem::path(document.path().toStdU16String()).parent_path();
}

// The parts that have rows, in the order of the choice.
std::vector<Part> partsOf(const DatasetPtr& set) {
  std::vector<Part> parts;
  for (const Part part : {Part::Train, Part::Validation, Part::Test})
    if (set && rows(*set, part).size() > 0) parts.push_back(part);
  return parts;
}

constexpr double kUneven = 10;  // from here on the scales of the columns are worth a word

QLabel* wrapped(QWidget* parent, FontRole font, ColorRole color) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  setFontRole(label, font);
  setTextRole(label, color);
  return label;
}

} // namespace

DataPanel::DataPanel(Document& document, QWidget* parent, LoadContext context)
    : ScrollPage(parent), m_document(document), m_loader(new DataLoader(this, std::move(context))), m_source(new QComboBox(widget())),
      m_help(wrapped(widget(), FontRole::Hint, ColorRole::Text2)), m_open(new QPushButton(widget())),
      m_progress(new QProgressBar(widget())), m_stop(new QPushButton(widget())), m_problem(wrapped(widget(), FontRole::Normal, ColorRole::Err)),
      m_consent(new QPushButton(widget())), m_repairs(new QWidget(widget())), m_columnChoice(new ColumnChoice(widget())), m_ownPoints(new OwnPoints(document, widget())), m_part(new Segmented(widget())), m_preview(new DataPreview(widget())),
      m_remark(wrapped(widget(), FontRole::Hint, ColorRole::Text3)), m_counts(new ClassCounts(widget())), m_columns(new ColumnTable(widget())),
      m_scales(wrapped(widget(), FontRole::Hint, ColorRole::Warn)), m_normalize(new QPushButton(widget())), m_leak(wrapped(widget(), FontRole::Hint, ColorRole::Warn)), m_form(new ParamForm(widget())),
      m_notes(wrapped(widget(), FontRole::Hint, ColorRole::Text2)) {
  m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_open->setIcon(icon("folder"));
  m_progress->setRange(0, 0);
  m_progress->setTextVisible(false);
  m_progress->hide();
  m_stop->hide();
  m_problem->hide();
  m_consent->hide();
  m_repairs->hide();
  auto* repairs = new QVBoxLayout(m_repairs);
  repairs->setContentsMargins(0, theme().px(4), 0, 0);
  repairs->setSpacing(theme().px(4));
  m_patience.setSingleShot(true);
  m_patience.setInterval(400);
  const auto gap = [this](int px) { column()->addSpacing(theme().px(px)); };
  gap(4);
  column()->addWidget(m_source);
  gap(8);
  column()->addWidget(m_open); // in sight, whatever is below: one's own data are the other choice
  gap(8);
  column()->addWidget(m_help);
  gap(8);
  column()->addWidget(m_ownPoints);
  column()->addWidget(m_part);
  gap(4);
  column()->addWidget(m_preview);
  column()->addWidget(m_progress);
  gap(4);
  column()->addWidget(m_stop, 0, Qt::AlignLeft);
  column()->addWidget(m_problem);
  column()->addWidget(m_consent, 0, Qt::AlignLeft);
  column()->addWidget(m_repairs);
  gap(4);
  column()->addWidget(m_remark);
  gap(8);
  column()->addWidget(m_counts);
  gap(8);
  column()->addWidget(m_leak);
  column()->addWidget(m_columns);
  column()->addWidget(m_scales);
  column()->addWidget(m_normalize, 0, Qt::AlignLeft);
  for (QPushButton* button : {m_normalize, m_stop}) button->setProperty("compact", true);
  gap(8);
  column()->addWidget(m_notes);
  addRule();
  column()->addWidget(m_form);
  gap(8);
  column()->addWidget(m_columnChoice);
  column()->addStretch(1);

  connect(&m_patience, &QTimer::timeout, this, [this] {
    m_progress->show();
    m_stop->show();
  });
  connect(m_stop, &QPushButton::clicked, this, &DataPanel::stop);
  connect(m_columnChoice, &ColumnChoice::changed, this, [this](const std::vector<std::size_t>& out) { set(kLeftOut, joinColumns(m_tableColumns, out)); });
  connect(m_source, &QComboBox::activated, this, &DataPanel::choose);
  connect(m_open, &QPushButton::clicked, this, &DataPanel::openDataRequested);
  connect(m_part, &Segmented::chosen, this, [this](int index) {
    m_preview->setPart(partsOf(m_data)[static_cast<std::size_t>(index)]);
    fillNotes();
  });
  connect(m_normalize, &QPushButton::clicked, this, [this] {
    const std::vector<NodeId>& inputs = m_document.analysis().inputs;
    if (inputs.size() != 1) return;
    if (const Result<NodeId> added = m_document.insertAfter("normalize", inputs[0]); !added) setError(added.error());
  });
  connect(m_consent, &QPushButton::clicked, this, [this] { allowPath(m_document.data().path); });
  connect(m_form, &ParamForm::valueChanged, this, &DataPanel::set);
  connect(m_loader, &DataLoader::loaded, this, [this](const DatasetPtr& set, const DataSpec&) {
    stopWaiting();
    present(set);
    emit datasetLoaded(set);
  });
  connect(m_loader, &DataLoader::failed, this, [this](const Error& error) {
    stopWaiting();
    setError(error);
    findRepairs();
    emit loadFailed(error);
  });
  connect(&document, &Document::changed, this, &DataPanel::documentChanged);
  fill();
  reload();
}

DataPanel::~DataPanel() = default;

bool DataPanel::isLoading() const { return m_loader->isBusy(); }

void DataPanel::documentChanged(Document::Changes what) {
  if (what & Document::Network) showFacts();
  if (what & Document::Shelf) fillSource();  // the first drawing makes a source of them
  if (!(what & Document::Data)) return;
  fill();
  if (m_asked != loadedPart(m_document.data())) reload();
}

// Inside the project's folder, or said yes to.
bool DataPanel::mayRead(const DataSpec& spec) const {
  if (!findReader(spec.source) || spec.path.empty()) return true;
  const std::filesystem::path path = std::filesystem::path(spec.path).lexically_normal();
  const bool inside = path.is_relative() && !path.empty() && *path.begin() != "..";
  return inside || m_allowed.contains(QString::fromStdString(spec.path));
}

void DataPanel::allowPath(const std::string& path) {
  m_allowed += QString::fromStdString(path);
  if (m_document.data().path == path) reload();
}

void DataPanel::reload() {
  const DataSpec& spec = m_document.data();
  if (!m_asked || m_asked->path != spec.path || m_asked->source != spec.source) m_tableColumns.clear();
  m_asked = loadedPart(spec);
  m_loader->cancel();
  m_known.clear();
  showRepairs();
  m_consent->hide();
  if (spec.source.empty()) {
    stopWaiting();
    return present({});
  }
  if (!mayRead(spec)) {
    stopWaiting();
    present({});
    setError(Error(GB_TEXT("inspector", "The data of this project lie outside its folder: %1.").arg(spec.path), {},
                   GB_TEXT("inspector", "They are read only when you say so.")));
    m_consent->show();
    return;
  }
  if (!m_patience.isActive() && !m_progress->isVisible()) m_patience.start();
  m_loader->load(spec, folderOf(m_document));
  findColumns();
}

void DataPanel::stop() {
  m_loader->cancel();
  stopWaiting();
  setError(Error(GB_TEXT("inspector", "Reading the data was stopped."), {}, GB_TEXT("inspector", "What was there before is still here.")));
  m_consent->show();
}

// ---- tables --------------------------------------------------------------------------------------------------------------

/// By trying, so away from the window.
void DataPanel::findRepairs() {
  if (!findReader(m_document.data().source)) return;
  QPointer<DataPanel> self(this);
  QThreadPool::globalInstance()->start([self, spec = m_document.data(), base = folderOf(m_document)] {
    auto found = std::make_shared<std::vector<DataRepair>>(findDataRepairs(spec, base));
    if (QCoreApplication* app = QCoreApplication::instance())
      QMetaObject::invokeMethod(
          app,
          [self, spec, found] {
            if (!self || self->m_document.data() != spec || !self->m_error) return;
            self->m_known = *found;
            self->showRepairs();
          },
          Qt::QueuedConnection);
  });
}

void DataPanel::showRepairs() {
  qDeleteAll(m_repairs->findChildren<QPushButton*>());
  for (const DataRepair& repair : m_known) {
    const QString words = translated(repair.label);
    auto* button = new QPushButton(words.left(1).toUpper() + words.mid(1), m_repairs);
    button->setProperty("compact", true);
    button->setToolTip(tipText(button->text(), tr("With this setting the file can be read. It is in the list below and can be changed back there.")));
    button->setEnabled(m_locked.isEmpty());
    m_repairs->layout()->addWidget(button);
    m_repairs->layout()->setAlignment(button, Qt::AlignLeft);
    // Queued: the button goes when the data change.
    connect(button, &QPushButton::clicked, this, [this, repair] { set(repair.key, repair.value); }, Qt::QueuedConnection);
  }
  m_repairs->setVisible(!m_known.empty());
}

std::vector<QPushButton*> DataPanel::repairButtons() const {
  const QList<QPushButton*> buttons = m_repairs->findChildren<QPushButton*>();
  return {buttons.begin(), buttons.end()};
}

/// From the start of the file alone: the list stands there also while the table cannot be read.
void DataPanel::findColumns() {
  const DataSpec& spec = m_document.data();
  const ReaderDef* reader = findReader(spec.source);
  if (!reader || spec.source != "csv") return;
  const Result<Params> params = complete(reader->params, spec.params);
  if (!params) return;
  QPointer<DataPanel> self(this);
  QThreadPool::globalInstance()->start([self, spec, params = *params, path = folderOf(m_document) / spec.path] {
    auto names = std::make_shared<Result<std::vector<std::string>>>(csvColumns(path, params));
    if (QCoreApplication* app = QCoreApplication::instance())
      QMetaObject::invokeMethod(
          app,
          [self, spec, names] {
            if (!self || self->m_document.data() != spec) return;
            self->m_tableColumns = names->ok() ? **names : std::vector<std::string>();
            self->fill();
          },
          Qt::QueuedConnection);
  });
}

/// Nothing where the setting names a column that is not there.
std::optional<std::size_t> DataPanel::targetColumn() const {
  const ParamValue* set = m_document.data().params.find(kTarget);
  const std::string words = set ? std::get<std::string>(*set) : std::string();
  if (words.empty()) return m_tableColumns.size() - 1;
  const Result<std::size_t> column = findColumn(words, m_tableColumns, m_document.data().path);
  return column ? std::optional(*column) : std::nullopt;
}

void DataPanel::stopWaiting() {
  m_patience.stop();
  m_progress->hide();
  m_stop->hide();
}

void DataPanel::setDataset(const DatasetPtr& set) {
  m_loader->cancel();
  stopWaiting();
  present(set);
}

void DataPanel::present(const DatasetPtr& set) {
  m_data = set;
  m_error.reset();
  m_problem->hide();
  m_consent->hide();
  m_preview->setContent(set);
  m_counts->setContent(set);
  fillPart();
  fillNotes();
  measure();
}

/// Reads every value, so away from the window; what is known of older data is dropped.
void DataPanel::measure() {
  m_facts.reset();
  showFacts();
  if (!m_data) return;
  QPointer<DataPanel> self(this);
  QThreadPool::globalInstance()->start([self, data = m_data] {
    auto facts = std::make_shared<DataFacts>(factsOf(*data));
    if (QCoreApplication* app = QCoreApplication::instance())
      QMetaObject::invokeMethod(
          app,
          [self, data, facts] {
            if (!self || self->m_data != data) return;
            self->m_facts = *facts;
            self->showFacts();
          },
          Qt::QueuedConnection);
  });
}

QString DataPanel::leakText() const { return m_leak->isHidden() ? QString() : m_leak->text(); }

void DataPanel::showFacts() {
  m_columns->setContent(m_facts ? m_facts->columns : std::vector<ColumnFacts>());
  const bool leak = m_facts && m_facts->testRowsInTraining > 0;
  m_leak->setVisible(leak);
  if (leak)
    m_leak->setText(tr("Of %1 test samples, %2 stand in the training part too: on them the test measures memory. Take repeated rows out of the data before they are split, or read "
                       "the test figure with care.")
                        .arg(formatInteger(m_data->test), formatInteger(m_facts->testRowsInTraining)));
  const NetworkSpec& spec = m_document.spec();
  const bool scaled = std::any_of(spec.nodes.begin(), spec.nodes.end(), [](const NodeSpec& node) { return node.key == "normalize"; });
  const bool uneven = m_facts && m_facts->scaleRatio > kUneven && !scaled && m_document.analysis().inputs.size() == 1;
  m_scales->setVisible(uneven);
  m_normalize->setVisible(uneven);
  if (uneven) m_scales->setText(tr("The widest column varies %1 times as much as the narrowest. The large one drowns the small one in the first layer.").arg(formatInteger(std::llround(m_facts->scaleRatio))));
  m_normalize->setText(tr("Put a Normalize after the input"));
  m_normalize->setToolTip(tipText(m_normalize->text(), tr("Brings every column to mean 0 and standard deviation 1, as a layer that you can see and switch off.")));
}

void DataPanel::setError(const Error& error) {
  m_error = error; // the last good data stay to be seen
  m_problem->setText(translated(error));
  m_problem->setAccessibleName(m_problem->text());
  m_problem->show();
}

void DataPanel::setLocked(const QString& reason) {
  m_locked = reason;
  m_ownPoints->setLocked(reason);
  fill();
}

void DataPanel::choose(int index) {
  const std::string key = m_source->itemData(index).toString().toStdString();
  const GeneratorDef* generator = findGenerator(key);
  if (!generator || key == m_document.data().source) return fillSource();
  DataSpec spec;
  spec.source = key;
  spec.shares = generator->shares;
  spec.seed = m_document.data().seed;
  spec.points = m_document.data().points; // one's own are never lost by looking at others
  spec.drawings = m_document.data().drawings;
  m_document.setData(spec);
}

void DataPanel::set(const std::string& key, const ParamValue& value) {
  DataSpec spec = m_document.data();
  if (key == kTest) {
    spec.shares.test = std::get<double>(value);
  } else if (key == kValidation) {
    spec.shares.validation = std::get<double>(value);
  } else if (key == kSeed) {
    spec.seed = static_cast<std::uint64_t>(std::get<std::int64_t>(value));
  } else {
    const ParamDef* def = findParam(paramsOf(spec), key);
    if (key == kTarget) spec.params.erase(kLeftOut); // it may name the new target
    if (def && value == def->fallback)
      spec.params.erase(key);
    else
      spec.params.set(key, value);
  }
  m_document.setData(spec);
}

void DataPanel::fill() {
  const DataSpec& spec = m_document.data();
  fillSource();
  ParamFormContent content{rowsOf(spec), spec.params};
  content.values.set(kTest, spec.shares.test);
  content.values.set(kValidation, spec.shares.validation);
  content.values.set(kSeed, static_cast<std::int64_t>(spec.seed));
  content.fieldWidth = 64; // 70 000
  const bool table = spec.source == "csv" && !m_tableColumns.empty();
  const std::optional<std::size_t> target = table ? targetColumn() : std::nullopt;
  if (target) {
    ColumnChoiceContent choice{m_tableColumns, {}, *target, m_locked};
    if (const ParamValue* out = spec.params.find(kLeftOut))
      if (const auto columns = glassbox::findColumns(std::get<std::string>(*out), m_tableColumns, spec.path)) choice.out = *columns;
    m_columnChoice->setContent(choice);
    std::erase_if(content.defs, [](const ParamDef& def) { return def.key == kLeftOut; });
    for (ParamDef& def : content.defs) {
      if (def.key != kTarget) continue;
      std::vector<ParamChoice> names;
      for (const std::string& name : m_tableColumns) names.push_back({name, plainText(name)});
      def = choiceParam(def.key, def.label, GB_TEXT("inspector", "The column that the network learns to predict."), m_tableColumns.back(), names);
    }
    content.values.set(kTarget, m_tableColumns[*target]);
    content.values.erase(kLeftOut);
  }
  m_columnChoice->setVisible(target.has_value());
  if (!m_locked.isEmpty())
    for (const ParamDef& def : content.defs) content.locked[def.key] = m_locked;
  m_form->setContent(content);
  m_form->setVisible(!spec.source.empty());
  m_ownPoints->setVisible(OwnPoints::isFor(spec));
  m_preview->setVisible(!OwnPoints::isFor(spec));
  m_open->setText(tr("Open data…"));
  m_open->setToolTip(
      tipText(tr("Open data"), tr("A table (CSV), a text, the MNIST family (IDX), CIFAR-10, or a folder of pictures for each class. The kind is found by looking.")));
  m_open->setEnabled(m_locked.isEmpty());
  m_consent->setText(tr("Read these data"));
  m_progress->setAccessibleName(tr("The data are being made"));
  m_stop->setText(tr("Stop"));
  m_stop->setToolTip(tipText(tr("Stop"), tr("Does not wait for these data any longer. What was there before stays.")));
  showRepairs();
  if (m_error) m_problem->setText(translated(*m_error));
  fillPart();
  fillNotes();
  showFacts();
}

void DataPanel::fillSource() {
  const DataSpec& spec = m_document.data();
  const QSignalBlocker quiet(m_source);
  m_source->clear();
  for (const GeneratorDef* def : allGenerators()) {
    m_source->addItem(translated(def->title), QString::fromStdString(def->key));
    m_source->setItemData(m_source->count() - 1, tipText(translated(def->title), translated(def->help)), Qt::ToolTipRole);
  }
  for (const GeneratorDef* def : ownSources()) {
    if (def->key == "drawings" && spec.source != def->key && spec.drawings.empty()) continue;  // there is none yet, and nothing here to draw with
    m_source->addItem(translated(def->title), QString::fromStdString(def->key));
    m_source->setItemData(m_source->count() - 1, tipText(translated(def->title), translated(def->help)), Qt::ToolTipRole);
  }
  const ReaderDef* reader = findReader(spec.source);
  if (reader) {
    const QString file = QString::fromStdString(std::filesystem::path(spec.path).filename().string());
    m_source->addItem(file.isEmpty() ? translated(reader->title) : file, QString::fromStdString(reader->key));
    m_source->setItemData(m_source->count() - 1, tipText(QString::fromStdString(spec.path), translated(reader->help)), Qt::ToolTipRole);
  }
  m_source->setCurrentIndex(m_source->findData(QString::fromStdString(spec.source)));
  m_source->setPlaceholderText(tr("Choose data"));
  m_source->setAccessibleName(tr("Data set"));
  m_source->setEnabled(m_locked.isEmpty());
  const GeneratorDef* generator = findGenerator(spec.source);
  const QString help = generator ? translated(generator->help)
                       : reader  ? translated(reader->help)
                                 : tr("Choose data that the lab makes, or open your own.");
  m_help->setText(help);
  m_source->setToolTip(m_locked.isEmpty() ? help : m_locked);
}

void DataPanel::fillNotes() {
  QString remark = m_preview->remark();
  const DataPreview::Kind kind = m_preview->kind();
  const bool points = kind == DataPreview::Kind::Plane || kind == DataPreview::Kind::Curve;
  if (m_data && m_data->validation > 0 && points) remark += tr(" · dotted: validation");
  if (m_data && m_data->test > 0 && points) remark += tr(" · hollow: test");
  m_remark->setText(remark);
  m_remark->setVisible(!remark.isEmpty() && !OwnPoints::isFor(m_document.data()));
  m_notes->setText(noteLines().join(u'\n'));
  m_notes->setVisible(!m_notes->text().isEmpty());
}

// Points show their part themselves.
void DataPanel::fillPart() {
  const std::vector<Part> parts = partsOf(m_data);
  const DataPreview::Kind kind = m_preview->kind();
  const bool points = kind == DataPreview::Kind::Plane || kind == DataPreview::Kind::Curve;
  QStringList names;
  int current = 0;
  for (const Part part : parts) {
    if (part == m_preview->part()) current = static_cast<int>(names.size());
    names << (part == Part::Train ? tr("Train") : part == Part::Validation ? tr("Validation") : tr("Test"));
  }
  m_part->setContent({{}, names, current});
  m_part->setToolTip(tipText(tr("Part"), tr("Whose samples are shown: those that are trained on, those by which settings are chosen, or those kept for the test.")));
  m_part->setVisible(names.size() > 1 && !points && !OwnPoints::isFor(m_document.data()));
}

QStringList DataPanel::noteLines() const {
  QStringList lines;
  if (m_data)
    for (const DataNote& note : m_data->notes) lines += translated(note);
  return lines;
}

QString DataPanel::errorText() const { return m_error ? translated(*m_error) : QString(); }

void DataPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  ScrollPage::changeEvent(event);
}

} // namespace glassbox
