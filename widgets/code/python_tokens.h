// The words of a line of Python, as far as colours need them.
#pragma once

#include <QString>

#include <vector>

namespace glassbox {

struct PythonToken {
  enum class Kind { Keyword, Number, String, Comment, Name };  ///< Name: what `def` and `class` introduce
  Kind kind;
  int start, length;
  bool operator==(const PythonToken&) const = default;
};

struct PythonLine {
  std::vector<PythonToken> tokens;
  QString open;  ///< the quotes of a string of several lines that goes on: """ or '''
};

/// `open` is what the line before left open.
PythonLine pythonTokens(const QString& line, const QString& open);

} // namespace glassbox
