#include <charconv>

#include "engine/graph/network.h"

namespace glassbox {

std::optional<std::size_t> findWeight(std::span<const WeightInfo> infos, std::string_view element) {
  const std::size_t open = element.find('[');
  if (open == std::string_view::npos || element.back() != ']') return std::nullopt;
  for (const WeightInfo& info : infos) {
    if (info.name != element.substr(0, open)) continue;
    std::size_t flat = 0;
    const char* at = element.data() + open + 1;
    const char* end = element.data() + element.size() - 1;
    for (int axis = 0; axis < info.def.shape.rank(); ++axis) {
      std::int64_t index = 0;
      const auto [next, error] = std::from_chars(at, end, index);
      if (error != std::errc() || index < 0 || index >= info.def.shape[axis]) return std::nullopt;
      flat = flat * static_cast<std::size_t>(info.def.shape[axis]) + static_cast<std::size_t>(index);
      const bool last = axis + 1 == info.def.shape.rank();
      if (last ? next != end : next == end || *next != ',') return std::nullopt;
      at = next + 1;
    }
    return info.offset + flat;
  }
  return std::nullopt;
}

}  // namespace glassbox
