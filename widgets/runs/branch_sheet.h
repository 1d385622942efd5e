// Asks what a new run does otherwise: one setting and its new value.
#pragma once

#include "engine/train/plan.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace glassbox {

class ParamEditor;

struct BranchContent {
  std::int64_t step = 0;
  QString run;                ///< name of the run it leaves
  TrainingPlan plan;          ///< as it holds at that step
  std::vector<ParamDef> settings;  ///< that may be changed, in the order of the plan
};

class BranchSheet : public QDialog {
  Q_OBJECT

 public:
  explicit BranchSheet(const BranchContent& content, QWidget* parent = nullptr);

  QComboBox* setting() const { return m_setting; }
  ParamEditor* editor() const { return m_editor; }
  QPushButton* branchButton() const { return m_branch; }

 signals:
  void chosen(const std::string& key, const glassbox::ParamValue& value);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();
  void choose(int place);
  void take(const ParamValue& value);

  BranchContent m_content;
  QLabel* m_title;
  QLabel* m_why;
  QLabel* m_settingName;
  QLabel* m_valueName;
  QLabel* m_problem;
  QComboBox* m_setting;
  QWidget* m_place;          ///< of the editor, which is another for each kind of value
  ParamEditor* m_editor = nullptr;
  QPushButton* m_branch;
  QPushButton* m_cancel;
  ParamValue m_value;
};

} // namespace glassbox
