#include "widgets/common/in_background.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QPointer>
#include <QProgressDialog>
#include <QThreadPool>
#include <QTimer>

namespace glassbox {
namespace {

constexpr int kPatienceMs = 500;

class Background {
  Q_DECLARE_TR_FUNCTIONS(glassbox::Background)

 public:
  static QString cancel() { return tr("Cancel"); }
};

/// Starts the work; the loop quits when it is done, if it is still there.
void startWork(QEventLoop& loop, const std::shared_ptr<bool>& done, const std::function<void()>& work) {
  QThreadPool::globalInstance()->start([waiting = QPointer<QEventLoop>(&loop), done, work] {
    work();
    QMetaObject::invokeMethod(qApp, [waiting, done] {
      *done = true;
      if (waiting) waiting->quit();
    });
  });
}

} // namespace

void runInBackground(QWidget* parent, const QString& what, const std::function<void()>& work) {
  QEventLoop loop;
  const auto done = std::make_shared<bool>(false);
  startWork(loop, done, work);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  loop.exec(QEventLoop::ExcludeUserInputEvents);
  if (*done) return;
  QProgressDialog box(what, {}, 0, 0, parent);
  box.setWindowModality(Qt::WindowModal);
  box.setMinimumDuration(0);
  box.show();
  while (!*done) loop.exec(QEventLoop::ExcludeUserInputEvents);
}

bool runUnlessCancelled(QWidget* parent, const QString& what, const std::function<void()>& work) {
  QEventLoop loop;
  const auto done = std::make_shared<bool>(false);
  startWork(loop, done, work);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  loop.exec(QEventLoop::ExcludeUserInputEvents);
  if (*done) return true;
  QProgressDialog box(what, Background::cancel(), 0, 0, parent);
  box.setWindowModality(Qt::ApplicationModal);  // nothing else can be done meanwhile, and the button can
  box.setMinimumDuration(0);
  QObject::connect(&box, &QProgressDialog::canceled, &loop, &QEventLoop::quit);
  box.show();
  while (!*done && !box.wasCanceled()) loop.exec();
  return *done;
}

} // namespace glassbox
