#include "engine/text/byte_pairs.h"

#include <algorithm>
#include <array>
#include <queue>
#include <unordered_map>

#include "engine/text/gpt2_split.h"
#include "engine/text/unicode.h"
#include "engine/text/utf8.h"

namespace glassbox {
namespace {

constexpr std::size_t kCachedBytes = 64; // longer pieces hardly come again

/// Which character stands for which byte: printable ones of Latin-1 for themselves, the rest for U+0100 and on, so that
/// every sequence of bytes can be written as visible characters (bytes_to_unicode in GPT-2's encoder.py).
struct ByteAlphabet {
  std::array<char32_t, 256> characters{};
  std::unordered_map<char32_t, unsigned char> bytes;

  ByteAlphabet() {
    char32_t next = 256;
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const bool itself = (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
      characters[byte] = itself ? static_cast<char32_t>(byte) : next++;
      bytes[characters[byte]] = static_cast<unsigned char>(byte);
    }
  }
};

const ByteAlphabet& alphabet() {
  static const ByteAlphabet one;
  return one;
}

std::string shown(std::string_view words) { return std::string(withoutCutCharacter(words.substr(0, 60))); }

std::uint64_t pairKey(TokenId left, TokenId right) { return static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint32_t>(right); }

struct Merge {
  std::uint32_t rank = 0;
  TokenId left = 0, right = 0, whole = 0;
};

/// Merges by their pair: open addressing, at most half full.
class MergeTable {
 public:
  explicit MergeTable(const std::vector<Merge>& merges) {
    std::size_t size = 16;
    while (size < 2 * merges.size()) size *= 2;
    m_slots.assign(size, {kFree, 0, 0});
    for (const Merge& merge : merges) {
      std::size_t at = slotOf(pairKey(merge.left, merge.right));
      while (m_slots[at].key != kFree) at = (at + 1) & (m_slots.size() - 1);
      m_slots[at] = {pairKey(merge.left, merge.right), merge.rank, merge.whole};
    }
  }

  struct Slot {
    std::uint64_t key;
    std::uint32_t rank;
    TokenId whole;
  };
  const Slot* find(TokenId left, TokenId right) const {
    const std::uint64_t key = pairKey(left, right);
    for (std::size_t at = slotOf(key); m_slots[at].key != kFree; at = (at + 1) & (m_slots.size() - 1))
      if (m_slots[at].key == key) return &m_slots[at];
    return nullptr;
  }

 private:
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  std::size_t slotOf(std::uint64_t key) const { return (key * 0x9E3779B97F4A7C15u >> 32) & (m_slots.size() - 1); }

  std::vector<Slot> m_slots;
};

class BytePairs : public Tokenizer {
 public:
  BytePairs(std::vector<std::string> names, std::vector<std::string> bytes, const std::array<TokenId, 256>& byteTokens,
            std::vector<Merge> merges)
      : m_names(std::move(names)), m_bytes(std::move(bytes)), m_byteTokens(byteTokens), m_merges(std::move(merges)), m_table(m_merges) {}

  std::string_view kind() const override { return "gpt2"; }
  std::int64_t size() const override { return static_cast<std::int64_t>(m_names.size()); }
  std::string_view bytes(TokenId token) const override { return m_bytes[static_cast<std::size_t>(token)]; }
  const std::string& name(TokenId token) const override { return m_names[static_cast<std::size_t>(token)]; }
  std::vector<std::string> merges() const override {
    std::vector<std::string> out;
    for (const Merge& merge : m_merges) out.push_back(name(merge.left) + " " + name(merge.right));
    return out;
  }

