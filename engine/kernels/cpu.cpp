// Which instruction sets this processor can run, and which of them the program uses.
#include "engine/kernels/cpu.h"

#include <cstdlib>

#include "engine/kernels/kernels.h"

namespace glassbox {

bool canRun(KernelSet set) {
  switch (set) {
  case KernelSet::v2: return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("popcnt");
  case KernelSet::v3:  // the compiler may also use the bit instructions of the level
    return canRun(KernelSet::v2) && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
  case KernelSet::v4:
    return canRun(KernelSet::v3) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  }
  return false;
}

const char* name(KernelSet set) {
  switch (set) {
  case KernelSet::v2: return "v2";
  case KernelSet::v3: return "v3";
  case KernelSet::v4: return "v4";
  }
  return "";
}

std::optional<KernelSet> kernelSetNamed(std::string_view wanted) {
  for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4})
    if (wanted == name(set)) return set;
  return std::nullopt;
}

KernelSet bestKernelSet() {
  for (const KernelSet set : {KernelSet::v4, KernelSet::v3})
    if (canRun(set)) return set;
  return KernelSet::v2;
}

Result<KernelSet> chooseKernelSet(const char* wanted) {
  if (!wanted || !*wanted) return bestKernelSet();
  const std::optional<KernelSet> set = kernelSetNamed(wanted);
  if (!set)
    return Error(GB_TEXT("engine", "\"%1\" is not the name of a kernel set.").arg(wanted), "GLASSBOX_KERNELS",
                 GB_TEXT("engine", "Use v2, v3 or v4, or leave the variable unset for the best one."));
  if (!canRun(*set))
    return Error(GB_TEXT("engine", "This processor cannot run the kernel set %1.").arg(wanted), "GLASSBOX_KERNELS",
                 GB_TEXT("engine", "The best one here is %1; leave the variable unset to use it.").arg(name(bestKernelSet())));
  return *set;
}

Result<KernelSet> chooseKernelSet() { return chooseKernelSet(std::getenv("GLASSBOX_KERNELS")); }

KernelSet defaultKernelSet() {
  static const KernelSet chosen = [] {
    const Result<KernelSet> set = chooseKernelSet();
    return set ? *set : bestKernelSet();
  }();
  return chosen;
}

inline namespace f32 {

// Each instruction set's table, from its own build of kernels_build.cpp.
namespace v2 { const Kernels& table(); }
namespace v3 { const Kernels& table(); }
namespace v4 { const Kernels& table(); }

const Kernels& kernels(KernelSet set) {
  switch (set) {
  case KernelSet::v2: return v2::table();
  case KernelSet::v3: return v3::table();
  case KernelSet::v4: return v4::table();
  }
  return v2::table();
}

}  // namespace f32
}  // namespace glassbox
