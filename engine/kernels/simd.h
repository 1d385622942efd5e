// One vector of floats, as wide as the instruction set this file is compiled for: 16 (AVX-512), 8 (AVX2), 4 (SSE4.2).
//
// Only for the kernel files. Everything stands in a nameless namespace: a function with a name of its own that is compiled
// for AVX-512 could be the one copy the linker keeps for the whole program, and an older processor would meet it.
// For the same reason nothing from std is used here.
//
// + - * / and comparisons are the compiler's own on vectors; it may not fuse them (-ffp-contract=off), fma() does.
#pragma once

// g++ 12 takes the intrinsics' own "undefined" operands for a mistake (GCC bug 105593).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#include "engine/kernels/kernels.h"

#define GLASSBOX_INLINE [[gnu::always_inline]] static inline

namespace glassbox::inline f32::KERNEL_NS {
namespace {

// Lanes: a choice of the first n lanes, for the end of an array that does not fill a vector. Loading gives 0 in the others
// and reads no memory there; storing leaves the memory of the others alone.
#if defined(__AVX512F__)

constexpr Index kWidth = 16;
using Vec = __m512;
typedef int IntVec __attribute__((vector_size(64)));
using Lanes = __mmask16;
constexpr bool kFused = true;  ///< fma() rounds once

GLASSBOX_INLINE Vec load(const Real* p) { return _mm512_loadu_ps(p); }
GLASSBOX_INLINE void store(Real* p, Vec v) { _mm512_storeu_ps(p, v); }
GLASSBOX_INLINE Lanes firstLanes(Index n) { return static_cast<Lanes>((1u << n) - 1u); }
GLASSBOX_INLINE Vec load(const Real* p, Lanes lanes) { return _mm512_maskz_loadu_ps(lanes, p); }
GLASSBOX_INLINE void store(Real* p, Lanes lanes, Vec v) { _mm512_mask_storeu_ps(p, lanes, v); }
GLASSBOX_INLINE Vec keep(Vec v, Lanes lanes, Vec others) { return _mm512_mask_mov_ps(others, lanes, v); }
GLASSBOX_INLINE Vec spread(Real x) { return _mm512_set1_ps(x); }
GLASSBOX_INLINE Vec fma(Vec a, Vec b, Vec c) { return _mm512_fmadd_ps(a, b, c); }
GLASSBOX_INLINE Vec larger(Vec a, Vec b) { return _mm512_max_ps(a, b); }
GLASSBOX_INLINE Vec smaller(Vec a, Vec b) { return _mm512_min_ps(a, b); }
GLASSBOX_INLINE Vec squareRoot(Vec a) { return _mm512_sqrt_ps(a); }
GLASSBOX_INLINE Vec rounded(Vec a) { return _mm512_roundscale_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
GLASSBOX_INLINE IntVec bytes(const unsigned char* p) {
  return (IntVec)_mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
}
/// The four-lane parts of a vector.
constexpr int kQuads = 4;
GLASSBOX_INLINE Vec fromQuads(const __m128* q) {
  Vec v = _mm512_castps128_ps512(q[0]);
  v = _mm512_insertf32x4(v, q[1], 1);
  v = _mm512_insertf32x4(v, q[2], 2);
  return _mm512_insertf32x4(v, q[3], 3);
}
GLASSBOX_INLINE __m128 addQuads(Vec v) {
  const __m256 half = _mm256_add_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps(v, 1));
  return _mm_add_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1));
}
GLASSBOX_INLINE __m128 largestQuad(Vec v) {
  const __m256 half = _mm256_max_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps(v, 1));
  return _mm_max_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1));
}
// Within every quad: [a0 b0 a1 b1], [a2 b2 a3 b3], [a0 a1 b0 b1], [a2 a3 b2 b3].
GLASSBOX_INLINE Vec zipLow(Vec a, Vec b) { return _mm512_unpacklo_ps(a, b); }
GLASSBOX_INLINE Vec zipHigh(Vec a, Vec b) { return _mm512_unpackhi_ps(a, b); }
GLASSBOX_INLINE Vec joinLow(Vec a, Vec b) { return _mm512_shuffle_ps(a, b, 0x44); }
GLASSBOX_INLINE Vec joinHigh(Vec a, Vec b) { return _mm512_shuffle_ps(a, b, 0xee); }

