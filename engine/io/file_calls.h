// The calls to the operating system that reading and saving make, as a table, so that a test can make the Nth one fail.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <functional>

namespace glassbox {

/// Each behaves as the POSIX call of its name: a negative result means that it failed, and errno says why.
struct FileCalls {
  std::function<int(const char*, int, mode_t)> open = [](const char* path, int flags, mode_t mode) { return ::open(path, flags, mode); };
  std::function<int(int)> close = ::close;
  std::function<int(int, struct stat*)> fstat = [](int file, struct stat* out) { return ::fstat(file, out); };
  std::function<int(const char*, struct stat*)> lstat = [](const char* path, struct stat* out) { return ::lstat(path, out); };
  std::function<ssize_t(int, void*, std::size_t)> read = ::read;
  std::function<ssize_t(int, const void*, std::size_t)> write = ::write;
  std::function<int(int, mode_t)> fchmod = ::fchmod;
  std::function<int(int)> fsync = ::fsync;
  std::function<int(const char*, const char*)> rename = ::rename;
  std::function<int(const char*)> unlink = ::unlink;
};

}  // namespace glassbox
