// Digits as a hand would draw them: 1x28x28 bytes, white on black, centred by mass as MNIST is.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

#include "engine/core/portable_math.h"
#include "engine/core/random.h"
#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"
#include "engine/data/generators/strokes.h"
#include "engine/data/reconstruction.h"

namespace glassbox::generators {
namespace {

constexpr int kSide = 28;
constexpr double kInk = 20; // the larger side of the ink in pixels: MNIST digits are fitted into 20x20
constexpr std::size_t kPixels = kSide * kSide;

Stroke smooth(std::vector<PenPoint> points) { return {Stroke::Kind::Smooth, std::move(points)}; }
Stroke straight(std::vector<PenPoint> points) { return {Stroke::Kind::Straight, std::move(points)}; }

/// The ways to draw each digit, in a unit square (y downwards). 1, 4, 7 and 9 are written in two ways all over the world.
const std::array<std::vector<Drawing>, 10>& shapes() {
  static const std::array<std::vector<Drawing>, 10> all{{
      // 0: one round, closed a little beyond its beginning
      {{smooth({{.56, .01},
                {.30, .07},
                {.14, .32},
                {.13, .66},
                {.30, .94},
                {.55, .99},
                {.78, .82},
                {.87, .50},
                {.78, .17},
                {.54, .01},
                {.42, .05}})}},
      // 1: a stroke; a stroke with a flag
      {{straight({{.52, .0}, {.50, .5}, {.48, 1.}})}, {straight({{.30, .24}, {.53, .0}, {.51, .5}, {.50, 1.}})}},
      // 2: a hook, a diagonal, a foot
      {{smooth({{.14, .24}, {.28, .05}, {.55, .0}, {.78, .16}, {.74, .42}, {.48, .70}, {.12, .97}}),
        smooth({{.12, .97}, {.48, .93}, {.90, .97}})}},
      // 3: two bows that meet in the middle
      {{smooth({{.17, .12}, {.42, .0}, {.72, .07}, {.76, .28}, {.58, .44}, {.36, .47}}),
        smooth({{.36, .47}, {.66, .50}, {.84, .70}, {.70, .93}, {.42, 1.}, {.13, .90}})}},
      // 4: open; closed
      {{straight({{.20, .05}, {.13, .54}, {.84, .54}}), straight({{.70, .0}, {.67, .5}, {.62, 1.}})},
       {straight({{.66, .0}, {.10, .66}, {.90, .64}}), straight({{.66, .0}, {.64, .5}, {.62, 1.}})}},
      // 5: roof and wall, then a belly
      {{straight({{.82, .02}, {.32, .03}, {.24, .43}}), smooth({{.24, .43}, {.50, .38}, {.77, .52}, {.79, .80}, {.54, .99}, {.14, .93}})}},
      // 6: a long bow that closes a loop
      {{smooth({{.70, .02}, {.42, .16}, {.21, .45}, {.15, .77}, {.36, .99}, {.66, .93}, {.78, .70}, {.60, .52}, {.34, .58}, {.19, .76}})}},
      // 7: plain; with a bar
      {{straight({{.12, .05}, {.86, .03}}), smooth({{.86, .03}, {.62, .40}, {.46, .72}, {.40, 1.}})},
       {straight({{.14, .06}, {.86, .03}}), smooth({{.86, .03}, {.62, .42}, {.42, 1.}}), straight({{.28, .53}, {.78, .50}})}},
      // 8: one line that crosses itself
      {{smooth({{.74, .12},
                {.48, .0},
                {.24, .15},
                {.34, .38},
                {.64, .56},
                {.78, .79},
                {.52, 1.},
                {.24, .84},
                {.34, .58},
                {.62, .40},
                {.78, .20},
                {.66, .06}})}},
      // 9: straight tail; bent tail
      {{smooth({{.78, .18}, {.52, .0}, {.24, .12}, {.20, .36}, {.42, .50}, {.68, .40}, {.80, .16}}),
        straight({{.80, .16}, {.76, .55}, {.70, 1.}})},
       {smooth({{.78, .20},
                {.54, .0},
                {.25, .12},
                {.21, .37},
                {.44, .50},
                {.70, .38},
                {.80, .18},
                {.80, .48},
                {.68, .82},
                {.42, .99},
                {.20, .93}})}},
  }};
  return all;
}

/// Digit of image `i`: every ten images hold each digit once, in a drawn order.
int digitOf(std::uint64_t seed, std::int64_t i) {
  std::array<std::uint32_t, 10> order{};
  std::iota(order.begin(), order.end(), 0u);
  const std::uint64_t block = static_cast<std::uint64_t>(i / 10) | std::uint64_t{1} << 40; // apart from the images' own streams
  shuffle(order, Random(seed, streamOf(Stream::Data, block)));
  return static_cast<int>(order[static_cast<std::size_t>(i % 10)]);
}

/// Applies `change` to every point.
template<class F> void forPoints(Drawing& drawing, const F& change) {
  for (Stroke& stroke : drawing)
    for (PenPoint& point : stroke.points) change(point);
}

/// Unsteady hand, slant, rotation and proportions; strokes that touch keep touching because equal points move alike.
void deform(Drawing& drawing, double jitter, RandomSequence& random) {
  PenPoint before{-1, -1};
  double dx = 0, dy = 0;
  forPoints(drawing, [&](PenPoint& p) {
    if (p.x != before.x || p.y != before.y) {
      dx = 0.034 * jitter * random.normal();
      dy = 0.034 * jitter * random.normal();
    }
    before = p;
    p.x += dx;
    p.y += dy;
  });
  const double turn = 0.13 * jitter * random.normal(), slant = (0.10 + 0.22 * random.normal()) * jitter;
  const double wide = 0.72 * portable::exp(0.17 * jitter * random.normal()); // digits are taller than wide
  const double c = portable::cos(turn), s = portable::sin(turn);
  forPoints(drawing, [&](PenPoint& p) {
    const double x = wide * (p.x - 0.5) - slant * (p.y - 0.5), y = p.y - 0.5;
    p = {c * x - s * y, s * x + c * y};
  });
}

/// Scales the lines so that the ink's larger side is `size` pixels.
void fit(Drawing& lines, double size, double pen) {
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  forPoints(lines, [&](PenPoint& p) {
    left = std::min(left, p.x), right = std::max(right, p.x);
    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  });
  const double scale = (size - pen) / std::max(right - left, bottom - top);
  forPoints(lines, [&](PenPoint& p) { p = {p.x * scale, p.y * scale}; });
}

/// Moves the lines so that their centre of mass (they are equally thick everywhere) lies at `center`.
void centerMass(Drawing& lines, PenPoint center) {
  double mass = 0, x = 0, y = 0;
  for (const Stroke& stroke : lines)
    for (std::size_t i = 0; i + 1 < stroke.points.size(); ++i) {
      const PenPoint a = stroke.points[i], b = stroke.points[i + 1];
      const double length = std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
      mass += length;
      x += length * (a.x + b.x) / 2;
      y += length * (a.y + b.y) / 2;
    }
  forPoints(lines, [&](PenPoint& p) { p = {p.x - x / mass + center.x, p.y - y / mass + center.y}; });
}

void drawDigit(int digit, double jitter, double pen, RandomSequence& random, std::span<std::uint8_t> picture) {
  const std::vector<Drawing>& ways = shapes()[static_cast<std::size_t>(digit)];
  Drawing drawing = ways[random.below(static_cast<std::uint32_t>(ways.size()))];
  const double width = pen * std::clamp(portable::exp(0.22 * jitter * random.normal()), 0.5, 1.8);
  const double size = kInk * std::clamp(1 + 0.04 * jitter * random.normal(), 0.8, 1.1);
  const PenPoint center{kSide / 2.0 + std::clamp(0.5 * jitter * random.normal(), -2.0, 2.0),
                        kSide / 2.0 + std::clamp(0.5 * jitter * random.normal(), -2.0, 2.0)};
  deform(drawing, jitter, random);
  Drawing lines = flatten(drawing);
  fit(lines, size, width);
  centerMass(lines, center);
  render(lines, width, picture, kSide, kSide);
}

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t images = params.integer("images");
  const double jitter = params.number("jitter"), pen = params.number("pen");
  const auto count = static_cast<std::size_t>(images);
  Dataset data;
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = Shape{1, kSide, kSide};
  data.inputs[0].divisor = 255;
  data.inputs[0].bytes = Buffer<std::uint8_t>(count * kPixels);
  data.target.name = "y";
  data.target.bytes = Buffer<std::uint8_t>(count);
  data.classNames = numberedNames("", 10);
  data.task = taskOfClasses(10);
  data.train = images;
  const std::span<std::uint8_t> pixels = data.inputs[0].bytes;
  for (std::int64_t i = 0; i < images; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const int digit = digitOf(seed, i);
    drawDigit(digit, jitter, pen, random, pixels.subspan(static_cast<std::size_t>(i) * kPixels, kPixels));
    data.target.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(digit);
  }
  data.notes.push_back(GB_TEXT("engine", "Each pixel is a byte and becomes x / 255."));
  return data;
}

} // namespace

const GeneratorDef& digits() {
  static const GeneratorDef def{
      "digits",
      GB_TEXT("engine", "Drawn digits"),
      GB_TEXT("engine",
              "Pictures of the digits 0 to 9, drawn by the program with a shaking pen: 28×28 pixels, white on black, as in MNIST. "
              "They need no file, and every picture depends on the seed and its number alone."),
      {integerParam("images", GB_TEXT("engine", "Images"),
                    GB_TEXT("engine", "How many pictures are drawn; each digit gets a tenth of them."), 4000, 10, 70000),
       numberParam("jitter", GB_TEXT("engine", "Jitter"),
                   GB_TEXT("engine", "How much the hand shakes, slants, turns and stretches. 0 draws each digit always in the same way; "
                                     "above 1.5 some cannot be read."),
                   1, 0, 2),
       numberParam("pen", GB_TEXT("engine", "Pen"), GB_TEXT("engine", "Mean width of the pen in pixels; it varies with the jitter."), 2.4,
                   1, 5),
       pictureAnswerParam()},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
