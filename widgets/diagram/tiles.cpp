#include "widgets/diagram/tiles.h"

#include "engine/layers/loss.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/diagram/detail.h"
#include "widgets/model/language.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kHeader = 46, kPitch = 41, kPicture = 33, kColumnWidth = 70;
constexpr double kPortPitch = 20;

QString tr(const char* text) { return QCoreApplication::translate("glassbox::TileMaker", text); }

QString valueText(const ParamDef& def, const ParamValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return formatInteger(*whole);
  if (const auto* number = std::get_if<double>(&value)) return formatShort(*number);
  if (const auto* words = std::get_if<std::string>(&value)) {
    for (const ParamChoice& choice : def.choices)
      if (choice.key == *words) return translated(choice.label);
    QString text = QString::fromStdString(*words);
    return def.kind == ParamKind::Extents ? text.replace(u'x', QChar(0x00D7)) : text;
  }
  return {};
}

class TileMaker {
public:
  TileMaker(const NetworkSpec& spec, const Analysis& analysis, const DataCaption& data, TileDetail detail)
      : m_spec(spec), m_analysis(analysis), m_data(data), m_detail(detail) {}

  Tiles make() {
    findWords();
    for (const NodeSpec& node : m_spec.nodes)
      if (!m_out.find(node.id)) m_out.tiles.push_back(tileFor(node));
    for (Tile& tile : m_out.tiles) {
      addPorts(tile);
      addIssues(tile);
    }
    joinWords();
    if (!m_data.empty() && !m_spec.nodes.empty()) m_out.tiles.push_back(dataTile());
    addWires();
    return std::move(m_out);
  }

private:
  const NodeAnalysis* known(const NodeId& id) const {
    const auto at = m_analysis.nodes.find(id);
    return at == m_analysis.nodes.end() ? nullptr : &at->second;
  }
  const NodeDef* defOf(const NodeSpec& node) const { return findNode(node.key); }

  // An activation whose only wire comes from a layer that feeds nothing else.
  void findWords() {
    for (const NodeSpec& node : m_spec.nodes) {
      const NodeDef* def = defOf(node);
      if (!def || def->group != LayerGroup::Activation || !node.name.empty()) continue;
      const Wire* in = nullptr;
      int wires = 0;
      for (const Wire& wire : m_spec.wires)
        if (wire.to.node == node.id) ++wires, in = &wire;
      const NodeSpec* host = wires == 1 ? m_spec.find(in->from.node) : nullptr;
      const NodeDef* hostDef = host ? defOf(*host) : nullptr;
      if (!hostDef || (hostDef->group != LayerGroup::Dense && hostDef->group != LayerGroup::Image)) continue;
      const auto readers = std::count_if(m_spec.wires.begin(), m_spec.wires.end(), [&](const Wire& wire) { return wire.from.node == host->id; });
      const bool misfit = std::any_of(m_analysis.issues.begin(), m_analysis.issues.end(),
                                      [&](const Issue& issue) { return issue.node == node.id && issue.severity == Issue::Severity::Error; });
      if (readers == 1 && !misfit) m_hosts[node.id] = host->id;
    }
  }

  Tile tileFor(const NodeSpec& node) const {
    Tile tile;
    tile.id = node.id;
    tile.title = translated(nodeTitle(m_spec, node.id));
    tile.frozen = node.frozen;
    tile.bypassed = node.bypassed;
    const NodeDef* def = defOf(node);
    tile.shortTitle = !node.name.empty() || !def ? tile.title : translated(def->title);
    tile.group = def ? def->group : LayerGroup::Shape;
    tile.icon = def ? QString::fromStdString(def->icon) : QString();
    if (!hasIcon(tile.icon)) tile.icon = QStringLiteral("block");
    const NodeAnalysis* facts = known(node.id);
    if (def && facts) {
      tile.line = lineFor(node, *def, *facts);
      chooseForm(tile, *def, *facts);
    }
    if (const auto host = m_hosts.find(node.id); host != m_hosts.end()) {
      tile.form = TileForm::Word;
      tile.host = host->second;
    }
    setSize(tile);
    return tile;
  }

