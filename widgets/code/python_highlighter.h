// Python in the theme's colours.
#pragma once

#include <QSyntaxHighlighter>

namespace glassbox {

class PythonHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  explicit PythonHighlighter(QTextDocument* document);

 protected:
  void highlightBlock(const QString& text) override;
};

} // namespace glassbox
