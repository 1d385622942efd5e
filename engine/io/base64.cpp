#include "engine/io/base64.h"

namespace glassbox {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string toBase64(std::span<const std::uint8_t> bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = bytes.size() - at < 3 ? bytes.size() - at : 3;
    std::uint32_t group = 0;  // 24 bits, filled up with zeros
    for (std::size_t i = 0; i < 3; ++i) group = group << 8 | (i < count ? bytes[at + i] : 0u);
    for (std::size_t i = 0; i < 4; ++i) out += i <= count ? kLetters[group >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  std::vector<std::uint8_t> out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < text.size() - padding; ++i) {
    const std::size_t letter = kLetters.find(text[i]);
    if (letter == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(letter);
    if (i % 4 != 0) out.push_back(static_cast<std::uint8_t>(bits >> (6 - 2 * (i % 4))));
  }
  // One letter of padding leaves 2 bits over, two leave 4.
  if (padding != 0 && (bits & ((1u << (2 * padding)) - 1)) != 0) return std::nullopt;
  return out;
}

}  // namespace glassbox
