#include "widgets/stepper/element_words.h"

#include "engine/graph/analysis.h"
#include "widgets/model/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace glassbox {
namespace {

QString say(const char* text) { return QCoreApplication::translate("glassbox::ElementWords", text); }

bool isGradient(const TraceEntry& entry) {
  return entry.kind == TraceKind::Gradient || entry.kind == TraceKind::WireGradient || entry.kind == TraceKind::WeightGradient ||
         QString::fromStdString(entry.name).endsWith(QStringLiteral(".grad"));
}

} // namespace

ArrayRole roleOf(const TraceEntry& entry) {
  if (entry.kind == TraceKind::Weight || entry.kind == TraceKind::UpdatedWeight) return ArrayRole::Weight;
  return isGradient(entry) ? ArrayRole::Backward : ArrayRole::Forward;
}

ColorRole inkOf(ArrayRole role, double value) {
  if (role == ArrayRole::Weight) return value < 0 ? ColorRole::Neg : ColorRole::Pos;
  return role == ArrayRole::Backward ? ColorRole::Bwd : ColorRole::Fwd;
}

ColorRole tintOf(ArrayRole role) {
  if (role == ArrayRole::Weight) return ColorRole::Hover;
  return role == ArrayRole::Backward ? ColorRole::BwdTint : ColorRole::FwdTint;
}

QString arrayTitle(const NetworkSpec& spec, const TraceEntry& entry) {
  const QString title = translated(entry.title);
  if (entry.node.empty()) return title; // a number of the whole step: the learning rate, the norm of all gradients
  const QString node = translated(nodeTitle(spec, entry.node));
  switch (entry.kind) {
  case TraceKind::Output: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "Output of %1")).arg(node);
  case TraceKind::Gradient: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "Gradient at %1")).arg(node);
  case TraceKind::WireGradient: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "Gradient that %1 passes back")).arg(node);
  case TraceKind::WeightGradient: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "Gradient of %1, %2")).arg(node, title);
  case TraceKind::Weight: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "%1, %2")).arg(node, title);
  case TraceKind::UpdatedWeight: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "%1, %2 after the update")).arg(node, title);
  case TraceKind::Stage:
  case TraceKind::UpdateStage:
  case TraceKind::Target:
  case TraceKind::Loss: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "%1, %2")).arg(node, title);
  }
  return title;
}

QString shortArrayTitle(const NetworkSpec& spec, const TraceEntry& entry) {
  if (entry.kind == TraceKind::Output) return translated(nodeTitle(spec, entry.node));
  if (entry.kind == TraceKind::Gradient) return QStringLiteral("δ ") + translated(nodeTitle(spec, entry.node));
  if (entry.kind == TraceKind::WeightGradient) return QStringLiteral("∂ ") + translated(entry.title);
  return translated(entry.title);
}

std::string letterOf(const NetworkSpec& spec, const TraceEntry& entry) {
  const std::string name = entry.name.substr(std::min(entry.name.size(), entry.node.size() + 1));
  const NodeSpec* node = spec.find(entry.node);
  switch (entry.kind) {
  case TraceKind::Output: return node && node->key == "input" ? "x" : "y";
  case TraceKind::Gradient: return "\\delta";
  case TraceKind::Weight: return name == "weight" ? "W" : name == "bias" ? "b" : "";
  case TraceKind::WeightGradient: return name == "weight.grad" ? "\\frac{\\partial L}{\\partial W}" : name == "bias.grad" ? "\\frac{\\partial L}{\\partial b}" : "";
  default: return entry.formula;
  }
}

QString elementTitle(const TraceEntry& entry) {
  switch (entry.kind) {
  case TraceKind::Output: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "One output"));
  case TraceKind::Gradient: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "Gradient at one output"));
  case TraceKind::WireGradient: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "Gradient through one wire"));
  case TraceKind::WeightGradient: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "Gradient of one parameter"));
  case TraceKind::Weight: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "One parameter"));
  case TraceKind::UpdatedWeight: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "One parameter after the update"));
  case TraceKind::Target: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "One target"));
  case TraceKind::Loss: return say(QT_TRANSLATE_NOOP("glassbox::ElementWords", "The loss"));
  case TraceKind::Stage:
  case TraceKind::UpdateStage: {
    QString title = translated(entry.title);  // within a sentence it begins with a small letter
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    return title;
  }
  }
  return {};
}

} // namespace glassbox
