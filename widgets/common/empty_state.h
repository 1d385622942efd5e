// What stands where nothing is yet: an icon, one sentence, and one button that changes it.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace glassbox {

struct EmptyStateContent {
  QString icon{}; // a name of icons.h
  QString sentence{};
  QString button{}; // empty: no button
};

class EmptyState : public QWidget {
  Q_OBJECT

 public:
  explicit EmptyState(QWidget* parent = nullptr);
  void setContent(const EmptyStateContent& content);

 signals:
  void triggered();

 private:
  void redrawIcon();

  EmptyStateContent m_content;
  QLabel* m_icon;
  QLabel* m_sentence;
  QPushButton* m_button;
};

} // namespace glassbox
