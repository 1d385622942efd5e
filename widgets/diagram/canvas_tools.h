// The small things that lie on the canvas: zoom and fit, the legend of the weight wires, the map of a large network.
#pragma once

#include "widgets/diagram/diagram_content.h"

#include <QFrame>

class QToolButton;

namespace glassbox {

class DiagramScene;
class DiagramView;

class CanvasTools : public QFrame {
  Q_OBJECT

public:
  explicit CanvasTools(DiagramView* view);
  void setZoom(double zoom);
  /// What the wires of small layers show; `there`: there are such wires.
  void setWires(DiagramLive::Wires wires, bool there);
  /// What does not fit into `width` is away: first the switch of the wires, then the percentage.
  void setRoom(int width);

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void fitWidth();
  QToolButton* add(const char* iconName);

  QToolButton *m_out, *m_percent, *m_in, *m_fit, *m_wires;
  DiagramLive::Wires m_shown = DiagramLive::Wires::Weights;
  double m_zoom = 1;
  bool m_wiresThere = false;
  int m_room = 0; ///< 0: not known yet
};

/// "negative, positive, width = |w| / largest in layer, bias". Shows as much as there is room for.
class WeightLegend : public QWidget {
  Q_OBJECT

public:
  explicit WeightLegend(QWidget* parent);
  void setKind(DiagramLive::Wires kind);
  int fullWidth() const;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  struct Entry {
    enum class Mark { None, Negative, Positive, Gradient, Bias } mark;
    QString text;
    bool quiet;
  };
  std::vector<Entry> entries() const;
  int widthOf(const Entry& entry) const;

  DiagramLive::Wires m_kind = DiagramLive::Wires::Weights;
};

/// The whole network small, and the part of it that is in sight; a click or drag goes there.
class Minimap : public QWidget {
  Q_OBJECT

public:
  explicit Minimap(DiagramView* view);
  QSize sizeHint() const override { return {160, 100}; }

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override { go(event); }
  void mouseMoveEvent(QMouseEvent* event) override { go(event); }

private:
  void go(QMouseEvent* event);
  QTransform toMap() const;

  DiagramView* m_view;
};

} // namespace glassbox
