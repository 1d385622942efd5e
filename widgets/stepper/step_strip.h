// The bar over the diagram in the Step tab: the stops of the step as chips, and the keys to walk.
#pragma once

#include "widgets/stepper/stepper.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace glassbox {

/// The chips: one a node and phase; a node with several stops shows how far it is.
class StepChips : public QWidget {
  Q_OBJECT

 public:
  explicit StepChips(Stepper* stepper, QWidget* parent = nullptr);

  struct Chip {
    StepPhase phase;
    NodeId node;
    QString name;
    int first = 0, last = 0;  ///< stops
    QRect rect{};
  };
  const std::vector<Chip>& chips() const { return m_chips; }
  /// Of the current stop; -1 for none.
  int current() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void currentMoved(const QRect& chip);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void rebuild();
  QString headOf(StepPhase phase) const;

  Stepper* m_stepper;
  std::vector<Chip> m_chips;
  int m_width = 0;
};

class StepStrip : public QWidget {
  Q_OBJECT

 public:
  explicit StepStrip(Stepper* stepper, QWidget* parent = nullptr);

  StepChips* chips() const { return m_chips; }
  QPushButton* nextButton() const { return m_next; }
  QPushButton* backButton() const { return m_back; }
  QPushButton* playButton() const { return m_play; }
  /// Stops a second while it plays.
  void setPace(double stopsPerSecond) { m_pace = stopsPerSecond; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void write();
  void enable();

  Stepper* m_stepper;
  QScrollArea* m_scroll;
  StepChips* m_chips;
  QPushButton* m_play;
  QPushButton* m_back;
  QPushButton* m_next;
  double m_pace = 1;
};

} // namespace glassbox
