// Finds the delimiter, the header and the names of the columns of a table.
#include <algorithm>
#include <cfloat>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "engine/data/readers/csv.h"
#include "engine/data/readers/file.h"
#include "engine/text/utf8.h"

namespace glassbox {
namespace {

using Kind = CsvValue::Kind;
using Rows = std::vector<std::vector<CsvCell>>;

constexpr int kLookRows = 100;                    // rows that decide about delimiter and header
constexpr std::string_view kDelimiters = "\t;|,"; // where two fit equally, the comma may be a decimal one

Text delimiterName(char delimiter) {
  switch (delimiter) {
  case ';':
    return GB_TEXT("engine", "semicolons");
  case '\t':
    return GB_TEXT("engine", "tabs");
  case '|':
    return GB_TEXT("engine", "bars");
  default:
    return GB_TEXT("engine", "commas");
  }
}

/// The first rows; what stops the cutting early is reported by the reading proper.
Rows firstRows(std::string_view text, char delimiter, int count) {
  Rows out;
  CsvRows rows(text, delimiter, "");
  std::vector<CsvCell> cells;
  for (int i = 0; i < count; ++i) {
    Result<bool> more = rows.next(cells);
    if (!more || !*more) break;
    out.push_back(cells);
  }
  return out;
}

/// Share of the rows that have the most frequent number of cells, if that is two or more.
double agreement(const Rows& rows) {
  std::map<std::size_t, int> counts;
  for (const auto& cells : rows) ++counts[cells.size()];
  int most = 0;
  for (const auto& [cells, times] : counts)
    if (cells >= 2) most = std::max(most, times);
  return rows.empty() ? 0 : static_cast<double>(most) / static_cast<double>(rows.size());
}

char findDelimiter(std::string_view text) {
  char best = ',';
  double bestShare = 0;
  for (char delimiter : kDelimiters)
    if (const double share = agreement(firstRows(text, delimiter, kLookRows)); share > bestShare) {
      best = delimiter;
      bestShare = share;
    }
  return best;
}

/// Names above numbers, or words that do not come again below. Numbers may be names when they count on: 0, 1, 2 ...
bool looksLikeHeader(const Rows& rows) {
  const std::vector<CsvCell>& first = rows[0];
  std::set<std::string> names;
  double before = 0;
  int numbers = 0, words = 0;
  for (const CsvCell& cell : first) {
    const CsvValue value = valueOf(cell);
    if (value.kind == Kind::OutOfRange) return false;
    if (value.kind == Kind::Number && numbers++ > 0 && value.number != before + 1) return false;
    if (value.kind == Kind::Number) before = value.number;
    if (value.kind == Kind::Words) ++words;
    names.insert(cell.words());
  }
  if (words == 0 || numbers == 1) return false;
  if (rows.size() == 1) return numbers == 0;
  bool again = names.size() < first.size();
  for (std::size_t c = 0; c < first.size(); ++c) {
    if (valueOf(first[c]).kind != Kind::Words) continue;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      if (c >= rows[r].size()) continue;
      if (valueOf(rows[r][c]).kind == Kind::Number) return true;
      again = again || rows[r][c].text == first[c].text;
    }
  }
  return numbers == 0 && !again;
}

/// Reads the first line as "rows, features, class names" and holds it against the table.
bool isSummary(std::string_view text, char delimiter, const Rows& rows, std::vector<std::string>& classes) {
  const std::vector<CsvCell>& first = rows[0];
  if (rows.size() < 2 || first.size() < 3 || rows[1].size() < 2) return false;
  const CsvValue count = valueOf(first[0]), features = valueOf(first[1]);
  if (count.kind != Kind::Number || features.kind != Kind::Number) return false;
  if (features.number != static_cast<double>(rows[1].size() - 1)) return false;
  for (std::size_t c = 2; c < first.size(); ++c) {
    if (valueOf(first[c]).kind != Kind::Words) return false;
    classes.push_back(excerpt(first[c].words(), 120));
  }
  CsvRows all(text, delimiter, "");
  std::vector<CsvCell> cells;
  std::int64_t data = -1; // row 1 does not count
  for (Result<bool> more = all.next(cells); more && *more; more = all.next(cells)) {
    if (++data == 0) continue;
    const CsvValue label = valueOf(cells.back());
    if (cells.size() != rows[1].size() || label.kind != Kind::Number || label.number != std::floor(label.number)) return false;
    if (label.number < 0 || label.number >= static_cast<double>(classes.size())) return false;
  }
  return static_cast<double>(data) == count.number;
}

/// Names from the header, made complete and unique; each change leaves a note.
void nameColumns(CsvLayout& layout, const std::vector<CsvCell>& header, std::size_t columns) {
  std::set<std::string> taken;
  std::map<std::string, int> next;
  std::int64_t unnamed = 0, doubled = 0;
  std::string firstDoubled;
  auto numbered = [](std::size_t c) { return "column " + std::to_string(c + 1); };
  for (std::size_t c = 0; c < columns; ++c) {
    std::string name = layout.header && c < header.size() ? excerpt(header[c].words(), 120) : "";
    if (layout.header && name.find_first_not_of(" \t") == std::string::npos) {
      name = "";
      ++unnamed;
    }
    if (name.empty()) name = numbered(c);
    const std::string original = name;
    if (taken.count(name) && doubled++ == 0) firstDoubled = original;
    for (int& k = next[original]; taken.count(name);) name = original + " (" + std::to_string(++k + 1) + ")";
    taken.insert(name);
    layout.names.push_back(name);
  }
  if (unnamed > 0) layout.notes.push_back(GB_TEXT("engine", "%1 columns have no name and are called by their number.").arg(unnamed));
  if (doubled > 0)
    layout.notes.push_back(
        GB_TEXT("engine", "%1 columns repeat a name, such as \"%2\", and got a number behind it.").arg(doubled).arg(firstDoubled));
}

} // namespace

