// Beside the diagram while one builds: the code tab, finding a node, and Enter into a layer's parameters.
#pragma once

#include "engine/core/result.h"

#include <QObject>

class QWidget;

namespace glassbox {

class AlignActions;
class CodeView;
class DiagramView;
class Document;
class DockFrame;
class InspectorPanel;
class NodeFinder;
class TrainingSession;

/// Owner: the main window.
class BuildDesk : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    Document* document;
    TrainingSession* session;
    DiagramView* diagram;
    InspectorPanel* inspector;
    DockFrame* docks;
  };
  /// `bottom` becomes the parent of the code tab.
  BuildDesk(const Parts& parts, QWidget* bottom);

  /// For the bottom dock.
  CodeView* code() const { return m_code; }
  NodeFinder* finder() const { return m_finder; }
  void findNode();
  AlignActions* align() const { return m_align; }
  /// Writes the script, the weights and a batch; true when they are on the disk.
  bool exportScript(const QString& path);

 signals:
  void told(const QString& line);
  void failed(const glassbox::Error& error);
  void issuesRequested();

 private:
  void askExport();
  void openParameters(const std::string& id);

  Parts m_parts;
  QWidget* m_window;
  CodeView* m_code;
  NodeFinder* m_finder;
  AlignActions* m_align;
};

} // namespace glassbox
