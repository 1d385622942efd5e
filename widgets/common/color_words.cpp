#include "widgets/common/color_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace glassbox {
namespace {

struct Duty {
  ColorRole role;
  const char* meaning;
};

// clang-format off
const Duty kDuties[] = {
    {ColorRole::Accent, QT_TRANSLATE_NOOP("ColorWords", "Teal: what can be pressed or is chosen, and what flows forward through the network.")},
    {ColorRole::Fwd, QT_TRANSLATE_NOOP("ColorWords", "Teal: what can be pressed or is chosen, and what flows forward through the network.")},
    {ColorRole::Tint, QT_TRANSLATE_NOOP("ColorWords", "Pale teal: the chosen row, or a number from the forward pass.")},
    {ColorRole::FwdTint, QT_TRANSLATE_NOOP("ColorWords", "Pale teal: the chosen row, or a number from the forward pass.")},
    {ColorRole::Pos, QT_TRANSLATE_NOOP("ColorWords", "Blue: positive. With two classes it is class 1.")},
    {ColorRole::Neg, QT_TRANSLATE_NOOP("ColorWords", "Orange: negative. With two classes it is class 0.")},
    {ColorRole::Bwd, QT_TRANSLATE_NOOP("ColorWords", "Plum: gradients, which flow backward through the network.")},
    {ColorRole::BwdTint, QT_TRANSLATE_NOOP("ColorWords", "Pale plum: a number from the backward pass.")},
    {ColorRole::Test, QT_TRANSLATE_NOOP("ColorWords", "Magenta: measured on the test set, which the network never trains on.")},
    {ColorRole::Err, QT_TRANSLATE_NOOP("ColorWords", "Red with an octagon: this cannot go on as it is; the words beside it say what to do.")},
    {ColorRole::ErrBg, QT_TRANSLATE_NOOP("ColorWords", "Pale red: ground of a problem.")},
    {ColorRole::Warn, QT_TRANSLATE_NOOP("ColorWords", "Amber with a triangle: it works, but look at it; in tables, what differs.")},
    {ColorRole::WarnBg, QT_TRANSLATE_NOOP("ColorWords", "Pale amber: ground of a hint or a warning.")},
    {ColorRole::Ok, QT_TRANSLATE_NOOP("ColorWords", "Green with a check mark: done, or confirmed.")},
    {ColorRole::OkBg, QT_TRANSLATE_NOOP("ColorWords", "Pale green: ground of what is done.")},
    {ColorRole::KData, QT_TRANSLATE_NOOP("ColorWords", "Grey band: a layer that brings in data.")},
    {ColorRole::KDense, QT_TRANSLATE_NOOP("ColorWords", "Indigo band: a dense layer or an embedding.")},
    {ColorRole::KAct, QT_TRANSLATE_NOOP("ColorWords", "Ochre band: an activation function.")},
    {ColorRole::KConv, QT_TRANSLATE_NOOP("ColorWords", "Green band: a layer for pictures.")},
    {ColorRole::KNorm, QT_TRANSLATE_NOOP("ColorWords", "Blue-green band: a layer for regularization.")},
    {ColorRole::KSeq, QT_TRANSLATE_NOOP("ColorWords", "Violet band: a layer for sequences.")},
    {ColorRole::KShape, QT_TRANSLATE_NOOP("ColorWords", "Brown band: a layer that changes the shape or joins wires.")},
    {ColorRole::KLoss, QT_TRANSLATE_NOOP("ColorWords", "Crimson band: the loss.")},
};
// clang-format on

/// A ramp in fine steps; its ends are roles of their own.
bool isOn(QRgb color, const Theme& theme, QRgb (Theme::*ramp)(double) const, double from) {
  constexpr int kSteps = 200;
  for (int i = 0; i <= kSteps; ++i)
    if ((theme.*ramp)(from + (1 - from) * i / kSteps) == color) return true;
  return false;
}

QString say(const char* text) { return QCoreApplication::translate("ColorWords", text); }

} // namespace

std::vector<ColorRole> tellingRoles() {
  std::vector<ColorRole> roles;
  for (int i = 0; i < kColorRoleCount; ++i)
    if (const auto role = static_cast<ColorRole>(i); !meaningOf(role).isEmpty()) roles.push_back(role);
  return roles;
}

QString meaningOf(ColorRole role) {
  for (const Duty& duty : kDuties)
    if (duty.role == role) return say(duty.meaning);
  if (role >= ColorRole::C0 && role <= ColorRole::C9) {
    const int number = static_cast<int>(role) - static_cast<int>(ColorRole::C0);
    return say(QT_TRANSLATE_NOOP("ColorWords", "Class %1, or run %2 of the list; the hue stays with its number, and a marker repeats it.")).arg(number).arg(number + 1);
  }
  return {};
}

QStringList meaningsOf(QColor color, const Theme& theme) {
  QStringList found;
  for (const ColorRole role : tellingRoles())
    if (theme.color(role).rgb() == color.rgb()) found << meaningOf(role);
  if (found.isEmpty() && color.rgb() != theme.color(ColorRole::Zero).rgb() && isOn(color.rgb(), theme, &Theme::diverging, -1))
    found << say(QT_TRANSLATE_NOOP("ColorWords", "Between orange and blue: a signed number. The stronger the color, the larger it is; the scale stands beside the picture."));
  if (found.isEmpty() && isOn(color.rgb(), theme, &Theme::sequential, 0) && color.rgb() != theme.color(ColorRole::Seq0).rgb())
    found << say(QT_TRANSLATE_NOOP("ColorWords", "From pale to deep teal: a number from 0 upward, such as a probability; the scale stands beside the picture."));
  found.removeDuplicates();
  return found;
}

} // namespace glassbox
