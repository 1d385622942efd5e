// The runs as a table: one row each, the columns that tell them apart, and which cells differ from the run that is shown.
#pragma once

#include "widgets/model/run_list.h"

#include <QAbstractTableModel>

#include <vector>

namespace glassbox {

class RunModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Role { Differs = Qt::UserRole, Number, Swatch, Depth, Shown };
  enum Column { Overlay, Name, Network, Seed, FirstSetting };

  RunModel(RunList* runs, TrainingSession* session, QObject* parent = nullptr);

  /// Takes in the list as it is now.
  void follow();
  /// The numbers of the run that trains.
  void followNumbers();
  std::string idAt(int row) const;
  int rowOf(const std::string& id) const;
  /// The run that others are compared with.
  QString referenceName() const;
  int column(const char* what) const;  ///< "steps", "train_loss", "test_loss", "test_score", "fingerprint", "notes", or a setting's key

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 private:
  QString words(const KeptRun& run, int column) const;
  const KeptRun* reference() const;
  int tail() const { return FirstSetting + static_cast<int>(m_settings.size()); }

  RunList* m_runs;
  TrainingSession* m_session;
  std::vector<const ParamDef*> m_settings;
  std::vector<QString> m_networks;
  int m_rows = 0;
};

} // namespace glassbox
