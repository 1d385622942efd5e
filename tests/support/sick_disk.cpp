// The calls are taken in the place of the C library's: a program's own function of that name comes before the library's, also for the
// libraries that it is linked with.
#include "sick_disk.h"

#include <dlfcn.h>
#include <sys/types.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string>

// Under other names, since the headers may have made these functions inline.
extern "C" {
int sickOpen(const char* path, int flags, ...) __asm__("open");
int sickOpen64(const char* path, int flags, ...) __asm__("open64");
ssize_t sickWrite(int file, const void* bytes, std::size_t size) __asm__("write");
int sickMkdir(const char* path, mode_t mode) __asm__("mkdir");
int sickRename(const char* from, const char* to) __asm__("rename");
int sickUnlink(const char* path) __asm__("unlink");
ssize_t realReadlink(const char* path, char* out, std::size_t size) __asm__("readlink");
}

namespace {

constexpr int kWriteOnly = 01, kReadWrite = 02, kCreate = 0100;  // of Linux

std::string g_folder;  // set before g_illness, cleared after it
std::atomic<int> g_illness{-1};

bool isBelow(const char* path) { return std::strncmp(path, g_folder.c_str(), g_folder.size()) == 0 && (path[g_folder.size()] == '/' || path[g_folder.size()] == '\0'); }

bool isSick(SickDisk::Illness illness, const char* path) { return g_illness.load(std::memory_order_acquire) == static_cast<int>(illness) && isBelow(path); }

/// The next function of this name behind this program's own.
template<class Call> Call real(const char* name) {
  void* const found = dlsym(RTLD_NEXT, name);
  Call call = nullptr;
  std::memcpy(&call, &found, sizeof call);
  return call;
}

int openWith(const char* name, const char* path, int flags, mode_t mode) {
  const bool writes = (flags & (kWriteOnly | kReadWrite | kCreate)) != 0;
  if (writes && isSick(SickDisk::Illness::ReadOnly, path)) return errno = EROFS, -1;
  return real<int (*)(const char*, int, ...)>(name)(path, flags, mode);
}

mode_t modeOf(std::va_list& rest, int flags) { return (flags & kCreate) != 0 ? va_arg(rest, mode_t) : 0; }

}  // namespace

SickDisk::SickDisk(Illness illness, const std::filesystem::path& folder) {
  g_folder = folder.string();
  g_illness.store(static_cast<int>(illness), std::memory_order_release);
}

SickDisk::~SickDisk() { g_illness.store(-1, std::memory_order_release); }

int sickOpen(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = modeOf(rest, flags);
  va_end(rest);
  return openWith("open", path, flags, mode);
}

int sickOpen64(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = modeOf(rest, flags);
  va_end(rest);
  return openWith("open64", path, flags, mode);
}

ssize_t sickWrite(int file, const void* bytes, std::size_t size) {
  static const auto write = real<ssize_t (*)(int, const void*, std::size_t)>("write");
  if (g_illness.load(std::memory_order_acquire) >= 0) {
    char link[64], path[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = realReadlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = '\0';
    if (isBelow(path)) return errno = g_illness.load() == static_cast<int>(SickDisk::Illness::Full) ? ENOSPC : EROFS, -1;
  }
  return write(file, bytes, size);
}

int sickMkdir(const char* path, mode_t mode) {
  if (isSick(SickDisk::Illness::Full, path)) return errno = ENOSPC, -1;
  if (isSick(SickDisk::Illness::ReadOnly, path)) return errno = EROFS, -1;
  return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

int sickRename(const char* from, const char* to) {
  if (isSick(SickDisk::Illness::ReadOnly, from) || isSick(SickDisk::Illness::ReadOnly, to)) return errno = EROFS, -1;
  return real<int (*)(const char*, const char*)>("rename")(from, to);
}

int sickUnlink(const char* path) {
  if (isSick(SickDisk::Illness::ReadOnly, path)) return errno = EROFS, -1;
  return real<int (*)(const char*)>("unlink")(path);
}
