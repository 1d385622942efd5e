// Writes JSON that is the same bytes for the same values: two spaces a level, shortest numbers, keys in the order given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace glassbox {

class JsonWriter {
 public:
  /// Lines: each item on a line of its own. Inline: all on one line, with all it holds.
  enum class Form { Lines, Inline };

  void beginObject(Form form = Form::Lines) { begin('{', '}', form); }
  void beginArray(Form form = Form::Lines) { begin('[', ']', form); }
  /// Closes the innermost object or array.
  void end();
  void key(std::string_view key);

  void text(std::string_view value);
  void flag(bool value);
  void integer(std::int64_t value);
  /// The shortest digits that give the same double again, always with a point or an exponent, so that it stays apart
  /// from a whole number. What is not finite becomes "nan", "inf" or "-inf" in quotes.
  void number(double value);
  /// A whole number; above 2^53 its digits in quotes.
  void seed(std::uint64_t value);

  // A key and its value.
  void text(std::string_view name, std::string_view value) { key(name), text(value); }
  void flag(std::string_view name, bool value) { key(name), flag(value); }
  void integer(std::string_view name, std::int64_t value) { key(name), integer(value); }
  void number(std::string_view name, double value) { key(name), number(value); }
  void seed(std::string_view name, std::uint64_t value) { key(name), seed(value); }

  /// All of it, with a line break at the end.
  std::string take();

 private:
  struct Level {
    char closing;
    Form form;
    bool empty = true;
  };
  void begin(char opening, char closing, Form form);
  void newItem();
  void newLine();
  void quoted(std::string_view value);

  std::string m_out;
  std::vector<Level> m_levels;
  bool m_behindKey = false;
};

}  // namespace glassbox
