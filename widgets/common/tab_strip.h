// A bar of tabs, 32 px high, with room for small controls at its right end.
#pragma once

#include <QIcon>
#include <QStringList>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QTabBar;

namespace glassbox {

class TabStrip : public QWidget {
  Q_OBJECT

 public:
  /// Where the last of several tabs stands.
  enum class LastTab { WithTheOthers, AtTheEnd };
  explicit TabStrip(QWidget* parent = nullptr, LastTab lastTab = LastTab::WithTheOthers);

  /// Replaces the tabs; the chosen index stays where it still exists.
  void setContent(const QStringList& tabs);
  /// What stands for the tabs where there is no room for words; by name, as icon() knows them.
  void setIcons(const QStringList& names);
  void setTabShown(int index, bool shown);
  /// Folded: the pages of the tabs are away, so none of them looks chosen, and the corner with their controls is away too.
  void setFolded(bool folded);
  /// Puts a control at the right end, after those already there.
  void addCorner(QWidget* widget);

  int current() const;
  void setCurrent(int index);
  QTabBar* bar() const { return m_bar; }

  struct Tab {
    QString name, icon;
    bool shown;
  };
  /// What a short form of this strip needs to know, such as the rail of a folded dock.
  std::vector<Tab> tabs() const;

 signals:
  void currentChanged(int index);
  /// Names, icons, or which of them are shown.
  void tabsChanged();

 protected:
  void showEvent(QShowEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QTabBar* m_bar;
  QHBoxLayout* m_row;
  QWidget* m_corner;
  QStringList m_icons;
};

} // namespace glassbox
