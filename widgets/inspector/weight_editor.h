// A small pop-up over the diagram to read and set one weight or bias by hand.
#pragma once

#include <QFrame>
#include <QString>

class QLabel;

namespace glassbox {

class SliderField;

class WeightEditor : public QFrame {
  Q_OBJECT

 public:
  explicit WeightEditor(QWidget* parent = nullptr);

  /// Shows itself near `where` (global) with the weight `element` ("dense1.weight[0,0]") at `value`.
  void open(const QString& element, const QString& title, double value, QPoint where);
  /// Not empty: weights can be read but not set, and this says why.
  void setLocked(const QString& reason) { m_locked = reason; }
  const QString& element() const { return m_element; }
  SliderField* field() const { return m_field; }
  /// Which numbers are taken; shown when one was typed that is not.
  QLabel* refusal() const { return m_refusal; }

 signals:
  /// Also while the slider is dragged.
  void valueChanged(const QString& element, double value);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void say(const QString& sentence);

  QString m_element, m_locked;
  QLabel* m_title;
  SliderField* m_field;
  QLabel* m_refusal;
};

} // namespace glassbox
