#include "widgets/diagram/diagram_scene.h"

#include "widgets/common/number_format.h"
#include "widgets/diagram/fold_tiles.h"

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kDataGap = 24;  // the data belong to their input
constexpr double kPortTarget = 10, kWireTarget = 7, kWeightTarget = 5;  // in pixels of the screen

// Items without a place in `wanted` go; the others stay the same objects.
template<class Key, class Item, class Wanted> void removeOthers(std::map<Key, Item*>& items, const Wanted& wanted) {
  for (auto at = items.begin(); at != items.end();) {
    if (wanted(at->first)) {
      ++at;
    } else {
      delete at->second;
      at = items.erase(at);
    }
  }
}

} // namespace

DiagramScene::DiagramScene(QObject* parent) : QGraphicsScene(parent), m_draft(new DraftWireItem) {
  setItemIndexMethod(NoIndex);  // at most some hundred items, and all of them move at once
  addItem(m_draft);
  m_draft->hide();
}

DiagramScene::~DiagramScene() = default;

void DiagramScene::setContent(const NetworkSpec& spec, const Layout& layout, const Analysis& analysis) {
  m_spec = spec;
  m_layout = layout;
  m_analysis = analysis;
  std::erase_if(m_selectedNodes, [&](const NodeId& id) { return id != kDataTile && !m_spec.find(id); });
  m_copies.keepWithin(m_spec);
  std::erase_if(m_selectedWires, [&](const Wire& wire) { return std::find(m_spec.wires.begin(), m_spec.wires.end(), wire) == m_spec.wires.end(); });
  m_hover = {};
  rebuild();
  // The keyboard goes on where the layer it was on is shown.
  const std::string left = groupOfTile(m_current);
  const GroupSpec* opened = left.empty() || isFoldedNow(left) ? nullptr : findGroup(m_spec, left);
  const Tile* here = m_tiles.tileOf(opened && !opened->members.empty() ? opened->members.front() : m_current);
  const NodeId current = !here ? NodeId() : opened || here->form == TileForm::Group ? here->id : m_current;
  if (current != m_current) setCurrent(current, m_ringShown);
}

void DiagramScene::setData(const DataCaption& data) {
  if (data == m_data) return;
  m_data = data;
  rebuild();
}

void DiagramScene::setTileDetail(TileDetail detail, double columnGap) {
  if (detail == m_detail && columnGap == m_columnGap) return;
  m_detail = detail;
  m_columnGap = columnGap;
  rebuild();
}

QSizeF DiagramScene::sizeWith(TileDetail detail, double columnGap) const {
  Tiles tiles = makeTiles(m_spec, m_analysis, m_data, detail);
  fold(tiles, detail);
  LayoutGraph graph = tiles.layoutGraph();
  graph.columnGap = columnGap;
  QRectF rect;
  const Layout places = completedLayout(graph, known());
  for (const LayoutBox& box : graph.boxes) {
    const Position& at = places.at(box.id);
    rect = rect.united(QRectF(at.x, at.y - box.above, box.width, box.above + box.below));
  }
  const Tile* data = tiles.find(kDataTile);
  return data ? QSizeF(rect.width() + data->width + kDataGap, std::max(rect.height(), data->height)) : rect.size();
}

void DiagramScene::setLive(const DiagramLive& live) {
  m_live = live;
  applyLive();
}

void DiagramScene::setFlow(const DiagramFlow& flow) {
  FlowOfCopies own = flowOfCopies(flow, m_analysis, m_spec);
  m_flow = std::move(own.flow);
  bool otherCopy = false;
  std::set<std::string> stepped;
  for (const auto& [group, copy] : own.copies) {
    if (isFolded(m_layout, group)) stepped.insert(group);
    otherCopy = otherCopy || m_copies.of(group) != copy;
    m_copies.show(group, copy);
  }
  // Between two blocks the light is on neither: the one that was stepped in stays open until the step ends.
  if (!m_flow.empty()) stepped.insert(m_stepped.begin(), m_stepped.end());
  const bool reopened = std::exchange(m_stepped, stepped) != stepped;
  if (reopened) return rebuild();
  if (otherCopy) frameGroups(), applyLive();
  applyMarks();
}

