#include "app/cli/paths.h"

#include <QCoreApplication>

#include <cstdlib>
#include <fstream>
#include <string>

namespace glassbox {
namespace {

namespace fs = std::filesystem;

fs::path folderIn(const fs::path& place, const char* name) {
  std::error_code ignored;  // what cannot be looked at is no folder
  return fs::is_directory(place / name, ignored) ? fs::weakly_canonical(place / name, ignored) : fs::path();
}

fs::path sourceTreeOf(const fs::path& program) {
  std::ifstream file(program / ".." / "source_tree.txt");
  std::string line;
  std::getline(file, line);
  return line;
}

}  // namespace

fs::path sharedFolderFrom(const fs::path& program, const char* name) {
  const fs::path installed = folderIn(program / GLASSBOX_SHARE_FROM_BIN, name);
  if (!installed.empty()) return installed;
  const fs::path tree = sourceTreeOf(program);
  return tree.empty() ? fs::path() : folderIn(tree, name);
}

fs::path sharedFolder(const char* name) {
  if (const char* share = std::getenv("GLASSBOX_SHARE"))
    if (fs::path found = folderIn(share, name); !found.empty()) return found;
  return sharedFolderFrom(QCoreApplication::applicationDirPath().toStdString(), name);
}

}  // namespace glassbox
