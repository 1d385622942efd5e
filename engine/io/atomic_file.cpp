#include "engine/io/atomic_file.h"

#include <signal.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <system_error>
#include <vector>

namespace glassbox {
namespace {

namespace fs = std::filesystem;

// A signal may break a call off before it has done anything: then it is simply made again.
template<class Call> auto again(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

/// An open file, closed in any case. `close` itself is not repeated: after EINTR Linux has already given the number away.
class OpenFile {
 public:
  OpenFile(const FileCalls& calls, int number) : m_calls(calls), m_number(number) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() { close(); }

  bool isOpen() const { return m_number >= 0; }
  int number() const { return m_number; }
  bool close() {
    if (!isOpen()) return true;
    return m_calls.close(std::exchange(m_number, -1)) == 0 || errno == EINTR;
  }

 private:
  const FileCalls& m_calls;
  int m_number;
};

/// The temporary beside a file; removed unless it has been renamed.
class Temporary {
 public:
  Temporary(const FileCalls& calls, std::string path) : m_calls(calls), m_path(std::move(path)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!m_renamed) again([&] { return m_calls.unlink(m_path.c_str()); });
  }
  const std::string& path() const { return m_path; }
  void renamed() { m_renamed = true; }

 private:
  const FileCalls& m_calls;
  std::string m_path;
  bool m_renamed = false;
};

Text kindSentence(mode_t mode) {
  if (S_ISDIR(mode)) return GB_TEXT("engine", "This is a folder; a file is needed.");
  if (S_ISFIFO(mode)) return GB_TEXT("engine", "This is a pipe; a file on a disk is needed.");
  if (S_ISSOCK(mode)) return GB_TEXT("engine", "This is a socket; a file on a disk is needed.");
  return GB_TEXT("engine", "This is a device; a file on a disk is needed.");
}

Error readFailure(int code, const std::string& place) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return Error(GB_TEXT("engine", "There is no such file."), place,
                   GB_TEXT("engine", "It may have been moved or renamed; choose it again."));
    case EACCES:
    case EPERM:
      return Error(GB_TEXT("engine", "You have no right to read this file."), place,
                   GB_TEXT("engine", "Ask its owner, or open a copy in a folder of your own."));
    case ELOOP: return Error(GB_TEXT("engine", "This link leads in a circle."), place, GB_TEXT("engine", "Open the file itself."));
    case ENAMETOOLONG: return Error(GB_TEXT("engine", "The name of this file is too long."), place);
    case EMFILE:
    case ENFILE:
      return Error(GB_TEXT("engine", "Too many files are open at this moment."), place,
                   GB_TEXT("engine", "Close some programs and try again."));
    case ENXIO:
    case EISDIR: return Error(GB_TEXT("engine", "This is not a file on a disk."), place, GB_TEXT("engine", "Open a file."));
    default:
      return Error(GB_TEXT("engine", "The disk could not read this file to its end (system code %1).").arg(code), place,
                   GB_TEXT("engine", "Try again, or open another copy."));
  }
}

Error writeFailure(int code, const std::string& place, std::size_t bytes) {
  const Text unchanged = GB_TEXT("engine", "What was there before is unchanged.");
  switch (code) {
    case ENOSPC:
    case EDQUOT:
      return Error(GB_TEXT("engine", "The disk is full: %1 bytes were not saved.").arg(bytes), place,
                   GB_TEXT("engine", "Make room or choose another folder. What was there before is unchanged."));
    case EFBIG:
      return Error(GB_TEXT("engine", "This disk does not take a file of %1 bytes.").arg(bytes), place,
                   GB_TEXT("engine", "Choose another disk. What was there before is unchanged."));
    case EROFS:
    case EACCES:
    case EPERM:
      return Error(GB_TEXT("engine", "The folder is read-only: the file was not saved."), place,
                   GB_TEXT("engine", "Choose another folder. What was there before is unchanged."));
    case ENOENT:
    case ENOTDIR:
      return Error(GB_TEXT("engine", "The folder is not there: the file was not saved."), place,
                   GB_TEXT("engine", "It may have been moved, or its disk taken out; choose another folder."));
    case ENAMETOOLONG:
      return Error(GB_TEXT("engine", "The name of this file is too long: it was not saved."), place,
                   GB_TEXT("engine", "Choose a shorter name."));
    case ELOOP:
      return Error(GB_TEXT("engine", "This link leads in a circle: the file was not saved."), place,
                   GB_TEXT("engine", "Choose another name."));
    case EMFILE:
    case ENFILE:
      return Error(GB_TEXT("engine", "Too many files are open at this moment: the file was not saved."), place,
                   GB_TEXT("engine", "Close some programs and try again. What was there before is unchanged."));
    default:
      return Error(GB_TEXT("engine", "The disk did not take the file (system code %1): it was not saved.").arg(code), place, unchanged);
  }
}

