// The lines that lead to a formula, folded away until somebody asks for them.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QPushButton;

namespace glassbox {

class FormulaWidget;

class DerivationList : public QWidget {
  Q_OBJECT

 public:
  explicit DerivationList(QWidget* parent = nullptr);

  /// TeX, a line each; none hides the whole. Other lines fold it.
  void setLines(const std::vector<std::string>& lines);
  void setUnfolded(bool unfolded);
  bool isUnfolded() const { return m_unfolded; }
  QPushButton* button() const { return m_button; }
  const std::vector<FormulaWidget*>& formulas() const { return m_formulas; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void write();

  std::vector<std::string> m_lines;
  bool m_unfolded = false;
  QPushButton* m_button;
  std::vector<FormulaWidget*> m_formulas;
};

} // namespace glassbox
