#include "engine/io/json_value.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include <nlohmann/json.hpp>

namespace glassbox {
namespace {

using Json = nlohmann::json;

std::size_t valuesAllowed(std::size_t bytes) { return 4'000'000 + bytes / 8; }

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool isNumberPart(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::uint64_t keyHash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return hash;
}

/// Behind the closing quote of the string that begins at `begin`; the end of the text when it is open.
std::size_t endOfString(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

/// At most 40 characters of `text`, for a sentence.
std::string shortened(std::string_view text) {
  std::size_t end = std::min<std::size_t>(text.size(), 40);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + (end < text.size() ? "..." : "");
}

struct Fault {
  std::size_t offset = 0;
  Text what;
  Text hint;
};

Fault endsEarly(std::size_t size) {
  return {size, GB_TEXT("engine", "The text ends before it is complete."),
          GB_TEXT("engine", "The file may have been cut off; use another copy.")};
}

/// What can be said of a text before its structure is read.
std::optional<Fault> lookAtBytes(std::string_view text) {
  const Text asUtf8 = GB_TEXT("engine", "Save it again as UTF-8 text.");
  if (text.size() >= std::numeric_limits<std::uint32_t>::max())
    return Fault{0, GB_TEXT("engine", "The text is %1 bytes long: that is more than can be read.").arg(text.size()), {}};
  if (text.starts_with("\xEF\xBB\xBF"))
    return Fault{0, GB_TEXT("engine", "The file begins with a byte order mark, which does not belong here."),
                 GB_TEXT("engine", "Save it as UTF-8 without BOM.")};
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || (text.size() > 1 && (text[0] == '\0') != (text[1] == '\0')))
    return Fault{0, GB_TEXT("engine", "The file is UTF-16 text; UTF-8 is needed."), asUtf8};
  if (std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return Fault{zero, GB_TEXT("engine", "A zero byte stands here, so this is not a text."),
                 GB_TEXT("engine", "Use another copy of the file.")};
  if (std::optional<std::size_t> bad = badUtf8(text)) return Fault{*bad, GB_TEXT("engine", "The bytes here are not UTF-8 text."), asUtf8};

  const std::size_t first = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isSpace) - text.begin());
  if (first == text.size()) return Fault{0, GB_TEXT("engine", "The file is empty."), {}};
  if (text[first] == '<')
    return Fault{first, GB_TEXT("engine", "This is a web page, not the file itself."), GB_TEXT("engine", "Download the file again.")};
  return std::nullopt;
}

}  // namespace

