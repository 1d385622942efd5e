// Colored shapes, 3x32x32 bytes: ten kinds of figures on a plain ground, whose colors say nothing about the kind.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <span>

#include "engine/core/portable_math.h"
#include "engine/core/random.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"
#include "engine/data/reconstruction.h"

namespace glassbox::generators {
namespace {

constexpr int kSide = 32, kKinds = 10;
constexpr std::size_t kArea = kSide * kSide, kPixels = 3 * kArea;
constexpr double kPi = 3.14159265358979323846;
constexpr const char* kNames[kKinds] = {"disc", "ring", "square", "frame", "triangle", "cross", "star", "crescent", "bars", "arrow"};

/// Corners of a star with five points; its first points up.
const std::array<std::array<double, 2>, 10>& starCorners() {
  static const auto corners = [] {
    std::array<std::array<double, 2>, 10> out{};
    for (std::size_t i = 0; i < 10; ++i) {
      const double angle = kPi * static_cast<double>(i) / 5, radius = i % 2 == 0 ? 0.95 : 0.42;
      out[i] = {radius * portable::sin(angle), -radius * portable::cos(angle)};
    }
    return out;
  }();
  return corners;
}

/// Even-odd rule: how often a ray to the right crosses the border.
bool inStar(double x, double y) {
  const auto& corners = starCorners();
  bool inside = false;
  for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
    const auto [xi, yi] = corners[i];
    const auto [xj, yj] = corners[j];
    if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/// Whether a point of the figure's own square, -1..1 with y downwards, is ink.
bool isInk(int kind, double x, double y) {
  const double square = x * x + y * y, far = std::max(std::abs(x), std::abs(y)), ax = std::abs(x), ay = std::abs(y);
  switch (kind) {
    case 0: return square < 0.85 * 0.85;
    case 1: return square < 0.9 * 0.9 && square > 0.52 * 0.52;
    case 2: return far < 0.74;
    case 3: return far < 0.8 && far > 0.48;
    case 4: return y < 0.65 && ax < (y + 0.85) * 0.58;
    case 5: return (ax < 0.26 && ay < 0.88) || (ay < 0.26 && ax < 0.88);
    case 6: return inStar(x, y);
    case 7: return square < 0.88 * 0.88 && (x - 0.42) * (x - 0.42) + y * y > 0.62 * 0.62;
    case 8: return ax < 0.8 && ay < 0.68 && ay > 0.24;
    default: return (ay < 0.2 && x > -0.88 && x < 0.2) || (x > 0.1 && x < 0.9 && ay < (0.9 - x) * 0.85);
  }
}

struct Color {
  std::array<double, 3> rgb{};
};

Color drawColor(RandomSequence& random) { return {{random.uniform(0, 1), random.uniform(0, 1), random.uniform(0, 1)}}; }

/// Colors that can be told apart, whatever the figure.
std::array<Color, 2> drawColors(RandomSequence& random) {
  std::array<Color, 2> out;
  for (int attempt = 0; attempt < 30; ++attempt) {
    out = {drawColor(random), drawColor(random)};
    double apart = 0;
    for (std::size_t c = 0; c < 3; ++c) apart += std::abs(out[0].rgb[c] - out[1].rgb[c]);
    if (apart > 0.8) break;
  }
  return out;
}

/// From pixels to the figure's own square: turned, sheared, stretched and moved by chance.
struct Affine {
  double a, b, c, d, x0, y0;

  Affine(double jitter, RandomSequence& random) {
    const double turn = 0.2 * jitter * random.normal(), shear = 0.12 * jitter * random.normal();
    const double size = 10.5 * std::clamp(portable::exp(0.13 * jitter * random.normal()), 0.7, 1.25), stretch = std::clamp(portable::exp(0.1 * jitter * random.normal()), 0.75, 1.33);
    const double cosine = portable::cos(turn), sine = portable::sin(turn);
    x0 = kSide / 2.0 + std::clamp(1.8 * jitter * random.normal(), -4.0, 4.0);
    y0 = kSide / 2.0 + std::clamp(1.8 * jitter * random.normal(), -4.0, 4.0);
    a = (cosine - shear * sine) / (size * stretch), b = (sine + shear * cosine) / (size * stretch);
    c = -sine * stretch / size, d = cosine * stretch / size;
  }
  bool ink(int kind, double x, double y) const { return isInk(kind, a * (x - x0) + b * (y - y0), c * (x - x0) + d * (y - y0)); }
};

/// Share of each pixel that the figure covers: 0 or 1 where its corners agree, else counted at 5x5 points.
void cover(int kind, const Affine& affine, std::span<double> share) {
  constexpr int kFine = 5;
  std::array<bool, (kSide + 1) * (kSide + 1)> corner{};
  for (int y = 0; y <= kSide; ++y)
    for (int x = 0; x <= kSide; ++x) corner[static_cast<std::size_t>(y * (kSide + 1) + x)] = affine.ink(kind, x, y);
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const auto at = static_cast<std::size_t>(y * (kSide + 1) + x);
      const int corners = corner[at] + corner[at + 1] + corner[at + kSide + 1] + corner[at + kSide + 2];
      int points = corners == 4 ? kFine * kFine : 0;
      if (corners % 4 != 0)
        for (int i = 0; i < kFine * kFine; ++i) points += affine.ink(kind, x + (i % kFine + 0.5) / kFine, y + (i / kFine + 0.5) / kFine);
      share[static_cast<std::size_t>(y * kSide + x)] = points / static_cast<double>(kFine * kFine);
    }
}

/// Kind of image `i`: every ten images hold each kind once, in a drawn order.
int kindOf(std::uint64_t seed, std::int64_t i) {
  std::array<std::uint32_t, kKinds> order{};
  std::iota(order.begin(), order.end(), 0u);
  shuffle(order, Random(seed, streamOf(Stream::Data, static_cast<std::uint64_t>(i / kKinds) | std::uint64_t{1} << 40)));  // apart from the images' own streams
  return static_cast<int>(order[static_cast<std::size_t>(i % kKinds)]);
}

/// Nearly normal numbers of mean 0 and deviation 1, ten times faster than normal ones: the sum of a word's four bytes.
class Grain {
 public:
  explicit Grain(const Random& random) : m_random(random) {}
  double operator()(std::size_t i) {
    if (i % 4 == 0) m_words = m_random.words(i / 4);
    const std::uint32_t w = m_words[i % 4];
    return (static_cast<double>((w & 255) + (w >> 8 & 255) + (w >> 16 & 255) + (w >> 24)) - 510) / 147.8;
  }

