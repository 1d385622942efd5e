#include "engine/io/work_shelf.h"

#include "engine/io/atomic_file.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path& path) {
  std::error_code ignored;  // what cannot be looked at is met again when it is read
  return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

/// The weights that were saved with the project at `path`; empty: none, or the project cannot be read.
fs::path weightsOf(const fs::path& path) {
  const Result<Project> project = readProject(path);
  const std::string own = project ? path.stem().string() + "." + project->weights.hash + ".safetensors" : std::string();
  return project && project->weights.file == own ? path.parent_path() / own : fs::path();
}

Result<ShelvedWork> read(const fs::path& path) {
  Result<Project> project = readProject(path);
  if (!project) return project.error();
  ShelvedWork work{std::move(*project), std::nullopt};
  if (work.project.weights.file.empty()) return work;
  Result<TensorFile> weights = readProjectWeights(work.project, path);
  if (!weights) return weights.error();
  work.weights = std::move(*weights);
  work.project.weights = {};  // it is in no file of the user's
  return work;
}

}  // namespace

bool WorkShelf::has(const std::string& name) const { return isThere(pathOf(name)); }

Result<void> WorkShelf::save(const std::string& name, const ShelvedWork& work, const FileCalls& calls) const {
  if (Result<void> made = makeFolder(m_folder); !made) return made;
  const fs::path path = pathOf(name);
  if (work.weights) {
    const Result<WeightsRef> saved = saveProjectWithWeights(work.project, *work.weights, path, calls);
    if (!saved) return saved.error();
    return {};
  }
  const fs::path before = weightsOf(path);
  Project project = work.project;
  project.weights = {};
  if (Result<void> saved = saveProject(project, path, calls); !saved) return saved;
  if (!before.empty()) removeRegularFile(before);  // if it stays, it does no harm
  return {};
}

Result<std::optional<ShelvedWork>> WorkShelf::open(const std::string& name) const {
  if (!has(name)) return std::optional<ShelvedWork>();
  Result<ShelvedWork> work = read(pathOf(name));
  if (work) return std::optional(std::move(*work));
  const Result<fs::path> aside = putAside(name, "broken");
  if (!aside) return aside.error();
  return Error(work.error().what, work.error().place, GB_TEXT("engine", "The file is kept as %1.").arg(aside->string()));
}

Result<fs::path> WorkShelf::putAside(const std::string& name, const std::string& word) const {
  for (int i = 1;; ++i) {
    const fs::path aside = pathOf(name + "." + word + "-" + std::to_string(i));
    if (isThere(aside)) continue;
    std::error_code failed;
    fs::rename(pathOf(name), aside, failed);
    if (failed) return Error(GB_TEXT("engine", "It cannot be put aside: %1.").arg(failed.message()), pathOf(name).string());
    return aside;
  }
}

Result<void> WorkShelf::remove(const std::string& name) const {
  const fs::path path = pathOf(name);
  if (!isThere(path)) return {};
  const fs::path weights = weightsOf(path);
  if (!removeRegularFile(path)) return Error(GB_TEXT("engine", "What was kept could not be removed."), path.string());
  if (!weights.empty()) removeRegularFile(weights);  // if it stays, it does no harm
  return {};
}

}  // namespace glassbox
