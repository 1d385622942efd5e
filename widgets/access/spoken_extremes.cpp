#include "widgets/access/spoken_extremes.h"

#include <QCoreApplication>

#include <cmath>

namespace glassbox {

std::optional<Extremes> extremesOf(std::size_t count, const std::function<double(std::size_t)>& value) {
  std::optional<Extremes> out;
  for (std::size_t i = 0; i < count; ++i) {
    const double v = value(i);
    if (!std::isfinite(v)) continue;
    if (!out) out = Extremes{v, v, i, i};
    if (v < out->least) out->least = v, out->leastAt = i;
    if (v > out->greatest) out->greatest = v, out->greatestAt = i;
  }
  return out;
}

QString spokenExtremes(const Extremes& extremes, const std::function<QString(double)>& number, const std::function<QString(std::size_t)>& place) {
  if (extremes.least == extremes.greatest) return QCoreApplication::translate("glassbox::SpokenExtremes", "all %1").arg(number(extremes.least));
  return QCoreApplication::translate("glassbox::SpokenExtremes", "least %1 at %2, greatest %3 at %4")
      .arg(number(extremes.least), place(extremes.leastAt), number(extremes.greatest), place(extremes.greatestAt));
}

} // namespace glassbox
