// The round sign of a task or condition: padlock, open ring, half disc, check that draws itself once, dash.
#pragma once

#include <QVariantAnimation>
#include <QWidget>

namespace glassbox {

enum class TaskStage { Locked, Open, Active, Done, Skipped };

class StateIcon : public QWidget {
  Q_OBJECT

 public:
  explicit StateIcon(int size, QWidget* parent = nullptr);

  /// From another stage to Done the check draws itself, 300 ms.
  void setStage(TaskStage stage);
  TaskStage stage() const { return m_stage; }
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const int m_size;
  TaskStage m_stage = TaskStage::Open;
  QVariantAnimation m_drawing; // 0 to 1: how much of the check is there
};

} // namespace glassbox