 private:
  Random m_random;
  std::array<std::uint32_t, 4> m_words{};
};

void drawShape(int kind, double jitter, double noise, RandomSequence& random, Grain grain, std::span<std::uint8_t> picture) {
  const std::array<Color, 2> colors = drawColors(random);
  const Affine affine(jitter, random);
  std::array<double, kArea> share{};
  cover(kind, affine, share);
  for (std::size_t c = 0; c < 3; ++c)
    for (std::size_t p = 0; p < kArea; ++p) {
      const double value = colors[0].rgb[c] + (colors[1].rgb[c] - colors[0].rgb[c]) * share[p] + noise * grain(c * kArea + p);
      picture[c * kArea + p] = static_cast<std::uint8_t>(255 * std::clamp(value, 0.0, 1.0) + 0.5);
    }
}

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t images = params.integer("images");
  const double jitter = params.number("jitter"), noise = params.number("noise");
  const auto count = static_cast<std::size_t>(images);
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = Shape{3, kSide, kSide};
  data.inputs[0].divisor = 255;
  data.inputs[0].bytes = Buffer<std::uint8_t>(count * kPixels);
  data.target.name = "y";
  data.target.bytes = Buffer<std::uint8_t>(count);
  data.classNames.assign(std::begin(kNames), std::end(kNames));
  data.task = taskOfClasses(kKinds);
  data.train = images;
  const std::span<std::uint8_t> pixels = data.inputs[0].bytes;
  for (std::int64_t i = 0; i < images; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int kind = kindOf(seed, i);
    const Grain grain(Random(seed, streamOf(Stream::Noise, static_cast<std::uint64_t>(i))));
    drawShape(kind, jitter, noise, random, grain, pixels.subspan(static_cast<std::size_t>(i) * kPixels, kPixels));
    data.target.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(kind);
  }
  data.notes.push_back(GB_TEXT("engine", "Each pixel is a byte and becomes x / 255."));
  return data;
}

/// Moves a picture to the right; the columns that come free repeat the first.
void shiftRight(int by, std::span<std::uint8_t> picture) {
  for (std::size_t row = 0; row < 3 * kSide; ++row) {
    const auto line = picture.subspan(row * kSide, kSide);
    std::copy_backward(line.begin(), line.end() - by, line.end());
    std::fill_n(line.begin(), by, line[0]);
  }
}

/// A dot of 4x4 pixels in the corner, in one of ten colors.
void drawDot(int color, std::span<std::uint8_t> picture) {
  constexpr std::uint8_t kColors[kKinds][3] = {{255, 0, 0},     {0, 255, 0},   {0, 0, 255},   {255, 255, 0}, {255, 0, 255},
                                               {0, 255, 255}, {255, 255, 255}, {0, 0, 0}, {255, 128, 0}, {128, 0, 255}};
  for (std::size_t c = 0; c < 3; ++c)
    for (std::size_t y = 1; y < 5; ++y)
      for (std::size_t x = 1; x < 5; ++x) picture[c * kArea + y * kSide + x] = kColors[color][c];
}

/// The traps of lessons: what the training part has and the test part has not.
void finish(Dataset& data, const Params& params, std::uint64_t seed) {
  const int shift = static_cast<int>(params.integer("shift"));
  const bool shortcut = params.flag("shortcut");
  const std::span<std::uint8_t> pixels = data.inputs[0].bytes;
  const std::int64_t firstTest = data.train + data.validation;
  const Random random(seed, streamOf(Stream::Data, std::uint64_t{1} << 41));
  for (std::int64_t row = shortcut ? 0 : firstTest; row < data.samples(); ++row) {
    const auto i = static_cast<std::size_t>(row);
    const auto picture = pixels.subspan(i * kPixels, kPixels);
    if (row >= firstTest) shiftRight(shift, picture);
    if (shortcut) drawDot(row < firstTest ? data.target.bytes[i] : static_cast<int>(random.below(i, kKinds)), picture);
  }
  if (shortcut) data.notes.push_back(GB_TEXT("engine", "A colored dot in the corner tells the class in the training and validation parts; in the test part its color is drawn by chance."));
  if (shift > 0) data.notes.push_back(GB_TEXT("engine", "The pictures of the test part are moved by %1 pixels to the right.").arg(shift));
}

}  // namespace

