// A loss: what the network is to make small, from predictions and targets, and its gradient in the predictions.
#pragma once

#include "engine/layers/layer.h"

namespace glassbox {

/// What a loss wants to compare a prediction with.
enum class TargetKind { Class, Binary, Numbers };

/// `items` losses per sample are averaged; each compares `width` predictions with one target row.
struct TargetType {
  TargetKind kind = TargetKind::Numbers;
  Shape shape;               ///< of the target of one sample; rank 0 for a single class
  std::int64_t items = 1;
  std::int64_t classes = 0;  ///< of Class: how many there are
  bool operator==(const TargetType&) const = default;
};

inline namespace GLASSBOX_REAL_NS {

struct LossPass {
  int batch = 0;
  const Kernels* kernels = nullptr;
  Team* team = nullptr;
  const Real* x = nullptr;      ///< predictions, (batch, prediction)
  const Real* target = nullptr; ///< (batch, target); a class is its index
  const Real* mask = nullptr;   ///< (batch, items), 1 counts and 0 does not; null: all count
  Real* itemLoss = nullptr;     ///< (batch, items), before the mean
  Real* dx = nullptr;           ///< gradient of the mean loss, may be null
};

class Loss {
 public:
  virtual ~Loss() = default;
  /// Fills itemLoss and dx; the loss is the mean of the items that count.
  virtual void compute(const LossPass& pass) = 0;

  /// What it is at the end of a narrow chain; None: it cannot stand there. `factor` may be changed.
  virtual NarrowLoss narrow(Real& factor) const {
    (void)factor;
    return NarrowLoss::None;
  }
};

struct LossDef : NodeDef {
  /// Type of target for this prediction.
  TargetType (*target)(const PortType& prediction, const Params& params) = nullptr;
  std::unique_ptr<Loss> (*make)(const PortType& prediction, const Params& params) = nullptr;
};

const LossDef* findLoss(std::string_view key);
std::span<const LossDef* const> allLosses();

}  // namespace GLASSBOX_REAL_NS

/// The layer or loss with this key, or null.
const NodeDef* findNode(std::string_view key);

}  // namespace glassbox
