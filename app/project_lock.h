// Two programs with one project open: the second may look and save elsewhere, not overwrite.
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace glassbox {

/// Holds a file of a project by a lock beside it (".name.glassbox.lock"), also over a shared folder. A lock that a crash left is taken.
class ProjectLock {
 public:
  enum class State {
    Free,   ///< no file
    Held,
    Taken,  ///< by another program
  };

  /// Lets go of what was held and holds this file; empty: none. Where no lock can be made, in a folder that cannot be written to, the
  /// file counts as held: nobody can save there.
  State hold(const QString& path);
  State state() const { return m_state; }
  const QString& path() const { return m_path; }
  /// The computer on which it is open; empty when that is not known.
  QString holder() const { return m_holder; }

 private:
  std::unique_ptr<QLockFile> m_lock;
  QString m_path, m_holder;
  State m_state = State::Free;
};

} // namespace glassbox
