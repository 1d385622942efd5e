// Where the program's own files lie: beside the installed program, or in the source tree it was built in.
#pragma once

#include <filesystem>

namespace glassbox {

/// The folder "lessons" or "resources": $GLASSBOX_SHARE, the installed share folder, or the tree above the build folder.
/// Empty when it is nowhere.
std::filesystem::path sharedFolder(const char* name);

} // namespace glassbox
