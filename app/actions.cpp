#include "app/actions.h"

#include "widgets/common/icons.h"
#include "widgets/model/action_name.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace glassbox {
namespace {

struct Row {
  Do what;
  const char* text;
  const char* does;  ///< what it does
  const char* why;   ///< why one would
  const char* keys;
  const char* icon;
};

// clang-format off
const Row kRows[] = {
    {Do::New, QT_TRANSLATE_NOOP("Actions", "New network"), QT_TRANSLATE_NOOP("Actions", "Begins an empty project."), QT_TRANSLATE_NOOP("Actions", "Build your own network from nothing."), "Ctrl+N", "plus"},
    {Do::Open, QT_TRANSLATE_NOOP("Actions", "Open…"), QT_TRANSLATE_NOOP("Actions", "Opens a project file."), QT_TRANSLATE_NOOP("Actions", "Go on where you stopped, or look at somebody's work."), "Ctrl+O", "folder"},
    {Do::OpenData, QT_TRANSLATE_NOOP("Actions", "Open data…"), QT_TRANSLATE_NOOP("Actions", "Opens a table (CSV), a text, the MNIST family (IDX), CIFAR-10, or a folder of pictures for each class."), QT_TRANSLATE_NOOP("Actions", "Train on your own data."), "Ctrl+Shift+O", "table"},
    {Do::Save, QT_TRANSLATE_NOOP("Actions", "Save"), QT_TRANSLATE_NOOP("Actions", "Saves the project with its weights."), QT_TRANSLATE_NOOP("Actions", "The file on the disk is replaced only when the new one is complete."), "Ctrl+S", "save"},
    {Do::SaveAs, QT_TRANSLATE_NOOP("Actions", "Save as…"), QT_TRANSLATE_NOOP("Actions", "Saves the project under another name."), QT_TRANSLATE_NOOP("Actions", "Keep a variant beside the first one."), "Ctrl+Shift+S", "save"},
    {Do::Quit, QT_TRANSLATE_NOOP("Actions", "Quit"), QT_TRANSLATE_NOOP("Actions", "Closes the lab."), QT_TRANSLATE_NOOP("Actions", "Unsaved work is asked for first."), "Ctrl+Q", ""},
    {Do::Undo, QT_TRANSLATE_NOOP("Actions", "Undo"), QT_TRANSLATE_NOOP("Actions", "Takes the last change back."), QT_TRANSLATE_NOOP("Actions", "Try things freely: every change can be undone."), "Ctrl+Z", "undo"},
    {Do::Redo, QT_TRANSLATE_NOOP("Actions", "Redo"), QT_TRANSLATE_NOOP("Actions", "Makes the undone change again."), QT_TRANSLATE_NOOP("Actions", "Compare before and after."), "Ctrl+Shift+Z", "redo"},
    {Do::Run, QT_TRANSLATE_NOOP("Actions", "Run"), QT_TRANSLATE_NOOP("Actions", "Trains until you pause or a stop rule is reached."), QT_TRANSLATE_NOOP("Actions", "Watch the loss fall."), "Space", "play"},
    {Do::Step, QT_TRANSLATE_NOOP("Actions", "One step"), QT_TRANSLATE_NOOP("Actions", "Trains on one batch, then pauses."), QT_TRANSLATE_NOOP("Actions", "See what a single update changes."), ".", "step"},
    {Do::Epoch, QT_TRANSLATE_NOOP("Actions", "One epoch"), QT_TRANSLATE_NOOP("Actions", "Trains to the end of this epoch, then pauses."), QT_TRANSLATE_NOOP("Actions", "One pass over all training samples."), "Shift+.", "epoch"},
    {Do::Reset, QT_TRANSLATE_NOOP("Actions", "Same weights"), QT_TRANSLATE_NOOP("Actions", "Goes back to step 0 with the same initial weights."), QT_TRANSLATE_NOOP("Actions", "Use it to compare two settings fairly."), "Ctrl+R", "reset"},
    {Do::NewSeed, QT_TRANSLATE_NOOP("Actions", "New seed"), QT_TRANSLATE_NOOP("Actions", "Goes back to step 0 with other initial weights."), QT_TRANSLATE_NOOP("Actions", "Find out whether a result was luck."), "Ctrl+Shift+R", "dice"},
    {Do::RunTo, QT_TRANSLATE_NOOP("Actions", "Run to step…"), QT_TRANSLATE_NOOP("Actions", "Goes back to an earlier step, or trains until a later one."), QT_TRANSLATE_NOOP("Actions", "Be at the very step you talk about."), "Ctrl+G", "flag"},
    {Do::Branch, QT_TRANSLATE_NOOP("Actions", "Branch…"), QT_TRANSLATE_NOOP("Actions", "Begins a new run at the step that is shown, with one setting changed; the run you leave is kept."), QT_TRANSLATE_NOOP("Actions", "Find out what that one change does."), "Ctrl+B", "branch"},
    {Do::Sweep, QT_TRANSLATE_NOOP("Actions", "Sweep…"), QT_TRANSLATE_NOOP("Actions", "Trains the network again and again with one or two settings varied."), QT_TRANSLATE_NOOP("Actions", "See which settings work, and whether it was luck."), "Ctrl+Shift+W", "table"},
    {Do::SideBySide, QT_TRANSLATE_NOOP("Actions", "Side by side…"), QT_TRANSLATE_NOOP("Actions", "Trains two to four networks together, step for step, in columns beside each other."), QT_TRANSLATE_NOOP("Actions", "See which one learns faster, and how."), "Ctrl+Shift+D", "layers"},
    {Do::Build, QT_TRANSLATE_NOOP("Actions", "Build"), QT_TRANSLATE_NOOP("Actions", "Shows the network as a diagram."), QT_TRANSLATE_NOOP("Actions", "Drag layers, draw wires, watch weights."), "Alt+1", ""},
    {Do::TakeApart, QT_TRANSLATE_NOOP("Actions", "Step"), QT_TRANSLATE_NOOP("Actions", "Takes one training step apart: forward, loss, backward, update."), QT_TRANSLATE_NOOP("Actions", "Every number opens as the formula that made it."), "Alt+2", ""},
    {Do::Look, QT_TRANSLATE_NOOP("Actions", "Look"), QT_TRANSLATE_NOOP("Actions", "Shows pictures of what the network has learned."), QT_TRANSLATE_NOOP("Actions", "Decision surface, fitted curve, confusion matrix."), "Alt+3", ""},
    {Do::LearnLayout, QT_TRANSLATE_NOOP("Actions", "Arrange for learning"), QT_TRANSLATE_NOOP("Actions", "Lessons at the left, the diagram, and the plots below."), QT_TRANSLATE_NOOP("Actions", "Read and try side by side."), "Ctrl+1", ""},
    {Do::BuildLayout, QT_TRANSLATE_NOOP("Actions", "Arrange for building"), QT_TRANSLATE_NOOP("Actions", "Layers at the left, settings at the right; the plots are folded."), QT_TRANSLATE_NOOP("Actions", "Room for the diagram while you draw it."), "Ctrl+2", ""},
    {Do::WatchLayout, QT_TRANSLATE_NOOP("Actions", "Arrange for watching"), QT_TRANSLATE_NOOP("Actions", "Pictures of the network over the plots; the sides are folded."), QT_TRANSLATE_NOOP("Actions", "See everything that moves while it trains."), "Ctrl+3", ""},
    {Do::StepLayout, QT_TRANSLATE_NOOP("Actions", "Arrange for stepping"), QT_TRANSLATE_NOOP("Actions", "One training step taken apart, with formulas at the right and arrays below."), QT_TRANSLATE_NOOP("Actions", "Follow a number through backpropagation."), "Ctrl+4", ""},
    {Do::CompareLayout, QT_TRANSLATE_NOOP("Actions", "Arrange for comparing"), QT_TRANSLATE_NOOP("Actions", "The list of runs below the diagram, settings at the right."), QT_TRANSLATE_NOOP("Actions", "See what differs between runs, and what it did."), "Ctrl+5", ""},
    {Do::FoldLeft, QT_TRANSLATE_NOOP("Actions", "Left dock"), QT_TRANSLATE_NOOP("Actions", "Folds lessons, layers and data away, or shows them."), QT_TRANSLATE_NOOP("Actions", "More room for the diagram."), "F9", ""},
    {Do::FoldBottom, QT_TRANSLATE_NOOP("Actions", "Bottom dock"), QT_TRANSLATE_NOOP("Actions", "Folds the plots away, or shows them."), QT_TRANSLATE_NOOP("Actions", "More room for the diagram."), "F10", ""},
    {Do::FoldRight, QT_TRANSLATE_NOOP("Actions", "Right dock"), QT_TRANSLATE_NOOP("Actions", "Folds the settings away, or shows them."), QT_TRANSLATE_NOOP("Actions", "More room for the diagram."), "F11", ""},
    {Do::FoldAll, QT_TRANSLATE_NOOP("Actions", "Diagram only"), QT_TRANSLATE_NOOP("Actions", "Folds all docks away, or shows them."), QT_TRANSLATE_NOOP("Actions", "Show the network to a class."), "F12", ""},
    {Do::Surface, QT_TRANSLATE_NOOP("Actions", "Decision surface beside the diagram"), QT_TRANSLATE_NOOP("Actions", "Pins the picture of the decision beside the diagram, or takes it away."), QT_TRANSLATE_NOOP("Actions", "See wires and decision change together."), "", ""},
    {Do::Presentation, QT_TRANSLATE_NOOP("Actions", "Presentation"), QT_TRANSLATE_NOOP("Actions", "Large type, thicker lines, docks folded to their icons."), QT_TRANSLATE_NOOP("Actions", "The last row can read along."), "F5", ""},
    {Do::Theme, QT_TRANSLATE_NOOP("Actions", "Light or dark"), QT_TRANSLATE_NOOP("Actions", "Switches between the light and the dark theme."), QT_TRANSLATE_NOOP("Actions", "Light for a projector, dark for the evening."), "Ctrl+T", "sun"},
    {Do::English, QT_TRANSLATE_NOOP("Actions", "English"), QT_TRANSLATE_NOOP("Actions", "Shows all texts in English."), QT_TRANSLATE_NOOP("Actions", "The language changes at once; nothing is lost."), "", ""},
    {Do::Chinese, QT_TRANSLATE_NOOP("Actions", "中文"), QT_TRANSLATE_NOOP("Actions", "Shows all texts in Chinese."), QT_TRANSLATE_NOOP("Actions", "The language changes at once; nothing is lost."), "", ""},
    {Do::Settings, QT_TRANSLATE_NOOP("Actions", "Settings…"), QT_TRANSLATE_NOOP("Actions", "Language, theme, size of the texts, motion, memory."), QT_TRANSLATE_NOOP("Actions", "Make the lab comfortable for your eyes. What you choose is seen at once and kept."), "Ctrl+,", ""},
    {Do::NextPart, QT_TRANSLATE_NOOP("Actions", "Next part of the window"), QT_TRANSLATE_NOOP("Actions", "The keyboard goes on: tool bar, left dock, diagram or picture, right dock, bottom dock."), QT_TRANSLATE_NOOP("Actions", "Work without a mouse. In a part, Tab goes from control to control; each part is as you left it."), "F6", ""},
    {Do::PreviousPart, QT_TRANSLATE_NOOP("Actions", "Previous part of the window"), QT_TRANSLATE_NOOP("Actions", "The keyboard goes back to the part before."), QT_TRANSLATE_NOOP("Actions", "Shorter, when you have gone too far."), "Shift+F6", ""},
    {Do::FindNode, QT_TRANSLATE_NOOP("Actions", "Find in the diagram"), QT_TRANSLATE_NOOP("Actions", "Finds a layer of the diagram by its name or kind, and goes there."), QT_TRANSLATE_NOOP("Actions", "A large network does not fit on the screen."), "Ctrl+F", "search"},
    {Do::AnyCommand, QT_TRANSLATE_NOOP("Actions", "Any command…"), QT_TRANSLATE_NOOP("Actions", "Finds commands, examples, lessons and layers by name, in English and in Chinese; builds a network typed as one line."), QT_TRANSLATE_NOOP("Actions", "Faster than a menu, and nobody has to know where something stands."), "Ctrl+K", "search"},
    {Do::Welcome, QT_TRANSLATE_NOOP("Actions", "Welcome page"), QT_TRANSLATE_NOOP("Actions", "Shows examples, lessons and the last project."), QT_TRANSLATE_NOOP("Actions", "Start something else."), "", ""},
    {Do::StartAfresh, QT_TRANSLATE_NOOP("Actions", "Start the lesson afresh"), QT_TRANSLATE_NOOP("Actions", "Goes back to the lesson's set-up; the network you have now is kept aside."), QT_TRANSLATE_NOOP("Actions", "Try it once more from the beginning. The page offers to bring your network back."), "", "reset"},
    {Do::LeaveLesson, QT_TRANSLATE_NOOP("Actions", "Leave the lesson"), QT_TRANSLATE_NOOP("Actions", "Closes the lesson; your own project from before it comes back."), QT_TRANSLATE_NOOP("Actions", "Your network in the lesson and your progress are kept for the next time."), "", ""},
    {Do::NewLearner, QT_TRANSLATE_NOOP("Actions", "New learner…"), QT_TRANSLATE_NOOP("Actions", "Adds a learner to this computer."), QT_TRANSLATE_NOOP("Actions", "Everybody's progress is kept apart; a nickname will do."), "", "plus"},
    {Do::RenameLearner, QT_TRANSLATE_NOOP("Actions", "Rename…"), QT_TRANSLATE_NOOP("Actions", "Changes the learner's nickname."), QT_TRANSLATE_NOOP("Actions", "It stands on the report."), "", "pencil"},
    {Do::DeleteLearner, QT_TRANSLATE_NOOP("Actions", "Delete this learner…"), QT_TRANSLATE_NOOP("Actions", "Removes all that this computer keeps of the learner."), QT_TRANSLATE_NOOP("Actions", "Nothing is left behind, and it is asked for first."), "", "trash"},
    {Do::Report, QT_TRANSLATE_NOOP("Actions", "Report…"), QT_TRANSLATE_NOOP("Actions", "Shows the learner's skills, tasks and time."), QT_TRANSLATE_NOOP("Actions", "Save it as a PDF or as a file for the teacher, and certificates of finished blocks."), "Ctrl+Shift+L", "table"},
    {Do::ClassTable, QT_TRANSLATE_NOOP("Actions", "Class table…"), QT_TRANSLATE_NOOP("Actions", "Merges the reports in a folder into one table."), QT_TRANSLATE_NOOP("Actions", "A teacher sees where the class stands."), "", "table"},
    {Do::LessonFolder, QT_TRANSLATE_NOOP("Actions", "Open a folder of lessons…"), QT_TRANSLATE_NOOP("Actions", "Shows the lessons of another folder in the list."), QT_TRANSLATE_NOOP("Actions", "Try the lessons you wrote, or those of your teacher."), "", "folder"},
    {Do::OwnLessons, QT_TRANSLATE_NOOP("Actions", "Lessons of Glassbox"), QT_TRANSLATE_NOOP("Actions", "Shows the program's own lessons again."), QT_TRANSLATE_NOOP("Actions", "Go back from a folder of lessons."), "", "book"},
    {Do::HelpHere, QT_TRANSLATE_NOOP("Actions", "Help on this"), QT_TRANSLATE_NOOP("Actions", "Explains the control or the layer that the keyboard is at."), QT_TRANSLATE_NOOP("Actions", "Ask without a mouse. Esc closes the explanation."), "F1", "help"},
    {Do::WhatIsThis, QT_TRANSLATE_NOOP("Actions", "What is this?"), QT_TRANSLATE_NOOP("Actions", "The next click explains what it hits, and the colors there."), QT_TRANSLATE_NOOP("Actions", "Ask anything on the screen what it is for."), "Shift+F1", "help"},
    {Do::Tour, QT_TRANSLATE_NOOP("Actions", "Tour in six steps"), QT_TRANSLATE_NOOP("Actions", "Shows the lab on an example: you do each step yourself."), QT_TRANSLATE_NOOP("Actions", "Find your way around in two minutes."), "", "flag"},
    {Do::About, QT_TRANSLATE_NOOP("Actions", "About Glassbox"), QT_TRANSLATE_NOOP("Actions", "Version and licences."), QT_TRANSLATE_NOOP("Actions", "Glassbox is free software under the GPL, version 3 or later."), "", ""},
};
// clang-format on

} // namespace

Actions::Actions(QObject* parent) : QObject(parent) {
  for (const Row& row : kRows) {
    auto* action = new QAction(this);
    if (*row.icon) action->setIcon(icon(row.icon));
    if (*row.keys) action->setShortcut(QKeySequence(QString::fromLatin1(row.keys)));
    m_actions[static_cast<std::size_t>(row.what)] = action;
  }
  for (Do what : {Do::Surface, Do::Presentation, Do::English, Do::Chinese}) (*this)[what]->setCheckable(true);
  retranslate();
}

void Actions::retranslate() {
  for (const Row& row : kRows) {
    QAction* action = (*this)[row.what];
    const auto say = [](const char* text) { return QCoreApplication::translate("Actions", text); };
    nameAction(action, Text{"Actions", row.text, {}});
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(QStringLiteral("<b>%1</b> %2<br>%3<br>%4").arg(say(row.text).toHtmlEscaped(), keys.toHtmlEscaped(), say(row.does), say(row.why)));
    action->setStatusTip(say(row.does));
  }
}

} // namespace glassbox
