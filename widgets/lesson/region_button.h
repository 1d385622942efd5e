// One region of a picture as a button: it has the keyboard and a name; the mouse is the picture's, which knows every outline.
#pragma once

#include <QAbstractButton>
#include <QPainterPath>

namespace glassbox {

class RegionButton : public QAbstractButton {
  Q_OBJECT

 public:
  explicit RegionButton(QWidget* parent);

  /// In the coordinates of the button.
  void setOutline(const QPainterPath& outline);
  /// The pointer is over the region.
  void setPointed(bool pointed);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QPainterPath m_outline;
  bool m_pointed = false;
};

} // namespace glassbox
