// The safetensors file format: named tensors and metadata, read strictly and written so that a crash leaves old or new.
//
// 8 bytes length of the header (little-endian), the header as JSON, then the numbers. The header names each tensor's type,
// shape and range of bytes; the ranges lie side by side from the first number to the last.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/shape.h"
#include "engine/core/tensor.h"
#include "engine/io/file_calls.h"

namespace glassbox {

/// Longest file that is read.
inline constexpr std::int64_t kMaxTensorFile = std::int64_t{16} << 30;

struct NamedTensor {
  std::string name;  ///< "dense1.weight"
  Tensor tensor;     ///< shape without batch
};

struct TensorFile {
  std::vector<NamedTensor> tensors;  ///< in the order of their numbers in the file
  std::map<std::string, std::string> metadata;
  const NamedTensor* find(const std::string& name) const;
};

/// Reads F32 (F64, F16 and BF16 are converted; an F64 beyond the range of float is refused). Fails, naming the byte, for a
/// header beyond the file, overlapping, reversed or missing ranges, double keys, sizes that do not fit the shape, another
/// type, a tensor without elements. Tensors for which `skip` says so are left out, whatever their type. Never allocates more than the file justifies: twice its length for F16, once for F32.
using SkipTensor = std::function<bool(std::string_view name)>;
Result<TensorFile> readSafetensors(const std::filesystem::path& path, const FileCalls& calls = {}, const SkipTensor& skip = {});
Result<TensorFile> parseSafetensors(std::span<const unsigned char> bytes, const std::string& place, const SkipTensor& skip = {});

/// F32, tensors in their order, metadata by key, the header filled up with blanks so that the numbers begin at a multiple
/// of 8. The same file gives the same bytes. No two tensors may have the same name, none the name "__metadata__".
std::string writeSafetensors(const TensorFile& file);

/// Atomic: a temporary beside it, synced, renamed; the folder synced.
Result<void> saveSafetensors(const TensorFile& file, const std::filesystem::path& path, const FileCalls& calls = {});

/// Value of 16 bits as IEEE half, and as bfloat16 (the upper half of a float).
float halfToFloat(std::uint16_t bits);
float brainToFloat(std::uint16_t bits);

}  // namespace glassbox
