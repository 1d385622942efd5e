// The views of the Look tab in words, a sentence or two each: what is drawn, how large it is, its extremes. Pure.
#pragma once

#include "widgets/views/landscape.h"
#include "widgets/views/probe_answer.h"
#include "widgets/views/spread_history.h"

#include <QString>

#include <functional>
#include <vector>

namespace glassbox {

/// "Confusion matrix: 10 classes, 1000 samples, 93.4 % right. Most often taken for another: 4 taken for 9, 12 times."
QString spokenConfusion(const ConfusionCounts& counts, const std::function<QString(int)>& className);

/// "Decision surface: x from −1 to 1, y from −1 to 1. class 1 on 47.5 % of the plane, class 0 on 52.5 %." Of values: least and greatest.
QString spokenSurface(const QString& title, const Surface& surface, const std::function<QString(int)>& className);

/// "Fitted curve: x from 0 to 10; least −1.0000 at 7.5000, greatest 1.0000 at 2.5000. 40 samples, 0.1000 off on average."
QString spokenFit(const QString& title, const FitCurve& curve, const std::vector<PlanePoint>& points);

/// "Loss landscape: 25 × 25 points, 0.3120 in the middle; least 0.3001 at 0.0833, 0, greatest 2.9 at −1, 1."
QString spokenLandscape(const Landscape& landscape);

/// "Weights of Dense 1: 12 histograms from step 0 to step 400. At step 400: 16 values, 90 % of them between −0.9 and 1.1."
QString spokenSpread(const QString& title, const std::vector<SpreadColumn>& columns);

/// "Feature maps: 8 maps of 24 × 24, values from −0.4 to 1.2."
QString spokenMaps(const QString& title, const MapSet& maps);

} // namespace glassbox
