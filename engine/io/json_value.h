// A strict JSON text as a flat tree of positions: every value knows where it stands, and strings stay in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/result.h"

namespace glassbox {

enum class JsonKind : std::uint8_t { Null, Flag, Number, Text, Array, Object };

/// Deepest nesting of arrays and objects that is read.
inline constexpr int kJsonDepth = 64;
/// Whole numbers beyond 2^53 are refused: other programs that read the file would round them.
inline constexpr std::int64_t kJsonWhole = std::int64_t{1} << 53;

/// What a text is called when something in it is reported: "net.glassbox:12:5" for text, and for a header inside a
/// binary file "w.safetensors, byte 130".
struct JsonSource {
  std::string name;
  bool binary = false;
  std::size_t start = 0;  ///< of a binary file: where the text begins in it
};

class JsonValue;

/// A parsed text. It looks into the bytes it was made from: they must outlive it, and it must outlive its values.
/// 16 bytes a value, at most 4 million values plus one per 8 bytes of text.
class JsonDocument {
 public:
  JsonValue root() const;
  /// Name and position of the byte at `offset`; line and column count from 1, the column in characters.
  std::string place(std::size_t offset) const;

 private:
  friend class JsonValue;
  friend class JsonBuilder;
  friend Result<JsonDocument> parseJson(std::string_view text, JsonSource source);

  struct Node {
    std::uint32_t begin = 0;  ///< first byte
    std::uint32_t after = 0;  ///< node that follows this one and all it holds
    std::uint32_t count = 0;  ///< items, or members; of a number its length; of a flag its value
    JsonKind kind = JsonKind::Null;
  };

  std::string_view m_text;
  JsonSource m_source;
  std::vector<Node> m_nodes;  ///< in the order of the text; a member is its key, then its value
};

/// One value of a document: a handle, cheap to copy.
class JsonValue {
 public:
  JsonKind kind() const { return node().kind; }
  std::size_t offset() const { return node().begin; }
  std::string place() const { return m_document->place(offset()); }
  const JsonDocument& document() const { return *m_document; }

  bool flag() const { return node().count != 0; }
  /// Decoded.
  std::string text() const;
  /// As it is written.
  std::string_view number() const { return m_document->m_text.substr(node().begin, node().count); }
  /// Written without point and exponent.
  bool isWhole() const { return kind() == JsonKind::Number && number().find_first_of(".eE") == std::string_view::npos; }
  /// Nothing when it is not a whole number of at most 2^53.
  std::optional<std::int64_t> whole() const;
  /// The nearest double; nothing when it is not a number. (That it fits was checked when the text was read.)
  std::optional<double> real() const;

  /// Items of an array or members of an object.
  std::size_t size() const { return node().count; }

  /// Calls use(item) for each item; nothing happens for other kinds.
  template<class Use> void forEach(const Use& use) const {
    if (kind() != JsonKind::Array) return;
    for (std::uint32_t at = m_index + 1; at < node().after; at = m_document->m_nodes[at].after) use(JsonValue(*m_document, at));
  }
  /// Calls use(key, value) for each member; nothing happens for other kinds. The key is a Text.
  template<class Use> void forEachMember(const Use& use) const {
    if (kind() != JsonKind::Object) return;
    for (std::uint32_t at = m_index + 1; at < node().after; at = m_document->m_nodes[at + 1].after)
      use(JsonValue(*m_document, at), JsonValue(*m_document, at + 1));
  }
  /// The member of that key.
  std::optional<JsonValue> find(std::string_view key) const;
  /// Compares a Text without decoding where it can.
  bool isText(std::string_view text) const;

 private:
  friend class JsonDocument;
  JsonValue(const JsonDocument& document, std::uint32_t index) : m_document(&document), m_index(index) {}
  const JsonDocument::Node& node() const { return m_document->m_nodes[m_index]; }

  const JsonDocument* m_document;
  std::uint32_t m_index;
};

/// Reads JSON as RFC 8259 has it and no more: no comments, no NaN, no byte order mark, UTF-8 only, nothing behind the end;
/// also refused are two equal keys in one object, nesting deeper than 64, numbers that no double can hold.
Result<JsonDocument> parseJson(std::string_view text, JsonSource source);

/// Offset of the first byte that is not UTF-8 (RFC 3629), or nothing.
std::optional<std::size_t> badUtf8(std::string_view text);

}  // namespace glassbox
