// The body of a dock: a column that scrolls, 12 px from the borders whether the scroll bar is there or not.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace glassbox {

class ScrollPage : public QScrollArea {
  Q_OBJECT

 public:
  explicit ScrollPage(QWidget* parent = nullptr);

  QVBoxLayout* column() const { return m_column; }
  /// A hairline between two groups of the column.
  QWidget* addRule();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void setMargins();

  QVBoxLayout* m_column;
};

} // namespace glassbox
