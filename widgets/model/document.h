// The open project: the one mutable thing of the GUI. Every edit is one undo step and one signal.
#pragma once

#include "engine/data/dataset.h"
#include "engine/experiment/doctor.h"
#include "engine/graph/analysis.h"
#include "engine/io/project.h"
#include "widgets/model/clipboard.h"
#include "widgets/model/edit_command.h"
#include "widgets/model/edit_locks.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <vector>

namespace glassbox {

/// Owner: the GUI thread. Views read `spec`, `layout` and `analysis` after `changed`; they never write but through the edits here.
///
/// The place of a tile in `layout` is the middle of its left side: a layer that grows keeps its wires straight.
/// While `layout` is empty the diagram arranges itself; from the first tile moved by hand on, all places are kept.
class Document : public QObject {
  Q_OBJECT

public:
  enum Change { Network = 1, Arrangement = 2, Data = 4, Plan = 8, Records = 16, Identity = 32, Fit = 64, Shelf = 128, Everything = 255 };
  ///< Shelf: drawings that are kept beside the data in use
  Q_DECLARE_FLAGS(Changes, Change)

  explicit Document(QObject* parent = nullptr);

  // ---- reading -------------------------------------------------------------------------------------------------------
  const Project& project() const { return m_project; }
  const NetworkSpec& spec() const { return m_project.spec; }
  const Layout& layout() const { return m_project.layout; }
  const DataSpec& data() const { return m_project.data; }
  const TrainingPlan& plan() const { return m_project.plan; }
  /// Of the network and, once they are loaded, of whether it fits the data; with what the doctor found of its run.
  const Analysis& analysis() const { return m_analysis; }
  EditValue value() const;

  QUndoStack* undoStack() { return &m_undo; }
  /// File it was read from or saved to; empty for a project that has none yet.
  const QString& path() const { return m_path; }
  /// Something would be lost if it were closed now.
  bool isModified() const { return m_recordsModified || !m_undo.isClean(); }

  // ---- the whole -----------------------------------------------------------------------------------------------------
  /// Puts another project in place; there is no undo back to the old one.
  void open(Project project, const QString& path = {});
  /// Saves and, when that went well, counts as unmodified.
  Result<void> save(const QString& path);
  /// The project has been saved to `path` together with these weights, by somebody who holds them.
  void setSaved(const QString& path, const WeightsRef& weights);
  /// Something outside undo wants to be saved or not (a recovered project is modified from the start).
  void setModified(bool modified);

  // ---- locks: every edit passes them, whatever gesture it came from -----------------------------------------------------
  /// Another project has none. What was done before cannot be undone any more: it might lie behind a lock.
  void setLocks(EditLocks locks);
  const EditLocks& locks() const { return m_locks; }
  /// Why `control` ("weights", "rate") cannot be changed; nothing: it can.
  std::optional<Error> lockOf(const std::string& control) const;
  /// A network that follows from its data is no edit of the user: no lock holds it, and none is opened by undoing it.
  void adaptNetwork(const NetworkSpec& after, const Text& what);

  // ---- edits: one undo step each; nothing happens when the value stays the same. One that a lock holds is not made: those that
  // return nothing emit `refused`.
  void apply(const EditValue& after, const Text& what, const QString& mergeKey = {});
  void applySpec(const NetworkSpec& after, const Text& what, const QString& mergeKey = {});

  /// Puts a new layer behind `after` and wires it in; an empty `after` adds it unwired.
  Result<NodeId> insertAfter(const std::string& key, const NodeId& after);
  /// Adds an unwired layer; with `layout` all tiles keep these places and the new one gets `at`.
  Result<NodeId> addNode(const std::string& key, const Layout& layout, Position at);
  Result<NodeId> insertOnWire(const std::string& key, const Wire& wire) { return insertOnWires(key, {wire}); }
  /// On several wires that come from one output.
  Result<NodeId> insertOnWires(const std::string& key, const std::vector<Wire>& wires);
  Result<void> connectPorts(const PortRef& from, const PortRef& to);
  void disconnectWire(const Wire& wire);
  void removeNodes(const std::vector<NodeId>& ids);
  void removeNodesAndWires(const std::vector<NodeId>& ids, const std::vector<Wire>& wires);
  /// Consecutive values of the same parameter are one step.
  Result<void> setParam(const NodeId& id, const std::string& key, const ParamValue& value);
  void rename(const NodeId& id, const QString& name);
  void setFrozen(const NodeId& id, bool frozen);
  void setBypassed(const NodeId& id, bool bypassed);
  Result<void> repair(const Issue& issue, const Repair& repair);
  /// Takes the places of all tiles; consecutive moves of the same tiles by the keyboard are one step when `mergeKey` says so.
  void setLayout(const Layout& layout, const Text& what, const QString& mergeKey = {});
  void setData(const DataSpec& data);
  /// The learner's own drawings; each call is an undo step of its own.
  void keepDrawing(const DrawnPicture& drawing);
  void removeDrawing(int index);
  Result<void> setPlan(const TrainingPlan& plan, const Text& what, const QString& mergeKey = {});
  /// Reads `words` as the plan's value `key`; consecutive values of the same key are one step.
  Result<void> setPlanValue(const std::string& key, const std::string& words);

  // ---- copy and paste --------------------------------------------------------------------------------------------------
  /// The part as text; `shown` are the places the tiles have on the screen.
  QString copy(const std::vector<NodeId>& ids, const Layout& shown) const;
  /// Adds the part and returns its new ids. Its tiles get places only when this project's tiles have some.
  Result<std::vector<NodeId>> paste(const QString& text, double dx, double dy);

  // ---- data --------------------------------------------------------------------------------------------------------------
  /// The samples that the data description stands for; null while they are not there. Issues tell whether the network fits.
  void setDataset(DatasetPtr dataset);

  // ---- what the doctor found -----------------------------------------------------------------------------------------------
  /// Findings stand among the issues as warnings: the network can be trained all the same. They go when network, data or settings
  /// change: they told of others.
  void setFindings(std::vector<Finding> findings);
  const std::vector<Finding>& findings() const { return m_findings; }
  /// The finding that an issue tells of; null for one that analysis found.
  const Finding* findingOf(const Issue& issue) const;

  // ---- records: kept with the project, not undone -----------------------------------------------------------------------
  /// `shown`: id of the run that the weights belong to.
  void setRuns(std::vector<RecordedRun> runs, const std::string& shown = {});
  void setWeights(const WeightsRef& weights);
  void setTitle(const QString& title);

  bool eventFilter(QObject* watched, QEvent* event) override;

signals:
  /// Once per edit, undo, redo or open.
  void changed(Document::Changes what);
  void modifiedChanged(bool modified);
  /// An edit was not made, and why.
  void refused(const glassbox::Error& error);

private:
  Result<void> edit(const EditValue& after, const Text& what, const QString& mergeKey = {});
  Result<void> editSpec(const NetworkSpec& after, const Text& what, const QString& mergeKey = {});
  void put(const EditValue& value);
  void analyseAll();
  void announceModified();
  Text titleOf(const NodeId& id) const { return nodeTitle(m_project.spec, id); }
  static Text titleOfKey(const std::string& key);

  Project m_project;
  Analysis m_analysis;
  EditLocks m_locks;
  DatasetPtr m_dataset;
  std::vector<Finding> m_findings;
  QUndoStack m_undo;
  QString m_path;
  bool m_recordsModified = false;
  bool m_announced = false; ///< the last value of modifiedChanged
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Document::Changes)

} // namespace glassbox
