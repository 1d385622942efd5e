#include "engine/data/dataset.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "engine/core/random.h"
#include "engine/data/text_windows.h"

namespace glassbox {
namespace {

std::size_t index(std::int64_t i) { return static_cast<std::size_t>(i); }

std::uint64_t hashWord(std::uint64_t word, std::uint64_t hash) { return (hash ^ word) * 0x100000001b3u; }

std::uint64_t hashField(const Field& field, std::uint64_t hash) {
  hash = hashWord(static_cast<std::uint64_t>(field.type.shape.rank()), hash);
  for (int axis = 0; axis < field.type.shape.rank(); ++axis) hash = hashWord(static_cast<std::uint64_t>(field.type.shape[axis]), hash);
  hash = hashWord(static_cast<std::uint64_t>(field.type.element), hash);
  if (field.isWindows()) {
    const TokenWindows& windows = field.windows;
    for (const TokenWindows::Stretch& stretch : windows.stretches)
      for (std::int64_t n : {stretch.row, stretch.token, stretch.stride}) hash = hashWord(static_cast<std::uint64_t>(n), hash);
    return hashBytes(windows.tokens->data(), windows.tokens->size() * sizeof(std::uint16_t), hash);
  }
  if (field.isBytes()) {
    hash = hashBytes(&field.divisor, sizeof field.divisor, hash);
    return hashBytes(field.bytes.data(), field.bytes.size(), hash);
  }
  return hashBytes(field.numbers.data(), field.numbers.size() * sizeof(float), hash);
}

/// Row i of the result is row source[i] of `values`. In place, one cycle of the permutation after the other, so that
/// no second copy of a large set is needed; `source` is used up.
template<class T> void reorder(Buffer<T>& values, std::int64_t rowLength, std::vector<std::uint32_t> source) {
  const std::size_t length = index(rowLength);
  Buffer<T> first(length);
  for (std::size_t start = 0; start < source.size(); ++start) {
    if (source[start] == start) continue;
    std::memcpy(first.data(), values.data() + start * length, length * sizeof(T));
    std::size_t at = start;
    while (source[at] != start) {
      const std::size_t from = source[at];
      std::memcpy(values.data() + at * length, values.data() + from * length, length * sizeof(T));
      source[at] = static_cast<std::uint32_t>(at);
      at = from;
    }
    std::memcpy(values.data() + at * length, first.data(), length * sizeof(T));
    source[at] = static_cast<std::uint32_t>(at);
  }
}

void reorder(Field& field, const std::vector<std::uint32_t>& source) {
  if (field.isBytes())
    reorder(field.bytes, field.type.shape.count(), source);
  else
    reorder(field.numbers, field.type.shape.count(), source);
}

Result<void> checkShares(PartShares shares) {
  const bool fine =
      shares.validation >= 0 && shares.validation < 1 && shares.test >= 0 && shares.test < 1 && shares.validation + shares.test < 1;
  if (fine) return {};
  return Error(
      GB_TEXT("engine", "The validation share %1 and the test share %2 leave no training rows.").arg(shares.validation).arg(shares.test),
      {}, GB_TEXT("engine", "Each share lies between 0 and 1, and both together below 1."));
}

Error emptyPart(const Text& part, std::int64_t count) {
  return Error(GB_TEXT("engine", "The %1 part would be empty: its share of %2 rows is less than one.").arg(part).arg(count), {},
               GB_TEXT("engine", "Set this share to 0, make it larger, or use more data."));
}

/// How many of `count` rows a share takes: rounded, and at least one where a part is wanted.
std::int64_t shareOf(double share, std::int64_t count) {
  if (share == 0) return 0;
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::floor(share * static_cast<double>(count) + 0.5)));
}

} // namespace

const std::uint16_t* TokenWindows::at(std::int64_t row) const {
  std::size_t i = stretches.size() - 1;
  while (stretches[i].row > row) --i;
  return tokens->data() + stretches[i].token + (row - stretches[i].row) * stretches[i].stride;
}

std::int64_t Field::samples() const {
  if (isWindows()) return windows.rows;
  const std::size_t values = isBytes() ? bytes.size() : numbers.size();
  return static_cast<std::int64_t>(values) / type.shape.count();
}

void Field::read(std::int64_t row, float* out) const {
  assert(row >= 0 && row < samples());
  const std::size_t length = index(type.shape.count());
  if (isWindows()) {
    std::copy_n(windows.at(row), length, out);
  } else if (isBytes()) {
    const std::uint8_t* from = bytes.data() + index(row) * length;
    for (std::size_t i = 0; i < length; ++i) out[i] = static_cast<float>(from[i]) / divisor;
  } else {
    std::memcpy(out, numbers.data() + index(row) * length, length * sizeof(float));
  }
}

