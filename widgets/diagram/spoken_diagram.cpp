#include "widgets/diagram/spoken_diagram.h"

#include "widgets/access/spoken_number.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/model/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace glassbox {

struct SpokenDiagram {
  Q_DECLARE_TR_FUNCTIONS(glassbox::SpokenDiagram)
};

namespace {

/// "Units" within a sentence is "units"; "L2 strength" stays.
QString inSentence(QString words) {
  if (words.size() > 1 && words[1].isLower()) words[0] = words[0].toLower();
  return words;
}

/// "128 values", "8×24×24 values", "64 tokens"
QString contentOf(const PortType& type) {
  const QString extent = type.shape.rank() == 1 ? formatInteger(type.shape.count()) : shapeText(type.shape);
  if (type.element == Element::Token) return SpokenDiagram::tr("%1 tokens").arg(extent);
  return type.shape.count() == 1 ? SpokenDiagram::tr("1 value") : SpokenDiagram::tr("%1 values").arg(extent);
}

/// "units 128" of the layer's main parameter, else what it makes of the shape.
QString mainFact(const Tile& tile, const NodeAnalysis& facts) {
  const bool isInput = facts.def->inputs.empty();
  const ParamDef* main = isInput ? nullptr : findParam(facts.def->params, facts.def->mainParam);
  if (main && !tile.line.isEmpty()) return inSentence(translated(main->label)) + u' ' + tile.line;
  if (facts.known && !facts.inference.outputs.empty() && (isInput || (facts.inputs.size() == 1 && facts.inputs[0] != facts.inference.outputs[0])))
    return (isInput ? QStringLiteral("%1") : SpokenDiagram::tr("gives %1")).arg(contentOf(facts.inference.outputs.front()));
  return {};
}

QString titleOf(const NodeId& id, const NodeId& tileId, const Tiles& tiles, const NetworkSpec& spec) {
  const Tile* tile = tiles.find(tileId);
  return tile && (tile->form == TileForm::Group || tile->form == TileForm::Data) ? tile->title : translated(nodeTitle(spec, id));
}

} // namespace

QString spokenTile(const Tile& tile, const NetworkSpec& spec, const Analysis& analysis) {
  QStringList facts;
  const auto known = analysis.nodes.find(tile.id);
  if (tile.form == TileForm::Group || tile.form == TileForm::Data) facts = tile.line.split(QStringLiteral(" · "), Qt::SkipEmptyParts);
  else if (known != analysis.nodes.end() && known->second.def) facts << mainFact(tile, known->second);
  if (!tile.wordId.empty()) facts << (tile.wordBypassed ? SpokenDiagram::tr("%1 (switched off)") : QStringLiteral("%1")).arg(translated(nodeTitle(spec, tile.wordId)));
  if (tile.form == TileForm::Group) facts << SpokenDiagram::tr("%1 parameters").arg(tile.parameters) << SpokenDiagram::tr("folded");
  else if (known != analysis.nodes.end() && known->second.parameters > 0) facts << SpokenDiagram::tr("%1 parameters").arg(formatInteger(known->second.parameters));
  if (tile.frozen) facts << SpokenDiagram::tr("frozen");
  if (tile.bypassed) facts << SpokenDiagram::tr("switched off");
  if (tile.issue) {
    const QString what = QString(tile.issueText).replace(u'\n', u' ');
    facts << (*tile.issue == Issue::Severity::Error ? SpokenDiagram::tr("problem: %1") : SpokenDiagram::tr("hint: %1")).arg(what);
  }
  facts.removeAll(QString());
  return spokenNumbers(facts.isEmpty() ? tile.title : SpokenDiagram::tr("%1: %2").arg(tile.title, facts.join(comma())));
}

QString spokenPlace(const Tile& tile, const Tiles& tiles, const NetworkSpec& spec) {
  const NodeId own = tile.id;
  const auto shownOf = [&](const NodeId& id) {  // a word is a place of its own, the layers of a folded group are not
    const Tile* shown = tiles.tileOf(id);
    return shown && shown->form == TileForm::Group ? shown->id : id;
  };
  QStringList sources, readers;
  const auto add = [&](QStringList& list, const NodeId& id) {
    if (const QString title = titleOf(id, shownOf(id), tiles, spec); !list.contains(title)) list << title;
  };
  for (const Wire& wire : spec.wires) {
    if (shownOf(wire.to.node) == shownOf(wire.from.node)) continue;
    if (shownOf(wire.to.node) == own) add(sources, wire.from.node);
    if (shownOf(wire.from.node) == own) add(readers, wire.to.node);
  }
  QStringList sentences;
  if (!sources.isEmpty()) sentences << SpokenDiagram::tr("From %1").arg(sources.join(comma()));
  if (tile.form == TileForm::Group) sentences.prepend(SpokenDiagram::tr("Enter unfolds it"));
  if (!readers.isEmpty()) sentences << SpokenDiagram::tr("To %1").arg(readers.join(comma()));
  const NodeSpec* node = spec.find(tile.id);
  const NodeDef* def = node ? findNode(node->key) : nullptr;
  if (def) sentences << translated(def->help);
  return spokenNumbers(sentences.join(fullStop()));
}

QString spokenWire(const TileWire& wire, const Tiles& tiles, const NetworkSpec& spec, const Analysis& analysis) {
  const QString way = SpokenDiagram::tr("%1 to %2").arg(titleOf(wire.wire.from.node, wire.fromTile, tiles, spec), titleOf(wire.wire.to.node, wire.toTile, tiles, spec));
  const PortType* type = analysis.typeOf(wire.wire.from);
  return spokenNumbers(type ? way + comma() + SpokenDiagram::tr("carries %1").arg(contentOf(*type)) : way);
}

QString spokenFrame(const GroupFrame& frame) {
  QString text = SpokenDiagram::tr("%1: %2").arg(frame.title, frame.parameters);
  if (frame.repeat > 1) text += comma() + SpokenDiagram::tr("copy %1 of %2 shown").arg(frame.copy).arg(frame.repeat);
  return spokenNumbers(text);
}

QString spokenDiagram(const NetworkSpec& spec, const Analysis& analysis) {
  QStringList facts{SpokenDiagram::tr("%1 layers").arg(spec.nodes.size()), SpokenDiagram::tr("%1 wires").arg(spec.wires.size()), SpokenDiagram::tr("%1 parameters").arg(formatInteger(analysis.parameters))};
  const auto problems = std::count_if(analysis.issues.begin(), analysis.issues.end(), [](const Issue& issue) { return issue.severity == Issue::Severity::Error; });
  if (problems > 0) facts << SpokenDiagram::tr("problems: %1").arg(problems);
  return spokenNumbers(facts.join(comma()));
}

} // namespace glassbox
