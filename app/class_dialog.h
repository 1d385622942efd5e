// The reports of a class as one table: a row for each file, refused ones with the reason; saved as CSV.
#pragma once

#include "engine/lesson/class_table.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace glassbox {

class EmptyState;

class ClassDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ClassDialog(QWidget* parent);

  /// Reads the reports of a folder, on another thread.
  void open(const QString& folder);
  Result<void> exportCsv(const QString& path) const;

  QTableWidget* table() const { return m_table; }
  QPushButton* csvButton() const { return m_csv; }
  QString said() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setTexts();
  void fillTable();
  void askFolder();

  QString m_folder;
  std::vector<ReportFile> m_files;
  QLabel* m_title;
  QLabel* m_said;
  QTableWidget* m_table;
  EmptyState* m_empty;
  QPushButton* m_open;
  QPushButton* m_csv;
};

} // namespace glassbox
