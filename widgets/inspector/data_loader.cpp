#include "widgets/inspector/data_loader.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <new>

namespace glassbox {
namespace {

// The border of a thread: what the machine cannot give becomes a sentence.
Result<DatasetPtr> loadHere(const DataSpec& spec, const std::filesystem::path& base, const LoadContext& context) {
  try {
    return glassbox::load(spec, base, context);
  } catch (const std::bad_alloc&) {
    return Error(GB_TEXT("inspector", "There is not enough memory for these data."), {}, GB_TEXT("inspector", "Use fewer samples."));
  }
}

} // namespace

DataLoader::DataLoader(QObject* parent, LoadContext context) : QObject(parent), m_context(std::move(context)) {}

DataLoader::~DataLoader() = default;

void DataLoader::load(const DataSpec& spec, const std::filesystem::path& base) {
  if (m_busy)
    m_next = Wish{spec, base};
  else
    start({spec, base});
}

void DataLoader::cancel() {
  m_next.reset();
  m_wanted = false;
}

void DataLoader::start(Wish wish) {
  m_busy = true;
  m_wanted = true;
  // The loader may be gone when the thread is done: the answer goes to the application, which asks whether it is still there.
  QPointer<DataLoader> self(this);
  QThreadPool::globalInstance()->start([self, wish = std::move(wish), context = m_context] {
    auto result = std::make_shared<Result<DatasetPtr>>(loadHere(wish.spec, wish.base, context));
    if (QCoreApplication* app = QCoreApplication::instance())
      QMetaObject::invokeMethod(
          app,
          [self, wish, result] {
            if (self) self->finish(wish, *result);
          },
          Qt::QueuedConnection);
  });
}

void DataLoader::finish(const Wish& wish, const Result<DatasetPtr>& result) {
  m_busy = false;
  const bool wanted = m_wanted;
  if (m_next) { // older data are not shown when newer are already wished for
    Wish next = std::move(*m_next);
    m_next.reset();
    start(std::move(next));
    return;
  }
  if (!wanted) return;
  if (result.ok())
    emit loaded(*result, wish.spec);
  else
    emit failed(result.error());
}

} // namespace glassbox
