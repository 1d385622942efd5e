// A lesson's text in one language: Markdown cut into marked blocks (goal, task, hint, ...), read strictly.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace glassbox {

enum class Language { English, Chinese };
inline constexpr std::array kLanguages{Language::English, Language::Chinese};

/// "en", "zh_CN": the page's file name without .md.
const char* key(Language language);

enum class BlockKind { Text, Goal, Task, Hint, Question, Reveal, Misconception, Summary, TakeHome };

/// The word behind ::: that begins a block ("task"); empty for Text.
const char* key(BlockKind kind);

struct PageChoice {
  std::string key, text;
  bool operator==(const PageChoice&) const = default;
};

struct PageBlock {
  BlockKind kind = BlockKind::Text;
  std::string id;         ///< of Task, Hint, Question, Reveal: which one
  std::string title;      ///< of Task
  int grade = 0;          ///< of Hint: 1 where to look, 2 which idea, 3 what to do
  std::string variant{};  ///< of Hint: which of its grade; empty: the general one
  std::string markdown;   ///< without the marks and, in a Question, without the choices
  std::vector<PageChoice> choices;
  std::string place;      ///< "en.md:12:1"
};

struct Page {
  std::string title;
  std::vector<PageBlock> blocks;  ///< in the order of the page
  struct Picture {
    std::string file, place;
  };
  std::vector<Picture> pictures;
  int formulas = 0;
  std::string plain;  ///< the running text without marks, formulas and code: for counting words and looking for terms
  std::string variants{};  ///< the same of hints that are given in place of others: nobody reads them all

  const PageBlock* find(BlockKind kind, std::string_view id = {}, int grade = 0, std::string_view variant = {}) const;
};

/// Reads a page. `name` is what its places are called ("en.md"). Refused are raw HTML (a `<` outside code that is not
/// escaped), footnotes, formulas that do not close on their line or use unknown commands, pictures without words for
/// those who cannot see them, links other than lab: and https:, unknown or open blocks, hidden direction marks.
Result<Page> parsePage(std::string_view text, const std::string& name);

/// Whether a text begins with U+061C, U+200E, U+200F, U+202A to U+202E or U+2066 to U+2069: they can make it look like another one.
bool isDirectionMark(std::string_view at);

/// A file beside the lesson: letters, digits, - and _, then .svg. So no path can lead out of the folder.
bool isPictureName(std::string_view text);

/// What a `lab:` link may do: "run", "step", "reset", ...
std::span<const std::string_view> labLinks();

/// The first thing in a TeX formula that the lab cannot draw: its byte offset and a sentence.
struct FormulaFault {
  std::size_t offset = 0;
  Text what;
};
std::optional<FormulaFault> checkFormula(std::string_view tex);

/// Words of a plain text; in Chinese 8 characters count as 5 words.
int countWords(std::string_view plain);

}  // namespace glassbox
