#include "panels_time.h"

#include "stage.h"
#include "tests/support/look_run.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/attention_view.h"
#include "widgets/views/landscape_view.h"
#include "widgets/views/points_view.h"
#include "widgets/views/spread_view.h"
#include "widgets/views/text_view.h"

#include <QLineEdit>
#include <QPushButton>

namespace glassbox::test {
namespace {

const char* const kNames = "input 24 element=tokens | embedding 32 tokens=22 | position_embedding | transformer_block 2 causal=true repeat=2 | layer_norm | dense 22 classes=auto | softmax_cross_entropy";
const char* const kReverse = "input 5 element=tokens | embedding 32 tokens=8 | position_embedding | attention 2 | dense 8 classes=auto | softmax_cross_entropy";
const char* const kSpirals = "input 2 | dense 8 tanh | dense 8 relu | dense 1 | binary_cross_entropy";

constexpr QSize kWide(799, 560), kLeast(543, 500); // the Look tab at 1280x800 and at 1024x768

template<class View> struct Scene {
  LookRun run;
  View view;
  Scene(const char* line, const char* source, Params params = {}) : run(line, source, std::move(params)) {
    setFillRole(&view, ColorRole::Canvas);
    view.setSubject(run.subject);
  }
  void train(int rounds, int steps) {
    run.answer(view);
    for (int i = 0; i < rounds; ++i) run.train(steps), run.answer(view);
  }
};

} // namespace

void addTimePanels(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), [show](Stage&, const Look& look) { show(look); }}); };
  for (const bool least : {false, true}) {
    const QSize size = least ? kLeast : kWide;
    add(least ? "look-histograms-least" : "look-histograms", [size, least](const Look& look) {
      Scene<SpreadView> s(kSpirals, "spirals");
      s.train(60, 10);
      s.view.choose("relu1", least ? SpreadKind::Activations : SpreadKind::Weights);
      if (!least) s.view.choose("dense2", SpreadKind::Weights);
      present(s.view, size);
      look(s.view);
    });
    add(least ? "look-attention-least" : "look-attention", [size](const Look& look) {
      Scene<AttentionView> s(kReverse, "reverse");
      s.train(12, 15);
      present(s.view, size);
      look(s.view);
    });
    add(least ? "look-embedding-least" : "look-embedding", [size](const Look& look) {
      Scene<PointsView> s("input 1 element=tokens | embedding 16 tokens=52 | flatten | dense 52 classes=auto | softmax_cross_entropy", "grammar");
      s.train(1, 200);
      s.view.choose(3);
      present(s.view, size);
      look(s.view);
    });
    add(least ? "look-landscape-least" : "look-landscape", [size](const Look& look) {
      Scene<LandscapeView> s(kSpirals, "spirals");
      s.train(20, 20);
      present(s.view, size);
      s.view.compute();
      waitFor([&] { return !s.view.isComputing(); }, "the landscape");
      present(s.view, size); // the words on the button have changed
      look(s.view);
    });
    add(least ? "look-text-least" : "look-text", [size](const Look& look) {
      Scene<TextView> s(kNames, "names", {{"names", std::int64_t{500}}, {"context", std::int64_t{24}}});
      s.train(1, 60);
      present(s.view, size);
      s.view.generate();
      waitFor([&] { return !s.view.isWriting() && !s.view.next().empty(); }, "the text");
      present(s.view, size);
      look(s.view);
    });
  }
  add("look-histograms-gradients", [](const Look& look) {
    Scene<SpreadView> s(kSpirals, "spirals");
    s.train(60, 10);
    s.view.choose("dense1", SpreadKind::Gradients);
    present(s.view, kWide);
    s.view.useLogarithmicAxis(true);
    look(s.view);
  });
  add("look-attention-causal", [](const Look& look) {
    Scene<AttentionView> s(kNames, "names", {{"names", std::int64_t{500}}, {"context", std::int64_t{24}}});
    s.train(2, 30);
    present(s.view, kWide);
    look(s.view);
  });
  add("look-activations-map", [](const Look& look) {
    Scene<PointsView> s(kSpirals, "spirals");
    s.train(1, 300);
    s.view.choose(3);
    present(s.view, kWide);
    look(s.view);
  });
  add("look-histograms-empty", [](const Look& look) {
    Scene<SpreadView> s(kSpirals, "spirals");
    present(s.view, kWide);
    look(s.view);
  });
  add("look-text-empty", [](const Look& look) {
    Scene<TextView> s(kNames, "names", {{"names", std::int64_t{500}}, {"context", std::int64_t{24}}});
    present(s.view, kWide);
    look(s.view);
  });
}

} // namespace glassbox::test