/// Takes the events of the parser and builds the nodes. The parser tells no positions, so the builder walks over the same
/// bytes beside it: from the end of the last token over blanks, commas and colons to the next.
class JsonBuilder {
 public:
  JsonBuilder(std::string_view text, std::vector<JsonDocument::Node>& nodes) : m_text(text), m_nodes(nodes) {
    // Each value but the first has one of these signs before it: room for all at once, and none is moved.
    const auto signs = std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == ':' || c == '[' || c == '{'; });
    m_nodes.reserve(std::min(static_cast<std::size_t>(signs) + 1, valuesAllowed(text.size())));
  }

  const std::optional<Fault>& fault() const { return m_fault; }

  bool null() { return literal(JsonKind::Null, 4, 0); }
  bool boolean(bool value) { return literal(JsonKind::Flag, value ? 4 : 5, value); }
  bool number_integer(Json::number_integer_t) { return number(); }
  bool number_unsigned(Json::number_unsigned_t) { return number(); }
  bool number_float(Json::number_float_t, const Json::string_t&) { return number(); }
  bool string(Json::string_t&) { return text(); }
  bool binary(Json::binary_t&) { return false; }
  bool key(Json::string_t& decoded) {
    m_keys.push_back({keyHash(decoded), static_cast<std::uint32_t>(m_nodes.size())});
    return text();
  }
  bool start_object(std::size_t) { return open(JsonKind::Object); }
  bool start_array(std::size_t) { return open(JsonKind::Array); }
  bool end_object() {
    if (!keysDiffer()) return false;
    m_keys.resize(m_open.back().firstKey);
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t read, const std::string&, const nlohmann::detail::exception&) {
    m_fault = diagnose(read);
    return false;
  }

 private:
  struct Key {
    std::uint64_t hash;
    std::uint32_t node;
  };
  struct Open {
    std::uint32_t node;
    std::size_t firstKey;
  };

  // First byte of the next token.
  std::size_t begin() const {
    std::size_t at = m_at;
    while (at < m_text.size() && (isSpace(m_text[at]) || m_text[at] == ',' || m_text[at] == ':')) ++at;
    return at;
  }

  bool fail(std::size_t offset, Text what, Text hint = {}) {
    m_fault = Fault{offset, std::move(what), std::move(hint)};
    return false;
  }

  bool add(JsonKind kind, std::size_t at, std::size_t end, std::size_t count) {
    if (m_nodes.size() >= valuesAllowed(m_text.size()))
      return fail(at, GB_TEXT("engine", "There are more than %1 values up to here: that is more than can be read.").arg(m_nodes.size()));
    if (!m_open.empty()) {
      JsonDocument::Node& parent = m_nodes[m_open.back().node];
      // Keys and values take turns in an object: a member is counted by its key.
      const bool isMemberValue = parent.kind == JsonKind::Object && m_nextIsValue;
      if (!isMemberValue) ++parent.count;
      m_nextIsValue = parent.kind == JsonKind::Object && !isMemberValue;
    }
    m_nodes.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(m_nodes.size() + 1), static_cast<std::uint32_t>(count), kind});
    m_at = end;
    return true;
  }

  bool literal(JsonKind kind, std::size_t length, std::size_t value) {
    const std::size_t at = begin();
    return add(kind, at, at + length, value);
  }

  bool text() {
    const std::size_t at = begin();
    return add(JsonKind::Text, at, endOfString(m_text, at), 0);
  }

  bool number() {
    const std::size_t at = begin();
    std::size_t end = at;
    while (end < m_text.size() && isNumberPart(m_text[end])) ++end;
    if (!fits(m_text.substr(at, end - at))) {
      m_fault = tooFar(at, m_text.substr(at, end - at));
      return false;
    }
    return add(JsonKind::Number, at, end, end - at);
  }

  static bool fits(std::string_view number) {
    double value = 0;
    return std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc::result_out_of_range;
  }
  static Fault tooFar(std::size_t at, std::string_view number) {
    return {at, GB_TEXT("engine", "The number %1 is larger or smaller than this program can hold.").arg(shortened(number)), {}};
  }

  bool open(JsonKind kind) {
    const std::size_t at = begin();
    if (m_open.size() >= static_cast<std::size_t>(kJsonDepth))
      return fail(at, GB_TEXT("engine", "Values are nested more than %1 deep here.").arg(kJsonDepth));
    if (!add(kind, at, at + 1, 0)) return false;
    m_open.push_back({static_cast<std::uint32_t>(m_nodes.size() - 1), m_keys.size()});
    m_nextIsValue = false;
    return true;
  }

  bool close() {
    m_at = begin() + 1;
    m_nodes[m_open.back().node].after = static_cast<std::uint32_t>(m_nodes.size());
    m_open.pop_back();
    m_nextIsValue = false;
    return true;
  }

  std::string decoded(std::uint32_t node) const {
    const std::size_t at = m_nodes[node].begin;
    return Json::parse(m_text.substr(at, endOfString(m_text, at) - at)).get<std::string>();
  }

  // Equal keys have equal hashes: only keys whose hashes meet are compared as words.
  bool keysDiffer() {
    const auto first = m_keys.begin() + static_cast<std::ptrdiff_t>(m_open.back().firstKey);
    std::sort(first, m_keys.end(), [](const Key& a, const Key& b) { return a.hash != b.hash ? a.hash < b.hash : a.node < b.node; });
    for (auto at = first; at != m_keys.end();) {
      const auto end = std::find_if(at, m_keys.end(), [&](const Key& key) { return key.hash != at->hash; });
      std::vector<std::pair<std::string, std::uint32_t>> same;
      for (auto key = at; end - at > 1 && key != end; ++key) same.emplace_back(decoded(key->node), key->node);
      std::sort(same.begin(), same.end());
      for (std::size_t i = 1; i < same.size(); ++i)
        if (same[i].first == same[i - 1].first)
          return fail(m_nodes[same[i].second].begin,
                      GB_TEXT("engine", "The key \"%1\" stands twice in the same { }.").arg(shortened(same[i].first)),
                      GB_TEXT("engine", "Keep the right one of the two."));
      at = end;
    }
    return true;
  }

  /// What stands where the parser stopped after `read` characters.
  Fault diagnose(std::size_t read) const {
    const std::size_t last = std::min(read, m_text.size());
    std::size_t at = m_at;  // the token at fault: a comma or colon before it was in order
    while (at < last && (isSpace(m_text[at]) || ((m_text[at] == ',' || m_text[at] == ':') && at + 1 < last))) ++at;
    if (at >= m_text.size() || read > m_text.size()) return endsEarly(m_text.size());
    if (!m_nodes.empty() && m_open.empty())
      return {at, GB_TEXT("engine", "There is more text behind the end."), GB_TEXT("engine", "Take it out, or use another copy.")};
    if (m_text[at] == '"') return diagnoseString(at, last);

    const auto isWordPart = [](char c) { return isNumberPart(c) || isLetter(c); };
    std::size_t end = at;
    while (end < m_text.size() && isWordPart(m_text[end])) ++end;
    if (end == at) {  // a sign; one character may be several bytes
      do ++end;
      while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0) == 0x80);
    }
    const std::string_view token = m_text.substr(at, end - at);
    if (isLetter(token[0]) || !isNumberPart(token[0]) || Json::accept(token)) return unexpected(at, shortened(token));
    if (!fits(token)) return tooFar(at, token);
    return {at, GB_TEXT("engine", "%1 is not written as a number in JSON.").arg(shortened(token)),
            GB_TEXT("engine", "Numbers look like 12, -0.5 or 1e-3.")};
  }

  static Fault unexpected(std::size_t at, const std::string& token) {
    return {at, GB_TEXT("engine", "%1 does not belong here.").arg(token),
            GB_TEXT("engine", "Look for a comma, colon, quote or bracket that is missing or too many.")};
  }

  Fault diagnoseString(std::size_t at, std::size_t last) const {
    const char lastRead = m_text[last - 1];
    if (static_cast<unsigned char>(lastRead) < 0x20)
      return {last - 1, GB_TEXT("engine", "A line break or another control character stands inside quotes."),
              GB_TEXT("engine", "Is the closing quote missing? A line break is written \\n.")};
    const std::string_view token = m_text.substr(at, endOfString(m_text, at) - at);
    if (Json::accept(token)) return unexpected(at, shortened(token));
    return {last - 1, GB_TEXT("engine", "A backslash is followed here by something that JSON does not know."),
            GB_TEXT("engine", "Write \\\\ for a backslash itself.")};
  }

  std::string_view m_text;
  std::vector<JsonDocument::Node>& m_nodes;
  std::vector<Open> m_open;
  std::vector<Key> m_keys;     ///< of all open objects, outermost first
  std::size_t m_at = 0;        ///< behind the last token
  bool m_nextIsValue = false;  ///< in an object: a key was read, its value comes
  std::optional<Fault> m_fault;
};

