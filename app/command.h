// One thing the program can do, as the list of commands names and finds it.
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace glassbox {

struct Command {
  QString english, chinese; ///< its name
  QString group;            ///< in the language in use: "File", "Example"
  QString keys{};
  QString icon{};
  QString tip{};            ///< what it does and why
  bool enabled = true;
  std::function<void()> run;
};

/// Places of the commands that fit, best first. Every word typed is a part of the English or of the Chinese name, in whatever
/// case; or what is typed are the first letters of the English name's words ("ns": New seed). A name that begins so comes before
/// one with a word that does, and that before one that holds it somewhere. Nothing typed: all, in their order.
std::vector<std::size_t> commandsThatFit(const std::vector<Command>& commands, const QString& typed);

} // namespace glassbox
