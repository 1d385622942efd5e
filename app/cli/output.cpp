#include "app/cli/output.h"

#include <poll.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "app/cli/language.h"

namespace glassbox::cli {

void printLine(const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
}

void printJson(const Json& json) {
  printLine(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  std::fflush(stdout);
}

Result<void> finishOutput() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
  pollfd end{STDOUT_FILENO, POLLOUT, 0};
  if (::poll(&end, 1, 0) > 0 && (end.revents & POLLERR) != 0) return {};  // a pipe whose reader has what it wanted
  return Error(GB_TEXT("cli", "Not all of the output could be written; the disk may be full."), {}, GB_TEXT("cli", "Make room, or send it to another place."));
}

void remark(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

std::string words(const Text& text) { return inUsersLanguage(text); }

std::string words(const Error& error) {
  std::string out = error.place.empty() ? "" : error.place + ": ";
  out += words(error.what);
  if (!error.hint.empty()) out += " " + words(error.hint);
  return out;
}

int refuse(const Error& error) {
  remark(words(error));
  return kRefused;
}

int wrongUsage(const Error& error) {
  remark(words(error));
  remark(words(GB_TEXT("cli", "`glassbox-cli help` shows all commands.")));
  return kWrongUsage;
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

ProgressBar::ProgressBar() : m_terminal(isatty(STDERR_FILENO) == 1) {}
ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(double share, const std::string& label) {
  if (!m_terminal) return;
  constexpr int kWidth = 30;
  const int full = static_cast<int>(std::lround(std::min(1.0, std::max(0.0, share)) * kWidth));
  std::string line = "[" + std::string(static_cast<std::size_t>(full), '#') + std::string(static_cast<std::size_t>(kWidth - full), '.') + "] " + label;
  if (line == m_last) return;
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  m_last = line;
  m_shown = true;
}

void ProgressBar::clear() {
  if (m_shown) std::fprintf(stderr, "\r\033[K");
  m_shown = false;
  m_last.clear();
}

}  // namespace glassbox::cli
