// The 2-px ring around the control that has the keyboard, 2 px outside of it.
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

class QApplication;

namespace glassbox {

/// Follows the focus of the application. The ring is shown when the keyboard (not the mouse) brought the focus there; text fields tell
/// of a mouse focus by the colour of their border.
///
/// A widget that draws its own focus (a diagram, a plot, a list) sets the property "ownFocus".
class FocusRing : public QObject {
  Q_OBJECT

 public:
  explicit FocusRing(QApplication* app);
  bool eventFilter(QObject* watched, QEvent* event) override;

  const QFocusFrame* frame() const { return m_frame; }

 private:
  void follow(QWidget* now);

  QPointer<QFocusFrame> m_frame; // Qt may destroy it together with the widget it stands in
};

} // namespace glassbox
