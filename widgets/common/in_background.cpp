#include "widgets/common/in_background.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QThreadPool>
#include <QTimer>

namespace glassbox {
namespace {

constexpr int kPatienceMs = 500;

} // namespace

void runInBackground(QWidget* parent, const QString& what, const std::function<void()>& work) {
  QEventLoop loop;
  bool done = false;
  QThreadPool::globalInstance()->start([&] {
    work();
    QMetaObject::invokeMethod(&loop, [&] {
      done = true;
      loop.quit();
    });
  });
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  loop.exec(QEventLoop::ExcludeUserInputEvents);
  if (done) return;
  QProgressDialog box(what, {}, 0, 0, parent);
  box.setWindowModality(Qt::WindowModal);
  box.setMinimumDuration(0);
  box.show();
  while (!done) loop.exec(QEventLoop::ExcludeUserInputEvents);
}

} // namespace glassbox
