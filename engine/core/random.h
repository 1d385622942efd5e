// Numbers by chance that depend on (seed, stream, index) alone, never on who asks first or on how many threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace glassbox {

/// Counter-based generator Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").
class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : m_seed(seed), m_stream(stream) {}

  /// Four independent 32-bit words of counter `block`.
  std::array<std::uint32_t, 4> words(std::uint64_t block) const;

  std::uint32_t bits(std::uint64_t index) const { return words(index / 4)[index % 4]; }

  /// Uniform in [0, 1), a multiple of 2^-24: exact in float.
  float uniform(std::uint64_t index) const { return static_cast<float>(bits(index) >> 8) * 0x1p-24f; }

  /// Standard normal by Box and Muller. It uses words 2i and 2i+1: draw normals and uniforms from different streams.
  double normal(std::uint64_t index) const;

  /// Uniform in 0 .. bound-1 (bound > 0), by multiplication (Lemire 2019); the bias is below bound / 2^32.
  std::uint32_t below(std::uint64_t index, std::uint32_t bound) const {
    return static_cast<std::uint32_t>((std::uint64_t{bits(index)} * bound) >> 32);
  }

  std::uint64_t seed() const { return m_seed; }
  std::uint64_t stream() const { return m_stream; }

 private:
  std::uint64_t m_seed;
  std::uint64_t m_stream;
};

/// A Random that counts its own draws: for generators that draw an unknown number of times.
class RandomSequence {
 public:
  explicit RandomSequence(Random random) : m_random(random) {}
  float uniform() { return m_random.uniform(m_next++); }
  double uniform(double low, double high) { return low + (high - low) * static_cast<double>(uniform()); }
  double normal() {
    m_next += m_next % 2;  // a pair of words of its own
    const double value = m_random.normal(m_next / 2);
    m_next += 2;
    return value;
  }
  std::uint32_t below(std::uint32_t bound) { return m_random.below(m_next++, bound); }

 private:
  Random m_random;
  std::uint64_t m_next = 0;
};

/// Fisher and Yates' shuffle; the same order everywhere for the same Random.
void shuffle(std::span<std::uint32_t> values, const Random& random);

/// Streams in use, so that no two purposes share numbers. Add at the end only: files hold seeds, not numbers.
enum class Stream : std::uint64_t { Initialize = 1, Shuffle, Dropout, Data, Split, GradientCheck, Noise, Sample };

/// Stream of one purpose and one number within it (a node's weight, an epoch, a step).
inline std::uint64_t streamOf(Stream purpose, std::uint64_t number = 0) { return (static_cast<std::uint64_t>(purpose) << 48) ^ number; }

}  // namespace glassbox
