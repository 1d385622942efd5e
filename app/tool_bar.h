// The bar under the menu: run and step, what has happened so far, pace and seed, undo, language and theme.
#pragma once

#include "widgets/model/training_session.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace glassbox {

class Actions;
class OverflowButton;

class ToolBar : public QWidget {
  Q_OBJECT

 public:
  explicit ToolBar(Actions* actions, QWidget* parent = nullptr);
  /// The diagram's own action, beside the one that finds a layer.
  void addFit(QAction* action);

  void setState(TrainingSession::State state);
  void setProgress(std::int64_t step, std::int64_t epoch, double samplesPerSecond);
  void setSeed(std::uint64_t seed);
  /// Steps a second; 0: no limit.
  double pace() const;
  void setPace(double stepsPerSecond);
  /// Text of the language button: the language it switches to.
  void setLanguageMark(const QString& mark);
  void setDark(bool dark);
  QPushButton* runButton() const { return m_run; }
  /// Run cannot be pressed, and says why.
  void setRunLocked(const QString& reason);
  enum class Control { Pace, Seed };
  /// A control that can be read but not set says why; a hidden one is not shown. Empty and false: free.
  void setFixed(Control control, const QString& reason, bool hidden);

 signals:
  void paceChanged(double stepsPerSecond);
  /// By the user.
  void paceChosen();
  void seedChanged(std::uint64_t seed);
  void languageClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Counter {
    QWidget* box;
    QLabel* name;
    QLabel* value;
    int width;
  };
  Counter makeCounter(int width);
  QToolButton* makeButton(QAction* action);
  /// A field with its name before it.
  QWidget* makeNamed(QLabel* name, QWidget* field);
  QWidget* makeLine();
  void fit();
  int stageThatFits() const;
  std::vector<QWidget*> partsAt(int stage) const;
  void putAway(QWidget* part, QWidget* before, bool away);
  void retranslate();
  void showRun();
  /// After a change of the text size.
  void applySizes();

  Actions* m_actions;
  QPushButton* m_run;
  Counter m_step, m_epoch, m_rate;
  QWidget *m_countersBegin, *m_countersEnd, *m_findBegin; ///< lines
  QWidget* m_paceBox;
  QLabel* m_paceName;
  QComboBox* m_pace;
  QWidget* m_seedBox;
  QLabel* m_seedName;
  QSpinBox* m_seed;
  OverflowButton* m_more;  ///< for what there is no room
  QToolButton* m_newSeed;
  QToolButton* m_fit = nullptr;
  QToolButton* m_find;
  QToolButton* m_language;
  QToolButton* m_theme;
  TrainingSession::State m_state = TrainingSession::State::Empty;
  QString m_locked;
  int m_stage = 0; ///< how much of it is under the three dots
  struct Fixed {
    QString reason;
    bool hidden = false;
  } m_paceFixed, m_seedFixed;
};

} // namespace glassbox
