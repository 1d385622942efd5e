#include "engine/data/readers/idx.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <system_error>

#include "engine/data/readers/file.h"
#include "engine/data/readers/readers.h"
#include "engine/data/reconstruction.h"

namespace glassbox {
namespace {

constexpr std::uint8_t kUnsignedByte = 0x08;
constexpr std::size_t kMaxRank = 1 + Shape::kMaxRank; // samples, then the extents of one

/// What a type code stands for, or null for none of the format's.
const Text* elementType(std::uint8_t code) {
  static const std::array<std::pair<std::uint8_t, Text>, 6> types{{{kUnsignedByte, GB_TEXT("engine", "unsigned bytes")},
                                                                   {0x09, GB_TEXT("engine", "signed bytes")},
                                                                   {0x0B, GB_TEXT("engine", "16-bit whole numbers")},
                                                                   {0x0C, GB_TEXT("engine", "32-bit whole numbers")},
                                                                   {0x0D, GB_TEXT("engine", "32-bit numbers")},
                                                                   {0x0E, GB_TEXT("engine", "64-bit numbers")}}};
  for (const auto& [known, text] : types)
    if (known == code) return &text;
  return nullptr;
}

std::string hex(std::span<const std::uint8_t> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (std::uint8_t b : bytes) {
    if (!out.empty()) out += ' ';
    out += digits[b / 16];
    out += digits[b % 16];
  }
  return out;
}

std::string timesText(const std::vector<std::int64_t>& extents) {
  std::string out;
  for (std::int64_t extent : extents) out += (out.empty() ? "" : "x") + std::to_string(extent);
  return out;
}

Text getAgain() { return GB_TEXT("engine", "Get the file again."); }

Error endsInHeader(const std::string& name, std::size_t bytes) {
  return Error(GB_TEXT("engine", "%1 ends after %2 bytes, within the header of an IDX file.").arg(name).arg(bytes), {}, getAgain());
}

} // namespace

bool looksLikeIdx(std::span<const std::uint8_t> head) {
  std::array<std::uint8_t, 4> start{};
  if (looksLikeGzip(head)) {
    GzipReader reader(head, "");
    Result<std::size_t> got = reader.read(start);
    if (!got || *got < start.size()) return false;
  } else {
    if (head.size() < start.size()) return false;
    std::copy_n(head.begin(), start.size(), start.begin());
  }
  return start[0] == 0 && start[1] == 0 && elementType(start[2]) && start[3] >= 1 && start[3] <= kMaxRank;
}

Result<IdxFile> IdxFile::open(Buffer<std::uint8_t> raw, const std::string& name) {
  IdxFile file;
  file.m_raw = std::move(raw);
  file.m_name = name;
  const std::span<const std::uint8_t> bytes = file.m_raw;
  if (bytes.empty()) return Error(GB_TEXT("engine", "%1 is empty.").arg(name), {}, getAgain());
  if (looksLikeGzip(bytes)) file.m_gzip.emplace(bytes, name);

  // Header bytes [from, from + count), unpacked where needed; asked for in order.
  std::array<std::uint8_t, 4 + 4 * kMaxRank> header{};
  auto fetch = [&](std::size_t from, std::size_t count) -> Result<bool> {
    if (file.m_gzip) {
      Result<std::size_t> got = file.m_gzip->read(std::span(header).subspan(from, count));
      if (!got) return got.error();
      return *got == count;
    }
    if (bytes.size() < from + count) return false;
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(from), count, header.begin() + static_cast<std::ptrdiff_t>(from));
    return true;
  };

  Result<bool> got = fetch(0, 4);
  if (!got) return got.error();
  if (!*got) return Error(GB_TEXT("engine", "%1 has %2 bytes, too few for an IDX file.").arg(name).arg(bytes.size()), {}, getAgain());
  if (header[0] != 0 || header[1] != 0 || !elementType(header[2]))
    return Error(GB_TEXT("engine", "%1 is not an IDX file: it begins with the bytes %2.").arg(name).arg(hex(std::span(header).first(4))),
                 {}, GB_TEXT("engine", "An IDX file of bytes begins with 00 00 08."));
  if (header[2] != kUnsignedByte)
    return Error(GB_TEXT("engine", "%1 holds %2 (type code 0x%3), and the lab reads unsigned bytes (type code 0x08) only.")
                     .arg(name)
                     .arg(*elementType(header[2]))
                     .arg(hex(std::span(header).subspan(2, 1))),
                 {}, GB_TEXT("engine", "Write the file anew with bytes."));
  const std::size_t rank = header[3];
  if (rank < 1 || rank > kMaxRank)
    return Error(GB_TEXT("engine", "%1 says it has %2 dimensions; the lab reads 1 to %3.").arg(name).arg(rank).arg(kMaxRank), {},
                 getAgain());
  got = fetch(4, 4 * rank);
  if (!got) return got.error();
  if (!*got) return endsInHeader(name, bytes.size());

