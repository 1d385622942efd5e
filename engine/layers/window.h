// What layers with a sliding window share: reading its extents from parameters, and the sentences for what does not fit.
#pragma once

#include <optional>

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// Extents of a window over the rows and columns of a picture.
struct Window {
  std::int64_t height = 1, width = 1;                      ///< of the kernel
  std::int64_t strideH = 1, strideW = 1, padH = 0, padW = 0, dilationH = 1, dilationW = 1;

  /// Numbers that one output reaches over, dilation included.
  std::int64_t reachH() const { return (height - 1) * dilationH + 1; }
  std::int64_t reachW() const { return (width - 1) * dilationW + 1; }
  /// floor((size + 2 pad - reach) / stride) + 1, as PyTorch; below 1 when the kernel does not fit.
  std::int64_t outHeight(std::int64_t size) const { return fits(size + 2 * padH - reachH(), strideH); }
  std::int64_t outWidth(std::int64_t size) const { return fits(size + 2 * padW - reachW(), strideW); }

 private:
  static std::int64_t fits(std::int64_t room, std::int64_t stride) { return room < 0 ? 0 : room / stride + 1; }
};

/// Two extents from words such as "3" (both) or "3x5".
struct Extents {
  std::int64_t height = 0, width = 0;
};
Result<Extents> readExtents(const std::string& key, const std::string& words, std::int64_t least);

/// The window that `params` describe. `sizeKey` is "kernel" or "size"; stride may be "size", padding may be "same" (stride 1 only),
/// dilation may be absent. With `oneAxis` a second extent is refused and the width stays 1.
Result<Window> readWindow(const Params& params, const std::string& sizeKey, bool oneAxis);

/// A misfit for what is no picture, with the repair that helps; nothing when `in` is one.
std::optional<Misfit> needsPicture(const PortType& in);
/// A misfit when the window is larger than the padded picture.
std::optional<Misfit> needsRoom(const Window& window, const PortType& in, const std::string& sizeKey);

/// The parameters stride, padding and dilation.
ParamDef strideParam(const std::string& fallback);
ParamDef paddingParam(bool same);
ParamDef dilationParam();

/// "3" or "(3, 5)", as PyTorch writes it.
std::string torchPair(std::int64_t height, std::int64_t width);

}  // namespace glassbox::inline GLASSBOX_REAL_NS
