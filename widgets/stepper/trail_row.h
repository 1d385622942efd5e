// The numbers that were followed to the one that is explained, the oldest first; each leads back to itself.
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QPushButton;

namespace glassbox {

class Stepper;

class TrailRow : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kShown = 6;  ///< the newest ones

  explicit TrailRow(Stepper* stepper, QWidget* parent = nullptr);

  /// What the buttons say, in their order.
  QStringList texts() const;
  QPushButton* button(int place) const { return m_buttons[static_cast<std::size_t>(place)]; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();

  Stepper* m_stepper;
  std::vector<QPushButton*> m_buttons;
};

} // namespace glassbox
