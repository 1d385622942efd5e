// Units of a layer as rows one can switch off: a mark, a name, and what its absence costs as a bar with numbers.
#pragma once

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

namespace glassbox {

struct UnitRow {
  int unit = 0;
  QString name{};
  std::optional<double> loss{};     ///< change of the loss without it, once it is known
  std::optional<double> accuracy{}; ///< change of the accuracy, a share
};

class UnitList : public QWidget {
  Q_OBJECT

 public:
  explicit UnitList(QWidget* parent = nullptr);

  void setRows(const std::vector<UnitRow>& rows);
  const std::vector<UnitRow>& rows() const { return m_rows; }
  void setOff(const std::set<int>& units);
  QRect rowRect(int index) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void toggled(int unit);
  void shown(const QRect& row);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void describe();

  std::vector<UnitRow> m_rows;
  std::set<int> m_off;
  int m_current = 0;
};

} // namespace glassbox
