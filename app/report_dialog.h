// The report of a learner on the screen: skills as a radar chart, lessons as a table; saved as PDF or JSON, with certificates.
#pragma once

#include "engine/lesson/report.h"
#include "widgets/lesson/report_print.h"

#include <QDialog>

#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QTableWidget;

namespace glassbox {

/// What the dialog shows, in one language.
struct ReportPage {
  Report report{};
  PrintedReport printed{};
  std::vector<PrintedCertificate> certificates{};  ///< of the blocks whose every task is passed
};

/// The page of `progress` in the lessons' `language`; `date`: "2026-11-23".
ReportPage reportPage(const Progress& progress, std::span<const LessonEntry> lessons, Language language, const std::string& date);

class ReportDialog : public QDialog {
  Q_OBJECT

 public:
  /// `make` gives the page anew, also after a change of language.
  ReportDialog(std::function<ReportPage()> make, QWidget* parent);

  Result<void> exportPdf(const QString& path) const;
  Result<void> exportJson(const QString& path) const;
  /// Fails for a block that is not finished.
  Result<void> exportCertificate(const QString& block, const QString& path) const;

  RadarChart* radar() const { return m_radar; }
  QTableWidget* table() const { return m_table; }
  QPushButton* certificateButton() const { return m_certificate; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setTexts();
  void fillTable();
  void askCertificate(const QString& block);
  QString ask(const QString& title, const QString& name, const QString& filter);
  void tell(const Result<void>& done, const QString& path);

  std::function<ReportPage()> m_make;
  ReportPage m_page;
  QLabel* m_name;
  QLabel* m_figures;
  RadarChart* m_radar;
  QTableWidget* m_table;
  QLabel* m_said;
  QPushButton* m_certificate;
  QPushButton* m_json;
  QPushButton* m_pdf;
  QMenu* m_blocks;
};

} // namespace glassbox
