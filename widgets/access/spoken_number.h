// Numbers as a voice reads them: what the eye needs between digits parts a number in two when it is read aloud.
#pragma once

#include <QString>

namespace glassbox {

/// `text` with the numbers of number_format.h made ready for a voice: no thin spaces between digits (a voice reads "12 000" as twelve
/// and nothing), no spaces without a break, and powers of ten in words, since raised digits are left out or read as plain ones.
QString spokenNumbers(QString text);

} // namespace glassbox
