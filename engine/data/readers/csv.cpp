#include "engine/data/readers/csv.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <map>

#include "engine/data/readers/file.h"
#include "engine/data/readers/readers.h"

namespace glassbox {
namespace {

using Kind = CsvValue::Kind;

constexpr std::size_t kMaxClasses = 1000; // more different targets are no classes
constexpr std::size_t kMaxWords = 1000;   // different words of all columns that become columns of 0 and 1
constexpr std::size_t kFewValues = 20;    // so many whole numbers may be classes

/// Where something was seen first.
struct Sighting {
  std::int64_t row = 0, line = 0; // row 0: never
  std::string words;
};

struct Column {
  std::string name;
  std::int64_t numbers = 0, words = 0;
  bool whole = true; // all numbers are whole
  Sighting firstWords, firstMissing, firstOutOfRange;
  bool isWords() const { return words > 0 && words >= numbers; }
  bool isMixed() const { return words > 0 && words < numbers; }
};

/// Key of a class: a number where all targets are numbers, else words. 1 and 1.0 are one class.
struct ClassKey {
  double number = 0;
  std::string words;
  bool operator<(const ClassKey& other) const { return number != other.number ? number < other.number : words < other.words; }
};

std::string nameOf(const ClassKey& key) {
  if (!key.words.empty()) return excerpt(key.words, 120);
  if (key.number == std::floor(key.number) && std::abs(key.number) < 0x1p53) return std::to_string(static_cast<std::int64_t>(key.number));
  char buffer[32];
  return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, key.number).ptr);
}

/// Reads one table in passes over its text: survey (what each column holds), collect (classes, words, means), fill.
/// Nothing but the text and the result grows with the number of rows.
class CsvTable {
 public:
  CsvTable(std::string_view text, const std::filesystem::path& path, const Params& params, CsvLayout layout)
      : m_text(text), m_path(path.string()), m_name(fileName(path)), m_params(params), m_layout(std::move(layout)) {
    for (const std::string& name : m_layout.names) m_columns.emplace_back().name = name;
    m_leaveOutMissing = params.words("missing") == "leave_out";
  }

  Result<Dataset> read() {
    m_notes = m_layout.notes;
    using Step = Result<void> (CsvTable::*)();
    for (Step step : {&CsvTable::findTarget, &CsvTable::findLeftOut, &CsvTable::survey, &CsvTable::checkColumns, &CsvTable::collect, &CsvTable::chooseTask})
      if (Result<void> done = (this->*step)(); !done) return done.error();
    return fill();
  }

 private:
  std::string place(std::int64_t line) const { return m_path + ":" + std::to_string(line); }
  std::string shown(std::size_t column) const { return excerpt(m_columns[column].name); }

  /// Calls visit(rows, cells), which gives a Result<void>, for every data row of full width; `rows` stands on it.
  template<class F> Result<void> forRows(const F& visit) {
    CsvRows rows(m_text, m_layout.delimiter, m_name);
    std::vector<CsvCell> cells;
    m_uneven = 0;
    for (bool first = true;; first = false) {
      Result<bool> more = rows.next(cells);
      if (!more) return Error(more.error().what, place(rows.line()), more.error().hint);
      m_empty = rows.emptyRows();
      if (!*more) return {};
      if (first && !m_layout.firstRowIsData()) continue;
      if (cells.size() != m_columns.size()) {
        ++m_uneven;
        if (m_params.words("uneven_rows") == "leave_out") continue;
        return Error(GB_TEXT("engine", "Row %1 of %2 has %3 values, the rows before it %4.")
                         .arg(rows.row())
                         .arg(m_name)
                         .arg(cells.size())
                         .arg(m_columns.size()),
                     place(rows.line()), GB_TEXT("engine", "Repair the file, or leave the row out."));
      }
      if (Result<void> done = visit(rows, cells); !done) return done;
    }
  }

  Result<void> findTarget() {
    const std::string& wanted = m_params.words("target");
    m_target = m_columns.size() - 1;
    if (wanted.empty()) {
      m_notes.push_back(GB_TEXT("engine", "The target is the last column, \"%1\".").arg(shown(m_target)));
      return {};
    }
    const Result<std::size_t> found = findColumn(wanted, m_layout.names, m_path);
    if (!found) return found.error();
    m_target = *found;
    m_notes.push_back(GB_TEXT("engine", "The target is column %1, \"%2\".").arg(m_target + 1).arg(shown(m_target)));
    return {};
  }

