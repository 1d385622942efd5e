// Reads the two files of a byte-pair vocabulary, strictly: each fault is one sentence with line and column.
#include <algorithm>
#include <unordered_map>

#include "engine/text/byte_pairs.h"
#include "engine/text/unicode.h"
#include "engine/text/utf8.h"

namespace glassbox {
namespace {

constexpr std::size_t kMaxName = 1000; // bytes of one token

std::string shown(std::string_view words) { return std::string(withoutCutCharacter(words.substr(0, 60))); }

/// What the two files share: text in UTF-8, without a mark in front.
Result<void> checkBytes(std::string_view text, const std::string& place) {
  if (text.empty()) return Error(GB_TEXT("engine", "The file is empty."), place, GB_TEXT("engine", "Get the file again."));
  if (text.starts_with("\xEF\xBB\xBF"))
    return Error(GB_TEXT("engine", "The file begins with a byte order mark, which does not belong there."), place + ":1:1",
                 GB_TEXT("engine", "Save it as UTF-8 without it."));
  if (const std::size_t bad = findBadUtf8(text); bad != std::string_view::npos)
    return Error(GB_TEXT("engine", "The file is not UTF-8: byte %1 does not fit.").arg(bad + 1), place,
                 GB_TEXT("engine", "Get the file again."));
  return {};
}

/// The vocabulary as JSON: one object of words and whole numbers, which needs no more than this.
class VocabularyReader {
 public:
  VocabularyReader(std::string_view text, const std::string& place) : m_text(text), m_place(place) {}

  Result<std::vector<std::string>> read() {
    skipSpace();
    if (!take('{'))
      return fault(GB_TEXT("engine", "The file should begin with {: a vocabulary is a JSON object of tokens and their numbers."));
    skipSpace();
    if (!take('}')) {
      do {
        skipSpace();
        if (!readEntry()) return *m_fault;
        skipSpace();
      } while (take(','));
      if (!take('}'))
        return fault(m_at >= m_text.size() ? GB_TEXT("engine", "The file ends within the vocabulary.")
                                           : GB_TEXT("engine", "A comma or } should stand here."));
    }
    skipSpace();
    if (m_at < m_text.size()) return fault(GB_TEXT("engine", "Something stands behind the end of the vocabulary."));
    return inOrder();
  }

 private:
  struct Entry {
    std::string name;
    std::int64_t id;
    std::size_t at;
  };

  Error fault(Text what, std::size_t at) {
    m_fault = Error(std::move(what), m_place + ":" + linePlace(m_text, at), GB_TEXT("engine", "Get the file again."));
    return *m_fault;
  }
  Error fault(Text what) { return fault(std::move(what), m_at); }

  void skipSpace() {
    while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t')) ++m_at;
  }
  bool take(char c) {
    if (m_at >= m_text.size() || m_text[m_at] != c) return false;
    ++m_at;
    return true;
  }

  /// Four hex digits.
  bool readHex(char32_t& value) {
    value = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
      const char c = m_at < m_text.size() ? m_text[m_at] : '\0';
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) return false;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    return true;
  }

  /// Behind a backslash.
  bool readEscape(std::string& out) {
    const char c = m_at < m_text.size() ? m_text[m_at++] : '\0';
    switch (c) {
    case '"':
    case '\\':
    case '/':
      out += c;
      return true;
    case 'b':
      out += '\b';
      return true;
    case 'f':
      out += '\f';
      return true;
    case 'n':
      out += '\n';
      return true;
    case 'r':
      out += '\r';
      return true;
    case 't':
      out += '\t';
      return true;
    case 'u':
      break;
    default:
      return false;
    }
    char32_t code = 0, low = 0;
    if (!readHex(code)) return false;
    if (code >= 0xDC00 && code < 0xE000) return false;
    if (code >= 0xD800 && code < 0xDC00) { // the first half of a pair
      if (!take('\\') || !take('u') || !readHex(low) || low < 0xDC00 || low >= 0xE000) return false;
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    out += utf8Of(code);
    return true;
  }

  bool readName(std::string& out) {
    const std::size_t begin = m_at;
    if (!take('"'))
      return fault(m_at >= m_text.size() ? GB_TEXT("engine", "The file ends within the vocabulary.")
                                         : GB_TEXT("engine", "A token in quotes should stand here.")),
             false;
    while (m_at < m_text.size() && m_text[m_at] != '"') {
      const auto c = static_cast<unsigned char>(m_text[m_at]);
      if (c < 0x20) return fault(GB_TEXT("engine", "A control character stands within quotes.")), false;
      ++m_at;
      if (c != '\\')
        out += static_cast<char>(c);
      else if (!readEscape(out))
        return fault(GB_TEXT("engine", "A backslash is followed here by something that JSON does not know."),
                     std::min(m_at, m_text.size())),
               false;
      if (out.size() > kMaxName) return fault(GB_TEXT("engine", "A token is longer than %1 bytes.").arg(kMaxName), begin), false;
    }
    if (!take('"')) return fault(GB_TEXT("engine", "The quotes that begin here do not close."), begin), false;
    if (out.empty()) return fault(GB_TEXT("engine", "A token is empty."), begin), false;
    return true;
  }

  bool readId(std::int64_t& id) {
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9') {
      id = id * 10 + (m_text[m_at++] - '0');
      if (id >= static_cast<std::int64_t>(kMaxVocabulary))
        return fault(GB_TEXT("engine", "A token's number is too large; %1 tokens are the most.").arg(kMaxVocabulary), begin), false;
    }
    const bool cut = m_at < m_text.size() && (m_text[m_at] == '.' || m_text[m_at] == 'e' || m_text[m_at] == 'E');
    if (m_at == begin && m_at >= m_text.size()) return fault(GB_TEXT("engine", "The file ends within the vocabulary.")), false;
    if (m_at == begin || cut || (m_text[begin] == '0' && m_at > begin + 1))
      return fault(GB_TEXT("engine", "A token's number should stand here: a whole number from 0 on."), begin), false;
    return true;
  }

