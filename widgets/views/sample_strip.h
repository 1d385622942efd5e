// A row after row of samples with what the network said of each: "4 → 9, 87 %". Pictures where the data are pictures.
#pragma once

#include "engine/data/dataset.h"
#include "widgets/views/probe_answer.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

/// True when a sample of the first field is a grey or colour picture: (height, width) or (1 or 3, height, width), no side over 256.
bool isPicture(const Dataset& data);

/// (channels, height, width) of a sample that is a picture; nothing for other data.
std::optional<Shape> pictureShape(const Dataset& data);

/// One sample as a picture: grey values as ink on paper in the colours of the theme, colour pictures as they are. Null for other data.
QImage samplePicture(const Dataset& data, std::int64_t row);

/// (height, width) bytes as ink on paper.
QImage inkPicture(std::span<const std::uint8_t> bytes, int width, int height);

/// One sample that is no picture, in words: "x₁ 0.31  x₂ −0.20".
QString sampleText(const Dataset& data, std::int64_t row);

class SampleStrip : public QWidget {
  Q_OBJECT

 public:
  explicit SampleStrip(QWidget* parent = nullptr);

  void setData(const DatasetPtr& dataset);
  void setSamples(const std::vector<Judged>& samples);
  const std::vector<Judged>& samples() const { return m_samples; }

  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 signals:
  void sampleClicked(std::int64_t row);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  QSize cell() const;
  int columns(int width) const;
  QRect cellRect(int index) const;
  int indexAt(QPoint point) const;
  void mark(int index);
  void describe();
  QString nameOf(int index) const;
  const QImage& pictureOf(std::int64_t row);

  DatasetPtr m_data;
  std::vector<Judged> m_samples;
  std::map<std::int64_t, QImage> m_pictures; // of the shown samples, in the present theme
  int m_marked = -1;
};

} // namespace glassbox