  Result<void> findLeftOut() {
    m_out.assign(m_columns.size(), false);
    Result<std::vector<std::size_t>> columns = findColumns(m_params.words("left_out"), m_layout.names, m_path);
    if (!columns) return columns.error();
    if (columns->empty()) return {};
    std::string names;
    for (const std::size_t c : *columns) {
      if (c == m_target)
        return Error(GB_TEXT("engine", "Column \"%1\" of %2 is the target and cannot be left out.").arg(shown(c)).arg(m_name), m_path,
                     GB_TEXT("engine", "Choose another target first."));
      m_out[c] = true;
    }
    for (std::size_t c = 0; c < m_columns.size(); ++c)
      if (m_out[c]) names += (names.empty() ? "" : ", ") + shown(c);
    m_notes.push_back(GB_TEXT("engine", "Left out, as the setting says: %1.").arg(excerpt(names, 200)));
    return {};
  }

  Result<void> survey() {
    Result<void> done = forRows([&](const CsvRows& rows, const std::vector<CsvCell>& cells) -> Result<void> {
      ++m_rows;
      for (std::size_t c = 0; c < cells.size(); ++c) note(m_columns[c], cells[c], rows);
      return {};
    });
    if (!done) return done;
    if (m_rows == 0 && m_uneven == 0)
      return Error(GB_TEXT("engine", "%1 has a header and no rows below it.").arg(m_name), m_path,
                   GB_TEXT("engine", "Add rows; if row 1 is no header, set header to no."));
    if (m_rows == 0)
      return Error(GB_TEXT("engine", "%1 has no rows with %2 values.").arg(m_name).arg(m_columns.size()), m_path,
                   GB_TEXT("engine", "Choose a file with rows."));
    if (m_uneven > 0) m_notes.push_back(GB_TEXT("engine", "%1 rows with another number of values were left out.").arg(m_uneven));
    if (m_empty > 0) m_notes.push_back(GB_TEXT("engine", "%1 empty lines were left out.").arg(m_empty));
    return {};
  }

  static void see(Sighting& sighting, const CsvCell& cell, const CsvRows& rows) {
    if (sighting.row == 0) sighting = {rows.row(), rows.line(), excerpt(cell.words())};
  }

  static void note(Column& column, const CsvCell& cell, const CsvRows& rows) {
    const CsvValue value = valueOf(cell);
    switch (value.kind) {
    case Kind::Missing:
      see(column.firstMissing, cell, rows);
      break;
    case Kind::Words:
      see(column.firstWords, cell, rows), ++column.words;
      break;
    case Kind::OutOfRange:
      see(column.firstOutOfRange, cell, rows), ++column.numbers;
      break;
    case Kind::Number:
      ++column.numbers;
      column.whole = column.whole && value.number == std::floor(value.number);
      break;
    }
  }

  Error oddWords(std::size_t c) const {
    const Sighting& seen = m_columns[c].firstWords;
    Text hint = GB_TEXT("engine", "Repair the value; if it stands for a missing one, write NA.");
    const bool comma = seen.words.find(',') != std::string::npos && seen.words.find_first_not_of("+-0123456789,") == std::string::npos;
    if (comma)
      hint = GB_TEXT("engine", "Write numbers with a decimal point in place of the comma.");
    else if (seen.row == 1)
      hint = GB_TEXT("engine", "If row 1 is a header, set header to yes.");
    else if (c == m_target)
      hint = GB_TEXT("engine", "Repair the value, or set task to classes.");
    return Error(GB_TEXT("engine", "Row %1 of %2 has \"%3\" in column \"%4\", where other rows have numbers.")
                     .arg(seen.row)
                     .arg(m_name)
                     .arg(seen.words)
                     .arg(shown(c)),
                 place(seen.line), hint);
  }

