#include "engine/data/readers/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace glassbox {
namespace {

constexpr std::size_t kHeadBytes = 65536;

/// A file descriptor that closes itself.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : m_descriptor(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
  }
  int get() const { return m_descriptor; }

 private:
  int m_descriptor;
};

Error cannotOpen(const std::filesystem::path& path, int code) {
  const std::string name = fileName(path);
  if (code == ENOENT || code == ENOTDIR)
    return Error(GB_TEXT("engine", "There is no file or folder %1.").arg(name), path.string(),
                 GB_TEXT("engine", "Check the name and the folder."));
  if (code == EACCES || code == EPERM)
    return Error(GB_TEXT("engine", "%1 may not be read by you.").arg(name), path.string(),
                 GB_TEXT("engine", "Change its permissions or copy it."));
  return Error(GB_TEXT("engine", "%1 could not be read: the system gives the code %2.").arg(name).arg(code), path.string(),
               GB_TEXT("engine", "Check that the disk is there."));
}

Error notAFile(const std::filesystem::path& path, bool folder) {
  if (folder)
    return Error(GB_TEXT("engine", "%1 is a folder, and a file is needed here.").arg(fileName(path)), path.string(),
                 GB_TEXT("engine", "Choose a file in it."));
  return Error(GB_TEXT("engine", "%1 is a device or a pipe, not a file.").arg(fileName(path)), path.string(),
               GB_TEXT("engine", "Save the data to a file and open that."));
}

/// Asks before opening, because opening alone can hang (a pipe) or do something (a device), and again afterwards,
/// because the file can be exchanged in between.
Result<int> openRegular(const std::filesystem::path& path, std::int64_t& length) {
  struct stat state {};
  if (::stat(path.c_str(), &state) != 0) return cannotOpen(path, errno);
  if (!S_ISREG(state.st_mode)) return notAFile(path, S_ISDIR(state.st_mode));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return cannotOpen(path, errno);
  if (::fstat(descriptor, &state) != 0 || !S_ISREG(state.st_mode)) {
    ::close(descriptor);
    return notAFile(path, false);
  }
  length = state.st_size;
  return descriptor;
}

