// Computes what views show of a network from a copy of its weights: surface, pictures, curve, confusion, predictions. No thread of its own.
#pragma once

#include "engine/graph/network.h"
#include "widgets/common/theme.h"
#include "widgets/views/probe_answer.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace glassbox {

/// The network and the data that are looked at.
struct ProbeSubject {
  std::shared_ptr<const NetworkSpec> spec;
  DatasetPtr data;                          ///< may be null: then only predictions over a given range
  KernelSet kernelSet = defaultKernelSet(); ///< that of the trainer, so that the pictures have its bits
};

enum class ProbeCare {
  Live,   ///< while the network trains: as much as a few milliseconds allow
  AtRest, ///< everything
};

/// Owner: one thread at a time.
class Prober {
 public:
  static constexpr int kMostUnits = 12; ///< of a layer that is drawn unit by unit
  static constexpr int kCurvePoints = 200;
  static constexpr int kRestSide = 160, kLiveSide = 80;
  static constexpr int kPictureSide = 33; ///< as on the screen; twice that at rest
  static constexpr std::size_t kMostWorst = 24;

  /// Fails when the spec cannot be compiled or does not fit the data.
  static Result<Prober> create(const ProbeSubject& subject);

  /// Numbers of the weight arena: what a snapshot for this network must have.
  std::size_t weightCount() const { return m_network.weights().size(); }

  /// Nothing when `weights` has another size (a snapshot of the network before) or `stop` became true.
  std::optional<ProbeAnswer> look(std::span<const float> weights, const ProbeWish& wish, ProbeCare care, const Theme& theme,
                                  const std::atomic<bool>& stop);

 private:
  Prober(const ProbeSubject& subject, Network network);

  using Rows = std::function<void(std::int64_t first, int count)>; // reads the outputs of the last forward
  bool run(const std::vector<float>& inputs, std::int64_t count, const std::atomic<bool>& stop, const Rows& read);
  bool takesPlane() const;
  bool takesCurve() const;
  int sideWithin(double budget, std::initializer_list<int> sides) const;
  std::vector<float> grid(const PlaneRange& range, int side) const;
  void toShares(const float* outputs, std::vector<float>& shares) const;
  void prepareSurface(Surface& surface) const;

  std::optional<Surface> surface(const PlaneRange& range, int side, const std::atomic<bool>& stop);
  std::map<NodeId, LayerPictures> neurons(const PlaneRange& range, int side, const Theme& theme, const std::atomic<bool>& stop);
  std::optional<FitCurve> curve(const PlaneRange& range, const std::atomic<bool>& stop);
  std::optional<ConfusionCounts> confusion(Part part, std::int64_t most, const std::atomic<bool>& stop);
  bool predict(const std::vector<std::int64_t>& rows, std::vector<Prediction>& out, const std::atomic<bool>& stop);
  bool runRows(const std::vector<std::int64_t>& rows, const std::atomic<bool>& stop, const Rows& read);

  ProbeSubject m_subject;
  Network m_network;
  PlaneRange m_range;
  TargetType m_target;
  std::string m_lossKey;
  int m_outputs = 1;
  int m_inputs = 0;          // numbers of the only input; 0 when there are several
  double m_secondsPerSample; // measured; begins with an estimate from the operations
};

} // namespace glassbox
