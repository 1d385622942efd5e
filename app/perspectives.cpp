#include "app/perspectives.h"

#include "app/actions.h"
#include "widgets/common/tab_strip.h"

#include <QTabBar>

namespace glassbox {
namespace {

enum LeftTab { Lessons, Layers };
enum CentreTab { BuildTab, StepTab, LookTab };
enum BottomTab { Plots, Issues, Arrays, Runs };

struct Plan {
  Perspective perspective;
  Do action;
  CentreTab centre;
  LeftTab left;
  BottomTab bottom;
  std::array<bool, 3> folded; ///< left, right, bottom
};

// Step arranges its own docks: the explanation at the right, the arrays below.
constexpr Plan kPlans[] = {
    {Perspective::Learn, Do::LearnLayout, BuildTab, Lessons, Plots, {false, true, false}},
    {Perspective::Build, Do::BuildLayout, BuildTab, Layers, Issues, {false, false, true}},
    {Perspective::Watch, Do::WatchLayout, LookTab, Layers, Plots, {true, true, false}},
    {Perspective::Step, Do::StepLayout, StepTab, Layers, Plots, {false, false, false}},
    {Perspective::Compare, Do::CompareLayout, BuildTab, Layers, Runs, {true, false, false}},
};

} // namespace

Perspectives::Perspectives(const Parts& parts, Actions* actions, QObject* parent) : QObject(parent), m_parts(parts) {
  for (const Plan& plan : kPlans)
    connect((*actions)[plan.action], &QAction::triggered, this, [this, perspective = plan.perspective] {
      emit chosen();
      use(perspective);
    });
}

void Perspectives::use(Perspective perspective) {
  for (const Plan& plan : kPlans) {
    if (plan.perspective != perspective) continue;
    m_parts.centre->setCurrent(plan.centre);
    if (m_parts.left->bar()->isTabVisible(plan.left)) m_parts.left->setCurrent(plan.left); // a lesson may have hidden the layers
    if (plan.centre != StepTab) m_parts.bottom->setCurrent(plan.bottom);
    m_parts.docks->setArrangement({plan.folded, {}});
  }
}

WindowLayout Perspectives::layout() const {
  const int bottom = m_parts.bottom->current();
  return {m_parts.docks->arrangement(), m_parts.left->current(), bottom == Arrays ? static_cast<int>(Plots) : bottom};
}

void Perspectives::setLayout(const WindowLayout& layout) {
  m_parts.docks->setArrangement(layout.docks);
  m_parts.left->setCurrent(layout.leftTab);
  m_parts.bottom->setCurrent(layout.bottomTab == Arrays ? static_cast<int>(Plots) : layout.bottomTab);
}

} // namespace glassbox
