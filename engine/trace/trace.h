// All arrays of one training step of a few samples, by name, as plain doubles whatever precision made them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/data/dataset.h"
#include "engine/graph/analysis.h"
#include "engine/train/plan.h"

namespace glassbox {

enum class Precision { Single, Double };

/// What an array of a trace is; also the order of a step: forward, loss, backward, update.
enum class TraceKind { Weight, Output, Stage, Target, Loss, Gradient, WireGradient, WeightGradient, UpdatedWeight };

/// Names: `dense1.out`, `dense1.grad` (the loss's gradient in it), `dense1.weight`, `dense1.weight.grad`, `dense1.weight.new`
/// (after the update), `tanh1.slope` (a stage), `mse1.target`, `mse1.item` (loss per item), `mse1.out` (their mean);
/// `add1.in0.grad` what a node passes back through one wire, where its source has several readers.
struct TraceEntry {
  std::string name;
  NodeId node;
  TraceKind kind = TraceKind::Output;
  Text title;
  std::string formula;          ///< TeX of the array's letter or rule; may be empty
  Shape shape;                  ///< batch first, but for weights
  bool recomputed = false;      ///< no kernel forms it: computed plainly from recorded arrays
  std::vector<double> values;   ///< row-major
};

struct Trace {
  Precision precision = Precision::Single;
  std::int64_t batch = 0;
  double loss = 0;
  double rate = 0;           ///< learning rate of the update
  double gradientScale = 1;  ///< what clipping multiplies the gradients by
  std::vector<TraceEntry> entries;   ///< in the order of the step

  const TraceEntry* find(const std::string& name) const;
};

/// One step to be traced.
struct TraceRequest {
  std::shared_ptr<const NetworkSpec> spec;
  TrainingPlan plan;
  std::vector<double> weights;       ///< all tensors one behind the other in network order; empty: drawn by seed
  DatasetPtr data;
  std::vector<std::int64_t> rows;    ///< samples of the data, in batch order
  std::int64_t step = 0;             ///< updates done before: decides dropout's draw
  Precision precision = Precision::Double;
};

/// Fails like compiling and training do, and for a row that the data do not have.
Result<Trace> traceStep(const TraceRequest& request);

/// Position in `values` of an element given by its index; -1 when it lies outside.
std::int64_t flatIndex(const Shape& shape, std::span<const std::int64_t> index);

/// "dense1.weight[5,7]" cut into name and index. Fails with what is expected.
struct ElementRef {
  std::string name;
  std::vector<std::int64_t> index;
};
Result<ElementRef> parseElement(const std::string& text);
std::string writeElement(const std::string& name, std::span<const std::int64_t> index);

}  // namespace glassbox
