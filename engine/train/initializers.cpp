#include "engine/train/initializers.h"

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// A weight's numbers depend on its name alone (FNV-1a), so that adding a layer does not change the others' start.
std::uint64_t streamFor(const std::string& name) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return streamOf(Stream::Initialize, hash & 0xffffffffffffu);
}

void drawUniform(std::span<Real> w, const Random& random, double bound) {
  for (std::size_t i = 0; i < w.size(); ++i) w[i] = static_cast<Real>(static_cast<float>((2 * random.uniform(i) - 1) * static_cast<float>(bound)));
}

void drawNormal(std::span<Real> w, const Random& random, double deviation) {
  for (std::size_t i = 0; i < w.size(); ++i) w[i] = static_cast<Real>(static_cast<float>(random.normal(i) * deviation));
}

}  // namespace

void initialize(Network& network, const std::string& planInit, std::uint64_t seed, double size) {
  for (const WeightInfo& info : network.weightInfos()) {
    const std::span<Real> w = network.weightsOf(info);
    const Params& params = network.analysis().nodes.at(info.node).params;
    std::string init = planInit;
    if (params.has("init") && params.words("init") != "plan") init = params.words("init");
    const Random random(seed, streamFor(info.name));
    const double in = static_cast<double>(info.def.fanIn), out = static_cast<double>(info.def.fanOut);
    if (info.def.role == WeightRole::Gain) std::fill(w.begin(), w.end(), Real(1));
    else if (info.def.role == WeightRole::Statistic) std::fill(w.begin(), w.end(), Real(info.def.name == "deviation" || info.def.name == "running_var" ? 1 : 0));
    else if (init == "uniform") drawUniform(w, random, 1 / std::sqrt(in));
    else if (info.def.role == WeightRole::Bias || init == "zeros") std::fill(w.begin(), w.end(), Real(0));
    else if (init == "constant") std::fill(w.begin(), w.end(), static_cast<Real>(static_cast<float>(size)));
    else if (init == "xavier") drawUniform(w, random, std::sqrt(6 / (in + out)));
    else drawNormal(w, random, init == "normal" ? size : std::sqrt((init == "lecun" ? 1 : 2) / in));
  }
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