/// Reads up to `count` bytes; less only at the end of the file. -1 and errno when the system refuses.
std::int64_t readUpTo(int descriptor, void* out, std::size_t count) {
  std::size_t done = 0;
  while (done < count) {
    const ssize_t got = ::read(descriptor, static_cast<char*>(out) + done, std::min<std::size_t>(count - done, std::size_t{1} << 30));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return static_cast<std::int64_t>(done);
}

bool startsWith(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string lowerStart(std::string_view text) {
  if (startsWith(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  std::string out(at == std::string_view::npos ? std::string_view() : text.substr(at, 64));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

} // namespace

std::string fileName(const std::filesystem::path& path) {
  std::string name = path.filename().string();
  if (name.empty()) name = path.parent_path().filename().string(); // "folder/"
  if (name.empty()) name = path.string();
  return excerpt(name, 120);
}

Text plainText(const std::string& words) { return Text{"", "%1", {}}.arg(words); }

std::string excerpt(std::string_view words, std::size_t limit) {
  std::string out;
  bool cut = words.size() > limit;
  if (cut) {
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end; // not within a character
    words = words.substr(0, end);
  }
  for (char c : words) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      out += "·";
    else
      out += c;
  }
  return cut ? out + "…" : out;
}

Result<Glimpse> glance(const std::filesystem::path& path) {
  Glimpse glimpse;
  glimpse.path = path;
  struct stat state {};
  if (::stat(path.c_str(), &state) != 0) return cannotOpen(path, errno);
  glimpse.isFolder = S_ISDIR(state.st_mode);
  if (glimpse.isFolder) return glimpse;
  Result<int> opened = openRegular(path, glimpse.bytes);
  if (!opened) return opened.error();
  const OpenFile file(*opened);
  glimpse.head.resize(static_cast<std::size_t>(std::min<std::int64_t>(glimpse.bytes, kHeadBytes)));
  const std::int64_t got = readUpTo(file.get(), glimpse.head.data(), glimpse.head.size());
  if (got < 0) return cannotOpen(path, errno);
  if (static_cast<std::size_t>(got) < glimpse.head.size()) glimpse.bytes = got; // it shrank just now
  glimpse.head.resize(static_cast<std::size_t>(got));
  return glimpse;
}

std::optional<Text> foreignKind(std::string_view head) {
  const std::string start = lowerStart(head);
  for (const char* tag : {"<!doctype", "<html", "<head", "<body"})
    if (startsWith(start, tag)) return GB_TEXT("engine", "an HTML page");
  if (startsWith(start, "<?xml") || startsWith(start, "<svg")) return GB_TEXT("engine", "an XML file");
  const bool bitmap = startsWith(head, "BM") && head.size() > 10 && head.substr(6, 4) == std::string_view("\0\0\0\0", 4);
  if (bitmap || startsWith(head, "\x89PNG") || startsWith(head, "\xFF\xD8\xFF") || startsWith(head, "GIF87a") || startsWith(head, "GIF89a"))
    return GB_TEXT("engine", "a picture");
  if (startsWith(head, "%PDF-")) return GB_TEXT("engine", "a PDF document");
  if (startsWith(head, "PK\x03\x04")) return GB_TEXT("engine", "a workbook or a ZIP archive");
  if (startsWith(head, "\xD0\xCF\x11\xE0")) return GB_TEXT("engine", "an old workbook or document");
  if (startsWith(head, "\x1F\x8B")) return GB_TEXT("engine", "a gzip file");
  if (startsWith(head, "\xFF\xFE") || startsWith(head, "\xFE\xFF")) return GB_TEXT("engine", "text in UTF-16");
  if (head.find('\0') != std::string_view::npos) return GB_TEXT("engine", "a binary file");
  return {};
}

Text kindOf(const Glimpse& glimpse) {
  if (glimpse.isFolder) return GB_TEXT("engine", "a folder");
  if (glimpse.head.empty()) return GB_TEXT("engine", "an empty file");
  if (std::optional<Text> foreign = foreignKind(glimpse.head)) return *foreign;
  const std::string start = lowerStart(glimpse.head);
  if (startsWith(start, "{") || startsWith(start, "[")) return GB_TEXT("engine", "a JSON file");
  return GB_TEXT("engine", "a text without columns");
}

Result<Buffer<std::uint8_t>> readWhole(const std::filesystem::path& path) {
  std::int64_t length = 0;
  Result<int> opened = openRegular(path, length);
  if (!opened) return opened.error();
  const OpenFile file(*opened);
  if (Result<void> fits = checkMemory(length, fileName(path)); !fits) return fits.error();
  Buffer<std::uint8_t> bytes(static_cast<std::size_t>(length));
  const std::int64_t got = readUpTo(file.get(), bytes.data(), bytes.size());
  if (got < 0) return cannotOpen(path, errno);
  char more = 0;
  if (got != length || readUpTo(file.get(), &more, 1) > 0)
    return Error(GB_TEXT("engine", "%1 changed while it was read.").arg(fileName(path)), path.string(),
                 GB_TEXT("engine", "Wait until it is written, then open it again."));
  return bytes;
}

Result<void> checkMemory(std::int64_t bytes, const std::string& name) {
  const std::int64_t available = freeMemory().value_or(std::numeric_limits<std::int64_t>::max());
  if (bytes <= available) return {};
  return Error(GB_TEXT("engine", "%1 needs %2 of memory and %3 are free.").arg(name).arg(sizeText(bytes)).arg(sizeText(available)), {},
               GB_TEXT("engine", "Close other programs, or use a part of the data."));
}

} // namespace glassbox
