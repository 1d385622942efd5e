#include "widgets/formula/voice.h"

namespace glassbox {
namespace {

struct Word {
  char32_t sign;
  const char* word;
};
constexpr Word kWords[] = {
    {U'+', "plus"},         {U'−', "minus"},         {U'⋅', "times"},     {U'×', "times"},       {U'/', "over"},         {U'±', "plus or minus"},
    {U'∓', "minus or plus"}, {U'⊙', "element-wise times"}, {U'⊗', "tensor product"}, {U'⊕', "direct sum"}, {U'∗', "star"},  {U'∘', "after"},
    {U'÷', "divided by"},   {U'=', "equals"},        {U'<', "is less than"}, {U'>', "is greater than"}, {U'≤', "is less than or equal to"},
    {U'≥', "is greater than or equal to"}, {U'≠', "is not equal to"}, {U'≈', "is approximately"}, {U'≡', "is identical to"},
    {U'∼', "is distributed as"}, {U'∝', "is proportional to"}, {U'∈', "in"}, {U'∉', "not in"}, {U'⊂', "is a subset of"}, {U'⊆', "is a subset of or equal to"},
    {U'→', "goes to"},      {U'←', "becomes"},       {U'↦', "maps to"},   {U'⇒', "implies"},     {U'⟹', "implies"},      {U'⇔', "if and only if"},
    {U'≪', "is much less than"}, {U'≫', "is much greater than"}, {U'∣', "given"}, {U'|', "bar"}, {U'∥', "is parallel to"}, {U'⟂', "is perpendicular to"},
    {U':', "such that"},    {U'∂', "partial"},       {U'∇', "the gradient of"}, {U'∞', "infinity"}, {U'∀', "for all"},   {U'∃', "there exists"},
    {U'…', "and so on"},    {U'⋯', "and so on"},     {U'⋮', "and so on"}, {U'⋱', "and so on"},   {U'∅', "the empty set"}, {U'ℓ', "l"},
    {U'⊤', "transpose"},    {U'′', "prime"},         {U'!', "factorial"}, {U'%', "percent"},     {U'∪', "union"},        {U'∩', "intersection"},
    {U'∧', "and"},          {U'∨', "or"},            {U'¬', "not"},       {U'½', "one half"},    {U'°', "degrees"},      {U'∴', "therefore"},
    {U'α', "alpha"},        {U'β', "beta"},          {U'γ', "gamma"},     {U'δ', "delta"},       {U'ε', "epsilon"},      {U'ϵ', "epsilon"},
    {U'ζ', "zeta"},         {U'η', "eta"},           {U'θ', "theta"},     {U'ϑ', "theta"},       {U'ι', "iota"},         {U'κ', "kappa"},
    {U'λ', "lambda"},       {U'μ', "mu"},            {U'ν', "nu"},        {U'ξ', "xi"},          {U'π', "pi"},           {U'ρ', "rho"},
    {U'σ', "sigma"},        {U'ς', "sigma"},         {U'τ', "tau"},       {U'υ', "upsilon"},     {U'ϕ', "phi"},          {U'φ', "phi"},
    {U'χ', "chi"},          {U'ψ', "psi"},           {U'ω', "omega"},     {U'Γ', "capital gamma"}, {U'Δ', "capital delta"}, {U'Θ', "capital theta"},
    {U'Λ', "capital lambda"}, {U'Ξ', "capital xi"},  {U'Π', "capital pi"}, {U'Σ', "capital sigma"}, {U'Φ', "capital phi"}, {U'Ψ', "capital psi"},
    {U'Ω', "capital omega"},
};

QString text(const char* words) { return QString::fromUtf8(words); }

class EnglishVoice : public Voice {
 public:
  QString sign(char32_t sign, Alphabet alphabet) const override {
    QString name = QString::fromUcs4(&sign, 1);
    for (const Word& word : kWords)
      if (word.sign == sign) name = text(word.word);
    if (alphabet == Alphabet::Bold || alphabet == Alphabet::BoldSymbol) return text("bold ") + name;
    if (alphabet == Alphabet::Calligraphic) return text("script ") + name;
    if (alphabet == Alphabet::Blackboard && sign == U'R') return text("the real numbers");
    if (alphabet == Alphabet::Blackboard && sign == U'E') return text("the expectation of");
    return name;
  }
  QString negative() const override { return text("minus"); }
  QString times() const override { return text("times"); }
  QString open(char32_t d) const override { return text("open ") + nameOf(d); }
  QString close(char32_t d) const override { return text("close ") + nameOf(d); }
  QString enclosed(char32_t d, const Spoken& inside) const override {
    const QString what = d == U'‖' ? text("norm") : text("absolute value");
    return text("the %1 of %2").arg(what, inside.words) + (inside.simple ? QString() : text(", end ") + what + text(","));
  }
  QString call(const QString& function, const Spoken& argument) const override { return text("%1 of %2").arg(function, argument.words); }
  QString fraction(const Spoken& above, const Spoken& below) const override {
    if (above.words == text("1") && below.words == text("2")) return text("one half");
    if (above.simple && below.simple) return text("%1 over %2").arg(above.words, below.words);
    return text("the fraction %1 over %2, end fraction,").arg(above.words, below.words);
  }
  QString derivative(const QString& of, const QString& by, bool partial) const override {
    const QString kind = partial ? text("the partial derivative") : text("the derivative");
    return of.isEmpty() ? text("%1 with respect to %2 of").arg(kind, by) : text("%1 of %2 with respect to %3").arg(kind, of, by);
  }
  QString choose(const Spoken& above, const Spoken& below) const override { return text("%1 choose %2").arg(above.words, below.words); }
  QString root(const Spoken& inside, const QString& degree) const override {
    const QString kind = degree.isEmpty() ? text("the square root of ") : degree == text("3") ? text("the cube root of ") : text("the %1-th root of ").arg(degree);
    return kind + inside.words + (inside.simple ? QString() : text(", end root,"));
  }
  QString power(const QString& base, const Spoken& exponent) const override {
    const bool whole = base.startsWith(text("the ")); // "the norm of W, squared": all of it
    if (whole && exponent.words == text("2")) return base + text(", squared");
    if (exponent.words == text("2")) return base + text(" squared");
    if (exponent.words == text("3")) return base + text(" cubed");
    return text("%1 to the power of %2").arg(base, exponent.words) + (exponent.simple ? QString() : text(", end power,"));
  }
  QString transposed(const QString& base) const override { return base + text(" transpose"); }
  QString primed(const QString& base, int primes) const override {
    return base + (primes == 1 ? text(" prime") : primes == 2 ? text(" double prime") : text(" %1 primes").arg(primes));
  }
  QString lower(const QString& base, const Spoken& index) const override {
    return isShort(index.words) ? base + u' ' + index.words : text("%1 sub %2, end sub,").arg(base, index.words);
  }
  QString upper(const QString& base, const Spoken& index) const override { return text("%1 superscript %2").arg(base, index.words); }
  QString accented(char32_t mark, const Spoken& base) const override {
    const QString behind = mark == U'\u0302'   ? text(" hat")
                           : mark == U'\u0304' ? text(" bar")
                           : mark == U'\u0303' ? text(" tilde")
                           : mark == U'\u0307' ? text(" dot")
                           : mark == U'\u0308' ? text(" double dot")
                                               : QString();
    if (mark == U'\u20D7') return text("vector ") + base.words;
    return base.simple ? base.words + behind : text("%1, all%2,").arg(base.words, behind);
  }
  QString labelled(const QString& base, const QString& label) const override { return text("%1, which is %2,").arg(base, label); }
  QString operation(char32_t sign, const QString& function, const QString& below, const QString& above, bool) const override {
    QString name = sign == U'∑' ? text("the sum") : sign == U'∏' ? text("the product") : sign == U'∫' ? text("the integral") : QString();
    if (sign == U'⋃') name = text("the union");
    if (sign == U'⋂') name = text("the intersection");
    if (sign && name.isEmpty()) name = QString::fromUcs4(&sign, 1);
    if (!sign) {
      const bool limit = function == text("lim");
      const QString full = function == text("max")       ? text("the maximum")
                           : function == text("min")     ? text("the minimum")
                           : function == text("arg max") ? text("the argument of the maximum")
                           : function == text("arg min") ? text("the argument of the minimum")
                           : limit                       ? text("the limit")
                                                         : function;
      if (below.isEmpty()) return function == text("max") || function == text("min") ? function : full;
      if (limit) return text("the limit as %1 of").arg(below);
      return text("%1 over %2 of").arg(full, below);
    }
    if (below.isEmpty() && above.isEmpty()) return name + text(" of");
    if (above.isEmpty()) return text("%1 over %2 of").arg(name, below);
    if (below.isEmpty()) return text("%1 to %2 of").arg(name, above);
    return text("%1 from %2 to %3 of").arg(name, below, above);
  }
  QString byDimensions() const override { return text("by"); }
  QString definedAs() const override { return text("is defined as"); }
  QString matrix(const std::vector<QStringList>& rows, bool determinant) const override {
    QStringList parts;
    for (std::size_t i = 0; i < rows.size(); ++i) parts << text("row %1: %2").arg(i + 1).arg(rows[i].join(text(", ")));
    const QString what = determinant ? text("determinant") : text("matrix");
    return text("the %1 by %2 %3, %4, end %3,").arg(QString::number(rows.size()), QString::number(rows.empty() ? 0 : rows[0].size()), what, parts.join(text("; ")));
  }
  QString cases(const std::vector<QStringList>& rows) const override {
    QStringList parts;
    for (const QStringList& row : rows) parts << row.join(text(", "));
    return text("by cases: ") + parts.join(text("; "));
  }
  QString lines(const QStringList& rows) const override { return rows.join(text("; ")); }
  QString pause() const override { return text(","); }

 private:
  /// "i", "n k", "12": heard as an index without being told.
  static bool isShort(const QString& index) {
    const QStringList parts = index.split(u' ');
    for (const QString& part : parts) {
      bool greek = false;
      for (const Word& word : kWords) greek = greek || (word.sign >= U'α' && word.sign <= U'ω' && part == text(word.word));
      bool number = false;
      part.toInt(&number);
      if (part.size() > 1 && !number && !greek && parts.size() > 1) return false;
    }
    return true;
  }
  static QString nameOf(char32_t d) {
    switch (d) {
    case U'[':
    case U']':
      return text("bracket");
    case U'{':
    case U'}':
      return text("brace");
    case U'|':
      return text("bar");
    case U'‖':
      return text("double bar");
    case U'⟨':
    case U'⟩':
      return text("angle bracket");
    default:
      return text("parenthesis");
    }
  }
};

} // namespace

const Voice& englishVoice() {
  static const EnglishVoice voice;
  return voice;
}

} // namespace glassbox
