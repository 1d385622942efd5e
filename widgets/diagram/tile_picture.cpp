#include "widgets/diagram/tile_picture.h"

#include "widgets/common/theme_manager.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kStripColumns = 16, kStripRows = 6;
constexpr int kWeight = 3, kGap = 3;  // px of a filter's weight, and between two maps
constexpr double kWash = 0.8;

float largestOf(std::span<const float> values) {
  float largest = 0;
  for (float v : values)
    if (std::isfinite(v)) largest = std::max(largest, std::abs(v));
  return largest;
}

QRgb colorOf(float value, float largest) { return theme().diverging(largest > 0 ? value / largest * kWash : 0); }

} // namespace

TilePicture stripOf(std::span<const float> values, std::int64_t rows, std::int64_t columns) {
  const auto shownColumns = static_cast<int>(std::min<std::int64_t>(columns, kStripColumns));
  const auto shownRows = static_cast<int>(std::min<std::int64_t>(rows, kStripRows));
  TilePicture picture{QImage(shownColumns, shownRows, QImage::Format_RGB32), 0, std::int64_t{shownRows} * shownColumns, rows * columns};
  std::vector<float> shown;  // only these are read: a layer may have millions of weights, and this happens 30 times a second
  for (int r = 0; r < shownRows; ++r)
    for (int c = 0; c < shownColumns; ++c)
      shown.push_back(values[static_cast<std::size_t>(r * rows / shownRows * columns + c * columns / shownColumns)]);
  picture.largest = largestOf(shown);
  for (int r = 0; r < shownRows; ++r)
    for (int c = 0; c < shownColumns; ++c) picture.image.setPixel(c, r, colorOf(shown[static_cast<std::size_t>(r * shownColumns + c)], picture.largest));
  return picture;
}

TilePicture filtersOf(std::span<const float> values, const Shape& shape) {
  const auto height = static_cast<int>(std::min<std::int64_t>(shape.rank() == 4 ? shape[2] : 1, kPictureHeight / kWeight));
  const auto width = static_cast<int>(std::min<std::int64_t>(shape[shape.rank() - 1], kPictureWidth / kWeight));
  const std::int64_t size = (shape.rank() == 4 ? shape[2] : 1) * shape[shape.rank() - 1], rowLength = shape[shape.rank() - 1];
  const int stepX = width * kWeight + kGap, stepY = height * kWeight + kGap;
  const int across = std::max(1, (kPictureWidth + kGap) / stepX), down = std::max(1, (kPictureHeight + kGap) / stepY);
  TilePicture picture{QImage(kPictureWidth, kPictureHeight, QImage::Format_ARGB32_Premultiplied), 0, 0, shape[0] * shape[1]};
  picture.shown = std::min<std::int64_t>(std::int64_t{across} * down, picture.total);
  picture.image.fill(Qt::transparent);
  picture.largest = largestOf(values.first(static_cast<std::size_t>(picture.shown * size)));
  for (std::int64_t map = 0; map < picture.shown; ++map) {
    const int left = static_cast<int>(map % across) * stepX, top = static_cast<int>(map / across) * stepY;
    for (int y = 0; y < height * kWeight; ++y)
      for (int x = 0; x < width * kWeight; ++x)
        picture.image.setPixel(left + x, top + y, colorOf(values[static_cast<std::size_t>(map * size + y / kWeight * rowLength + x / kWeight)], picture.largest));
  }
  return picture;
}

} // namespace glassbox