RowRange rows(const Dataset& data, Part part) {
  switch (part) {
  case Part::Train:
    return {0, data.train};
  case Part::Validation:
    return {data.train, data.train + data.validation};
  case Part::Test:
    return {data.train + data.validation, data.samples()};
  }
  return {};
}

DataTask taskOfClasses(std::int64_t classes) { return classes == 2 ? DataTask::Binary : DataTask::Classes; }

std::vector<std::string> numberedNames(const std::string& before, std::int64_t count) {
  std::vector<std::string> names;
  for (std::int64_t i = 0; i < count; ++i) names.push_back(before + std::to_string(i));
  return names;
}

std::uint64_t hashBytes(const void* bytes, std::size_t count, std::uint64_t hash) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (; count >= 8; at += 8, count -= 8) {
    std::uint64_t word = 0; // little-endian, as every computer we run on
    std::memcpy(&word, at, 8);
    hash = hashWord(word, hash);
  }
  if (count > 0) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, count);
    hash = hashWord(word, hash);
  }
  return hash;
}

void finishHash(Dataset& data) {
  std::uint64_t hash = kHashStart;
  for (std::int64_t n : {data.train, data.validation, data.test, data.classes()}) hash = hashWord(static_cast<std::uint64_t>(n), hash);
  for (const Field& field : data.inputs) hash = hashField(field, hash);
  data.hash = hashField(data.target, hash);
  if (data.masked()) data.hash = hashField(data.mask, data.hash);
}

Result<Dataset> splitParts(Dataset data, PartShares shares, std::uint64_t seed) {
  if (!data.inputs.empty() && data.inputs[0].isWindows()) {
    if (Result<void> checked = checkShares(shares); !checked) return checked.error();
    return splitText(std::move(data), shares);
  }
  const bool ownTest = data.test > 0;
  if (ownTest) shares.test = 0;
  if (Result<void> checked = checkShares(shares); !checked) return checked.error();
  const std::int64_t count = data.train + data.validation; // rows to share out
  const std::int64_t total = data.samples();
  assert(total < kMaxSamples && data.target.samples() == total);
  if (count == 0) return Error(GB_TEXT("engine", "There are no training rows."));
  const int parts = 1 + (shares.validation > 0) + (shares.test > 0);

  // Rows by class; without classes all rows are one group.
  const bool byClass = data.task != DataTask::Regression && data.target.type.shape.count() == 1;
  std::vector<std::vector<std::uint32_t>> groups(byClass ? index(data.classes()) : 1);
  for (std::int64_t row = 0; row < count; ++row) {
    float label = 0;
    if (byClass) data.target.read(row, &label);
    groups.at(static_cast<std::size_t>(label)).push_back(static_cast<std::uint32_t>(row));
  }

  std::vector<Part> partOf(index(count), Part::Train);
  std::int64_t validation = 0, test = 0;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    std::vector<std::uint32_t>& members = groups[group];
    const auto size = static_cast<std::int64_t>(members.size());
    if (byClass && size == 0) continue; // a class number that no row has
    if (byClass && size < parts)
      return Error(
          GB_TEXT("engine", "Class %1 has %2 rows, and each of the %3 parts needs one.").arg(data.classNames[group]).arg(size).arg(parts),
          {}, GB_TEXT("engine", "Add rows of this class, or set the validation and test shares to 0."));
    shuffle(members, Random(seed, streamOf(Stream::Split, group)));
    std::int64_t forTest = shareOf(shares.test, size), forValidation = shareOf(shares.validation, size);
    if (!byClass && static_cast<double>(size) * shares.test < 0.5 && shares.test > 0) return emptyPart(GB_TEXT("engine", "test"), size);
    if (!byClass && static_cast<double>(size) * shares.validation < 0.5 && shares.validation > 0)
      return emptyPart(GB_TEXT("engine", "validation"), size);
    while (forTest + forValidation >= size && forTest + forValidation > 0) --(forTest > forValidation ? forTest : forValidation);
    if ((shares.test > 0 && forTest == 0) || (shares.validation > 0 && forValidation == 0))
      return emptyPart(GB_TEXT("engine", "training"), size);
    for (std::int64_t i = 0; i < forTest + forValidation; ++i) partOf[members[index(i)]] = i < forTest ? Part::Test : Part::Validation;
    test += forTest;
    validation += forValidation;
  }

  std::vector<std::uint32_t> source;
  source.reserve(index(total));
  for (Part part : {Part::Train, Part::Validation, Part::Test})
    for (std::int64_t row = 0; row < count; ++row)
      if (partOf[index(row)] == part) source.push_back(static_cast<std::uint32_t>(row));
  for (std::int64_t row = count; row < total; ++row) source.push_back(static_cast<std::uint32_t>(row));
  for (Field& field : data.inputs) reorder(field, source);
  if (data.masked()) reorder(data.mask, source);
  reorder(data.target, source);

  data.train = count - validation - test;
  data.validation = validation;
  if (!ownTest) data.test = test;
  return data;
}

} // namespace glassbox
