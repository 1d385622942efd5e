// One description of a parameter serves the form, the file, the range check, the help and the translations.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/shape.h"

namespace glassbox {

enum class ParamKind { Integer, Number, Switch, Choice, Extents, Words };

using ParamValue = std::variant<bool, std::int64_t, double, std::string>;

struct ParamChoice {
  std::string key;  ///< as in files and on the command line
  Text label;
  bool operator==(const ParamChoice&) const = default;
};

struct ParamDef {
  std::string key;
  Text label;
  Text help;
  ParamKind kind = ParamKind::Number;
  ParamValue fallback = 0.0;  ///< the default
  double min = 0;             ///< smallest and largest value of Integer and Number, both allowed
  double max = 0;
  bool logarithmic = false;   ///< a slider moves through orders of magnitude (0, where allowed, is its left end)
  std::string unit;
  std::vector<ParamChoice> choices;  ///< of Choice
  bool keepsShapes = false;          ///< may be changed while the network trains
};

// Makers, so that a table of parameters reads as one.
ParamDef integerParam(std::string key, Text label, Text help, std::int64_t fallback, std::int64_t min, std::int64_t max);
ParamDef numberParam(std::string key, Text label, Text help, double fallback, double min, double max, bool logarithmic = false);
ParamDef switchParam(std::string key, Text label, Text help, bool fallback);
ParamDef choiceParam(std::string key, Text label, Text help, std::string fallback, std::vector<ParamChoice> choices);
ParamDef extentsParam(std::string key, Text label, Text help, std::string fallback);
ParamDef wordsParam(std::string key, Text label, Text help, std::string fallback);
ParamDef liveParam(ParamDef def);  ///< the same, changeable while training

/// Values by key. What is not set has its default; reading asks for the definition's type.
class Params {
 public:
  Params() = default;
  Params(std::initializer_list<std::pair<const std::string, ParamValue>> values) : m_values(values) {}

  void set(const std::string& key, ParamValue value) { m_values[key] = std::move(value); }
  void erase(const std::string& key) { m_values.erase(key); }
  bool has(const std::string& key) const { return m_values.count(key) != 0; }
  const ParamValue* find(const std::string& key) const;
  const std::map<std::string, ParamValue>& values() const { return m_values; }

  // Readers of a complete set (see `complete`): the key must be there with that type.
  bool flag(const std::string& key) const;
  std::int64_t integer(const std::string& key) const;
  double number(const std::string& key) const;
  const std::string& words(const std::string& key) const;

  bool operator==(const Params&) const = default;

 private:
  std::map<std::string, ParamValue> m_values;
};

const ParamDef* findParam(std::span<const ParamDef> defs, const std::string& key);

/// Checks one value against its definition and gives it the definition's type (an integer becomes a number where
/// one is wanted). Fails outside the range, for an unknown choice, for the wrong type.
Result<ParamValue> checkParam(const ParamDef& def, const ParamValue& value);

/// Reads one value from words, as on the command line: "0.1", "true", "adam", "1x28x28".
Result<ParamValue> readParam(const ParamDef& def, const std::string& words);

/// Value as the command line would read it.
std::string writeParam(const ParamValue& value);

/// All keys of `defs`, checked, defaults in place of what is absent. Fails for a key that `defs` lacks.
Result<Params> complete(std::span<const ParamDef> defs, const Params& given);

}  // namespace glassbox
