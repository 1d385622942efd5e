#include "app/measure_ui.h"

#include "app/main_window.h"
#include "widgets/common/side_work.h"
#include "widgets/plots/curves_panel.h"

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

void waitMs(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
  loop.exec();
}

struct WindowFigures {
  double rate = 0, ticks = 0;
  double pictures = 0;   ///< ticks at which something was drawn that had changed
  double processor = 0;  ///< share of one processor that the GUI's thread took
};

WindowFigures measureWindow(MainWindow& window) {
  const RunStatus before = window.session()->status();
  const std::int64_t ticks = window.ticksWatched(), pictures = window.picturesDrawn();
  const double processor = processorSeconds();
  QElapsedTimer clock;
  clock.start();
  waitMs(kWindowMs);
  const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
  return {static_cast<double>(window.session()->status().samples - before.samples) / seconds, static_cast<double>(window.ticksWatched() - ticks) / seconds,
          static_cast<double>(window.picturesDrawn() - pictures) / seconds,
          (processorSeconds() - processor) / seconds};
}

} // namespace

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
  if (m_depth > 0) return QApplication::notify(receiver, event);
  QElapsedTimer clock;
  clock.start();
  ++m_depth;
  const bool answer = QApplication::notify(receiver, event);
  --m_depth;
  m_worst = std::max(m_worst, static_cast<double>(clock.nsecsElapsed()) * 1e-6);
  return answer;
}

int measureUi(TimedApplication& application, MainWindow& window, const QElapsedTimer& sinceStart, bool json) {
  window.show();
  QApplication::processEvents();
  const double startMs = static_cast<double>(sinceStart.nsecsElapsed()) * 1e-6;
  window.openTemplate("mnist-mlp-128-64", true);
  if (Result<void> endless = window.document()->setPlanValue("epochs", "0"); !endless) return 1;
  window.session()->setPace(0);
  window.setCentre(MainWindow::Centre::Look);
  QElapsedTimer patience;
  patience.start();
  while (!window.session()->isRunning() && patience.elapsed() < 60000) waitMs(20);
  if (!window.session()->isRunning()) {
    std::fputs("The training did not start.\n", stderr);
    return 1;
  }
  waitMs(1000);
  application.takeWorstEvent();
  std::vector<double> shares, ticks, pictures, ratesOff, processor;
  double worst = 0;
  for (int pair = 0; pair < kPairs; ++pair) {
    window.setWatching(false);
    waitMs(200);
    const WindowFigures off = measureWindow(window);
    window.setWatching(true);
    waitMs(200);
    application.takeWorstEvent();
    const WindowFigures on = measureWindow(window);
    worst = std::max(worst, application.takeWorstEvent());
    shares.push_back(on.rate / off.rate);
    ticks.push_back(on.ticks);
    pictures.push_back(on.pictures);
    ratesOff.push_back(off.rate);
    processor.push_back(on.processor);
  }
  window.session()->pause();
  if (json)
    std::printf("{\"rate_share\":%.3f,\"samples_per_s_off\":%.0f,\"frames_per_s\":%.1f,\"changed_frames_per_s\":%.1f,\"worst_event_ms\":%.1f,\"start_ms\":%.0f}\n",
                median(shares), median(ratesOff), median(ticks), median(pictures), worst, startMs);
  else
    std::printf("rate share %.3f, samples/s unwatched %.0f, pictures/s %.1f, worst event %.1f ms, start %.0f ms, GUI thread %.1f %% of a processor\n",
                median(shares), median(ratesOff), median(pictures), worst, startMs, 100 * median(processor));
  window.document()->setModified(false);
  return 0;
}

} // namespace glassbox
