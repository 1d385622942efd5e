// Every run of the open project: curves, settings, network and, as far as memory goes, the state it was left in.
#pragma once

#include "widgets/model/training_session.h"

#include <QColor>
#include <QObject>

#include <memory>
#include <vector>

namespace glassbox {

struct KeptRun {
  RecordedRun record;                              ///< without the network: it is here
  std::shared_ptr<const NetworkSpec> spec;
  std::shared_ptr<const RunState> state;           ///< null: its steps are repeated when it is opened
};

/// Owner: the GUI thread. Follows the session: a run is listed from its first step on, kept when it is left, and saved with the
/// project. The list is a tree in order: a child stands behind its parent.
class RunList : public QObject {
  Q_OBJECT

 public:
  RunList(Document* document, TrainingSession* session, QObject* parent = nullptr);

  const std::vector<KeptRun>& runs() const { return m_runs; }
  const KeptRun* find(const std::string& id) const;
  QString nameOf(const std::string& id) const;
  /// The run that is shown; null before its first step.
  const KeptRun* current() const { return find(m_session->runId()); }
  /// How many runs lie between it and the run that the tree begins with.
  int depthOf(const KeptRun& run) const;

  void rename(const std::string& id, const QString& name);
  void setNotes(const std::string& id, const QString& notes);
  void setColor(const std::string& id, int color);
  void setOverlaid(const std::string& id, bool overlaid);
  /// Takes it out of the list; its children become its parent's. The run that is shown stays.
  bool remove(const std::string& id);
  /// Its network and settings come back, as one undo step, and the run stands where it was left.
  Result<void> open(const std::string& id);

  /// Takes in a run that was trained beside the lab, by a sweep or side by side with others: `run.record` has plan, changes, steps
  /// and curves; id, name and color are given here. Returns its id.
  std::string keep(KeptRun run);

  /// For the project file: the present run is taken in as it stands.
  std::vector<RecordedRun> records();
  /// The same with the present run as `now` has it; only names, colours and notes are from the list.
  std::vector<RecordedRun> recordsWith(const RecordedRun& now) const;

 signals:
  /// Runs, their names or what is known of them.
  void changed();

 private:
  KeptRun* edit(const std::string& id);
  void read();
  void take();
  std::vector<RecordedRun> listed() const;
  void follow();
  void changedByUser();
  void spendMemory();
  int freeColor() const;

  Document* m_document;
  TrainingSession* m_session;
  std::vector<KeptRun> m_runs;
  int m_named = 0;  ///< letters given so far
};

/// What the weights and the optimizer's numbers take.
std::size_t bytesOf(const RunState& state);

/// The value a curve ends with; nothing when it has none.
std::optional<double> lastOf(const RecordedRun& run, const char* curve);

/// 0 is A, 26 is AA.
QString runLetters(int number);

} // namespace glassbox
