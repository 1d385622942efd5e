// The sections of a lesson's page, by their headings, without building the page.
#pragma once

#include "engine/lesson/page.h"

#include <QStringList>

namespace glassbox {

/// The headings of level 2 in the running text, in order, formulas in words: the sections that the lesson's head counts.
QStringList sectionTitles(const Page& page);

/// The headings of level 2 in one block's Markdown.
QStringList sectionTitles(const std::string& markdown);

} // namespace glassbox
