// The views of a step's arrays in one strip that scrolls sideways: those that are read, a sign, those that are formed.
#pragma once

#include "widgets/stepper/array_view.h"

#include <QScrollArea>

class QLabel;

namespace glassbox {

class ArrayStrip : public QScrollArea {
  Q_OBJECT

 public:
  explicit ArrayStrip(QWidget* parent = nullptr);

  /// Views of arrays that stay are kept, with what was zoomed and scrolled in them.
  void setArrays(const std::vector<BoardArray>& arrays, const HiddenArrays& hidden, int sample, std::optional<int> decimals);
  /// In the order of the arrays.
  const std::vector<ArrayView*>& views() const { return m_views; }
  ArrayView* viewOf(const std::string& name) const;
  void reveal(ArrayView* view);

 signals:
  void elementClicked(const std::string& name, std::int64_t element);
  void elementHovered(const std::string& name, std::int64_t element); // -1: none

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  ArrayView* makeView();
  void arrange();
  void keepRemark();
  QSize place(int height);
  int used() const;
  int placeGroup(bool formed, int x, int height);
  void say();

  QWidget* m_inner;
  QLabel* m_sign;
  QLabel* m_remark;
  std::vector<ArrayView*> m_views;
  int m_widest = 0;                   ///< of an array's grid, px
  std::map<std::string, int> m_zooms; ///< of arrays that are away for a while
};

} // namespace glassbox
