#include "engine/core/tensor.h"

#include <sys/mman.h>

#include <cstdint>

namespace glassbox {

ZeroedMemory allocateZeroed(std::size_t bytes) {
  // Arrays of many megabytes are asked for in pages of 2 MB: the processor knows the places of few pages of 4 KB at a time
  // (measured: 2 % of a step of a small GPT).
  constexpr std::size_t kHugePage = std::size_t{2} << 20;
  const bool huge = bytes >= 2 * kHugePage;
  const std::size_t unit = huge ? kHugePage : kAlignment;
  // calloc knows pages fresh from the system to be zero already and leaves them alone.
  ZeroedMemory memory{std::calloc(bytes + unit, 1)};
  if (!memory.block) throw std::bad_alloc();
  const auto at = reinterpret_cast<std::uintptr_t>(memory.block);
  memory.start = reinterpret_cast<void*>((at + unit - 1) / unit * unit);
  if (huge) madvise(memory.start, bytes / kHugePage * kHugePage, MADV_HUGEPAGE);  // only advice: without such pages it works as before
  return memory;
}

}  // namespace glassbox
