#include "engine/data/readers/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace glassbox {

struct GzipReader::State {
  z_stream stream{};
  std::span<const std::uint8_t> rest; // not yet handed to zlib
  std::string name;
  bool ended = false;

  ~State() { inflateEnd(&stream); }

  std::int64_t unread() const { return static_cast<std::int64_t>(rest.size()) + stream.avail_in; }
  void feed() {
    if (stream.avail_in > 0 || rest.empty()) return;
    const std::size_t count = std::min<std::size_t>(rest.size(), std::size_t{1} << 30); // zlib counts with 32 bits
    stream.next_in = const_cast<Bytef*>(rest.data());                                   // zlib only reads it
    stream.avail_in = static_cast<uInt>(count);
    rest = rest.subspan(count);
  }
};

bool looksLikeGzip(std::span<const std::uint8_t> bytes) { return bytes.size() >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B; }

std::int64_t gzipLimit(std::int64_t packed) {
  return packed > std::numeric_limits<std::int64_t>::max() / 1040 ? std::numeric_limits<std::int64_t>::max() : packed * 1040;
}

GzipReader::GzipReader(std::span<const std::uint8_t> packed, std::string name) : m_state(std::make_unique<State>()) {
  m_state->rest = packed;
  m_state->name = std::move(name);
  if (inflateInit2(&m_state->stream, 15 + 16) != Z_OK) throw std::bad_alloc(); // 16: a gzip header, with its check sum
}

GzipReader::~GzipReader() = default;
GzipReader::GzipReader(GzipReader&&) noexcept = default;
GzipReader& GzipReader::operator=(GzipReader&&) noexcept = default;

Result<std::size_t> GzipReader::read(std::span<std::uint8_t> out) {
  State& s = *m_state;
  std::size_t done = 0;
  while (!s.ended) {
    s.feed();
    s.stream.next_out = out.data() + done;
    s.stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size() - done, std::size_t{1} << 30));
    const uInt room = s.stream.avail_out;
    if (room == 0) break;
    const int code = inflate(&s.stream, Z_NO_FLUSH);
    done += room - s.stream.avail_out;
    if (code == Z_STREAM_END) {
      s.feed();
      if (s.unread() == 0) {
        s.ended = true;
      } else if (s.stream.avail_in >= 2 && s.stream.next_in[0] == 0x1F && s.stream.next_in[1] == 0x8B) {
        if (inflateReset(&s.stream) != Z_OK) throw std::bad_alloc();
      } else {
        return Error(GB_TEXT("engine", "%1 goes on for %2 bytes after the end of its gzip data.").arg(s.name).arg(s.unread()), {},
                     GB_TEXT("engine", "Get the file again."));
      }
    } else if (code == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (code == Z_BUF_ERROR || (code == Z_OK && s.unread() == 0 && s.stream.avail_out > 0)) {
      return Error(GB_TEXT("engine", "%1 is cut off: its gzip data do not end.").arg(s.name), {}, GB_TEXT("engine", "Get the file again."));
    } else if (code != Z_OK) {
      return Error(GB_TEXT("engine", "%1 is damaged: its gzip data break off after %2 bytes.")
                       .arg(s.name)
                       .arg(static_cast<std::int64_t>(s.stream.total_out)),
                   {}, GB_TEXT("engine", "Get the file again."));
    }
  }
  return done;
}

} // namespace glassbox
