// The three dots of a bar: in a popup under them stands what the bar has no room for.
#pragma once

#include "widgets/common/key_button.h"

class QFrame;
class QVBoxLayout;

namespace glassbox {

class OverflowButton : public KeyButton {
  Q_OBJECT

 public:
  explicit OverflowButton(QWidget* parent);

  /// Takes a part of the bar over, as the last; again, to keep the order. Whoever takes it back puts it into the bar's layout.
  void take(QWidget* part);
  void closePopup();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void open();
  void retranslate();

  QFrame* m_popup;
  QVBoxLayout* m_parts;
};

} // namespace glassbox