  bool wantsClasses() const { return m_params.words("task") == "classes"; }
  bool wantsNumbers() const { return m_params.words("task") == "regression"; }
  bool targetIsWords() const { return m_columns[m_target].words > 0; }

  /// Decides which columns are used, and refuses what they cannot be used with.
  Result<void> checkColumns() {
    const std::string& textColumns = m_params.words("text_columns");
    m_used.assign(m_columns.size(), true);
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
      const Column& column = m_columns[c];
      if (m_out[c]) {
        m_used[c] = false;
        continue;
      }
      if (c == m_target && wantsNumbers() && column.words > 0)
        return Error(GB_TEXT("engine", "Row %1 of %2 has \"%3\" in the target column \"%4\", and a regression needs numbers.")
                         .arg(column.firstWords.row)
                         .arg(m_name)
                         .arg(column.firstWords.words)
                         .arg(shown(c)),
                     place(column.firstWords.line), GB_TEXT("engine", "Set task to classes, or choose another target."));
      if (column.isMixed() && !(c == m_target && wantsClasses())) return oddWords(c);
      if (column.firstOutOfRange.row != 0 && column.words == 0)
        return Error(GB_TEXT("engine", "Row %1 of %2 has %3 in column \"%4\": a number that large or small cannot be held.")
                         .arg(column.firstOutOfRange.row)
                         .arg(m_name)
                         .arg(column.firstOutOfRange.words)
                         .arg(shown(c)),
                     place(column.firstOutOfRange.line), GB_TEXT("engine", "Use another unit in this column."));
      if (c == m_target || !column.isWords()) continue;
      const std::string& words = column.firstWords.words;
      if (words.find(',') != std::string::npos && words.find_first_not_of("+-0123456789,") == std::string::npos)
        return Error(GB_TEXT("engine", "Column \"%1\" of %2 holds \"%3\" in row %4.")
                         .arg(shown(c))
                         .arg(m_name)
                         .arg(words)
                         .arg(column.firstWords.row),
                     place(column.firstWords.line), GB_TEXT("engine", "Write numbers with a decimal point in place of the comma."));
      if (textColumns == "refuse")
        return Error(GB_TEXT("engine", "Column \"%1\" of %2 holds words, such as \"%3\" in row %4.")
                         .arg(shown(c))
                         .arg(m_name)
                         .arg(words)
                         .arg(column.firstWords.row),
                     place(column.firstWords.line),
                     GB_TEXT("engine", "Set text_columns to one_hot for a column of 0 and 1 for each word, or to leave_out."));
      if (textColumns == "leave_out") {
        m_used[c] = false;
        m_notes.push_back(GB_TEXT("engine", "Column \"%1\" holds words and was left out.").arg(shown(c)));
      }
    }
    if (std::count(m_used.begin(), m_used.end(), true) < 2)
      return Error(GB_TEXT("engine", "%1 has no input column left.").arg(m_name), m_path,
                   std::count(m_out.begin(), m_out.end(), true) > 0 ? GB_TEXT("engine", "Leave fewer columns out.") : GB_TEXT("engine", "Set text_columns to one_hot."));
    return checkMissing();
  }

  Result<void> checkMissing() {
    if (m_leaveOutMissing) return {};
    const bool refuse = m_params.words("missing") == "refuse";
    std::size_t first = m_columns.size();
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
      const bool counts = m_used[c] && m_columns[c].firstMissing.row != 0 && (refuse || c == m_target);
      if (counts && (first == m_columns.size() || m_columns[c].firstMissing.row < m_columns[first].firstMissing.row)) first = c;
      if (!refuse && m_used[c] && c != m_target && m_columns[c].numbers + m_columns[c].words == 0)
        return Error(GB_TEXT("engine", "Column \"%1\" of %2 has no values at all.").arg(shown(c)).arg(m_name), m_path,
                     GB_TEXT("engine", "Remove the column from the file."));
    }
    if (first == m_columns.size()) return {};
    const Sighting& seen = m_columns[first].firstMissing;
    return Error(GB_TEXT("engine", "Row %1 of %2 has no value in column \"%3\".").arg(seen.row).arg(m_name).arg(shown(first)),
                 place(seen.line),
                 first == m_target ? GB_TEXT("engine", "Fill it in, or set missing to leave_out.")
                                   : GB_TEXT("engine", "Fill it in, or set missing to leave_out or mean."));
  }

  /// Whether a row takes part. Only rows with missing values can be left out.
  bool kept(const std::vector<CsvCell>& cells) const {
    if (!m_leaveOutMissing) return true;
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (m_used[c] && m_columns[c].firstMissing.row != 0 && cells[c].missing()) return false;
    return true;
  }

  ClassKey keyOf(const CsvCell& cell) const {
    if (targetIsWords()) return {0, cell.words()};
    return {valueOf(cell).number, {}};
  }

  /// Classes of the target, words of word columns, means of columns with gaps.
  Result<void> collect() {
    m_words.resize(m_columns.size());
    m_means.assign(m_columns.size(), 0);
    std::vector<std::int64_t> counts(m_columns.size(), 0);
    std::vector<std::size_t> wanted; // columns to look at: words, and numbers with gaps
    for (std::size_t c = 0; c < m_columns.size(); ++c)
      if (c != m_target && m_used[c] && (m_columns[c].isWords() || m_columns[c].firstMissing.row != 0)) wanted.push_back(c);
    std::size_t words = 0;
    bool tooManyClasses = false;
    m_kept = 0;
    Result<void> done = forRows([&](const CsvRows&, const std::vector<CsvCell>& cells) -> Result<void> {
      if (!kept(cells)) return {};
      ++m_kept;
      if (!wantsNumbers() && !tooManyClasses) {
        m_classes.emplace(keyOf(cells[m_target]), 0);
        tooManyClasses = m_classes.size() > kMaxClasses;
      }
      for (std::size_t c : wanted) {
        const Column& column = m_columns[c];
        if (cells[c].missing()) continue;
        if (column.isWords()) {
          words += m_words[c].emplace(cells[c].words(), 0).second;
          if (words > kMaxWords)
            return Error(GB_TEXT("engine", "The words of %1 would become more than %2 columns; the last one was \"%3\".")
                             .arg(m_name)
                             .arg(kMaxWords)
                             .arg(shown(c)),
                         m_path, GB_TEXT("engine", "Set text_columns to leave_out."));
        } else {
          m_means[c] += valueOf(cells[c]).number;
          ++counts[c];
        }
      }
      return {};
    });
    if (!done) return done;
    if (m_kept == 0)
      return Error(GB_TEXT("engine", "Every row of %1 has a missing value; none is left.").arg(m_name), m_path,
                   GB_TEXT("engine", "Set missing to mean."));
    if (m_kept < m_rows) m_notes.push_back(GB_TEXT("engine", "%1 rows with missing values were left out.").arg(m_rows - m_kept));
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
      if (counts[c] > 0) m_means[c] /= static_cast<double>(counts[c]);
      if (!m_used[c] || m_leaveOutMissing || m_columns[c].firstMissing.row == 0) continue;
      m_notes.push_back(m_columns[c].isWords() ? GB_TEXT("engine", "Missing words of column \"%1\" are 0 in all its columns.").arg(shown(c))
                                               : GB_TEXT("engine", "%1 missing values of column \"%2\" became its mean, %3.")
                                                     .arg(m_kept - counts[c])
                                                     .arg(shown(c))
                                                     .arg(m_means[c]));
    }
    if (!wantsNumbers() && tooManyClasses && (targetIsWords() || wantsClasses()))
      return Error(GB_TEXT("engine", "The target column \"%1\" of %2 has more than %3 different values: too many to be classes.")
                       .arg(shown(m_target))
                       .arg(m_name)
                       .arg(kMaxClasses),
                   m_path, GB_TEXT("engine", "Choose another target."));
    return {};
  }

  /// Classes or numbers? Words are classes; few different whole numbers are taken for classes, and that is said.
  Result<void> chooseTask() {
    const std::string target = shown(m_target);
    const std::size_t different = m_classes.size();
    const bool zeroOne = different == 2 && m_classes.begin()->first.number == 0 && std::next(m_classes.begin())->first.number == 1;
    const bool few = different >= 2 && different <= kFewValues && (zeroOne || static_cast<std::int64_t>(different) * 5 < m_kept);
    const bool whole = !targetIsWords() && m_columns[m_target].whole;
    m_isClasses = wantsClasses() || targetIsWords() || (!wantsNumbers() && whole && few);
    if (!m_isClasses) {
      if (wantsNumbers())
        m_notes.push_back(GB_TEXT("engine", "The target \"%1\" is a number, as the setting task says.").arg(target));
      else
        m_notes.push_back(GB_TEXT("engine", "The target \"%1\" is taken as a number (regression).").arg(target));
      return {};
    }
    if (different < 2)
      return Error(GB_TEXT("engine", "The target column \"%1\" of %2 holds only \"%3\": there is nothing to tell apart.")
                       .arg(target)
                       .arg(m_name)
                       .arg(nameOf(m_classes.begin()->first)),
                   m_path, GB_TEXT("engine", "Choose another target."));
    float next = 0;
    for (auto& [key, index] : m_classes) index = next++;
    if (wantsClasses())
      m_notes.push_back(GB_TEXT("engine", "The target \"%1\" has %2 classes, as the setting task says.").arg(target).arg(different));
    else if (targetIsWords())
      m_notes.push_back(
          GB_TEXT("engine", "The target \"%1\" holds words: %2 classes, in the order of the alphabet.").arg(target).arg(different));
    else
      m_notes.push_back(
          GB_TEXT("engine",
                  "The target \"%1\" has %2 different whole numbers and is taken as classes; set task to regression to predict a number.")
              .arg(target)
              .arg(different));
    return {};
  }

  /// Names and numbers of the classes; a summary line brings both, if the target is the column that it speaks of.
  std::vector<std::string> classNames() {
    std::vector<std::string> names;
    if (m_layout.summary && m_target + 1 == m_columns.size()) {
      for (auto& [key, index] : m_classes) index = static_cast<float>(key.number);
      return m_layout.summaryClasses;
    }
    for (const auto& [key, index] : m_classes) names.push_back(nameOf(key));
    return names;
  }

  Result<Dataset> fill() {
    Dataset data;
    Field x, y;
    x.name = "x";
    y.name = "y";
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
      if (c == m_target || !m_used[c]) continue;
      if (!m_columns[c].isWords()) x.labels.push_back(m_columns[c].name);
      for (auto& [word, index] : m_words[c]) {
        index = x.labels.size();
        x.labels.push_back(m_columns[c].name + "=" + excerpt(word));
      }
      if (!m_words[c].empty())
        m_notes.push_back(
            GB_TEXT("engine", "Column \"%1\" holds words and became %2 columns of 0 and 1.").arg(shown(c)).arg(m_words[c].size()));
    }
    const std::size_t width = x.labels.size(), rows = static_cast<std::size_t>(m_kept);
    std::int64_t bytes = 0;
    if (m_kept >= kMaxSamples || __builtin_mul_overflow(static_cast<std::int64_t>(sizeof(float) * (width + 1)), m_kept, &bytes))
      return Error(GB_TEXT("engine", "%1 has %2 rows, more than the lab can number.").arg(m_name).arg(m_kept), m_path,
                   GB_TEXT("engine", "Use a part of the data."));
    if (Result<void> fits = checkMemory(bytes, m_name); !fits) return Error(fits.error().what, m_path, fits.error().hint);
    x.type.shape = Shape{static_cast<std::int64_t>(width)};
    x.numbers = Buffer<float>(rows * width);
    y.numbers = Buffer<float>(rows);
    if (m_isClasses) {
      data.classNames = classNames();
      data.task = taskOfClasses(data.classes());
    } else {
      data.task = DataTask::Regression;
      y.type.shape = Shape{1};
      y.labels = {m_columns[m_target].name};
    }

    std::size_t row = 0;
    Result<void> done = forRows([&](const CsvRows&, const std::vector<CsvCell>& cells) -> Result<void> {
      if (!kept(cells)) return {};
      float* out = x.numbers.data() + row * width;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        if (c == m_target || !m_used[c]) continue;
        if (m_columns[c].isWords()) {
          if (auto at = m_words[c].find(cells[c].words()); at != m_words[c].end()) x.numbers[row * width + at->second] = 1;
          out += m_words[c].size();
        } else {
          const CsvValue value = valueOf(cells[c]);
          *out++ = static_cast<float>(value.kind == Kind::Missing ? m_means[c] : value.number);
        }
      }
      y.numbers[row] = m_isClasses ? m_classes.at(keyOf(cells[m_target])) : static_cast<float>(valueOf(cells[m_target]).number);
      ++row;
      return {};
    });
    if (!done) return done.error();
    assert(row == rows);
    data.inputs.push_back(std::move(x));
    data.target = std::move(y);
    data.notes = std::move(m_notes);
    data.train = m_kept;
    return data;
  }

  std::string_view m_text;
  std::string m_path, m_name;
  const Params& m_params;
  CsvLayout m_layout;
  bool m_leaveOutMissing = false;
  std::vector<Column> m_columns;
  std::vector<bool> m_out;   // by the setting
  std::vector<bool> m_used;
  std::size_t m_target = 0;
  std::int64_t m_rows = 0, m_kept = 0; // of full width; of these without a gap that matters
  std::int64_t m_uneven = 0, m_empty = 0;
  bool m_isClasses = false;
  std::map<ClassKey, float> m_classes;                     // index of each class
  std::vector<std::map<std::string, std::size_t>> m_words; // by column: place of each word among the inputs
  std::vector<double> m_means;
  std::vector<DataNote> m_notes;
};

} // namespace