  bool tooLarge = false;
  for (std::size_t axis = 0; axis < rank; ++axis) {
    std::int64_t extent = 0;
    for (std::size_t i = 0; i < 4; ++i) extent = extent * 256 + header[4 + 4 * axis + i];
    file.m_extents.push_back(extent);
    if (extent == 0) return Error(GB_TEXT("engine", "%1 is empty: extent %2 in its header is 0.").arg(name).arg(axis + 1), {}, getAgain());
    tooLarge = tooLarge || __builtin_mul_overflow(file.m_count, extent, &file.m_count) || file.m_count > Shape::kMaxCount;
  }
  if (tooLarge || file.m_extents[0] >= kMaxSamples)
    return Error(GB_TEXT("engine", "%1 says it holds %2 values, more than the lab can number.").arg(name).arg(timesText(file.m_extents)),
                 {}, getAgain());

  // The declared size against the real one, before memory is taken.
  file.m_header = 4 + 4 * rank;
  const auto length = static_cast<std::int64_t>(bytes.size()), wanted = static_cast<std::int64_t>(file.m_header) + file.m_count;
  if (!file.m_gzip && length != wanted)
    return Error(GB_TEXT("engine", "%1 says it holds %2 values, which takes %3 bytes, and the file has %4.")
                     .arg(name)
                     .arg(timesText(file.m_extents))
                     .arg(wanted)
                     .arg(length),
                 {}, getAgain());
  if (file.m_gzip && wanted > gzipLimit(length))
    return Error(GB_TEXT("engine", "%1 says it holds %2 values, more than its %3 bytes of gzip can become.")
                     .arg(name)
                     .arg(timesText(file.m_extents))
                     .arg(length),
                 {}, getAgain());
  return file;
}

Result<void> IdxFile::readInto(std::span<std::uint8_t> out) {
  if (!m_gzip) {
    std::memcpy(out.data(), m_raw.data() + m_header, out.size());
    return {};
  }
  Result<std::size_t> got = m_gzip->read(out);
  if (!got) return got.error();
  if (*got < out.size())
    return Error(GB_TEXT("engine", "%1 says it holds %2 values, and only %3 are in it.").arg(m_name).arg(timesText(m_extents)).arg(*got),
                 {}, getAgain());
  std::uint8_t more = 0;
  got = m_gzip->read(std::span(&more, 1)); // also lets zlib compare the check sum
  if (!got) return got.error();
  if (*got > 0)
    return Error(GB_TEXT("engine", "%1 says it holds %2 values, and more follow.").arg(m_name).arg(timesText(m_extents)), {}, getAgain());
  return {};
}

