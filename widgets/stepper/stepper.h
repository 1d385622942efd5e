// One training step, opened: traces it in a thread of its own, and knows where in it the learner stands.
#pragma once

#include "engine/trace/difference.h"
#include "engine/trace/explain.h"
#include "engine/trace/paths.h"
#include "engine/trace/step_order.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace glassbox {

/// A traced step. Never changed once made, so any thread may read it.
struct StepView {
  TraceRequest request;
  Analysis analysis;   ///< of its network
  Trace trace;
  std::vector<StepStop> stops;
  std::shared_ptr<const Trace> before;  ///< of a "what if": the same step without the changes; else null
};
using StepViewPtr = std::shared_ptr<const StepView>;

/// Whether an array's first axis counts the samples.
bool hasSamples(const StepView& view, const TraceEntry& entry);
/// Weights, inputs and targets: what a step starts from. They can be changed, and no quiz asks for them.
bool isGiven(const StepView& view, const TraceEntry& entry);

/// The gradients around the explained number, each beside its central difference.
struct StepChecks {
  QString element;                     ///< that was explained
  double step = kDifferenceStep;       ///< e
  std::vector<DifferenceCheck> rows;
};

/// Owner: the GUI thread. While nobody looks (setActive) it costs nothing and holds no trace.
class Stepper : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMostSamples = 4;

  explicit Stepper(QObject* parent = nullptr);
  ~Stepper() override;

  /// What is stepped through: a network with its settings, data, weights and the optimizer's state. Its rows, precision and changes
  /// do not matter. Nothing: there is nothing to step through. The stop stays where there still is such a one.
  void setSubject(const std::optional<TraceRequest>& subject);
  void setActive(bool active);
  bool isActive() const { return m_active; }

  /// The samples of the step, numbers of the data's rows: 1 to 4.
  void setRows(const std::vector<std::int64_t>& rows);
  const std::vector<std::int64_t>& rows() const { return m_rows; }
  /// Samples given by their numbers in place of rows, 1 to 4; none: the rows again. A step that cannot take them is told by `failed`,
  /// and the rows are taken.
  void setEntered(const std::vector<EnteredSample>& samples);
  const std::vector<EnteredSample>& entered() const { return m_entered; }
  /// How many samples the step has.
  int sampleCount() const { return static_cast<int>(m_entered.empty() ? m_rows.size() : m_entered.size()); }
  void setPrecision(Precision precision);
  Precision precision() const { return m_precision; }

  // ---- where the learner stands ----------------------------------------------------------------------------------------
  /// Null until the first trace is there.
  const StepViewPtr& view() const { return m_view; }
  bool isBusy() const { return m_running > 0; }
  int stop() const { return m_stop; }
  const StepStop* current() const;
  void setStop(int stop);
  /// The first stop of a node in this phase; nothing happens when there is none.
  void goTo(StepPhase phase, const NodeId& node);
  bool canGoOn() const;
  bool canGoBack() const { return m_stop > 0; }
  /// Walks on by itself; a pace of 0 stops it.
  void play(double stopsPerSecond);
  bool isPlaying() const { return m_timer.isActive(); }
  /// Sample that grids and pictures of one sample show, an index among those of the step.
  int sample() const { return m_sample; }
  void setSample(int sample);

  // ---- what if ------------------------------------------------------------------------------------------------------------
  /// Puts another number in place of a weight, an input or a target, and traces anew.
  void change(const QString& element, double value);
  void takeBack(const QString& element);
  void takeBackAll();
  const std::vector<TraceChange>& changes() const { return m_changes; }
  /// A number as it was before the changes; nothing where there are none.
  std::optional<double> before(const QString& element) const;

  // ---- quiz ---------------------------------------------------------------------------------------------------------------
  enum class Answer { Open, Right, Wrong, Shown };
  /// The numbers formed at a stop are hidden until the learner has worked them out, or has them shown.
  void setQuiz(bool quiz);
  bool quiz() const { return m_quiz; }
  /// True when the number is not to be seen now.
  bool isHidden(const QString& element) const;
  Answer answerOf(const QString& element) const { return m_answers.value(element, Answer::Open); }
  /// Right within half a unit of the fourth decimal, or one per cent of the number: what a pocket calculator gives.
  Answer answer(const QString& element, double value);
  void showAnswer(const QString& element);
  /// Numbers that may be seen by now: answered right, or shown.
  QStringList answered() const;

  // ---- the number that is explained ---------------------------------------------------------------------------------------
  /// "dense1.weight.grad[0,1]"; empty: none.
  const QString& element() const { return m_element; }
  /// Explains a number of the view. Its stop becomes the current one; the number before can be gone back to.
  void follow(const QString& element);
  bool canReturn() const { return !m_trail.isEmpty(); }
  void goBackToNumber();
  /// Explains the number of this place in the trail again; what was followed behind it is forgotten.
  void goBackTo(int place);
  /// Numbers that were followed before this one, the oldest first.
  const QStringList& trail() const { return m_trail; }

  /// Central differences for the explained number and its neighbours; without rows where none can be formed.
  const StepChecks& checks() const { return m_checks; }
  /// Step of the differences, more than 0.
  void setDifferenceStep(double step);
  double differenceStep() const { return m_differenceStep; }
  /// The ways on which the loss depends on the explained number; null where it has no gradient, or they are not worked out yet.
  const std::shared_ptr<const GradientPaths>& paths() const { return m_paths; }

 public slots:
  void next();
  void back();
  void first();
  void last();

 signals:
  /// Another trace: all that is shown of the one before is void.
  void viewChanged();
  void stopChanged();
  void elementChanged();
  void quizChanged();
  /// A hidden number was worked out by the learner.
  void numberAnswered(const QString& element, bool right);
  void checksChanged();
  void pathsChanged();
  void sampleChanged(int sample);
  void playingChanged(bool playing);
  void busyChanged(bool busy);
  /// Why there is no trace: the network or the data do not allow one.
  void failed(const glassbox::Error& error);

 private:
  void trace();
  void forgetInputs();
  void look();
  void take(std::uint64_t number, const std::shared_ptr<Result<StepView>>& result);
  /// The number a learner sees first at a stop: a gradient of a weight, a new weight, else a number of the last array.
  QString firstElement(const StepStop& stop) const;
  int stopOf(const std::string& array, std::span<const std::int64_t> index) const;
  void drop();

  std::optional<TraceRequest> m_subject;
  std::vector<TraceChange> m_changes;
  bool m_quiz = false;
  QHash<QString, Answer> m_answers;
  std::vector<std::int64_t> m_rows{0};
  std::vector<EnteredSample> m_entered;
  Precision m_precision = Precision::Double;
  bool m_active = false;
  StepViewPtr m_view;
  int m_stop = 0, m_sample = 0;
  QString m_element;
  QStringList m_trail;
  StepChecks m_checks;
  double m_differenceStep = kDifferenceStep;
  std::shared_ptr<const GradientPaths> m_paths;
  QTimer m_timer;
  QThreadPool m_pool;
  std::uint64_t m_number = 0;   ///< of the newest trace that was asked for
  std::uint64_t m_looks = 0;    ///< of the newest checks and paths
  struct Worker;                ///< what the pool's one thread keeps between jobs
  std::shared_ptr<Worker> m_worker;
  int m_running = 0;
};

} // namespace glassbox
