#include "engine/layers/window.h"

#include <algorithm>
#include <charconv>

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

constexpr std::int64_t kLargestExtent = 65536;

std::string pairText(std::int64_t height, std::int64_t width) {
  return height == width ? std::to_string(height) : std::to_string(height) + "x" + std::to_string(width);
}

}  // namespace

Result<Extents> readExtents(const std::string& key, const std::string& words, std::int64_t least) {
  const Error wrong(GB_TEXT("engine", "has %1 = \"%2\": write one number for both directions or height x width such as 3x5, each from %3 to %4.")
                        .arg(key).arg(words.substr(0, 40)).arg(least).arg(kLargestExtent));
  std::int64_t numbers[2] = {0, 0};
  const char* at = words.data();
  const char* end = at + words.size();
  int count = 0;
  while (true) {
    if (count == 2) return wrong;
    const auto [next, error] = std::from_chars(at, end, numbers[count]);
    if (error != std::errc() || numbers[count] < least || numbers[count] > kLargestExtent) return wrong;
    ++count;
    if (next == end) break;
    if (*next == 'x') at = next + 1;
    else if (std::string_view(next, static_cast<std::size_t>(end - next)).substr(0, 2) == "\u00d7") at = next + 2;
    else return wrong;
  }
  return Extents{numbers[0], count == 2 ? numbers[1] : numbers[0]};
}

Result<Window> readWindow(const Params& params, const std::string& sizeKey, bool oneAxis) {
  Window w;
  const auto read = [&](const std::string& key, const std::string& words, std::int64_t least, std::int64_t& height, std::int64_t& width) -> Result<void> {
    if (oneAxis && words.find_first_not_of("0123456789") != std::string::npos)
      return Error(GB_TEXT("engine", "has %1 = \"%2\": a sequence has one direction, so write one whole number.").arg(key).arg(words.substr(0, 40)));
    Result<Extents> extents = readExtents(key, words, least);
    if (!extents) return extents.error();
    height = extents->height;
    if (!oneAxis) width = extents->width;
    return {};
  };
  if (Result<void> done = read(sizeKey, params.words(sizeKey), 1, w.height, w.width); !done) return done.error();
  if (params.words("stride") == "size") w.strideH = w.height, w.strideW = w.width;
  else if (Result<void> done = read("stride", params.words("stride"), 1, w.strideH, w.strideW); !done) return done.error();
  if (params.has("dilation"))
    if (Result<void> done = read("dilation", params.words("dilation"), 1, w.dilationH, w.dilationW); !done) return done.error();
  if (params.words("padding") != "same") {
    if (Result<void> done = read("padding", params.words("padding"), 0, w.padH, w.padW); !done) return done.error();
    return w;
  }
  if (w.strideH != 1 || w.strideW != 1) return Error(GB_TEXT("engine", "cannot keep the size (padding = same) with a stride above 1: write the padding as a number."));
  if (w.reachH() % 2 == 0 || w.reachW() % 2 == 0)
    return Error(GB_TEXT("engine", "cannot keep the size (padding = same) with an even kernel: it would have to pad one side more than the other. Use an odd kernel."));
  w.padH = (w.reachH() - 1) / 2, w.padW = (w.reachW() - 1) / 2;
  return w;
}

std::optional<Misfit> needsPicture(const PortType& in) {
  if (in.element == Element::Token) return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  if (in.shape.rank() == 3) return {};
  if (in.shape.rank() <= 1)
    return Misfit{Error(GB_TEXT("engine", "slides over a picture (channels x height x width) and gets a flat list of %1 numbers, in which nothing says what lies beside what.").arg(in.shape.count())),
                  {Repair{GB_TEXT("engine", "Put a Reshape before it"), "reshape", "", false}}};
  return Misfit{Error(GB_TEXT("engine", "slides over a picture (channels x height x width) and gets %1. A picture with one channel is 1x%1.").arg(in.shape.str())),
                {Repair{GB_TEXT("engine", "Put a Reshape before it"), "reshape", "", false}}};
}

std::optional<Misfit> needsRoom(const Window& window, const PortType& in, const std::string& sizeKey) {
  const bool sequence = in.shape.rank() == 2;
  const std::int64_t height = in.shape[sequence ? 0 : 1], width = sequence ? 1 : in.shape[2];
  if (window.outHeight(height) >= 1 && (sequence || window.outWidth(width) >= 1)) return {};
  const std::string picture = sequence ? std::to_string(height) : std::to_string(height) + "x" + std::to_string(width);
  const std::string reach = sequence ? std::to_string(window.reachH()) : std::to_string(window.reachH()) + "x" + std::to_string(window.reachW());
  const std::string fitting = sequence ? std::to_string(std::min(window.height, height))
                                       : pairText(std::min(window.height, height), std::min(window.width, width));
  Misfit misfit{Error(GB_TEXT("engine", "reaches over %1 numbers, and what it gets is only %2: it fits nowhere. Make it smaller, or add padding.").arg(reach).arg(picture)), {}};
  if (window.dilationH == 1 && window.dilationW == 1)
    misfit.repairs.push_back(Repair{GB_TEXT("engine", "Set the window to %1").arg(fitting), "", sizeKey, fitting});
  return misfit;
}

ParamDef strideParam(const std::string& fallback) {
  return wordsParam("stride", GB_TEXT("engine", "Stride"),
                    fallback == "size" ? GB_TEXT("engine", "How far the window moves from output to output; \"size\" moves it by its own size, so that windows do not overlap.")
                                       : GB_TEXT("engine", "How far the window moves from output to output. 2 halves the height and width; 2x1 halves the height alone."),
                    fallback);
}

ParamDef paddingParam(bool same) {
  return wordsParam("padding", GB_TEXT("engine", "Padding"),
                    same ? GB_TEXT("engine", "How many rows and columns of zeros are put around it. \"same\" takes as many as keep the size.")
                         : GB_TEXT("engine", "How many rows and columns are put around it; at most half of the window."),
                    "0");
}

ParamDef dilationParam() {
  return wordsParam("dilation", GB_TEXT("engine", "Dilation"), GB_TEXT("engine", "Distance between the numbers that one output reads. 2 leaves every second one out: the same weights see further."), "1");
}

std::string torchPair(std::int64_t height, std::int64_t width) {
  return height == width ? std::to_string(height) : "(" + std::to_string(height) + ", " + std::to_string(width) + ")";
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
