#include "engine/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

#include "engine/text/byte_pairs.h"
#include "engine/text/unicode.h"
#include "engine/text/utf8.h"

namespace glassbox {
namespace {

Error notUtf8(std::size_t at) {
  return Error(GB_TEXT("engine", "The text is not UTF-8: byte %1 does not fit.").arg(at + 1), {}, GB_TEXT("engine", "Save it as UTF-8."));
}

Text whereIn(std::string_view text, std::size_t at) {
  const std::string place = linePlace(text, at);
  const std::size_t colon = place.find(':');
  return GB_TEXT("engine", "line %1, column %2").arg(place.substr(0, colon)).arg(place.substr(colon + 1));
}

/// Fails for an empty list, an empty or double name, and bytes that are no text.
Result<void> checkNames(const std::vector<std::string>& names) {
  if (names.empty()) return Error(GB_TEXT("engine", "The vocabulary is empty."));
  if (names.size() > kMaxVocabulary)
    return Error(GB_TEXT("engine", "The vocabulary has %1 tokens; %2 is the most.").arg(names.size()).arg(kMaxVocabulary));
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) return Error(GB_TEXT("engine", "Token %1 of the vocabulary is empty.").arg(i));
    if (findBadUtf8(names[i]) != std::string_view::npos) return Error(GB_TEXT("engine", "Token %1 of the vocabulary is not UTF-8.").arg(i));
    const auto [at, fresh] = seen.emplace(names[i], i);
    if (!fresh) return Error(GB_TEXT("engine", "The tokens %1 and %2 of the vocabulary are the same.").arg(at->second).arg(i));
  }
  return {};
}

class CharacterTokenizer : public Tokenizer {
 public:
  explicit CharacterTokenizer(std::vector<std::string> names) : m_names(std::move(names)) {
    m_ascii.fill(-1);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
      const char32_t code = characterAt(m_names[i], 0).code;
      if (code < m_ascii.size())
        m_ascii[code] = static_cast<TokenId>(i);
      else
        m_others.emplace(code, static_cast<TokenId>(i));
    }
  }

  std::string_view kind() const override { return "characters"; }
  std::int64_t size() const override { return static_cast<std::int64_t>(m_names.size()); }
  std::string_view bytes(TokenId token) const override { return name(token); }
  const std::string& name(TokenId token) const override { return m_names[static_cast<std::size_t>(token)]; }

  Result<std::vector<TokenId>> encode(std::string_view text) const override {
    if (const std::size_t bad = findBadUtf8(text); bad != std::string_view::npos) return notUtf8(bad);
    std::vector<TokenId> out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      const Character next = characterAt(text, at);
      const TokenId token = find(next.code);
      if (token < 0)
        return Error(GB_TEXT("engine", "The character %1 at %2 is not one of the %3 characters of the vocabulary.")
                         .arg(characterName(next.code))
                         .arg(whereIn(text, at))
                         .arg(size()),
                     {}, GB_TEXT("engine", "Leave it out, or train with a text that has it."));
      out.push_back(token);
      at += next.bytes;
    }
    return out;
  }

 private:
  TokenId find(char32_t code) const {
    if (code < m_ascii.size()) return m_ascii[code];
    const auto at = m_others.find(code);
    return at == m_others.end() ? -1 : at->second;
  }

  std::vector<std::string> m_names;
  std::array<TokenId, 128> m_ascii{};
  std::unordered_map<char32_t, TokenId> m_others;
};

class WordTokenizer : public Tokenizer {
 public:
  explicit WordTokenizer(std::vector<std::string> names) : m_names(std::move(names)) {
    for (std::size_t i = 0; i < m_names.size(); ++i) {
      m_spelled.push_back(m_names[i] + " ");
      m_ids.emplace(m_names[i], static_cast<TokenId>(i));
    }
  }

  std::string_view kind() const override { return "words"; }
  std::int64_t size() const override { return static_cast<std::int64_t>(m_names.size()); }
  std::string_view bytes(TokenId token) const override { return m_spelled[static_cast<std::size_t>(token)]; }
  const std::string& name(TokenId token) const override { return m_names[static_cast<std::size_t>(token)]; }

