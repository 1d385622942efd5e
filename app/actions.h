// Everything the program can do, in one table: menu text, tooltip, keys and icon of each action.
#pragma once

#include <QAction>
#include <QObject>

#include <array>

namespace glassbox {

enum class Do {
  New, Open, OpenData, Save, SaveAs, Quit,
  Undo, Redo,
  Run, Step, Epoch, Reset, NewSeed,
  RunTo, Branch, Sweep, SideBySide,
  Build, TakeApart, Look,
  LearnLayout, BuildLayout, WatchLayout, StepLayout, CompareLayout,
  FoldLeft, FoldBottom, FoldRight, FoldAll, Surface, Presentation, Theme, English, Chinese, Settings,
  NextPart, PreviousPart,
  FindNode, AnyCommand, Welcome, StartAfresh, LeaveLesson,
  NewLearner, RenameLearner, DeleteLearner, Report, ClassTable, LessonFolder, OwnLessons,
  HelpHere, WhatIsThis, Tour, About,
  Count
};

/// The actions as QActions whose texts follow the language. Owner: the main window.
class Actions : public QObject {
  Q_OBJECT

 public:
  explicit Actions(QObject* parent = nullptr);

  QAction* operator[](Do what) const { return m_actions[static_cast<std::size_t>(what)]; }
  /// Sets all texts anew after a change of language.
  void retranslate();

 private:
  std::array<QAction*, static_cast<std::size_t>(Do::Count)> m_actions{};
};

} // namespace glassbox
