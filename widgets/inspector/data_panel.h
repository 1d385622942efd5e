// The left dock's data tab: which data, their settings, and what they look like.
#pragma once

#include "engine/data/data_spec.h"
#include "engine/data/facts.h"
#include "engine/data/repairs.h"
#include "widgets/common/scroll_page.h"
#include "widgets/model/document.h"

#include <QStringList>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace glassbox {

class ClassCounts;
class ColumnChoice;
class ColumnTable;
class DataLoader;
class DataPreview;
class OwnPoints;
class ParamForm;
class Segmented;

/// Loads what the document's DataSpec names, away from the GUI thread, whenever it changes. Files outside the project's
/// folder are read only after the user has said yes for that path.
class DataPanel : public ScrollPage {
  Q_OBJECT

 public:
  explicit DataPanel(Document& document, QWidget* parent = nullptr, LoadContext context = {});
  ~DataPanel() override;

  /// Data that came another way. They stay until the document's data change.
  void setDataset(const DatasetPtr& set);
  void setError(const Error& error);
  /// The user has chosen this path in a dialog: that is consent.
  void allowPath(const std::string& path);
  /// All of it can be read but not set; empty: free.
  void setLocked(const QString& reason);

  const DatasetPtr& dataset() const { return m_data; }
  bool isLoading() const;

  QComboBox* sourceList() const { return m_source; }
  QPushButton* openButton() const { return m_open; }
  ParamForm* form() const { return m_form; }
  OwnPoints* ownPoints() const { return m_ownPoints; }
  Segmented* partChoice() const { return m_part; }
  DataPreview* preview() const { return m_preview; }
  ClassCounts* counts() const { return m_counts; }
  ColumnTable* columns() const { return m_columns; }
  QPushButton* normalizeButton() const { return m_normalize; }
  QString leakText() const;
  /// What is known of the data that are shown; nothing while it is being worked out.
  const std::optional<DataFacts>& facts() const { return m_facts; }
  QProgressBar* progress() const { return m_progress; }
  /// Beside the progress: the old data stay, and are read anew only when the user says so.
  QPushButton* stopButton() const { return m_stop; }
  /// Of a table: which of its columns are inputs.
  ColumnChoice* columnChoice() const { return m_columnChoice; }
  /// Settings with which the file could be read, one button each.
  std::vector<QPushButton*> repairButtons() const;
  QStringList noteLines() const;
  QString errorText() const;

 signals:
  void openDataRequested();
  void datasetLoaded(const glassbox::DatasetPtr& data);
  void loadFailed(const glassbox::Error& error);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void documentChanged(Document::Changes what);
  void reload();
  bool mayRead(const DataSpec& spec) const;
  void choose(int index);
  void set(const std::string& key, const ParamValue& value);
  void present(const DatasetPtr& set);
  void fill();
  void fillSource();
  void fillNotes();
  void fillPart();
  void stopWaiting();
  void stop();
  void findRepairs();
  void showRepairs();
  void findColumns();
  std::optional<std::size_t> targetColumn() const;
  void measure();
  void showFacts();

  Document& m_document;
  DataLoader* m_loader;
  DatasetPtr m_data;
  std::optional<Error> m_error;
  std::optional<DataSpec> m_asked; // what was loaded last, without what it does not need
  QStringList m_allowed;
  QString m_locked;
  QTimer m_patience; // a load shorter than this shows no progress
  QComboBox* m_source;
  QLabel* m_help;
  QPushButton* m_open;
  QProgressBar* m_progress;
  QPushButton* m_stop;
  QLabel* m_problem;
  QPushButton* m_consent;
  QWidget* m_repairs;
  std::vector<DataRepair> m_known;          ///< repairs of the present error
  std::vector<std::string> m_tableColumns;  ///< of the table that is chosen, once they are known
  ColumnChoice* m_columnChoice;
  OwnPoints* m_ownPoints;
  Segmented* m_part; // whose rows the preview shows
  DataPreview* m_preview;
  QLabel* m_remark;
  ClassCounts* m_counts;
  ColumnTable* m_columns;
  QLabel* m_scales;          ///< that the columns' scales differ much
  QPushButton* m_normalize;  ///< what to do about it
  QLabel* m_leak;            ///< that test rows were trained on
  std::optional<DataFacts> m_facts;
  ParamForm* m_form;
  QLabel* m_notes;
};

} // namespace glassbox
