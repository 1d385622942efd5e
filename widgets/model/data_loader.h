// Makes or reads a project's data off the GUI thread; the newest wish wins.
#pragma once

#include "engine/data/data_spec.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>

namespace glassbox {

/// Owner: the GUI thread. Results of an older wish are dropped.
class DataLoader : public QObject {
  Q_OBJECT

 public:
  explicit DataLoader(QObject* parent = nullptr);
  ~DataLoader() override;

  /// Begins to load; `loaded` or `failed` follows. The same wish twice is loaded once.
  void load(const DataSpec& spec, const std::filesystem::path& base);
  bool isLoading() const { return m_loading; }
  const DatasetPtr& dataset() const { return m_dataset; }

 signals:
  void started();
  void loaded(glassbox::DatasetPtr data);
  void failed(const glassbox::Error& error);

 private:
  void take(quint64 wish, const std::shared_ptr<Result<DatasetPtr>>& result);

  DataSpec m_spec;
  std::filesystem::path m_base;
  DatasetPtr m_dataset;
  quint64 m_wish = 0;
  bool m_loading = false;
};

} // namespace glassbox

Q_DECLARE_METATYPE(glassbox::DatasetPtr)
