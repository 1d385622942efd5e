// Read as in class: a fraction from below (“n 分之一”), a derivative as “L 对 w 的偏导数”, a sum as “对 i 求和”.
#include "widgets/formula/voice.h"

namespace glassbox {
namespace {

struct Word {
  char32_t sign;
  const char* word;
};
constexpr Word kWords[] = {
    {U'+', "加"},       {U'−', "减"},       {U'⋅', "乘以"},     {U'×', "乘以"},     {U'/', "除以"},     {U'±', "正负"},     {U'∓', "负正"},   {U'⊙', "逐元素乘以"},
    {U'⊗', "张量积"},   {U'⊕', "直和"},     {U'∗', "星"},       {U'∘', "复合"},     {U'÷', "除以"},     {U'=', "等于"},     {U'<', "小于"},   {U'>', "大于"},
    {U'≤', "小于等于"}, {U'≥', "大于等于"}, {U'≠', "不等于"},   {U'≈', "约等于"},   {U'≡', "恒等于"},   {U'∼', "服从"},     {U'∝', "正比于"}, {U'∈', "属于"},
    {U'∉', "不属于"},   {U'⊂', "包含于"},   {U'⊆', "包含于"},   {U'→', "趋于"},     {U'←', "更新为"},   {U'↦', "映射到"},   {U'⇒', "推出"},   {U'⟹', "推出"},
    {U'⇔', "等价于"},   {U'≪', "远小于"},   {U'≫', "远大于"},   {U'∣', "给定"},     {U'|', "竖线"},     {U'∥', "平行于"},   {U'⟂', "垂直于"}, {U':', "满足"},
    {U'∂', "偏"},       {U'∇', "梯度"},     {U'∞', "无穷"},     {U'∀', "任意"},     {U'∃', "存在"},     {U'…', "等等"},     {U'⋯', "等等"},   {U'⋮', "等等"},
    {U'⋱', "等等"},     {U'∅', "空集"},     {U'ℓ', "l"},        {U'⊤', "转置"},     {U'′', "撇"},       {U'!', "的阶乘"},   {U'%', "百分号"}, {U'∪', "并"},
    {U'∩', "交"},       {U'∧', "且"},       {U'∨', "或"},       {U'¬', "非"},       {U'½', "二分之一"}, {U'°', "度"},       {U'∴', "所以"},   {U'α', "阿尔法"},
    {U'β', "贝塔"},     {U'γ', "伽马"},     {U'δ', "德尔塔"},   {U'ε', "艾普西隆"}, {U'ϵ', "艾普西隆"}, {U'ζ', "泽塔"},     {U'η', "伊塔"},   {U'θ', "西塔"},
    {U'ϑ', "西塔"},     {U'ι', "约塔"},     {U'κ', "卡帕"},     {U'λ', "兰姆达"},   {U'μ', "缪"},       {U'ν', "纽"},       {U'ξ', "克西"},   {U'π', "派"},
    {U'ρ', "柔"},       {U'σ', "西格马"},   {U'ς', "西格马"},   {U'τ', "陶"},       {U'υ', "宇普西隆"}, {U'ϕ', "斐"},       {U'φ', "斐"},     {U'χ', "希"},
    {U'ψ', "普西"},     {U'ω', "欧米伽"},   {U'Γ', "大写伽马"}, {U'Δ', "大写德尔塔"}, {U'Θ', "大写西塔"}, {U'Λ', "大写兰姆达"}, {U'Ξ', "大写克西"}, {U'Π', "大写派"},
    {U'Σ', "大写西格马"}, {U'Φ', "大写斐"}, {U'Ψ', "大写普西"}, {U'Ω', "大写欧米伽"},
};

QString text(const char* words) { return QString::fromUtf8(words); }

class ChineseVoice : public Voice {
 public:
  QString sign(char32_t sign, Alphabet alphabet) const override {
    QString name = QString::fromUcs4(&sign, 1);
    for (const Word& word : kWords)
      if (word.sign == sign) name = text(word.word);
    if (alphabet == Alphabet::Bold || alphabet == Alphabet::BoldSymbol) return text("粗体 ") + name;
    if (alphabet == Alphabet::Calligraphic) return text("花体 ") + name;
    if (alphabet == Alphabet::Blackboard && sign == U'R') return text("实数集 R");
    if (alphabet == Alphabet::Blackboard && sign == U'E') return text("期望");
    return name;
  }
  QString negative() const override { return text("负"); }
  QString times() const override { return text("乘以"); }
  QString open(char32_t d) const override { return text("左") + nameOf(d); }
  QString close(char32_t d) const override { return text("右") + nameOf(d); }
  QString enclosed(char32_t d, const Spoken& inside) const override {
    const QString what = d == U'‖' ? text("范数") : text("绝对值");
    return text(inside.simple ? "%1 的%2" : "%1 整体的%2").arg(inside.words, what);
  }
  QString call(const QString& function, const Spoken& argument) const override {
    return argument.simple ? function + u' ' + argument.words : text("%1 左括号 %2 右括号").arg(function, argument.words);
  }
  QString fraction(const Spoken& above, const Spoken& below) const override {
    if (above.words == text("1") && below.words == text("2")) return text("二分之一");
    if (above.words == text("1") && below.simple) return below.words + text(" 分之一");
    if (above.simple && below.simple) return text("%1 分之 %2").arg(below.words, above.words);
    return text("分式，分子 %1，分母 %2，分式结束，").arg(above.words, below.words);
  }
  QString derivative(const QString& of, const QString& by, bool partial) const override {
    const QString kind = partial ? text("偏导数") : text("导数");
    return of.isEmpty() ? text("对 %1 求%2").arg(by, kind) : text("%1 对 %2 的%3").arg(of, by, kind);
  }
  QString choose(const Spoken& above, const Spoken& below) const override { return text("从 %1 中取 %2 的组合数").arg(above.words, below.words); }
  QString root(const Spoken& inside, const QString& degree) const override {
    const QString kind = degree.isEmpty() ? text("根号") : degree == text("3") ? text("三次根号") : text("%1 次根号").arg(degree);
    return inside.simple ? kind + u' ' + inside.words : text("%1下 %2，根号结束，").arg(kind, inside.words);
  }
  QString power(const QString& base, const Spoken& exponent) const override {
    if (exponent.words == text("2")) return base + text(" 的平方");
    if (exponent.words == text("3")) return base + text(" 的立方");
    return text("%1 的 %2 次方").arg(base, exponent.words);
  }
  QString transposed(const QString& base) const override { return base + text(" 的转置"); }
  QString primed(const QString& base, int primes) const override {
    return base + (primes == 1 ? text(" 撇") : primes == 2 ? text(" 两撇") : text(" %1 撇").arg(primes));
  }
  QString lower(const QString& base, const Spoken& index) const override {
    return isShort(index.words) ? base + u' ' + index.words : text("%1 下标 %2，").arg(base, index.words);
  }
  QString upper(const QString& base, const Spoken& index) const override { return text("%1 上标 %2").arg(base, index.words); }
  QString accented(char32_t mark, const Spoken& base) const override {
    const QString behind = mark == U'\u0302'   ? text("帽")
                           : mark == U'\u0304' ? text("拔")
                           : mark == U'\u0303' ? text("波浪")
                           : mark == U'\u0307' ? text("点")
                           : mark == U'\u0308' ? text("两点")
                                               : QString();
    if (mark == U'\u20D7') return text("向量 ") + base.words;
    return base.words + u' ' + (base.simple ? QString() : text("整体加")) + behind;
  }
  QString labelled(const QString& base, const QString& label) const override { return text("%1（%2）").arg(base, label); }
  QString operation(char32_t sign, const QString& function, const QString& below, const QString& above, bool ranges) const override {
    if (!sign) {
      const QString what = function == text("max")       ? text("最大值")
                           : function == text("min")     ? text("最小值")
                           : function == text("arg max") ? text("最大值点")
                           : function == text("arg min") ? text("最小值点")
                                                         : QString();
      if (function == text("lim")) return below.isEmpty() ? text("极限") : text("当 %1 时的极限，").arg(below);
      if (below.isEmpty()) return function;
      return what.isEmpty() ? text("%1 下标 %2，").arg(function, below) : text("对 %1 取%2，").arg(withCommas(below), what);
    }
    const QString what = sign == U'∑'   ? text("求和")
                         : sign == U'∏' ? text("连乘")
                         : sign == U'∫' ? text("积分")
                         : sign == U'⋃' ? text("取并集")
                         : sign == U'⋂' ? text("取交集")
                                        : QString::fromUcs4(&sign, 1);
    if (below.isEmpty() && above.isEmpty()) return what + text("，");
    if (above.isEmpty()) return text("对 %1 %2，").arg(withCommas(below), what);
    if (below.isEmpty()) return text("到 %1 %2，").arg(above, what);
    if (ranges) { // “i 从 1 到 n 求和”
      QString range = below;
      range.replace(text(" 等于 "), text(" 从 "));
      return text("%1 到 %2 %3，").arg(range, above, what);
    }
    return text("从 %1 到 %2 %3，").arg(below, above, what);
  }
  QString byDimensions() const override { return text("乘"); }
  QString definedAs() const override { return text("定义为"); }
  QString matrix(const std::vector<QStringList>& rows, bool determinant) const override {
    QStringList parts;
    for (std::size_t i = 0; i < rows.size(); ++i) parts << text("第 %1 行：%2").arg(i + 1).arg(rows[i].join(text("，")));
    const QString what = determinant ? text("行列式") : text("矩阵");
    return text("%1 行 %2 列%3，%4，%3结束，").arg(QString::number(rows.size()), QString::number(rows.empty() ? 0 : rows[0].size()), what, parts.join(text("；")));
  }
  QString cases(const std::vector<QStringList>& rows) const override {
    QStringList parts;
    for (const QStringList& row : rows) parts << row.join(text("，"));
    return text("分段函数：") + parts.join(text("；"));
  }
  QString lines(const QStringList& rows) const override { return rows.join(text("；")); }
  QString pause() const override { return text("，"); }

 private:
  static QString withCommas(QString list) { return list.replace(text("，"), text("、")); }
  static bool isShort(const QString& index) {
    for (const char* told : {"加", "减", "乘以", "等于", "，", "分之", "负"})
      if (index.contains(text(told))) return false;
    return true;
  }
  static QString nameOf(char32_t d) {
    switch (d) {
    case U'[':
    case U']':
      return text("方括号");
    case U'{':
    case U'}':
      return text("花括号");
    case U'|':
      return text("竖线");
    case U'‖':
      return text("双竖线");
    case U'⟨':
    case U'⟩':
      return text("尖括号");
    default:
      return text("括号");
    }
  }
};

} // namespace

const Voice& chineseVoice() {
  static const ChineseVoice voice;
  return voice;
}

} // namespace glassbox
