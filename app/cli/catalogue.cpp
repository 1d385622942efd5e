// glassbox-cli templates and layers: the catalogue, as data.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "engine/graph/transformer_block.h"
#include "engine/io/templates.h"
#include "engine/layers/loss.h"

namespace glassbox::cli {
namespace {

const char* kindName(ParamKind kind) {
  switch (kind) {
    case ParamKind::Integer: return "integer";
    case ParamKind::Number: return "number";
    case ParamKind::Switch: return "switch";
    case ParamKind::Choice: return "choice";
    case ParamKind::Extents: return "shape";
    case ParamKind::Words: return "words";
  }
  return "";
}

Json paramJson(const ParamDef& def) {
  Json out{{"key", def.key}, {"kind", kindName(def.kind)}, {"title", words(def.label)}, {"help", words(def.help)}};
  if (def.kind == ParamKind::Integer || def.kind == ParamKind::Number) out["min"] = def.min, out["max"] = def.max;
  std::visit([&](const auto& value) { out["default"] = value; }, def.fallback);
  if (def.kind == ParamKind::Choice) {
    out["choices"] = Json::array();
    for (const ParamChoice& choice : def.choices) out["choices"].push_back(choice.key);
  }
  return out;
}

void printNode(const NodeDef& def, const char* kind, bool json) {
  if (!json) {
    std::string line = def.key + "  " + words(def.title);
    for (const ParamDef& param : def.params) line += "  " + param.key + "=" + writeParam(param.fallback);
    printLine(line);
    return;
  }
  Json out{{"key", def.key}, {"kind", kind}, {"title", words(def.title)}, {"help", words(def.help)}, {"formula", def.formula}, {"main", def.mainParam}, {"parameters", Json::array()}};
  for (const ParamDef& param : def.params) out["parameters"].push_back(paramJson(param));
  printJson(out);
}

}  // namespace

int runTemplates(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--json", Takes::None}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() > 1) return wrongUsage(Error(GB_TEXT("cli", "`templates` takes one name, or none for the list.")));
  if (!arguments->positional().empty()) {
    Result<Project> project = makeTemplate(arguments->positional()[0]);
    if (!project) return refuse(project.error());
    printLine(writeProject(*project));
    return kDone;
  }
  for (const TemplateDef& def : allTemplates()) {
    if (arguments->has("--json")) printJson({{"name", def.name}, {"title", words(def.title)}, {"help", words(def.help)}, {"network", def.line}, {"data", def.data.source}});
    else printLine(def.name + "  " + words(def.title) + "  " + def.line);
  }
  return kDone;
}

int runLayers(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--json", Takes::None}});
  if (!arguments) return wrongUsage(arguments.error());
  for (const LayerDef* def : allLayers()) printNode(*def, "layer", arguments->has("--json"));
  for (const LossDef* def : allLosses()) printNode(*def, "loss", arguments->has("--json"));
  printNode(transformerBlockDef(), "group", arguments->has("--json"));
  return kDone;
}

}  // namespace glassbox::cli
