// How much memory there is, and sentences for what the machine cannot give.
#pragma once

#include <cstdint>
#include <new>
#include <optional>
#include <utility>

#include "engine/core/result.h"

namespace glassbox {

/// Memory in bytes that programs can still have, as the system estimates it; nothing where it does not say.
std::optional<std::int64_t> freeMemory();

/// "2.1 TB", "9.4 GB", "12 MB", "3 KB".
Text sizeText(std::int64_t bytes);

/// What is told when memory was short although nothing had said so before.
Error shortOfMemory();

/// The border of a thread: `work` gives a Result, and where memory is short that is its error.
template<class Work> auto withinMemory(Work&& work) -> decltype(std::forward<Work>(work)()) {
  try {
    return std::forward<Work>(work)();
  } catch (const std::bad_alloc&) {
    return shortOfMemory();
  }
}

}  // namespace glassbox
