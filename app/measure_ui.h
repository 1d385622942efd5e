// Measures what watching costs: training rate with and without pictures, pictures a second, the longest event.
#pragma once

class QElapsedTimer;

namespace glassbox {

class MainWindow;

/// Trains mnist-mlp-128-64 with all bottom plots and the confusion view: seven pairs of windows of three seconds, hidden and
/// shown. Prints one JSON line; returns the exit status.
int measureUi(MainWindow& window, const QElapsedTimer& sinceStart, bool json);

} // namespace glassbox
