// What if a number were another one: a field under weights, inputs and targets, and what the changes do to every other number.
#pragma once

#include "engine/trace/trace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace glassbox {

class Stepper;

class ChangeRow : public QWidget {
  Q_OBJECT

 public:
  explicit ChangeRow(Stepper* stepper, QWidget* parent = nullptr);

  /// `entry` holds the explained number; null: there is none.
  void write(const TraceEntry* entry);
  /// While it is printed, what can only be clicked is away.
  void hideButtons();
  QLineEdit* field() const { return m_field; }
  /// Takes all changes back.
  QPushButton* takeBackButton() const { return m_takeBack; }

 private:
  void takeChange();

  Stepper* m_stepper;
  QWidget* m_row;
  QLabel* m_name;
  QLineEdit* m_field;
  QLabel* m_before;
  QPushButton* m_takeBack;
};

} // namespace glassbox
