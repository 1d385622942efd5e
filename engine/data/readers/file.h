// Opens files of the user with care: regular files only, sizes known and compared before memory is taken.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/memory.h"
#include "engine/core/tensor.h"
#include "engine/data/data_spec.h"

namespace glassbox {

/// Last part of a path, as a sentence names it.
std::string fileName(const std::filesystem::path& path);

/// Words of the user's (a file name) as a Text that no translation touches.
Text plainText(const std::string& words);

/// Words from a file as a sentence may quote them: at most `limit` bytes, cut between characters, control characters
/// shown as a dot.
std::string excerpt(std::string_view words, std::size_t limit = 40);

/// First look at a path. Fails when nothing is there, or neither a regular file nor a folder (a pipe, a device).
Result<Glimpse> glance(const std::filesystem::path& path);

/// What a file is by its first bytes, when that is surely no table and no plain text: "an HTML page", "a PDF document".
std::optional<Text> foreignKind(std::string_view head);

/// What a file is that no reader takes: "an HTML page", "a PNG picture", "an empty file".
Text kindOf(const Glimpse& glimpse);

/// The whole of a regular file. Fails for a file that does not fit into memory or changes while it is read.
Result<Buffer<std::uint8_t>> readWhole(const std::filesystem::path& path);

/// Fails when `bytes` more than are free are wanted; `name` is what they are for.
Result<void> checkMemory(std::int64_t bytes, const std::string& name);

} // namespace glassbox