  QString lineFor(const NodeSpec& node, const NodeDef& def, const NodeAnalysis& facts) const {
    if (def.inputs.empty() && facts.known && !facts.inference.outputs.empty()) {
      const PortType& type = facts.inference.outputs.front();
      if (type.element == Element::Token) return tr("%1 tokens").arg(shapeText(type.shape));
      if (type.shape.rank() == 1 && type.shape.count() == 1) return tr("1 value");
      return type.shape.rank() == 1 ? tr("%1 values").arg(formatInteger(type.shape.count())) : shapeText(type.shape);
    }
    const ParamDef* main = findParam(def.params, def.mainParam);
    if (main) {
      const ParamValue* value = facts.params.find(main->key);
      if (!value) value = node.params.find(main->key);
      return valueText(*main, value ? *value : main->fallback);
    }
    // No setting of its own: what it makes of the shape is the news.
    if (facts.known && facts.inputs.size() == 1 && facts.inference.outputs.size() == 1 && facts.inputs[0] != facts.inference.outputs[0])
      return QStringLiteral("→ ") + shapeText(facts.inference.outputs[0].shape);
    return {};
  }

  void chooseForm(Tile& tile, const NodeDef& def, const NodeAnalysis& facts) const {
    if (def.group == LayerGroup::Loss) {
      tile.form = TileForm::Loss;
      return;
    }
    if (m_detail == TileDetail::Names || !facts.known || facts.inference.outputs.empty()) return;
    const auto small = [](const PortType& type) {
      return type.element == Element::Number && type.shape.rank() == 1 && type.shape.count() <= kColumnUnits;
    };
    const PortType& out = facts.inference.outputs.front();
    const bool isInput = def.inputs.empty() && def.group == LayerGroup::Data;
    const bool isDense = def.group == LayerGroup::Dense && facts.inputs.size() == 1 && !facts.inference.weights.empty() &&
                         facts.inference.weights[0].shape == Shape{out.shape.count(), facts.inputs[0].shape.count()};
    if (small(out) && (isInput || (isDense && small(facts.inputs[0])))) {
      tile.form = TileForm::Column;
      tile.units = static_cast<int>(out.shape.count());
      tile.weighted = isDense;
    } else if (m_detail == TileDetail::Pictures && facts.parameters > 0 && (def.group == LayerGroup::Dense || def.group == LayerGroup::Image || def.group == LayerGroup::Sequence)) {
      tile.form = TileForm::Thumbnail;
    }
  }

  void setSize(Tile& tile) const {
    switch (tile.form) {
    case TileForm::Thumbnail: tile.width = 168, tile.height = 112; break;
    case TileForm::Column:
      tile.width = std::clamp(std::ceil(QFontMetricsF(sceneFont(FontRole::Bold, 11)).horizontalAdvance(tile.shortTitle) + 31), kColumnWidth, 104.0);
      tile.height = kHeader + tile.units * kPitch + 2; break;
    case TileForm::Loss:
      // As wide as its name: "Binary cross-entropy" is worth reading whole.
      tile.width = std::clamp(std::ceil((QFontMetricsF(sceneFont(FontRole::Bold)).horizontalAdvance(tile.title) + 44) / kGrid) * kGrid, 152.0, 208.0);  // 152: room for the two numbers
      tile.height = m_detail == TileDetail::Names ? 48 : 88;
      break;
    default: tile.width = 136, tile.height = 48;
    }
    // Where room is short, a tile is no wider than its words.
    if (tile.form == TileForm::Plain && m_detail == TileDetail::Words && !tile.frozen) tile.width = std::clamp(wordsWidth(tile.title, tile.line), 104.0, 136.0);
    tile.anchor = tile.form == TileForm::Column ? kHeader + (tile.units * kPitch - (kPitch - kPicture)) / 2 : tile.height / 2;
  }

