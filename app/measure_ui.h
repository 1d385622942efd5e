// Measures what watching costs: training rate with and without pictures, pictures a second, the longest event.
#pragma once

#include <QApplication>

#include <utility>

class QElapsedTimer;

namespace glassbox {

class MainWindow;

/// An application that knows how long its longest event took: how long a click would have waited for an answer.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override;
  /// Milliseconds since the last call.
  double takeWorstEvent() { return std::exchange(m_worst, 0.0); }

 private:
  int m_depth = 0;  // a handler may send further events; the outermost counts
  double m_worst = 0;
};

/// Trains mnist-mlp-128-64 with all bottom plots and the confusion view: seven pairs of windows of three seconds, hidden and
/// shown. Prints one JSON line; returns the exit status.
int measureUi(TimedApplication& application, MainWindow& window, const QElapsedTimer& sinceStart, bool json);

} // namespace glassbox
