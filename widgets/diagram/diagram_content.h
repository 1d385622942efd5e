// What the diagram is given to show, as values: the data behind the network, live numbers and pictures, the lit step.
#pragma once

#include "engine/graph/network_spec.h"

#include <QImage>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace glassbox {

/// Id of the tile of the project's data. No node can have it: a node's id holds no colon.
inline const NodeId kDataTile = "data:";

/// One sample on the plane, both coordinates in [-1, 1], up to +1; `group` is its class.
struct DataDot {
  float x = 0, y = 0;
  int group = 0;
  bool operator==(const DataDot&) const = default;
};

/// The data tile: "Spirals", "400 points", and a picture of samples: dots, or an image where they are no points.
struct DataCaption {
  QString title;
  QString line;
  std::vector<DataDot> dots;
  int groups = 2;  ///< with two classes, class 0 has the colour of negative and class 1 of positive numbers
  QImage picture;
  bool empty() const { return title.isEmpty(); }
  bool operator==(const DataCaption&) const = default;
};

/// What a node shows while it trains. Everything may be empty: then nothing is drawn in its place.
struct LiveNode {
  std::vector<float> weights;    ///< (units, inputs); gradients when DiagramLive says so
  std::vector<float> biases;     ///< (units)
  float largest = 0;             ///< largest magnitude in `weights`
  std::vector<QImage> neurons;   ///< what each unit computes, one picture per unit
  std::vector<float> values;     ///< (units) of the current sample, written into the pictures from 150 % on
  QImage thumbnail;              ///< heat strip, filters, attention map; drawn into 140x52 (a tile without weights: none)
  float thumbnailLargest = 0;    ///< magnitude of its full colours
  std::int64_t thumbnailShown = 0, thumbnailTotal = 0;  ///< cells or maps that it shows, and of how many
  std::optional<double> batchLoss, testLoss;
};

struct DiagramLive {
  enum class Wires { Weights, Gradients };
  std::map<NodeId, LiveNode> nodes;
  Wires wires = Wires::Weights;
};

/// The lit step of backpropagation. Wires that are not lit are drawn at .45 while any node is.
struct DiagramFlow {
  enum class Direction { Forward, Backward };
  std::map<NodeId, Direction> nodes;
  std::set<Wire> wires;
  Direction direction = Direction::Forward;
  double dot = -1;  ///< where the travelling dot is on the lit wires, 0 to 1; below 0: none
  /// What stands in the units of a small layer in place of their pictures: values, and from the way back their gradients.
  struct Numbers {
    std::vector<double> values, gradients;
    bool operator==(const Numbers&) const = default;
  };
  std::map<NodeId, Numbers> numbers;
  /// A weight between two small layers that is spoken of: its wire is marked.
  struct Weight {
    NodeId node;
    int to = 0, from = 0;  ///< unit and input
    bool operator==(const Weight&) const = default;
  };
  std::optional<Weight> weight;
  bool empty() const { return nodes.empty() && wires.empty(); }
};

} // namespace glassbox
