// Bytes as letters (RFC 4648, section 4), for what is drawn by hand and kept inside a project.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glassbox {

std::string toBase64(std::span<const std::uint8_t> bytes);

/// Nothing when `text` is not what toBase64 writes: other letters, missing padding, or unused bits that are not zero.
std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text);

}  // namespace glassbox
