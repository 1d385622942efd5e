// Makes or reads the data away from the GUI thread; only the newest wish is answered.
#pragma once

#include "engine/data/data_spec.h"

#include <QObject>

#include <filesystem>
#include <optional>

namespace glassbox {

/// Owner: the GUI thread. One load at a time: while it goes on, only the newest of the later wishes is kept, so that a
/// dragged slider makes the data it ends at and few of those on its way.
class DataLoader : public QObject {
  Q_OBJECT

 public:
  explicit DataLoader(QObject* parent = nullptr, LoadContext context = {});
  ~DataLoader() override;

  void load(const DataSpec& spec, const std::filesystem::path& base);
  /// What is under way will not be reported.
  void cancel();
  bool isBusy() const { return m_busy; }

 signals:
  void loaded(const glassbox::DatasetPtr& data, const glassbox::DataSpec& spec);
  void failed(const glassbox::Error& error);

 private:
  struct Wish {
    DataSpec spec;
    std::filesystem::path base;
  };

  void start(Wish wish);
  void finish(const Wish& wish, const Result<DatasetPtr>& result);

  LoadContext m_context;
  bool m_busy = false;
  bool m_wanted = false; // somebody still wants what is under way
  std::optional<Wish> m_next;
};

} // namespace glassbox
