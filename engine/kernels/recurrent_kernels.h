// Kernels of the recurrent layers: whole sequences of up to sixteen samples, one sample on each lane.
//
// "Lanes form" of an array with n numbers a sample is (n, kLanes): number i of sample r stands at [i * kLanes + r]. A product
// with a weight is then a vector times one spread number, of whatever width the layer is, and time steps need no barrier:
// sixteen samples go through their whole sequence by themselves.
#pragma once

#include <cstddef>

#include "engine/core/real.h"

namespace glassbox {

/// Samples that go through a sequence together. The same in all instruction sets, so that work is cut the same way.
inline constexpr std::ptrdiff_t kLanes = 16;

/// What is computed at every time step. Rows of the weights stand in PyTorch's order of gates: LSTM input, forget,
/// candidate, output (i, f, g, o); GRU reset, update, candidate (r, z, n).
enum class Cell { Tanh, Relu, Lstm, Gru };

// Inlined always: kernel files must not emit symbols that the linker could merge.
/// Gates, and so rows of weights, per hidden unit.
[[gnu::always_inline]] constexpr std::ptrdiff_t gateCount(Cell cell) { return cell == Cell::Lstm ? 4 : cell == Cell::Gru ? 3 : 1; }
/// Numbers per hidden unit and step that forward keeps beside the hidden state: LSTM i, f, g, o, tanh c; GRU r, z, n and
/// q = W_hn h + b_hn.
[[gnu::always_inline]] constexpr std::ptrdiff_t keptCount(Cell cell) { return cell == Cell::Lstm ? 5 : cell == Cell::Gru ? 4 : 0; }
/// Gradients per hidden unit and step: of the sums before the gates' functions, and for the GRU of q behind them.
[[gnu::always_inline]] constexpr std::ptrdiff_t slopeCount(Cell cell) { return cell == Cell::Lstm ? 4 : cell == Cell::Gru ? 4 : 1; }

inline namespace GLASSBOX_REAL_NS {

/// Arrays of one sequence of kLanes samples, all in lanes form. G = gateCount, rows of weights packed by `pack`.
struct RecurrentForward {
  Cell cell = Cell::Tanh;
  std::ptrdiff_t time = 0, in = 0, hidden = 0;
  const Real* inWeights = nullptr;      ///< packed: all rows; GRU: rows of r and z, then at `inCandidate` those of n
  const Real* inCandidate = nullptr;
  const Real* hiddenWeights = nullptr;  ///< likewise
  const Real* hiddenCandidate = nullptr;
  const Real* bias = nullptr;           ///< (G hidden): b_ih + b_hh; GRU: of n only b_in
  const Real* hiddenBias = nullptr;     ///< (hidden): GRU's b_hn
  const Real* x = nullptr;              ///< (time, in)
  Real* h = nullptr;                    ///< (time, hidden): the hidden state after each step
  Real* kept = nullptr;                 ///< (time, keptCount, hidden)
  Real* c = nullptr;                    ///< (time, hidden): LSTM's cells
  bool resumed = false;                 ///< the states of the step before the first stand before h and c
  Real* sums = nullptr;                 ///< (time, G, hidden): what the gates' functions are applied to, or null
};

struct RecurrentBackward {
  Cell cell = Cell::Tanh;
  std::ptrdiff_t time = 0, in = 0, hidden = 0;
  const Real* inWeights = nullptr;      ///< packed by packTurned: (in, G hidden)
  const Real* hiddenWeights = nullptr;  ///< (hidden, G hidden)
  const Real* h = nullptr;
  const Real* kept = nullptr;
  const Real* c = nullptr;
  bool everyStep = false;  ///< dh holds a gradient from outside for every step; false: only for the last one
  Real* dh = nullptr;      ///< (time, hidden): on return the loss's gradient in every hidden state
  Real* dc = nullptr;      ///< (time, hidden): LSTM, likewise in the cells
  Real* slopes = nullptr;  ///< (time, slopeCount, hidden): gradients in the sums; GRU r, z, n and then q
  Real* dx = nullptr;      ///< (time, in), or null
};

/// A weight's gradient: dW[n, k] = sum over samples s and steps t >= shift of slope[s, t, n] * value[s, t - shift, k].
/// Samples stand in groups of kLanes; the slopes of lanes without a sample are 0.
struct SequenceProduct {
  std::ptrdiff_t groups = 0, time = 0, shift = 0;
  const Real* slopes = nullptr;  ///< (groups, time, slopeStep), of each step the first N rows of kLanes
  std::ptrdiff_t slopeStep = 0;
  const Real* lanes = nullptr;   ///< (groups, time, K, kLanes): read when K < rowsFrom
  const Real* rows = nullptr;    ///< (groups, time, kLanes, K): read otherwise
};

struct RecurrentKernels {
  /// lanes[i, r] = x[r, i] for `rows` samples of `count` numbers; 0 in the other lanes.
  void (*toLanes)(std::ptrdiff_t rows, std::ptrdiff_t count, const Real* x, std::ptrdiff_t ldx, Real* lanes);
  /// y[r, i] = lanes[i, r]
  void (*fromLanes)(std::ptrdiff_t rows, std::ptrdiff_t count, const Real* lanes, Real* y, std::ptrdiff_t ldy);
  /// Weights in the order in which the sums read them; `packed` has room for packedSize(N, K) numbers. `pack` takes
  /// W (N, K) for sums over K; `packTurned` takes W (K, N).
  void (*pack)(std::ptrdiff_t N, std::ptrdiff_t K, const Real* W, Real* packed);
  void (*packTurned)(std::ptrdiff_t N, std::ptrdiff_t K, const Real* W, Real* packed);
  void (*forward)(const RecurrentForward& run);
  void (*backward)(const RecurrentBackward& run);
  /// dW: (N, K), rows K apart
  void (*weightGradient)(const SequenceProduct& p, std::ptrdiff_t N, std::ptrdiff_t K, Real* dW);
  /// db[n] = sum over samples and all steps of slope[s, t, n]: a bias works at the first step too, whatever the shift
  void (*biasGradient)(const SequenceProduct& p, std::ptrdiff_t N, Real* db);
  std::ptrdiff_t rowsFrom = 0;  ///< weightGradient reads `rows` when K is at least this, else `lanes`
};

constexpr std::ptrdiff_t packedSize(std::ptrdiff_t N, std::ptrdiff_t K) { return (N + kLanes - 1) / kLanes * kLanes * K; }

/// The plain reference.
RecurrentKernels plainRecurrentKernels();

}  // namespace GLASSBOX_REAL_NS
}  // namespace glassbox
