// Keeps what is open while it is worked on and trained, so that a crash costs seconds.
#pragma once

#include "engine/io/work_shelf.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace glassbox {

class Document;
class RunList;
class TrainingSession;

/// Owner: the main window's thread. Every few seconds, when something has changed, it takes the project and the run's state between
/// two steps, without stopping it, and has another thread write both.
class Autosave : public QObject {
  Q_OBJECT

 public:
  /// Writes the work to where it is kept now; called on another thread.
  using Write = std::function<Result<void>(const ShelvedWork&)>;
  /// Asked at each beat: how to write; nothing: there is nothing that could be lost.
  using Place = std::function<std::optional<Write>()>;

  Autosave(const Document* document, TrainingSession* session, RunList* runs, Place place, QObject* parent);
  ~Autosave() override;

  /// Between two savings. A saving that takes long waits longer for the next: twenty times as long, but never beyond kLongest.
  void setInterval(int ms);
  /// What is on its way is written, and nothing more while this lives: its owner writes, moves or removes what is kept.
  class Rest {
   public:
    explicit Rest(Autosave* autosave);
    ~Rest();
    Rest(const Rest&) = delete;
    Rest& operator=(const Rest&) = delete;

   private:
    QPointer<Autosave> m_autosave;
  };

  /// What is on its way is written, and nothing more: the window has been closed.
  void end();

  static constexpr int kInterval = 10'000, kLongest = 25'000; ///< ms

 signals:
  void kept();
  /// It could not be kept; told once until it can be again.
  void failed(const glassbox::Error& error);

 private:
  void beat();
  void rest();
  void write(ShelvedWork work, Write how);
  void written(const Result<void>& result, qint64 took);

  const Document* m_document;
  TrainingSession* m_session;
  RunList* m_runs;
  Place m_place;
  QTimer m_timer;
  int m_interval = kInterval;
  QElapsedTimer m_sinceLast;
  qint64 m_wait = 0;            ///< ms from the last saving to the next
  bool m_changed = false;       ///< project or list of runs, since the last saving began
  std::int64_t m_step = 0;      ///< of the run, at the last saving
  std::string m_run;
  quint64 m_asked = 0;          ///< answers to earlier questions come too late
  bool m_waiting = false;       ///< for the run's state
  bool m_failed = false;
  std::jthread m_writer;
  bool m_writing = false;
  int m_held = 0;               ///< Rests that live
};

} // namespace glassbox
