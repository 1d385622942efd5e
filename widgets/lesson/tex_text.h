// A TeX formula as a line of Unicode characters with raised and lowered parts: how a formula stands within a text.
#pragma once

#include <QString>

#include <vector>

namespace glassbox {

enum class TexScript { Normal, Sub, Super };

struct TexRun {
  QString text;
  TexScript script = TexScript::Normal;
  bool operator==(const TexRun&) const = default;
};

/// The formula in runs: letters become the italic letters of mathematics, a fraction a/b with brackets where it needs them.
/// An unknown command stays as its name, so that it is seen.
std::vector<TexRun> texRuns(const QString& tex);

/// The same in one string, for names and for screen readers: raised parts behind ^, lowered ones behind _.
QString texPlain(const QString& tex);

/// `words` with each $formula$ in it replaced by texPlain: labels and choices.
QString withPlainFormulas(const QString& words);

} // namespace glassbox
