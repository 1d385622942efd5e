#include "engine/io/json_writer.h"

#include <charconv>
#include <cmath>

#include "engine/io/json_value.h"

namespace glassbox {

void JsonWriter::newLine() { m_out += '\n', m_out.append(2 * m_levels.size(), ' '); }

void JsonWriter::newItem() {
  if (m_levels.empty() || std::exchange(m_behindKey, false)) return;
  Level& level = m_levels.back();
  if (!level.empty) m_out += level.form == Form::Inline ? ", " : ",";
  if (level.form == Form::Lines) newLine();
  level.empty = false;
}

void JsonWriter::begin(char opening, char closing, Form form) {
  newItem();
  m_out += opening;
  m_levels.push_back({closing, !m_levels.empty() && m_levels.back().form == Form::Inline ? Form::Inline : form});
}

void JsonWriter::end() {
  const Level level = m_levels.back();
  m_levels.pop_back();
  if (!level.empty && level.form == Form::Lines) newLine();
  m_out += level.closing;
}

void JsonWriter::key(std::string_view key) {
  newItem();
  quoted(key);
  m_out += ": ";
  m_behindKey = true;
}

void JsonWriter::quoted(std::string_view value) {
  m_out += '"';
  for (char c : value) {
    switch (c) {
      case '"': m_out += "\\\""; break;
      case '\\': m_out += "\\\\"; break;
      case '\n': m_out += "\\n"; break;
      case '\r': m_out += "\\r"; break;
      case '\t': m_out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          m_out += "\\u00";
          m_out += "0123456789abcdef"[c >> 4];
          m_out += "0123456789abcdef"[c & 15];
        } else {
          m_out += c;
        }
    }
  }
  m_out += '"';
}

void JsonWriter::text(std::string_view value) {
  newItem();
  quoted(value);
}

void JsonWriter::flag(bool value) {
  newItem();
  m_out += value ? "true" : "false";
}

void JsonWriter::integer(std::int64_t value) {
  newItem();
  m_out += std::to_string(value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return text(std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf");
  newItem();
  char digits[32];
  const std::string_view shortest(digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, value).ptr - digits));
  m_out += shortest;
  if (shortest.find_first_of(".e") == std::string_view::npos) m_out += ".0";
}

void JsonWriter::seed(std::uint64_t value) {
  if (value <= static_cast<std::uint64_t>(kJsonWhole)) integer(static_cast<std::int64_t>(value));
  else text(std::to_string(value));
}

std::string JsonWriter::take() {
  m_out += '\n';
  return std::exchange(m_out, {});
}

}  // namespace glassbox
