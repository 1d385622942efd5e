#include "widgets/views/look_list.h"

#include "widgets/views/ablation_view.h"
#include "widgets/views/attention_view.h"
#include "widgets/views/draw_view.h"
#include "widgets/views/landscape_view.h"
#include "widgets/views/look_pages.h"
#include "widgets/views/spread_view.h"
#include "widgets/views/map_view.h"
#include "widgets/views/saliency_view.h"
#include "widgets/views/threshold_view.h"
#include "widgets/views/points_view.h"
#include "widgets/views/text_view.h"

namespace glassbox {
namespace {

template<class View> constexpr LookEntry entryOf() {
  return {View::kKey, &View::title, &View::purpose, &View::suits, []() -> LookView* { return new View; }};
}

constexpr LookEntry kLooks[] = {
    entryOf<SurfacePage>(),
    entryOf<FitPage>(),
    entryOf<ConfusionPage>(),
    entryOf<DrawView>(),
    entryOf<ThresholdView>(),
    entryOf<TextView>(),
    entryOf<AttentionView>(),
    entryOf<PointsView>(),
    entryOf<SpreadView>(),
    entryOf<LandscapeView>(),
    entryOf<FilterView>(),
    entryOf<FeatureMapView>(),
    entryOf<SaliencyView>(),
    entryOf<AblationView>(),
};

} // namespace

std::span<const LookEntry> allLooks() { return kLooks; }

std::vector<const LookEntry*> looksFor(const ProbeSubject& subject) {
  std::vector<const LookEntry*> looks;
  if (!subject.spec || !subject.data) return looks;
  const Analysis analysis = analyse(*subject.spec);
  if (!analysis.sound() || analysis.loss.empty()) return looks;
  for (const LookEntry& entry : kLooks)
    if (entry.suits(subject, analysis)) looks.push_back(&entry);
  return looks;
}

} // namespace glassbox