Result<std::size_t> findColumn(const std::string& wanted, const std::vector<std::string>& names, const std::filesystem::path& path) {
  if (const auto named = std::find(names.begin(), names.end(), wanted); named != names.end()) return static_cast<std::size_t>(named - names.begin());
  std::size_t number = 0;
  const auto [at, code] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
  if (code == std::errc() && at == wanted.data() + wanted.size() && number >= 1 && number <= names.size()) return number - 1;
  std::string known;
  for (std::size_t c = 0; c < std::min<std::size_t>(names.size(), 10); ++c) known += (c ? ", " : "") + excerpt(names[c]);
  if (names.size() > 10) known += ", …";
  return Error(GB_TEXT("engine", "%1 has no column \"%2\".").arg(fileName(path)).arg(excerpt(wanted)), path.string(),
               GB_TEXT("engine", "Its %1 columns are %2; a number from 1 on will do, too.").arg(names.size()).arg(known));
}

Result<std::vector<std::string>> csvColumns(const std::filesystem::path& path, const Params& params) {
  const Result<Glimpse> glimpse = glance(path);
  if (!glimpse) return glimpse.error();
  std::string_view head = glimpse->head;
  if (!glimpse->whole()) head = head.substr(0, head.find_last_of("\r\n"));  // the last row may be cut
  Result<std::string_view> text = checkText(head, path);
  if (!text) return text.error();
  Result<CsvLayout> layout = findLayout(*text, path, params);
  if (!layout) return layout.error();
  return layout->names;
}