/// Of the 32 numbers in a and b, those at even places and those at odd ones.
GLASSBOX_INLINE void unzip(Vec a, Vec b, Vec& even, Vec& odd) {
  const __m512i first = _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
  even = _mm512_permutex2var_ps(a, first, b);
  odd = _mm512_permutex2var_ps(a, _mm512_add_epi32(first, _mm512_set1_epi32(1)), b);
}

/// x 2^n for whole n, rounded once.
GLASSBOX_INLINE Vec timesPowerOfTwo(Vec x, Vec n) { return _mm512_scalef_ps(x, n); }

/// A vector's lanes as doubles, for sums that must not lose small terms.
struct WideVec {
  __m512d low = _mm512_setzero_pd(), high = _mm512_setzero_pd();
};
GLASSBOX_INLINE WideVec widened(Vec v) {
  return {_mm512_cvtps_pd(_mm512_castps512_ps256(v)), _mm512_cvtps_pd(_mm512_extractf32x8_ps(v, 1))};
}

#elif defined(__AVX2__)

constexpr Index kWidth = 8;
using Vec = __m256;
typedef int IntVec __attribute__((vector_size(32)));
using Lanes = __m256i;
constexpr bool kFused = true;

GLASSBOX_INLINE Vec load(const Real* p) { return _mm256_loadu_ps(p); }
GLASSBOX_INLINE void store(Real* p, Vec v) { _mm256_storeu_ps(p, v); }
GLASSBOX_INLINE Lanes firstLanes(Index n) {
  return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(n)), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
GLASSBOX_INLINE Vec load(const Real* p, Lanes lanes) { return _mm256_maskload_ps(p, lanes); }
GLASSBOX_INLINE void store(Real* p, Lanes lanes, Vec v) { _mm256_maskstore_ps(p, lanes, v); }
GLASSBOX_INLINE Vec keep(Vec v, Lanes lanes, Vec others) { return _mm256_blendv_ps(others, v, _mm256_castsi256_ps(lanes)); }
GLASSBOX_INLINE Vec spread(Real x) { return _mm256_set1_ps(x); }
GLASSBOX_INLINE Vec fma(Vec a, Vec b, Vec c) { return _mm256_fmadd_ps(a, b, c); }
GLASSBOX_INLINE Vec larger(Vec a, Vec b) { return _mm256_max_ps(a, b); }
GLASSBOX_INLINE Vec smaller(Vec a, Vec b) { return _mm256_min_ps(a, b); }
GLASSBOX_INLINE Vec squareRoot(Vec a) { return _mm256_sqrt_ps(a); }
GLASSBOX_INLINE Vec rounded(Vec a) { return _mm256_round_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
GLASSBOX_INLINE IntVec bytes(const unsigned char* p) {
  return (IntVec)_mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p)));
}
constexpr int kQuads = 2;
GLASSBOX_INLINE Vec fromQuads(const __m128* q) { return _mm256_insertf128_ps(_mm256_castps128_ps256(q[0]), q[1], 1); }
GLASSBOX_INLINE __m128 addQuads(Vec v) { return _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1)); }
GLASSBOX_INLINE __m128 largestQuad(Vec v) { return _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1)); }
GLASSBOX_INLINE Vec zipLow(Vec a, Vec b) { return _mm256_unpacklo_ps(a, b); }
GLASSBOX_INLINE Vec zipHigh(Vec a, Vec b) { return _mm256_unpackhi_ps(a, b); }
GLASSBOX_INLINE Vec joinLow(Vec a, Vec b) { return _mm256_shuffle_ps(a, b, 0x44); }
GLASSBOX_INLINE Vec joinHigh(Vec a, Vec b) { return _mm256_shuffle_ps(a, b, 0xee); }
GLASSBOX_INLINE void unzip(Vec a, Vec b, Vec& even, Vec& odd) {
  even = _mm256_castpd_ps(_mm256_permute4x64_pd(_mm256_castps_pd(_mm256_shuffle_ps(a, b, 0x88)), 0xd8));
  odd = _mm256_castpd_ps(_mm256_permute4x64_pd(_mm256_castps_pd(_mm256_shuffle_ps(a, b, 0xdd)), 0xd8));
}

struct WideVec {
  __m256d low = _mm256_setzero_pd(), high = _mm256_setzero_pd();
};
GLASSBOX_INLINE WideVec widened(Vec v) {
  return {_mm256_cvtps_pd(_mm256_castps256_ps128(v)), _mm256_cvtps_pd(_mm256_extractf128_ps(v, 1))};
}

#else

