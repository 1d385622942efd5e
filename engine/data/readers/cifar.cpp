// CIFAR-10 in its binary form (Krizhevsky 2009): records of one byte for the class and 3072 for red, green and blue, 32x32 each.
#include <algorithm>
#include <cstring>
#include <set>

#include "engine/data/readers/file.h"
#include "engine/data/readers/readers.h"
#include "engine/data/reconstruction.h"
#include "engine/text/utf8.h"

namespace glassbox::readers {
namespace {

constexpr std::int64_t kPixels = 3 * 32 * 32, kRecord = 1 + kPixels, kUsual = 10'000; // pictures in a file as published
constexpr std::size_t kClasses = 10;

std::vector<std::string> fileNames() {
  std::vector<std::string> names;
  for (int i = 1; i <= 5; ++i) names.push_back("data_batch_" + std::to_string(i) + ".bin");
  names.push_back("test_batch.bin");
  return names;
}

bool isThere(const std::filesystem::path& path) {
  std::error_code code;
  return std::filesystem::exists(path, code);
}

Text getAgain() { return GB_TEXT("engine", "Get the file again."); }

/// A folder that has any of the files: what is missing is said by `read`.
bool looksLike(const Glimpse& glimpse) {
  if (!glimpse.isFolder) return fileName(glimpse.path).starts_with("data_batch_") || fileName(glimpse.path) == "test_batch.bin";
  const std::vector<std::string> names = fileNames();
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return isThere(glimpse.path / name); });
}

/// Ten names, one a line. Empty lines at the end do no harm.
Result<std::vector<std::string>> readNames(const std::filesystem::path& path) {
  const Result<Buffer<std::uint8_t>> bytes = readWhole(path);
  if (!bytes) return bytes.error();
  const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  const std::string name = fileName(path);
  if (std::optional<Text> foreign = foreignKind(text.substr(0, 65536)))
    return Error(GB_TEXT("engine", "%1 is %2, not a list of class names.").arg(name).arg(*foreign), path.string(), getAgain());
  if (const std::size_t bad = findBadUtf8(text); bad != std::string_view::npos)
    return Error(GB_TEXT("engine", "%1 is not a text in UTF-8: byte %2 does not fit.").arg(name).arg(bad + 1), path.string(), getAgain());
  std::vector<std::string> names;
  std::set<std::string> seen;
  std::size_t line = 0, empty = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view words = text.substr(at, end - at);
    at = end + 1;
    ++line;
    while (!words.empty() && (words.back() == '\r' || words.back() == ' ')) words.remove_suffix(1);
    if (words.empty()) {
      ++empty;
      continue;
    }
    const auto fault = [&](Text what) { return Error(std::move(what), path.string() + ":" + std::to_string(line), getAgain()); };
    if (empty > 0) return fault(GB_TEXT("engine", "%1 has an empty line before line %2.").arg(name).arg(line));
    if (words.size() > 100) return fault(GB_TEXT("engine", "Line %1 of %2 is too long for the name of a class.").arg(line).arg(name));
    if (!seen.emplace(words).second)
      return fault(GB_TEXT("engine", "Line %1 of %2 repeats the class \"%3\".").arg(line).arg(name).arg(excerpt(words)));
    names.push_back(excerpt(words, 100));
  }
  if (names.size() != kClasses)
    return Error(GB_TEXT("engine", "%1 names %2 classes; CIFAR-10 has %3.").arg(name).arg(names.size()).arg(kClasses), path.string(),
                 getAgain());
  return names;
}

/// Pictures in one file, by its length alone.
Result<std::int64_t> countIn(const std::filesystem::path& path) {
  const Result<Glimpse> glimpse = glance(path);
  if (!glimpse) return glimpse.error();
  const std::string name = fileName(path);
  if (glimpse->isFolder) return Error(GB_TEXT("engine", "%1 is a folder, and a file is needed here.").arg(name), path.string(), getAgain());
  if (glimpse->bytes == 0) return Error(GB_TEXT("engine", "%1 is empty.").arg(name), path.string(), getAgain());
  if (glimpse->bytes % kRecord != 0) {
    if (std::optional<Text> foreign = foreignKind(glimpse->head); foreign && glimpse->head.find('\0') == std::string::npos)
      return Error(GB_TEXT("engine", "%1 is %2, not pictures of CIFAR-10.").arg(name).arg(*foreign), path.string(), getAgain());
    return Error(GB_TEXT("engine", "%1 ends within picture %2: each takes %3 bytes, and the file has %4.")
                     .arg(name)
                     .arg(glimpse->bytes / kRecord + 1)
                     .arg(kRecord)
                     .arg(glimpse->bytes),
                 path.string() + ", byte " + std::to_string(glimpse->bytes), getAgain());
  }
  return glimpse->bytes / kRecord;
}

