// Gradients beside their central differences, a row each, with a sign and a word for how well they agree.
#pragma once

#include "widgets/stepper/stepper.h"

#include <QWidget>

namespace glassbox {

class CheckTable : public QWidget {
  Q_OBJECT

 public:
  explicit CheckTable(QWidget* parent = nullptr);

  void setContent(const StepChecks& checks);
  const StepChecks& content() const { return m_checks; }
  /// "6 of 6 agree"
  QString summary() const;
  QRect rowRect(int row) const;
  int current() const { return m_current; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void followed(const QString& element);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QString spoken(int row) const;
  void setCurrent(int row);
  void speak();

  StepChecks m_checks;
  int m_current = -1;  ///< of the keyboard
};

} // namespace glassbox
