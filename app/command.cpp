#include "app/command.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace glassbox {
namespace {

enum Fit { kWhole, kInitials, kWords, kInside, kNot };

QStringList wordsOf(const QString& name) {
  static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
  return name.split(between, Qt::SkipEmptyParts);
}

QString initialsOf(const QString& name) {
  QString initials;
  for (const QString& word : wordsOf(name)) initials += word.front();
  return initials;
}

Fit fitOf(const QString& name, const QString& typed) {
  if (name.startsWith(typed, Qt::CaseInsensitive)) return kWhole;
  if (typed.size() > 1 && initialsOf(name).startsWith(typed, Qt::CaseInsensitive)) return kInitials;
  const QStringList parts = typed.split(u' ', Qt::SkipEmptyParts), words = wordsOf(name);
  const auto begins = [&](const QString& part) { return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(part, Qt::CaseInsensitive); }); };
  if (std::all_of(parts.begin(), parts.end(), begins)) return kWords;
  if (std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return name.contains(part, Qt::CaseInsensitive); })) return kInside;
  return kNot;
}

} // namespace

std::vector<std::size_t> commandsThatFit(const std::vector<Command>& commands, const QString& typed) {
  const QString wanted = typed.simplified();
  std::array<std::vector<std::size_t>, kNot + 1> found;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const Fit fit = wanted.isEmpty() ? kWhole : std::min(fitOf(commands[i].english, wanted), fitOf(commands[i].chinese, wanted));
    found[static_cast<std::size_t>(fit)].push_back(i);
  }
  std::vector<std::size_t> best;
  for (int fit = kWhole; fit < kNot; ++fit) best.insert(best.end(), found[static_cast<std::size_t>(fit)].begin(), found[static_cast<std::size_t>(fit)].end());
  return best;
}

} // namespace glassbox
