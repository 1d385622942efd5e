#include "engine/io/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <set>
#include <string_view>

#include "engine/io/atomic_file.h"
#include "engine/io/json_reader.h"
#include "engine/io/json_writer.h"

namespace glassbox {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied between file and memory as they lie");

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeader = 100'000'000;  // as the format's own reader has it
constexpr std::size_t kMaxTensors = 100'000;
constexpr std::size_t kMaxMetadata = 10'000;
constexpr std::string_view kMetadata = "__metadata__";

enum class Type { F32, F64, F16, BF16 };

struct TypeName {
  std::string_view name;
  Type type;
  std::uint64_t bytes;
};
constexpr std::array kTypes{TypeName{"F32", Type::F32, 4}, TypeName{"F64", Type::F64, 8}, TypeName{"F16", Type::F16, 2},
                            TypeName{"BF16", Type::BF16, 2}};

/// A tensor as the header tells of it.
struct Entry {
  std::string name;
  const TypeName* type = &kTypes[0];
  Shape shape;
  std::uint64_t count = 0;
  std::uint64_t begin = 0, end = 0;  ///< bytes, from the first number on
  JsonValue at;                      ///< its name in the header
  bool skipped = false;              ///< its type is not looked at
};

template<class T> T load(const unsigned char* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

const TypeName* readType(JsonReader& from) {
  const std::string name = from.text("dtype");
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeName& type) { return type.name == name; });
  if (found != kTypes.end()) return &*found;
  if (from.faults().ok())
    from.faults().report(
        *from.value().find("dtype"),
        GB_TEXT("engine", "The tensor holds numbers of type %1; only F32, F64, F16 and BF16 are read.").arg(name.substr(0, 40)),
        GB_TEXT("engine", "Save it as F32."));
  return &kTypes[0];
}

/// Also the number of elements: the product must fit, before anything is computed from it.
void readShape(JsonReader& from, Entry& entry) {
  JsonFaults& faults = from.faults();
  from.require("shape");
  const auto extents = from.array("shape");
  if (!extents) return;
  if (extents->size() > static_cast<std::size_t>(Shape::kMaxRank)) {
    faults.report(*extents, GB_TEXT("engine", "The tensor has %1 axes; %2 is the most.").arg(extents->size()).arg(Shape::kMaxRank));
    return;
  }
  entry.count = 1;
  extents->forEach([&](JsonValue item) {
    const std::int64_t extent = JsonReader::integerOf(item, "shape", 0, kJsonWhole, faults);
    if (faults.ok() && extent == 0) faults.report(item, GB_TEXT("engine", "The tensor has no elements: one of its extents is 0."));
    if (__builtin_mul_overflow(entry.count, static_cast<std::uint64_t>(extent), &entry.count) ||
        entry.count > static_cast<std::uint64_t>(Shape::kMaxCount))
      faults.report(item, GB_TEXT("engine", "The tensor has more elements than this program can hold."));
    if (faults.ok()) entry.shape.push(extent);
  });
}

void readRange(JsonReader& from, Entry& entry) {
  JsonFaults& faults = from.faults();
  from.require("data_offsets");
  const auto range = from.array("data_offsets");
  if (!range) return;
  std::array<std::uint64_t, 2> ends{};
  std::size_t next = 0;
  if (range->size() != ends.size())
    faults.report(*range, GB_TEXT("engine", "\"data_offsets\" should be two whole numbers: first byte and end."));
  else
    range->forEach([&](JsonValue item) {
      ends[next++] = static_cast<std::uint64_t>(JsonReader::integerOf(item, "data_offsets", 0, kJsonWhole, faults));
    });
  if (!faults.ok()) return;
  entry.begin = ends[0];
  entry.end = ends[1];
  if (entry.end < entry.begin) {
    faults.report(*range,
                  GB_TEXT("engine", "The tensor's range is reversed: it begins at %1 and ends at %2.").arg(entry.begin).arg(entry.end));
    return;
  }
  if (!entry.skipped && entry.end - entry.begin != entry.count * entry.type->bytes)  // at most 2^40 elements: cannot overflow
    faults.report(*range, GB_TEXT("engine", "The tensor %1 of type %2 needs %3 bytes, and its range has %4.")
                              .arg(entry.shape.str())
                              .arg(std::string(entry.type->name))
                              .arg(entry.count * entry.type->bytes)
                              .arg(entry.end - entry.begin));
}

