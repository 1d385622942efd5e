// The terms of one number as a table: factors that can be followed, their product, and the sum at the end.
#pragma once

#include "engine/layers/layer.h"
#include "widgets/common/number_format.h"
#include "widgets/stepper/element_words.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

struct TermTableContent {
  Explanation explanation{};
  std::vector<std::vector<ArrayRole>> roles{}; ///< of each term's factors; of one without an origin it is not asked for
  QStringList heads{};     ///< of the factors, where all terms have the same; else empty
  QStringList labels{};    ///< of the terms
  QString sum{};           ///< what the sum is called
  bool hidden = false;     ///< quiz: products and sum are question marks
  bool sumless = false;    ///< a list of numbers: no product, no sum
};

/// Over eight terms fold the middle; one digit more than the sum is shown, so that the terms add up on the screen.
class TermTable : public QWidget {
  Q_OBJECT

 public:
  explicit TermTable(QWidget* parent = nullptr);

  void setContent(const TermTableContent& content);
  const TermTableContent& content() const { return m_content; }
  void setUnfolded(bool unfolded);
  bool isFoldable() const;

  struct Link {
    int term = 0, factor = 0;
    bool operator==(const Link&) const = default;
  };
  /// The links that are on the screen, row after row.
  std::vector<Link> links() const;
  QRect linkRect(Link link) const;
  QString text(Link link) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void followed(const QString& element);
  /// The pointer or the keyboard is on a link; empty when it has left.
  void hovered(const QString& element);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Row {
    int term = -1; ///< -1: the folded ones
  };
  void layOut();
  void measureFactors(std::size_t factors);
  int rowTop(int row) const;
  int rowHeight() const;
  int headHeight() const;
  std::optional<Link> linkAt(QPoint point) const;
  double productOf(const Term& term) const;
  void setCurrent(std::optional<Link> link);
  void speak();
  QRect factorRect(int row, int factor) const;
  const Factor& factorOf(Link link) const { return m_content.explanation.terms[static_cast<std::size_t>(link.term)].factors[static_cast<std::size_t>(link.factor)]; }

  TermTableContent m_content;
  std::vector<Row> m_rows;
  GridFormat m_productFormat;
  std::vector<GridFormat> m_formats; ///< of the factors' columns
  std::vector<int> m_right;  ///< right edges of the factors' columns
  std::vector<int> m_wide;   ///< their widths
  int m_labelWidth = 0, m_product = 0, m_gap = 0;
  int m_folded = 0;
  double m_foldedSum = 0;
  bool m_unfolded = false;
  std::optional<Link> m_hovered, m_current;
};

} // namespace glassbox
