// Asks what is varied, trains the grid and shows it as it fills; a cell opens as a run in the lab.
#pragma once

#include "widgets/runs/sweep_legend.h"
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
  /// While it runs: lets it rest, and go on.
  QPushButton* pauseButton() const { return m_pause; }
  QLabel* progressLabel() const { return m_progress; }
  SweepLegend* legend() const { return m_legend; }
  QPushButton* openButton() const { return m_open; }
  QPushButton* csvButton() const { return m_csv; }
  SweepMap* map() const { return m_map; }
  const SweepResult* result() const { return m_result.get(); }
  Result<void> exportCsv(const QString& path) const;

 signals:
  /// The best run of a cell is to stand in the lab as it ended.
  void openRequested(const glassbox::KeptRun& run);

  /// It was let run to its end.
  void completed(const std::vector<glassbox::SweepAxis>& axes, int seeds);

 public slots:
  /// Why that could not be.
  void say(const QString& line, bool problem = false);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void fillKeys();
  void suggest(int axis);
  void start();
  void showProgress(int done, int all);
  void showChosen();
  QString timeLeft(int done, int all) const;
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
  QPushButton* m_pause;
  QProgressBar* m_bar;
  QLabel* m_progress;
  SweepMap* m_map;
  SweepLegend* m_legend;
  QLabel* m_best;
  QPushButton* m_open;
  QPushButton* m_csv;
  std::shared_ptr<const SweepResult> m_result;
};

} // namespace glassbox
