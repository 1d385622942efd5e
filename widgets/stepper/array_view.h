// One array of the board: its letter, words and shape, and below them its grid.
#pragma once

#include "widgets/stepper/board_array.h"

#include <QWidget>

namespace glassbox {

class ElidedLabel;

/// What the view shows beside the array itself.
struct ArrayViewState {
  int sample = 0;
  std::optional<int> decimals{};
  std::shared_ptr<const std::set<std::int64_t>> known{}; ///< null: the array is not hidden
};

class ArrayView : public QWidget {
  Q_OBJECT

 public:
  explicit ArrayView(QWidget* parent = nullptr);

  void setContent(const BoardArray& array, const ArrayViewState& state);
  const BoardArray& array() const { return m_array; }
  const ArrayLayout& arrayLayout() const { return m_layout; }
  HeatMap* grid() const { return m_grid; }
  /// `elements` row-major; those of another sample are left out.
  void setMarked(const std::vector<std::pair<std::int64_t, ColorRole>>& elements);
  void setSelected(std::optional<std::int64_t> element);
  /// With the largest cells that fit into `most`.
  QSize sizeWithin(QSize most) const;

 signals:
  void elementClicked(std::int64_t element);
  void elementHovered(std::int64_t element); // -1: none
  void resized();                            // it asks for another size

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void remakeLetter();
  void say();
  int headingHeight() const;

  BoardArray m_array;
  ArrayLayout m_layout;
  double m_largest = 0;
  bool m_whole = false;
  QWidget* m_letter = nullptr;
  bool m_lettered = false;
  ElidedLabel* m_words;
  HeatMap* m_grid;
};

} // namespace glassbox
