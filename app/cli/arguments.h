// The words of a command line: what stands alone, and options with their values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/core/result.h"

namespace glassbox::cli {

/// How many values an option takes.
enum class Takes { None, One, Many };

class Arguments {
 public:
  /// Fails for an option that is not in `known` or lacks its value: wrong usage.
  static Result<Arguments> parse(const std::vector<std::string>& words, const std::map<std::string, Takes>& known);

  const std::vector<std::string>& positional() const { return m_positional; }
  bool has(const std::string& option) const { return m_options.count(option) != 0; }
  /// The last value of an option, or `fallback`.
  std::string value(const std::string& option, const std::string& fallback = {}) const;
  /// All values, in order.
  std::vector<std::string> values(const std::string& option) const;

  /// A whole number in a range. Fails with a sentence.
  Result<std::int64_t> integer(const std::string& option, std::int64_t fallback, std::int64_t min, std::int64_t max) const;
  Result<double> number(const std::string& option, double fallback, double min, double max) const;

 private:
  std::vector<std::string> m_positional;
  std::map<std::string, std::vector<std::string>> m_options;
};

}  // namespace glassbox::cli
