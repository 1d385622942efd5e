// What stands on the pages of all lessons, as they show it in one language, and where a word is in it.
#pragma once

#include "engine/lesson/lesson.h"

#include <QString>

#include <optional>
#include <vector>

namespace glassbox {

/// A place where the words were found.
struct LessonHit {
  const Lesson* lesson = nullptr;
  int piece = -1;   ///< of the page's running text (`searchedPieces`); -1: the title
  int line = 0;     ///< paragraph of the piece
  int at = 0;       ///< first character in `text`
  QString heading{}; ///< of the section it is in; the lesson's title before the first
  QString text{};    ///< the paragraph, formulas in words
};

/// The blocks of a page that are searched, in its order: hints and revelations are not, they are for later.
std::vector<const PageBlock*> searchedPieces(const Page& page);

/// Reads a lesson's page when it is first asked about it.
class LessonIndex {
 public:
  /// The lessons must outlive the index, or be replaced.
  void setContent(std::vector<const Lesson*> lessons, Language language);
  /// In the order of the lessons and their pages; upper and lower case are the same. Empty words are nowhere.
  std::vector<LessonHit> find(const QString& words, std::size_t most) const;

 private:
  struct Line {
    int piece, line;
    QString heading, text;
  };
  struct Entry {
    const Lesson* lesson;
    mutable std::optional<std::vector<Line>> lines;
  };
  const std::vector<Line>& linesOf(const Entry& entry) const;

  std::vector<Entry> m_entries;
  Language m_language = Language::English;
};

} // namespace glassbox
