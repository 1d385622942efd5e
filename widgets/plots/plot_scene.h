// What a plot canvas draws: a plain value, made by Plot and by nobody else.
#pragma once

#include "widgets/common/theme.h"
#include "widgets/plots/plot_axis.h"

#include <QColor>
#include <QPointF>
#include <QString>

#include <vector>

namespace glassbox {

enum class MarkerKind { Setting, Branch };

/// Something that happened at step `x`: a changed setting ("rate 0.002 → 0.006") or a branch (the letter of the new run).
struct PlotMarker {
  double x = 0;
  QString text{};
  MarkerKind kind = MarkerKind::Setting;
};

/// A horizontal line to compare with, for example "goal ≤ 2.5".
struct PlotReference {
  double y = 0;
  QString text{};
};

struct SceneLine {
  std::vector<QPointF> points; // in axis units; a y that is NaN breaks the line
  QColor color;
  qreal width = 1;
  bool dashed = false;
  bool antialiased = true;
};

struct SceneDots {
  std::vector<QPointF> points;
  QColor color;
};

/// A name at the right end of a curve.
struct SceneLabel {
  double y = 0;
  QString text;
  QColor color;
};

struct PlotScene {
  PlotAxis x, y;
  std::vector<SceneLine> lines;
  std::vector<SceneDots> dots; // hollow circles over the lines
  std::vector<SceneLabel> labels;
  std::vector<PlotMarker> markers;
  std::vector<PlotReference> references;
  std::vector<double> gaps; // steps where a value was not a number
  ColorRole surface = ColorRole::Panel;
};

} // namespace glassbox
