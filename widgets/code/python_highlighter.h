// Python in the theme's colours.
#pragma once

#include "widgets/code/python_tokens.h"
#include "widgets/common/theme.h"

#include <QSyntaxHighlighter>

namespace glassbox {

/// How a word is written on a ground of these two colours.
QTextCharFormat pythonFormat(PythonToken::Kind kind, ColorRole ground, ColorRole lit);

class PythonHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  explicit PythonHighlighter(QTextDocument* document);

 protected:
  void highlightBlock(const QString& text) override;
};

} // namespace glassbox
