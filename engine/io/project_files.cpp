// Projects and their weights on the disk: what is written first, what commits, what is removed last.
#include <algorithm>
#include <system_error>

#include "engine/io/atomic_file.h"
#include "engine/io/project.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kProjectEnd = ".glassbox";
constexpr std::string_view kWeightsEnd = ".safetensors";

std::string weightsName(const fs::path& project, const std::string& hash) {
  return project.stem().string() + "." + hash + std::string(kWeightsEnd);
}

/// True when another project in the folder may use these weights: a copy of this one under another name does.
bool isNamedElsewhere(const fs::path& project, const std::string& hash) {
  std::error_code failed;
  for (fs::directory_iterator at(project.parent_path().empty() ? "." : project.parent_path(), failed), end; !failed && at != end;
       at.increment(failed)) {
    if (at->path().extension() != kProjectEnd || at->path().filename() == project.filename()) continue;
    const Result<std::string> text = readWholeFile(at->path(), Project::kMaxBytes);
    if (!text || text->find(hash) != std::string::npos) return true;  // one that cannot be read may name them
  }
  return static_cast<bool>(failed);
}

/// Settings that are not finite are written as words and would come back as words.
bool sameSettings(const Project& a, const Project& b) {
  const auto sameRun = [](const RecordedRun& x, const RecordedRun& y) {
    return x.network == y.network && x.plan == y.plan && x.changes == y.changes;
  };
  return a.spec == b.spec && a.data == b.data && a.plan == b.plan &&
         std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(), sameRun);
}

/// The project's text, after reading it back has given the same project.
Result<std::string> soundText(const Project& project) {
  std::string text = writeProject(project);
  const Text hint = GB_TEXT("engine", "What was there before is unchanged.");
  const auto refuse = [&](const Text& why) {
    return Error(GB_TEXT("engine", "This project cannot be saved as it is, because it could not be opened again: %1").arg(why), {}, hint);
  };
  if (static_cast<std::int64_t>(text.size()) > Project::kMaxBytes)
    return refuse(GB_TEXT("engine", "It would be %1 bytes long, and %2 is the most.").arg(text.size()).arg(Project::kMaxBytes));
  const Result<Project> back = parseProject(text, "");
  if (!back) return refuse(back.error().what);
  if (!sameSettings(*back, project)) return refuse(GB_TEXT("engine", "One of its settings is not a finite number."));
  if (writeProject(*back) != text) return refuse(GB_TEXT("engine", "Not all of it would come back."));
  return text;
}

Error at(Error error, const fs::path& path) {
  if (error.place.empty()) error.place = path.string();
  return error;
}

}  // namespace

Result<Project> readProject(const fs::path& path, const FileCalls& calls) {
  const Result<std::string> bytes = readWholeFile(path, Project::kMaxBytes, calls);
  if (!bytes) return bytes.error();
  return parseProject(*bytes, path.string());
}

Result<void> checkProject(const Project& project) {
  const Result<std::string> text = soundText(project);
  if (!text) return text.error();
  return {};
}

Result<void> saveProject(const Project& project, const fs::path& path, const FileCalls& calls) {
  const Result<std::string> text = soundText(project);
  if (!text) return at(text.error(), path);
  return replaceFile(path, *text, calls);
}

Result<WeightsRef> saveProjectWithWeights(Project project, const TensorFile& weights, const fs::path& path, const FileCalls& calls) {
  const std::string tensors = writeSafetensors(weights);
  project.weights.hash = contentHash(tensors);
  project.weights.file = weightsName(path, project.weights.hash);
  const Result<std::string> text = soundText(project);
  if (!text) return at(text.error(), path);

  const Result<Project> earlier = readProject(path);  // none, or broken: then nothing of it is removed
  const WeightsRef before = earlier ? earlier->weights : WeightsRef{};
  const fs::path file = path.parent_path() / project.weights.file;
  std::error_code failed;
  const bool isNew = !fs::exists(fs::symlink_status(file, failed));

  if (Result<void> written = replaceFile(file, tensors, calls); !written) return written.error();
  if (Result<void> committed = replaceFile(path, *text, calls); !committed) {
    // The one failure behind the commit point leaves the new project in place: then its weights must stay.
    const Result<std::string> now = readWholeFile(path, Project::kMaxBytes);
    const bool stands = now && *now == *text;
    if (!stands && isNew && (now || !fs::exists(path, failed))) removeRegularFile(file, calls);
    return committed.error();
  }
  const bool isOurs = before.file == weightsName(path, before.hash);
  if (!before.file.empty() && isOurs && before.file != project.weights.file && !isNamedElsewhere(path, before.hash))
    removeRegularFile(path.parent_path() / before.file, calls);
  return project.weights;
}

Result<TensorFile> readProjectWeights(const Project& project, const fs::path& path, const FileCalls& calls) {
  if (project.weights.file.empty())
    return Error(GB_TEXT("engine", "No weights were saved with this project."), path.string(),
                 GB_TEXT("engine", "Train it, then save it again."));
  const fs::path file = path.parent_path() / project.weights.file;
  const Result<std::string> bytes = readWholeFile(file, kMaxTensorFile, calls);
  if (!bytes) return bytes.error();
  if (contentHash(*bytes) != project.weights.hash)
    return Error(GB_TEXT("engine", "These are not the weights that were saved with the project."), file.string(),
                 GB_TEXT("engine", "Put the original file back, or train again."));
  return parseSafetensors(std::span(reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size()), file.string());
}

}  // namespace glassbox
