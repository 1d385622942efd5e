// Places in lessons that a learner has marked: as pure data, as the text of a file, and the file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace glassbox {

struct Bookmark {
  std::string lesson;  ///< id
  int section = 1;     ///< as the lesson's head counts them; the same in every language
  auto operator<=>(const Bookmark&) const = default;
};

/// Sorted; each place once.
using Bookmarks = std::vector<Bookmark>;

/// The mark is set where there was none, and removed where there was one.
Bookmarks toggled(Bookmarks bookmarks, const Bookmark& place);

/// Strict, like progress.
Result<Bookmarks> parseBookmarks(std::string_view bytes, const std::string& place);
std::string writeBookmarks(const Bookmarks& bookmarks);

/// Bookmarks as they were found. With a `fault` there are none, and the file lies aside, where its hint says.
struct OpenedBookmarks {
  Bookmarks bookmarks;
  std::optional<Error> fault;
};

/// `folder`/bookmarks.json; none when there is no file. Fails when it cannot be read at all; then it must not be replaced.
Result<OpenedBookmarks> openBookmarks(const std::filesystem::path& folder);
/// Atomic.
Result<void> saveBookmarks(const std::filesystem::path& folder, const Bookmarks& bookmarks);

}  // namespace glassbox