  Result<std::vector<TokenId>> encode(std::string_view text) const override {
    if (const std::size_t bad = findBadUtf8(text); bad != std::string_view::npos)
      return Error(GB_TEXT("engine", "The text is not UTF-8: byte %1 does not fit.").arg(bad + 1), {},
                   GB_TEXT("engine", "Save it as UTF-8."));
    std::vector<TokenId> out;
    out.reserve(text.size() / 3);
    Scratch scratch;
    struct Place {
      std::size_t begin, count;
    };
    std::unordered_map<std::string_view, Place> seen; // where in `out` the tokens of a piece stand
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = gpt2PieceEnd(text, at);
      const std::string_view piece = text.substr(at, end - at);
      at = end;
      if (const auto found = piece.size() <= kCachedBytes ? seen.find(piece) : seen.end(); found != seen.end()) {
        for (std::size_t i = 0; i < found->second.count; ++i) out.push_back(out[found->second.begin + i]);
        continue;
      }
      const std::size_t begin = out.size();
      join(piece, scratch, out);
      if (piece.size() <= kCachedBytes) seen.emplace(piece, Place{begin, out.size() - begin});
    }
    return out;
  }

 private:
  /// A pair of neighbors that a merge joins; the lowest rank comes first, of equal ones the leftmost.
  struct Wish {
    std::uint32_t rank;
    std::uint32_t at;
    TokenId left, right, whole;
    bool operator<(const Wish& other) const { return rank != other.rank ? rank > other.rank : at > other.at; }
  };
  struct Part {
    TokenId token;
    std::uint32_t before, next;
  };
  struct Scratch {
    std::vector<Part> parts;
    std::vector<Wish> sameRank;
    std::priority_queue<Wish> wishes;
  };

  /// Joins the bytes of one piece: again and again all pairs of the lowest rank, from left to right. A queue and a list in
  /// place of GPT-2's loop over all pairs give the same tokens in n log n steps.
  void join(std::string_view piece, Scratch& s, std::vector<TokenId>& out) const {
    constexpr std::uint32_t kNone = ~std::uint32_t{0};
    const auto count = static_cast<std::uint32_t>(piece.size());
    s.parts.clear();
    for (std::uint32_t i = 0; i < count; ++i)
      s.parts.push_back({m_byteTokens[static_cast<unsigned char>(piece[i])], i == 0 ? kNone : i - 1, i + 1 == count ? kNone : i + 1});
    const auto wish = [&](std::uint32_t left) {
      const std::uint32_t right = s.parts[left].next;
      if (right == kNone) return;
      const TokenId a = s.parts[left].token, b = s.parts[right].token;
      if (const MergeTable::Slot* merge = m_table.find(a, b)) s.wishes.push({merge->rank, left, a, b, merge->whole});
    };
    for (std::uint32_t i = 0; i + 1 < count; ++i) wish(i);
    while (!s.wishes.empty()) {
      s.sameRank.clear();
      const std::uint32_t rank = s.wishes.top().rank;
      while (!s.wishes.empty() && s.wishes.top().rank == rank) s.sameRank.push_back(s.wishes.top()), s.wishes.pop();
      for (const Wish& now : s.sameRank) {
        Part& left = s.parts[now.at];
        if (left.token != now.left || left.next == kNone || s.parts[left.next].token != now.right) continue; // joined otherwise
        Part& right = s.parts[left.next];
        left.token = now.whole;
        left.next = right.next;
        right.token = -1;
        if (left.next != kNone) s.parts[left.next].before = now.at;
        if (left.before != kNone) wish(left.before);
        wish(now.at);
      }
    }
    for (std::uint32_t i = 0; i != kNone; i = s.parts[i].next) out.push_back(s.parts[i].token);
  }

  std::vector<std::string> m_names, m_bytes;
  std::array<TokenId, 256> m_byteTokens;
  std::vector<Merge> m_merges;
  MergeTable m_table;
};

} // namespace

