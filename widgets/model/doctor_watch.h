// Has the doctor look at a run while it goes on, on a thread of its own, and brings the findings to the document.
#pragma once

#include "engine/experiment/doctor.h"
#include "widgets/model/training_session.h"

#include <QObject>
#include <QThreadPool>

#include <optional>
#include <stop_token>

namespace glassbox {

/// Owner: the GUI thread. The doctor trains short copies of its own: the run that is watched is not touched. Each network with its
/// settings and data is examined as soon as its run has done some steps, and once more with what has become of it when it has ended
/// or broken; another one ends the examination.
class DoctorWatch : public QObject {
  Q_OBJECT

 public:
  static constexpr std::int64_t kBegun = 20;  ///< steps: whoever goes step by step is left alone so long

  DoctorWatch(Document* document, TrainingSession* session, QObject* parent = nullptr);
  ~DoctorWatch() override;

  /// Off: nothing is examined, and what was found is taken back. A lesson tells its learner what to look for.
  void setEnabled(bool enabled);
  bool isEnabled() const { return m_enabled; }
  bool isExamining() const { return m_examining; }

 signals:
  /// An examination has ended; what it found is in the document.
  void examined();

 private:
  void look();
  void forget();
  void begin(std::optional<Lived> lived);
  void take(quint64 number, const Result<std::vector<Finding>>& found);

  Document* m_document;
  TrainingSession* m_session;
  QThreadPool m_pool;
  bool m_begun = false, m_lived = false;  ///< these settings are examined, or were; with the state that the run has ended in
  std::stop_source m_stop;
  quint64 m_number = 0;
  bool m_enabled = true, m_examining = false;
};

} // namespace glassbox
