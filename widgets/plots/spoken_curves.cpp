#include "widgets/plots/spoken_curves.h"

#include "widgets/access/spoken_extremes.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace glassbox {

struct SpokenCurves {
  Q_DECLARE_TR_FUNCTIONS(glassbox::SpokenCurves)
};

namespace {

constexpr std::size_t kLeastForTrend = 8;
constexpr std::size_t kMostInFull = 4;
constexpr double kNothing = 0.005; // of the larger magnitude


struct Spread {
  double mean = 0, errorSquared = 0; // variance of the mean
};

Spread spreadOf(const std::vector<double>& values, std::size_t from, std::size_t to) {
  const auto n = static_cast<double>(to - from);
  double sum = 0, squares = 0;
  for (std::size_t i = from; i < to; ++i) sum += values[i];
  const double mean = sum / n;
  for (std::size_t i = from; i < to; ++i) squares += (values[i] - mean) * (values[i] - mean);
  return {mean, squares / (n - 1) / n};
}

QString wordOf(Trend trend) {
  switch (trend) {
  case Trend::Falling: return SpokenCurves::tr("falling");
  case Trend::Rising: return SpokenCurves::tr("rising");
  case Trend::Steady: return SpokenCurves::tr("steady");
  case Trend::Unknown: break;
  }
  return {};
}

} // namespace

Trend trendOf(const CurvePyramid& points) {
  const std::size_t wanted = std::max(kLeastForTrend, points.size() / 5);
  std::vector<double> recent; // the newest first
  for (std::size_t i = points.size(); i > 0 && recent.size() < wanted; --i)
    if (std::isfinite(points.at(i - 1).mean)) recent.push_back(static_cast<double>(points.at(i - 1).mean));
  if (recent.size() < kLeastForTrend) return Trend::Unknown;
  const std::size_t half = recent.size() / 2;
  const Spread late = spreadOf(recent, 0, half), early = spreadOf(recent, half, recent.size());
  const double change = late.mean - early.mean;
  if (std::abs(change) <= kNothing * std::max(std::abs(late.mean), std::abs(early.mean))) return Trend::Steady;
  if (std::abs(change) <= 2 * std::sqrt(late.errorSquared + early.errorSquared)) return Trend::Steady;
  return change < 0 ? Trend::Falling : Trend::Rising;
}

std::optional<SpokenCurve> spokenCurveOf(const QString& name, const CurvePyramid& points) {
  std::optional<SpokenCurve> out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const CurvePoint& p = points.at(i);
    if (!std::isfinite(p.mean)) continue;
    const double low = std::isfinite(p.min) ? p.min : p.mean, high = std::isfinite(p.max) ? p.max : p.mean;
    if (!out) out = SpokenCurve{name, p.mean, p.x, low, p.x, high, p.x, Trend::Unknown};
    out->last = p.mean, out->lastAt = p.x;
    if (low < out->least) out->least = low, out->leastAt = p.x;
    if (high > out->greatest) out->greatest = high, out->greatestAt = p.x;
  }
  if (out) out->trend = trendOf(points);
  return out;
}

QString spokenCurves(const QString& title, const QString& xName, const std::vector<SpokenCurve>& curves, const std::function<QString(double)>& number) {
  const auto place = [&](double x) { return SpokenCurves::tr("%1 %2").arg(xName, formatShort(x)); };
  QStringList sentences{title};
  for (const SpokenCurve& curve : curves) {
    QString text = SpokenCurves::tr("%1: %2 at %3").arg(curve.name, number(curve.last), place(curve.lastAt));
    if (curve.trend != Trend::Unknown) text += comma() + wordOf(curve.trend);
    if (curves.size() <= kMostInFull && curve.leastAt != curve.greatestAt) {
      const Extremes extremes{curve.least, curve.greatest, 0, 1};
      text += semicolon() + spokenExtremes(extremes, number, [&](std::size_t which) { return place(which == 0 ? curve.leastAt : curve.greatestAt); });
    }
    sentences << text;
  }
  return (sentences.join(fullStop()) + fullStop()).trimmed();
}

} // namespace glassbox
