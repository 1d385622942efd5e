// The chain rule as products: the ways on which the loss depends on a number, each link a factor that can be followed.
#pragma once

#include "engine/trace/paths.h"

#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace glassbox {

class FormulaWidget;

class PathList : public QWidget {
  Q_OBJECT

 public:
  explicit PathList(QWidget* parent = nullptr);

  void setContent(const std::shared_ptr<const GradientPaths>& paths);
  /// The formulas of the paths that are shown, in letters of the nodes and with their numbers.
  std::vector<FormulaWidget*> formulas() const { return m_formulas; }
  QString remark() const;

 signals:
  /// The number nearer to the learner's of a link.
  void followed(const QString& element);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();

  std::shared_ptr<const GradientPaths> m_paths;
  QVBoxLayout* m_column;
  QLabel* m_remark;
  std::vector<FormulaWidget*> m_formulas;
};

} // namespace glassbox
