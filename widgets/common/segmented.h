// A row of joined choices of which one is on, with its name before it: "Sample 1 | 2 | 3".
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QLabel;

namespace glassbox {

struct SegmentedContent {
  QString label{}; // may be empty
  QStringList choices{};
  int current = 0;
};

class Segmented : public QWidget {
  Q_OBJECT

 public:
  explicit Segmented(QWidget* parent = nullptr);

  void setContent(const SegmentedContent& content);
  int current() const;
  void setCurrent(int index);

 signals:
  /// Only for what the user chose.
  void chosen(int index);

 private:
  QLabel* m_label;
  QWidget* m_row;
  QButtonGroup* m_group;
  QStringList m_choices;
};

} // namespace glassbox
