// The Runs tab: every run of the project in a table, what differs from the shown one lit.
#pragma once

#include "widgets/runs/run_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace glassbox {

class EmptyState;

class RunsPanel : public QWidget {
  Q_OBJECT

 public:
  RunsPanel(RunList* runs, TrainingSession* session, QWidget* parent = nullptr);

  QTableView* table() const { return m_table; }
  RunModel* model() const { return m_model; }
  QPushButton* openButton() const { return m_open; }
  QPushButton* deleteButton() const { return m_delete; }
  QPushButton* sideBySideButton() const { return m_beside; }
  /// Where the swatch of a row is clicked.
  QRect swatchRect(int row) const;

 signals:
  void failed(const glassbox::Error& error);
  void sideBySideRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void follow();
  void fitColumns();
  void openSelected();
  void removeSelected();
  void chooseColor(int row);

  RunList* m_runs;
  TrainingSession* m_session;
  RunModel* m_model;
  QTableView* m_table;
  QLabel* m_count;
  QLabel* m_mark;
  QLabel* m_differs;
  QPushButton* m_beside;
  QPushButton* m_open;
  QPushButton* m_delete;
  EmptyState* m_empty;
  QTimer m_timer;   ///< of the numbers of the run that trains
  bool m_stale = false;
};

} // namespace glassbox
