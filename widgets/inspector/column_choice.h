// Which columns of a table are inputs: a list with a check box for each.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QListWidget;

namespace glassbox {

class SectionLabel;

struct ColumnChoiceContent {
  std::vector<std::string> names;
  std::vector<std::size_t> out;  ///< not inputs
  std::size_t target = 0;        ///< never an input: it does not stand in the list
  QString lockedBecause;         ///< empty: free
  bool operator==(const ColumnChoiceContent&) const = default;
};

/// Holds no value of its own: it shows what it is given and reports what the user sets.
class ColumnChoice : public QWidget {
  Q_OBJECT

 public:
  explicit ColumnChoice(QWidget* parent = nullptr);
  void setContent(const ColumnChoiceContent& content);
  QListWidget* list() const { return m_list; }

 signals:
  /// The columns that are to be left out now.
  void changed(const std::vector<std::size_t>& out);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();

  ColumnChoiceContent m_content;
  SectionLabel* m_label;
  QListWidget* m_list;
};

} // namespace glassbox