Entry readEntry(JsonValue key, JsonValue value, JsonFaults& faults, bool skipped) {
  JsonReader from(value, faults);
  Entry entry{key.text(), &kTypes[0], {}, 0, 0, 0, key, skipped};
  if (skipped) (void)from.text("dtype");
  else entry.type = readType(from);
  readShape(from, entry);
  if (faults.ok()) readRange(from, entry);
  if (faults.ok()) from.finish();
  return entry;
}

std::map<std::string, std::string> readMetadata(JsonValue value, JsonFaults& faults) {
  std::map<std::string, std::string> metadata;
  if (value.kind() != JsonKind::Object)
    faults.report(value, GB_TEXT("engine", "\"%1\" should be values with names in { }.").arg(std::string(kMetadata)));
  if (value.size() > kMaxMetadata)
    faults.report(value, GB_TEXT("engine", "The file has %1 remarks; %2 is the most.").arg(value.size()).arg(kMaxMetadata));
  value.forEachMember([&](JsonValue key, JsonValue item) {
    if (faults.ok()) metadata[key.text()] = JsonReader::textOf(item, kMetadata, faults);
  });
  return metadata;
}

/// Ranges in order of their bytes: side by side, from 0 to the end of the file.
void checkRanges(std::span<const Entry> entries, std::uint64_t bytes, JsonValue header, JsonFaults& faults) {
  std::uint64_t expected = 0;
  for (const Entry& entry : entries) {
    if (entry.begin < expected)
      return faults.report(entry.at, GB_TEXT("engine", "The range of %1 begins at %2, inside the one before it, which ends at %3.")
                                         .arg(entry.name.substr(0, 60))
                                         .arg(entry.begin)
                                         .arg(expected));
    if (entry.begin > expected)
      return faults.report(entry.at, GB_TEXT("engine", "There is a hole before %1: bytes %2 to %3 belong to no tensor.")
                                         .arg(entry.name.substr(0, 60))
                                         .arg(expected)
                                         .arg(entry.begin));
    if (entry.end > bytes)
      return faults.report(entry.at,
                           GB_TEXT("engine", "The range of %1 ends at %2, and the file holds %3 bytes of numbers.")
                               .arg(entry.name.substr(0, 60))
                               .arg(entry.end)
                               .arg(bytes),
                           GB_TEXT("engine", "The file may have been cut off; use another copy."));
    expected = entry.end;
  }
  if (expected != bytes)
    faults.report(header, GB_TEXT("engine", "The tensors end at byte %1 of the numbers, and the file holds %2.").arg(expected).arg(bytes));
}

/// False when a finite number became infinite.
bool convert(const Entry& entry, const unsigned char* from, Tensor& to) {
  switch (entry.type->type) {
    case Type::F32: std::memcpy(to.data.data(), from, to.data.size() * sizeof(float)); return true;
    case Type::F64:
      for (std::size_t i = 0; i < to.data.size(); ++i) {
        const auto value = load<double>(from + 8 * i);
        to.data[i] = static_cast<float>(value);
        if (std::isfinite(value) && !std::isfinite(to.data[i])) return false;
      }
      return true;
    case Type::F16:
      for (std::size_t i = 0; i < to.data.size(); ++i) to.data[i] = halfToFloat(load<std::uint16_t>(from + 2 * i));
      return true;
    case Type::BF16:
      for (std::size_t i = 0; i < to.data.size(); ++i) to.data[i] = brainToFloat(load<std::uint16_t>(from + 2 * i));
      return true;
  }
  return false;
}

}  // namespace

// Sign 1, exponent 5 (bias 15), fraction 10 bits.
float halfToFloat(std::uint16_t bits) {
  const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000) << 16;
  const std::uint32_t exponent = bits >> 10 & 31, fraction = bits & 1023;
  if (exponent == 0) {  // zero and subnormal: fraction * 2^-24, exact in float
    const float value = static_cast<float>(fraction) * 0x1p-24f;
    return sign ? -value : value;
  }
  const std::uint32_t wide = exponent == 31 ? 255 : exponent + 112;  // infinity and NaN stay; else 127 - 15
  return std::bit_cast<float>(sign | wide << 23 | fraction << 13);
}

float brainToFloat(std::uint16_t bits) { return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16); }

const NamedTensor* TensorFile::find(const std::string& name) const {
  auto at = std::find_if(tensors.begin(), tensors.end(), [&](const NamedTensor& tensor) { return tensor.name == name; });
  return at == tensors.end() ? nullptr : &*at;
}

