#include "widgets/diagram/tile_picture.h"

#include "widgets/common/theme_manager.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kStripColumns = 16, kStripRows = 6;
constexpr int kWeight = 3, kGap = 3;  // px of a filter's weight, and between two maps
constexpr int kMapRows = 3;           // of feature maps
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

TilePicture outputPicture(std::span<const float> values, const Shape& shape, bool positive) {
  const std::int64_t count = shape.count();
  if (shape.rank() == 2) return stripOf(values, shape[0], shape[1]);
  if (shape.rank() != 3) {  // cells in reading order
    const std::int64_t shown = std::min<std::int64_t>(count, kStripColumns * kStripRows), columns = std::min<std::int64_t>(shown, kStripColumns);
    const std::int64_t rows = (shown + columns - 1) / columns;
    TilePicture picture{QImage(static_cast<int>(columns), static_cast<int>(rows), QImage::Format_ARGB32_Premultiplied), 0, shown, count};
    picture.image.fill(Qt::transparent);
    std::vector<float> cells;
    for (std::int64_t i = 0; i < shown; ++i) cells.push_back(values[static_cast<std::size_t>(i * count / shown)]);
    picture.largest = largestOf(cells);
    for (std::int64_t i = 0; i < shown; ++i) picture.image.setPixel(static_cast<int>(i % columns), static_cast<int>(i / columns), colorOf(cells[static_cast<std::size_t>(i)], picture.largest));
    return picture;
  }
  const std::int64_t maps = shape[0], height = shape[1], width = shape[2];
  const auto fit = [&](int rows) { // width and height of a map, and how many stand beside each other
    const double high = static_cast<double>(kPictureHeight - kGap * (rows - 1)) / rows, wide = std::min<double>(kPictureWidth, high * static_cast<double>(width) / static_cast<double>(height));
    const QSize map(std::max(1, static_cast<int>(wide)), std::max(1, static_cast<int>(std::min(high, wide * static_cast<double>(height) / static_cast<double>(width)))));
    return std::pair(map, std::max(1, (kPictureWidth + kGap) / (map.width() + kGap)));
  };
  int rows = 1;
  while (rows < kMapRows && fit(rows).second * rows < maps) ++rows;
  const auto [map, across] = fit(rows);
  TilePicture picture{QImage(kPictureWidth, kPictureHeight, QImage::Format_ARGB32_Premultiplied), 0, std::min<std::int64_t>(maps, std::int64_t{across} * rows), maps};
  picture.image.fill(Qt::transparent);
  picture.largest = largestOf(values.first(static_cast<std::size_t>(picture.shown * height * width)));
  for (std::int64_t i = 0; i < picture.shown; ++i)
    for (int y = 0; y < map.height(); ++y)
      for (int x = 0; x < map.width(); ++x) {
        const float value = values[static_cast<std::size_t>((i * height + y * height / map.height()) * width + x * width / map.width())];
        const QRgb color = positive ? theme().sequential(picture.largest > 0 ? value / picture.largest : 0) : colorOf(value, picture.largest);
        picture.image.setPixel(static_cast<int>(i % across) * (map.width() + kGap) + x, static_cast<int>(i / across) * (map.height() + kGap) + y, color);
      }
  return picture;
}

} // namespace glassbox