JsonValue JsonDocument::root() const { return JsonValue(*this, 0); }

std::string JsonDocument::place(std::size_t offset) const {
  if (m_source.binary) return m_source.name + ", byte " + std::to_string(m_source.start + offset);
  const std::string_view before = m_text.substr(0, offset);
  const std::size_t lastBreak = before.rfind('\n');
  const std::string_view line = lastBreak == std::string_view::npos ? before : before.substr(lastBreak + 1);
  const auto characters = std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return m_source.name + ":" + std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + ":" + std::to_string(1 + characters);
}

std::string JsonValue::text() const {
  if (kind() != JsonKind::Text) return {};
  const std::string_view all = m_document->m_text;
  const std::string_view token = all.substr(offset(), endOfString(all, offset()) - offset());
  const std::string_view inner = token.substr(1, token.size() - 2);
  if (inner.find('\\') == std::string_view::npos) return std::string(inner);
  return Json::parse(token).get<std::string>();
}

bool JsonValue::isText(std::string_view words) const {
  if (kind() != JsonKind::Text) return false;
  const std::string_view rest = m_document->m_text.substr(offset() + 1);
  if (rest.starts_with(words) && rest.substr(words.size()).starts_with('"') && words.find_first_of("\"\\") == std::string_view::npos)
    return true;
  // Only an escape can make it equal now.
  const std::size_t end = rest.find_first_of("\"\\");
  return end != std::string_view::npos && rest[end] == '\\' && text() == words;
}

std::optional<std::int64_t> JsonValue::whole() const {
  if (!isWhole()) return std::nullopt;
  const std::string_view digits = number();
  std::int64_t value = 0;
  auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failed != std::errc() || value > kJsonWhole || value < -kJsonWhole) return std::nullopt;
  return value;
}

std::optional<double> JsonValue::real() const {
  if (kind() != JsonKind::Number) return std::nullopt;
  const std::string_view digits = number();
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<JsonValue> JsonValue::find(std::string_view key) const {
  if (kind() != JsonKind::Object) return std::nullopt;
  for (std::uint32_t at = m_index + 1; at < node().after; at = m_document->m_nodes[at + 1].after)
    if (JsonValue(*m_document, at).isText(key)) return JsonValue(*m_document, at + 1);
  return std::nullopt;
}

Result<JsonDocument> parseJson(std::string_view text, JsonSource source) {
  JsonDocument document;
  document.m_text = text;
  document.m_source = std::move(source);
  std::optional<Fault> fault = lookAtBytes(text);
  if (!fault) {
    JsonBuilder builder(text, document.m_nodes);
    if (Json::sax_parse(text.begin(), text.end(), &builder)) return document;
    fault = builder.fault();
  }
  return Error(fault->what, document.place(fault->offset), fault->hint);
}

// Lengths and smallest values as in RFC 3629: nothing overlong, no surrogates, nothing beyond U+10FFFF.
std::optional<std::size_t> badUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xC2 && first < 0xE0 ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || length > text.size() - at) return at;
    std::uint32_t code = first & (length == 1 ? 0x7Fu : 0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
      const auto next = static_cast<unsigned char>(text[at + i]);
      if ((next & 0xC0) != 0x80) return at;
      code = code << 6 | (next & 0x3Fu);
    }
    if ((length == 3 && (code < 0x800 || (code >= 0xD800 && code < 0xE000))) || (length == 4 && (code < 0x10000 || code > 0x10FFFF)))
      return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace glassbox