  void addPorts(Tile& tile) const {
    if (tile.form == TileForm::Word) return;
    const NodeSpec* node = m_spec.find(tile.id);
    const NodeDef* def = node ? defOf(*node) : nullptr;
    std::vector<TilePort> inputs;
    if (def) {
      for (const PortDef& port : def->inputs) {
        const std::size_t wires = m_spec.into({tile.id, port.name}).size();
        const std::size_t places = port.many ? wires + 1 : std::max<std::size_t>(wires, 1);
        for (std::size_t i = 0; i < places; ++i) inputs.push_back({{tile.id, port.name}, 0, i < wires});
      }
    } else {  // an unknown layer keeps the wires it has
      for (const Wire& wire : m_spec.wires)
        if (wire.to.node == tile.id) inputs.push_back({wire.to, 0, true});
    }
    const double needed = kPortPitch * static_cast<double>(inputs.size()) - kPortPitch + 8;
    if (needed > tile.height) {
      tile.height = snapped(needed + 4);
      tile.anchor = tile.height / 2;
    }
    for (std::size_t i = 0; i < inputs.size(); ++i)
      inputs[i].y = kPortPitch * (static_cast<double>(i) - (static_cast<double>(inputs.size()) - 1) / 2);
    // Two wires and a free place: the wires stand evenly, the free place below them.
    tile.inputs = std::move(inputs);
    if (!def || def->group != LayerGroup::Loss) tile.outputs = {{{tile.id, "out"}, 0, feeds(tile.id)}};
  }

  bool feeds(const NodeId& id) const {
    return std::any_of(m_spec.wires.begin(), m_spec.wires.end(), [&](const Wire& wire) { return wire.from.node == id; });
  }

  void addIssues(Tile& tile) const {
    for (const Issue& issue : m_analysis.issues) {
      if (issue.node != tile.id) continue;
      if (!tile.issue || issue.severity == Issue::Severity::Error) tile.issue = issue.severity;
      Error error = issue.error;
      error.place.clear();  // the place is the tile
      tile.issueText += (tile.issueText.isEmpty() ? QString() : QStringLiteral("\n")) + translated(error);
    }
  }

  void joinWords() {
    for (const auto& [word, hostId] : m_hosts) {
      Tile* host = find(hostId);
      Tile* tile = find(word);
      host->wordId = word;
      host->word = QString::fromStdString(m_spec.find(word)->key).replace(u'_', u' ');
      host->wordBypassed = tile->bypassed;
      if (host->form == TileForm::Plain && m_detail == TileDetail::Words && !host->frozen)
        host->width = std::clamp(wordsWidth(host->title, host->line + QStringLiteral(" · ") + host->word), 104.0, 136.0);
      host->outputs = {{{word, "out"}, 0, feeds(word)}};
      if (tile->issue && (!host->issue || *tile->issue == Issue::Severity::Error)) host->issue = tile->issue;
      if (tile->issue) host->issueText += (host->issueText.isEmpty() ? QString() : QStringLiteral("\n")) + tile->issueText;
    }
  }

  Tile* find(const NodeId& id) { return const_cast<Tile*>(m_out.find(id)); }

  /// Of a tile with an icon, a name and a line of words, on the grid.
  static double wordsWidth(const QString& title, const QString& line) {
    const double words = std::max(QFontMetricsF(sceneFont(FontRole::Bold)).horizontalAdvance(title), QFontMetricsF(sceneFont(FontRole::Hint)).horizontalAdvance(line));
    return std::ceil((words + 44) / kGrid) * kGrid;
  }

  Tile dataTile() const {
    Tile tile;
    tile.id = kDataTile;
    tile.form = TileForm::Data;
    tile.title = tile.shortTitle = m_data.title;
    tile.line = m_data.line;
    tile.icon = QStringLiteral("data");
    tile.group = LayerGroup::Data;
    const bool picture = m_detail != TileDetail::Names && (!m_data.dots.empty() || !m_data.picture.isNull());
    tile.width = m_detail == TileDetail::Names ? 136 : std::clamp(wordsWidth(m_data.title, m_data.line), 104.0, 176.0);
    tile.height = picture ? 120 : 48;
    tile.anchor = tile.height / 2;
    return tile;
  }

