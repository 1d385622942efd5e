// The right dock: the selected layer's page and the training settings, as two tabs.
#pragma once

#include "widgets/inspector/weights_view.h"
#include "widgets/model/document.h"

#include <QWidget>

#include <vector>

class QStackedWidget;

namespace glassbox {

class NodePage;
class TabStrip;
class TrainingForm;

class InspectorPanel : public QWidget {
  Q_OBJECT

 public:
  explicit InspectorPanel(Document& document, QWidget* parent = nullptr);

  /// The layer to show, and its tab in front; empty: only the training settings.
  void setSelected(const NodeId& node);
  NodeId selected() const;
  /// Arrays of the selected layer from the newest snapshot, at most 30 times a second; empty: none.
  void setLive(const std::vector<LiveArray>& arrays);
  void showTraining();
  /// A page before the others while the window needs it there; null takes it away. The page stays the caller's.
  void setFront(QWidget* page, const QString& title = {});

  NodePage* nodePage() const { return m_page; }
  TrainingForm* trainingForm() const { return m_training; }
  TabStrip* tabs() const { return m_tabs; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void writeTabs();
  void documentChanged();
  bool hasNode() const;
  void showTab(int index);

  Document& m_document;
  TabStrip* m_tabs;
  QStackedWidget* m_stack;
  NodePage* m_page;
  TrainingForm* m_training;
  QWidget* m_front = nullptr;
  QString m_frontTitle;
};

} // namespace glassbox
