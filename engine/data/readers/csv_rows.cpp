#include "engine/data/readers/csv.h"
#include "engine/data/readers/file.h"

namespace glassbox {
namespace {

constexpr std::size_t kMaxColumns = 100000;

bool isBlank(char c) { return c == ' ' || c == '\t'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return text;
}

} // namespace

std::string CsvCell::words() const {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (doubled && text[i] == '"') ++i; // the second of two quotes
  }
  return out;
}

bool CsvCell::missing() const {
  if (text.size() > 3) return false;
  return trim(text).empty() || text == "NA" || text == "?" || text == "NaN" || text == "nan" || text == "NAN";
}

Result<bool> CsvRows::next(std::vector<CsvCell>& cells) {
  cells.clear();
  const std::string_view t = m_text;
  std::int64_t empty = 0;
  for (;; ++empty) {
    std::size_t at = m_at;
    while (at < t.size() && isBlank(t[at]) && t[at] != m_delimiter) ++at;
    if (at >= t.size()) return false;
    if (t[at] != '\n' && t[at] != '\r') break;
    m_at = at + (t[at] == '\r' && at + 1 < t.size() && t[at + 1] == '\n' ? 2 : 1);
  }
  m_empty += empty;
  m_row += empty + 1;
  m_nextLine += empty;
  m_line = m_nextLine;

  while (true) {
    if (cells.size() == kMaxColumns)
      return Error(GB_TEXT("engine", "Row %1 of %2 has more than %3 values.").arg(m_row).arg(m_name).arg(kMaxColumns), {},
                   GB_TEXT("engine", "Check that the rows of the file end with line breaks."));
    CsvCell cell;
    std::size_t start = m_at;
    while (start < t.size() && t[start] == ' ') ++start;
    if (start < t.size() && t[start] == '"') {
      cell.quoted = true;
      std::size_t end = start + 1;
      for (;; ++end) {
        if (end >= t.size())
          return Error(GB_TEXT("engine", "A quote that opens in row %1 of %2 is never closed.").arg(m_row).arg(m_name), {},
                       GB_TEXT("engine", "Close it, or write a quote within a value twice."));
        if (t[end] == '\n' || (t[end] == '\r' && (end + 1 >= t.size() || t[end + 1] != '\n'))) ++m_nextLine;
        if (t[end] != '"') continue;
        if (end + 1 >= t.size() || t[end + 1] != '"') break;
        cell.doubled = true;
        ++end;
      }
      cell.text = t.substr(start + 1, end - start - 1);
      m_at = end + 1;
      while (m_at < t.size() && isBlank(t[m_at]) && t[m_at] != m_delimiter) ++m_at;
      if (m_at < t.size() && t[m_at] != m_delimiter && t[m_at] != '\n' && t[m_at] != '\r')
        return Error(
            GB_TEXT("engine", "Row %1 of %2 goes on after the closing quote of \"%3\".").arg(m_row).arg(m_name).arg(excerpt(cell.text)), {},
            GB_TEXT("engine", "Write a quote within a value twice."));
    } else {
      const std::size_t begin = m_at;
      std::size_t end = begin; // a local, so that the loop keeps it in a register
      for (const char delimiter = m_delimiter; end < t.size() && t[end] != delimiter && t[end] != '\n' && t[end] != '\r';) ++end;
      m_at = end;
      cell.text = trim(t.substr(begin, end - begin));
    }
    cells.push_back(cell);
    if (m_at < t.size() && t[m_at] == m_delimiter) {
      ++m_at;
      continue;
    }
    if (m_at < t.size()) { // at a line break
      if (t[m_at] == '\r' && m_at + 1 < t.size() && t[m_at + 1] == '\n') ++m_at;
      ++m_at;
    }
    ++m_nextLine;
    return true;
  }
}

} // namespace glassbox