CsvValue valueOf(const CsvCell& cell) {
  // Whole numbers of up to 15 digits, exact in a double: nearly all cells of a table of pixels.
  if (!cell.text.empty() && cell.text.size() <= 15) {
    std::int64_t whole = 0;
    std::size_t i = 0;
    for (; i < cell.text.size() && cell.text[i] >= '0' && cell.text[i] <= '9'; ++i) whole = whole * 10 + (cell.text[i] - '0');
    if (i == cell.text.size()) return {Kind::Number, static_cast<double>(whole)};
  }
  if (cell.missing()) return {};
  std::string_view text = cell.text;
  if (cell.quoted) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  }
  if (text[0] == '+' && text.size() > 1 && text[1] != '-') text.remove_prefix(1);
  const char first = text[0] == '-' && text.size() > 1 ? text[1] : text[0];
  if (!((first >= '0' && first <= '9') || first == '.')) return {Kind::Words, 0}; // not inf, not nan
  const char* end = text.data() + text.size();
  double number = 0;
  const auto [at, code] = std::from_chars(text.data(), end, number);
  if (at != end || code == std::errc::invalid_argument) return {Kind::Words, 0};
  if (code != std::errc() || std::abs(number) > static_cast<double>(FLT_MAX)) return {Kind::OutOfRange, number};
  return {Kind::Number, number};
}

