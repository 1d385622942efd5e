// One task of a lesson on its page: state, text, live conditions, and hints that are asked for one by one.
#pragma once

#include "engine/lesson/lesson.h"
#include "engine/lesson/task_check.h"
#include "widgets/lesson/prose_view.h"
#include "widgets/lesson/state_icon.h"

#include <QFrame>

#include <array>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace glassbox {

class ConditionRows;

struct TaskCardContent {
  QString id{};
  QString title{}; ///< formulas already plain
  ProseContent text{};
  std::array<ProseContent, 3> hints{};
};

class TaskCard : public QFrame {
  Q_OBJECT

 public:
  explicit TaskCard(QWidget* parent = nullptr);

  void setContent(const TaskCardContent& content);
  const QString& id() const { return m_content.id; }
  void setStage(TaskStage stage);
  TaskStage stage() const { return m_icon->stage(); }
  /// All conditions are met, and a prediction before it is still to be made: said beside the title.
  void setWaiting(bool waiting);
  QString remark() const;
  void setConditions(const std::vector<ConditionState>& conditions);
  /// Another hint of that grade, 1 to 3, fits what the learner did.
  void setHint(int grade, const ProseContent& hint);
  /// Shows the hints up to `grade`, 0 to 3, as they were asked for.
  void setHints(int grade);
  int hints() const { return m_shown; }
  QPushButton* skipButton() const { return m_skip; }

  ProseView* text() const { return m_text; }
 signals:
  void hintAsked(const QString& task, int grade);
  void linkClicked(const QString& link);
  /// The learner leaves the task out, or takes it up again.
  void skipAsked(const QString& task, bool skip);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Hint {
    QFrame* chip;
    QLabel* grade;
    ProseView* text;
  };
  void setTexts();
  void showParts();

  TaskCardContent m_content;
  int m_shown = 0;
  bool m_waiting = false;
  StateIcon* m_icon;
  QLabel* m_title;
  QLabel* m_remark;
  ProseView* m_text;
  ConditionRows* m_rows;
  std::array<Hint, 3> m_hints{};
  QPushButton* m_ask;
  QPushButton* m_skip;
};

/// "Task" with the words that the program checks the learner's own model.
class TaskHead : public QWidget {
  Q_OBJECT

 public:
  explicit TaskHead(QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setTexts();
  QLabel* m_title;
  QLabel* m_remark;
};

} // namespace glassbox
