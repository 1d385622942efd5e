// The learner's own points: which class, which tool, and the plane to paint on. Every stroke is one undo step of the document.
#pragma once

#include "widgets/inspector/point_canvas.h"
#include "widgets/model/document.h"

class QLabel;
class QPushButton;

namespace glassbox {

class ParamForm;
class Segmented;

class OwnPoints : public QWidget {
  Q_OBJECT

 public:
  explicit OwnPoints(Document& document, QWidget* parent = nullptr);

  /// Whether these data are points that the learner sets.
  static bool isFor(const DataSpec& spec);
  void setLocked(const QString& reason);
  /// A click on another picture of the same plane: left sets a point of the class chosen here, with Shift it takes the one within
  /// `reach` away, other buttons do nothing. Nothing happens when the data are others.
  void clickAt(QPointF place, Qt::MouseButton button, Qt::KeyboardModifiers keys, double reach);

  PointCanvas* canvas() const { return m_canvas; }
  Segmented* classChoice() const { return m_class; }
  Segmented* toolChoice() const { return m_tool; }
  ParamForm* brushForm() const { return m_form; }
  QPushButton* clearButton() const { return m_clear; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void add(const std::vector<PaintedPoint>& points);
  void erase(const std::vector<std::size_t>& indices);
  void put(std::vector<PaintedPoint> points, const Text& what);
  void chooseClass(int index);
  void fill();

  Document& m_document;
  PointCanvasContent m_content;
  Segmented* m_class;
  Segmented* m_tool;
  PointCanvas* m_canvas;
  ParamForm* m_form;
  QPushButton* m_clear;
};

} // namespace glassbox
