// A folder that keeps what is open in one running program, so that it can be given back after a crash.
#pragma once

#include "engine/io/work_shelf.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <filesystem>
#include <memory>

namespace glassbox {

/// Held by a lock while the program runs; a crash, kill or power cut leaves it behind with nobody holding it.
/// Owner: the GUI thread, but for `save`, which may run on another one while nothing else is called.
class RecoverySlot {
 public:
  /// A new one in `root`. Fails when the folder cannot be made.
  static Result<std::unique_ptr<RecoverySlot>> make(const std::filesystem::path& root);
  /// Those in `root` that nobody holds and that keep work, newest first; they are held from now on. Empty ones are removed.
  static std::vector<std::unique_ptr<RecoverySlot>> leftIn(const std::filesystem::path& root);

  /// `path`: the file that the work belongs to; empty: none yet.
  Result<void> save(const ShelvedWork& work, const QString& path) const;
  bool hasWork() const;
  /// Its folder may be taken away while the program runs.
  bool isThere() const;
  /// Fails when it cannot be used; then it lies aside in the same folder, where the error's hint says.
  Result<ShelvedWork> work() const;
  QString path() const;
  QDateTime savedAt() const;
  /// The work is saved elsewhere, or not wanted any more.
  void clear() const;
  /// The folder goes, with all that is in it.
  void remove();

 private:
  RecoverySlot(std::filesystem::path folder, std::unique_ptr<QLockFile> lock) : m_folder(std::move(folder)), m_lock(std::move(lock)) {}
  static std::unique_ptr<RecoverySlot> hold(const std::filesystem::path& folder);
  WorkShelf shelf() const { return WorkShelf(m_folder); }

  std::filesystem::path m_folder;
  std::unique_ptr<QLockFile> m_lock;
};

} // namespace glassbox
