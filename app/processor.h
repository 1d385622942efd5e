// The processor is looked at before anything newer than plain x86-64 runs, even before the static initializers of the other files: only
// the programs' main files, which are built for plain x86-64 and hold nothing else, include this.
#pragma once

#include <cstdio>
#include <cstdlib>

/// Where the processor does not suffice, says so in both languages and ends. 101 is the first place that a program may take.
[[gnu::constructor(101)]] static void refuseOlderProcessors() {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("ssse3")) return;
  std::fputs("Glassbox needs a processor with SSE4.2 (made after about 2009); this one has not. / "
             "玻璃盒需要支持 SSE4.2 的处理器（约 2009 年以后的产品），这台电脑不支持。\n", stderr);
  std::_Exit(1);
}