Result<TensorFile> parseSafetensors(std::span<const unsigned char> bytes, const std::string& place, const SkipTensor& skip) {
  const Text hint = GB_TEXT("engine", "The file may have been cut off, or it is not a safetensors file.");
  if (bytes.empty()) return Error(GB_TEXT("engine", "The file is empty."), place);
  if (bytes.size() < kLengthBytes)
    return Error(GB_TEXT("engine", "The file has only %1 bytes; 8 come first in a safetensors file.").arg(bytes.size()), place + ", byte 0",
                 hint);
  const auto length = load<std::uint64_t>(bytes.data());
  // As text: the length is any 64 bits, and a whole number in a sentence is signed.
  if (length > kMaxHeader)
    return Error(GB_TEXT("engine", "The header would be %1 bytes long; %2 is the most.").arg(std::to_string(length)).arg(kMaxHeader),
                 place + ", byte 0", hint);
  if (length > bytes.size() - kLengthBytes)
    return Error(GB_TEXT("engine", "The header would be %1 bytes long, and the file has %2 behind its length.")
                     .arg(length)
                     .arg(bytes.size() - kLengthBytes),
                 place + ", byte 0", hint);

  const std::string_view header(reinterpret_cast<const char*>(bytes.data()) + kLengthBytes, length);
  if (!header.starts_with('{')) return Error(GB_TEXT("engine", "The header does not begin with {."), place + ", byte 8", hint);
  const Result<JsonDocument> document = parseJson(header, {place, true, kLengthBytes});
  if (!document) return document.error();

  JsonFaults faults;
  const JsonValue root = document->root();
  TensorFile file;
  std::vector<Entry> entries;
  if (root.size() > kMaxTensors)
    faults.report(root, GB_TEXT("engine", "The file has %1 tensors; %2 is the most.").arg(root.size()).arg(kMaxTensors));
  root.forEachMember([&](JsonValue key, JsonValue value) {
    if (!faults.ok()) return;
    if (key.isText(kMetadata)) file.metadata = readMetadata(value, faults);
    else entries.push_back(readEntry(key, value, faults, skip && skip(key.text())));
  });
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.begin < b.begin; });
  const std::span<const unsigned char> numbers = bytes.subspan(kLengthBytes + length);
  if (faults.ok()) checkRanges(entries, numbers.size(), root, faults);
  for (const Entry& entry : entries) {
    if (!faults.ok()) break;
    if (entry.skipped) continue;
    NamedTensor& named = file.tensors.emplace_back(NamedTensor{entry.name, Tensor(entry.shape)});
    if (!convert(entry, numbers.data() + entry.begin, named.tensor))
      faults.report(entry.at, GB_TEXT("engine", "A number of %1 is too large for 32 bits.").arg(entry.name.substr(0, 60)));
  }
  if (!faults.ok()) return faults.first();
  return file;
}

Result<TensorFile> readSafetensors(const std::filesystem::path& path, const FileCalls& calls, const SkipTensor& skip) {
  const Result<std::string> bytes = readWholeFile(path, kMaxTensorFile, calls);
  if (!bytes) return bytes.error();
  return parseSafetensors(std::span(reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size()), path.string(), skip);
}

std::string writeSafetensors(const TensorFile& file) {
  JsonWriter header;
  header.beginObject(JsonWriter::Form::Inline);
  if (!file.metadata.empty()) {
    header.key(kMetadata);
    header.beginObject();
    for (const auto& [key, value] : file.metadata) {
      header.text(key, value);
    }
    header.end();
  }
  std::int64_t end = 0;
  for (const NamedTensor& named : file.tensors) {
    const std::int64_t begin = std::exchange(end, end + named.tensor.shape.count() * static_cast<std::int64_t>(sizeof(float)));
    header.key(named.name);
    header.beginObject();
    header.text("dtype", "F32");
    header.key("shape");
    header.beginArray();
    for (int axis = 0; axis < named.tensor.shape.rank(); ++axis) header.integer(named.tensor.shape[axis]);
    header.end();
    header.key("data_offsets");
    header.beginArray();
    header.integer(begin);
    header.integer(end);
    header.end();
    header.end();
  }
  header.end();
  std::string text = header.take();
  text.pop_back();  // the line break
  text.resize((text.size() + 7) / 8 * 8, ' ');

  const std::uint64_t length = text.size();
  std::string out(kLengthBytes, '\0');
  std::memcpy(out.data(), &length, kLengthBytes);
  out.reserve(kLengthBytes + text.size() + static_cast<std::size_t>(end));
  out += text;
  for (const NamedTensor& named : file.tensors)
    out.append(reinterpret_cast<const char*>(named.tensor.data.data()), named.tensor.data.size() * sizeof(float));
  return out;
}

Result<void> saveSafetensors(const TensorFile& file, const std::filesystem::path& path, const FileCalls& calls) {
  return replaceFile(path, writeSafetensors(file), calls);
}

}  // namespace glassbox
