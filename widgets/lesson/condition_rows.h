// The rows under a task: what is asked, the live number, and a check when it is met.
#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace glassbox {

struct ConditionState;
class StateIcon;

class ConditionRows : public QWidget {
  Q_OBJECT

 public:
  explicit ConditionRows(QWidget* parent = nullptr);

  /// May be called thirty times a second: only what differs is changed.
  void setConditions(const std::vector<ConditionState>& conditions);

 private:
  struct Row {
    QLabel* asked;
    QLabel* now;
    StateIcon* icon;
    std::optional<FontRole> font = {};  ///< of `now`
  };
  QGridLayout* m_grid;
  std::vector<Row> m_rows;
};

/// "Training loss ≤ 0.0803"
QString askedText(const ConditionState& condition);
/// The value of the moment: "0.379", "by hand", "–".
QString nowText(const ConditionState& condition);

} // namespace glassbox
