// The central difference beside a gradient, and an honest word about how far the two can agree.
#pragma once

#include <memory>
#include <optional>

#include "engine/trace/trace.h"

namespace glassbox {

/// How a gradient and its central difference stand to each other.
enum class Verdict {
  Agrees,    ///< relative error up to 1e-6
  Close,     ///< up to 1e-3
  Differs,   ///< more, and none of the reasons below
  Kink,      ///< the loss bends sharply within the step: left and right quotient disagree, however small the step is
  Rounding,  ///< the step is so small that the loss hardly changes in its 16 digits
  TooLarge,  ///< the step is so large that the loss curves over it
  Float,     ///< the gradient was formed in float; in double it agrees
};

/// All computed in double, on the numbers as they stand (rounded to float in a trace of single precision).
struct DifferenceCheck {
  std::string element;        ///< the gradient's, "dense1.weight.grad[1,2]"
  double gradient = 0;        ///< the trace's
  double difference = 0;      ///< (L(x + e) - L(x - e)) / 2e
  double left = 0, right = 0; ///< (L(x) - L(x - e)) / e and (L(x + e) - L(x)) / e
  double step = 0;            ///< e
  double relativeError = 0;   ///< |gradient - difference| / max(|gradient|, |difference|); 0 when both are 0
  Verdict verdict = Verdict::Agrees;
  NodeId kink;                ///< whose kink it is, where that is known
  Text sentence;
};

inline constexpr double kDifferenceStep = 1e-5;

/// Differences of one step. Making it costs a compiled network, one check a few forwards: keep it while the step is looked at.
/// Owner: one thread at a time.
class Differences {
 public:
  /// Fails as traceStep does.
  static Result<Differences> create(const TraceRequest& request);
  Differences(Differences&&) noexcept;
  Differences& operator=(Differences&&) noexcept;
  ~Differences();

  /// Checks a gradient of `trace`, which is that of the same request: of a weight (`dense1.weight[1,2]`, with or without
  /// `.grad`), of what a node gives (`relu1.grad[0,3]`), an input included, of what came through one wire (`add1.in0.grad[0,3]`) of a loss's logits,
  /// or of what a layer or loss forms inside itself (`attention1.scores.grad[0,0,2,1]`). Nothing for other elements. `step` e is
  /// more than 0.
  std::optional<DifferenceCheck> check(const Trace& trace, const std::string& element, double step = kDifferenceStep);

 private:
  struct Impl;
  explicit Differences(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace glassbox
