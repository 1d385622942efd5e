// Above the list of lessons: whose progress it is, how far they are, and the way to the report.
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace glassbox {

class ElidedLabel;

struct LearnerHeadContent {
  QString learner{};  ///< a nickname; empty: none was given
  int passed = 0, tasks = 0;
  double seconds = 0;
  QString fault{};    ///< what is wrong with the file of their progress; empty: nothing
  bool operator==(const LearnerHeadContent&) const = default;
};

class LearnerHead : public QWidget {
  Q_OBJECT

 public:
  explicit LearnerHead(QWidget* parent = nullptr);

  void setContent(const LearnerHeadContent& content);
  /// What the name opens; belongs to the caller.
  void setMenu(QMenu* menu);
  QPushButton* nameButton() const { return m_name; }
  QPushButton* reportButton() const { return m_report; }
  const QString& fault() const { return m_content.fault; }

 signals:
  void reportRequested();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void setTexts();
  void fitName();

  LearnerHeadContent m_content;
  QPushButton* m_name;
  QPushButton* m_report;
  ElidedLabel* m_figures;
  QLabel* m_fault;
};

} // namespace glassbox
