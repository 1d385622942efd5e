// The decision surface: what the network answers at each place of the plane, with the samples on it, its border and its scale.
#pragma once

#include "widgets/access/spoken_chart.h"
#include "widgets/views/probe_answer.h"

#include <QImage>
#include <QPixmap>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

enum class SurfaceLook {
  Card, ///< pinned beside the diagram: title, pin, picture, bar, one line of legend
  Page, ///< large: axes too, and each class with a sign of its own
};

struct SurfaceContent {
  QString title{}; ///< "Decision surface" when empty
  std::vector<PlanePoint> points{};
  QStringList classNames{};
  PlaneRange range{}; ///< shown before the first surface comes
};

/// Points of `data`, its class names and its part of the plane.
SurfaceContent surfaceContentOf(const Dataset& data);

class SurfaceView : public QWidget, public SpokenChart {
  Q_OBJECT

 public:
  explicit SurfaceView(SurfaceLook look, QWidget* parent = nullptr);

  void setContent(const SurfaceContent& content);
  /// The newest surface; null: not known yet, only the samples are drawn.
  void setSurface(const std::optional<Surface>& surface);
  const std::optional<Surface>& surface() const { return m_surface; }

  /// Where the picture lies.
  QRect pictureRect() const;
  QPointF pixelOf(double x, double y) const;
  /// What stands under the picture for the place under the pointer; empty when it is elsewhere.
  QString placeText() const;
  QString summary() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return m_look == SurfaceLook::Card; }
  int heightForWidth(int width) const override;

 signals:
  void pinClicked();
  /// A button went down on the picture at this place of the plane; `reach` are 10 pixels in its units.
  void placePressed(QPointF place, Qt::MouseButton button, Qt::KeyboardModifiers keys, double reach);
  /// The place under the pointer, for pictures elsewhere that show the same plane; nothing when it left.
  void placeHovered(std::optional<QPointF> place);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  PlaneRange range() const;
  QPointF placeOf(QPointF pixel) const;
  SurfaceKind kind() const;
  int groups() const;
  QString title() const;
  QString className(int k) const;
  QRect pinRect() const;
  int barTop() const;
  int footHeight() const;
  void makePoints();
  void moveTo(std::optional<QPointF> place);
  void paintAxes(QPainter& painter) const;
  void paintBar(QPainter& painter) const;
  void paintLegend(QPainter& painter, int top) const;

  const SurfaceLook m_look;
  SurfaceContent m_content;
  std::optional<Surface> m_surface;
  QImage m_image;   // of m_surface, one pixel a grid point
  QPixmap m_points; // the samples, drawn once for a size and theme
  std::optional<QPointF> m_place;
};

} // namespace glassbox
