// A sentence for the user that is not yet in the user's language: an English source with %1 %2 ..., and arguments.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace glassbox {

struct Text;

/// One argument of a Text: words that stay as they are (a file name), a number that is formatted for the reader,
/// or a Text that is translated itself (a layer's title).
struct TextArg {
  std::variant<std::string, std::int64_t, double, std::vector<Text>> value;
};

struct Text {
  const char* context = "";  ///< translation context, e.g. "engine"; a literal
  const char* source = "";   ///< English sentence; a literal, so that it is also the key of its translation
  std::vector<TextArg> args;

  bool empty() const { return *source == '\0'; }

  /// The same text with one more argument; `Text("...%1...").arg(7)`.
  template<class T> Text arg(const T& value) const&;
  template<class T> Text arg(const T& value) &&;
};

bool operator==(const TextArg& a, const TextArg& b);
bool operator==(const Text& a, const Text& b);

namespace detail {
template<class T> TextArg textArg(const T& value) {
  if constexpr (std::is_same_v<T, Text>) return TextArg{std::vector<Text>{value}};
  else if constexpr (std::is_integral_v<T>) return TextArg{static_cast<std::int64_t>(value)};
  else if constexpr (std::is_floating_point_v<T>) return TextArg{static_cast<double>(value)};
  else return TextArg{std::string(value)};
}
}  // namespace detail

template<class T> Text Text::arg(const T& value) const& {
  Text copy = *this;
  copy.args.push_back(detail::textArg(value));
  return copy;
}
template<class T> Text Text::arg(const T& value) && {
  args.push_back(detail::textArg(value));
  return std::move(*this);
}

/// The sentence in English: what a test compares and what a program without translations prints.
std::string english(const Text& text);

/// Puts `args` (already words) in place of %1 ... %9 of `pattern`.
std::string fillPlaces(const std::string& pattern, const std::vector<std::string>& args);

}  // namespace glassbox

/// Marks a text for translation; lupdate finds it by -tr-function-alias QT_TRANSLATE_NOOP+=GB_TEXT.
#define GB_TEXT(context, sentence) (::glassbox::Text{context, sentence, {}})
