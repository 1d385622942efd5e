#include "engine/lesson/bookmarks.h"

#include <algorithm>

#include "engine/io/atomic_file.h"
#include "engine/io/json_reader.h"
#include "engine/io/json_writer.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kVersion = 1, kMostSections = 1000;
constexpr std::int64_t kMostBytes = std::int64_t{1} << 20;
constexpr const char* kFile = "bookmarks.json";

bool isThere(const fs::path& path) {
  std::error_code ignored;  // what cannot be looked at is met again when it is read
  return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

Bookmarks sorted(Bookmarks bookmarks) {
  std::sort(bookmarks.begin(), bookmarks.end());
  bookmarks.erase(std::unique(bookmarks.begin(), bookmarks.end()), bookmarks.end());
  return bookmarks;
}

}  // namespace

Bookmarks toggled(Bookmarks bookmarks, const Bookmark& place) {
  if (std::erase(bookmarks, place) == 0) bookmarks.push_back(place);
  return sorted(std::move(bookmarks));
}

Result<Bookmarks> parseBookmarks(std::string_view bytes, const std::string& place) {
  const Result<JsonDocument> document = parseJson(bytes, {place});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  const std::int64_t version = from.integer("glassbox_bookmarks", 1, kJsonWhole);
  if (faults.ok() && version > kVersion)
    return Error(GB_TEXT("engine", "A newer Glassbox saved these bookmarks: their version is %1, and this program reads up to %2.").arg(version).arg(kVersion), place);
  Bookmarks bookmarks;
  from.require("bookmarks");
  if (const auto list = from.array("bookmarks"))
    list->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      JsonReader one(item, faults);
      Bookmark bookmark;
      bookmark.lesson = one.text("lesson");
      bookmark.section = static_cast<int>(one.integer("section", 1, kMostSections));
      one.finish();
      bookmarks.push_back(std::move(bookmark));
    });
  from.finish();
  if (!faults.ok()) return faults.first();
  return sorted(std::move(bookmarks));
}

std::string writeBookmarks(const Bookmarks& bookmarks) {
  JsonWriter out;
  out.beginObject();
  out.integer("glassbox_bookmarks", kVersion);
  out.key("bookmarks");
  out.beginArray();
  for (const Bookmark& bookmark : bookmarks) {
    out.beginObject(JsonWriter::Form::Inline);
    out.text("lesson", bookmark.lesson);
    out.integer("section", bookmark.section);
    out.end();
  }
  out.end();
  out.end();
  return out.take();
}

Result<OpenedBookmarks> openBookmarks(const fs::path& folder) {
  OpenedBookmarks opened;
  const fs::path path = folder / kFile;
  if (!isThere(path)) return opened;
  const Result<std::string> bytes = readWholeFile(path, kMostBytes);
  if (!bytes) return bytes.error();
  Result<Bookmarks> bookmarks = parseBookmarks(*bytes, kFile);
  if (bookmarks) return opened.bookmarks = std::move(*bookmarks), opened;
  fs::path aside;
  for (int i = 1; aside.empty() || isThere(aside); ++i) aside = folder / ("bookmarks.broken-" + std::to_string(i) + ".json");
  std::error_code failed;
  fs::rename(path, aside, failed);
  if (failed) return Error(GB_TEXT("engine", "The bookmarks have something wrong in them and cannot be put aside: %1.").arg(failed.message()), path.string());
  opened.fault = Error(GB_TEXT("engine", "The bookmarks cannot be used: %1").arg(bookmarks.error().what), bookmarks.error().place,
                       GB_TEXT("engine", "The file is kept as %1; progress and projects are as they were.").arg(aside.string()));
  return opened;
}

Result<void> saveBookmarks(const fs::path& folder, const Bookmarks& bookmarks) {
  if (Result<void> made = makeFolder(folder); !made) return made;
  return replaceFile(folder / kFile, writeBookmarks(bookmarks));
}

}  // namespace glassbox
