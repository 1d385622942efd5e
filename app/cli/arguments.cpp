#include "app/cli/arguments.h"

#include <charconv>

namespace glassbox::cli {
namespace {

bool isOption(const std::string& word) { return word.size() > 2 && word[0] == '-' && word[1] == '-'; }

template<class T> Result<T> read(const std::string& option, const std::string& words, T min, T max) {
  T value{};
  const char* end = words.data() + words.size();
  auto [at, error] = std::from_chars(words.data(), end, value);
  if (error != std::errc() || at != end || !(value >= min) || !(value <= max))
    return Error(GB_TEXT("cli", "%1 is \"%2\"; it must be a number between %3 and %4.").arg(option).arg(words).arg(min).arg(max));
  return value;
}

}  // namespace

Result<Arguments> Arguments::parse(const std::vector<std::string>& words, const std::map<std::string, Takes>& known) {
  Arguments out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!isOption(word)) {
      out.m_positional.push_back(word);
      continue;
    }
    auto at = known.find(word);
    if (at == known.end()) return Error(GB_TEXT("cli", "There is no option %1 here.").arg(word));
    std::vector<std::string>& values = out.m_options[word];
    if (at->second == Takes::None) continue;
    if (i + 1 == words.size() || isOption(words[i + 1])) return Error(GB_TEXT("cli", "%1 needs a value behind it.").arg(word));
    values.push_back(words[++i]);
    while (at->second == Takes::Many && i + 1 < words.size() && !isOption(words[i + 1])) values.push_back(words[++i]);
  }
  return out;
}

std::string Arguments::value(const std::string& option, const std::string& fallback) const {
  auto at = m_options.find(option);
  return at == m_options.end() || at->second.empty() ? fallback : at->second.back();
}

std::vector<std::string> Arguments::values(const std::string& option) const {
  auto at = m_options.find(option);
  return at == m_options.end() ? std::vector<std::string>{} : at->second;
}

Result<std::int64_t> Arguments::integer(const std::string& option, std::int64_t fallback, std::int64_t min, std::int64_t max) const {
  return has(option) ? read<std::int64_t>(option, value(option), min, max) : fallback;
}

Result<double> Arguments::number(const std::string& option, double fallback, double min, double max) const {
  return has(option) ? read<double>(option, value(option), min, max) : fallback;
}

}  // namespace glassbox::cli
