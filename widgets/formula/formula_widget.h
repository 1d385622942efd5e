// Shows one formula: wraps where it is too wide, follows theme and language, and lets its linked parts be pointed at and followed.
#pragma once

#include "widgets/formula/formula.h"

#include <QWidget>

#include <map>
#include <optional>

namespace glassbox {

struct FormulaContent {
  QString tex{};
  double size = 20; ///< device-independent pixels at normal text size
  FormulaStyle style = FormulaStyle::Display;
  Qt::Alignment alignment = Qt::AlignHCenter;
  ColorRole ink = ColorRole::Text;
  /// What stands behind a link, by its id; without an entry a tint of the link's own colour.
  std::map<std::string, ColorRole> tints{};
};

/// \link{id}{...} in the TeX makes a link. Tab and the arrows walk the links, Enter follows one; Ctrl+C copies the TeX.
/// Setting content with other numbers is cheap: do it at every frame.
class FormulaWidget : public QWidget {
  Q_OBJECT

 public:
  explicit FormulaWidget(QWidget* parent = nullptr);

  void setContent(const FormulaContent& content);
  /// The same content with other TeX.
  void setTex(const QString& tex);
  const FormulaContent& content() const { return m_content; }
  /// What is wrong with the TeX; shown under it. Empty when it is drawn.
  QString fault() const { return m_formula.fault(); }

  /// The ids of the links in the order of the source.
  std::vector<std::string> links() const;
  /// Where the link stands in this widget; one rectangle for each line. Empty for an id that is not there.
  std::vector<QRectF> linkRects(const std::string& id) const;
  /// Lights a link from outside (its cell is under the pointer); "" for none.
  void setLitLink(const std::string& id);
  const std::string& currentLink() const { return m_current; }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 public slots:
  void copyTex() const;

 signals:
  /// Clicked, or Enter.
  void linkActivated(const QString& id);
  /// The pointer or the keyboard came to it; empty when it has left.
  void linkHovered(const QString& id);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Place {
    FormulaLayout layout;
    double factor = 1; ///< under 1 where even the broken formula is too wide
  };

  double size() const;
  Place placeFor(int width) const;
  const Place& place() const;
  QPointF originOf(const Place& place) const;
  QString faultAt(int width, int* height) const;
  void remeasure();
  void speak();
  void hover(const std::string& id);
  std::string linkAt(QPointF point) const;
  bool step(int by);
  ColorRole tintOf(const FormulaLink& link, const FormulaLayout& layout) const;

  FormulaContent m_content;
  Formula m_formula;
  std::string m_hovered, m_current, m_lit, m_pressed;
  mutable std::optional<Place> m_place;
  mutable int m_placeWidth = -1;
};

} // namespace glassbox
