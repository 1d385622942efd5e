// A lesson in a temporary folder that a test breaks in one place at a time.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "engine/lesson/lesson.h"

namespace lesson_test {

inline std::filesystem::path lessonsFolder() { return std::filesystem::path(GLASSBOX_SOURCE_DIR) / "lessons"; }
inline std::filesystem::path glossaryFile() { return lessonsFolder().parent_path() / "resources" / "glossary.json"; }

inline std::string get(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}
inline void put(const std::filesystem::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// The text between ``` lines of README.md; `tag` is what stands behind the opening one.
inline std::string exampleOf(const std::string& readme, const std::string& tag) {
  const std::string open = "```" + tag + "\n";
  const std::size_t begin = readme.find(open);
  if (begin == std::string::npos) return {};
  return readme.substr(begin + open.size(), readme.find("\n```", begin + open.size()) + 1 - begin - open.size());
}

/// The example of the guide, written into a folder called "first".
class LessonFolder {
 public:
  LessonFolder() {
    const std::string readme = LessonFolder::readme();
    files = {{"lesson.json", exampleOf(readme, "json")},
             {"en.md", exampleOf(readme, "markdown en")},
             {"zh_CN.md", exampleOf(readme, "markdown zh_CN")},
             {"picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"><path d=\"M2 18L18 2\"/></svg>\n"}};
  }

  static std::string readme() { return get(lessonsFolder() / "README.md"); }

  /// Replaces the first `from`; false when it is not there.
  bool replace(const std::string& file, const std::string& from, const std::string& to) {
    std::string& text = files[file];
    const std::size_t at = text.find(from);
    if (at == std::string::npos) return false;
    text.replace(at, from.size(), to);
    return true;
  }

  std::filesystem::path write() {
    const std::filesystem::path folder = std::filesystem::path(m_dir.path().toStdString()) / "first";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    for (const auto& [name, text] : files) put(folder / name, text);
    return folder;
  }

  std::map<std::string, std::string> files;

 private:
  QTemporaryDir m_dir;
};

inline QByteArray words(const glassbox::Error& error) { return QByteArray::fromStdString(english(error)); }
template<class T> QByteArray failure(const glassbox::Result<T>& result) { return result.ok() ? QByteArray("no fault") : words(result.error()); }

}  // namespace lesson_test
