#include "engine/io/vocabulary.h"

#include <algorithm>

#include "engine/io/checkpoint.h"
#include "engine/io/json_reader.h"
#include "engine/io/json_writer.h"

namespace glassbox {
namespace {

constexpr const char* kNames = "names";

struct Saved {
  std::string kind;
  std::vector<std::string> tokens, merges;
};

std::vector<std::string> listOf(JsonReader& from, const char* key) {
  std::vector<std::string> out;
  if (const auto list = from.array(key)) {
    out.reserve(list->size());
    list->forEach([&](JsonValue item) {
      if (from.faults().ok()) out.push_back(JsonReader::textOf(item, key, from.faults()));
    });
  }
  return out;
}

Result<Saved> parse(std::string_view words, const std::string& place) {
  const Result<JsonDocument> document = parseJson(words, {place + ", vocabulary", true});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  Saved saved;
  saved.kind = from.text("kind");
  from.require("tokens");
  saved.tokens = listOf(from, "tokens");
  saved.merges = listOf(from, "merges");
  from.finish();
  if (!faults.ok()) return faults.first();
  return saved;
}

std::string shown(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (out.size() >= 40 && (static_cast<unsigned char>(c) & 0xC0) != 0x80) return out + "...";
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += "?";
    else
      out += c;
  }
  return out;
}

} // namespace

std::string vocabularyToJson(const Dataset& data) {
  if (data.vocabulary.empty()) return {};
  JsonWriter out;
  out.beginObject(JsonWriter::Form::Inline);
  out.text("kind", data.tokenizer ? data.tokenizer->kind() : kNames);
  out.key("tokens");
  out.beginArray();
  for (const std::string& name : data.vocabulary) out.text(name);
  out.end();
  if (const std::vector<std::string> merges = data.tokenizer ? data.tokenizer->merges() : std::vector<std::string>(); !merges.empty()) {
    out.key("merges");
    out.beginArray();
    for (const std::string& merge : merges) out.text(merge);
    out.end();
  }
  out.end();
  std::string text = out.take();
  text.pop_back();
  return text;
}

Result<TokenizerPtr> tokenizerFromJson(std::string_view words, const std::string& place) {
  Result<Saved> saved = parse(words, place);
  if (!saved) return saved.error();
  if (saved->kind == kNames) return TokenizerPtr();
  Result<TokenizerPtr> made = makeTokenizer(saved->kind, std::move(saved->tokens), saved->merges);
  if (!made) return Error(made.error().what, place + ", vocabulary", made.error().hint);
  return made;
}

Result<TokenizerPtr> tokenizerOf(const TensorFile& file, const std::string& place) {
  const auto words = file.metadata.find(kWeightsVocabulary);
  if (words == file.metadata.end()) return TokenizerPtr();
  return tokenizerFromJson(words->second, place);
}

Result<void> sameVocabulary(const std::string& ofWeights, const std::string& ofData, const std::string& place) {
  if (ofWeights == ofData) return {};
  const Result<Saved> theirs = parse(ofWeights, place), ours = parse(ofData, place);
  if (!theirs) return theirs.error();
  if (!ours) return ours.error();
  const Text hint = GB_TEXT("engine", "Use the weights that were trained for this project and these data.");
  if (theirs->kind != ours->kind)
    return Error(
        GB_TEXT("engine", "These weights were trained with a vocabulary of the kind \"%1\", and the data have one of the kind \"%2\".")
            .arg(shown(theirs->kind))
            .arg(shown(ours->kind)),
        place, hint);
  if (theirs->tokens.size() != ours->tokens.size())
    return Error(GB_TEXT("engine", "These weights were trained with a vocabulary of %1 tokens, and the data have %2.")
                     .arg(theirs->tokens.size())
                     .arg(ours->tokens.size()),
                 place, hint);
  const auto [a, b] = std::mismatch(theirs->tokens.begin(), theirs->tokens.end(), ours->tokens.begin());
  if (a != theirs->tokens.end())
    return Error(GB_TEXT("engine", "These weights were trained with another vocabulary: token %1 is \"%2\" there and \"%3\" in the data.")
                     .arg(a - theirs->tokens.begin())
                     .arg(shown(*a))
                     .arg(shown(*b)),
                 place, hint);
  if (theirs->merges != ours->merges)
    return Error(GB_TEXT("engine", "These weights were trained with the same tokens, but their merges differ from those of the data."),
                 place, hint);
  return {}; // written otherwise, but the same
}

} // namespace glassbox
