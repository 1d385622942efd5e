// Draws samples as what they are: points, a curve, pictures, sequences, tokens, rows of a table.
#pragma once

#include "engine/data/dataset.h"

#include <QRect>

class QPainter;

namespace glassbox {

/// Height, width and channels of one sample as a picture; width 0: it is none.
struct PictureShape {
  int channels = 1, height = 0, width = 0;
};
PictureShape pictureShape(const Field& field);

/// Every n-th point is drawn, so that what is drawn is spread over all of them.
std::int64_t pointStride(std::int64_t samples);

/// Points are drawn of all parts (validation dotted, test hollow); of the rest the first rows of `part`.
class SampleDrawing {
 public:
  static constexpr int kTableRows = 6, kPictureRows = 4, kSequenceRows = 5, kTokenRows = 5;

  SampleDrawing(const Dataset& data, Part part, QSize size) : m_data(&data), m_rows(rows(data, part)), m_size(size) {}

  void plane(QPainter& p) const;
  void curve(QPainter& p) const;
  void pictures(QPainter& p) const;
  void sequences(QPainter& p) const;
  void tokens(QPainter& p) const;
  void table(QPainter& p) const;

 private:
  int width() const { return m_size.width(); }
  QRect rect() const { return {{0, 0}, m_size}; }

  const Dataset* m_data;
  RowRange m_rows;
  QSize m_size;
};

} // namespace glassbox
