#include "widgets/model/data_loader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace glassbox {

DataLoader::DataLoader(QObject* parent) : QObject(parent) {}
DataLoader::~DataLoader() = default;

void DataLoader::load(const DataSpec& spec, const std::filesystem::path& base) {
  if (m_wish > 0 && spec == m_spec && base == m_base) return;
  m_spec = spec;
  m_base = base;
  const quint64 wish = ++m_wish;
  if (spec.source.empty()) {
    m_dataset.reset();
    m_loading = false;
    emit loaded(nullptr);
    return;
  }
  m_loading = true;
  emit started();
  QThreadPool::globalInstance()->start([self = QPointer<DataLoader>(this), wish, spec, base] {
    auto result = std::make_shared<Result<DatasetPtr>>(glassbox::load(spec, base));
    // The receiver is looked at in its own thread only.
    QMetaObject::invokeMethod(qApp, [self, wish, result] {
      if (self) self->take(wish, result);
    });
  });
}

void DataLoader::take(quint64 wish, const std::shared_ptr<Result<DatasetPtr>>& result) {
  if (wish != m_wish) return;
  m_loading = false;
  if (result->ok()) {
    m_dataset = **result;
    emit loaded(m_dataset);
  } else {
    m_dataset.reset();
    emit failed(result->error());
  }
}

} // namespace glassbox