  void addWires() {
    if (m_out.find(kDataTile))
      for (const NodeId& input : m_analysis.inputs) {
        TileWire wire;
        wire.wire = {{kDataTile, "out"}, {input, "data"}};
        wire.fromTile = kDataTile;
        wire.toTile = input;
        wire.toPort = -1;
        m_out.wires.push_back(wire);
      }
    std::map<PortRef, int> used;
    for (const Wire& wire : m_spec.wires) {
      const int place = used[wire.to]++;
      if (const auto host = m_hosts.find(wire.to.node); host != m_hosts.end()) continue;  // inside the tile
      const Tile *from = m_out.tileOf(wire.from.node), *to = m_out.tileOf(wire.to.node);
      if (!from || !to) continue;
      TileWire out;
      out.wire = wire;
      out.fromTile = from->id;
      out.toTile = to->id;
      int port = 0;
      for (std::size_t i = 0; i < to->inputs.size(); ++i)
        if (to->inputs[i].ref == wire.to) {
          port = static_cast<int>(i) + place;
          break;
        }
      out.toPort = std::clamp(port, 0, std::max(0, static_cast<int>(to->inputs.size()) - 1));
      if (const PortType* type = m_analysis.typeOf(wire.from)) out.shape = shapeText(type->shape);
      const NodeAnalysis* facts = known(to->id);
      out.bundle = from->form == TileForm::Column && to->form == TileForm::Column && to->weighted && facts && facts->inputs.size() == 1 &&
                   facts->inputs[0].shape.count() == from->units;
      m_out.wires.push_back(out);
    }
  }

  const NetworkSpec& m_spec;
  const Analysis& m_analysis;
  const DataCaption& m_data;
  TileDetail m_detail;
  std::map<NodeId, NodeId> m_hosts;  ///< word -> tile
  Tiles m_out;
};

} // namespace

QRectF Tile::neuronRect(int i) const { return {(width - kPicture) / 2, kHeader + i * kPitch, kPicture, kPicture}; }

const Tile* Tiles::find(const NodeId& id) const {
  const auto at = std::find_if(tiles.begin(), tiles.end(), [&](const Tile& tile) { return tile.id == id; });
  return at == tiles.end() ? nullptr : &*at;
}

const Tile* Tiles::tileOf(const NodeId& id) const {
  const Tile* tile = find(id);
  return tile && !tile->isShown() ? find(tile->host) : tile;
}

LayoutGraph Tiles::layoutGraph() const {
  LayoutGraph graph;
  for (const Tile& tile : tiles)
    if (tile.isShown() && tile.form != TileForm::Data)
      graph.boxes.push_back({tile.id, tile.width, tile.anchor, tile.height - tile.anchor});
  for (const TileWire& wire : wires)
    if (wire.fromTile != kDataTile) graph.links.emplace_back(wire.fromTile, wire.toTile);
  return graph;
}

Tiles makeTiles(const NetworkSpec& spec, const Analysis& analysis, const DataCaption& data, TileDetail detail) {
  return TileMaker(spec, analysis, data, detail).make();
}

ColorRole categoryColor(LayerGroup group) {
  switch (group) {
  case LayerGroup::Data: return ColorRole::KData;
  case LayerGroup::Dense: return ColorRole::KDense;
  case LayerGroup::Activation: return ColorRole::KAct;
  case LayerGroup::Image: return ColorRole::KConv;
  case LayerGroup::Regularize: return ColorRole::KNorm;
  case LayerGroup::Sequence: return ColorRole::KSeq;
  case LayerGroup::Shape: return ColorRole::KShape;
  case LayerGroup::Loss: return ColorRole::KLoss;
  }
  return ColorRole::KShape;
}

} // namespace glassbox
