#include "engine/io/json_reader.h"

#include <algorithm>
#include <charconv>

#include "engine/io/atomic_file.h"

namespace glassbox {
namespace {

Text shouldBe(JsonKind kind, std::string_view name) {
  switch (kind) {
    case JsonKind::Null: return GB_TEXT("engine", "\"%1\" should be null.").arg(name);
    case JsonKind::Flag: return GB_TEXT("engine", "\"%1\" should be true or false.").arg(name);
    case JsonKind::Number: return GB_TEXT("engine", "\"%1\" should be a number.").arg(name);
    case JsonKind::Text: return GB_TEXT("engine", "\"%1\" should be words in quotes.").arg(name);
    case JsonKind::Array: return GB_TEXT("engine", "\"%1\" should be a list in [ ].").arg(name);
    case JsonKind::Object: break;
  }
  return GB_TEXT("engine", "\"%1\" should be values with names in { }.").arg(name);
}

}  // namespace

JsonReader::JsonReader(JsonValue value, JsonFaults& faults) : m_value(value), m_faults(faults) {
  if (value.kind() != JsonKind::Object) faults.report(value, GB_TEXT("engine", "Values with names in { } should stand here."));
}

std::optional<JsonValue> JsonReader::any(std::string_view key) {
  m_asked.push_back(key);
  return m_value.find(key);
}

std::optional<JsonValue> JsonReader::kindOf(std::string_view key, JsonKind kind) {
  std::optional<JsonValue> found = any(key);
  if (!found || found->kind() == kind) return found;
  m_faults.report(*found, shouldBe(kind, key));
  return std::nullopt;
}

std::optional<JsonValue> JsonReader::array(std::string_view key) { return kindOf(key, JsonKind::Array); }
std::optional<JsonValue> JsonReader::object(std::string_view key) { return kindOf(key, JsonKind::Object); }

void JsonReader::require(std::string_view key) {
  if (!m_value.find(key)) m_faults.report(m_value, GB_TEXT("engine", "\"%1\" is missing here.").arg(key));
}

std::string JsonReader::textOf(JsonValue value, std::string_view name, JsonFaults& faults) {
  if (value.kind() == JsonKind::Text) return value.text();
  faults.report(value, shouldBe(JsonKind::Text, name));
  return {};
}

std::int64_t JsonReader::integerOf(JsonValue value, std::string_view name, std::int64_t min, std::int64_t max, JsonFaults& faults) {
  const std::optional<std::int64_t> whole = value.whole();
  if (whole && *whole >= min && *whole <= max) return *whole;
  faults.report(value, GB_TEXT("engine", "\"%1\" should be a whole number from %2 to %3.").arg(name).arg(min).arg(max));
  return min;
}

double JsonReader::numberOf(JsonValue value, std::string_view name, double min, double max, JsonFaults& faults) {
  const std::optional<double> number = value.real();
  if (number && *number >= min && *number <= max) return *number;
  faults.report(value, number ? GB_TEXT("engine", "\"%1\" should lie between %2 and %3.").arg(name).arg(min).arg(max)
                              : shouldBe(JsonKind::Number, name));
  return min;
}

std::string JsonReader::text(std::string_view key) {
  require(key);
  return text(key, {});
}

std::string JsonReader::text(std::string_view key, std::string fallback) {
  const std::optional<JsonValue> found = any(key);
  return found ? textOf(*found, key, m_faults) : fallback;
}

bool JsonReader::flag(std::string_view key, bool fallback) {
  const std::optional<JsonValue> found = kindOf(key, JsonKind::Flag);
  return found ? found->flag() : fallback;
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t min, std::int64_t max) {
  require(key);
  return integer(key, min, max, min);
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t min, std::int64_t max, std::int64_t fallback) {
  const std::optional<JsonValue> found = any(key);
  return found ? integerOf(*found, key, min, max, m_faults) : fallback;
}

double JsonReader::number(std::string_view key, double min, double max) {
  require(key);
  return number(key, min, max, min);
}

double JsonReader::number(std::string_view key, double min, double max, double fallback) {
  const std::optional<JsonValue> found = any(key);
  return found ? numberOf(*found, key, min, max, m_faults) : fallback;
}

std::uint64_t JsonReader::hash(std::string_view key, std::uint64_t fallback) {
  const std::optional<JsonValue> found = any(key);
  std::uint64_t value = fallback;
  if (found && !readHexDigits(found->text(), value))
    m_faults.report(*found, GB_TEXT("engine", "\"%1\" should be 16 digits from 0 to 9 and a to f, in quotes.").arg(key));
  return value;
}

std::uint64_t JsonReader::seed(std::string_view key, std::uint64_t fallback) {
  const std::optional<JsonValue> found = any(key);
  if (!found) return fallback;
  if (const std::optional<std::int64_t> whole = found->whole(); whole && *whole >= 0) return static_cast<std::uint64_t>(*whole);
  const std::string digits = found->text();
  const char* end = digits.data() + digits.size();
  std::uint64_t value = 0;
  auto [at, failed] = std::from_chars(digits.data(), end, value);
  // Small numbers have one spelling only, so that writing gives the same bytes again.
  if (failed != std::errc() || at != end || digits[0] == '0' || value <= static_cast<std::uint64_t>(kJsonWhole))
    m_faults.report(
        *found,
        GB_TEXT("engine", "\"%1\" should be a whole number of 0 or more; above %2 its digits stand in quotes.").arg(key).arg(kJsonWhole));
  return value;
}

void JsonReader::finish() {
  m_value.forEachMember([&](JsonValue key, JsonValue) {
    if (!m_faults.ok() || std::any_of(m_asked.begin(), m_asked.end(), [&](std::string_view asked) { return key.isText(asked); })) return;
    std::string known;
    for (std::string_view asked : m_asked) known += (known.empty() ? "" : ", ") + std::string(asked);
    m_faults.report(key, GB_TEXT("engine", "The key \"%1\" is not known here; known are %2.").arg(key.text().substr(0, 60)).arg(known));
  });
}

}  // namespace glassbox