void DiagramScene::showCopy(const std::string& group, int copy) {
  const GroupSpec* known = findGroup(m_spec, group);
  if (!known) return;
  m_copies.show(group, std::clamp(copy, 1, std::max(1, known->repeat)));
  frameGroups();
  applyLive();
}

void DiagramScene::showInTile(const NodeId& id, TileShow what) {
  if (shownInTile(id) == what) return;
  m_pictures[id] = what;
  rebuild();
}

TileShow DiagramScene::shownInTile(const NodeId& id) const {
  const auto at = m_pictures.find(id);
  return at == m_pictures.end() ? TileShow::Weights : at->second;
}

const LiveNode* DiagramScene::liveNode(const NodeId& id) const {
  const auto at = m_live.nodes.find(shownNode(id));
  return at == m_live.nodes.end() ? nullptr : &at->second;
}

// Places that somebody chose. While nobody has, the diagram arranges itself, folded or not.
Layout DiagramScene::known() const { return arrangesItself(m_layout) ? Layout() : m_layout; }

void DiagramScene::fold(Tiles& tiles, TileDetail detail) const {
  for (Tile& tile : tiles.tiles) {
    const TileShow shown = shownInTile(tile.id);
    const bool smaller = tile.form == TileForm::Thumbnail && shown == TileShow::Nothing;
    const bool larger = tile.form == TileForm::Plain && shown != TileShow::Nothing && m_pictures.count(tile.id) && detail != TileDetail::Names;
    if (!smaller && !larger) continue;
    tile.form = smaller ? TileForm::Plain : TileForm::Thumbnail;
    tile.width = smaller ? 136 : 168;
    tile.height = smaller ? 48 : std::max(112.0, tile.height);
    tile.anchor = tile.height / 2;
  }
  std::map<std::string, GroupFrame> folded;
  for (const GroupSpec& group : m_spec.groups)
    if (isFolded(m_layout, group.id) && !m_stepped.count(group.id)) folded[group.id] = wordsOf(group);
  foldGroups(tiles, m_spec, m_analysis, folded);
}

void DiagramScene::rebuild() {
  m_tiles = makeTiles(m_spec, m_analysis, m_data, m_detail);
  fold(m_tiles, m_detail);

  removeOthers(m_nodes, [&](const NodeId& id) {
    const Tile* tile = m_tiles.find(id);
    return tile && tile->isShown();
  });
  removeOthers(m_neurons, [&](const NodeId& id) {
    const Tile* tile = m_tiles.find(id);
    return tile && tile->form == TileForm::Column;
  });
  const auto wireOf = [&](const Wire& wire) -> const TileWire* {
    const auto at = std::find_if(m_tiles.wires.begin(), m_tiles.wires.end(), [&](const TileWire& w) { return w.wire == wire; });
    return at == m_tiles.wires.end() ? nullptr : &*at;
  };
  removeOthers(m_wires, [&](const Wire& wire) { return wireOf(wire) != nullptr; });
  removeOthers(m_weights, [&](const Wire& wire) {
    const TileWire* w = wireOf(wire);
    return w && w->bundle;
  });

  for (const Tile& tile : m_tiles.tiles) {
    if (!tile.isShown()) continue;
    NodeItem*& item = m_nodes[tile.id];
    if (!item) addItem(item = new NodeItem(tile));
    item->setTile(tile);
    if (tile.form == TileForm::Data || tile.form == TileForm::Loss) item->setCaption(m_data);
    if (tile.form != TileForm::Column) continue;
    NeuronsItem*& neurons = m_neurons[tile.id];
    if (!neurons) addItem(neurons = new NeuronsItem(tile));
    neurons->setTile(tile);
  }
  for (const TileWire& wire : m_tiles.wires) {
    WireItem*& item = m_wires[wire.wire];
    if (!item) addItem(item = new WireItem(wire));
    item->setWire(wire);
    if (!wire.bundle) continue;
    WeightsItem*& weights = m_weights[wire.wire];
    if (!weights) addItem(weights = new WeightsItem(wire));
  }
  LayoutGraph graph = m_tiles.layoutGraph();
  graph.columnGap = m_columnGap;
  m_arrangement = arrangement(graph);
  m_places = completedLayout(graph, known());
  if (!arrangesItself(m_layout))  // what is folded keeps its places for when it is unfolded
    for (const Tile& tile : m_tiles.tiles)
      if (const auto at = tile.form == TileForm::Inside ? m_layout.find(tile.id) : m_layout.end(); at != m_layout.end()) m_places.insert(*at);
  m_glide = 1;
  arrange();
  applyLive();
  applyMarks();
}

