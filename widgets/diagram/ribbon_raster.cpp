#include "widgets/diagram/ribbon_raster.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kSubColumns = 3;         // steep curves need samples between the columns to be smooth
constexpr double kSteepest = 12;       // beyond, a span would be as tall as the picture

} // namespace

RibbonRaster::RibbonRaster(QSize size) : m_image(size, QImage::Format_ARGB32_Premultiplied), m_coverage(static_cast<std::size_t>(size.height()), 0.0f) {
  m_image.fill(Qt::transparent);
}

void RibbonRaster::draw(std::span<const QPointF> points, double width, const QColor& color) {
  const int height = m_image.height();
  const int firstColumn = std::max(0, static_cast<int>(std::floor(points.front().x())));
  const int lastColumn = std::min(m_image.width() - 1, static_cast<int>(std::floor(points.back().x())));
  std::size_t segment = 0;
  for (int column = firstColumn; column <= lastColumn; ++column) {
    int first = height, last = -1;
    for (int sub = 0; sub < kSubColumns; ++sub) {
      const double x = column + (sub + 0.5) / kSubColumns;
      if (x < points.front().x() || x > points.back().x()) continue;
      while (segment + 2 < points.size() && points[segment + 1].x() < x) ++segment;
      const QPointF a = points[segment], b = points[segment + 1];
      const double slope = (b.y() - a.y()) / std::max(1e-9, b.x() - a.x());
      const double y = a.y() + slope * (x - a.x());
      const double half = width / 2 * std::sqrt(1 + std::min(slope * slope, kSteepest * kSteepest));
      const double top = std::max(0.0, y - half), bottom = std::min<double>(height, y + half);
      if (top >= bottom) continue;
      const int upper = static_cast<int>(top), lower = std::min(height - 1, static_cast<int>(bottom));
      first = std::min(first, upper);
      last = std::max(last, lower);
      for (int row = upper; row <= lower; ++row)
        m_coverage[static_cast<std::size_t>(row)] += static_cast<float>((std::min(bottom, row + 1.0) - std::max<double>(top, row)) / kSubColumns);
    }
    if (last >= first) blendColumn(column, first, last, color);
  }
}

// Porter and Duff's "over" on premultiplied bytes.
void RibbonRaster::blendColumn(int column, int first, int last, const QColor& color) {
  const float alpha = color.alphaF();
  const auto red = static_cast<float>(color.red()), green = static_cast<float>(color.green()), blue = static_cast<float>(color.blue());
  for (int row = first; row <= last; ++row) {
    float& coverage = m_coverage[static_cast<std::size_t>(row)];
    const float a = alpha * std::clamp(coverage, 0.0f, 1.0f), rest = 1 - a;
    coverage = 0;
    QRgb& pixel = reinterpret_cast<QRgb*>(m_image.scanLine(row))[column];
    const auto over = [&](float source, int old) { return static_cast<int>(source * a + static_cast<float>(old) * rest + 0.5f); };
    pixel = qRgba(over(red, qRed(pixel)), over(green, qGreen(pixel)), over(blue, qBlue(pixel)), over(255, qAlpha(pixel)));
  }
}

} // namespace glassbox
