// Tables as text: rows of values between commas, semicolons, tabs or bars.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/params.h"
#include "engine/data/dataset.h"

namespace glassbox {

/// One value of a row as it stands in the text, without its quotes and, when unquoted, without spaces around it.
struct CsvCell {
  std::string_view text;
  bool quoted = false;
  bool doubled = false; ///< holds doubled quotes that stand for one

  std::string words() const;
  bool missing() const; ///< empty, NA, NaN or ?
};

/// Cuts a text into rows and cells (RFC 4180, and lone carriage returns). Nothing is copied.
class CsvRows {
 public:
  CsvRows(std::string_view text, char delimiter, std::string name) : m_text(text), m_delimiter(delimiter), m_name(std::move(name)) {}

  /// The next row into `cells`; false after the last. A row without a character in it is skipped.
  /// Fails for an open quote, for text after a closing quote, and for more than 100,000 columns.
  Result<bool> next(std::vector<CsvCell>& cells);

  std::int64_t row() const { return m_row; }         ///< number of the row last read, counted from 1 with header and empty rows
  std::int64_t line() const { return m_line; }       ///< line that row begins in: differs where quotes hold line breaks
  std::int64_t emptyRows() const { return m_empty; } ///< skipped so far, but for those at the end of the text

 private:
  std::string_view m_text;
  char m_delimiter;
  std::string m_name;
  std::size_t m_at = 0;
  std::int64_t m_row = 0, m_line = 0, m_nextLine = 1, m_empty = 0;
};

/// What one cell holds.
struct CsvValue {
  enum class Kind { Missing, Number, OutOfRange, Words } kind = Kind::Missing;
  double number = 0;
};

/// Decimal numbers with a point and an exponent at will; no locale, no hexadecimal, no infinity.
CsvValue valueOf(const CsvCell& cell);

/// How a table is laid out, found by looking at it or as its reader was told.
struct CsvLayout {
  char delimiter = ',';
  bool header = false;
  /// Row 1 is "150,4,setosa,versicolor,virginica": rows, features, class names (as scikit-learn ships its tables).
  bool summary = false;
  std::vector<std::string> summaryClasses;
  std::vector<std::string> names; ///< of the columns, unique
  std::vector<DataNote> notes;
  bool firstRowIsData() const { return !header && !summary; }
};
Result<CsvLayout> findLayout(std::string_view text, const std::filesystem::path& path, const Params& params);

/// Fails for what is not a text in UTF-8; else the text without its byte order mark.
Result<std::string_view> checkText(std::string_view bytes, const std::filesystem::path& path);

/// Names of the columns, from the start of the file: what a list of them shows before the whole is read, or when it cannot be.
Result<std::vector<std::string>> csvColumns(const std::filesystem::path& path, const Params& params);

/// A column by its name, or by its number from 1 on. Fails where there is none, with the names of those that there are.
Result<std::size_t> findColumn(const std::string& wanted, const std::vector<std::string>& names, const std::filesystem::path& path);

/// Names of columns as the setting "left_out" holds them, and back. Commas part them; a name that has one itself is written as
/// the column's number.
std::string joinColumns(const std::vector<std::string>& names, const std::vector<std::size_t>& columns);
/// Fails for a column that is not there.
Result<std::vector<std::size_t>> findColumns(const std::string& words, const std::vector<std::string>& names, const std::filesystem::path& path);

/// Reads a table; `path` only gives it a name. `params` are those of the reader "csv", complete. Opens no file.
Result<Dataset> parseCsv(std::string_view bytes, const std::filesystem::path& path, const Params& params);

/// Whether the start of a file (`whole`: all of it) is a text whose first rows have columns.
bool looksLikeCsv(std::string_view head, bool whole);

} // namespace glassbox