void DiagramScene::placeData() {
  const Tile* data = m_tiles.find(kDataTile);
  if (!data) return;
  double left = 1e300, sum = 0;
  int count = 0;
  for (const NodeId& input : m_analysis.inputs)
    if (const auto at = m_places.find(input); at != m_places.end()) {
      left = std::min(left, at->second.x);
      sum += at->second.y;
      ++count;
    }
  Position place;
  if (count > 0) {
    place = {left - kDataGap - data->width, sum / count};
  } else if (!m_places.empty()) {
    for (const auto& [id, at] : m_places) {
      left = std::min(left, at.x);
      sum += at.y;
      ++count;
    }
    place = {left - kColumnGap - data->width, sum / count};
  }
  m_nodes.at(kDataTile)->setPos(place.x, place.y - data->anchor);
}

void DiagramScene::arrange() {
  for (const auto& [id, item] : m_nodes) {
    const auto at = m_places.find(id);
    if (at == m_places.end()) continue;
    QPointF place(at->second.x, at->second.y - item->tile().anchor);
    if (const auto from = m_glide < 1 ? m_glideFrom.find(id) : m_glideFrom.end(); from != m_glideFrom.end())
      place = m_glide * place + (1 - m_glide) * QPointF(from->second.x, from->second.y - item->tile().anchor);
    item->setPos(place);
  }
  placeData();
  for (const auto& [id, neurons] : m_neurons) neurons->setPos(m_nodes.at(id)->pos());
  routeWires();
  frameGroups();
  setSceneRect(contentRect().adjusted(-2000, -2000, 2000, 2000));  // room to pan; the view fits contentRect
  emit rearranged();
}

void DiagramScene::glide(const Layout& from, double share) {
  m_glideFrom = from;
  m_glide = share;
  arrange();
}

void DiagramScene::movePlaces(const Layout& places) {
  for (const auto& [id, place] : places) m_places[id] = place;
  arrange();
}

namespace {

Way moved(Way way, const Position& shift) {
  for (Channel& channel : way) {
    channel.left += shift.x;
    channel.right += shift.x;
    channel.height += shift.y;
  }
  return way;
}

} // namespace

// The way of a wire whose two tiles stand to each other as the auto-layout would place them.
std::optional<Way> DiagramScene::wayOf(const TileWire& wire) const {
  const auto way = m_arrangement.ways.find({wire.fromTile, wire.toTile});
  if (way == m_arrangement.ways.end() || m_glide < 1) return std::nullopt;
  const Position &from = m_places.at(wire.fromTile), &to = m_places.at(wire.toTile);
  const Position &ownFrom = m_arrangement.places.at(wire.fromTile), &ownTo = m_arrangement.places.at(wire.toTile);
  const Position shift{from.x - ownFrom.x, from.y - ownFrom.y};
  if (to.x - ownTo.x != shift.x || to.y - ownTo.y != shift.y) return std::nullopt;
  return moved(way->second, shift);
}

// Wires into one port take its places from top to bottom in the order in which they arrive: else they would cross before it.
void DiagramScene::choosePorts() {
  std::map<PortRef, std::vector<TileWire*>> into;
  for (TileWire& wire : m_tiles.wires)
    if (wire.toPort >= 0) into[wire.wire.to].push_back(&wire);
  for (auto& [port, wires] : into) {
    if (wires.size() < 2) continue;
    std::vector<int> places;
    std::vector<std::pair<double, TileWire*>> arriving;
    for (TileWire* wire : wires) {
      places.push_back(wire->toPort);
      const std::optional<Way> way = wayOf(*wire);
      arriving.emplace_back(way && way->size() > 1 ? (*way)[way->size() - 2].height : m_nodes.at(wire->fromTile)->outputPoint().y(), wire);
    }
    std::sort(places.begin(), places.end());
    std::stable_sort(arriving.begin(), arriving.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < places.size(); ++i) {
      arriving[i].second->toPort = places[i];
      m_wires.at(arriving[i].second->wire)->setWire(*arriving[i].second);
    }
  }
}

