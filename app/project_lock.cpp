#include "app/project_lock.h"

#include <QFileInfo>

namespace glassbox {

ProjectLock::State ProjectLock::hold(const QString& path) {
  if (path == m_path && m_state != State::Taken) return m_state;
  m_lock.reset();
  m_holder.clear();
  m_path = path;
  m_state = State::Free;
  if (path.isEmpty()) return m_state;
  const QFileInfo file(QFileInfo(path).exists() ? QFileInfo(path).canonicalFilePath() : path); // a link and its file are one project
  m_lock = std::make_unique<QLockFile>(file.absolutePath() + QStringLiteral("/.") + file.fileName() + QStringLiteral(".lock"));
  m_lock->setStaleLockTime(0); // however long it is open
  m_state = m_lock->tryLock(0) || m_lock->error() != QLockFile::LockFailedError ? State::Held : State::Taken;
  if (m_state == State::Held) return m_state;
  qint64 process = 0;
  QString program, computer;
  if (m_lock->getLockInfo(&process, &computer, &program)) m_holder = computer;
  m_lock.reset();
  return m_state;
}

} // namespace glassbox
