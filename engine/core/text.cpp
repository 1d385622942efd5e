#include "engine/core/text.h"

#include <charconv>
#include <cstring>

namespace glassbox {
namespace {

std::string shortNumber(double value) {
  char buffer[32];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 6);
  return error == std::errc() ? std::string(buffer, end) : std::string("?");
}

std::string englishArg(const TextArg& arg) {
  if (auto words = std::get_if<std::string>(&arg.value)) return *words;
  if (auto whole = std::get_if<std::int64_t>(&arg.value)) return std::to_string(*whole);
  if (auto number = std::get_if<double>(&arg.value)) return shortNumber(*number);
  return english(std::get<std::vector<Text>>(arg.value).front());
}

}  // namespace

bool operator==(const TextArg& a, const TextArg& b) { return a.value == b.value; }

bool operator==(const Text& a, const Text& b) {
  return std::strcmp(a.context, b.context) == 0 && std::strcmp(a.source, b.source) == 0 && a.args == b.args;
}

std::string fillPlaces(const std::string& pattern, const std::vector<std::string>& args) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
    const std::size_t index = place ? static_cast<std::size_t>(pattern[i + 1] - '1') : args.size();
    if (index < args.size()) {
      out += args[index];
      ++i;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

std::string english(const Text& text) {
  std::vector<std::string> args;
  for (const TextArg& arg : text.args) args.push_back(englishArg(arg));
  return fillPlaces(text.source, args);
}

}  // namespace glassbox
