// Tells whether the C library's exp, log, sin, tanh, pow, ... are called: link counted_math.cpp into the test.
#pragma once

#include <atomic>

namespace glassbox::test {

/// Name of the function that was called last; null when none was since it was set to null.
extern std::atomic<const char*> mathCall;

}  // namespace glassbox::test
