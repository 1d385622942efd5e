// Turns the bytes of a text file into UTF-8.
#pragma once

#include <filesystem>
#include <string>

#include "engine/data/dataset.h"

namespace glassbox {

/// `encoding` is "utf8", "gb18030" or "auto": UTF-8 where it is that, else GB18030. A byte order mark is taken away. Line
/// breaks stay as they are. What was chosen goes to `notes`. Fails for what is no text, naming the byte.
Result<std::string> decodeText(std::string_view bytes, const std::string& encoding, const std::filesystem::path& path,
                               std::vector<DataNote>& notes);

/// GB18030 as UTF-8. Fails at the first byte that is not GB18030: then `bad` is its position.
bool fromGb18030(std::string_view bytes, std::string& out, std::size_t& bad);

} // namespace glassbox
