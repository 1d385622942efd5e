#include "engine/core/memory.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <string_view>

namespace glassbox {

std::optional<std::int64_t> freeMemory() {
  const int file = ::open("/proc/meminfo", O_RDONLY | O_CLOEXEC);
  if (file < 0) return {};
  char bytes[4096];  // a kernel's file: one call gives all that fits
  ssize_t got = 0;
  do got = ::read(file, bytes, sizeof bytes);
  while (got < 0 && errno == EINTR);
  ::close(file);
  const std::string_view text(bytes, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  const std::string_view key = "MemAvailable:";
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  at = text.find_first_not_of(' ', at + key.size());
  if (at == std::string_view::npos) return {};
  std::int64_t kilobytes = 0;
  if (std::from_chars(text.data() + at, text.data() + text.size(), kilobytes).ec != std::errc()) return {};
  return kilobytes * 1024;
}

Text sizeText(std::int64_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (size >= 1e12) return GB_TEXT("engine", "%1 TB").arg(std::round(size / 1e11) / 10);
  if (size >= 1e9) return GB_TEXT("engine", "%1 GB").arg(std::round(size / 1e8) / 10);
  if (size >= 1e6) return GB_TEXT("engine", "%1 MB").arg(std::round(size / 1e6));
  return GB_TEXT("engine", "%1 KB").arg(std::max(1.0, std::round(size / 1e3)));
}

Error shortOfMemory() {
  return Error(GB_TEXT("engine", "There is not enough memory for this."), {},
               GB_TEXT("engine", "Close other programs, or take a smaller network, a smaller batch or fewer data."));
}

}  // namespace glassbox
