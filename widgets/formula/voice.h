// What the parts of a formula are called in one language. The walk through the formula is in spoken.cpp.
#pragma once

#include "widgets/formula/tex_tree.h"

#include <QString>
#include <QStringList>

namespace glassbox {

/// A part that has been put into words; `simple` when its end is heard without a word for it: a letter, a number, x i.
struct Spoken {
  QString words;
  bool simple = true;
};

class Voice {
 public:
  virtual ~Voice() = default;

  virtual QString sign(char32_t sign, Alphabet alphabet) const = 0;
  virtual QString negative() const = 0; ///< a minus without a left operand
  virtual QString times() const = 0;    ///< between factors that stand side by side
  virtual QString open(char32_t delimiter) const = 0;
  virtual QString close(char32_t delimiter) const = 0;
  virtual QString enclosed(char32_t delimiter, const Spoken& inside) const = 0; ///< |x|, ‖x‖
  virtual QString call(const QString& function, const Spoken& argument) const = 0;
  virtual QString fraction(const Spoken& above, const Spoken& below) const = 0;
  virtual QString derivative(const QString& of, const QString& by, bool partial) const = 0;
  virtual QString choose(const Spoken& above, const Spoken& below) const = 0;
  virtual QString root(const Spoken& inside, const QString& degree) const = 0;
  virtual QString power(const QString& base, const Spoken& exponent) const = 0;
  virtual QString transposed(const QString& base) const = 0;
  virtual QString primed(const QString& base, int primes) const = 0;
  virtual QString lower(const QString& base, const Spoken& index) const = 0;
  virtual QString upper(const QString& base, const Spoken& index) const = 0; ///< a raised index that is no power
  virtual QString accented(char32_t mark, const Spoken& base) const = 0;
  virtual QString labelled(const QString& base, const QString& label) const = 0;
  /// Σ, max, lim with what stands below and above; either may be empty.
  virtual QString operation(char32_t sign, const QString& function, const QString& below, const QString& above, bool ranges) const = 0;
  virtual QString byDimensions() const = 0; ///< the × of R^{n × m}
  virtual QString definedAs() const = 0;    ///< :=
  virtual QString matrix(const std::vector<QStringList>& rows, bool determinant) const = 0;
  virtual QString cases(const std::vector<QStringList>& rows) const = 0;
  virtual QString lines(const QStringList& rows) const = 0;
  virtual QString pause() const = 0; ///< a comma
  virtual QString words(const QString& text) const { return text.trimmed(); }
};

const Voice& englishVoice();
const Voice& chineseVoice();

} // namespace glassbox
