// The number type of a build of the engine: float for training, double for gradient checks and exact traces.
//
// What depends on Real is compiled twice, each build in its own inline namespace, so that both live in one program.
#pragma once

#ifdef GLASSBOX_DOUBLE
#define GLASSBOX_REAL_NS f64
namespace glassbox::inline f64 {
using Real = double;
}
#else
#define GLASSBOX_REAL_NS f32
namespace glassbox::inline f32 {
using Real = float;
}
#endif