  bool readEntry() {
    Entry entry{{}, 0, m_at};
    if (m_entries.size() >= kMaxVocabulary)
      return fault(GB_TEXT("engine", "The vocabulary has more than %1 tokens.").arg(kMaxVocabulary)), false;
    if (!readName(entry.name)) return false;
    skipSpace();
    if (!take(':'))
      return fault(m_at >= m_text.size() ? GB_TEXT("engine", "The file ends within the vocabulary.")
                                         : GB_TEXT("engine", "A colon should stand here.")),
             false;
    skipSpace();
    if (!readId(entry.id)) return false;
    m_entries.push_back(std::move(entry));
    return true;
  }

  Result<std::vector<std::string>> inOrder() {
    const std::size_t count = m_entries.size();
    if (count == 0) return fault(GB_TEXT("engine", "The vocabulary is empty."), 0);
    std::unordered_map<std::string_view, std::size_t> byName;
    constexpr std::size_t kNobody = ~std::size_t{0};
    std::vector<std::size_t> byId(count, kNobody);
    std::size_t beyond = kNobody;
    for (std::size_t i = 0; i < count; ++i) {
      const Entry& entry = m_entries[i];
      if (const auto [at, fresh] = byName.emplace(entry.name, i); !fresh)
        return fault(GB_TEXT("engine", "The token \"%1\" stands there twice, with the numbers %2 and %3.")
                         .arg(shown(entry.name))
                         .arg(m_entries[at->second].id)
                         .arg(entry.id),
                     entry.at);
      const auto id = static_cast<std::size_t>(entry.id);
      if (id >= count) {
        if (beyond == kNobody) beyond = i;
        continue;
      }
      if (byId[id] != kNobody)
        return fault(GB_TEXT("engine", "Two tokens have the number %1: \"%2\" and \"%3\".")
                         .arg(id)
                         .arg(shown(m_entries[byId[id]].name))
                         .arg(shown(entry.name)),
                     entry.at);
      byId[id] = i;
    }
    if (const auto hole = std::find(byId.begin(), byId.end(), kNobody); hole != byId.end())
      return fault(
          GB_TEXT("engine", "No token has the number %1, and \"%2\" has the number %3: the %4 tokens should be numbered from 0 to %5.")
              .arg(hole - byId.begin())
              .arg(shown(m_entries[beyond].name))
              .arg(m_entries[beyond].id)
              .arg(count)
              .arg(count - 1),
          m_entries[beyond].at);
    std::vector<std::string> names;
    names.reserve(count);
    for (const std::size_t i : byId) names.push_back(std::move(m_entries[i].name));
    return names;
  }

  std::string_view m_text;
  const std::string& m_place;
  std::size_t m_at = 0;
  std::vector<Entry> m_entries;
  std::optional<Error> m_fault;
};

} // namespace

Result<std::vector<std::string>> parseVocabularyFile(std::string_view text, const std::string& place) {
  if (Result<void> fine = checkBytes(text, place); !fine) return fine.error();
  return VocabularyReader(text, place).read();
}

Result<std::vector<std::string>> parseMergesFile(std::string_view text, const std::string& place, std::size_t& firstLine) {
  if (Result<void> fine = checkBytes(text, place); !fine) return fine.error();
  std::vector<std::string> merges;
  std::size_t line = 0;
  firstLine = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view words = text.substr(at, end - at);
    at = end + 1;
    ++line;
    if (words.ends_with('\r')) words.remove_suffix(1);
    if (line == 1 && words.starts_with("#version")) {
      firstLine = 2;
      continue;
    }
    const auto fault = [&](Text what) {
      return Error(std::move(what), place + ":" + std::to_string(line), GB_TEXT("engine", "Get the file again."));
    };
    if (words.empty()) return fault(GB_TEXT("engine", "Line %1 is empty; a merge should stand there.").arg(line));
    if (words.size() > 2 * kMaxName + 1) return fault(GB_TEXT("engine", "Line %1 is longer than a merge can be.").arg(line));
    const std::size_t space = words.find(' ');
    if (space == std::string_view::npos || space == 0 || space + 1 == words.size() || words.find(' ', space + 1) != std::string_view::npos)
      return fault(GB_TEXT("engine", "Line %1 is \"%2\", and should be two parts with one space between.").arg(line).arg(shown(words)));
    if (merges.size() >= kMaxVocabulary) return fault(GB_TEXT("engine", "There are more than %1 merges.").arg(kMaxVocabulary));
    merges.emplace_back(words);
  }
  if (merges.empty()) return Error(GB_TEXT("engine", "The file holds no merges."), place, GB_TEXT("engine", "Get the file again."));
  return merges;
}

} // namespace glassbox
