// Asks what is varied, trains the grid and shows it as it fills; a cell opens as a run in the lab.
#pragma once

#include "widgets/runs/sweep_map.h"
#include "widgets/runs/sweep_runner.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace glassbox {

class Document;

class SweepDialog : public QDialog {
  Q_OBJECT

 public:
  /// `data`: what the runs are trained on; `threads`: runs at once, to begin with.
  SweepDialog(const Document* document, DatasetPtr data, int threads, QWidget* parent = nullptr);

  QComboBox* key(int axis) const { return m_keys[axis]; }
  QLineEdit* values(int axis) const { return m_values[axis]; }
  QSpinBox* seeds() const { return m_seeds; }
  QPushButton* startButton() const { return m_start; }
  QPushButton* openButton() const { return m_open; }
  QPushButton* csvButton() const { return m_csv; }
  SweepMap* map() const { return m_map; }
  const SweepResult* result() const { return m_result.get(); }
  Result<void> exportCsv(const QString& path) const;

 signals:
  /// A cell is to be seen in the lab.
  void openRequested(const glassbox::NetworkSpec& spec, const glassbox::TrainingPlan& plan);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void fillKeys();
  void suggest(int axis);
  void start();
  void showProgress(int done, int all);
  void showChosen();
  void say(const QString& line, bool problem = false);
  void openCell();

  const Document* m_document;
  DatasetPtr m_data;
  SweepRunner* m_runner;
  SweepSetup m_setup;
  std::vector<std::pair<std::string, QString>> m_choices;  ///< key and name
  QLabel* m_names[4];
  QComboBox* m_keys[2];
  QLineEdit* m_values[2];
  QSpinBox* m_seeds;
  QSpinBox* m_parallel;
  QPushButton* m_start;
  QProgressBar* m_bar;
  QLabel* m_progress;
  SweepMap* m_map;
  QLabel* m_best;
  QPushButton* m_open;
  QPushButton* m_csv;
  std::shared_ptr<const SweepResult> m_result;
};

} // namespace glassbox
