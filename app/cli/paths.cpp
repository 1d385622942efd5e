#include "app/cli/paths.h"

#include <QCoreApplication>

#include <cstdlib>

namespace glassbox {

std::filesystem::path sharedFolder(const char* name) {
  namespace fs = std::filesystem;
  const fs::path program = fs::path(QCoreApplication::applicationDirPath().toStdString());
  std::vector<fs::path> places;
  if (const char* share = std::getenv("GLASSBOX_SHARE")) places.emplace_back(share);
  places.push_back(program / ".." / "share" / "glassbox");
  places.push_back(program / ".." / ".." / "..");  // build/<flavour>/app
  for (const fs::path& place : places) {
    std::error_code ignored;
    if (fs::is_directory(place / name, ignored)) return fs::weakly_canonical(place / name, ignored);
  }
  return {};
}

} // namespace glassbox
