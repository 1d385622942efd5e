#include "engine/lesson/learners.h"

#include <algorithm>
#include <random>

#include "engine/io/atomic_file.h"
#include "engine/io/json_value.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostBytes = std::int64_t{16} << 20;
constexpr std::size_t kLongestName = 40;  // characters
constexpr const char* kFile = "progress.json";

/// C0, C1, the marks of direction, and other signs that take no room.
bool isUnseen(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

/// The characters of sound UTF-8.
std::u32string charactersOf(const std::string& words) {
  std::u32string out;
  for (const char one : words) {
    const auto byte = static_cast<unsigned char>(one);
    if ((byte & 0xC0) == 0x80) out.back() = out.back() << 6 | (byte & 0x3F);
    else out.push_back(byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07);
  }
  return out;
}

bool isId(const std::string& name) {
  std::uint64_t ignored = 0;
  return name == LearnerStore::kFirst || readHexDigits(name, ignored);
}

/// A name beside `file` that nothing has yet: "progress.broken-1.json".
fs::path freeName(const fs::path& folder, const std::string& word) {
  std::error_code ignored;
  for (int i = 1;; ++i)
    if (fs::path path = folder / ("progress." + word + "-" + std::to_string(i) + ".json"); fs::symlink_status(path, ignored).type() == fs::file_type::not_found) return path;
}

/// What a file with something wrong in it says the nickname is.
std::string nameIn(const std::string& bytes) {
  const Result<JsonDocument> document = parseJson(bytes, {});
  if (!document) return {};
  const std::optional<JsonValue> name = document->root().find("learner");
  const std::string words = name && name->kind() == JsonKind::Text ? name->text() : std::string();
  const Result<std::string> sound = nickname(words);
  return sound ? *sound : std::string();
}

Error system(Text what, const fs::path& path, const std::error_code& why) { return Error(std::move(what).arg(why.message()), path.string()); }

}  // namespace

bool isPlain(const std::string& words, std::size_t most) {
  if (words.size() > most || badUtf8(words)) return false;
  const std::u32string characters = charactersOf(words);
  return std::none_of(characters.begin(), characters.end(), isUnseen);
}

Result<std::string> nickname(const std::string& typed) {
  const std::size_t begin = typed.find_first_not_of(" \t"), end = typed.find_last_not_of(" \t");
  if (begin == std::string::npos) return Error(GB_TEXT("engine", "The nickname is empty."), {}, GB_TEXT("engine", "Type any name; it stays on this computer."));
  const std::string name = typed.substr(begin, end - begin + 1);
  if (!isPlain(name, 4 * kLongestName))
    return Error(GB_TEXT("engine", "The nickname is too long, or holds signs that cannot be seen."), {}, GB_TEXT("engine", "Use up to %1 letters.").arg(kLongestName));
  if (charactersOf(name).size() > kLongestName) return Error(GB_TEXT("engine", "The nickname is longer than %1 characters.").arg(kLongestName));
  return name;
}

fs::path LearnerStore::folderOf(const std::string& id) const { return m_folder / "learners" / id; }

