#include "widgets/views/spoken_views.h"

#include "widgets/access/spoken_extremes.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace glassbox {

struct SpokenViews {
  Q_DECLARE_TR_FUNCTIONS(glassbox::SpokenViews)
};

namespace {

QString ended(const QStringList& sentences) { return (sentences.join(fullStop()) + fullStop()).trimmed(); }

/// "0.25, −1"
QString pairOf(double x, double y) { return formatShort(x) + comma() + formatShort(y); }

/// A place of a grid or a result of a division, as short as it is exact enough to find it.
double rounded(double v) { return std::round(v * 1000) / 1000; }

} // namespace

QString spokenConfusion(const ConfusionCounts& counts, const std::function<QString(int)>& className) {
  std::int64_t all = 0, right = 0, most = 0;
  int truth = 0, guess = 0;
  for (int t = 0; t < counts.classes; ++t)
    for (int g = 0; g < counts.classes; ++g) {
      const std::int64_t count = counts.count(t, g);
      all += count;
      if (t == g) right += count;
      else if (count > most) most = count, truth = t, guess = g;
    }
  QStringList sentences{SpokenViews::tr("Confusion matrix: %1 classes, %2 samples").arg(formatInteger(counts.classes), formatInteger(all))};
  if (all > 0) sentences.back() += comma() + SpokenViews::tr("%1 right").arg(formatPercent(static_cast<double>(right) / static_cast<double>(all)));
  if (most > 0) sentences << SpokenViews::tr("Most frequent mistake: %1 taken for %2, %3 times").arg(className(truth), className(guess), formatInteger(most));
  return ended(sentences);
}

QString spokenSurface(const QString& title, const Surface& surface, const std::function<QString(int)>& className) {
  const PlaneRange& range = surface.range;
  QStringList sentences{SpokenViews::tr("%1: x from %2 to %3, y from %4 to %5").arg(title, formatShort(range.left), formatShort(range.right), formatShort(range.bottom), formatShort(range.top))};
  const auto cells = static_cast<std::size_t>(surface.side) * static_cast<std::size_t>(surface.side);
  const auto row = [&](std::size_t i) { return static_cast<int>(i / static_cast<std::size_t>(surface.side)); };
  const auto column = [&](std::size_t i) { return static_cast<int>(i % static_cast<std::size_t>(surface.side)); };
  if (surface.kind == SurfaceKind::Value) {
    const auto extremes = extremesOf(cells, [&](std::size_t i) { return static_cast<double>(*surface.at(row(i), column(i))); });
    if (extremes) sentences << spokenExtremes(*extremes, formatNumber, [&](std::size_t i) { return pairOf(rounded(surface.x(column(i))), rounded(surface.y(row(i)))); });
    return ended(sentences);
  }
  // How much of the plane each class has.
  const bool two = surface.kind == SurfaceKind::Probability;
  std::vector<std::size_t> cellsOf(static_cast<std::size_t>(two ? 2 : surface.outputs));
  for (std::size_t i = 0; i < cells; ++i) {
    const float* at = surface.at(row(i), column(i));
    ++cellsOf[two ? static_cast<std::size_t>(static_cast<double>(*at) > surface.border) : static_cast<std::size_t>(std::max_element(at, at + surface.outputs) - at)];
  }
  QStringList shares;
  for (std::size_t k = 0; k < cellsOf.size(); ++k)
    if (cells > 0) shares << SpokenViews::tr("%1: %2 of the plane").arg(className(static_cast<int>(k)), formatPercent(static_cast<double>(cellsOf[k]) / static_cast<double>(cells)));
  if (!shares.isEmpty()) sentences << shares.join(semicolon());
  return ended(sentences);
}

