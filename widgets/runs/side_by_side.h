// Side by side: two to four networks in columns, trained step for step on one clock, and their losses in one plot below.
#pragma once

#include "engine/data/data_spec.h"
#include "engine/experiment/doctor.h"
#include "widgets/runs/compare_column.h"
#include "widgets/runs/compare_session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

namespace glassbox {

class Document;
class EmptyState;
class Plot;

/// Owner: RunDesk. Does not block the lab; the run in the lab stays as it is.
class SideBySide : public QDialog {
  Q_OBJECT

 public:
  struct Parts {
    Document* document;
    TrainingSession* lab;
    RunList* runs;
    LoadContext loading; ///< for data of project files
  };
  SideBySide(const Parts& parts, QWidget* parent = nullptr);

  /// The network in the lab, with its settings as they are.
  void addLab();
  void addRun(const std::string& id);
  void addTemplate(const std::string& name);
  /// A project file. Data outside its folder are not read: that is asked only where a project is opened.
  void addFile(const QString& path);
  /// The network in the lab, and beside it a copy with one change, in place of what was compared; both begin to train when they are ready.
  void tryCure(const Cure& cure);
  /// What one would begin with: the runs whose curves are drawn together, else the network in the lab.
  void addUsual();

  CompareSession* session() { return m_session; }
  CompareColumn* column(int place) const { return m_columns[static_cast<std::size_t>(place)]; }
  int columns() const { return static_cast<int>(m_columns.size()); }
  Plot* plot() const { return m_plot; }
  QPushButton* runButton() const { return m_run; }
  QPushButton* stepButton() const { return m_step; }
  QPushButton* resetButton() const { return m_reset; }
  QPushButton* addButton() const { return m_add; }
  QComboBox* pace() const { return m_pace; }
  QMenu* menu() const { return m_menu; }

 signals:
  /// A run was opened in the lab.
  void opened();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void fillMenu();
  void follow();
  void describePlot();
  void take(const std::vector<ComparedTick>& ticks);
  void toggle();
  void say(const QString& line, bool problem = false);
  QString keepProblem(const ComparedNetwork& network) const;
  std::string keep(int network);
  void open(int network);

  Parts m_parts;
  CompareSession* m_session;
  QPushButton* m_run;
  QPushButton* m_step;
  QPushButton* m_reset;
  QPushButton* m_add;
  QMenu* m_menu;
  QLabel* m_stepName;
  QLabel* m_stepValue;
  QLabel* m_paceName;
  QComboBox* m_pace;
  QLabel* m_line;
  QWidget* m_row;
  EmptyState* m_empty;
  Plot* m_plot;
  std::vector<CompareColumn*> m_columns;
  bool m_runsWhenReady = false;
};

} // namespace glassbox
