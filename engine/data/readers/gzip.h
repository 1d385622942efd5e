// Inflates gzip data straight into memory that the caller has sized: nothing grows, so nothing can blow up.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "engine/core/result.h"

namespace glassbox {

bool looksLikeGzip(std::span<const std::uint8_t> bytes);

/// The most bytes that `packed` bytes of gzip can become: deflate codes at most 258 bytes with two bits (RFC 1951).
std::int64_t gzipLimit(std::int64_t packed);

/// Reads packed bytes that stay alive; several gzip members after each other are one stream, as gzip has it.
class GzipReader {
 public:
  /// `name` is the file, for sentences.
  GzipReader(std::span<const std::uint8_t> packed, std::string name);
  ~GzipReader();
  GzipReader(GzipReader&&) noexcept;
  GzipReader& operator=(GzipReader&&) noexcept;

  /// Fills `out` as far as the stream goes; less only at its end. Fails where the stream is damaged, cut off, or
  /// followed by something else.
  Result<std::size_t> read(std::span<std::uint8_t> out);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace glassbox
