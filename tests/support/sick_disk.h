// A disk that fails below one folder, for the whole program: the system calls of the engine, of Qt and of the C++ library.
#pragma once

#include <filesystem>

/// From its making to its end; one at a time.
class SickDisk {
 public:
  enum class Illness {
    Full,      ///< nothing more can be written, no folder made
    ReadOnly,  ///< nothing can be written, made, renamed or removed
  };

  SickDisk(Illness illness, const std::filesystem::path& folder);
  ~SickDisk();
  SickDisk(const SickDisk&) = delete;
  SickDisk& operator=(const SickDisk&) = delete;
};
