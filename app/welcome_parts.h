// Parts of the welcome page: the card of a project or lesson, the pills of the lessons, the line at the bottom.
#pragma once

#include <QWidget>

class QLabel;
class QPainter;
class QPushButton;

namespace glassbox {

/// A rounded frame of 6 px; without a color no fill or no border.
void paintCardFrame(QPainter& p, const QRectF& rect, const QColor& fill, const QColor& border, qreal width);

/// A label on a card leaves the mouse to the card.
template<typename Label> Label* onCard(Label* label) {
  label->setAttribute(Qt::WA_TransparentForMouseEvents);
  return label;
}

/// One pill for each lesson: done ones filled, the next one framed.
class LessonPills : public QWidget {
  Q_OBJECT

 public:
  explicit LessonPills(QWidget* parent);
  void setContent(int done, int total);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_done = 0, m_total = 0;
};

/// A card with a shadow. A click anywhere on it is a click on its main button, which is what the keyboard reaches.
class WelcomeCard : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kShadow = 2;  // px below the card

  explicit WelcomeCard(QWidget* parent);
  void setMain(QPushButton* button) { m_main = button; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  QPushButton* m_main = nullptr;
};

/// The status line of the welcome page, where there is no run to tell of. As in the lab, a presentation hides it.
class WelcomeStrip : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomeStrip(QWidget* parent);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void applySizes();

  QLabel* m_promise;
  QLabel* m_keys;
};

} // namespace glassbox