  Result<std::vector<TokenId>> encode(std::string_view text) const override {
    if (const std::size_t bad = findBadUtf8(text); bad != std::string_view::npos) return notUtf8(bad);
    std::vector<TokenId> out;
    for (std::size_t at = 0; at < text.size();) {
      const Character next = characterAt(text, at);
      if (characterClass(next.code) == CharacterClass::Space) {
        at += next.bytes;
        continue;
      }
      std::size_t end = at;
      while (end < text.size()) {
        const Character inside = characterAt(text, end);
        if (characterClass(inside.code) == CharacterClass::Space) break;
        end += inside.bytes;
      }
      const auto found = m_ids.find(std::string(text.substr(at, end - at)));
      if (found == m_ids.end())
        return Error(GB_TEXT("engine", "The word \"%1\" at %2 is not one of the %3 words of the vocabulary.")
                         .arg(withoutCutCharacter(text.substr(at, std::min<std::size_t>(end - at, 60))))
                         .arg(whereIn(text, at))
                         .arg(size()),
                     {}, GB_TEXT("engine", "Write it as the vocabulary does, with spaces between the words."));
      out.push_back(found->second);
      at = end;
    }
    return out;
  }

 private:
  std::vector<std::string> m_names, m_spelled;
  std::unordered_map<std::string, TokenId> m_ids;
};

} // namespace

std::string Tokenizer::decode(std::span<const TokenId> tokens) const {
  std::string out;
  for (TokenId token : tokens) {
    assert(token >= 0 && token < size());
    out += bytes(token);
  }
  return out;
}

std::vector<std::string> Tokenizer::names() const {
  std::vector<std::string> out;
  out.reserve(static_cast<std::size_t>(size()));
  for (TokenId token = 0; token < size(); ++token) out.push_back(name(token));
  return out;
}

TokenizerPtr charactersOf(std::string_view text) {
  std::vector<bool> seen(0x110000);
  for (std::size_t at = 0; at < text.size();) {
    const Character next = characterAt(text, at);
    seen[next.code] = true;
    at += next.bytes;
  }
  std::vector<std::string> names;
  for (char32_t code = 0; code < seen.size(); ++code)
    if (seen[code]) names.push_back(utf8Of(code));
  assert(!names.empty());
  return std::make_shared<CharacterTokenizer>(std::move(names));
}

Result<TokenizerPtr> makeCharacterTokenizer(std::vector<std::string> characters) {
  if (Result<void> fine = checkNames(characters); !fine) return fine.error();
  for (std::size_t i = 0; i < characters.size(); ++i)
    if (characterAt(characters[i], 0).bytes != characters[i].size())
      return Error(GB_TEXT("engine", "Token %1 of the vocabulary is \"%2\", and should be one character.")
                       .arg(i)
                       .arg(withoutCutCharacter(std::string_view(characters[i]).substr(0, 60))));
  return TokenizerPtr(std::make_shared<CharacterTokenizer>(std::move(characters)));
}

Result<TokenizerPtr> makeWordTokenizer(std::vector<std::string> words) {
  if (Result<void> fine = checkNames(words); !fine) return fine.error();
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t at = 0; at < words[i].size();) {
      const Character next = characterAt(words[i], at);
      if (characterClass(next.code) == CharacterClass::Space)
        return Error(GB_TEXT("engine", "Token %1 of the vocabulary is \"%2\", and a word holds no white space.")
                         .arg(i)
                         .arg(withoutCutCharacter(std::string_view(words[i]).substr(0, 60))));
      at += next.bytes;
    }
  return TokenizerPtr(std::make_shared<WordTokenizer>(std::move(words)));
}

Result<TokenizerPtr> makeTokenizer(std::string_view kind, std::vector<std::string> names, const std::vector<std::string>& merges) {
  if (kind != "gpt2" && !merges.empty())
    return Error(GB_TEXT("engine", "A vocabulary of the kind \"%1\" has no merges.").arg(kind.substr(0, 40)));
  if (kind == "characters") return makeCharacterTokenizer(std::move(names));
  if (kind == "words") return makeWordTokenizer(std::move(names));
  if (kind == "gpt2") {
    if (Result<void> fine = checkNames(names); !fine) return fine.error();
    return makeBytePairs(std::move(names), merges);
  }
  return Error(
      GB_TEXT("engine", "There is no kind of vocabulary \"%1\"; known are %2.").arg(kind.substr(0, 40)).arg("characters, words, gpt2"));
}

} // namespace glassbox
