// What the probe is asked and what it answers: plain values, made in its thread, drawn in the GUI's.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/network_spec.h"
#include "widgets/views/attention_probe.h"
#include "widgets/views/draw_probe.h"
#include "widgets/views/maps_probe.h"
#include "widgets/views/outputs_probe.h"
#include "widgets/views/plane.h"
#include "widgets/views/saliency_probe.h"
#include "widgets/views/threshold_probe.h"
#include "widgets/views/points_probe.h"
#include "widgets/views/spread_probe.h"

#include <QImage>
#include <QLineF>
#include <QMetaType>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace glassbox {

/// What a number of a surface is.
enum class SurfaceKind {
  Probability, ///< P(class 1) of two classes
  Classes,     ///< P of each of three and more classes
  Value,       ///< the output itself
};

/// The network's output over a square grid on the plane.
struct Surface {
  SurfaceKind kind = SurfaceKind::Value;
  PlaneRange range;
  int side = 0;              ///< points along each edge; each stands for a cell and lies in its middle
  int outputs = 1;           ///< numbers a point: 1, or the number of classes
  std::vector<float> values; ///< (row, column, output); row 0 is the top
  double center = 0;         ///< value of the middle colour
  double spread = 1;         ///< distance from it to the full colours
  double border = 0;         ///< value at which the decision changes: the contour
  std::vector<QLineF> lines; ///< the contour, in [0, 1] x [0, 1], y down

  double x(int column) const { return range.left + (column + 0.5) / side * range.width(); }
  double y(int row) const { return range.top - (row + 0.5) / side * range.height(); }
  const float* at(int row, int column) const { return values.data() + (static_cast<std::size_t>(row) * side + column) * outputs; }
};

/// What each unit of a small layer computes over the plane; all units of a layer share one scale.
struct LayerPictures {
  std::vector<QImage> units;
  double largest = 0; ///< magnitude of the full colour
};

/// The curve that a network with one input and one output draws.
struct FitCurve {
  std::vector<double> x, y;
};

/// One classified sample.
struct Judged {
  std::int64_t row = 0;
  int truth = 0, guess = 0;
  float guessShare = 0; ///< probability the network gives its guess
  float truthShare = 0; ///< and the true class
};

/// Counts of (true class, predicted class) over one part, and the samples behind them.
struct ConfusionCounts {
  int classes = 0;
  Part part = Part::Test;
  std::int64_t total = 0;           ///< samples of the part; `samples` may hold fewer while the network trains
  std::vector<std::int64_t> counts; ///< row-major
  std::vector<Judged> samples;      ///< in the order of the data
  std::vector<std::size_t> worst;   ///< indices into `samples`: mistakes, the least probable true class first
  std::int64_t count(int truth, int guess) const { return counts[static_cast<std::size_t>(truth) * classes + guess]; }
};

/// Outputs for one asked sample: probabilities for classes, else the numbers themselves.
struct Prediction {
  std::int64_t row = 0;
  std::vector<float> outputs;
};

/// What shall be computed. Nothing is computed that no view asks for.
struct ProbeWish {
  bool surface = false;
  bool neurons = false;
  bool curve = false;
  bool confusion = false;
  Part part = Part::Test;          ///< of the confusion counts; Train when that part is empty
  std::vector<std::int64_t> rows;  ///< samples to predict
  std::optional<PlaneRange> range; ///< of surface, pictures and curve; around the data when empty
  std::optional<MapWish> maps;     ///< filters or feature maps
  std::optional<SaliencyWish> saliency;
  std::optional<ScoresWish> scores; ///< of a class against the rest
  bool spreads = false;            ///< histograms of weights, gradients and activations
  std::optional<std::int64_t> attention; ///< the sample whose attention maps are wanted
  std::optional<PointsWish> points;      ///< vectors of an embedding, or activations, on a plane
  std::optional<OutputsWish> outputs;    ///< what nodes give for one sample
  std::optional<DrawnWish> drawn;        ///< pictures that the learner drew
  bool weights = false;            ///< the weights themselves, for what a view computes in a thread of its own
  bool empty() const { return *this == ProbeWish(); }
  bool operator==(const ProbeWish&) const = default;
};

struct ProbeAnswer {
  std::int64_t step = 0;
  bool atRest = false; ///< full resolution, all samples
  std::optional<Surface> surface;
  std::map<NodeId, LayerPictures> neurons; ///< layers of at most 12 units, the inputs too
  std::optional<FitCurve> curve;
  std::optional<ConfusionCounts> confusion;
  std::vector<Prediction> predictions;
  std::optional<MapSet> maps;
  std::optional<Saliency> saliency;
  std::optional<PositiveScores> scores;
  std::optional<SpreadAnswer> spreads;
  std::optional<AttentionAnswer> attention;
  std::optional<PointMap> points;
  std::optional<OutputsAnswer> outputs;
  std::optional<DrawnAnswer> drawn;
  std::shared_ptr<const Buffer<float>> weights; ///< as Network::weights() holds them; shared, not copied
};

using ProbeAnswerPtr = std::shared_ptr<const ProbeAnswer>;

} // namespace glassbox

Q_DECLARE_METATYPE(glassbox::ProbeAnswerPtr)
