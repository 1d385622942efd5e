// A block of a lesson's Markdown as a typeset document: formulas put back as objects, margins, headings, pictures, code.
#pragma once

#include "engine/lesson/page.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>

class QTextDocument;

namespace glassbox {

struct ProseStyle {
  Language language = Language::English;
  bool small = false; ///< 12 px, for hints
  double zoom = 1;    ///< of all of it: text, formulas, tables, pictures
};

/// Replaces what is in `document`. Its images are asked of the document's resources by the names in the text.
void setLessonMarkdown(QTextDocument& document, const QString& markdown, const ProseStyle& style);

/// Fits the pictures of `document`, `zoom` times their own size, into `width` pixels; `sizeOf` gives a picture's own size by its name.
void fitPictures(QTextDocument& document, double width, double zoom, const std::function<QSizeF(const QString&)>& sizeOf);

/// Font families of prose: in Chinese the Chinese font comes first, or quotation marks and dashes come out half-width.
QStringList proseFamilies(Language language);

} // namespace glassbox
