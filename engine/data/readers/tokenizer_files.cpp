#include "engine/data/readers/tokenizer_files.h"

#include <algorithm>
#include <array>

#include "engine/data/readers/file.h"
#include "engine/text/byte_pairs.h"

namespace glassbox {
namespace {

using Names = std::array<const char*, 2>;
constexpr Names kVocabulary{"encoder.json", "vocab.json"}, kMerges{"vocab.bpe", "merges.txt"};
constexpr std::int64_t kMaxBytes = std::int64_t{64} << 20; // fifty times GPT-2's

Result<std::filesystem::path> find(const std::filesystem::path& folder, const Names& names) {
  std::error_code code;
  for (const char* name : names)
    if (std::filesystem::exists(folder / name, code)) return folder / name;
  return Error(GB_TEXT("engine", "There is neither %1 nor %2 in the folder.").arg(names[0]).arg(names[1]), folder.string(),
               GB_TEXT("engine", "Put the two files of the GPT-2 vocabulary there: encoder.json and vocab.bpe."));
}

Result<Buffer<std::uint8_t>> open(const std::filesystem::path& path) {
  Result<Glimpse> glimpse = glance(path);
  if (!glimpse) return glimpse.error();
  if (std::optional<Text> foreign = foreignKind(glimpse->head))
    return Error(GB_TEXT("engine", "%1 is %2, not part of a vocabulary.").arg(fileName(path)).arg(*foreign), path.string(),
                 GB_TEXT("engine", "Get the file again."));
  if (glimpse->bytes > kMaxBytes)
    return Error(GB_TEXT("engine", "%1 has %2; a vocabulary takes %3 at most.")
                     .arg(fileName(path))
                     .arg(sizeText(glimpse->bytes))
                     .arg(sizeText(kMaxBytes)),
                 path.string());
  return readWhole(path);
}

std::string_view words(const Buffer<std::uint8_t>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

} // namespace

bool isTokenizerFile(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  const auto is = [&](const Names& names) { return std::find(names.begin(), names.end(), name) != names.end(); };
  return is(kVocabulary) || is(kMerges);
}

Result<TokenizerPtr> readBytePairs(const std::filesystem::path& folder) {
  const Result<std::filesystem::path> vocabulary = find(folder, kVocabulary);
  if (!vocabulary) return vocabulary.error();
  const Result<std::filesystem::path> ranks = find(folder, kMerges);
  if (!ranks) return ranks.error();
  const Result<Buffer<std::uint8_t>> first = open(*vocabulary);
  if (!first) return first.error();
  const Result<Buffer<std::uint8_t>> second = open(*ranks);
  if (!second) return second.error();

  Result<std::vector<std::string>> names = parseVocabularyFile(words(*first), vocabulary->string());
  if (!names) return names.error();
  BytePairPlaces places{vocabulary->string(), ranks->string(), 1};
  const Result<std::vector<std::string>> merges = parseMergesFile(words(*second), ranks->string(), places.firstMerge);
  if (!merges) return merges.error();
  return makeBytePairs(*std::move(names), *merges, places);
}

} // namespace glassbox
