// A value, or a sentence that says what happened, where, and what to do.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "engine/core/text.h"

namespace glassbox {

struct Error {
  Text what;          ///< what happened, in one sentence
  std::string place;  ///< file, line, node or byte it happened at; may be empty
  Text hint;          ///< what to do; may be empty

  Error() = default;
  explicit Error(Text w, std::string p = {}, Text h = {}) : what(std::move(w)), place(std::move(p)), hint(std::move(h)) {}
  bool operator==(const Error&) const = default;
};

/// "place: what hint" in English.
inline std::string english(const Error& error) {
  std::string out = error.place.empty() ? "" : error.place + ": ";
  out += english(error.what);
  if (!error.hint.empty()) out += " " + english(error.hint);
  return out;
}

template<class T> class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return m_state.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return assert(ok()), std::get<0>(m_state); }
  const T& value() const& { return assert(ok()), std::get<0>(m_state); }
  T&& value() && { return assert(ok()), std::get<0>(std::move(m_state)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return assert(!ok()), std::get<1>(m_state); }

 private:
  std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template<> class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : m_error(std::move(error)) {}
  bool ok() const { return !m_error; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return assert(m_error), *m_error; }

 private:
  std::optional<Error> m_error;
};

}  // namespace glassbox
