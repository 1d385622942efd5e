// The diagram as PyTorch code: follows every edit, lights the lines of what is selected, and a click on a line selects its node.
#pragma once

#include "engine/io/pytorch_code.h"
#include "widgets/model/document.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace glassbox {

class EmptyState;

class CodeView : public QWidget {
  Q_OBJECT

 public:
  /// Shows `document`, which must outlive the view. Nothing is written while the view is hidden.
  explicit CodeView(Document& document, QWidget* parent = nullptr);

  /// The samples in use, or null: what the schedule counts in depends on how many there are.
  void setDataset(const DatasetPtr& dataset);
  void setSelected(const std::vector<NodeId>& ids);

  /// What is shown; empty while an issue hinders.
  const TorchCode& code() const { return m_code; }
  QPlainTextEdit* text() const { return m_text; }
  QPushButton* copyButton() const { return m_copy; }
  QPushButton* exportButton() const { return m_export; }
  /// Lines that are lit, from 0.
  std::vector<int> litLines() const;

 signals:
  /// A line of the node was clicked, or Enter pressed in it.
  void nodeChosen(const glassbox::NodeId& id);
  void exportRequested();
  /// The button beside the issue that hinders.
  void issuesRequested();
  void told(const QString& line);

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void followLater();
  void follow();
  void light(bool scroll);
  void choose(int line);
  void copyAll();
  void retranslate();

  Document& m_document;
  DatasetPtr m_dataset;
  std::vector<NodeId> m_selected;
  TorchCode m_code;
  bool m_old = true;   ///< something has changed since the code was written
  QTimer* m_later;
  QLabel* m_about;
  QPushButton *m_copy, *m_export;
  QPlainTextEdit* m_text;
  EmptyState* m_empty;
};

} // namespace glassbox
