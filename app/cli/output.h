// What the command line prints: JSON lines or words on standard output, sentences and progress on standard error.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "engine/core/result.h"

namespace glassbox::cli {

/// Keeps the order in which keys are put in.
using Json = nlohmann::ordered_json;

/// Exit statuses of the contract.
inline constexpr int kDone = 0, kRefused = 1, kWrongUsage = 2;

void printLine(const std::string& line);
void printJson(const Json& json);
/// What was printed has come where standard output leads to, or why not. Where the reader has closed its end nothing is said.
Result<void> finishOutput();
/// A remark on standard error.
void remark(const std::string& line);

/// The sentence in the user's language.
std::string words(const Text& text);
std::string words(const Error& error);

/// Prints the sentence on standard error; returns kRefused or kWrongUsage.
int refuse(const Error& error);
int wrongUsage(const Error& error);

/// A progress bar on standard error when that is a terminal; else nothing.
class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();
  void show(double share, const std::string& label);
  void clear();

 private:
  bool m_terminal;
  bool m_shown = false;
  std::string m_last;
};

/// Finite numbers as they are; NaN and infinity as null, since JSON has none.
Json number(double value);

}  // namespace glassbox::cli
