#include "panels.h"

#include "panels_build.h"
#include "panels_learners.h"
#include "panels_program.h"
#include "panels_side_by_side.h"
#include "panels_time.h"

#include "app/actions.h"
#include "app/dock_frame.h"
#include "app/keeping_bar.h"
#include "app/rewind_desk.h"
#include "app/step_desk.h"
#include "app/status_strip.h"
#include "app/tool_bar.h"
#include "engine/layers/loss.h"
#include "engine/lesson/lesson.h"
#include "engine/lesson/progress.h"
#include "engine/train/optimizers.h"
#include "formula_sheet.h"
#include "look_panels.h"
#include "stage.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/column_choice.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/inspector/training_form.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/lesson/lesson_head.h"
#include "widgets/lesson/lesson_list.h"
#include "widgets/lesson/lesson_view.h"
#include "widgets/lesson/question_card.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/plots/rewind_bar.h"
#include "widgets/stepper/array_board.h"
#include "widgets/stepper/explanation_panel.h"
#include "widgets/stepper/sample_choice.h"
#include "widgets/views/look_panel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
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

/// A table of 40 rows below `head`; `broken`: it cannot be read, and the panel knows why.
void showTable(const QByteArray& head, bool broken, const Look& look) {
  QTemporaryDir folder;
  QFile file(folder.filePath("people.csv"));
  if (!file.open(QIODevice::WriteOnly)) return;
  file.write(head);
  for (int i = 0; i < 40; ++i) file.write(QByteArray::number(i) + ',' + QByteArray::number(20 + i) + ".5," + QByteArray::number(7 * i % 40) + ".25," + (i % 2 ? "a" : "b") + '\n');
  file.close();
  Document document;
  document.open(projectOf("input 3 | dense 1 | binary_cross_entropy"));
  DataPanel panel(document);
  panel.allowPath(file.fileName().toStdString());
  DataSpec spec;
  spec.source = "csv";
  spec.path = file.fileName().toStdString();
  document.setData(spec);
  present(panel, grown(kLeftDock), true);
  waitFor([&] { return broken ? !panel.repairButtons().empty() : panel.dataset() && panel.columnChoice()->isVisible(); }, "the table");
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

/// A curve as it could be measured: down to its lowest point at step 37, then up.
RecordedCurves risingCurve() {
  RecordedCurves curves;
  for (std::int64_t step = 1; step <= 300; ++step) {
    const double t = static_cast<double>(step) / 37, value = 0.35 + 0.35 * std::exp(-3 * t) + (t > 1 ? 2 * (1 - std::exp(-0.4 * (t - 1))) : 0);
    curves[curves::kTestLoss].push_back({step, 1, value, value, value});
  }
  return curves;
}

/// The page of a lesson at one of its questions; with `answer` a run has ended since.
void showQuestion(Stage& stage, const char* folder, const char* id, const std::optional<AnswerValue>& answer, const Look& look) {
  const Result<Lesson> lesson = loadLesson(std::filesystem::path(GLASSBOX_SOURCE_DIR) / "lessons" / folder);
  if (!lesson) return;
  LessonView view;
  view.setContent(&*lesson, languageOf(stage));
  if (answer) {
    LessonProgress progress;
    progress.answers[id] = *answer;
    view.setProgress(progress);
    view.revealPredictions(risingCurve());
  }
  present(view, grown(kLessonDock));
  for (QuestionCard* card : view.questionCards()) {
    if (card->content().id != id) continue;
    present(view, {view.width(), view.head()->height() + card->height() + 16}); // nothing is cut by its lower edge
    view.findChild<QScrollArea*>()->verticalScrollBar()->setValue(card->y() - 8);
  }
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

void showCentre(MainWindow& window, MainWindow::Centre centre, const Look& look, QSize size = {1280, 800}) {
  window.setCentre(centre);
  present(window, size);
  look(window);
  window.setCentre(MainWindow::Centre::Build);
  if (size != QSize(1280, 800)) present(window, {1280, 800});
}

/// The Step tab on its way back through `node`, with checks and paths worked out; `alone`: the explanation at its full height.
void showStep(MainWindow& window, const char* node, bool alone, const Look& look, QSize size = {1280, 800}) {
  window.setCentre(MainWindow::Centre::Step);
  Stepper& stepper = *window.steps()->stepper();
  waitFor([&] { return stepper.view() && !stepper.isBusy(); }, "a traced step");
  stepper.setRows({0, 1, 2});
  waitFor([&] { return stepper.view() && stepper.view()->trace.batch == 3; }, "three samples");
  stepper.first();
  stepper.goTo(StepPhase::Backward, node);
  stepper.next();
  waitFor([&] { return !stepper.checks().rows.empty() && stepper.paths(); }, "checks and paths");
  present(window, size);
  if (alone) {
    window.docks()->reveal(DockFrame::Side::Right); // large letters fold it
    present(window, size);
    look(*window.steps()->explanation());
    window.docks()->closeOver();
  } else {
    look(window);
  }
  window.setCentre(MainWindow::Centre::Build);
  present(window, {1280, 800});
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
  add("window-step", [](Stage& s, const Look& look) { showStep(s.spirals(), "dense1", false, look); });
  add("window-step-digits", [](Stage& s, const Look& look) { showStep(s.digits(), "dense2", false, look); });
  add("window-step-least", [](Stage& s, const Look& look) { showStep(s.spirals(), "dense1", false, look, {1024, 768}); });
  add("step-explanation", [](Stage& s, const Look& look) { showStep(s.spirals(), "dense2", true, look); });
  add("window-wide", [](Stage& s, const Look& look) { showCentre(s.spirals(), MainWindow::Centre::Build, look, {1920, 1080}); });
  add("window-wide-digits", [](Stage& s, const Look& look) { showCentre(s.digits(), MainWindow::Centre::Look, look, {1920, 1080}); });
  add("window-wide-step", [](Stage& s, const Look& look) { showStep(s.digits(), "dense2", false, look, {1920, 1080}); });
  add("window-wide-lesson", [](Stage& s, const Look& look) { showCentre(s.lesson(), MainWindow::Centre::Build, look, {1920, 1080}); });
  add("window-least-look", [](Stage& s, const Look& look) { showCentre(s.digits(), MainWindow::Centre::Look, look, {1024, 768}); });
  add("window-least-lesson", [](Stage& s, const Look& look) { showCentre(s.lesson(), MainWindow::Centre::Build, look, {1024, 768}); });
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
  add("issues-loss", [](Stage&, const Look& look) { showIssues("input 2 | dense 8 tanh | dense 3", look); });
  add("issues-none", [](Stage&, const Look& look) { showIssues("input 2 | dense 1 | mse", look); });
  add("lessons", showLessonList);
  add("lesson", [](Stage& s, const Look& look) { showLesson(s, false, look); });
  add("lesson-curve", [](Stage& s, const Look& look) { showQuestion(s, "10-learned-by-heart", "gap", std::nullopt, look); });
  add("lesson-curve-drawn", [](Stage& s, const Look& look) { showQuestion(s, "10-learned-by-heart", "gap", DrawnCurve{{"test_loss", 300, 0, 3}, {0.7, 0.4, 0.3, 0.25, 0.2, 0.2}}, look); });
  add("lesson-region", [](Stage& s, const Look& look) { showQuestion(s, "04-yes-or-no", "flat", std::nullopt, look); });
  add("lesson-region-chosen", [](Stage& s, const Look& look) { showQuestion(s, "04-yes-or-no", "flat", std::string("plateau"), look); });
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
  add("keeping-bar", [](Stage&, const Look& look) {
    KeepingBar bar;
    const Error full(GB_TEXT("engine", "The disk is full: this folder was not made."));
    bar.setFault(KeepingBar::Thing::Work, full);
    bar.setFault(KeepingBar::Thing::Progress, full);
    present(bar, {800, bar.heightForWidth(800)});
    look(bar);
  });
  for (const bool entered : {false, true})
    add(entered ? "samples-entered" : "samples-rows", [entered](Stage&, const Look& look) {
      SampleChoice choice({.samples = 400, .first = 12, .count = 2, .entered = entered, .text = QStringLiteral("0.5, -0.25 -> 1\n0.1, 0.75 -> 0")}, nullptr);
      present(choice, choice.sizeHint());
      look(choice);
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
  panels.push_back({"data-table", [](Stage&, const Look& look) { showTable("x1,x2,x3,y\n", false, look); }});
  panels.push_back({"data-table-uneven", [](Stage&, const Look& look) { showTable("x1,x2,x3,y\n1,2,3\n", true, look); }});
  panels.push_back({QStringLiteral("data-file-missing"), [file](Stage&, const Look& look) { showData(file, look); }});
}

/// Numbers between -size and size, no two alike.
BoardArray boardArray(const char* name, const char* title, const char* formula, Shape shape, double size, BatchAxis batch) {
  auto values = std::make_shared<std::vector<double>>(static_cast<std::size_t>(shape.count()));
  for (std::size_t i = 0; i < values->size(); ++i) (*values)[i] = size * std::sin(12.9898 * static_cast<double>(i + 1));
  BoardArray array;
  array.name = name;
  array.title = QCoreApplication::translate("engine", title);
  array.formula = formula;
  array.shape = shape;
  array.values = values;
  array.batch = batch;
  return array;
}

BoardArray given(BoardArray array, std::vector<double> values) {
  array.values = std::make_shared<const std::vector<double>>(std::move(values));
  return array;
}

BoardArray formed(BoardArray array) {
  array.formed = true;
  array.gradient = array.name.ends_with("grad");
  return array;
}

/// Backward through the dense layer of three samples, two inputs and two units: what the design draws.
std::vector<BoardArray> denseBackward() {
  const auto none = BatchAxis::None, first = BatchAxis::First;
  BoardArray delta = given(boardArray("dense1.grad", "gradient of the loss in the output", "\\delta", {3, 2}, 1, first), {-0.0433, 0.02042, 0.11716, -0.07395, -0.0907, 0.06463});
  delta.gradient = true;
  return {delta, given(boardArray("input1.out", "output", "x", {3, 2}, 1, first), {0.5, -1.2, -0.8, 0.3, 1.1, 0.7}),
          formed(given(boardArray("dense1.weight.grad", "weights", "\\frac{\\partial L}{\\partial W}", {2, 2}, 1, none), {-0.2152, 0.0236, 0.1405, -0.0014})),
          formed(given(boardArray("dense1.bias.grad", "biases", "\\frac{\\partial L}{\\partial b}", {2}, 1, none), {-0.0168, 0.0111}))};
}

void showArrays(std::vector<BoardArray> arrays, QSize size, const Look& look, const std::function<void(ArrayBoard&)>& point = {}) {
  ArrayBoard board;
  setFillRole(&board, ColorRole::Panel);
  board.setArrays(std::move(arrays));
  if (point) point(board);
  present(board, grown(size));
  look(board);
}

/// The board under the diagram in Step, as high as it is at 1280x800 and higher.
constexpr QSize kBoard(799, 200), kHighBoard(1071, 291);

void addArrays(std::vector<Panel>& panels) {
  const auto none = BatchAxis::None, first = BatchAxis::First;
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), [show](Stage&, const Look& look) { show(look); }}); };
  const auto outlined = [](ArrayBoard& board) {
    board.setSelected(ElementRef{"dense1.weight.grad", {0, 1}});
    std::vector<BoardMark> marks;
    for (std::int64_t s = 0; s < 3; ++s) {
      marks.push_back({{"dense1.grad", {s, 0}}, ColorRole::Bwd});
      marks.push_back({{"input1.out", {s, 1}}, ColorRole::Fwd});
    }
    board.setMarked(marks);
  };
  add("arrays-dense", [=](const Look& look) {
    showArrays(denseBackward(), kBoard, look, [=](ArrayBoard& board) {
      board.setChooserShown(false);
      outlined(board);
    });
  });
  add("arrays-dense-high", [=](const Look& look) { showArrays(denseBackward(), kHighBoard, look, outlined); });
  add("arrays-changed", [=](const Look& look) {
    std::vector<BoardArray> arrays = denseBackward();
    for (BoardArray& array : arrays) {
      auto before = std::make_shared<std::vector<double>>(*array.values);
      for (std::size_t i = 0; i < before->size(); i += 2) (*before)[i] *= i % 4 ? 1.25 : 0.5;
      array.before = before;
    }
    showArrays(arrays, kBoard, look);
  });
  add("arrays-hidden", [=](const Look& look) {
    showArrays(denseBackward(), kBoard, look, [](ArrayBoard& board) { board.setHidden({{"dense1.weight.grad", {0, 3}}, {"dense1.bias.grad", {}}}); });
  });
  add("arrays-conv", [=](const Look& look) {
    showArrays({boardArray("input1.out", "output", "x", {3, 2, 6, 5}, 1, first), boardArray("conv2d1.weight", "weights", "W", {3, 2, 3, 2}, 0.4, none),
                boardArray("conv2d1.bias", "biases", "b", {3}, 0.1, none), formed(boardArray("conv2d1.out", "output", "y", {3, 3, 4, 4}, 1.3, first))},
               kHighBoard, look, [](ArrayBoard& board) {
                 board.setSample(1);
                 std::vector<BoardMark> marks;
                 for (std::int64_t c = 0; c < 2; ++c)
                   for (std::int64_t y = 0; y < 3; ++y)
                     for (std::int64_t x = 0; x < 2; ++x) {
                       marks.push_back({{"input1.out", {1, c, y + 1, x + 2}}, ColorRole::Fwd});
                       marks.push_back({{"conv2d1.weight", {2, c, y, x}}, ColorRole::Accent});
                     }
                 board.setMarked(marks);
                 board.setSelected(ElementRef{"conv2d1.out", {1, 2, 1, 2}});
               });
  });
  add("arrays-maps", [=](const Look& look) {
    showArrays({boardArray("relu1.out", "output", "x", {1, 32, 14, 14}, 1, first), formed(boardArray("max_pool2d1.out", "output", "y", {1, 32, 7, 7}, 1, first))}, kHighBoard, look);
  });
  add("arrays-picture", [=](const Look& look) {
    BoardArray picture = boardArray("flatten1.out", "output", "x", {4, 784}, 0, first);
    std::vector<double> ink(4 * 784);
    for (std::size_t i = 0; i < ink.size(); ++i) {
      const double x = static_cast<double>(i % 28) - 13.5, y = static_cast<double>(i / 28 % 28) - 13.5;
      ink[i] = std::exp(-std::pow(std::hypot(x, y) - 8, 2) / 4);
    }
    showArrays({given(picture, ink), boardArray("dense1.weight", "weights", "W", {128, 784}, 0.05, none), boardArray("dense1.bias", "biases", "b", {128}, 0.01, none),
                formed(boardArray("dense1.out", "output", "z", {4, 128}, 0.7, first))},
               kBoard, look, [](ArrayBoard& board) {
                 std::vector<BoardMark> marks;
                 for (std::int64_t i = 0; i < 784; ++i) marks.push_back({{"dense1.weight", {3, i}}, ColorRole::Accent});
                 board.setMarked(marks);
                 board.setSelected(ElementRef{"dense1.out", {0, 3}});
               });
  });
  add("arrays-attention", [=](const Look& look) {
    const std::int64_t time = 12;
    std::vector<double> shares(2 * static_cast<std::size_t>(time * time), 0);
    std::vector<bool> masked(shares.size(), false);
    for (std::int64_t head = 0; head < 2; ++head)
      for (std::int64_t i = 0; i < time; ++i) {
        double sum = 0;
        const auto at = [&](std::int64_t j) { return static_cast<std::size_t>((head * time + i) * time + j); };
        for (std::int64_t j = 0; j <= i; ++j) sum += shares[at(j)] = std::exp(2 * std::sin(static_cast<double>(3 * i + 5 * j + 7 * head)));
        for (std::int64_t j = 0; j < time; ++j) shares[at(j)] /= sum, masked[at(j)] = j > i;
      }
    BoardArray map = given(boardArray("attention1.weights", "attention weights", "a", {1, 2, time, time}, 1, first), shares);
    map.masked = std::make_shared<const std::vector<bool>>(masked);
    map.ramp = HeatRamp::Probability;
    showArrays({map, boardArray("attention1.value", "values", "v", {1, time, 8}, 1, first), formed(boardArray("attention1.mixed", "mixed values", "z", {1, time, 8}, 0.6, first))}, kHighBoard,
               look);
  });
  add("arrays-none", [=](const Look& look) { showArrays({}, kBoard, look); });
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
  const auto shown = [](QWidget* widget, const Look& look) {
    if (!widget) return;
    present(*widget, widget->size());
    look(*widget);
    widget->close();
  };
  add("dialog-step", [shown](Stage& s, const Look& look) {
    (*s.spirals().actions())[Do::RunTo]->trigger();
    shown(QApplication::activeModalWidget(), look);
  });
  add("menu-memory", [shown](Stage& s, const Look& look) {
    emit s.spirals().rewind()->bar()->memoryRequested();
    shown(QApplication::activePopupWidget(), look);
  });
  add("dialog-not-a-project", [](Stage& s, const Look& look) { showModal([&] { s.spirals().openFile(QStringLiteral("missing.glassbox")); }, look); });
}

} // namespace

std::vector<Panel> allPanels() {
  std::vector<Panel> panels;
  addWindows(panels);
  addLookPanels(panels);
  addParts(panels);
  addForms(panels);
  addArrays(panels);
  addMenus(panels);
  addRuns(panels);
  addSideBySidePanels(panels);
  addTimePanels(panels);
  addLearnerPanels(panels);
  addBuildPanels(panels);
  addProgramPanels(panels);
  return panels;
}

} // namespace glassbox::test
