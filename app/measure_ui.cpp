#include "app/measure_ui.h"

#include "app/main_window.h"
#include "widgets/plots/curves_panel.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

namespace glassbox {
namespace {

constexpr int kPairs = 7;
constexpr int kWindowMs = 3000;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// The longest stretch between two visits of the event loop: how long a click would have waited.
class LoopWatch : public QObject {
 public:
  explicit LoopWatch(QObject* parent) : QObject(parent) {
    QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_busy.start(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
      if (m_busy.isValid()) m_worst = std::max(m_worst, static_cast<double>(m_busy.nsecsElapsed()) * 1e-6);
      m_busy.invalidate();
    });
  }
  double take() { return std::exchange(m_worst, 0); }

 private:
  QElapsedTimer m_busy;
  double m_worst = 0;
};

void waitMs(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
  loop.exec();
}

struct WindowFigures {
  double rate = 0, pictures = 0;
};

WindowFigures measureWindow(MainWindow& window) {
  const RunStatus before = window.session()->status();
  const std::int64_t pictures = window.picturesDrawn();
  QElapsedTimer clock;
  clock.start();
  waitMs(kWindowMs);
  const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
  return {static_cast<double>(window.session()->status().samples - before.samples) / seconds, static_cast<double>(window.picturesDrawn() - pictures) / seconds};
}

} // namespace

int measureUi(MainWindow& window, const QElapsedTimer& sinceStart, bool json) {
  window.show();
  QApplication::processEvents();
  const double startMs = static_cast<double>(sinceStart.nsecsElapsed()) * 1e-6;
  window.openTemplate("mnist-mlp-128-64", true);
  if (Result<void> endless = window.document()->setPlanValue("epochs", "0"); !endless) return 1;
  window.session()->setPace(0);
  window.setCentre(MainWindow::Centre::Look);
  LoopWatch watch(&window);
  QElapsedTimer patience;
  patience.start();
  while (!window.session()->isRunning() && patience.elapsed() < 60000) waitMs(20);
  if (!window.session()->isRunning()) {
    std::fputs("The training did not start.\n", stderr);
    return 1;
  }
  waitMs(1000);
  watch.take();
  std::vector<double> shares, pictures, ratesOff;
  double worst = 0;
  for (int pair = 0; pair < kPairs; ++pair) {
    window.setWatching(false);
    waitMs(200);
    const WindowFigures off = measureWindow(window);
    window.setWatching(true);
    waitMs(200);
    watch.take();
    const WindowFigures on = measureWindow(window);
    worst = std::max(worst, watch.take());
    shares.push_back(on.rate / off.rate);
    pictures.push_back(on.pictures);
    ratesOff.push_back(off.rate);
  }
  window.session()->pause();
  const char* format = json ? "{\"rate_share\":%.3f,\"samples_per_s_off\":%.0f,\"frames_per_s\":%.1f,\"changed_frames_per_s\":%.1f,\"worst_event_ms\":%.1f,\"start_ms\":%.0f}\n"
                            : "rate share %.3f, samples/s off %.0f, frames/s %.1f, changed %.1f, worst event %.1f ms, start %.0f ms\n";
  std::printf(format, median(shares), median(ratesOff), median(pictures), median(pictures), worst, startMs);
  window.document()->setModified(false);
  return 0;
}

} // namespace glassbox
