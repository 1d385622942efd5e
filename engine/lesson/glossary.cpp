#include "engine/lesson/glossary.h"

#include <algorithm>

#include "engine/io/atomic_file.h"
#include "engine/io/json_reader.h"

namespace glassbox {
namespace {

constexpr std::int64_t kMaxBytes = 1 << 20;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// The term as whole words, also with a plural s.
bool uses(const std::string& text, const std::string& term) {
  for (std::size_t at = text.find(term); at != std::string::npos; at = text.find(term, at + 1)) {
    std::size_t end = at + term.size();
    if (end < text.size() && text[end] == 's') ++end;
    if ((at == 0 || !isLetter(text[at - 1])) && (end >= text.size() || !isLetter(text[end]))) return true;
  }
  return false;
}

}  // namespace

Result<Glossary> loadGlossary(const std::filesystem::path& path) {
  const Result<std::string> bytes = readWholeFile(path, kMaxBytes);
  if (!bytes) return bytes.error();
  const Result<JsonDocument> document = parseJson(*bytes, {path.filename().string()});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  Glossary glossary;
  from.require("terms");
  if (const auto terms = from.array("terms"))
    terms->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      JsonReader term(item, faults);
      GlossaryTerm& last = glossary.emplace_back();
      last.english = term.text("en");
      last.chinese = term.text("zh_CN");
      last.everyday = term.flag("everyday", false);
      if (const auto never = term.array("never"))
        never->forEach([&](JsonValue word) { last.never.push_back(JsonReader::textOf(word, "never", faults)); });
      term.finish();
    });
  from.finish();
  if (!faults.ok()) return faults.first();
  return glossary;
}

std::vector<Text> checkTerms(const Glossary& glossary, std::string_view english, std::string_view chinese) {
  std::vector<Text> found;
  const std::string text = lowered(english);
  for (const GlossaryTerm& term : glossary) {
    const std::string word = term.chinese.substr(0, term.chinese.find("（"));
    if (!term.everyday && uses(text, lowered(term.english)) && chinese.find(word) == std::string_view::npos)
      found.push_back(GB_TEXT("engine", "The English page speaks of \"%1\"; the Chinese page never says %2.").arg(term.english).arg(word));
    for (const std::string& never : term.never)
      if (chinese.find(never) != std::string_view::npos)
        found.push_back(GB_TEXT("engine", "The Chinese page says %1; the glossary's word for \"%2\" is %3.").arg(never).arg(term.english).arg(word));
  }
  return found;
}

}  // namespace glassbox