constexpr Index kWidth = 4;
using Vec = __m128;
typedef int IntVec __attribute__((vector_size(16)));
using Lanes = Index;  // SSE has no masked loads: the number of lanes, and a branch
constexpr bool kFused = false;

GLASSBOX_INLINE Vec load(const Real* p) { return _mm_loadu_ps(p); }
GLASSBOX_INLINE void store(Real* p, Vec v) { _mm_storeu_ps(p, v); }
GLASSBOX_INLINE Lanes firstLanes(Index n) { return n; }
GLASSBOX_INLINE Vec load(const Real* p, Lanes lanes) {
  switch (lanes) {
  case 0: return _mm_setzero_ps();
  case 1: return _mm_load_ss(p);
  case 2: return _mm_setr_ps(p[0], p[1], 0, 0);
  case 3: return _mm_setr_ps(p[0], p[1], p[2], 0);
  default: return _mm_loadu_ps(p);
  }
}
GLASSBOX_INLINE void store(Real* p, Lanes lanes, Vec v) {
  for (Index i = 0; i < lanes; ++i) p[i] = v[i];
}
GLASSBOX_INLINE Vec keep(Vec v, Lanes lanes, Vec others) {
  const IntVec chosen = IntVec{0, 1, 2, 3} < static_cast<int>(lanes);
  return _mm_blendv_ps(others, v, (Vec)chosen);
}
GLASSBOX_INLINE Vec spread(Real x) { return _mm_set1_ps(x); }
GLASSBOX_INLINE Vec fma(Vec a, Vec b, Vec c) { return a * b + c; }  // two roundings: this set has no fused form
GLASSBOX_INLINE Vec larger(Vec a, Vec b) { return _mm_max_ps(a, b); }
GLASSBOX_INLINE Vec smaller(Vec a, Vec b) { return _mm_min_ps(a, b); }
GLASSBOX_INLINE Vec squareRoot(Vec a) { return _mm_sqrt_ps(a); }
GLASSBOX_INLINE Vec rounded(Vec a) { return _mm_round_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
GLASSBOX_INLINE IntVec bytes(const unsigned char* p) {
  return (IntVec)_mm_cvtepu8_epi32(_mm_setr_epi8(char(p[0]), char(p[1]), char(p[2]), char(p[3]), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
}
constexpr int kQuads = 1;
GLASSBOX_INLINE Vec fromQuads(const __m128* q) { return q[0]; }
GLASSBOX_INLINE __m128 addQuads(Vec v) { return v; }
GLASSBOX_INLINE __m128 largestQuad(Vec v) { return v; }
GLASSBOX_INLINE Vec zipLow(Vec a, Vec b) { return _mm_unpacklo_ps(a, b); }
GLASSBOX_INLINE Vec zipHigh(Vec a, Vec b) { return _mm_unpackhi_ps(a, b); }
GLASSBOX_INLINE Vec joinLow(Vec a, Vec b) { return _mm_shuffle_ps(a, b, 0x44); }
GLASSBOX_INLINE Vec joinHigh(Vec a, Vec b) { return _mm_shuffle_ps(a, b, 0xee); }
GLASSBOX_INLINE void unzip(Vec a, Vec b, Vec& even, Vec& odd) {
  even = _mm_shuffle_ps(a, b, 0x88);
  odd = _mm_shuffle_ps(a, b, 0xdd);
}

struct WideVec {
  __m128d low = _mm_setzero_pd(), high = _mm_setzero_pd();
};
GLASSBOX_INLINE WideVec widened(Vec v) { return {_mm_cvtps_pd(v), _mm_cvtps_pd(_mm_movehl_ps(v, v))}; }

#endif

/// Calls body(i, lanes) for every vector of n elements; `lanes` is Everywhere but for the last, incomplete vector.
struct Everywhere {};
GLASSBOX_INLINE Vec load(const Real* p, Everywhere) { return load(p); }
GLASSBOX_INLINE void store(Real* p, Everywhere, Vec v) { store(p, v); }
GLASSBOX_INLINE Vec keep(Vec v, Everywhere, Vec) { return v; }

template<class Body> [[gnu::always_inline]] static inline void forVectors(Index n, const Body& body) {
  Index i = 0;
  for (; i + kWidth <= n; i += kWidth) body(i, Everywhere());
  if (i < n) body(i, firstLanes(n - i));
}

// max and min of the hardware return the second operand when either is NaN: with x second, a NaN in x stays.
GLASSBOX_INLINE Vec atLeast(Real low, Vec x) { return larger(spread(low), x); }
GLASSBOX_INLINE Vec atMost(Real high, Vec x) { return smaller(spread(high), x); }

GLASSBOX_INLINE IntVec bitsOf(Vec x) { return (IntVec)x; }
GLASSBOX_INLINE Vec fromBits(IntVec i) { return (Vec)i; }
GLASSBOX_INLINE Vec choose(IntVec where, Vec yes, Vec no) { return where ? yes : no; }
GLASSBOX_INLINE Vec powerOfTwo(IntVec n) { return fromBits((n + 127) << 23); }  // -126 <= n <= 127
#if !defined(__AVX512F__)
/// x 2^n for 1 <= |x| < 4, whole n and -252 <= n <= 254, rounded once: in two factors, because n = 128 has no float, and
/// below n = -126 the rounding must be the last multiplication's.
GLASSBOX_INLINE Vec timesPowerOfTwo(Vec x, Vec n) {
  const IntVec whole = __builtin_convertvector(n, IntVec), half = whole >> 1;
  return x * powerOfTwo(half) * powerOfTwo(whole - half);
}
#endif
constexpr int kSignBit = static_cast<int>(0x80000000u);
GLASSBOX_INLINE Vec magnitude(Vec x) { return fromBits(bitsOf(x) & ~kSignBit); }
/// |size| with the sign of x.
GLASSBOX_INLINE Vec withSign(Vec size, Vec x) { return fromBits((bitsOf(size) & ~kSignBit) | (bitsOf(x) & kSignBit)); }

/// Sum of the lanes, halves first: ((0+8)+(4+12)) ...
GLASSBOX_INLINE Real sumOfLanes(Vec v) {
  __m128 q = addQuads(v);
  q = _mm_add_ps(q, _mm_movehl_ps(q, q));
  return _mm_cvtss_f32(_mm_add_ss(q, _mm_movehdup_ps(q)));
}
/// Largest lane that is a number; lanes with NaN may or may not be seen.
GLASSBOX_INLINE Real largestLane(Vec v) {
  __m128 q = largestQuad(v);
  q = _mm_max_ps(q, _mm_movehl_ps(q, q));
  return _mm_cvtss_f32(_mm_max_ss(q, _mm_movehdup_ps(q)));
}
/// Halves first, like the sum of floats.
GLASSBOX_INLINE double sumOfLanes(WideVec v) {
  const auto all = v.low + v.high;
#if defined(__AVX512F__)
  const __m256d four = _mm256_add_pd(_mm512_castpd512_pd256(all), _mm512_extractf64x4_pd(all, 1));
  const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
#elif defined(__AVX2__)
  const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(all), _mm256_extractf128_pd(all, 1));
#else
  const __m128d two = all;
#endif
  return _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
}

/// Turns 4x4 squares: on return v[c], quad q, holds lane c of that quad of v[0..3].
GLASSBOX_INLINE void transposeQuads(Vec v[4]) {
  const Vec a = zipLow(v[0], v[1]), b = zipHigh(v[0], v[1]), c = zipLow(v[2], v[3]), d = zipHigh(v[2], v[3]);
  v[0] = joinLow(a, c), v[1] = joinHigh(a, c), v[2] = joinLow(b, d), v[3] = joinHigh(b, d);
}

/// Four numbers, or the first `count` of them and zeros.
GLASSBOX_INLINE __m128 loadQuad(const Real* p, Index count) {
  if (count >= 4) return _mm_loadu_ps(p);
#if defined(__AVX512VL__)
  return _mm_maskz_loadu_ps(static_cast<__mmask8>((1u << count) - 1u), p);
#else
  return count == 3 ? _mm_setr_ps(p[0], p[1], p[2], 0) : count == 2 ? _mm_setr_ps(p[0], p[1], 0, 0) : _mm_set_ss(p[0]);
#endif
}

/// Stores the first `count` of four numbers.
GLASSBOX_INLINE void storeQuad(Real* p, Index count, __m128 q) {
  if (count >= 4) return _mm_storeu_ps(p, q);
#if defined(__AVX512VL__)
  _mm_mask_storeu_ps(p, static_cast<__mmask8>((1u << count) - 1u), q);
#else
  for (Index i = 0; i < count; ++i) p[i] = q[i];
#endif
}

}  // namespace
}  // namespace glassbox::inline f32::KERNEL_NS
