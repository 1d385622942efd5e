// Reading whole files safely and replacing files so that after a crash they are the old one or the new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "engine/io/file_calls.h"

namespace glassbox {

/// The bytes of a regular file of at most `limit` bytes. Refuses folders, devices and pipes with a sentence; never waits
/// for a pipe, never takes more memory than the file is long.
Result<std::string> readWholeFile(const std::filesystem::path& path, std::int64_t limit, const FileCalls& calls = {});

/// Writes a temporary beside `path`, syncs it, renames it over `path`, syncs the folder. A symbolic link is followed:
/// the file behind it is replaced. The new file has the old one's mode. On failure the old file stands and the temporary
/// is gone, with one exception: when only the last step fails (the folder cannot be synced) the new file stands, and the
/// sentence says that a power cut could still take it away. Refuses to replace anything but a regular file, and a file
/// that is marked read-only.
Result<void> replaceFile(const std::filesystem::path& path, std::string_view bytes, const FileCalls& calls = {});

/// Whether `path` can be replaced now, asked before long work whose result is to go there. A temporary is made beside it, and removed.
Result<void> checkReplaceable(const std::filesystem::path& path, const FileCalls& calls = {});

/// Makes a folder, and those above it, where they are missing.
Result<void> makeFolder(const std::filesystem::path& folder);

/// Removes temporaries that a killed program left beside `path`; those of programs that still run stay.
/// `replaceFile` does it too.
void removeLeftovers(const std::filesystem::path& path);

/// Removes a regular file; true when it is gone. For files that are no longer needed: a file that stays does no harm.
bool removeRegularFile(const std::filesystem::path& path, const FileCalls& calls = {});

/// FNV-1a of bytes as 16 hex digits.
std::string contentHash(std::string_view bytes);

/// 64 bits as 16 hex digits, and back; reading fails for anything but 16 lower-case digits.
std::string hexDigits(std::uint64_t value);
bool readHexDigits(std::string_view text, std::uint64_t& value);

}  // namespace glassbox
