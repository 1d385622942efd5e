// Merges a growing series evenly: its beginning stays as fine as its end, however often it is made shorter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace glassbox {

/// Neighbours that become one: `ends` are the indices behind the last item of each group.
struct EvenGroups {
  std::vector<std::size_t> ends;
  std::uint64_t width = 1;  ///< a power of two: what a group may hold
};

/// At most `limit` (>= 1) groups of `size` (>= 1) items, where item i stands for count(i) values. A group holds at most `width` values, or
/// one item; the least width that will do is taken. Merging pairs instead would make the oldest items twice as coarse each time.
template<class Count> EvenGroups evenGroups(std::size_t size, const Count& count, std::size_t limit) {
  EvenGroups groups;
  for (;; groups.width *= 2) {
    groups.ends.clear();
    std::uint64_t held = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto values = static_cast<std::uint64_t>(count(i));
      if (i > 0 && held + values > groups.width) {
        groups.ends.push_back(i);
        held = 0;
      }
      held += values;
    }
    groups.ends.push_back(size);
    if (groups.ends.size() <= limit) return groups;
  }
}

}  // namespace glassbox
