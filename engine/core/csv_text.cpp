#include "engine/core/csv_text.h"

#include <charconv>
#include <cmath>

namespace glassbox {

std::string csvCell(const std::string& words) {
  const bool quoted = !words.empty() && (std::string("=+-@").find(words[0]) != std::string::npos || words.find_first_of(",\"\r\n") != std::string::npos);
  if (!quoted) return words;
  std::string out = "\"";
  for (const char c : words) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string csvCell(double value) {
  if (!std::isfinite(value)) return {};
  char text[32];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  return csvCell(std::string(text, end));
}

}  // namespace glassbox
