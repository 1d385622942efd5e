// IDX files: arrays of bytes with a big-endian header, the format of the MNIST family (LeCun, Cortes, Burges 1998).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/tensor.h"
#include "engine/data/readers/gzip.h"

namespace glassbox {

/// One IDX file in memory, plain or gzip. `open` checks the header against the real length before anything is taken.
///   00 00 | type code | rank | rank extents of 32 bits | elements
class IdxFile {
 public:
  /// `name` is the file, for sentences. Fails for element types other than unsigned bytes.
  static Result<IdxFile> open(Buffer<std::uint8_t> raw, const std::string& name);

  const std::string& name() const { return m_name; }
  const std::vector<std::int64_t>& extents() const { return m_extents; }
  std::int64_t items() const { return m_extents[0]; }
  std::int64_t count() const { return m_count; } ///< product of the extents
  std::span<const std::uint8_t> raw() const { return m_raw; }

  /// Reads the elements once; `out` has count() places. Fails when they are damaged, fewer or more.
  Result<void> readInto(std::span<std::uint8_t> out);

 private:
  Buffer<std::uint8_t> m_raw;
  std::string m_name;
  std::vector<std::int64_t> m_extents;
  std::int64_t m_count = 1;
  std::size_t m_header = 0;         // bytes, when plain
  std::optional<GzipReader> m_gzip; // stands behind the header
};

/// Two zero bytes, a known type code and a rank that can be; through gzip where there is one.
bool looksLikeIdx(std::span<const std::uint8_t> head);

} // namespace glassbox
