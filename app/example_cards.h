// The examples of the welcome page: a card for each, and the grid they stand in.
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QPushButton;

namespace glassbox {

class ElidedLabel;

/// One example: picture, title, one line. All of it is the button; pointer and focus show what it does.
class ExampleCard : public QAbstractButton {
  Q_OBJECT

 public:
  struct Content {
    QString title, line, help, action;
  };

  ExampleCard(const QString& name, QWidget* parent);
  const QString& name() const { return m_name; }
  void setContent(const Content& content);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  bool isHot() const { return underMouse() || hasFocus(); }
  void heat();
  void place();

  QString m_name;
  ElidedLabel* m_title;
  ElidedLabel* m_line;
  QPushButton* m_action;
};

/// The cards in rows of up to four, flush with both edges of the column; arrow keys walk from card to card. Folded, it
/// shows only the first ones.
class ExampleGrid : public QWidget {
  Q_OBJECT

 public:
  explicit ExampleGrid(QWidget* parent);
  void add(ExampleCard* card) { m_cards.push_back(card); }
  /// Shows the first `count` cards, and none of the others.
  void setShown(std::size_t count);

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  int columns(int width) const;

  std::vector<ExampleCard*> m_cards;
  std::size_t m_shown = 0;
};

} // namespace glassbox
