#include "panels.h"

#include "app/actions.h"
#include "app/dock_frame.h"
#include "app/status_strip.h"
#include "app/tool_bar.h"
#include "engine/layers/loss.h"
#include "engine/lesson/lesson.h"
#include "engine/lesson/progress.h"
#include "engine/train/optimizers.h"
#include "formula_sheet.h"
#include "stage.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/inspector/training_form.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/lesson/lesson_list.h"
#include "widgets/lesson/lesson_view.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/views/look_panel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>

#include <cmath>

namespace glassbox::test {
namespace {

// Widths of the docks at 1280x800 and normal text, heights of what is left for their bodies.
constexpr QSize kLeftDock(208, 676), kRightDock(264, 476), kBottomDock(1071, 200), kLessonDock(416, 676);

QSize grown(QSize normal) { return {theme().px(normal.width()), theme().px(normal.height())}; }

Project projectOf(const char* line) {
  Project project;
  if (Result<NetworkSpec> spec = parseLine(line)) project.spec = *spec;
  return project;
}

/// A network that holds every layer there is, and one that holds every loss.
Project projectWith(const std::string& key) {
  if (key == "mse") return projectOf("input 1 | dense 4 relu | dense 1 | mse");
  if (key == "binary_cross_entropy") return projectOf("input 2 | dense 8 tanh | dense 1 | binary_cross_entropy");
  return projectOf("input 1x28x28 | flatten | normalize | dense 64 | relu | dropout 0.2 | a: dense 64 | tanh | dense 64 | sigmoid | add a | softmax | dense 10 | softmax_cross_entropy");
}

/// Weights as training leaves them: no two alike, both signs.
std::vector<LiveArray> someWeights(const Analysis& analysis, const NodeId& id) {
  std::vector<LiveArray> arrays;
  for (const WeightDef& weight : analysis.nodes.at(id).inference.weights) {
    LiveArray array{weight.name, translated(weight.title), weight.shape, {}};
    for (std::int64_t i = 0; i < weight.shape.count(); ++i) array.values.push_back(static_cast<float>(std::sin(12.9898 * static_cast<double>(i + 1)) * 0.3));
    arrays.push_back(std::move(array));
  }
  return arrays;
}

void showInspector(const NodeDef& def, const Look& look) {
  Document document;
  document.open(projectWith(def.key));
  const auto& nodes = document.spec().nodes;
  const bool there = std::any_of(nodes.begin(), nodes.end(), [&](const NodeSpec& node) { return node.key == def.key; });
  if (!there) { // alone behind an input: its form and its formula are seen all the same
    document.open(projectOf("input 4"));
    if (!document.insertAfter(def.key, "input1").ok()) return;
  }
  InspectorPanel panel(document);
  for (const NodeSpec& node : document.spec().nodes)
    if (node.key == def.key) {
      panel.setSelected(node.id);
      if (there) panel.setLive(someWeights(document.analysis(), node.id));
      break;
    }
  present(panel, grown(kRightDock), true);
  look(panel);
}

void showTraining(const std::string& optimizer, bool running, const Look& look) {
  Document document;
  document.open(projectOf("input 2 | dense 8 tanh | dense 1 | binary_cross_entropy"));
  if (!document.setPlanValue("optimizer", optimizer).ok()) return;
  InspectorPanel panel(document);
  panel.trainingForm()->setRunning(running);
  present(panel, grown(kRightDock), true);
  look(panel);
}

void showData(const DataSpec& spec, const Look& look) {
  Document document;
  Project project = projectOf("input 2 | dense 1 | mse");
  project.data = spec;
  document.open(project);
  DataPanel panel(document);
  waitFor([&] { return !panel.isLoading(); }, "the data");
  present(panel, grown(kLeftDock), true);
  look(panel);
}

/// A dialog or menu that holds the program up until it is closed: `open` shows it, and it is looked at from within.
void showModal(const std::function<void()>& open, const Look& look) {
  QTimer timer;
  bool seen = false;
  QObject::connect(&timer, &QTimer::timeout, qApp, [&] {
    QWidget* shown = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeModalWidget();
    if (!shown) return; // not yet
    timer.stop();
    if (!seen) {
      seen = true;
      present(*shown, shown->size());
      look(*shown);
    }
    shown->close();
    timer.start(); // closing it may ask another question
  });
  timer.start(0);
  open();
}

void showContextMenu(QWidget& widget, QPoint at, const Look& look) {
  showModal([&] {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &event);
  }, look);
}

Language languageOf(const Stage& stage) { return stage.tongue() == LanguageSwitch::Tongue::Chinese ? Language::Chinese : Language::English; }

ConditionState condition(const char* label, double now, double needed, bool met) {
  ConditionState state;
  state.label = Text{"engine", label, {}};
  state.now.number = now;
  state.needed.number = needed;
  state.bound = Bound::AtMost;
  state.met = met;
  return state;
}

/// A lesson's page with one task in work and hints asked for.
void showLesson(Stage& stage, bool begun, const Look& look) {
  const Result<Lesson> lesson = loadLesson(std::filesystem::path(GLASSBOX_SOURCE_DIR) / "lessons" / "01-a-line-that-learns");
  if (!lesson) return;
  LessonView view;
  view.setContent(&*lesson, languageOf(stage));
  if (begun) {
    LessonProgress progress;
    progress.answers["end"] = std::string("zero");
    progress.tasks["by_hand"] = {2, 2, false};
    view.setProgress(progress);
    view.setTaskStates({{"by_hand", TaskState{false, {condition("Training loss", 0.5312, 0.1, false), condition("Test loss", 0.0421, 0.1, true)}}}});
    view.revealPredictions();
  }
  present(view, grown(kLessonDock), true);
  look(view);
}

void showLessonList(Stage& stage, const Look& look) {
  const bool chinese = stage.tongue() == LanguageSwitch::Tongue::Chinese;
  LessonList list;
  const QString line = chinese ? QStringLiteral("会学习的直线") : QStringLiteral("A line that learns");
  const QString heart = chinese ? QStringLiteral("背下来的答案") : QStringLiteral("Learned by heart");
  list.setContent({{"a-line", "A", 1, line, 25, 2, 2, {}}, {"two", "A", 2, line, 20, 3, 1, {}}, {"heart", "B", 10, heart, 30, 3, 0, {}}});
  list.setCurrentLesson("two");
  present(list, grown(kLeftDock));
  look(list);
}

void showIssues(const char* line, const Look& look) {
  Document document;
  document.open(projectOf(line));
  IssueList list(document);
  present(list, grown(kBottomDock));
  look(list);
}

void showDiagram(const char* line, const Look& look) {
  Document document;
  document.open(projectOf(line));
  DiagramView view(&document);
  present(view, {808, 444});
  view.fit();
  present(view, {808, 444});
  look(view);
}

void showCentre(MainWindow& window, MainWindow::Centre centre, const Look& look) {
  window.setCentre(centre);
  present(window, {1280, 800});
  look(window);
  window.setCentre(MainWindow::Centre::Build);
}

/// The plots, also of a presentation, where they are folded.
void showPlots(MainWindow& window, const Look& look) {
  window.setCentre(MainWindow::Centre::Build);
  window.docks()->reveal(DockFrame::Side::Bottom);
  present(window, {1280, 800});
  look(*window.curves());
  window.docks()->closeOver();
}

void addWindows(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("welcome", [](Stage& s, const Look& look) { present(s.welcome(), {1280, 800}), look(s.welcome()); });
  add("window-spirals", [](Stage& s, const Look& look) { showCentre(s.spirals(), MainWindow::Centre::Build, look); });
  add("window-digits", [](Stage& s, const Look& look) { showCentre(s.digits(), MainWindow::Centre::Build, look); });
  add("window-spirals-look", [](Stage& s, const Look& look) { showCentre(s.spirals(), MainWindow::Centre::Look, look); });
  add("window-lesson", [](Stage& s, const Look& look) { showCentre(s.lesson(), MainWindow::Centre::Build, look); });
  add("window-least", [](Stage& s, const Look& look) {
    present(s.spirals(), {1024, 768});
    look(s.spirals());
    present(s.spirals(), {1280, 800});
  });
  add("dock-over", [](Stage& s, const Look& look) {
    present(s.spirals(), {1024, 768});
    s.spirals().docks()->reveal(DockFrame::Side::Left);
    present(s.spirals(), {1024, 768});
    look(*s.spirals().docks()->sheet());
    s.spirals().docks()->closeOver();
    present(s.spirals(), {1280, 800});
  });
  add("look-surface", [](Stage& s, const Look& look) { showCentre(s.spirals(), MainWindow::Centre::Look, [&](QWidget&) { look(*s.spirals().look()); }); });
  add("look-fit", [](Stage& s, const Look& look) { showCentre(s.line(), MainWindow::Centre::Look, [&](QWidget&) { look(*s.line().look()); }); });
  add("look-confusion", [](Stage& s, const Look& look) { showCentre(s.digits(), MainWindow::Centre::Look, [&](QWidget&) { look(*s.digits().look()); }); });
  add("plots", [](Stage& s, const Look& look) { showPlots(s.spirals(), look); });
  add("plots-fit", [](Stage& s, const Look& look) { showPlots(s.line(), look); });
  add("diagram-spirals", [](Stage& s, const Look& look) { showCentre(s.spirals(), MainWindow::Centre::Build, [&](QWidget&) { look(*s.spirals().diagram()); }); });
  add("diagram-digits", [](Stage& s, const Look& look) { showCentre(s.digits(), MainWindow::Centre::Build, [&](QWidget&) { look(*s.digits().diagram()); }); });
}

void addParts(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("palette", [](Stage&, const Look& look) {
    Palette palette;
    present(palette, grown(kLeftDock));
    look(palette);
  });
  add("plots-empty", [](Stage&, const Look& look) {
    CurvesPanel plots;
    plots.setContent({});
    present(plots, grown(kBottomDock));
    look(plots);
  });
  add("diagram-all-layers", [](Stage&, const Look& look) {
    showDiagram("input 1x28x28 | flatten | normalize | dense 64 relu | dropout 0.2 | a: dense 64 tanh | dense 64 sigmoid | add a | dense 10 softmax", look);
  });
  add("diagram-wrong", [](Stage&, const Look& look) { showDiagram("input 1x28x28 | dense 64 relu | dense 10 | mse", look); });
  add("diagram-empty", [](Stage&, const Look& look) { showDiagram("", look); });
  add("formulas", [](Stage&, const Look& look) {
    FormulaSheet sheet;
    present(sheet, QSize(1000, 1500));
    look(sheet);
  });
  add("issues", [](Stage&, const Look& look) { showIssues("input 1x28x28 | dense 64 relu | add | dense 10", look); });
  add("issues-none", [](Stage&, const Look& look) { showIssues("input 2 | dense 1 | mse", look); });
  add("lessons", showLessonList);
  add("lesson", [](Stage& s, const Look& look) { showLesson(s, false, look); });
  add("lesson-begun", [](Stage& s, const Look& look) { showLesson(s, true, look); });
  add("weight-editor", [](Stage& s, const Look& look) {
    WeightEditor editor(&s.spirals());
    editor.open(QStringLiteral("dense1.weight[0,0]"), MainWindow::tr("Weight from input %1 to unit %2").arg(1).arg(8), -0.6231, {20, 20});
    present(editor, editor.size());
    look(editor);
  });
  add("tool-bar-running", [](Stage&, const Look& look) {
    Actions actions;
    ToolBar bar(&actions);
    bar.setLanguageMark(QStringLiteral("EN"));
    bar.setState(TrainingSession::State::Running);
    bar.setProgress(1'240'000, 12'400, 1'800'000);
    present(bar, {1280, bar.height()});
    look(bar);
  });
  add("tool-bar-locked", [](Stage&, const Look& look) {
    Actions actions;
    ToolBar bar(&actions);
    bar.setLanguageMark(QStringLiteral("EN"));
    bar.setRunLocked(LessonView::tr("First predict"));
    present(bar, {1024, bar.height()});
    look(bar);
  });
  add("status-issues", [](Stage&, const Look& look) {
    StatusStrip strip;
    strip.setIssues(2, 1);
    strip.setHelp(QCoreApplication::translate("Actions", "Trains until you pause or a stop rule is reached."));
    present(strip, {1280, strip.height()});
    look(strip);
  });
}

void addForms(std::vector<Panel>& panels) {
  const auto inspector = [&](const NodeDef* def) { panels.push_back({"inspector-" + QString::fromStdString(def->key), [def](Stage&, const Look& look) { showInspector(*def, look); }}); };
  for (const LayerDef* def : allLayers()) inspector(def);
  for (const LossDef* def : allLosses()) inspector(def);
  for (const OptimizerDef& def : allOptimizers())
    panels.push_back({"training-" + QString::fromStdString(def.key), [key = def.key](Stage&, const Look& look) { showTraining(key, false, look); }});
  panels.push_back({"training-running", [](Stage&, const Look& look) { showTraining("adam", true, look); }});
  for (const GeneratorDef* def : allGenerators()) {
    DataSpec spec;
    spec.source = def->key;
    spec.shares = def->shares;
    panels.push_back({"data-" + QString::fromStdString(def->key), [spec](Stage&, const Look& look) { showData(spec, look); }});
  }
  DataSpec file;
  file.source = "csv";
  file.path = "grades.csv";
  panels.push_back({QStringLiteral("data-file-missing"), [file](Stage&, const Look& look) { showData(file, look); }});
}

void addMenus(std::vector<Panel>& panels) {
  const char* names[] = {"file", "edit", "view", "network", "training", "lessons", "help"};
  for (int i = 0; i < 7; ++i)
    panels.push_back({QStringLiteral("menu-") + QLatin1String(names[i]), [i](Stage& s, const Look& look) {
                        QMenu* menu = s.spirals().menuBar()->actions().at(i)->menu();
                        menu->popup({20, 20});
                        present(*menu, menu->sizeHint());
                        look(*menu);
                        menu->close();
                      }});
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("menu-diagram", [](Stage& s, const Look& look) {
    s.spirals().diagram()->select({"dense1"});
    showContextMenu(*s.spirals().diagram()->viewport(), {2, 2}, look);
    s.spirals().diagram()->select({});
  });
  add("menu-plot", [](Stage& s, const Look& look) { showContextMenu(*s.spirals().curves()->loss(), {60, 60}, look); });
  add("dialog-about", [](Stage& s, const Look& look) { showModal([&] { (*s.spirals().actions())[Do::About]->trigger(); }, look); });
  add("dialog-data", [](Stage& s, const Look& look) { showModal([&] { (*s.spirals().actions())[Do::OpenData]->trigger(); }, look); });
  add("dialog-save", [](Stage& s, const Look& look) {
    s.spirals().document()->setModified(true);
    showModal([&] { s.spirals().openTemplate("xor", false); }, look); // closed without an answer: nothing is opened
    s.spirals().document()->setModified(false);
  });
  add("dialog-not-a-project", [](Stage& s, const Look& look) { showModal([&] { s.spirals().openFile(QStringLiteral("not-there.glassbox")); }, look); });
}

} // namespace

std::vector<Panel> allPanels() {
  std::vector<Panel> panels;
  addWindows(panels);
  addParts(panels);
  addForms(panels);
  addMenus(panels);
  return panels;
}

} // namespace glassbox::test
