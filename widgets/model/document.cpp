#include "widgets/model/document.h"

#include "engine/graph/spec_edit.h"
#include "engine/graph/transformer_block.h"
#include "engine/io/folding.h"
#include "engine/layers/loss.h"
#include "engine/train/data_fit.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <filesystem>

namespace glassbox {
namespace {

QString mergeKeyOf(const char* what, const std::string& first, const std::string& second = {}) {
  return QStringLiteral("%1/%2/%3").arg(QLatin1String(what), QString::fromStdString(first), QString::fromStdString(second));
}

// A place without its node would be a dangling name in the file.
void dropStalePlaces(EditValue& value) {
  const auto isGroup = [&](const std::string& id) { return std::any_of(value.spec.groups.begin(), value.spec.groups.end(), [&](const GroupSpec& group) { return group.id == id; }); };
  std::erase_if(value.layout, [&](const auto& place) { return !value.spec.find(place.first) && !isGroup(groupOfTile(place.first)); });
}

Issue issueOf(const Finding& finding) { return {Issue::Severity::Warning, finding.node, {}, Error(finding.sentence, finding.node, finding.explanation), {}}; }

std::filesystem::path filePath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

} // namespace

Document::Document(QObject* parent) : QObject(parent), m_analysis(analyse(m_project.spec)) {
  connect(&m_undo, &QUndoStack::cleanChanged, this, &Document::announceModified);
  if (qApp) qApp->installEventFilter(this);
}

EditValue Document::value() const { return {m_project.spec, m_project.layout, m_project.data, m_project.plan}; }

void Document::open(Project project, const QString& path) {
  m_project = std::move(project);
  m_findings.clear();
  m_dataset.reset();
  analyseAll();
  m_path = path;
  m_recordsModified = false;
  m_locks.clear();
  m_undo.clear();
  emit changed(Everything);
  announceModified();
}

Result<void> Document::save(const QString& path) {
  if (Result<void> saved = saveProject(m_project, filePath(path)); !saved) return saved;
  setSaved(path, m_project.weights);
  return {};
}

void Document::setSaved(const QString& path, const WeightsRef& weights) {
  m_project.weights = weights;
  const bool moved = path != m_path;
  m_path = path;
  m_recordsModified = false;
  m_undo.setClean();
  announceModified();
  if (moved) emit changed(Identity);
}

void Document::setModified(bool modified) {
  m_recordsModified = modified;
  if (!modified) m_undo.setClean();
  announceModified();
}

void Document::announceModified() {
  if (isModified() == m_announced) return;
  m_announced = isModified();
  emit modifiedChanged(m_announced);
}

void Document::put(const EditValue& value) {
  Changes what;
  what.setFlag(Network, value.spec != m_project.spec);
  what.setFlag(Arrangement, value.layout != m_project.layout);
  // Drawings that are only kept make no other data: a run goes on.
  const bool otherData = loadedPart(value.data) != loadedPart(m_project.data);
  what.setFlag(Data, otherData);
  what.setFlag(Shelf, value.data != m_project.data && !otherData);
  what.setFlag(Plan, value.plan != m_project.plan);
  if (!what) return;
  m_project.spec = value.spec;
  m_project.layout = value.layout;
  m_project.data = value.data;
  m_project.plan = value.plan;
  if (what & Data) m_dataset.reset();  // they told of other data
  const bool told = !m_findings.empty() && (what & (Network | Data | Plan));
  if (told) m_findings.clear(), what |= Fit;
  if (told || (what & (Network | Data))) analyseAll();
  emit changed(what);
}

void Document::setLocks(EditLocks locks) {
  m_locks = std::move(locks);
  m_undo.clear();
}

std::optional<Error> Document::lockOf(const std::string& control) const {
  const auto lock = m_locks.find(control);
  return lock == m_locks.end() ? std::nullopt : std::optional(Error(lock->second));
}

void Document::adaptNetwork(const NetworkSpec& after, const Text& what) {
  if (!m_locks.count("network")) return applySpec(after, what);
  EditValue adapted = value();
  adapted.spec = after;
  m_undo.clear();
  put(adapted);
}

void Document::analyseAll() {
  m_analysis = analyse(m_project.spec);
  if (m_dataset && m_analysis.sound() && !m_analysis.loss.empty())
    for (Issue& issue : dataIssues(m_analysis, *m_dataset)) m_analysis.issues.push_back(std::move(issue));
  for (const Finding& finding : m_findings) m_analysis.issues.push_back(issueOf(finding));
}

void Document::setFindings(std::vector<Finding> findings) {
  if (findings.empty() && m_findings.empty()) return;
  m_findings = std::move(findings);
  analyseAll();
  emit changed(Fit);
}

const Finding* Document::findingOf(const Issue& issue) const {
  const auto found = std::find_if(m_findings.begin(), m_findings.end(), [&](const Finding& finding) { return issueOf(finding) == issue; });
  return found == m_findings.end() ? nullptr : &*found;
}

void Document::setDataset(DatasetPtr dataset) {
  if (dataset == m_dataset) return;
  m_dataset = std::move(dataset);
  analyseAll();
  emit changed(Fit);
}

Result<void> Document::edit(const EditValue& after, const Text& what, const QString& mergeKey) {
  EditValue before = value(), clean = after;
  dropStalePlaces(clean);
  if (clean == before) return {};
  if (std::optional<Error> kept = brokenLock(m_locks, before, clean)) return *kept;
  m_undo.push(new EditCommand(std::move(before), std::move(clean), what, mergeKey, [this](const EditValue& value) { put(value); }));
  return {};
}

Result<void> Document::editSpec(const NetworkSpec& after, const Text& what, const QString& mergeKey) {
  EditValue edited = value();
  edited.spec = after;
  return edit(edited, what, mergeKey);
}

void Document::apply(const EditValue& after, const Text& what, const QString& mergeKey) {
  if (Result<void> done = edit(after, what, mergeKey); !done) emit refused(done.error());
}

void Document::applySpec(const NetworkSpec& after, const Text& what, const QString& mergeKey) {
  if (Result<void> done = editSpec(after, what, mergeKey); !done) emit refused(done.error());
}

Text Document::titleOfKey(const std::string& key) {
  const NodeDef* def = findAddable(key);
  return def ? def->title : GB_TEXT("document", "%1").arg(key);
}

Result<NodeId> Document::insertAfter(const std::string& key, const NodeId& after) {
  NodeId id;
  Result<NetworkSpec> edited = spec_edit::insertAfter(spec(), key, after, id);
  if (!edited) return edited.error();
  if (Result<void> done = editSpec(*edited, GB_TEXT("document", "Add %1").arg(titleOfKey(key))); !done) return done.error();
  return id;
}

Result<NodeId> Document::addNode(const std::string& key, const Layout& layout, Position at) {
  NodeId id;
  Result<NetworkSpec> edited = spec_edit::addNode(spec(), key, id);
  if (!edited) return edited.error();
  EditValue after = value();
  after.spec = std::move(*edited);
  after.layout = layout;
  after.layout[id] = at;
  if (Result<void> done = edit(after, GB_TEXT("document", "Add %1").arg(titleOfKey(key))); !done) return done.error();
  return id;
}

Result<NodeId> Document::insertOnWires(const std::string& key, const std::vector<Wire>& wires) {
  NodeId id;
  Result<NetworkSpec> edited = spec_edit::insertOnWires(spec(), key, wires, id);
  if (!edited) return edited.error();
  if (Result<void> done = editSpec(*edited, GB_TEXT("document", "Add %1").arg(titleOfKey(key))); !done) return done.error();
  return id;
}

Result<void> Document::connectPorts(const PortRef& from, const PortRef& to) {
  Result<NetworkSpec> edited = spec_edit::connect(spec(), from, to);
  if (!edited) return edited.error();
  return editSpec(*edited, GB_TEXT("document", "Connect %1 to %2").arg(titleOf(from.node)).arg(titleOf(to.node)));
}

void Document::disconnectWire(const Wire& wire) {
  applySpec(spec_edit::disconnect(spec(), wire),
            GB_TEXT("document", "Disconnect %1 from %2").arg(titleOf(wire.to.node)).arg(titleOf(wire.from.node)));
}

void Document::removeNodes(const std::vector<NodeId>& ids) { removeNodesAndWires(ids, {}); }

void Document::removeNodesAndWires(const std::vector<NodeId>& ids, const std::vector<Wire>& wires) {
  if (ids.empty() && wires.size() == 1) return disconnectWire(wires.front());
  Text what = ids.empty()       ? GB_TEXT("document", "Remove %1 wires").arg(static_cast<std::int64_t>(wires.size()))
              : ids.size() == 1 ? GB_TEXT("document", "Remove %1").arg(titleOf(ids.front()))
                                : GB_TEXT("document", "Remove %1 layers").arg(static_cast<std::int64_t>(ids.size()));
  NetworkSpec edited = spec();
  for (const Wire& wire : wires) edited = spec_edit::disconnect(edited, wire);
  applySpec(spec_edit::removeNodes(edited, ids), what);
}

Result<void> Document::setParam(const NodeId& id, const std::string& key, const ParamValue& value) {
  Result<NetworkSpec> edited = spec_edit::setParam(spec(), id, key, value);
  if (!edited) return edited.error();
  const NodeSpec* node = spec().find(id);
  const NodeDef* def = node ? findNode(node->key) : nullptr;
  const ParamDef* param = def ? findParam(def->params, key) : nullptr;
  const Text label = param ? param->label : GB_TEXT("document", "%1").arg(key);
  return editSpec(*edited, GB_TEXT("document", "Change %1 of %2").arg(label).arg(titleOf(id)), mergeKeyOf("param", id, key));
}

void Document::rename(const NodeId& id, const QString& name) {
  applySpec(spec_edit::rename(spec(), id, name.toStdString()), GB_TEXT("document", "Rename %1").arg(titleOf(id)), mergeKeyOf("name", id));
}

void Document::setFrozen(const NodeId& id, bool frozen) {
  applySpec(spec_edit::setFrozen(spec(), id, frozen),
            (frozen ? GB_TEXT("document", "Freeze %1") : GB_TEXT("document", "Unfreeze %1")).arg(titleOf(id)));
}

void Document::setBypassed(const NodeId& id, bool bypassed) {
  applySpec(spec_edit::setBypassed(spec(), id, bypassed),
            (bypassed ? GB_TEXT("document", "Switch %1 off") : GB_TEXT("document", "Switch %1 on")).arg(titleOf(id)));
}

Result<void> Document::repair(const Issue& issue, const Repair& repair) {
  Result<NetworkSpec> edited = spec_edit::repair(spec(), issue, repair);
  if (!edited) return edited.error();
  EditValue after = value();
  if (repair.place == Repair::Place::Instead)
    for (const NodeSpec& node : edited->nodes) // the new node stands where the old one stood
      if (const auto old = after.layout.find(issue.node); old != after.layout.end() && !spec().find(node.id)) after.layout[node.id] = old->second;
  after.spec = std::move(*edited);
  return edit(after, repair.label);
}

void Document::setLayout(const Layout& layout, const Text& what, const QString& mergeKey) {
  EditValue after = value();
  after.layout = layout;
  apply(after, what, mergeKey);
}

void Document::setData(const DataSpec& data) {
  EditValue after = value();
  const bool sameSource = data.source == after.data.source && data.path == after.data.path;
  after.data = data;
  apply(after, sameSource ? GB_TEXT("document", "Change the data's settings") : GB_TEXT("document", "Change the data"),
        sameSource ? QStringLiteral("data") : QString());
}

void Document::keepDrawing(const DrawnPicture& drawing) {
  EditValue after = value();
  after.data.drawings.push_back(drawing);
  apply(after, GB_TEXT("document", "Keep a drawing"));
}

void Document::removeDrawing(int index) {
  EditValue after = value();
  if (index < 0 || index >= static_cast<int>(after.data.drawings.size())) return;
  after.data.drawings.erase(after.data.drawings.begin() + index);
  apply(after, GB_TEXT("document", "Remove a drawing"));
}

Result<void> Document::setPlan(const TrainingPlan& plan, const Text& what, const QString& mergeKey) {
  EditValue after = value();
  after.plan = plan;
  return edit(after, what, mergeKey);
}

Result<void> Document::setPlanValue(const std::string& key, const std::string& words) {
  Result<TrainingPlan> edited = glassbox::setPlanValue(plan(), key, words);
  if (!edited) return edited.error();
  const ParamDef* param = findParam(planParams(), key);
  const Text label = param ? param->label : GB_TEXT("document", "seed");
  return setPlan(*edited, GB_TEXT("document", "Change %1").arg(label), mergeKeyOf("plan", key));
}

QString Document::copy(const std::vector<NodeId>& ids, const Layout& shown) const {
  ClipboardPart part{spec_edit::extract(spec(), ids), {}};
  for (const NodeSpec& node : part.spec.nodes)
    if (const auto place = shown.find(node.id); place != shown.end()) part.layout.insert(*place);
  return clipboardText(part);
}

Result<std::vector<NodeId>> Document::paste(const QString& text, double dx, double dy) {
  Result<ClipboardPart> part = parseClipboard(text);
  if (!part) return part.error();
  EditValue after = value();
  std::map<NodeId, NodeId> renamed;
  after.spec = spec_edit::paste(spec(), part->spec, renamed);
  if (!arrangesItself(after.layout))
    for (const auto& [id, place] : part->layout)
      if (const auto fresh = renamed.find(id); fresh != renamed.end()) after.layout[fresh->second] = {place.x + dx, place.y + dy};
  std::vector<NodeId> ids;
  for (const NodeSpec& node : part->spec.nodes)
    if (const auto fresh = renamed.find(node.id); fresh != renamed.end()) ids.push_back(fresh->second);
  if (Result<void> done = edit(after, GB_TEXT("document", "Paste %1 layers").arg(static_cast<std::int64_t>(ids.size()))); !done) return done.error();
  return ids;
}

void Document::setRuns(std::vector<RecordedRun> runs, const std::string& shown) {
  if (runs == m_project.runs && shown == m_project.shownRun) return;
  m_project.runs = std::move(runs);
  m_project.shownRun = shown;
  m_recordsModified = true;
  emit changed(Records);
  announceModified();
}

void Document::setWeights(const WeightsRef& weights) {
  if (weights == m_project.weights) return;
  m_project.weights = weights;
  m_recordsModified = true;
  emit changed(Records);
  announceModified();
}

void Document::setTitle(const QString& title) {
  if (title.toStdString() == m_project.title) return;
  m_project.title = title.toStdString();
  m_recordsModified = true;
  emit changed(Identity);
  announceModified();
}

bool Document::eventFilter(QObject* watched, QEvent* event) {
  if (watched == qApp && event->type() == QEvent::LanguageChange)
    for (int i = 0; i < m_undo.count(); ++i)
      const_cast<EditCommand*>(static_cast<const EditCommand*>(m_undo.command(i)))->retranslate(); // ours: pushed by apply alone
  return QObject::eventFilter(watched, event);
}

} // namespace glassbox
