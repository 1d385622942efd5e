#include "engine/core/params.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace glassbox {
namespace {

ParamDef baseParam(std::string key, Text label, Text help, ParamKind kind, ParamValue fallback) {
  ParamDef def;
  def.key = std::move(key);
  def.label = std::move(label);
  def.help = std::move(help);
  def.kind = kind;
  def.fallback = std::move(fallback);
  return def;
}

Result<ParamValue> checkRange(const ParamDef& def, double value, ParamValue typed) {
  if (std::isnan(value) || value < def.min || value > def.max)
    return Error(GB_TEXT("engine", "%1 is %2; it must lie between %3 and %4.").arg(def.key).arg(value).arg(def.min).arg(def.max));
  return typed;
}

}  // namespace

ParamDef integerParam(std::string key, Text label, Text help, std::int64_t fallback, std::int64_t min, std::int64_t max) {
  ParamDef def = baseParam(std::move(key), std::move(label), std::move(help), ParamKind::Integer, fallback);
  def.min = static_cast<double>(min);
  def.max = static_cast<double>(max);
  return def;
}

ParamDef numberParam(std::string key, Text label, Text help, double fallback, double min, double max, bool logarithmic) {
  ParamDef def = baseParam(std::move(key), std::move(label), std::move(help), ParamKind::Number, fallback);
  def.min = min;
  def.max = max;
  def.logarithmic = logarithmic;
  return def;
}

ParamDef switchParam(std::string key, Text label, Text help, bool fallback) {
  return baseParam(std::move(key), std::move(label), std::move(help), ParamKind::Switch, fallback);
}

ParamDef choiceParam(std::string key, Text label, Text help, std::string fallback, std::vector<ParamChoice> choices) {
  ParamDef def = baseParam(std::move(key), std::move(label), std::move(help), ParamKind::Choice, std::move(fallback));
  def.choices = std::move(choices);
  return def;
}

ParamDef extentsParam(std::string key, Text label, Text help, std::string fallback) {
  return baseParam(std::move(key), std::move(label), std::move(help), ParamKind::Extents, std::move(fallback));
}

ParamDef wordsParam(std::string key, Text label, Text help, std::string fallback) {
  return baseParam(std::move(key), std::move(label), std::move(help), ParamKind::Words, std::move(fallback));
}

ParamDef liveParam(ParamDef def) {
  def.keepsShapes = true;
  return def;
}

const ParamValue* Params::find(const std::string& key) const {
  auto at = m_values.find(key);
  return at == m_values.end() ? nullptr : &at->second;
}

bool Params::flag(const std::string& key) const { return std::get<bool>(m_values.at(key)); }
std::int64_t Params::integer(const std::string& key) const { return std::get<std::int64_t>(m_values.at(key)); }
double Params::number(const std::string& key) const { return std::get<double>(m_values.at(key)); }
const std::string& Params::words(const std::string& key) const { return std::get<std::string>(m_values.at(key)); }

const ParamDef* findParam(std::span<const ParamDef> defs, const std::string& key) {
  auto at = std::find_if(defs.begin(), defs.end(), [&](const ParamDef& def) { return def.key == key; });
  return at == defs.end() ? nullptr : &*at;
}

Result<ParamValue> checkParam(const ParamDef& def, const ParamValue& value) {
  const auto* whole = std::get_if<std::int64_t>(&value);
  const auto* number = std::get_if<double>(&value);
  const auto* words = std::get_if<std::string>(&value);
  switch (def.kind) {
    case ParamKind::Switch:
      if (std::holds_alternative<bool>(value)) return value;
      return Error(GB_TEXT("engine", "%1 must be true or false.").arg(def.key));
    case ParamKind::Integer:
      if (whole) return checkRange(def, static_cast<double>(*whole), value);
      if (number && *number == std::floor(*number) && std::abs(*number) < 0x1p53)
        return checkRange(def, *number, static_cast<std::int64_t>(*number));
      return Error(GB_TEXT("engine", "%1 must be a whole number.").arg(def.key));
    case ParamKind::Number:
      if (whole) return checkRange(def, static_cast<double>(*whole), static_cast<double>(*whole));
      if (number) return checkRange(def, *number, value);
      return Error(GB_TEXT("engine", "%1 must be a number.").arg(def.key));
    case ParamKind::Choice: {
      std::string known;
      for (const ParamChoice& choice : def.choices) {
        if (words && choice.key == *words) return value;
        known += (known.empty() ? "" : ", ") + choice.key;
      }
      return Error(GB_TEXT("engine", "%1 is \"%2\"; it must be one of %3.").arg(def.key).arg(writeParam(value).substr(0, 60)).arg(known));
    }
    case ParamKind::Extents: {
      if (!words) return Error(GB_TEXT("engine", "%1 must be a shape such as 784 or 1x28x28.").arg(def.key));
      Result<Shape> shape = parseShape(*words);
      if (!shape) return shape.error();
      return ParamValue(shape->str());
    }
    case ParamKind::Words:
      if (words) return value;
      return Error(GB_TEXT("engine", "%1 must be words.").arg(def.key));
  }
  return Error(GB_TEXT("engine", "%1 has no kind.").arg(def.key));
}

Result<ParamValue> readParam(const ParamDef& def, const std::string& words) {
  if (def.kind == ParamKind::Switch) {
    if (words == "true" || words == "false") return ParamValue(words == "true");
    return checkParam(def, words);
  }
  if (def.kind == ParamKind::Integer || def.kind == ParamKind::Number) {
    const char* end = words.data() + words.size();
    std::int64_t whole = 0;
    if (auto [at, error] = std::from_chars(words.data(), end, whole); error == std::errc() && at == end) return checkParam(def, whole);
    double number = 0;
    if (auto [at, error] = std::from_chars(words.data(), end, number); error == std::errc() && at == end) return checkParam(def, number);
  }
  return checkParam(def, words);
}

std::string writeParam(const ParamValue& value) {
  if (auto flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (auto whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (auto number = std::get_if<double>(&value)) {
    char buffer[32];
    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, *number);
    return std::string(buffer, end);
  }
  return std::get<std::string>(value);
}

Result<Params> complete(std::span<const ParamDef> defs, const Params& given) {
  Params out;
  for (const auto& [key, value] : given.values()) {
    const ParamDef* def = findParam(defs, key);
    if (!def) {
      std::string known;
      for (const ParamDef& d : defs) known += (known.empty() ? "" : ", ") + d.key;
      if (known.empty()) return Error(GB_TEXT("engine", "There is no setting \"%1\" here.").arg(key.substr(0, 60)));
      return Error(GB_TEXT("engine", "There is no setting \"%1\" here; known are %2.").arg(key.substr(0, 60)).arg(known));
    }
    Result<ParamValue> checked = checkParam(*def, value);
    if (!checked) return checked.error();
    out.set(key, *checked);
  }
  for (const ParamDef& def : defs)
    if (!out.has(def.key)) out.set(def.key, def.fallback);
  return out;
}

}  // namespace glassbox