QString spokenFit(const QString& title, const FitCurve& curve, const std::vector<PlanePoint>& points) {
  QStringList sentences{title};
  if (!curve.x.empty()) {
    sentences.back() = SpokenViews::tr("%1: x from %2 to %3").arg(title, formatShort(rounded(curve.x.front())), formatShort(rounded(curve.x.back())));
    const auto extremes = extremesOf(curve.y.size(), [&](std::size_t i) { return curve.y[i]; });
    if (extremes) sentences.back() += semicolon() + spokenExtremes(*extremes, formatNumber, [&](std::size_t i) { return QStringLiteral("x ") + formatShort(rounded(curve.x[i])); });
  }
  // As the dashed lines of the picture: from each sample straight up or down to the curve.
  double sum = 0;
  std::size_t known = 0;
  for (const PlanePoint& point : points) {
    const auto right = std::lower_bound(curve.x.begin(), curve.x.end(), point.x);
    if (curve.x.size() < 2 || right == curve.x.end() || (right == curve.x.begin() && point.x < *right)) continue;
    const auto i = std::max<std::size_t>(1, static_cast<std::size_t>(right - curve.x.begin()));
    const double share = (point.x - curve.x[i - 1]) / (curve.x[i] - curve.x[i - 1]);
    const double miss = std::abs(curve.y[i - 1] + share * (curve.y[i] - curve.y[i - 1]) - point.y);
    if (std::isfinite(miss)) sum += miss, ++known;
  }
  if (!points.empty()) sentences << SpokenViews::tr("%1 samples").arg(formatInteger(static_cast<qint64>(points.size())));
  if (known > 0) sentences.back() += comma() + SpokenViews::tr("%1 off on average").arg(formatNumber(sum / static_cast<double>(known)));
  return ended(sentences);
}

QString spokenLandscape(const Landscape& landscape) {
  QString text = SpokenViews::tr("Loss landscape: %1 × %1 points").arg(landscape.side);
  const double center = landscape.side > 0 ? static_cast<double>(landscape.loss(landscape.centerRow, landscape.centerColumn)) : std::nan("");
  if (std::isfinite(center)) text += comma() + SpokenViews::tr("loss %1 at the present weights").arg(formatNumber(center));
  const auto side = static_cast<std::size_t>(std::max(1, landscape.side));
  const auto extremes = extremesOf(landscape.losses.size(), [&](std::size_t i) { return static_cast<double>(landscape.losses[i]); });
  if (extremes)
    text += semicolon() + spokenExtremes(*extremes, formatNumber, [&](std::size_t i) {
              return pairOf(rounded(landscape.x(static_cast<int>(i % side))), rounded(landscape.y(static_cast<int>(i / side))));
            });
  return ended({text});
}

QString spokenSpread(const QString& title, const std::vector<SpreadColumn>& columns) {
  if (columns.empty()) return ended({title});
  const SpreadColumn& last = columns.back();
  const SpreadBins& bins = last.value.bins;
  QStringList sentences{SpokenViews::tr("%1: %2 histograms, step %3 to %4").arg(title, formatInteger(static_cast<qint64>(columns.size())), formatInteger(columns.front().step), formatInteger(last.step))};
  QStringList facts{SpokenViews::tr("At step %1: %2 values").arg(formatInteger(last.step), formatInteger(bins.count))};
  if (bins.count > 0)
    facts << SpokenViews::tr("mean %1, standard deviation %2, least %3, greatest %4").arg(formatNumber(bins.mean()), formatNumber(bins.deviation()), formatNumber(bins.least), formatNumber(bins.greatest));
  if (bins.notFinite > 0) facts << SpokenViews::tr("%1 not a number").arg(formatInteger(bins.notFinite));
  sentences << facts.join(comma());
  if (last.value.deadUnits > 0) sentences << SpokenViews::tr("%1 of %2 units dead").arg(last.value.deadUnits).arg(last.value.units);
  if (last.value.saturatedUnits > 0) sentences << SpokenViews::tr("%1 of %2 units saturated").arg(last.value.saturatedUnits).arg(last.value.units);
  return ended(sentences);
}

QString spokenMaps(const QString& title, const MapSet& maps) {
  QString text = SpokenViews::tr("%1: %2 maps of %3 × %4").arg(title, formatInteger(maps.count())).arg(maps.height).arg(maps.width);
  const auto extremes = extremesOf(maps.values.size(), [&](std::size_t i) { return static_cast<double>(maps.values[i]); });
  if (extremes) text += comma() + SpokenViews::tr("values from %1 to %2").arg(formatNumber(extremes->least), formatNumber(extremes->greatest));
  return ended({text});
}

} // namespace glassbox