void DiagramScene::routeWires() {
  choosePorts();
  struct Lane {
    double y, left, right;
  };
  std::vector<Lane> lanes;
  // Short wires first: they take the inner lanes.
  std::vector<const TileWire*> wires;
  for (const TileWire& wire : m_tiles.wires) wires.push_back(&wire);
  const auto span = [&](const TileWire* w) { return std::abs(m_nodes.at(w->toTile)->x() - m_nodes.at(w->fromTile)->x()); };
  std::stable_sort(wires.begin(), wires.end(), [&](const TileWire* a, const TileWire* b) { return span(a) < span(b); });

  for (const TileWire* wire : wires) {
    NodeItem *from = m_nodes.at(wire->fromTile), *to = m_nodes.at(wire->toTile);
    const QPointF start = from->outputPoint(), end = to->inputPoint(wire->toPort);
    std::vector<QRectF> obstacles;
    for (const auto& [id, item] : m_nodes)
      if (item != from && item != to) obstacles.push_back(item->box().translated(item->pos()).adjusted(-2, -2, 2, 2));
    if (start.x() > end.x())
      for (NodeItem* own : {from, to}) obstacles.push_back(own->box().translated(own->pos()));
    const std::optional<Way> way = wayOf(*wire);
    const std::optional<WireRoute> along = way ? routeAlong(start, end, *way, obstacles) : std::nullopt;
    WireRoute route = along ? *along : routeWire(start, end, obstacles);
    for (int lane = 1; !along && route.detour && lane < 20; ++lane) {
      const QRectF rect = route.path.boundingRect();
      const bool taken = std::any_of(lanes.begin(), lanes.end(), [&](const Lane& other) {
        return std::abs(other.y - route.laneY) < 8 && other.left < rect.right() && other.right > rect.left();
      });
      if (!taken) break;
      route = routeWire(start, end, obstacles, lane);
    }
    if (route.detour) lanes.push_back({route.laneY, route.path.boundingRect().left(), route.path.boundingRect().right()});
    WireItem* item = m_wires.at(wire->wire);
    item->setRoute(route);
    item->setGap(end.x() - start.x());
  }
  for (const auto& [wire, weights] : m_weights) {
    const NodeItem *from = m_nodes.at(weights->wire().fromTile), *to = m_nodes.at(weights->wire().toTile);
    std::vector<QPointF> starts, ends;
    for (int i = 0; i < from->tile().units; ++i) {
      const QRectF picture = from->tile().neuronRect(i).translated(from->pos());
      starts.emplace_back(picture.right(), picture.center().y());
    }
    for (int i = 0; i < to->tile().units; ++i) {
      const QRectF picture = to->tile().neuronRect(i).translated(to->pos());
      ends.emplace_back(picture.left(), picture.center().y());
    }
    weights->setEnds(std::move(starts), std::move(ends));
  }
}

// Around the tiles of a group and the wires between them.
void DiagramScene::frameGroups() {
  removeOthers(m_groups, [&](const std::string& id) {
    return std::any_of(m_spec.groups.begin(), m_spec.groups.end(), [&](const GroupSpec& group) { return group.id == id; });
  });
  for (const GroupSpec& group : m_spec.groups) {
    GroupFrame frame = wordsOf(group);
    std::set<NodeId> tiles;
    for (const NodeId& id : group.members)
      if (const Tile* tile = m_tiles.tileOf(id); tile && tile->form != TileForm::Group) tiles.insert(tile->id);
    for (const NodeId& id : tiles) frame.members = frame.members.united(m_nodes.at(id)->box().translated(m_nodes.at(id)->pos()));
    for (const auto& [wire, item] : m_wires)
      if (tiles.count(item->wire().fromTile) && tiles.count(item->wire().toTile)) frame.members = frame.members.united(item->route().path.boundingRect());
    GroupItem*& item = m_groups[group.id];
    if (!item) addItem(item = new GroupItem);
    item->setFrame(frame);
    item->setVisible(!tiles.empty());
  }
}

