// The diagram as a projection of the network: items are made, moved and removed by node id, never by the user directly.
#pragma once

#include "engine/io/folding.h"
#include "widgets/diagram/copies.h"
#include "widgets/diagram/diagram_content.h"
#include "widgets/diagram/group_item.h"
#include "widgets/diagram/neurons_item.h"
#include "widgets/diagram/node_item.h"
#include "widgets/diagram/tile_picture.h"
#include "widgets/diagram/weights_item.h"
#include "widgets/diagram/wire_item.h"

#include <QGraphicsScene>

#include <map>
#include <memory>

namespace glassbox {

/// What lies under a point.
struct DiagramHit {
  enum class Kind { Nothing, Tile, Word, Input, Output, Wire, Weight, Neuron, Bias, Badge, Fold, Frame, CopyBefore, CopyAfter };
  Kind kind = Kind::Nothing;
  NodeId node;           ///< of Fold, Frame and the copies: the group's tile (folding.h), also where it is unfolded; of Tile, Word, Badge, ports, and of Neuron, Bias, Weight: the layer they belong to
  PortRef port;          ///< of Input and Output
  glassbox::Wire wire;   ///< of Wire and Weight
  int unit = -1, input = -1;
};

class DiagramScene : public QGraphicsScene {
  Q_OBJECT

public:
  explicit DiagramScene(QObject* parent = nullptr);
  ~DiagramScene() override;

  // ---- what is shown -------------------------------------------------------------------------------------------------
  void setContent(const NetworkSpec& spec, const Layout& layout, const Analysis& analysis);
  void setData(const DataCaption& data);
  /// How much a tile shows, and how far columns that nobody has moved stand apart.
  void setTileDetail(TileDetail detail, double columnGap = kColumnGap);
  /// The size the drawing would have with that.
  QSizeF sizeWith(TileDetail detail, double columnGap) const;
  TileDetail tileDetail() const { return m_detail; }
  const NetworkSpec& spec() const { return m_spec; }
  const Analysis& analysis() const { return m_analysis; }
  /// Numbers and pictures of a moment, at most 30 times a second. Nothing is laid out anew.
  void setLive(const DiagramLive& live);
  /// A step of the network with its copies written out: the groups it steps in stand unfolded while it lasts.
  void setFlow(const DiagramFlow& flow);
  /// Whose numbers stand on the layers of a repeated group, from 1.
  void showCopy(const std::string& group, int copy);
  int shownCopy(const std::string& group) const { return m_copies.of(group); }
  /// The node whose numbers stand on the tile of `id`: itself or its copy.
  NodeId shownNode(const NodeId& id) const { return m_copies.shown(m_analysis, m_spec, id); }
  bool isFoldedNow(const std::string& group) const { return m_tiles.find(groupTile(group)) != nullptr; }
  /// What the picture in the tile of `id` shows; a tile that shows none is smaller.
  void showInTile(const NodeId& id, TileShow what);
  TileShow shownInTile(const NodeId& id) const;
  const LiveNode* liveNode(const NodeId& id) const;  ///< of the shown copy; null while nothing is known
  /// Draws all tiles between `from` and their places: `share` from 0 to 1. The places themselves are what they are.
  void glide(const Layout& from, double share);

  // ---- marks -----------------------------------------------------------------------------------------------------------
  void setSelection(const std::set<NodeId>& nodes, const std::set<Wire>& wires = {});
  const std::set<NodeId>& selectedNodes() const { return m_selectedNodes; }
  const std::set<Wire>& selectedWires() const { return m_selectedWires; }
  /// Where the keyboard is; empty: nowhere.
  void setCurrent(const NodeId& id, bool ringShown);
  const NodeId& current() const { return m_current; }
  void setHover(const DiagramHit& hit);
  /// Wire that a layer would be put into.
  void setDropWire(const std::optional<Wire>& wire);
  /// Ports a wire may be dropped on while it is drawn; nullopt: none is drawn.
  void setWireTargets(const std::optional<std::set<PortRef>>& valid, const std::optional<PortRef>& chosen = {});
  DraftWireItem* draft() { return m_draft; }

  // ---- geometry ---------------------------------------------------------------------------------------------------------
  const Tiles& tiles() const { return m_tiles; }
  /// Places of all tiles as they are drawn, also of those the layout does not name.
  const Layout& places() const { return m_places; }
  /// Moves tiles on the screen only, while they are dragged.
  void movePlaces(const Layout& places);
  NodeItem* nodeItem(const NodeId& id) const;      ///< the tile that shows the node, or null
  WireItem* wireItem(const Wire& wire) const;
  NeuronsItem* neuronsItem(const NodeId& id) const;
  WeightsItem* weightsItem(const Wire& wire) const;
  GroupItem* groupItem(const std::string& id) const;  ///< the frame around a group, or null
  DiagramHit hitAt(QPointF point, double zoom) const;
  QPointF portPoint(const PortRef& port) const;    ///< of the first place of an input port
  /// Input and output ports, in the order they are drawn.
  std::vector<PortRef> inputPorts() const;
  QRectF contentRect() const;
  /// True when some layers are drawn with weights from picture to picture.
  bool hasWeightWires() const { return !m_weights.empty(); }
  DiagramLive::Wires wireKind() const { return m_live.wires; }

signals:
  /// The drawing may take another place now.
  void rearranged();

private:
  void rebuild();
  void arrange();
  void routeWires();
  void choosePorts();
  void frameGroups();
  std::optional<Way> wayOf(const TileWire& wire) const;
  void applyLive();
  void applyMarks();
  void placeData();
  void fold(Tiles& tiles, TileDetail detail) const;
  GroupFrame wordsOf(const GroupSpec& group) const;
  Layout known() const;

  NetworkSpec m_spec;
  Layout m_layout;
  Analysis m_analysis;
  DataCaption m_data;
  TileDetail m_detail = TileDetail::Pictures;
  double m_columnGap = kColumnGap;
  DiagramLive m_live;
  DiagramFlow m_flow;
  std::set<std::string> m_stepped;   ///< groups that a lit step is in
  std::map<NodeId, TileShow> m_pictures;  ///< where somebody chose; else the weights
  ShownCopies m_copies;
  Layout m_glideFrom;
  double m_glide = 1;

  Tiles m_tiles;
  Layout m_places;
  Arrangement m_arrangement;  ///< where the tiles would stand by themselves, and the ways of the wires between those that do
  std::map<NodeId, NodeItem*> m_nodes;
  std::map<NodeId, NeuronsItem*> m_neurons;
  std::map<Wire, WireItem*> m_wires;
  std::map<Wire, WeightsItem*> m_weights;
  std::map<std::string, GroupItem*> m_groups;
  DraftWireItem* m_draft = nullptr;

  std::set<NodeId> m_selectedNodes;
  std::set<Wire> m_selectedWires;
  NodeId m_current;
  bool m_ringShown = false;
  DiagramHit m_hover;
  std::optional<Wire> m_dropWire;
  std::optional<std::set<PortRef>> m_targets;
  std::optional<PortRef> m_chosenPort;
};

} // namespace glassbox
