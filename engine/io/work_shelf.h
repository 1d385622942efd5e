// Where a learner's projects wait: one for each lesson as it was left, and their own project from before the lesson.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/core/result.h"
#include "engine/io/project.h"

namespace glassbox {

/// A project with the weights its shown run stands at; none: it was not trained, or its network has changed since.
struct ShelvedWork {
  Project project;
  std::optional<TensorFile> weights;
};

/// `folder`/<name>.glassbox with its weights beside it. Saves are atomic: after a crash the old work is there, or the new.
class WorkShelf {
 public:
  explicit WorkShelf(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  bool has(const std::string& name) const;
  Result<void> save(const std::string& name, const ShelvedWork& work, const FileCalls& calls = {}) const;
  /// Nothing when there is none. Fails when it cannot be used; then it lies aside, where the error's hint says.
  Result<std::optional<ShelvedWork>> open(const std::string& name) const;
  /// Renames it to "<name>.<word>-<number>.glassbox", out of the way of what comes. Returns the new path.
  Result<std::filesystem::path> putAside(const std::string& name, const std::string& word) const;
  /// Removes project and weights; nothing there is no fault.
  Result<void> remove(const std::string& name) const;

 private:
  std::filesystem::path pathOf(const std::string& name) const { return m_folder / (name + ".glassbox"); }

  std::filesystem::path m_folder;
};

}  // namespace glassbox