std::string joinColumns(const std::vector<std::string>& names, const std::vector<std::size_t>& columns) {
  std::string out;
  for (const std::size_t c : columns) {
    const bool plain = names[c].find(',') == std::string::npos && !names[c].empty() && names[c].front() != ' ' && names[c].back() != ' ';
    out += (out.empty() ? "" : ",") + (plain ? names[c] : std::to_string(c + 1));
  }
  return out;
}

Result<std::vector<std::size_t>> findColumns(const std::string& words, const std::vector<std::string>& names, const std::filesystem::path& path) {
  std::vector<std::size_t> columns;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = std::min(words.find(',', at), words.size());
    std::string name = words.substr(at, end - at);
    at = end + 1;
    name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
    name.erase(name.find_last_not_of(' ') + 1);
    if (name.empty()) continue;
    const Result<std::size_t> found = findColumn(name, names, path);
    if (!found) return found.error();
    columns.push_back(*found);
  }
  return columns;
}

Result<Dataset> parseCsv(std::string_view bytes, const std::filesystem::path& path, const Params& params) {
  Result<std::string_view> text = checkText(bytes, path);
  if (!text) return text.error();
  Result<CsvLayout> layout = findLayout(*text, path, params);
  if (!layout) return layout.error();
  return CsvTable(*text, path, params, *std::move(layout)).read();
}

