#include "look_panels.h"

#include "engine/data/data_spec.h"
#include "engine/train/trainer.h"
#include "stage.h"
#include "widgets/common/theme_manager.h"
#include "widgets/views/ablation_view.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/prober.h"
#include "widgets/views/draw_canvas.h"
#include "widgets/views/draw_view.h"
#include "widgets/views/saliency_view.h"
#include "widgets/views/side_job.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPushButton>

namespace glassbox::test {
namespace {

constexpr QSize kCentre(744, 436); // of a window of 1024x768

struct Trained {
  ProbeSubject subject;
  std::shared_ptr<const Buffer<float>> weights;
};

/// A small convolution network on the drawn digits, the same at every start.
const Trained& trained() {
  static const Trained made = [] {
    Trained t;
    DataSpec data;
    data.source = "digits";
    data.shares = {0.0, 0.25};
    data.params.set("images", std::int64_t{400});
    t.subject.data = *load(data, {});
    t.subject.spec = std::make_shared<const NetworkSpec>(*parseLine("input 1x28x28 | conv2d 8 kernel=5 relu | max_pool2d 2 | conv2d 6 kernel=3 relu | flatten | dense 16 relu | dense 10 | softmax_cross_entropy"));
    RunSetup setup;
    setup.spec = t.subject.spec;
    setup.data = t.subject.data;
    setup.plan.values = Params{{"optimizer", std::string("adam")}, {"rate", 0.005}};
    auto trainer = Trainer::create(std::move(setup));
    (*trainer)->runSteps(60);
    (*trainer)->waitUntilIdle();
    const auto weights = (*trainer)->network().weights();
    auto copy = std::make_shared<Buffer<float>>(weights.size());
    std::copy(weights.begin(), weights.end(), copy->begin());
    t.weights = copy;
    return t;
  }();
  return made;
}

void showLook(const char* key, const std::function<void(LookPanel&)>& use, const Look& look) {
  LookPanel panel;
  panel.setSubject(trained().subject);
  present(panel, {theme().px(kCentre.width()), theme().px(kCentre.height())});
  panel.setCurrent(QString::fromLatin1(key));
  const auto answer = [&panel] {
    Result<Prober> prober = Prober::create(trained().subject);
    const std::atomic<bool> stop{false};
    auto found = std::make_shared<ProbeAnswer>(*prober->look(*trained().weights, panel.wish(), ProbeCare::AtRest, theme(), stop));
    if (panel.wish().weights) found->weights = trained().weights;
    panel.setAnswer(found);
  };
  answer();
  if (use) {
    use(panel);
    answer();
  }
  waitFor([&] { return panel.currentView()->hasPicture(); }, key);
  present(panel, {theme().px(kCentre.width()), theme().px(kCentre.height())});
  look(panel);
}

} // namespace

void addLookPanels(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, const char* key, std::function<void(LookPanel&)> use = {}) {
    panels.push_back({QString::fromLatin1(name), [key, use](Stage&, const Look& look) { showLook(key, use, look); }});
  };
  add("look-filters", "filters");
  add("look-maps", "maps");
  add("look-draw", "draw", [](LookPanel& panel) {
    const auto kept = [](int digit, std::vector<generators::PenPoint> way) {
      const std::vector<PenStroke> strokes{{std::move(way), 2.5}};
      return DrawnPicture{digit, 28, 28, rasterize(centred(strokes, 28, 28), 28, 28)};
    };
    panel.setDrawings({kept(1, {{14, 4}, {13, 24}}), kept(7, {{6, 5}, {20, 5}, {12, 24}}), kept(4, {{8, 4}, {7, 14}, {20, 14}, {18, 5}, {17, 25}})});
    DrawCanvas* canvas = static_cast<DrawView*>(panel.currentView())->canvas();
    const auto mouse = [canvas](QEvent::Type type, double x, double y) {
      const QPointF at = canvas->pixelOf(x, y);
      QMouseEvent event(type, at, canvas->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
      QCoreApplication::sendEvent(canvas, &event);
    };
    mouse(QEvent::MouseButtonPress, 6, 5);
    mouse(QEvent::MouseMove, 18, 5);
    mouse(QEvent::MouseMove, 11, 22);
    mouse(QEvent::MouseButtonRelease, 11, 22);
  });
  add("look-saliency", "saliency");
  add("look-threshold", "threshold");
  add("look-occlusion", "saliency", [](LookPanel& panel) {
    auto* view = static_cast<SaliencyView*>(panel.currentView());
    view->setMethod(SaliencyView::Method::Occlusion);
    ProbeAnswer answer;
    answer.weights = trained().weights;
    view->setAnswer(answer);
    view->button()->click();
    waitFor([&] { return view->hasPicture(); }, "the map");
  });
  add("look-ablation", "ablation", [](LookPanel& panel) {
    auto* view = static_cast<AblationView*>(panel.currentView());
    waitFor([&] { return view->hasPicture(); }, "the loss");
    view->rankButton()->click();
    waitFor([&] { return !view->ranking()->isRunning(); }, "the ranks");
  });
}

} // namespace glassbox::test
