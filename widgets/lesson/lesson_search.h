// The field that searches all lessons, and what it found: lesson, section, and the line with the words in it.
#pragma once

#include "widgets/lesson/lesson_index.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace glassbox {

class LessonSearch : public QWidget {
  Q_OBJECT

 public:
  explicit LessonSearch(QWidget* parent = nullptr);

  /// The lessons must outlive their being searched.
  void setContent(std::vector<const Lesson*> lessons, Language language);
  /// What is searched for; empty: nothing, and there are no results to show.
  QString words() const;
  QLineEdit* field() const { return m_field; }
  QListWidget* results() const { return m_results; }
  const std::vector<LessonHit>& hits() const { return m_hits; }

 signals:
  /// Whether there is a search.
  void activeChanged(bool active);
  /// A click on a result, or Enter.
  void hitChosen(const glassbox::LessonHit& hit);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void search();
  void setTexts();

  LessonIndex m_index;
  std::vector<LessonHit> m_hits;
  QLineEdit* m_field;
  QLabel* m_count;
  QListWidget* m_results;
};

} // namespace glassbox
