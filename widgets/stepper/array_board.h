// The arrays of one step as grids side by side: first those it reads, then those it forms.
#pragma once

#include "widgets/stepper/board_array.h"

#include <QWidget>

namespace glassbox {

class ArrayStrip;
class DecimalsChooser;
class EmptyState;
class Segmented;

/// Body of the bottom dock in Step. Each array keeps its place, zoom and scroll position while only its numbers change, and its
/// zoom for as long as the board lives. Samples and indices count from 0 here, samples from 1 on the screen.
class ArrayBoard : public QWidget {
  Q_OBJECT

 public:
  explicit ArrayBoard(QWidget* parent = nullptr);

  /// Those with `formed` stand behind the sign, in the order given. None: a sentence that says what belongs here.
  void setArrays(std::vector<BoardArray> arrays);
  const std::vector<BoardArray>& arrays() const { return m_arrays; }
  /// The element whose formula is shown; nothing: none. What is not on the board is not drawn.
  void setSelected(const std::optional<ElementRef>& element);
  void setMarked(std::vector<BoardMark> marks);
  void setHidden(HiddenArrays hidden);
  /// Which sample the arrays show that show one; beyond the batch it is the last one.
  void setSample(int sample);
  int sample() const { return m_sample; }
  /// Empty: each array as its magnitudes ask for, at most four.
  void setDecimals(std::optional<int> decimals);
  std::optional<int> decimals() const { return m_decimals; }
  /// The board's own chooser of decimals, at the right of its head; hidden where a tab bar holds another one.
  void setChooserShown(bool shown);
  /// The board's own sample switch, shown where an array needs it; hidden where the Step tab has one for all.
  void setSampleSwitchShown(bool shown);
  /// Scrolls the element into sight, after its sample if it must be another one, which is reported by sampleChanged.
  void reveal(const ElementRef& element);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void elementClicked(const glassbox::ElementRef& element);
  void elementHovered(const std::optional<glassbox::ElementRef>& element);
  void sampleChanged(int sample);
  void decimalsChanged(std::optional<int> decimals);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void arrangeHead();
  void point();
  int samples() const;

  std::vector<BoardArray> m_arrays;
  std::optional<ElementRef> m_selected;
  std::vector<BoardMark> m_marks;
  HiddenArrays m_hidden;
  int m_sample = 0;
  std::optional<int> m_decimals;
  bool m_chooserShown = true, m_switchShown = true;

  QWidget* m_head;
  Segmented* m_switch;
  DecimalsChooser* m_chooser;
  ArrayStrip* m_strip;
  EmptyState* m_empty;
};

} // namespace glassbox
