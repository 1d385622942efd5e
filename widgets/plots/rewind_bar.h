// Under the plot of the loss, with its x: which step the network stands at, and the way to any earlier one.
#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace glassbox {

class Plot;

struct RewindContent {
  std::int64_t step = 0;      ///< where it stands
  std::int64_t furthest = 0;  ///< the last step it has come to
  bool enabled = false;       ///< there is a run that can go back
  bool rewound = false;       ///< it stands before the last step, and at rest
  std::optional<std::int64_t> replayTo;  ///< steps are being repeated on the way there
  QString memory{};           ///< "12.4 MB of 256 MB"; empty while it trains
  bool operator==(const RewindContent&) const = default;
};

class RewindBar : public QWidget {
  Q_OBJECT

 public:
  explicit RewindBar(Plot* plot, QWidget* parent = nullptr);

  void setContent(const RewindContent& content);
  const RewindContent& content() const { return m_content; }
  QPushButton* chip() const { return m_chip; }
  QPushButton* memoryButton() const { return m_memory; }
  QToolButton* firstButton() const { return m_first; }
  /// The middle of the knob, for a step that may be another than its own.
  QPointF knobAt(std::int64_t step) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// The user dragged, clicked or used the keys.
  void stepRequested(std::int64_t step);
  void branchRequested();
  void stopRequested();
  void memoryRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void layOut();
  void ask(std::int64_t step);
  std::int64_t stepAt(double x) const;
  QRectF track() const;

  Plot* m_plot;
  RewindContent m_content;
  QToolButton* m_first;
  QLabel* m_hint;
  QPushButton* m_chip;
  QPushButton* m_memory;
  std::optional<std::int64_t> m_asked;  ///< while it is dragged: the knob is under the pointer
  bool m_ring = false;
};

} // namespace glassbox
