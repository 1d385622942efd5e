#include "panels_build.h"

#include "app/actions.h"
#include "app/build_desk.h"
#include "app/dock_frame.h"
#include "engine/io/templates.h"
#include "stage.h"
#include "widgets/code/code_view.h"
#include "widgets/diagram/diagram_scene.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/node_finder.h"

#include <QLineEdit>

#include <cmath>

namespace glassbox::test {
namespace {

constexpr int kCodeTab = 4;

void showCode(MainWindow& window, const char* selected, QSize size, const Look& look) {
  window.setCentre(MainWindow::Centre::Build);
  window.docks()->reveal(DockFrame::Side::Bottom);
  window.setBottomTab(kCodeTab);
  present(window, size);
  window.diagram()->select({selected});
  waitFor([&] { return !window.building()->code()->code().script.empty(); }, "the code");
  present(window, size);
  look(*window.building()->code());  // alone: in a presentation it lies over the diagram
  window.docks()->closeOver();
  window.setBottomTab(0);
  window.diagram()->select({});
  present(window, {1280, 800});
}

} // namespace

void addBuildPanels(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("code", [](Stage& s, const Look& look) { showCode(s.spirals(), "dense1", {1280, 800}, look); });
  add("code-digits", [](Stage& s, const Look& look) { showCode(s.digits(), "dense2", {1024, 768}, look); });
  add("diagram-group", [](Stage&, const Look& look) {
    Document document;
    document.open(*makeTemplate("gpt-sums"));
    DiagramView view(&document);
    present(view, {1100, 420});
    look(view);
  });
  add("diagram-folded", [](Stage&, const Look& look) {
    Document document;
    Project project;
    project.spec = *parseLine("input 8 element=tokens | embedding 64 tokens=12 | transformer_block 4 causal=true repeat=4 | layer_norm | dense 12 | softmax_cross_entropy");
    document.open(project);
    DiagramView view(&document);
    const std::string group = document.spec().groups.front().id;
    present(view, {1100, 420});
    view.setFolded(group, true);
    present(view, {1100, 420});
    look(view);
  });
  add("diagram-outputs", [](Stage&, const Look& look) {
    Document document;
    document.open(*makeTemplate("lenet-28"));
    DiagramView view(&document);
    present(view, {1280, 420});
    DiagramLive live;
    const std::pair<const char*, std::int64_t> maps[] = {{"conv2d1", 6}, {"max_pool2d1", 6}, {"conv2d2", 16}, {"dense1", 120}};
    for (const auto& [id, count] : maps) {
      view.diagram()->showInTile(id, TileShow::Outputs);
      const Shape shape = std::string_view(id) == "dense1" ? Shape{count} : Shape{count, 12, 12};
      std::vector<float> values(static_cast<std::size_t>(shape.count()));
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(std::sin(0.05 * static_cast<double>(i)));
      live.nodes[id].thumbnail = outputPicture(values, shape, false).image;
    }
    view.setLive(live);
    view.setZoom(1);
    view.centerOn(view.diagram()->nodeItem("conv2d2"));
    look(view);
  });
  add("find", [](Stage& s, const Look& look) {
    MainWindow& window = s.digits();
    window.setCentre(MainWindow::Centre::Build);
    present(window, {1280, 800});
    (*window.actions())[Do::FindNode]->trigger();
    window.building()->finder()->field()->setText(QStringLiteral("1"));
    present(window, {1280, 800});
    look(*window.diagram());
    window.building()->finder()->field()->clear();
    window.building()->finder()->hide();
    window.diagram()->select({});
  });
  add("diagram-gradients", [](Stage& s, const Look& look) {
    MainWindow& window = s.spirals();
    window.setCentre(MainWindow::Centre::Build);
    present(window, {1280, 800});
    window.diagram()->showWires(DiagramLive::Wires::Gradients);
    present(window, {1280, 800});
    look(*window.diagram());
    window.diagram()->showWires(DiagramLive::Wires::Weights);
  });
}

} // namespace glassbox::test
