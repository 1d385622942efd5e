// A bar of tabs, 32 px high, with room for small controls at its right end.
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QTabBar;

namespace glassbox {

class TabStrip : public QWidget {
  Q_OBJECT

 public:
  explicit TabStrip(QWidget* parent = nullptr);

  /// Replaces the tabs; the chosen index stays where it still exists.
  void setContent(const QStringList& tabs);
  /// Puts a control at the right end, after those already there.
  void addCorner(QWidget* widget);

  int current() const;
  void setCurrent(int index);
  QTabBar* bar() const { return m_bar; }

 signals:
  void currentChanged(int index);

 protected:
  void showEvent(QShowEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QTabBar* m_bar;
  QHBoxLayout* m_row;
};

} // namespace glassbox