GroupFrame DiagramScene::wordsOf(const GroupSpec& group) const {
  GroupFrame frame;
  std::int64_t parameters = 0;
  for (const NodeId& id : group.members)
    if (const auto facts = m_analysis.nodes.find(id); facts != m_analysis.nodes.end()) parameters += facts->second.parameters;
  const auto number = 1 + std::distance(m_spec.groups.data(), &group);
  frame.title = group.name.empty() ? tr("Block %1").arg(number) : QString::fromStdString(group.name);
  frame.repeat = group.repeat;
  frame.copy = m_copies.of(group.id);
  if (group.repeat > 1) frame.copies = QStringLiteral("× %1").arg(group.repeat);
  const QString each = formatInteger(parameters);
  frame.count = group.repeat > 1 ? QStringLiteral("%1 × %2").arg(group.repeat).arg(each) : each;
  frame.parameters = group.repeat > 1 ? tr("%1 × %2 parameters").arg(group.repeat).arg(each) : tr("%1 parameters").arg(each);
  return frame;
}

QRectF DiagramScene::contentRect() const {
  QRectF rect;
  for (const auto& [id, item] : m_nodes) rect = rect.united(item->box().translated(item->pos()));
  for (const auto& [wire, item] : m_wires) rect = rect.united(item->route().path.boundingRect());
  for (const auto& [id, item] : m_groups)
    if (item->isVisible()) rect = rect.united(item->box());
  return rect;
}

void DiagramScene::applyLive() {
  static const LiveNode nothing;
  const auto liveOf = [&](const NodeId& id) -> const LiveNode& {
    const auto at = m_live.nodes.find(shownNode(id));
    return at == m_live.nodes.end() ? nothing : at->second;
  };
  for (const auto& [id, item] : m_nodes) {
    const LiveNode& live = liveOf(id);
    if (item->tile().form == TileForm::Thumbnail) item->setThumbnail(live.thumbnail);
    if (item->tile().form == TileForm::Loss) item->setLosses(live.batchLoss, live.testLoss);
  }
  for (const auto& [id, neurons] : m_neurons) {
    // What a unit computes is what leaves the tile: behind the activation where there is one.
    const Tile& tile = m_nodes.at(id)->tile();
    const LiveNode& own = liveOf(id);
    const LiveNode& shown = !tile.wordId.empty() && !liveOf(tile.wordId).neurons.empty() ? liveOf(tile.wordId) : own;
    const std::vector<float>& values = !tile.wordId.empty() && !liveOf(tile.wordId).values.empty() ? liveOf(tile.wordId).values : own.values;
    neurons->setLive(shown.neurons, own.biases, values);
  }
  for (const auto& [wire, weights] : m_weights) {
    const LiveNode& live = liveOf(weights->wire().toTile);
    weights->setWeights(live.weights, live.largest, m_live.wires);
  }
}

