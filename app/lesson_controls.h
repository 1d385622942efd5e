// What a lesson locks or hides, brought to every part of the window it concerns; and the lesson's links, which do things there.
#pragma once

#include "engine/lesson/lesson.h"

#include <QObject>
#include <QString>

class QLabel;
class QUrl;

namespace glassbox {

class Actions;
class DataPanel;
class DiagramView;
class DockFrame;
class Document;
class InspectorPanel;
class Palette;
class TabStrip;
class ToolBar;
class WeightEditor;

/// The parts of the window that a lesson may lock, hide or lead to.
struct LabParts {
  Document* document;
  Actions* actions;
  ToolBar* toolBar;
  DockFrame* docks;
  TabStrip* leftTabs;    ///< lessons, layers, data
  TabStrip* centreTabs;  ///< build, step, look
  Palette* palette;
  DataPanel* data;
  DiagramView* diagram;
  InspectorPanel* inspector;
  WeightEditor* weights;
};

/// Owner: the lesson desk. The document refuses an edit that gets here some other way; this is what is seen of it.
class LessonControls : public QObject {
  Q_OBJECT

 public:
  LessonControls(const LabParts& parts, QObject* parent);

  /// The document's locks and the parts' looks, as `lesson` sets them up; null: everything is free.
  void setLesson(const Lesson* lesson);
  /// Once more, in the language in use, and for actions that somebody else has enabled.
  void refresh();
  bool isHidden(const std::string& control) const;

  /// "lab:reset", "lab:data": carries it out, or says why not. "https://…": asks, then opens the browser.
  void follow(const QString& link);

 signals:
  /// Why something cannot be done.
  void told(const QString& sentence);

 private:
  QString reasonOf(const std::string& control) const;
  void showNetwork();
  void showData();
  void showSettings();
  void askBrowser(const QUrl& address);
  void goTo(int leftTab, const std::string& control);

  LabParts m_parts;
  const Lesson* m_lesson = nullptr;
  QLabel* m_padlock;
  QLabel* m_words;
};

} // namespace glassbox