constexpr std::string_view kTemporaryEnd = ".saving";

/// ".net.glassbox." — the process and a number follow. Long names are cut (between characters), so that the whole fits.
std::string temporaryStart(const fs::path& path) {
  std::string name = path.filename().string();
  if (name.size() > 200) {
    std::size_t end = 200;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  return "." + name + ".";
}

/// Process that made the temporary `name`; 0 when `name` is not a temporary that begins with `start`.
pid_t makerOf(std::string_view name, std::string_view start) {
  if (!name.starts_with(start) || !name.ends_with(kTemporaryEnd) || name.size() < start.size() + kTemporaryEnd.size()) return 0;
  name.remove_prefix(start.size());
  name.remove_suffix(kTemporaryEnd.size());
  const char* end = name.data() + name.size();
  pid_t process = 0;
  int number = 0;
  auto [dash, error] = std::from_chars(name.data(), end, process);
  if (error != std::errc() || dash == end || *dash != '-' || process <= 0) return 0;
  auto [last, tail] = std::from_chars(dash + 1, end, number);
  return tail == std::errc() && last == end ? process : 0;
}

fs::path folderOf(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// All of `bytes`, however many calls it takes; 0, or errno.
int writeAll(const FileCalls& calls, int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = again([&] { return calls.write(file, bytes.data(), bytes.size()); });
    if (written < 0) return errno;
    if (written == 0) return EIO;  // or this loop would never end
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// The regular file that stands behind a name, links followed; what is none is refused.
struct Target {
  fs::path path;
  bool exists = false;
  mode_t mode = 0666;  ///< of the new file
};

Result<Target> targetOf(const fs::path& path, std::size_t bytes, const FileCalls& calls) {
  const std::string place = path.string();
  if (!path.has_filename() || path.filename() == "." || path.filename() == "..")
    return Error(GB_TEXT("engine", "A name for the file is missing: nothing was saved."), place,
                 GB_TEXT("engine", "Write a name behind the folder."));
  Target target{path};
  struct stat old {};
  target.exists = again([&] { return calls.lstat(place.c_str(), &old); }) == 0;
  if (!target.exists && errno != ENOENT) return writeFailure(errno, place, bytes);
  if (!target.exists) return target;
  if (S_ISLNK(old.st_mode)) {
    std::error_code failed;
    target.path = fs::canonical(path, failed);
    if (failed)
      return Error(GB_TEXT("engine", "This is a link to a file that is not there: nothing was saved."), place,
                   GB_TEXT("engine", "Choose another name."));
    if (again([&] { return calls.lstat(target.path.c_str(), &old); }) < 0) return writeFailure(errno, place, bytes);
  }
  if (!S_ISREG(old.st_mode))
    return Error(kindSentence(old.st_mode), place, GB_TEXT("engine", "Nothing was saved; choose another name."));
  if ((old.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
    return Error(GB_TEXT("engine", "This file is marked read-only: it was not replaced."), place,
                 GB_TEXT("engine", "Choose another name, or take the mark away."));
  target.mode = old.st_mode & 0777;
  return target;
}

/// A new file beside the target, open for writing; `name` becomes its path. Negative, with errno, when there can be none.
int openTemporary(const Target& target, std::string& name, const FileCalls& calls) {
  const std::string start = (folderOf(target.path) / (temporaryStart(target.path) + std::to_string(::getpid()) + "-")).string();
  int number = -1;
  for (int attempt = 1; number < 0 && attempt <= 100; ++attempt) {  // other threads may be saving the same file
    name = start + std::to_string(attempt) + std::string(kTemporaryEnd);
    number = again([&] { return calls.open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, target.mode); });
    if (number < 0 && errno != EEXIST) break;
  }
  return number;
}

}  // namespace

Result<std::string> readWholeFile(const fs::path& path, std::int64_t limit, const FileCalls& calls) {
  const std::string place = path.string();
  // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever. O_NOCTTY: a terminal must not become ours.
  OpenFile file(calls, again([&] { return calls.open(place.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0); }));
  if (!file.isOpen()) return readFailure(errno, place);
  struct stat facts {};
  if (again([&] { return calls.fstat(file.number(), &facts); }) < 0) return readFailure(errno, place);
  if (!S_ISREG(facts.st_mode)) return Error(kindSentence(facts.st_mode), place);

  const auto tooLong = [&](std::int64_t size) {
    return Error(GB_TEXT("engine", "The file is %1 bytes long; a file of this kind may have at most %2.").arg(size).arg(limit), place,
                 GB_TEXT("engine", "Is it the right file?"));
  };
  if (facts.st_size > limit) return tooLong(facts.st_size);
  // The file may grow or shrink while it is read: only its end decides. One byte more than it has finds the end at once.
  std::string bytes(static_cast<std::size_t>(facts.st_size) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    const ssize_t got = again([&] { return calls.read(file.number(), bytes.data() + size, bytes.size() - size); });
    if (got < 0) return readFailure(errno, place);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (static_cast<std::int64_t>(size) > limit) return tooLong(static_cast<std::int64_t>(size));
    if (size == bytes.size()) bytes.resize(std::min(size * 2, static_cast<std::size_t>(limit) + 1));
  }
  bytes.resize(size);
  return bytes;
}

Result<void> replaceFile(const fs::path& path, std::string_view bytes, const FileCalls& calls) {
  const std::string place = path.string();
  const Result<Target> found = targetOf(path, bytes.size(), calls);
  if (!found) return found.error();
  const fs::path& target = found->path;

  removeLeftovers(target);
  const fs::path folder = folderOf(target);
  // A folder may allow writing without reading; then it cannot be synced, and everything else still holds.
  OpenFile folderFile(calls, again([&] { return calls.open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0); }));
  if (!folderFile.isOpen() && errno != EACCES) return writeFailure(errno, place, bytes.size());

  std::string name;
  const int number = openTemporary(*found, name, calls);
  if (number < 0) return writeFailure(errno, place, bytes.size());

  Temporary temporary(calls, name);
  OpenFile file(calls, number);
  // The umask may have taken rights away that the old file had. A disk without rights refuses: then nothing is lost.
  if (found->exists) again([&] { return calls.fchmod(file.number(), found->mode); });
  if (int code = writeAll(calls, file.number(), bytes); code != 0) return writeFailure(code, place, bytes.size());
  if (again([&] { return calls.fsync(file.number()); }) < 0) return writeFailure(errno, place, bytes.size());
  if (!file.close()) return writeFailure(errno, place, bytes.size());
  if (again([&] { return calls.rename(name.c_str(), target.c_str()); }) < 0) return writeFailure(errno, place, bytes.size());
  temporary.renamed();

  // EINVAL: a file system that cannot sync folders has nothing to sync.
  if (folderFile.isOpen() && again([&] { return calls.fsync(folderFile.number()); }) < 0 && errno != EINVAL)
    return Error(
        GB_TEXT("engine", "The file was saved, but the disk did not confirm it (system code %1): a power cut could still take it away.")
            .arg(errno),
        place, GB_TEXT("engine", "Save again, or save to another disk."));
  return {};
}

Result<void> checkReplaceable(const fs::path& path, const FileCalls& calls) {
  const Result<Target> target = targetOf(path, 0, calls);
  if (!target) return target.error();
  std::string name;
  const int number = openTemporary(*target, name, calls);
  if (number < 0) return writeFailure(errno, path.string(), 0);
  const Temporary temporary(calls, name);
  OpenFile(calls, number).close();
  return {};
}

Result<void> makeFolder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) return {};
  const std::string place = folder.string();
  switch (failed.value()) {
    case ENOSPC:
    case EDQUOT: return Error(GB_TEXT("engine", "The disk is full: this folder was not made."), place, GB_TEXT("engine", "Make room."));
    case EROFS:
    case EACCES:
    case EPERM: return Error(GB_TEXT("engine", "This folder cannot be made: the one above it is read-only."), place, GB_TEXT("engine", "Ask whoever looks after this computer to make it writable."));
    case ENOTDIR:
    case EEXIST: return Error(GB_TEXT("engine", "This folder cannot be made: a file of its name is in the way."), place, GB_TEXT("engine", "Rename that file."));
    default: return Error(GB_TEXT("engine", "This folder cannot be made (system code %1).").arg(failed.value()), place, GB_TEXT("engine", "Check the disk."));
  }
}

