// The processor is looked at before anything newer than plain x86-64 runs: the programs' main files hold nothing else.
#pragma once

#include <cstdio>

/// Runs `program` where the processor suffices; else says in both languages why not and returns 1.
inline int onFittingProcessor(int (*program)(int, char**), int argc, char** argv) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("ssse3")) return program(argc, argv);
  std::fputs("Glassbox needs a processor with SSE4.2 (made after about 2009); this one has not. / "
             "玻璃盒需要支持 SSE4.2 的处理器（约 2009 年以后的产品），这台电脑不支持。\n", stderr);
  return 1;
}
