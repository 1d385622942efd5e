// Cuts a text into the pieces within which GPT-2 joins bytes: words, numbers, signs and white space.
#pragma once

#include <cstddef>
#include <string_view>

namespace glassbox {

/// Where the piece that begins at `at` ends. The pattern published with GPT-2 (Radford et al. 2019, encoder.py):
///   's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
/// `text` must be well-formed UTF-8 and `at` a character's first byte, before the end.
std::size_t gpt2PieceEnd(std::string_view text, std::size_t at);

} // namespace glassbox