Result<Dataset> read(const std::filesystem::path& path, const Params&, const LoadContext&) {
  std::error_code code;
  const std::filesystem::path folder = std::filesystem::is_directory(path, code) ? path : path.has_parent_path() ? path.parent_path() : ".";
  Dataset data;
  std::vector<std::int64_t> counts;
  for (const std::string& name : fileNames()) {
    if (!isThere(folder / name))
      return Error(GB_TEXT("engine", "The folder %1 has no file %2.").arg(fileName(folder)).arg(name), folder.string(),
                   GB_TEXT("engine", "CIFAR-10 is data_batch_1.bin to data_batch_5.bin, test_batch.bin and batches.meta.txt."));
    const Result<std::int64_t> count = countIn(folder / name);
    if (!count) return count.error();
    counts.push_back(*count);
    (counts.size() <= 5 ? data.train : data.test) += *count;
    if (*count != kUsual)
      data.notes.push_back(GB_TEXT("engine", "%1 has %2 pictures; as published it has %3.").arg(name).arg(*count).arg(kUsual));
  }
  if (data.samples() >= kMaxSamples)
    return Error(GB_TEXT("engine", "%1 images are more than the lab can number.").arg(data.samples()), folder.string());
  if (Result<void> fits =
          checkMemory(data.samples() * kRecord + *std::max_element(counts.begin(), counts.end()) * kRecord, fileName(folder));
      !fits)
    return Error(fits.error().what, folder.string(), fits.error().hint);

  const std::filesystem::path meta = folder / "batches.meta.txt";
  if (isThere(meta)) {
    Result<std::vector<std::string>> names = readNames(meta);
    if (!names) return names.error();
    data.classNames = *std::move(names);
  } else {
    data.classNames = numberedNames("", kClasses);
    data.notes.push_back(GB_TEXT("engine", "There is no batches.meta.txt; the classes are called by their numbers."));
  }

  data.task = taskOfClasses(data.classes());
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = Shape{3, 32, 32};
  data.inputs[0].divisor = 255;
  data.inputs[0].bytes = Buffer<std::uint8_t>(static_cast<std::size_t>(data.samples() * kPixels));
  data.target.name = "y";
  data.target.bytes = Buffer<std::uint8_t>(static_cast<std::size_t>(data.samples()));
  data.sourceHash = kHashStart;
  std::size_t next = 0;
  for (std::size_t file = 0; file < counts.size(); ++file) {
    const std::filesystem::path from = folder / fileNames()[file];
    const Result<Buffer<std::uint8_t>> bytes = readWhole(from);
    if (!bytes) return bytes.error();
    if (static_cast<std::int64_t>(bytes->size()) != counts[file] * kRecord)
      return Error(GB_TEXT("engine", "%1 changed while it was read.").arg(fileName(from)), from.string(),
                   GB_TEXT("engine", "Wait until it is written, then open it again."));
    for (std::int64_t i = 0; i < counts[file]; ++i, ++next) {
      const std::uint8_t* record = bytes->data() + i * kRecord;
      if (record[0] >= kClasses)
        return Error(GB_TEXT("engine", "Picture %1 of %2 has the class %3; CIFAR-10 has classes 0 to 9.")
                         .arg(i + 1)
                         .arg(fileName(from))
                         .arg(record[0]),
                     from.string() + ", byte " + std::to_string(i * kRecord), getAgain());
      data.target.bytes[next] = record[0];
      std::memcpy(data.inputs[0].bytes.data() + next * kPixels, record + 1, kPixels);
    }
    data.sourceBytes += static_cast<std::int64_t>(bytes->size());
    data.sourceHash = hashBytes(bytes->data(), bytes->size(), data.sourceHash);
  }
  data.notes.push_back(GB_TEXT("engine", "Each pixel is a byte and becomes x / 255."));
  data.notes.push_back(GB_TEXT("engine", "%1 is the test part.").arg("test_batch.bin"));
  return data;
}

} // namespace

const ReaderDef& cifar() {
  static const ReaderDef def{
      "cifar10",
      GB_TEXT("engine", "CIFAR-10"),
      GB_TEXT("engine",
              "Colour pictures of 32x32 pixels in ten classes, from the folder of the binary version. test_batch.bin is the test part."),
      {pictureAnswerParam()},
      looksLike,
      read};
  return def;
}

} // namespace glassbox::readers
