// One term everywhere: the words of both languages that belong together, and what a page does against them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace glassbox {

struct GlossaryTerm {
  std::string english, chinese;    ///< chinese: "轮（epoch）" counts as used with or without its brackets
  std::vector<std::string> never;  ///< Chinese words that must not stand for it
  bool everyday = false;           ///< also an English word of every day ("step", "run"): its use proves nothing
};
using Glossary = std::vector<GlossaryTerm>;

/// Reads glossary.json, strictly.
Result<Glossary> loadGlossary(const std::filesystem::path& path);

/// Faults of two pages that say the same: an English page uses a term and the Chinese one does not use its own; the
/// Chinese page has a word that it never should. Both are plain texts.
std::vector<Text> checkTerms(const Glossary& glossary, std::string_view english, std::string_view chinese);

}  // namespace glassbox
