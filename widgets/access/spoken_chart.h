// What a picture of numbers is for a screen reader: a chart, whose description says what there is to see.
#pragma once

#include <QString>

namespace glassbox {

/// Base of a QWidget that draws numbers. Its role becomes QAccessible::Chart, and its description what the widget says of the place
/// of its cursor (setAccessibleDescription) with the summary behind it.
class SpokenChart {
public:
  /// In the language in use: what is drawn, how large it is, the last value, the least and the greatest and where. Called when a
  /// screen reader asks, and only then: a picture that changes ten times a second costs nothing while nobody listens.
  virtual QString summary() const = 0;

protected:
  SpokenChart();
  virtual ~SpokenChart() = default;
};

} // namespace glassbox