Result<std::vector<LearnerEntry>> LearnerStore::list() const {
  std::vector<LearnerEntry> learners{{kFirst, {}}};
  const fs::path folder = m_folder / "learners";
  std::error_code failed;
  if (!fs::exists(folder, failed)) return learners;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;  // what cannot be looked at is no learner
    const std::string id = at->path().filename().string();
    if (at->symlink_status(ignored).type() != fs::file_type::directory || !isId(id)) continue;
    const Result<std::string> bytes = readWholeFile(at->path() / kFile, kMostBytes);
    const std::string name = bytes ? nameIn(*bytes) : std::string();
    if (id == kFirst) learners[0].name = name;
    else learners.push_back({id, name});
  }
  if (failed) return system(GB_TEXT("engine", "The learners' folder cannot be listed: %1."), folder, failed);
  std::sort(learners.begin() + 1, learners.end(), [](const LearnerEntry& a, const LearnerEntry& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
  return learners;
}

Result<OpenedProgress> LearnerStore::open(const std::string& id) const {
  OpenedProgress opened;
  const fs::path folder = folderOf(id), path = folder / kFile;
  std::error_code failed;
  if (fs::symlink_status(path, failed).type() == fs::file_type::not_found) return opened;
  const Result<std::string> bytes = readWholeFile(path, kMostBytes);
  if (!bytes) return bytes.error();
  Result<Progress> progress = parseProgress(*bytes, path.filename().string());
  if (progress) return opened.progress = *std::move(progress), opened;
  opened.progress.learner = nameIn(*bytes);
  opened.aside = freeName(folder, "broken");
  fs::rename(path, opened.aside, failed);
  if (failed) return system(GB_TEXT("engine", "The progress has something wrong in it and cannot be put aside: %1."), path, failed);
  opened.fault = Error(GB_TEXT("engine", "The progress of this learner cannot be used: %1").arg(progress.error().what), progress.error().place,
                       GB_TEXT("engine", "The file is kept as %1; the lessons begin anew.").arg(opened.aside.string()));
  return opened;
}

Result<void> LearnerStore::save(const std::string& id, const Progress& progress) const {
  if (Result<void> made = makeFolder(folderOf(id)); !made) return made;
  return replaceFile(folderOf(id) / kFile, writeProgress(progress));
}

Result<void> LearnerStore::nameIsFree(const std::string& name, const std::string& but) const {
  const Result<std::vector<LearnerEntry>> learners = list();
  if (!learners) return learners.error();
  for (const LearnerEntry& learner : *learners)
    if (learner.id != but && learner.name == name)
      return Error(GB_TEXT("engine", "There is a learner called %1 on this computer already.").arg(name), {}, GB_TEXT("engine", "Choose another nickname."));
  return {};
}

Result<std::string> LearnerStore::add(const std::string& typed) const {
  const Result<std::string> name = nickname(typed);
  if (!name) return name.error();
  if (Result<void> free = nameIsFree(*name, {}); !free) return free.error();
  std::random_device random;  // an id says nothing about its learner, and is not used again
  std::string id;
  std::error_code ignored;
  do id = hexDigits(std::uint64_t{random()} << 32 | random());
  while (fs::exists(folderOf(id), ignored));
  Progress progress;
  progress.learner = *name;
  if (Result<void> saved = save(id, progress); !saved) return saved.error();
  return id;
}

Result<void> LearnerStore::rename(const std::string& id, const std::string& typed) const {
  const Result<std::string> name = nickname(typed);
  if (!name) return name.error();
  if (Result<void> free = nameIsFree(*name, id); !free) return free;
  Result<OpenedProgress> opened = open(id);
  if (!opened) return opened.error();
  opened->progress.learner = *name;
  return save(id, opened->progress);
}

Result<void> LearnerStore::remove(const std::string& id) const {
  if (!isId(id)) return Error(GB_TEXT("engine", "There is no learner \"%1\".").arg(id));
  std::error_code failed;
  fs::remove_all(folderOf(id), failed);
  if (failed) return system(GB_TEXT("engine", "Something of this learner could not be removed: %1."), folderOf(id), failed);
  return {};
}

Result<void> LearnerStore::adopt(const fs::path& file) const {
  std::error_code failed;
  if (fs::symlink_status(file, failed).type() == fs::file_type::not_found) return {};
  const Result<std::string> bytes = readWholeFile(file, kMostBytes);
  if (!bytes) return bytes.error();
  const fs::path folder = folderOf(kFirst);
  if (Result<void> made = makeFolder(folder); !made) return made;
  fs::path target = folder / kFile;
  if (fs::symlink_status(target, failed).type() != fs::file_type::not_found) target = freeName(folder, "earlier");
  if (Result<void> saved = replaceFile(target, *bytes); !saved) return saved;
  if (!removeRegularFile(file)) return Error(GB_TEXT("engine", "The progress of the earlier version was taken over, but its file could not be removed."), file.string());
  return {};
}

}  // namespace glassbox
