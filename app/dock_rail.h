// What is left of a folded dock: a column of the icons of its tabs, 40 px wide.
#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace glassbox {

class KeyButton;
class TabStrip;

class DockRail : public QWidget {
  Q_OBJECT

 public:
  /// Follows the names, icons and visibility of `tabs`.
  DockRail(TabStrip* tabs, QWidget* parent);

  /// The tab whose page lies open beside the rail; -1: none.
  void setOpen(int index);
  void focusTab(int index);

 signals:
  void chosen(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void follow();
  void applySizes();
  KeyButton* makeButton(int index);

  TabStrip* m_tabs;
  QVBoxLayout* m_column;
  std::vector<KeyButton*> m_buttons;
  int m_open = -1;
};

} // namespace glassbox
