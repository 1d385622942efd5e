#include "app/tour.h"

#include "engine/train/plan.h"
#include "widgets/common/tab_strip.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/node_page.h"
#include "widgets/model/document.h"
#include "widgets/model/training_session.h"
#include "widgets/plots/curves_panel.h"

namespace glassbox {
namespace {

constexpr int kLook = 2; // tab of the centre

double rateOf(const Document& document) {
  const Result<PlanValues> plan = planValues(document.plan());
  return plan ? plan->rate : 0;
}

} // namespace

Tour::Tour(const Parts& parts, QWidget* window) : QObject(window), m_parts(parts), m_card(new TourCard(window)) {
  connect(m_card, &TourCard::leavePressed, this, &Tour::leave);
  connect(m_card, &TourCard::nextPressed, this, [this] {
    if (!m_offered) return leave(); // the last card
    m_offered = false;
    emit answered();
    emit wanted();
  });
  connect(parts.session, &TrainingSession::stateChanged, this, &Tour::follow);
  connect(parts.diagram, &DiagramView::selectionChanged, this, [this](const std::vector<NodeId>& ids) {
    const auto node = ids.size() == 1 ? m_parts.document->analysis().nodes.find(ids[0]) : m_parts.document->analysis().nodes.end();
    if (node != m_parts.document->analysis().nodes.end() && node->second.parameters > 0) done(3);
  });
  connect(parts.diagram, &DiagramView::weightActivated, this, [this] { done(5); });
  connect(parts.diagram, &DiagramView::biasActivated, this, [this] { done(5); });
  connect(parts.inspector->nodePage(), &NodePage::weightActivated, this, [this] { done(5); });
  connect(parts.centre, &TabStrip::currentChanged, this, [this](int tab) {
    if (tab == kLook) done(6);
  });
  connect(parts.document, &Document::changed, this, [this](Document::Changes what) {
    if (m_step > 0 && m_parts.document->project().title != example()) return leave(); // another project is open
    if (what & Document::Plan && rateOf(*m_parts.document) != m_rate) done(4);
  });
}

const char* Tour::example() { return "xor"; }

void Tour::offer() {
  m_offered = true;
  m_step = 0;
  retranslate();
}

void Tour::begin() {
  m_offered = false;
  m_step = 1;
  showStep();
}

void Tour::leave() {
  if (m_offered) emit answered();
  m_offered = false;
  m_step = 0;
  m_card->end();
}

/// What is done before its turn does not count: the card speaks of one thing at a time.
void Tour::done(int step) {
  if (step != m_step) return;
  ++m_step;
  if (m_step == 4) m_rate = rateOf(*m_parts.document);
  showStep();
}

void Tour::follow() {
  const TrainingSession* session = m_parts.session;
  if (session->isRunning()) done(1);
  else if (session->status().step > 0) done(2);
}

void Tour::retranslate() {
  if (m_offered) return m_card->showOn({tr("New here?"), tr("Six steps in the living lab, about two minutes: run, pause, click, change, look inside."), tr("Show me"), tr("No, thanks")}, m_parts.offer);
  if (m_step > 0) showStep();
}

void Tour::showStep() {
  const QString skip = tr("Leave the tour");
  const auto show = [&](const QString& title, const QString& text, QWidget* target) { m_card->show({tr("%1 of %2: %3").arg(m_step).arg(kSteps).arg(title), text, {}, skip}, target); };
  switch (m_step) {
  case 1:
    return show(tr("Run"), tr("Press Run, or Space. The network begins to learn: the loss falls, and the wires change."), m_parts.run);
  case 2:
    return show(tr("Pause"), tr("The curve is the loss: how wrong the network is. Press Pause, or Space once more, when you have seen it fall."), m_parts.curves);
  case 3:
    return show(tr("A layer"), tr("Click the tile of a dense layer. Its parameters and its formula appear at the right; the small pictures show what each neuron answers over the plane."), m_parts.diagram);
  case 4:
    return show(tr("A setting"), tr("Open the tab Training here and change the learning rate. Larger steps learn faster, until they jump too far."), m_parts.inspector);
  case 5:
    return show(tr("A weight"), tr("Click a wire between two tiles. Its width and color are its weight: blue is positive, orange negative. You may write another number. By keys: Enter on a number of Weights, at the right."), m_parts.diagram);
  case 6:
    return show(tr("Look inside"), tr("Open the tab Look: pictures of what the network has learned, such as its answer at each place of the plane."), m_parts.centre);
  default:
    return m_card->show({tr("That was the lab"), tr("Next, your own data: in the tab Data at the left choose Painted points, or open a table. Everything can be undone. The lessons begin with a single line; Shift+F1 explains whatever you click, Ctrl+K finds any command."), tr("Close"), {}}, nullptr);
  }
}

} // namespace glassbox
