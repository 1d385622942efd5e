#include "app/recovery_slot.h"

#include "engine/io/atomic_file.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr const char *kWork = "work", *kPath = "path", *kLock = "lock";
constexpr std::int64_t kLongestPath = 1 << 16;

fs::path workFile(const fs::path& folder) { return folder / (std::string(kWork) + ".glassbox"); }

} // namespace

std::unique_ptr<RecoverySlot> RecoverySlot::hold(const fs::path& folder) {
  auto lock = std::make_unique<QLockFile>(QString::fromStdString((folder / kLock).string()));
  lock->setStaleLockTime(0); // only a program that has ended lets it go
  if (!lock->tryLock(0)) return nullptr;
  return std::unique_ptr<RecoverySlot>(new RecoverySlot(folder, std::move(lock)));
}

Result<std::unique_ptr<RecoverySlot>> RecoverySlot::make(const fs::path& root) {
  const fs::path folder = root / QUuid::createUuid().toString(QUuid::Id128).toStdString();
  if (Result<void> made = makeFolder(folder); !made) return made.error();
  std::unique_ptr<RecoverySlot> slot = hold(folder);
  if (!slot) return Error(GB_TEXT("app", "The folder for recovery cannot be written to."), folder.string(), GB_TEXT("app", "Make room on its disk, or make it writable."));
  return slot;
}

std::vector<std::unique_ptr<RecoverySlot>> RecoverySlot::leftIn(const fs::path& root) {
  std::vector<std::unique_ptr<RecoverySlot>> left;
  std::error_code failed; // no folder: nothing was left
  for (fs::directory_iterator at(root, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (!at->is_directory(ignored) || at->is_symlink(ignored)) continue;
    std::unique_ptr<RecoverySlot> slot = hold(at->path());
    if (!slot) continue;
    if (slot->hasWork()) left.push_back(std::move(slot));
    else slot->remove();
  }
  std::sort(left.begin(), left.end(), [](const auto& a, const auto& b) { return a->savedAt() > b->savedAt(); });
  return left;
}

Result<void> RecoverySlot::save(const ShelvedWork& work, const QString& path) const {
  if (Result<void> kept = replaceFile(m_folder / kPath, path.toStdString()); !kept) return kept;
  return shelf().save(kWork, work);
}

bool RecoverySlot::isThere() const {
  std::error_code ignored; // what cannot be looked at cannot be written to either, and says why
  return fs::symlink_status(m_folder, ignored).type() != fs::file_type::not_found;
}

bool RecoverySlot::hasWork() const { return shelf().has(kWork); }

Result<ShelvedWork> RecoverySlot::work() const {
  Result<std::optional<ShelvedWork>> work = shelf().open(kWork);
  if (!work) return work.error();
  if (!*work) return Error(GB_TEXT("app", "The work that was kept is not there any more."), m_folder.string());
  return std::move(**work);
}

QString RecoverySlot::path() const {
  const Result<std::string> path = readWholeFile(m_folder / kPath, kLongestPath);
  return path ? QString::fromStdString(*path) : QString();
}

QDateTime RecoverySlot::savedAt() const { return QFileInfo(QString::fromStdString(workFile(m_folder).string())).lastModified(); }

void RecoverySlot::clear() const {
  if (!shelf().remove(kWork)) return; // it is offered once more, and does no harm
  removeRegularFile(m_folder / kPath);
}

void RecoverySlot::remove() {
  clear();
  if (hasWork()) return;
  m_lock->unlock();
  std::error_code ignored; // what stays is empty
  fs::remove_all(m_folder, ignored);
}

} // namespace glassbox