Result<std::string_view> checkText(std::string_view bytes, const std::filesystem::path& path) {
  const std::string name = fileName(path), place = path.string();
  const Text saveAsCsv = GB_TEXT("engine", "Save the table as \"CSV UTF-8\" and open that.");
  if (bytes.empty()) return Error(GB_TEXT("engine", "%1 is empty.").arg(name), place, GB_TEXT("engine", "Choose a file with rows."));
  if (std::optional<Text> foreign = foreignKind(bytes.substr(0, 65536)))
    return Error(GB_TEXT("engine", "%1 is %2, not a table.").arg(name).arg(*foreign), place, saveAsCsv);
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
    return Error(GB_TEXT("engine", "%1 is not a text: byte %2 is zero.").arg(name).arg(zero + 1), place, saveAsCsv);
  if (const std::size_t bad = findBadUtf8(bytes); bad != std::string_view::npos)
    return Error(GB_TEXT("engine", "%1 is not a text in UTF-8: byte %2 does not fit.").arg(name).arg(bad + 1), place, saveAsCsv);
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return Error(GB_TEXT("engine", "%1 holds only empty lines.").arg(name), place, GB_TEXT("engine", "Choose a file with rows."));
  return bytes;
}

Result<CsvLayout> findLayout(std::string_view text, const std::filesystem::path& path, const Params& params) {
  static const std::map<std::string, char, std::less<>> kNamed{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}};
  CsvLayout layout;
  const auto named = kNamed.find(params.words("delimiter"));
  layout.delimiter = named != kNamed.end() ? named->second : findDelimiter(text);
  const Rows rows = firstRows(text, layout.delimiter, kLookRows);
  if (rows.empty()) { // the first row cannot be cut: say why
    CsvRows again(text, layout.delimiter, fileName(path));
    std::vector<CsvCell> cells;
    Result<bool> cut = again.next(cells);
    return cut ? Error(GB_TEXT("engine", "%1 holds only empty lines.").arg(fileName(path)), path.string())
               : Error(cut.error().what, path.string() + ":1", cut.error().hint);
  }

  const std::string& header = params.words("header");
  if (header == "auto") {
    layout.summary = isSummary(text, layout.delimiter, rows, layout.summaryClasses);
    if (!layout.summary) layout.summaryClasses.clear();
    layout.header = !layout.summary && looksLikeHeader(rows);
  } else {
    layout.header = header == "yes";
  }
  const std::size_t columns = rows[layout.summary ? 1 : 0].size();
  if (columns < 2)
    return Error(
        GB_TEXT("engine", "%1 has one column; a table needs two or more: inputs and a target.").arg(fileName(path)), path.string(),
        GB_TEXT("engine", "If its columns are parted by something else than a comma, semicolon, tab or bar, save it anew with commas."));

  layout.notes.push_back(GB_TEXT("engine", "The values are parted by %1.").arg(delimiterName(layout.delimiter)));
  if (layout.header)
    layout.notes.push_back(GB_TEXT("engine", "Row 1 is a header."));
  else if (!layout.summary)
    layout.notes.push_back(GB_TEXT("engine", "There is no header; the columns are called by their numbers."));
  if (layout.summary) {
    std::string classes;
    for (const std::string& one : layout.summaryClasses) classes += (classes.empty() ? "" : ", ") + one;
    layout.notes.push_back(GB_TEXT("engine", "Row 1 is a summary, not a header: %1 rows, %2 inputs, and the classes %3.")
                               .arg(rows[0][0].text)
                               .arg(rows[0][1].text)
                               .arg(excerpt(classes, 200)));
  }
  nameColumns(layout, rows[0], columns);
  return layout;
}

bool looksLikeCsv(std::string_view head, bool whole) {
  if (foreignKind(head)) return false;
  if (!whole) {
    const std::size_t end = head.find_last_of("\r\n"); // the last row may be cut
    head = end == std::string_view::npos ? withoutCutCharacter(head) : head.substr(0, end);
  }
  if (head.empty() || findBadUtf8(head) != std::string_view::npos) return false;
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const Rows rows = firstRows(head, findDelimiter(head), 20);
  // Prose has commas too, but not the same number of them in nearly all lines.
  return rows.size() >= 2 && agreement(rows) >= (rows.size() < 4 ? 1.0 : 0.75);
}

} // namespace glassbox
