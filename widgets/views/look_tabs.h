// The row of tabs over the pictures: those that fit, and a button whose menu holds the others.
#pragma once

#include <QStringList>
#include <QWidget>

namespace glassbox {

class KeyButton;
class TabStrip;

class LookTabs : public QWidget {
  Q_OBJECT

 public:
  explicit LookTabs(QWidget* parent = nullptr);

  void setContent(const QStringList& titles, const QStringList& tooltips);
  int current() const;
  void setCurrent(int index);
  /// Which of them stand in the menu.
  bool isInMenu(int index) const;
  KeyButton* menuButton() const { return m_more; }

  QSize minimumSizeHint() const override;

 signals:
  void currentChanged(int index);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fit();
  void openMenu();
  void nameButton();

  TabStrip* m_strip;
  KeyButton* m_more;
};

} // namespace glassbox
