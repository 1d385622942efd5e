// Typed reading of one JSON object: asks for keys, refuses what it was not asked for, keeps the first fault with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/json_value.h"

namespace glassbox {

/// The first fault found in a document. After it every reader goes on with defaults; the end asks `ok` once.
class JsonFaults {
 public:
  bool ok() const { return !m_first; }
  const Error& first() const { return *m_first; }
  void report(JsonValue at, Text what, Text hint = {}) {
    if (!m_first) m_first = Error(std::move(what), at.place(), std::move(hint));
  }

 private:
  std::optional<Error> m_first;
};

/// Reads the members of `value`. A reader without fallback reports a missing key; with one it returns that. `finish`
/// reports the first key that nobody asked for.
class JsonReader {
 public:
  JsonReader(JsonValue value, JsonFaults& faults);

  JsonValue value() const { return m_value; }
  JsonFaults& faults() const { return m_faults; }

  std::string text(std::string_view key);
  std::string text(std::string_view key, std::string fallback);
  bool flag(std::string_view key, bool fallback);
  std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max);
  std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max, std::int64_t fallback);
  double number(std::string_view key, double min, double max);
  double number(std::string_view key, double min, double max, double fallback);
  /// 64 bits as 16 hex digits in quotes.
  std::uint64_t hash(std::string_view key, std::uint64_t fallback);
  /// A whole number; above 2^53 its digits in quotes.
  std::uint64_t seed(std::string_view key, std::uint64_t fallback);

  /// Nothing when the key is absent, or when the value is not of that kind (which is reported).
  std::optional<JsonValue> array(std::string_view key);
  std::optional<JsonValue> object(std::string_view key);
  std::optional<JsonValue> any(std::string_view key);
  /// Reports the key as missing when it is.
  void require(std::string_view key);

  void finish();

  /// The words of `value`, or a fault that calls it `name`.
  static std::string textOf(JsonValue value, std::string_view name, JsonFaults& faults);
  static double numberOf(JsonValue value, std::string_view name, double min, double max, JsonFaults& faults);
  static std::int64_t integerOf(JsonValue value, std::string_view name, std::int64_t min, std::int64_t max, JsonFaults& faults);

 private:
  std::optional<JsonValue> kindOf(std::string_view key, JsonKind kind);

  JsonValue m_value;
  JsonFaults& m_faults;
  std::vector<std::string_view> m_asked;
};

}  // namespace glassbox
