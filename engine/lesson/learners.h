// The learners of this computer: a folder for each with all that is kept of them, so that nothing is left when it goes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/lesson/progress.h"

namespace glassbox {

struct LearnerEntry {
  std::string id;    ///< the name of their folder; says nothing about them
  std::string name;  ///< a nickname; empty: none was given
  bool operator==(const LearnerEntry&) const = default;
};

/// Progress as it was found. With a `fault` it is empty but for the nickname, and the file that could not be read lies at `aside`.
struct OpenedProgress {
  Progress progress;
  std::optional<Error> fault;
  std::filesystem::path aside;
};

/// A nickname as it is kept, without blanks around it. Fails when it is empty, longer than 40 characters, or holds signs that
/// cannot be seen (line breaks, marks that turn the direction of writing).
Result<std::string> nickname(const std::string& typed);

/// Whether words from a file may be shown as they are: UTF-8 of at most `most` bytes without signs that cannot be seen.
bool isPlain(const std::string& words, std::size_t most);

/// `folder`/learners/<id>/progress.json and whatever else is kept of a learner beside it. Saves are atomic.
class LearnerStore {
 public:
  static constexpr const char* kFirst = "first";  ///< the learner whom nobody had to make

  explicit LearnerStore(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  /// The first learner, then the others by name. Fails when the folder cannot be listed.
  Result<std::vector<LearnerEntry>> list() const;
  /// Fails when the learner has a file that cannot be read at all; then it is left where it is and must not be replaced. One with
  /// something wrong in it is put aside.
  Result<OpenedProgress> open(const std::string& id) const;
  Result<void> save(const std::string& id, const Progress& progress) const;

  /// The new learner's id. Fails for a name that another learner has.
  Result<std::string> add(const std::string& name) const;
  Result<void> rename(const std::string& id, const std::string& name) const;
  /// Removes the folder with all that is in it. Fails when something of it stays.
  Result<void> remove(const std::string& id) const;

  /// Takes over the progress that earlier versions kept in `file`, for the first learner; no file: nothing to do.
  Result<void> adopt(const std::filesystem::path& file) const;

  std::filesystem::path folderOf(const std::string& id) const;

 private:
  Result<void> nameIsFree(const std::string& name, const std::string& but) const;

  std::filesystem::path m_folder;
};

}  // namespace glassbox
