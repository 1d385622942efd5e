#include "app/kind_words.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QWidget>

namespace glassbox {
namespace {

struct Kind {
  const char* className;
  const char* words;
};

// clang-format off
const Kind kKinds[] = {
    {"glassbox::TabStrip", QT_TRANSLATE_NOOP("KindWords", "<b>Tabs</b><br>Each tab shows one page of this part of the window; arrow keys change it.<br>Everything has its place, and you see one thing at a time.")},
    {"glassbox::Plot", QT_TRANSLATE_NOOP("KindWords", "<b>Plot</b><br>A number of the run over its steps; the values in the title are the ends of the lines. Click to pin a step, the right button saves picture and numbers.<br>See whether it still learns, and how steadily.")},
    {"glassbox::HeatMap", QT_TRANSLATE_NOOP("KindWords", "<b>Heat map</b><br>A cell for each number, colored by its value; the bar beside it is the scale. Arrow keys go from cell to cell.<br>See at a glance where the large numbers are.")},
    {"glassbox::ProseView", QT_TRANSLATE_NOOP("KindWords", "<b>Text of the lesson</b><br>Links lead to terms, lessons and controls of the lab.<br>Read a part, then try it in the lab beside it.")},
    {"glassbox::FormulaWidget", QT_TRANSLATE_NOOP("KindWords", "<b>Formula</b><br>A number with a ground behind it can be followed: click it, or choose it with Tab and Enter.<br>Find out where a number comes from.")},
    {"glassbox::DiagramView", QT_TRANSLATE_NOOP("KindWords", "<b>Network diagram</b><br>A tile is a layer, a wire carries an array from left to right. Click a tile for its parameters, a weight wire for its value.<br>What you build here is what trains.")},
    {"glassbox::SliderField", QT_TRANSLATE_NOOP("KindWords", "<b>Value</b><br>Slider and field set the same number; arrow keys change it by small steps.<br>Drag to get a feeling for it, type to be exact.")},
    {"glassbox::Segmented", QT_TRANSLATE_NOOP("KindWords", "<b>Choice</b><br>One of these is on.<br>Switch to compare what they show.")},
    {"glassbox::Palette", QT_TRANSLATE_NOOP("KindWords", "<b>Layers</b><br>Drag a layer onto the diagram, double-click it, or press its letter in the diagram. / searches.<br>These are the parts that networks are made of.")},
    {"glassbox::SurfaceView", QT_TRANSLATE_NOOP("KindWords", "<b>Decision surface</b><br>The color at each place is what the network answers there; points are samples, the line is where it is undecided.<br>See what has been learned, and where it is wrong.")},
    {"glassbox::FitView", QT_TRANSLATE_NOOP("KindWords", "<b>Fitted curve</b><br>What the network answers for each input, over the samples.<br>See whether it follows the data or the noise.")},
    {"glassbox::SpreadPlot", QT_TRANSLATE_NOOP("KindWords", "<b>Spread</b><br>How the values of an array are distributed, over the steps of the run.<br>Values that all shrink or grow tell why a network stops learning.")},
    {"glassbox::LandscapePlot", QT_TRANSLATE_NOOP("KindWords", "<b>Loss landscape</b><br>The loss around the weights of now; the line is the way that training took.<br>See the valley, and whether the learning rate jumps over it.")},
    {"glassbox::TermTable", QT_TRANSLATE_NOOP("KindWords", "<b>Terms</b><br>The sum, term by term; each row can be followed to where its factors come from.<br>See which term makes the number large.")},
    {"glassbox::TextView", QT_TRANSLATE_NOOP("KindWords", "<b>Generated text</b><br>The network writes on from your beginning, a token at a time.<br>Hear what it has learned of the language.")},
    {"glassbox::DrawView", QT_TRANSLATE_NOOP("KindWords", "<b>Drawing</b><br>A sheet of paper: the network says what it takes your drawing for while you draw.<br>Test it on what it has never seen.")},
    {"glassbox::PathList", QT_TRANSLATE_NOOP("KindWords", "<b>Ways from the loss</b><br>The chain rule, link by link, along each way through the network.<br>See how a gradient is put together.")},
    {"glassbox::TaskCard", QT_TRANSLATE_NOOP("KindWords", "<b>Task</b><br>The lab checks it on your own network, with the numbers of now. Hints come one by one.<br>You learn by doing.")},
    {"glassbox::QuestionCard", QT_TRANSLATE_NOOP("KindWords", "<b>Question</b><br>Commit to an answer before you see what happens; it is never called wrong.<br>A prediction makes you look more closely.")},
    {"glassbox::LessonView", QT_TRANSLATE_NOOP("KindWords", "<b>Lesson</b><br>Text, questions and tasks beside the living lab.<br>Read a part, try it, go on.")},
    {"glassbox::LessonList", QT_TRANSLATE_NOOP("KindWords", "<b>Lessons</b><br>A check marks what is done; Enter opens a lesson.<br>They build on each other, and any can be opened.")},
    {"glassbox::LessonDesk", QT_TRANSLATE_NOOP("KindWords", "<b>Lessons</b><br>A check marks what is done; Enter opens a lesson.<br>They build on each other, and any can be opened.")},
    {"glassbox::IssueCard", QT_TRANSLATE_NOOP("KindWords", "<b>Issue</b><br>What does not fit, where, and what to do; the button repairs it.<br>An unfinished network is normal.")},
    {"glassbox::IssueList", QT_TRANSLATE_NOOP("KindWords", "<b>Issues</b><br>What the network still needs before it can train.<br>Each comes with its repair.")},
    {"glassbox::RunsPanel", QT_TRANSLATE_NOOP("KindWords", "<b>Runs</b><br>Every run with its settings and results; what differs is marked. Tick runs to lay their curves over each other.<br>Compare fairly: change one thing at a time.")},
    {"glassbox::BranchSheet", QT_TRANSLATE_NOOP("KindWords", "<b>Branch</b><br>A new run from the step that is shown, with one setting changed.<br>Find out what that one change does.")},
    {"glassbox::SideBySide", QT_TRANSLATE_NOOP("KindWords", "<b>Side by side</b><br>Two to four networks on one clock, step for step.<br>See which learns faster, and how.")},
    {"glassbox::InspectorPanel", QT_TRANSLATE_NOOP("KindWords", "<b>Settings</b><br>Of the chosen layer, or of the training.<br>Change one thing and watch what it does.")},
    {"glassbox::DataPanel", QT_TRANSLATE_NOOP("KindWords", "<b>Data</b><br>What the network learns from, and how it is split for training and test.<br>A network is only as good as its data.")},
    {"glassbox::ClassDialog", QT_TRANSLATE_NOOP("KindWords", "<b>Class table</b><br>A row for each report in the folder.<br>See where the class stands.")},
    {"glassbox::WelcomePage", QT_TRANSLATE_NOOP("KindWords", "<b>Welcome page</b><br>Examples, lessons and your last project; one click starts each.<br>Begin with an example and change it.")},
    {"glassbox::EmptyState", QT_TRANSLATE_NOOP("KindWords", "<b>Nothing here yet</b><br>The sentence says what will be here, the button makes a beginning.<br>Nothing can be broken by trying.")},
    {"glassbox::TourCard", QT_TRANSLATE_NOOP("KindWords", "<b>Tour</b><br>Each card waits until you have done what it says; you may leave at any time.<br>Help, Tour in six steps begins it again.")},
    {"QDialogButtonBox", QT_TRANSLATE_NOOP("KindWords", "<b>Answer</b><br>Each button says what it does; Esc changes nothing.<br>You are asked only where something would be lost.")},
};
// clang-format on

const char* wordsOf(const QMetaObject* kind) {
  for (; kind; kind = kind->superClass())
    for (const Kind& known : kKinds)
      if (qstrcmp(known.className, kind->className()) == 0) return known.words;
  return nullptr;
}

} // namespace

QString kindExplained(const QWidget* widget) {
  for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget())
    if (const char* words = wordsOf(widget->metaObject())) return QCoreApplication::translate("KindWords", words);
  return {};
}

} // namespace glassbox