void removeLeftovers(const fs::path& path) {
  const std::string start = temporaryStart(path);
  std::vector<fs::path> found;
  std::error_code failed;
  for (fs::directory_iterator at(folderOf(path), fs::directory_options::skip_permission_denied, failed), end; !failed && at != end;
       at.increment(failed)) {
    const pid_t maker = makerOf(at->path().filename().string(), start);
    if (maker > 0 && ::kill(maker, 0) < 0 && errno == ESRCH) found.push_back(at->path());
  }
  for (const fs::path& leftover : found) removeRegularFile(leftover);
}

bool removeRegularFile(const fs::path& path, const FileCalls& calls) {
  struct stat facts {};
  if (again([&] { return calls.lstat(path.c_str(), &facts); }) < 0) return errno == ENOENT;
  return S_ISREG(facts.st_mode) && again([&] { return calls.unlink(path.c_str()); }) == 0;
}

std::string hexDigits(std::uint64_t value) {
  std::string out(16, '0');
  for (std::size_t i = 0; i < 16; ++i) out[15 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15];
  return out;
}

bool readHexDigits(std::string_view text, std::uint64_t& value) {
  const bool sixteen = text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return sixteen && std::from_chars(text.data(), text.data() + 16, value, 16).ec == std::errc();
}

std::string contentHash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return hexDigits(hash);
}

}  // namespace glassbox