void DiagramScene::applyMarks() {
  const bool flowing = !m_flow.empty();
  for (const auto& [id, item] : m_nodes) {
    const Tile& tile = item->tile();
    const bool word = !tile.wordId.empty(), group = tile.form == TileForm::Group;
    const auto owns = [&](const PortRef& port) { return port.node == tile.id || (word && port.node == tile.wordId) || (group && m_tiles.tileOf(port.node) == m_tiles.find(tile.id)); };
    TileMarks marks;
    marks.selected = m_selectedNodes.count(id) != 0;
    if (group)
      marks.selected = std::any_of(m_selectedNodes.begin(), m_selectedNodes.end(), [&](const NodeId& chosen) { return m_tiles.tileOf(chosen) == m_tiles.find(tile.id); });
    marks.current = m_ringShown && m_current == id;
    marks.wordSelected = word && m_selectedNodes.count(tile.wordId) && !marks.selected;
    marks.wordCurrent = word && m_ringShown && m_current == tile.wordId;
    const bool overWord = m_hover.kind == DiagramHit::Kind::Word;
    marks.wordHovered = overWord && word && m_hover.node == tile.wordId;
    marks.hovered = !overWord && m_hover.kind != DiagramHit::Kind::Nothing && m_hover.kind != DiagramHit::Kind::Wire &&
                    m_hover.kind != DiagramHit::Kind::Weight && (m_hover.node == id || (word && m_hover.node == tile.wordId));
    marks.portsShown = m_targets.has_value();
    if (m_targets)
      for (const PortRef& port : *m_targets)
        if (owns(port)) marks.valid.insert(port);
    if (m_chosenPort && owns(*m_chosenPort)) marks.currentPort = m_chosenPort;
    if (const auto lit = m_flow.nodes.find(id); lit != m_flow.nodes.end()) marks.flow = lit->second;
    else if (word)
      if (const auto litWord = m_flow.nodes.find(tile.wordId); litWord != m_flow.nodes.end()) marks.flow = litWord->second;
    item->setMarks(marks);
  }
  for (const auto& [wire, item] : m_wires) {
    WireMarks marks;
    marks.selected = m_selectedWires.count(wire) != 0;
    marks.hovered = m_hover.kind == DiagramHit::Kind::Wire && m_hover.wire == wire;
    marks.dropTarget = m_dropWire == wire && !item->wire().bundle;
    if (m_flow.wires.count(wire)) {
      marks.flow = m_flow.direction;
      marks.dot = m_flow.dot;
    }
    marks.faded = flowing && !marks.flow;
    item->setMarks(marks);
  }
  for (const auto& [wire, item] : m_weights) {
    item->setFaded(flowing && !m_flow.wires.count(wire));
    item->setDropTarget(m_dropWire == wire);
    const bool over = m_hover.kind == DiagramHit::Kind::Weight && m_hover.wire == wire;
    const bool spoken = !over && m_flow.weight && m_flow.weight->node == item->wire().wire.to.node;
    item->setMarked(over ? m_hover.unit : spoken ? m_flow.weight->to : -1, over ? m_hover.input : spoken ? m_flow.weight->from : -1);
    item->setNumbersShown(m_flow.wires.count(wire) != 0);
  }
  for (const auto& [id, item] : m_neurons) {
    const bool over = (m_hover.kind == DiagramHit::Kind::Neuron || m_hover.kind == DiagramHit::Kind::Bias) && m_hover.node == id;
    item->setMarkedUnit(over ? m_hover.unit : -1);
    item->setFaded(m_nodes.at(id)->tile().bypassed);
    // What leaves the tile: behind the activation where there is one.
    const Tile& tile = m_nodes.at(id)->tile();
    auto numbers = m_flow.numbers.find(tile.wordId);
    if (numbers == m_flow.numbers.end()) numbers = m_flow.numbers.find(id);
    item->setNumbers(numbers == m_flow.numbers.end() ? DiagramFlow::Numbers{} : numbers->second);
  }
}

void DiagramScene::setSelection(const std::set<NodeId>& nodes, const std::set<Wire>& wires) {
  m_selectedNodes = nodes;
  m_selectedWires = wires;
  applyMarks();
}

void DiagramScene::setCurrent(const NodeId& id, bool ringShown) {
  m_current = id;
  m_ringShown = ringShown;
  applyMarks();
}

void DiagramScene::setHover(const DiagramHit& hit) {
  m_hover = hit;
  applyMarks();
}

void DiagramScene::setDropWire(const std::optional<Wire>& wire) {
  if (wire == m_dropWire) return;
  m_dropWire = wire;
  applyMarks();
}

void DiagramScene::setWireTargets(const std::optional<std::set<PortRef>>& valid, const std::optional<PortRef>& chosen) {
  m_targets = valid;
  m_chosenPort = chosen;
  applyMarks();
}

NodeItem* DiagramScene::nodeItem(const NodeId& id) const {
  const Tile* tile = m_tiles.tileOf(id);
  const auto at = tile ? m_nodes.find(tile->id) : m_nodes.end();
  return at == m_nodes.end() ? nullptr : at->second;
}

WireItem* DiagramScene::wireItem(const Wire& wire) const {
  const auto at = m_wires.find(wire);
  return at == m_wires.end() ? nullptr : at->second;
}

GroupItem* DiagramScene::groupItem(const std::string& id) const {
  const auto at = m_groups.find(id);
  return at == m_groups.end() ? nullptr : at->second;
}

NeuronsItem* DiagramScene::neuronsItem(const NodeId& id) const {
  const auto at = m_neurons.find(id);
  return at == m_neurons.end() ? nullptr : at->second;
}

WeightsItem* DiagramScene::weightsItem(const Wire& wire) const {
  const auto at = m_weights.find(wire);
  return at == m_weights.end() ? nullptr : at->second;
}

std::vector<PortRef> DiagramScene::inputPorts() const {
  std::vector<PortRef> ports;
  for (const Tile& tile : m_tiles.tiles)
    for (const TilePort& port : tile.inputs)
      if (std::find(ports.begin(), ports.end(), port.ref) == ports.end()) ports.push_back(port.ref);
  std::stable_sort(ports.begin(), ports.end(), [&](const PortRef& a, const PortRef& b) {
    const QPointF p = portPoint(a), q = portPoint(b);
    return p.x() != q.x() ? p.x() < q.x() : p.y() < q.y();
  });
  return ports;
}

