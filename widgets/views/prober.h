// Computes what views show of a network from a copy of its weights: surface, pictures, curve, confusion, predictions. No thread of its own.
#pragma once

#include "widgets/common/theme.h"
#include "widgets/views/probe_answer.h"
#include "widgets/views/probe_bench.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace glassbox {

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
                                  const std::atomic<bool>& stop, std::span<const float> gradients = {});

 private:
  Prober(const ProbeSubject& subject, Network network);

  bool run(const std::vector<float>& inputs, std::int64_t count, const std::atomic<bool>& stop, const ProbeRows& read);
  bool takesPlane() const;
  bool takesCurve() const;
  int sideWithin(double budget, std::initializer_list<int> sides) const;
  std::vector<float> grid(const PlaneRange& range, int side) const;
  void prepareSurface(Surface& surface) const;

  std::optional<Surface> surface(const PlaneRange& range, int side, const std::atomic<bool>& stop);
  std::map<NodeId, LayerPictures> neurons(const PlaneRange& range, int side, const Theme& theme, const std::atomic<bool>& stop);
  std::optional<FitCurve> curve(const PlaneRange& range, const std::atomic<bool>& stop);
  std::optional<ConfusionCounts> confusion(Part part, std::int64_t most, const std::atomic<bool>& stop);
  bool predict(const std::vector<std::int64_t>& rows, std::vector<Prediction>& out, const std::atomic<bool>& stop);
  bool runSamples(const std::vector<std::int64_t>& rows, const std::atomic<bool>& stop, const ProbeRows& read);

  ProbeSubject m_subject;
  Network m_network;
  PlaneRange m_range;
  std::shared_ptr<Network> m_gradients; // made when a gradient is asked for
  OutputReading m_reading;
  int m_inputs = 0;          // numbers of the only input; 0 when there are several
  double m_secondsPerSample; // measured; begins with an estimate from the operations
};

} // namespace glassbox
