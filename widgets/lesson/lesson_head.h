// The head of a lesson's page: where it stands in the course, the section that is read, and a bar of progress.
#pragma once

#include <QString>
#include <QWidget>

namespace glassbox {

class KeyButton;

struct LessonHeadContent {
  QString block{}; ///< "A"
  int number = 0;
  int lessons = 0; ///< of the whole course; 0: not said
  int section = 1, sections = 1;
  bool bookmarked = false; ///< the section
  bool operator==(const LessonHeadContent&) const = default;
};

/// "From a line to a neuron" for "A"; empty for an unknown block.
QString blockTitle(const QString& block);

class LessonHead : public QWidget {
  Q_OBJECT

 public:
  explicit LessonHead(QWidget* parent = nullptr);
  void setContent(const LessonHeadContent& content);
  const LessonHeadContent& content() const { return m_content; }
  QSize sizeHint() const override;
  KeyButton* bookmarkButton() const { return m_bookmark; }

 signals:
  /// The section's bookmark is to be set, or removed.
  void bookmarkAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void showBookmark();

  LessonHeadContent m_content;
  KeyButton* m_bookmark;
};

} // namespace glassbox