namespace readers {
namespace {

struct Pair {
  std::filesystem::path images, labels;
};

/// A name without what varies: "train.images-idx3-ubyte.gz" and "train-images.idx3-ubyte" become one.
std::string plainName(std::string name) {
  for (char& c : name)
    if (c == '.') c = '-';
  if (name.size() > 3 && name.ends_with("-gz")) name.resize(name.size() - 3);
  const std::size_t at = name.find("idx");
  if (at != std::string::npos && at + 3 < name.size() && name[at + 3] >= '0' && name[at + 3] <= '9') name.erase(at + 3, 1);
  return name;
}

/// Files of the folder by plain name; plain files win over packed ones of the same name.
std::vector<std::pair<std::string, std::filesystem::path>> namesIn(const std::filesystem::path& folder) {
  std::vector<std::pair<std::string, std::filesystem::path>> out;
  std::error_code code;
  for (std::filesystem::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    const std::string name = at->path().filename().string();
    if (name.find("images") != std::string::npos || name.find("labels") != std::string::npos) out.emplace_back(plainName(name), at->path());
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    const bool packedA = a.second.extension() == ".gz", packedB = b.second.extension() == ".gz";
    return packedA != packedB ? packedB : a.second < b.second;
  });
  return out;
}

/// The first file of the folder whose plain name begins with `start`; empty when there is none.
template<class Names> std::filesystem::path findStart(const Names& names, const std::string& start) {
  for (const auto& [plain, path] : names)
    if (plain.starts_with(start)) return path;
  return {};
}

bool isFolder(const std::filesystem::path& path) {
  std::error_code code;
  return std::filesystem::is_directory(path, code);
}

bool looksLike(const Glimpse& glimpse) {
  if (glimpse.isFolder)
    return !findStart(namesIn(glimpse.path), "train-images").empty() || !findStart(namesIn(glimpse.path), "t10k-images").empty();
  return looksLikeIdx({reinterpret_cast<const std::uint8_t*>(glimpse.head.data()), glimpse.head.size()});
}

Error at(Error error, const std::filesystem::path& path) {
  if (error.place.empty()) error.place = path.string();
  return error;
}

Result<IdxFile> openFile(const std::filesystem::path& path) {
  Result<Buffer<std::uint8_t>> raw = readWhole(path);
  if (!raw) return raw.error();
  Result<IdxFile> file = IdxFile::open(*std::move(raw), fileName(path));
  if (!file) return at(file.error(), path);
  return file;
}

/// Images and their labels with headers that agree, elements not yet read.
struct OpenPair {
  IdxFile images, labels;
};

Result<OpenPair> openPair(const Pair& pair) {
  Result<IdxFile> images = openFile(pair.images);
  if (!images) return images.error();
  if (images->extents().size() < 3)
    return Error(GB_TEXT("engine", "%1 has %2 dimensions; images need three or more: count, height, width.")
                     .arg(images->name())
                     .arg(images->extents().size()),
                 pair.images.string(), GB_TEXT("engine", "Open the file with the images; its labels are found beside it."));
  Result<IdxFile> labels = openFile(pair.labels);
  if (!labels) return labels.error();
  if (labels->extents().size() != 1)
    return Error(GB_TEXT("engine", "%1 has %2 dimensions; labels have one.").arg(labels->name()).arg(labels->extents().size()),
                 pair.labels.string(), GB_TEXT("engine", "Get the file again."));
  if (images->items() != labels->items())
    return Error(GB_TEXT("engine", "%1 has %2 images and %3 has %4 labels.")
                     .arg(images->name())
                     .arg(images->items())
                     .arg(labels->name())
                     .arg(labels->items()),
                 pair.images.string(), GB_TEXT("engine", "Use two files that belong together."));
  return OpenPair{*std::move(images), *std::move(labels)};
}

/// The partner of an images file: the file beside it with "labels" in place of "images".
Result<Pair> findPartner(const std::filesystem::path& images) {
  std::string name = plainName(images.filename().string());
  const std::size_t at = name.find("images");
  if (at == std::string::npos)
    return Error(GB_TEXT("engine", "The labels of %1 cannot be found: its name does not hold the word images.").arg(fileName(images)),
                 images.string(), GB_TEXT("engine", "Name the two files like train-images-idx3-ubyte and train-labels-idx1-ubyte."));
  name.replace(at, 6, "labels");
  for (const auto& [plain, path] : namesIn(images.has_parent_path() ? images.parent_path() : "."))
    if (plain == name) return Pair{images, path};
  return Error(GB_TEXT("engine", "%1 has no labels beside it.").arg(fileName(images)), images.string(),
               GB_TEXT("engine", "Put the file with the word labels in place of images into the same folder."));
}

/// The pairs of a folder, training first. One pair alone will do; half a pair will not.
Result<std::vector<Pair>> findPairs(const std::filesystem::path& folder) {
  const auto names = namesIn(folder);
  std::vector<Pair> pairs;
  for (const std::string part : {"train", "t10k"}) {
    const Pair pair{findStart(names, part + "-images"), findStart(names, part + "-labels")};
    if (pair.images.empty() && pair.labels.empty()) continue;
    if (pair.images.empty() || pair.labels.empty())
      return Error(GB_TEXT("engine", "The folder %1 has no file %2.")
                       .arg(fileName(folder))
                       .arg(part + (pair.images.empty() ? "-images-idx3-ubyte" : "-labels-idx1-ubyte")),
                   folder.string(), GB_TEXT("engine", "Images and labels belong together, with .gz or without."));
    pairs.push_back(pair);
  }
  if (pairs.empty())
    return Error(GB_TEXT("engine", "The folder %1 has no file %2.").arg(fileName(folder)).arg("train-images-idx3-ubyte"), folder.string(),
                 GB_TEXT("engine", "Images and labels belong together, with .gz or without."));
  return pairs;
}

Result<Dataset> readPairs(const std::vector<Pair>& pairs) {
  std::vector<OpenPair> files;
  std::int64_t samples = 0, sourceBytes = 0;
  std::uint64_t sourceHash = kHashStart;
  for (const Pair& pair : pairs) {
    Result<OpenPair> opened = openPair(pair);
    if (!opened) return opened.error();
    for (const IdxFile* file : {&opened->images, &opened->labels}) {
      sourceBytes += static_cast<std::int64_t>(file->raw().size());
      sourceHash = hashBytes(file->raw().data(), file->raw().size(), sourceHash);
    }
    samples += opened->images.items();
    files.push_back(*std::move(opened));
  }

  Shape shape; // of one image; (height, width) gets one channel
  const std::vector<std::int64_t>& extents = files[0].images.extents();
  if (extents.size() == 3) shape.push(1);
  for (std::size_t axis = 1; axis < extents.size(); ++axis) shape.push(extents[axis]);
  for (std::size_t i = 1; i < files.size(); ++i) {
    const std::vector<std::int64_t>& others = files[i].images.extents();
    if (!std::equal(extents.begin() + 1, extents.end(), others.begin() + 1, others.end()))
      return Error(GB_TEXT("engine", "The images of %1 are %2 and those of %3 are %4.")
                       .arg(files[0].images.name())
                       .arg(timesText({extents.begin() + 1, extents.end()}))
                       .arg(files[i].images.name())
                       .arg(timesText({others.begin() + 1, others.end()})),
                   pairs[i].images.string(), GB_TEXT("engine", "Use files that belong together."));
  }
  if (samples >= kMaxSamples)
    return Error(GB_TEXT("engine", "%1 images are more than the lab can number.").arg(samples), pairs[0].images.string());
  if (Result<void> fits = checkMemory(samples * (shape.count() + 1), files[0].images.name()); !fits)
    return at(fits.error(), pairs[0].images);

  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = shape;
  data.inputs[0].divisor = 255;
  data.inputs[0].bytes = Buffer<std::uint8_t>(static_cast<std::size_t>(samples * shape.count()));
  data.target.name = "y";
  data.target.bytes = Buffer<std::uint8_t>(static_cast<std::size_t>(samples));
  std::span<std::uint8_t> images = data.inputs[0].bytes, labels = data.target.bytes;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto imageBytes = static_cast<std::size_t>(files[i].images.count()),
               labelBytes = static_cast<std::size_t>(files[i].labels.count());
    if (Result<void> done = files[i].images.readInto(images.first(imageBytes)); !done) return at(done.error(), pairs[i].images);
    if (Result<void> done = files[i].labels.readInto(labels.first(labelBytes)); !done) return at(done.error(), pairs[i].labels);
    images = images.subspan(imageBytes);
    labels = labels.subspan(labelBytes);
  }
  data.classNames = numberedNames("", *std::max_element(data.target.bytes.begin(), data.target.bytes.end()) + 1);
  data.task = taskOfClasses(data.classes());
  data.train = files[0].images.items();
  data.test = samples - data.train;
  data.sourceBytes = sourceBytes;
  data.sourceHash = sourceHash;
  data.notes.push_back(GB_TEXT("engine", "Each pixel is a byte and becomes x / 255."));
  data.notes.push_back(GB_TEXT("engine", "The labels come from %1.").arg(files[0].labels.name()));
  if (data.test > 0) data.notes.push_back(GB_TEXT("engine", "%1 is the test part.").arg(files[1].images.name()));
  return data;
}

Result<Dataset> read(const std::filesystem::path& path, const Params&, const LoadContext&) {
  if (isFolder(path)) {
    Result<std::vector<Pair>> pairs = findPairs(path);
    if (!pairs) return pairs.error();
    return readPairs(*pairs);
  }
  // The images file is opened before its partner is looked for: what is wrong with it comes first.
  Result<IdxFile> opened = openFile(path);
  if (!opened) return opened.error();
  if (opened->extents().size() == 1)
    return Error(GB_TEXT("engine", "%1 holds labels; open the file with the images.").arg(opened->name()), path.string(),
                 GB_TEXT("engine", "Its labels are found beside it."));
  Result<Pair> pair = findPartner(path);
  if (!pair) return pair.error();
  return readPairs({*pair});
}

} // namespace

const ReaderDef& idx() {
  static const ReaderDef def{
      "idx",
      GB_TEXT("engine", "IDX images (the MNIST family)"),
      GB_TEXT("engine",
              "Images and labels as bytes, packed with gzip or not. A folder with train and t10k files brings its own test part."),
      {pictureAnswerParam()},
      looksLike,
      read};
  return def;
}

} // namespace readers
} // namespace glassbox
