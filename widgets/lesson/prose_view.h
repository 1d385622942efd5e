// A piece of a lesson's text, as tall as its text is: typeset Markdown with formulas, pictures and links.
#pragma once

#include "widgets/lesson/lesson_markdown.h"

#include <QTextBrowser>

#include <filesystem>
#include <map>
#include <memory>

class QSvgRenderer;

namespace glassbox {

struct ProseContent {
  QString markdown{};
  std::filesystem::path folder{}; ///< where its pictures lie
  ProseStyle style{};
};

class ProseView : public QTextBrowser {
  Q_OBJECT

 public:
  explicit ProseView(QWidget* parent = nullptr);
  ~ProseView() override;

  void setContent(const ProseContent& content);
  /// Typesets it anew at this zoom.
  void setZoom(double zoom);
  /// Marks every place of these words, whatever their case; and the whole paragraph `line` where they stand in it only with a formula
  /// between. Empty: nothing is marked.
  void mark(const QString& words, int line = -1);
  /// Top of paragraph `line`, in its own coordinates.
  int topOf(int line) const;
  /// Top of the n-th heading of level 2 in this piece, in its own coordinates.
  std::vector<int> headings() const;

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// "lab:run" or "https://…"
  void linkClicked(const QString& link);

 protected:
  QMimeData* createMimeDataFromSelection() const override;
  QVariant loadResource(int type, const QUrl& name) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void typeset();
  void showMarks();
  QSvgRenderer* picture(const QString& name);

  ProseContent m_content;
  QString m_marked;
  int m_markedLine = -1;
  std::map<QString, std::unique_ptr<QSvgRenderer>> m_pictures;
  mutable std::unique_ptr<QTextDocument> m_measure; // a copy laid out at another width
  mutable std::map<int, int> m_heights;
};

} // namespace glassbox
