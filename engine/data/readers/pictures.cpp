// A folder of pictures for each class, with train/ and test/ above them or not. The decoder is handed in.
#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <tuple>

#include "engine/data/readers/file.h"
#include "engine/data/readers/readers.h"
#include "engine/data/readers/resize.h"
#include "engine/data/reconstruction.h"
#include "engine/text/utf8.h"

namespace glassbox::readers {
namespace {

namespace fs = std::filesystem;

constexpr std::array kExtensions{".png", ".jpg", ".jpeg", ".bmp", ".gif", ".pgm", ".ppm", ".webp"}; // no svg: it is a program of sorts
constexpr std::int64_t kMaxFile = std::int64_t{64} << 20;
constexpr std::size_t kMaxClasses = 10'000, kMaxFiles = 10'000'000;

bool isPictureName(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

bool isHidden(const fs::path& path) { return path.filename().string().starts_with("."); }

bool isFolder(const fs::path& path) {
  std::error_code code;
  return fs::is_directory(path, code);
}

/// What lies in a folder, sorted by the bytes of the names; hidden entries are left out.
Result<std::vector<fs::path>> entriesOf(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code code;
  fs::directory_iterator at(folder, code), end;
  for (; !code && at != end && out.size() < kMaxFiles; at.increment(code))
    if (!isHidden(at->path())) out.push_back(at->path());
  if (code)
    return Error(
        GB_TEXT("engine", "The folder %1 could not be read: the system gives the code %2.").arg(fileName(folder)).arg(code.value()),
        folder.string(), GB_TEXT("engine", "Check that it is there and may be read by you."));
  std::sort(out.begin(), out.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return out;
}

/// Whether a picture lies right in the folder; looks at a few entries only.
bool hasPicture(const fs::path& folder) {
  std::error_code code;
  int looked = 0;
  for (fs::directory_iterator at(folder, code), end; !code && at != end && looked < 1000; at.increment(code), ++looked)
    if (isPictureName(at->path())) return true;
  return false;
}

bool hasClasses(const fs::path& folder) {
  std::error_code code;
  int classes = 0;
  for (fs::directory_iterator at(folder, code), end; !code && at != end && classes < 2; at.increment(code))
    if (!isHidden(at->path()) && isFolder(at->path()) && hasPicture(at->path())) ++classes;
  return classes == 2;
}

bool looksLike(const Glimpse& glimpse) { return glimpse.isFolder && (hasClasses(glimpse.path) || hasClasses(glimpse.path / "train")); }

struct ClassFolder {
  std::string name;
  std::vector<fs::path> files;
};

/// What was left out, for one note.
struct LeftOut {
  std::int64_t count = 0;
  std::string first;
  void add(const fs::path& path) {
    if (count++ == 0) first = fileName(path);
  }
};

Result<std::vector<ClassFolder>> classesIn(const fs::path& folder, LeftOut& others) {
  Result<std::vector<fs::path>> entries = entriesOf(folder);
  if (!entries) return entries.error();
  std::vector<ClassFolder> classes;
  for (const fs::path& entry : *entries) {
    if (!isFolder(entry)) {
      others.add(entry);
      continue;
    }
    const std::string name = entry.filename().string();
    if (findBadUtf8(name) != std::string_view::npos || excerpt(name, 100) != name)
      return Error(GB_TEXT("engine", "The name of the folder %1 cannot be the name of a class.").arg(excerpt(name)), entry.string(),
                   GB_TEXT("engine", "Give it a shorter name of letters."));
    Result<std::vector<fs::path>> files = entriesOf(entry);
    if (!files) return files.error();
    ClassFolder& one = classes.emplace_back(ClassFolder{name, {}});
    for (const fs::path& file : *files) {
      if (isPictureName(file) && !isFolder(file))
        one.files.push_back(file);
      else
        others.add(file);
    }
    if (one.files.empty())
      return Error(GB_TEXT("engine", "The folder %1 holds no pictures.").arg(fileName(entry)), entry.string(),
                   GB_TEXT("engine", "Put PNG, JPEG or BMP files there, or remove the folder."));
    if (classes.size() > kMaxClasses)
      return Error(GB_TEXT("engine", "The folder %1 has more than %2 classes.").arg(fileName(folder)).arg(kMaxClasses), folder.string());
  }
  return classes;
}

struct Size {
  int width = 0, height = 0;
};

/// Reads "32x24"; empty: no size.
Result<std::optional<Size>> parseSize(const std::string& words) {
  if (words.empty()) return std::optional<Size>();
  const Result<Shape> shape = parseShape(words);
  if (!shape || shape->rank() != 2 || (*shape)[0] > kMaxPictureSide || (*shape)[1] > kMaxPictureSide)
    return Error(GB_TEXT("engine", "resize is \"%1\"; it must be width x height, such as 32x32, each at most %2.")
                     .arg(excerpt(words))
                     .arg(kMaxPictureSide));
  return std::optional(Size{static_cast<int>((*shape)[0]), static_cast<int>((*shape)[1])});
}

std::string sizeOf(int width, int height) { return std::to_string(width) + "x" + std::to_string(height); }

/// Reads all pictures of a data set one by one into planes of bytes.
class PictureReader {
 public:
  PictureReader(const LoadContext& context, std::optional<Size> size, bool colored)
      : m_decode(context.pictures), m_size(size), m_channels(colored ? 3 : 1) {}

  Result<void> add(const fs::path& path, std::int64_t expected, Dataset& data) {
    const Result<Glimpse> glimpse = glance(path);
    if (!glimpse) return glimpse.error();
    const std::string name = fileName(path);
    if (glimpse->bytes == 0)
      return Error(GB_TEXT("engine", "%1 is empty.").arg(name), path.string(), GB_TEXT("engine", "Remove the file, or get it again."));
    if (glimpse->bytes > kMaxFile)
      return Error(GB_TEXT("engine", "%1 has %2; a picture may have %3.").arg(name).arg(sizeText(glimpse->bytes)).arg(sizeText(kMaxFile)),
                   path.string(), GB_TEXT("engine", "Make it smaller."));
    const Result<Buffer<std::uint8_t>> bytes = readWhole(path);
    if (!bytes) return bytes.error();
    Result<Picture> picture = m_decode(*bytes, name);
    if (!picture) return Error(picture.error().what, path.string(), picture.error().hint);
    assert(picture->pixels.size() == 3 * static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height));
    m_transparent += picture->transparent;
    if (m_next == 0 && !m_size) {
      if (picture->width > kMaxPictureSide || picture->height > kMaxPictureSide)
        return Error(GB_TEXT("engine", "%1 has %2 pixels; %3 is the most.")
                         .arg(name)
                         .arg(sizeOf(picture->width, picture->height))
                         .arg(sizeOf(kMaxPictureSide, kMaxPictureSide)),
                     path.string(), GB_TEXT("engine", "Set resize, for example to 64x64."));
      m_width = picture->width, m_height = picture->height, m_first = name;
    } else if (m_next == 0) {
      m_width = m_size->width, m_height = m_size->height;
    }
    if (m_next == 0)
      if (Result<void> done = reserve(expected, data); !done) return Error(done.error().what, path.string(), done.error().hint);
    if (picture->width != m_width || picture->height != m_height) {
      if (!m_size)
        return Error(GB_TEXT("engine", "%1 has %2 pixels and %3 has %4; all pictures must have one size.")
                         .arg(m_first)
                         .arg(sizeOf(m_width, m_height))
                         .arg(name)
                         .arg(sizeOf(picture->width, picture->height)),
                     path.string(), GB_TEXT("engine", "Set resize, for example to %1.").arg(sizeOf(m_width, m_height)));
      *picture = resized(*picture, m_width, m_height);
      ++m_scaled;
    }
    store(*picture, data.inputs[0].bytes.data() + m_next * m_pixels * static_cast<std::size_t>(m_channels));
    data.sourceBytes += static_cast<std::int64_t>(bytes->size());
    data.sourceHash = hashBytes(bytes->data(), bytes->size(), data.sourceHash);
    ++m_next;
    return {};
  }

  void note(Dataset& data) const {
    const Text kind = m_channels == 3 ? GB_TEXT("engine", "in colour (red, green, blue)") : GB_TEXT("engine", "in grey");
    data.notes.push_back(GB_TEXT("engine", "The pictures are read %1, %2 pixels.").arg(kind).arg(sizeOf(m_width, m_height)));
    if (m_scaled > 0)
      data.notes.push_back(GB_TEXT("engine", "%1 of %2 pictures had another size and were scaled; their proportions may have changed.")
                               .arg(m_scaled)
                               .arg(m_next));
    if (m_transparent > 0)
      data.notes.push_back(GB_TEXT("engine", "%1 pictures are partly transparent; white was put behind them.").arg(m_transparent));
  }

 private:
  Result<void> reserve(std::int64_t count, Dataset& data) {
    m_pixels = static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height);
    const std::int64_t each = static_cast<std::int64_t>(m_pixels) * m_channels;
    if (Result<void> fits = checkMemory(count * each, m_first.empty() ? "pictures" : m_first); !fits) return fits;
    data.inputs[0].type.shape = Shape{m_channels, m_height, m_width};
    data.inputs[0].bytes = Buffer<std::uint8_t>(static_cast<std::size_t>(count * each));
    return {};
  }

  /// Plane after plane, as networks take them.
  void store(const Picture& picture, std::uint8_t* out) const {
    for (std::size_t i = 0; i < m_pixels; ++i) {
      const std::uint8_t* pixel = picture.pixels.data() + 3 * i;
      if (m_channels == 1)
        out[i] = brightness(pixel);
      else
        for (std::size_t c = 0; c < 3; ++c) out[c * m_pixels + i] = pixel[c];
    }
  }

  PictureDecoder m_decode;
  std::optional<Size> m_size;
  int m_channels, m_width = 0, m_height = 0;
  std::size_t m_pixels = 0, m_next = 0;
  std::int64_t m_scaled = 0, m_transparent = 0;
  std::string m_first;
};

Result<Dataset> read(const fs::path& path, const Params& params, const LoadContext& context) {
  if (!context.pictures) return Error(GB_TEXT("engine", "Pictures cannot be decoded here."), path.string());
  const Result<std::optional<Size>> size = parseSize(params.words("resize"));
  if (!size) return size.error();
  const bool parts = isFolder(path / "train") && isFolder(path / "test");
  LeftOut others;
  Result<std::vector<ClassFolder>> train = classesIn(parts ? path / "train" : path, others);
  if (!train) return train.error();
  std::vector<ClassFolder> test;
  if (parts) {
    Result<std::vector<ClassFolder>> found = classesIn(path / "test", others);
    if (!found) return found.error();
    test = *std::move(found);
    for (const auto& [here, there, where] : {std::tuple(&test, &*train, "test"), std::tuple(&*train, &test, "train")})
      for (const ClassFolder& one : *here)
        if (std::none_of(there->begin(), there->end(), [&](const ClassFolder& other) { return other.name == one.name; }))
          return Error(GB_TEXT("engine", "The class \"%1\" has a folder in %2 and none in %3.")
                           .arg(one.name)
                           .arg(where)
                           .arg(std::string(where) == "test" ? "train" : "test"),
                       (path / where / one.name).string(), GB_TEXT("engine", "Give train and test the same folders."));
  }
  if (train->size() < 2)
    return Error(GB_TEXT("engine", "The folder %1 has %2 folders with pictures; each class needs one, and there must be two or more.")
                     .arg(fileName(path))
                     .arg(train->size()),
                 path.string(), GB_TEXT("engine", "Put the pictures of each class into a folder that has its name."));

  Dataset data;
  data.sourceHash = kHashStart;
  for (const ClassFolder& one : *train) data.classNames.push_back(one.name), data.train += static_cast<std::int64_t>(one.files.size());
  for (const ClassFolder& one : test) data.test += static_cast<std::int64_t>(one.files.size());
  if (data.samples() >= kMaxSamples)
    return Error(GB_TEXT("engine", "%1 images are more than the lab can number.").arg(data.samples()), path.string());
  data.task = taskOfClasses(data.classes());
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].divisor = 255;
  data.target.name = "y";
  data.target.numbers = Buffer<float>(static_cast<std::size_t>(data.samples()));
  PictureReader reader(context, *size, params.words("color") == "color");
  std::size_t next = 0;
  for (const std::vector<ClassFolder>* part : {&*train, &test})
    for (std::size_t label = 0; label < part->size(); ++label) {
      const ClassFolder& one = (*part)[label];
      data.sourceHash = hashBytes(one.name.data(), one.name.size(), data.sourceHash);
      for (const fs::path& file : one.files) {
        if (Result<void> done = reader.add(file, data.samples(), data); !done) return done.error();
        data.target.numbers[next++] = static_cast<float>(label);
      }
    }
  data.notes.push_back(GB_TEXT("engine", "The %1 classes are the folders, in the order of their names.").arg(data.classes()));
  reader.note(data);
  data.notes.push_back(GB_TEXT("engine", "Each pixel is a byte and becomes x / 255."));
  if (parts) data.notes.push_back(GB_TEXT("engine", "%1 is the test part.").arg("test/"));
  if (others.count > 0)
    data.notes.push_back(GB_TEXT("engine", "%1 files and folders are no pictures by their names and were left out; the first is %2.")
                             .arg(others.count)
                             .arg(others.first));
  return data;
}

} // namespace

const ReaderDef& pictures() {
  static const ReaderDef def{
      "pictures",
      GB_TEXT("engine", "Pictures"),
      GB_TEXT("engine", "A folder for each class, with pictures in it (PNG, JPEG, BMP, GIF, PNM, WebP). With the folders train and test "
                        "above them, test is the test part."),
      {wordsParam(
           "resize", GB_TEXT("engine", "Size"),
           GB_TEXT(
               "engine",
               "Width x height in pixels that all pictures are scaled to, such as 32x32. Empty: as they are; then all must have one size."),
           ""),
       choiceParam("color", GB_TEXT("engine", "Colour"),
                   GB_TEXT("engine", "Three channels for red, green and blue, or one for brightness."), "color",
                   {{"color", GB_TEXT("engine", "colour")}, {"grey", GB_TEXT("engine", "grey")}}),
       pictureAnswerParam()},
      looksLike,
      read};
  return def;
}

} // namespace glassbox::readers
