// The line over a plot: bold title, the curves with their values of the moment, and quiet remarks.
#pragma once

#include <QColor>
#include <QString>

#include <vector>

class QPainter;
class QRect;

namespace glassbox {

enum class LegendSign { Disc, Circle, Swatch };

struct LegendEntry {
  LegendSign sign = LegendSign::Disc;
  QColor color;
  QString name;
  QString value;  // empty: the name alone
  QString suffix; // for example "smoothed"
};

struct TitleRow {
  QString title;
  QString place; // "step 400" while a step is looked at
  std::vector<LegendEntry> entries;
  QString remark; // "log scale"
};

/// Height of the row at the present text size.
int titleRowHeight();

/// Draws as much as fits: the remark goes first, then the suffixes, then the entries at the end, never the title.
void paintTitleRow(QPainter& painter, const QRect& rect, const TitleRow& row);

} // namespace glassbox
