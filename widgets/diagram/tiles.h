// What is drawn for a network, as pure data: tiles with their words and ports, and wires with their shapes.
#pragma once

#include "engine/graph/analysis.h"
#include "widgets/common/theme.h"
#include "widgets/diagram/auto_layout.h"
#include "widgets/diagram/diagram_content.h"

#include <QPointF>
#include <QRectF>
#include <QString>

namespace glassbox {

/// How a node is drawn. An activation right behind the layer it belongs to is a Word in that layer's tile ("8 · tanh"); the
/// layers of a folded group are Inside the Group's tile.
enum class TileForm { Plain, Thumbnail, Column, Loss, Data, Word, Group, Inside };

struct TilePort {
  PortRef ref;
  double y = 0;        ///< below the tile's anchor
  bool wired = false;
  bool operator==(const TilePort&) const = default;
};

struct Tile {
  NodeId id;
  TileForm form = TileForm::Plain;
  double width = 136, height = 48;
  double anchor = 24;             ///< from the top to the middle port: the tile's place in the layout is (left, anchor)
  QString title;                  ///< "Dense 1"
  QString shortTitle;             ///< "Dense", where the title has no room
  QString line;                   ///< main parameter, without the word
  QString icon;
  LayerGroup group = LayerGroup::Data;
  int units = 0;                  ///< pictures of a Column
  bool weighted = false;          ///< its units have weights and biases
  bool frozen = false, bypassed = false;
  std::optional<Issue::Severity> issue;
  QString issueText;              ///< all that is wrong, a line each
  NodeId host;                    ///< of a Word and of what is Inside: the tile that shows it
  NodeId wordId;                  ///< of a tile with a word
  QString word;
  QString copies, parameters;     ///< of a Group: "× 4", empty when it stands once; "4 × 49 984"
  int sheets = 0;                 ///< of a Group: drawn behind it, one for each further copy, three at most
  bool wordBypassed = false;
  std::vector<TilePort> inputs, outputs;
  bool operator==(const Tile&) const = default;

  /// The picture of unit `i`, from the tile's top left corner.
  QRectF neuronRect(int i) const;
  /// It stands on the canvas by itself, not in another tile.
  bool isShown() const { return form != TileForm::Word && form != TileForm::Inside; }
};

struct TileWire {
  Wire wire;
  NodeId fromTile, toTile;        ///< tiles it is drawn between; a word's are its host
  int toPort = 0;                 ///< index in Tile::inputs
  QString shape;
  bool bundle = false;            ///< drawn as weights from picture to picture
  bool operator==(const TileWire&) const = default;
};

/// The whole picture. Wires inside a tile (to its word) are not in `wires`.
struct Tiles {
  std::vector<Tile> tiles;
  std::vector<TileWire> wires;

  const Tile* find(const NodeId& id) const;
  /// The tile that shows the node: itself, or its host.
  const Tile* tileOf(const NodeId& id) const;
  LayoutGraph layoutGraph() const;
};

/// Pictures: all. Words: no thumbnails, so that more tiles fit beside each other. Names: for a low strip, every tile 136x48.
enum class TileDetail { Pictures, Words, Names };

Tiles makeTiles(const NetworkSpec& spec, const Analysis& analysis, const DataCaption& data, TileDetail detail);

ColorRole categoryColor(LayerGroup group);

/// Widest column of pictures: more units are a large layer.
inline constexpr int kColumnUnits = 12;

} // namespace glassbox
