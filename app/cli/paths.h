// Where the program's own files lie: beside the installed program, or in the source tree it was built from.
#pragma once

#include <filesystem>

namespace glassbox {

/// The folder "lessons" or "resources": in $GLASSBOX_SHARE, else as seen from the program's own folder. Empty when it is nowhere.
std::filesystem::path sharedFolder(const char* name);

/// As seen from `program`, the folder that holds the program. Installed, the files lie in share/glassbox beside bin. A program in its
/// build tree (build/release/app) finds in the folder above a file source_tree.txt, which is never installed: its one line names
/// the source tree. Nothing else is tried: /usr/local/bin must not take the folder /lessons for its own.
std::filesystem::path sharedFolderFrom(const std::filesystem::path& program, const char* name);

}  // namespace glassbox
