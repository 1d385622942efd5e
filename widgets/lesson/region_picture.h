// A drawing of a lesson with regions to choose from: by a click, or by Tab and Enter.
#pragma once

#include "engine/lesson/region.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <vector>

class QSvgRenderer;

namespace glassbox {

class RegionButton;

struct RegionPictureContent {
  std::filesystem::path file{};
  PictureBox place{}; ///< coordinates of the drawing
  std::vector<Region> regions{};
  std::vector<QString> names{}; ///< of the regions, in their order
};

class RegionPicture : public QWidget {
  Q_OBJECT

 public:
  explicit RegionPicture(QWidget* parent = nullptr);
  ~RegionPicture() override;

  void setContent(const RegionPictureContent& content);
  /// Index of the chosen region; -1: none.
  void setChosen(int region);
  int chosen() const { return m_chosen; }
  /// A choice that stands cannot be changed any more.
  void setSettled(bool settled);
  /// Of the page it stands on.
  void setZoom(double zoom);

  /// From the drawing's coordinates to the widget's, and back.
  QPointF pixelOf(double x, double y) const;
  QPointF placeOf(QPointF pixel) const;
  const std::vector<RegionButton*>& buttons() const { return m_buttons; }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void regionChosen(int region);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  int regionAt(QPointF pixel) const;
  void point(int region);
  void choose(int region);
  QRectF drawing() const;
  double scale() const;
  void placeButtons();

  RegionPictureContent m_content;
  std::unique_ptr<QSvgRenderer> m_svg;
  std::vector<RegionButton*> m_buttons;
  int m_chosen = -1, m_pointed = -1;
  bool m_settled = false;
  double m_zoom = 1;
};

} // namespace glassbox