namespace readers {
namespace {

bool looksLike(const Glimpse& glimpse) {
  if (glimpse.isFolder) return false;
  std::string extension = glimpse.path.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  // A file that calls itself a table is read as one, so that what is wrong with it is said in a table's words.
  return extension == ".csv" || extension == ".tsv" || looksLikeCsv(glimpse.head, glimpse.whole());
}

Result<Dataset> read(const std::filesystem::path& path, const Params& params, const LoadContext&) {
  Result<Buffer<std::uint8_t>> bytes = readWhole(path);
  if (!bytes) return bytes.error();
  Result<Dataset> data = parseCsv({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, path, params);
  if (!data) return data;
  data->sourceBytes = static_cast<std::int64_t>(bytes->size());
  data->sourceHash = hashBytes(bytes->data(), bytes->size());
  return data;
}

} // namespace

const ReaderDef& csv() {
  static const ReaderDef def{
      "csv",
      GB_TEXT("engine", "Table (CSV)"),
      GB_TEXT("engine", "Rows of numbers in a text file, one column of which is the target. Delimiter, header and kind of target are found "
                        "by looking; what was found is listed."),
      {wordsParam("target", GB_TEXT("engine", "Target column"),
                  GB_TEXT("engine", "Name or number (from 1) of the column to predict. Empty: the last one."), ""),
       wordsParam("left_out", GB_TEXT("engine", "Columns left out"),
                  GB_TEXT("engine", "Names or numbers of columns that are no inputs, with commas between them: a number of the row, a name."), ""),
       choiceParam("task", GB_TEXT("engine", "Kind of target"),
                   GB_TEXT("engine", "Classes are told apart, a regression predicts a number. Found by looking: words and few different "
                                     "whole numbers are classes."),
                   "auto",
                   {{"auto", GB_TEXT("engine", "found by looking")},
                    {"classes", GB_TEXT("engine", "classes")},
                    {"regression", GB_TEXT("engine", "number")}}),
       choiceParam(
           "missing", GB_TEXT("engine", "Missing values"),
           GB_TEXT("engine", "What to do about empty places, NA, NaN and ?. The mean is taken over all rows of the file, test rows too."),
           "refuse",
           {{"refuse", GB_TEXT("engine", "refuse the file")},
            {"leave_out", GB_TEXT("engine", "leave the row out")},
            {"mean", GB_TEXT("engine", "mean of the column")}}),
       choiceParam("text_columns", GB_TEXT("engine", "Columns of words"),
                   GB_TEXT("engine", "What to do about input columns that hold words. A column for each word holds 0 or 1."), "refuse",
                   {{"refuse", GB_TEXT("engine", "refuse the file")},
                    {"one_hot", GB_TEXT("engine", "a column for each word")},
                    {"leave_out", GB_TEXT("engine", "leave the column out")}}),
       choiceParam("uneven_rows", GB_TEXT("engine", "Uneven rows"),
                   GB_TEXT("engine", "What to do about rows with more or fewer values than there are columns."), "refuse",
                   {{"refuse", GB_TEXT("engine", "refuse the file")}, {"leave_out", GB_TEXT("engine", "leave the row out")}}),
       choiceParam("delimiter", GB_TEXT("engine", "Delimiter"), GB_TEXT("engine", "What stands between two values."), "auto",
                   {{"auto", GB_TEXT("engine", "found by looking")},
                    {"comma", GB_TEXT("engine", "comma")},
                    {"semicolon", GB_TEXT("engine", "semicolon")},
                    {"tab", GB_TEXT("engine", "tab")},
                    {"bar", GB_TEXT("engine", "bar")}}),
       choiceParam("header", GB_TEXT("engine", "Header"), GB_TEXT("engine", "Whether row 1 holds the names of the columns."), "auto",
                   {{"auto", GB_TEXT("engine", "found by looking")},
                    {"yes", GB_TEXT("engine", "row 1 is a header")},
                    {"no", GB_TEXT("engine", "row 1 holds values")}})},
      looksLike,
      read};
  return def;
}

} // namespace readers
} // namespace glassbox