const GeneratorDef& shapes() {
  static const GeneratorDef def{
      "shapes",
      GB_TEXT("engine", "Colored shapes"),
      GB_TEXT("engine", "Pictures of ten kinds of shapes, drawn by the program in chance colors, sizes and places: 32x32 pixels with three color channels. "
                        "The color says nothing about the kind, so a network has to look at the form."),
      {integerParam("images", GB_TEXT("engine", "Images"), GB_TEXT("engine", "How many pictures are drawn; each kind gets a tenth of them."), 4000, 10, 70000),
       numberParam("jitter", GB_TEXT("engine", "Jitter"), GB_TEXT("engine", "How much the shapes are turned, sheared, stretched and moved. 0 draws each kind always in the same form and place."), 1, 0, 2),
       numberParam("noise", GB_TEXT("engine", "Noise"), GB_TEXT("engine", "Deviation of the noise on each pixel, as a share of full brightness."), 0.05, 0, 0.5),
       switchParam("shortcut", GB_TEXT("engine", "Shortcut"), GB_TEXT("engine", "Puts a small colored dot into a corner that tells the class while training, and tells nothing in the test: a trap that a network falls into."), false),
       integerParam("shift", GB_TEXT("engine", "Shift of the test"), GB_TEXT("engine", "By how many pixels the pictures of the test part are moved to the right: does the network still know them?"), 0, 0, 12),
       pictureAnswerParam()},
      {0.0, 0.25},
      make,
      nullptr,
      finish};
  return def;
}

}  // namespace glassbox::generators
