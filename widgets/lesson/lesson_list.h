// The lessons that there are, block by block, with what the learner has done in each.
#pragma once

#include <QListWidget>

#include <vector>

namespace glassbox {

struct LessonRow {
  QString id{};
  QString block{}; ///< "A" to "F"
  int number = 0;
  QString title{}; ///< in the language in use
  int minutes = 0;
  int tasks = 0, done = 0;
  QString fault{}; ///< why it cannot be opened; empty: it can
  bool operator==(const LessonRow&) const = default;
};

struct BookmarkRow {
  QString lesson{}; ///< id
  int number = 0;
  int section = 1;
  QString title{};   ///< of the lesson
  QString heading{}; ///< of the section
  bool operator==(const BookmarkRow&) const = default;
};

class LessonList : public QListWidget {
  Q_OBJECT

 public:
  explicit LessonList(QWidget* parent = nullptr);

  /// In the order given; a heading stands before the first row of each block.
  void setContent(const std::vector<LessonRow>& rows);
  /// Over the lessons; none: no heading either.
  void setBookmarks(const std::vector<BookmarkRow>& bookmarks);
  /// The lesson that is open.
  void setCurrentLesson(const QString& id);

 signals:
  /// A click, or Enter on the current row.
  void lessonChosen(const QString& id);
  void bookmarkChosen(const QString& id, int section);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void fill();
  void addHeading(const QString& words);
  void choose(const QListWidgetItem* item);

  std::vector<LessonRow> m_rows;
  std::vector<BookmarkRow> m_bookmarks;
  QString m_current;
};

} // namespace glassbox