Result<TokenizerPtr> makeBytePairs(std::vector<std::string> names, const std::vector<std::string>& merges, const BytePairPlaces& places) {
  const Text belong = GB_TEXT("engine", "Use two files that belong together.");
  std::unordered_map<std::string_view, TokenId> ids;
  std::vector<std::string> bytes(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    ids.emplace(names[i], static_cast<TokenId>(i));
    for (std::size_t at = 0; at < names[i].size();) {
      const Character next = characterAt(names[i], at);
      const auto byte = alphabet().bytes.find(next.code);
      if (byte == alphabet().bytes.end())
        return Error(GB_TEXT("engine", "Token %1, \"%2\", holds the character %3, which stands for no byte.")
                         .arg(i)
                         .arg(shown(names[i]))
                         .arg(characterName(next.code)),
                     places.names, GB_TEXT("engine", "A byte-level vocabulary writes a space as Ġ and a line break as Ċ."));
      bytes[i] += static_cast<char>(byte->second);
      at += next.bytes;
    }
  }

  std::vector<bool> made(names.size()); // by a byte or by a merge so far
  std::array<TokenId, 256> byteTokens{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const std::string name = utf8Of(alphabet().characters[byte]);
    const auto at = ids.find(name);
    if (at == ids.end())
      return Error(GB_TEXT("engine", "The vocabulary has no token \"%1\" for the byte %2.").arg(name).arg(byte), places.names,
                   GB_TEXT("engine", "A byte-level vocabulary has a token for each of the 256 bytes."));
    byteTokens[byte] = at->second;
    made[static_cast<std::size_t>(at->second)] = true;
  }

  const auto placeOf = [&](std::size_t rank) {
    return places.merges.empty() ? std::string() : places.merges + ":" + std::to_string(places.firstMerge + rank);
  };
  std::vector<Merge> known;
  std::unordered_map<std::uint64_t, std::size_t> seen;
  for (std::size_t rank = 0; rank < merges.size(); ++rank) {
    const std::string& merge = merges[rank];
    const std::size_t space = merge.find(' ');
    if (space == std::string::npos || space == 0 || space + 1 == merge.size() || merge.find(' ', space + 1) != std::string::npos)
      return Error(GB_TEXT("engine", "Merge %1 is \"%2\", and should be two parts with one space between.").arg(rank + 1).arg(shown(merge)),
                   placeOf(rank));
    const std::string left = merge.substr(0, space), right = merge.substr(space + 1), whole = left + right;
    for (const std::string& part : {left, right, whole})
      if (!ids.contains(part))
        return Error(GB_TEXT("engine", "Merge %1, \"%2\", needs the token \"%3\", which the vocabulary lacks.")
                         .arg(rank + 1)
                         .arg(shown(merge))
                         .arg(shown(part)),
                     placeOf(rank), belong);
    for (const std::string& part : {left, right})
      if (!made[static_cast<std::size_t>(ids.at(part))])
        return Error(GB_TEXT("engine", "Merge %1, \"%2\", joins \"%3\", which no merge before it makes.")
                         .arg(rank + 1)
                         .arg(shown(merge))
                         .arg(shown(part)),
                     placeOf(rank), GB_TEXT("engine", "The order of the merges is their rank; get the file again."));
    const Merge next{static_cast<std::uint32_t>(rank), ids.at(left), ids.at(right), ids.at(whole)};
    const auto [at, fresh] = seen.emplace(pairKey(next.left, next.right), rank);
    if (!fresh)
      return Error(GB_TEXT("engine", "Merge %1, \"%2\", stands there twice: it is merge %3, too.")
                       .arg(rank + 1)
                       .arg(shown(merge))
                       .arg(at->second + 1),
                   placeOf(rank), GB_TEXT("engine", "Get the file again."));
    made[static_cast<std::size_t>(next.whole)] = true;
    known.push_back(next);
  }
  const auto unmade = static_cast<std::size_t>(std::count(made.begin(), made.end(), false));
  if (unmade > names.size() / 10)
    return Error(GB_TEXT("engine", "%1 of the %2 tokens of the vocabulary are made by none of the %3 merges.")
                     .arg(unmade)
                     .arg(names.size())
                     .arg(merges.size()),
                 places.merges, belong);
  return TokenizerPtr(std::make_shared<BytePairs>(std::move(names), std::move(bytes), byteTokens, std::move(known)));
}

} // namespace glassbox
