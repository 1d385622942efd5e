// The rules that turn gradients into changes of the weights.
#pragma once

#include <atomic>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph/network.h"
#include "engine/train/plan.h"

namespace glassbox {

enum class UpdateRule { Sgd, Momentum, Nesterov, AdaGrad, RmsProp, Adam, AdamW };

/// One named array of an update, with a number for every number of a weight: a step that is traced shows it as
/// `<weight>.<name>`. It is the sum of `terms`, products of names: of other arrays, of "weight" and "grad", or of settings
/// (update_arrays.h). Terms with an array that this weight has none of are left out.
struct UpdateArray {
  std::string name;     ///< "m_hat"
  Text title;
  std::string letter;   ///< TeX
  std::string formula;  ///< TeX of the sum, in letters
  Text sentence;        ///< what it is, and why
  std::vector<std::vector<std::string>> terms;
  int state = -1;       ///< number of the state that it becomes; what was kept before the step is then shown as `<name>.before`
  double (*function)(double x, const PlanValues& plan) = nullptr;  ///< of `argument`, in place of terms
  std::string argument = {};
  bool onlyDecayed = false;  ///< exists only where weight decay works
  std::string pytorch = {};  ///< of a state: what torch.optim calls it
};

struct OptimizerDef {
  std::string key;
  UpdateRule rule = UpdateRule::Sgd;
  Text title;
  Text help;
  std::string formula;                ///< TeX of one update
  std::vector<std::string> settings;  ///< keys of the plan it uses
  int statePerWeight = 0;             ///< numbers it keeps per weight
  bool fullBatch = false;             ///< gradient descent: all training samples in one batch
  std::string pytorch;                ///< class in torch.optim
  std::string (*pytorchArguments)(const PlanValues& plan) = nullptr;  ///< its arguments beside rate and decay, "momentum=0.9"; null: none
  std::string pytorchRemark = {};     ///< what a setting is called there; empty: as here
  std::vector<UpdateArray> arrays = {};  ///< of one update in their order; the last ones are "delta" and "decay", which are added to the weight
};

std::span<const OptimizerDef> allOptimizers();
const OptimizerDef* findOptimizer(std::string_view key);

/// Keeps the state of all weights and updates them as soon as a range of their gradient is finished: on the thread that
/// formed it, while it is in the cache. Sums per block are added in block order, so norms are the same for any team.
class Optimizer : public GradientSink {
 public:
  Optimizer(Network& network, const PlanValues& plan);

  /// The numbers of step `step` (1, 2, ...), before its backward; `rate` is the one in force.
  void begin(const PlanValues& plan, double rate, std::int64_t step);
  /// What the gradients of this step are multiplied by, from clipping; 1 until it is said.
  void scaleGradients(double scale);
  void finished(int weight, int block, std::int64_t begin, std::int64_t end) override;
  /// Sums of one weight after the backward of this step.
  UpdateSums sumsOf(int weight) const;

  /// State of all weights, `statePerWeight` arenas one behind the other: part of a resumable run.
  std::span<Real> state() { return m_state; }

 private:
  static constexpr int kBlocks = 64;
  Network& m_network;
  const OptimizerDef* m_def;
  const Kernels* m_kernels;
  Buffer<Real> m_state;
  UpdateStep m_weightStep, m_otherStep;  // biases and gains are not regularized
  std::vector<UpdateSums> m_sums;       // (weight, block)
  std::vector<std::atomic<int>> m_used; // per weight: blocks that report; known from the first step on
};

/// What decides one plain update beside the plan.
struct PlainStep {
  std::int64_t number = 1;      ///< 1, 2, ...
  double rate = 0;              ///< in force
  double gradientScale = 1;     ///< from clipping
  WeightRole role = WeightRole::Weight;
};

/// One update in plain arithmetic, for the trace: new weight from old weight, gradient and state before the step.
struct PlainUpdate {
  double weight = 0, first = 0, second = 0;
};
PlainUpdate updatePlainly(const PlanValues& plan, const PlainStep& step, double gradient, const PlainUpdate& before);

}  // namespace glassbox
