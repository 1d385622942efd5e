// Upper and lower indices, and limits (rules 13 and 18 of appendix G).
#include "widgets/formula/setter.h"

#include <algorithm>

namespace glassbox {

/// A list as one thing; a list of one sign keeps what is known of that sign.
FormulaSetter::Set FormulaSetter::setBase(const TexList& base, const Look& look) const {
  Set out;
  if (base.size() == 1 && base[0].kind != TexKind::Color && base[0].kind != TexKind::Link) return setNode(base[0], look);
  out.box = row(base, look);
  Look inner = look;
  if (const TexNode* only = onlySymbol(base, inner)) {
    const Set sign = setSymbol(*only, inner);
    out.atom = sign.atom;
    out.single = sign.single;
    out.italic = sign.italic;
  }
  return out;
}

FormulaSetter::Set FormulaSetter::setScripts(const TexNode& node, const Look& look) const {
  Set out;
  out.atom = node.atom;
  Set base = setBase(node.parts[0], look);
  const bool limits = node.limits == Limits::Above || (node.limits == Limits::ByStyle && node.atom == Atom::Op && look.level == 0);
  if (limits) {
    out.box = withLimits(std::move(base), node, look);
    return out;
  }
  const double em = scale(look);
  const bool hasLower = !node.parts[1].empty(), hasUpper = !node.parts[2].empty();
  Box lower = row(node.parts[1], lowerOf(look)), upper = row(node.parts[2], upperOf(look));
  const bool large = node.atom == Atom::Op && base.italic > 0 && !base.single; // an integral leans: its lower limit stands further left

  double up = base.single ? 0 : base.box.height - m_x.supDrop * em;
  double down = base.single ? 0 : base.box.depth + m_x.subDrop * em;
  if (hasUpper) {
    const double shift = look.cramped ? m_c.superscriptShiftUpCramped : look.level == 0 ? m_x.supShiftDisplay : m_c.superscriptShiftUp;
    up = std::max({up, shift * em, upper.depth + m_c.superscriptBottomMin * em});
  }
  if (hasLower && !hasUpper) down = std::max({down, m_x.subShiftAlone * em, lower.height - m_c.subscriptTopMax * em});
  if (hasLower && hasUpper) {
    down = std::max(down, m_c.subscriptShiftDown * em);
    const double gap = (up - upper.depth) - (lower.height - down), least = m_c.subSuperscriptGapMin * em;
    if (gap < least) {
      down += least - gap;
      const double lift = m_c.superscriptBottomMaxWithSubscript * em - (up - upper.depth);
      if (lift > 0) {
        up += lift;
        down -= lift;
      }
    }
  }

  Box& box = out.box;
  box = std::move(base.box);
  // The width of a sign holds its lean; the lower index stands at the foot, the upper one at the head.
  const double head = box.width, foot = large || base.single ? box.width - base.italic : box.width;
  const double after = m_c.spaceAfterScript * em;
  if (hasUpper) {
    const double width = upper.width;
    box.hold(upper.height, upper.depth, -up);
    box.put(std::move(upper), head, -up);
    box.width = std::max(box.width, head + width + after);
  } else {
    box.width = std::max(hasLower ? foot : box.width, 0.0);
  }
  if (hasLower) {
    const double width = lower.width;
    box.hold(lower.height, lower.depth, down);
    box.put(std::move(lower), foot, down);
    box.width = std::max(box.width, foot + width + after);
  }
  return out;
}

Box FormulaSetter::withLimits(Set&& base, const TexNode& node, const Look& look) const {
  const double em = scale(look);
  Box upper = row(node.parts[2], upperOf(look)), lower = row(node.parts[1], lowerOf(look));
  const bool hasUpper = !node.parts[2].empty(), hasLower = !node.parts[1].empty();
  const double lean = base.single ? 0 : base.italic;
  const double width = std::max({base.box.width, upper.width, lower.width});
  const double height = base.box.height, depth = base.box.depth;
  Box box;
  box.width = width;
  box.height = height;
  box.depth = depth;
  const double baseX = (width - base.box.width) / 2;
  box.put(std::move(base.box), baseX, 0);
  if (hasUpper) {
    const double up = height + std::max(m_c.upperLimitGapMin * em + upper.depth, m_c.upperLimitBaselineRiseMin * em);
    box.height = up + upper.height + m_x.bigOpSpacing * em;
    const double x = (width - upper.width + lean) / 2;
    box.put(std::move(upper), x, -up);
  }
  if (hasLower) {
    const double down = depth + std::max(m_c.lowerLimitGapMin * em + lower.height, m_c.lowerLimitBaselineDropMin * em);
    box.depth = down + lower.depth + m_x.bigOpSpacing * em;
    const double x = (width - lower.width - lean) / 2;
    box.put(std::move(lower), x, down);
  }
  return box;
}

} // namespace glassbox
