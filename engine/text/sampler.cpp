#include "engine/text/sampler.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/core/portable_math.h"
#include "engine/core/random.h"

namespace glassbox {
namespace {

/// The largest logit; fails where there is no distribution.
Result<double> checkLogits(std::span<const float> logits) {
  double largest = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (std::isnan(logits[i]) || logits[i] == std::numeric_limits<float>::infinity())
      return Error(GB_TEXT("engine", "The network's output for token %1 is not a number: no next token can be drawn.").arg(i), {},
                   GB_TEXT("engine", "The weights may have diverged in training; use earlier ones."));
    largest = std::max(largest, static_cast<double>(logits[i]));
  }
  if (!std::isfinite(largest)) return Error(GB_TEXT("engine", "No token can come next: the network rules all of them out."));
  return largest;
}

/// Every token that can come, with its logit in place of a probability.
std::vector<Candidate> possible(std::span<const float> logits) {
  std::vector<Candidate> out;
  out.reserve(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i)
    if (std::isfinite(logits[i])) out.push_back({static_cast<TokenId>(i), static_cast<double>(logits[i])});
  return out;
}

/// Logits become e^((logit - largest) / temperature); order is kept. Our own exp: the same bits everywhere.
void weigh(std::vector<Candidate>& candidates, double largest, double temperature) {
  for (Candidate& candidate : candidates) {
    const double exponent = (candidate.probability - largest) / temperature;
    candidate.probability = exponent > -700 ? portable::exp(exponent) : 0; // below: 0 beside the largest, which is 1
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.probability == 0; });
}

bool better(const Candidate& a, const Candidate& b) {
  return a.probability != b.probability ? a.probability > b.probability : a.token < b.token;
}

/// Puts the most probable `count` in front, in order.
void order(std::vector<Candidate>& candidates, std::size_t count) {
  const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(count);
  if (4 * count > candidates.size())
    std::sort(candidates.begin(), candidates.end(), better); // faster than a heap by then
  else
    std::partial_sort(candidates.begin(), end, candidates.end(), better);
}

void keepBest(std::vector<Candidate>& candidates, std::size_t count) {
  count = std::min(count, candidates.size());
  order(candidates, count);
  candidates.resize(count);
}

/// Keeps the fewest of the most probable that reach `share` of all; a few thousand of 50,000 need not be ordered for that.
void keepShare(std::vector<Candidate>& candidates, double share) {
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t ordered = 0; count < candidates.size() && sum < share;) {
    if (count == ordered) order(candidates, ordered = std::min(candidates.size(), std::max<std::size_t>(64, 8 * ordered)));
    sum += candidates[count++].probability;
  }
  candidates.resize(count);
}

double sumOf(std::span<const Candidate> candidates) {
  return std::accumulate(candidates.begin(), candidates.end(), 0.0, [](double sum, const Candidate& c) { return sum + c.probability; });
}

void divideBy(std::vector<Candidate>& candidates, double sum) {
  for (Candidate& candidate : candidates) candidate.probability /= sum;
}

} // namespace

Result<void> checkSettings(const SamplerSettings& s) {
  if (!(s.temperature >= 0) || !std::isfinite(s.temperature))
    return Error(GB_TEXT("engine", "The temperature is %1; it must be 0 or more.").arg(s.temperature));
  if (s.topK < 0) return Error(GB_TEXT("engine", "top-k is %1; it must be 0 (all tokens) or more.").arg(s.topK));
  if (!(s.topP > 0 && s.topP <= 1)) return Error(GB_TEXT("engine", "top-p is %1; it must lie above 0 and at most at 1.").arg(s.topP));
  return {};
}

Result<std::vector<Candidate>> nextDistribution(std::span<const float> logits, const SamplerSettings& settings) {
  if (Result<void> fine = checkSettings(settings); !fine) return fine.error();
  const Result<double> largest = checkLogits(logits);
  if (!largest) return largest.error();
  if (settings.temperature == 0) {
    const auto best = std::max_element(logits.begin(), logits.end()); // the first of equals
    return std::vector<Candidate>{{static_cast<TokenId>(best - logits.begin()), 1.0}};
  }
  // Logits are ordered before they are weighed: with top-k, exponentials of a few in place of 50,000.
  std::vector<Candidate> kept = possible(logits);
  if (settings.topK > 0)
    keepBest(kept, static_cast<std::size_t>(settings.topK));
  else if (settings.topP == 1)
    order(kept, kept.size());
  weigh(kept, *largest, settings.temperature);
  divideBy(kept, sumOf(kept));
  if (settings.topP < 1) {
    keepShare(kept, settings.topP);
    divideBy(kept, sumOf(kept));
  }
  return kept;
}

Result<std::vector<Candidate>> topCandidates(std::span<const float> logits, std::size_t count) {
  const Result<double> largest = checkLogits(logits);
  if (!largest) return largest.error();
  std::vector<Candidate> all = possible(logits);
  weigh(all, *largest, 1);
  const double sum = sumOf(all);
  keepBest(all, count);
  divideBy(all, sum);
  return all;
}

Candidate draw(std::span<const Candidate> distribution, std::uint64_t seed, std::int64_t position) {
  assert(!distribution.empty());
  const auto words = Random(seed, streamOf(Stream::Sample)).words(static_cast<std::uint64_t>(position));
  // 53 bits: uniform in [0, 1) for every probability that a double can tell apart.
  const double u = (static_cast<double>(words[0] >> 5) * 0x1p26 + static_cast<double>(words[1] >> 6)) * 0x1p-53;
  double sum = 0;
  for (const Candidate& candidate : distribution) {
    sum += candidate.probability;
    if (u < sum) return candidate;
  }
  return distribution.back(); // the sum was rounded below 1
}

Result<Candidate> sampleNext(std::span<const float> logits, const SamplerSettings& settings, std::int64_t position) {
  const Result<std::vector<Candidate>> distribution = nextDistribution(logits, settings);
  if (!distribution) return distribution.error();
  return draw(*distribution, settings.seed, position);
}

} // namespace glassbox