QPointF DiagramScene::portPoint(const PortRef& port) const {
  const NodeItem* item = nodeItem(port.node);
  if (!item) return {};
  const auto& inputs = item->tile().inputs;
  // A free place of the port, else its first.
  int index = -1;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (inputs[i].ref == port && (index < 0 || !inputs[i].wired)) index = static_cast<int>(i);
  return index < 0 ? item->outputPoint() : item->inputPoint(index);
}

DiagramHit DiagramScene::hitAt(QPointF point, double zoom) const {
  using Kind = DiagramHit::Kind;
  DiagramHit hit;
  const auto near = [&](QPointF at, double pixels) { return std::hypot(at.x() - point.x(), at.y() - point.y()) <= pixels / zoom; };
  const Detail detail = detailAt(zoom);

  // A port is hit from so far around it that from afar it would take the squares beside it.
  for (const auto& [id, neurons] : m_neurons) {
    const int unit = detail >= Detail::Name ? neurons->biasAt(point - neurons->pos(), zoom) : -1;
    if (unit < 0) continue;
    hit.kind = Kind::Bias;
    hit.node = id;
    hit.unit = unit;
    return hit;
  }
  for (const auto& [id, item] : m_nodes) {
    if (detail < Detail::Name) break;
    const Tile& tile = item->tile();
    if (tile.issue && item->badgeRect().translated(item->pos()).contains(point)) {
      hit.kind = Kind::Badge;
      hit.node = id;
      return hit;
    }
    for (std::size_t i = 0; i < tile.inputs.size(); ++i)
      if (near(item->inputPoint(static_cast<int>(i)), kPortTarget)) {
        hit.kind = Kind::Input;
        hit.node = id;
        hit.port = tile.inputs[i].ref;
        return hit;
      }
    if (!tile.outputs.empty() && near(item->outputPoint(), kPortTarget)) {
      hit.kind = Kind::Output;
      hit.node = id;
      hit.port = tile.outputs.front().ref;
      return hit;
    }
  }
  if (detail >= Detail::All)
    for (const auto& [id, neurons] : m_neurons) {
      const int unit = neurons->unitAt(point - neurons->pos());
      if (unit < 0) continue;
      hit.kind = Kind::Neuron;
      hit.node = id;
      hit.unit = unit;
      return hit;
    }
  for (const auto& [id, item] : m_nodes) {
    const QPointF own = point - item->pos();
    if (!item->box().contains(own)) continue;
    hit.kind = detail >= Detail::All && item->unfoldRect().contains(own) ? Kind::Fold : Kind::Tile;
    hit.node = id;
    if (detail >= Detail::All && !item->tile().wordId.empty() && item->wordRect().contains(own)) {
      hit.kind = Kind::Word;
      hit.node = item->tile().wordId;
    }
    return hit;
  }
  double nearest = kWireTarget / zoom;
  for (const auto& [wire, item] : m_wires) {
    if (wire.from.node == kDataTile || item->wire().bundle) continue;
    if (!item->boundingRect().contains(point)) continue;
    if (const double distance = item->distanceTo(point); distance <= nearest) {
      nearest = distance;
      hit.kind = Kind::Wire;
      hit.wire = wire;
      hit.node = wire.to.node;
    }
  }
  if (hit.kind == Kind::Wire) return hit;
  for (const auto& [id, item] : m_groups) {
    if (!item->isVisible() || !item->titleRow().contains(point)) continue;
    hit.node = groupTile(id);
    hit.kind = item->foldRect().contains(point) ? Kind::Fold : item->beforeRect().contains(point) ? Kind::CopyBefore : item->afterRect().contains(point) ? Kind::CopyAfter : Kind::Frame;
    return hit;
  }
  for (const auto& [wire, item] : m_weights) {
    if (!item->boundingRect().contains(point)) continue;
    const WeightsItem::Hit weight = item->nearest(point);
    if (weight.distance > kWeightTarget / zoom) continue;
    hit.kind = Kind::Weight;
    hit.wire = wire;
    hit.node = wire.to.node;
    hit.unit = weight.to;
    hit.input = weight.from;
    return hit;
  }
  return hit;
}

} // namespace glassbox
