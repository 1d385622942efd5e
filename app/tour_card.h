// A card beside the part of the window it speaks of, which gets a ring.
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace glassbox {

struct TourCardContent {
  QString title;
  QString text;
  QString next;  ///< text of the filled button; empty: the step waits for what is to be done
  QString leave; ///< text of the quiet button
};

class TourCard : public QFrame {
  Q_OBJECT

 public:
  /// A child of the window, hidden until it has something to say.
  explicit TourCard(QWidget* window);

  /// `target` null: in the corner, without a ring.
  void show(const TourCardContent& content, QWidget* target);
  /// At the right end of `below`, without a ring; in the corner while that is not seen.
  void showOn(const TourCardContent& content, QWidget* below);
  void end();
  QPushButton* nextButton() const { return m_next; }
  QPushButton* leaveButton() const { return m_leave; }
  QString title() const;
  QWidget* ring() const { return m_ring; }

 signals:
  void nextPressed();
  void leavePressed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();

  QWidget* m_ring;
  QPointer<QWidget> m_target;
  bool m_onTarget = false; ///< on it, not beside it
  QLabel* m_title;
  QLabel* m_text;
  QPushButton* m_leave;
  QPushButton* m_next;
};

} // namespace glassbox
