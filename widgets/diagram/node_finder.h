// Find a node of the diagram by its name: a small card on the canvas with what fits the words typed so far.
#pragma once

#include "engine/graph/network_spec.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace glassbox {

class DiagramView;
class Document;

/// Ids of the nodes that fit, in the order of the network: every word typed is a part of the node's title, kind, key or id,
/// in whatever case. Nothing typed: all.
std::vector<NodeId> nodesThatFit(const NetworkSpec& spec, const QString& words);

class NodeFinder : public QFrame {
  Q_OBJECT

 public:
  /// A child of the view, hidden until it is opened.
  NodeFinder(const Document* document, DiagramView* view);

  void open();
  QLineEdit* field() const { return m_field; }
  QListWidget* list() const { return m_list; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void showChosen();
  void close();
  void place();
  void retranslate();

  const Document* m_document;
  DiagramView* m_view;
  QLineEdit* m_field;
  QListWidget* m_list;
  QLabel* m_nothing;
};

} // namespace glassbox
