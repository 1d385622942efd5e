// A line over the lesson's page: that the network is the learner's own from before, or that one is kept; and the way to the other.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace glassbox {

class WorkBar : public QWidget {
  Q_OBJECT

 public:
  enum class State {
    Nothing,  ///< hidden
    GoesOn,   ///< the network is as the learner left it
    Afresh,   ///< the set-up; the network from before is kept
  };

  explicit WorkBar(QWidget* parent = nullptr);
  void setState(State state);
  State state() const { return m_state; }
  QPushButton* button() const { return m_button; }

 signals:
  void startAfreshAsked();
  void bringBackAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setTexts();

  State m_state = State::Nothing;
  QLabel* m_words;
  QPushButton* m_button;
};

} // namespace glassbox
