#include "engine/graph/transformer_block.h"

#include "engine/graph/analysis.h"

namespace glassbox {
namespace {

Result<Params> readWords(std::span<const std::string> words) {
  Params params;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t equals = words[i].find('=');
    if (equals == std::string::npos && i > 0) return Error(GB_TEXT("engine", "\"%1\" cannot stand behind %2.").arg(words[i].substr(0, 60)).arg("transformer_block"));
    const std::string key = equals == std::string::npos ? "heads" : words[i].substr(0, equals);
    const ParamDef* def = findParam(transformerBlockDef().params, key);
    if (!def) return complete(transformerBlockDef().params, Params{{key, false}}).error();
    Result<ParamValue> value = readParam(*def, words[i].substr(equals == std::string::npos ? 0 : equals + 1));
    if (!value) return value.error();
    params.set(key, *value);
  }
  return complete(transformerBlockDef().params, params);
}

/// Nodes of one block, each wired behind the one before.
class Builder {
 public:
  Builder(NetworkSpec& spec, NodeId entry) : m_spec(spec), m_last(std::move(entry)) {}

  const NodeId& add(const std::string& key, Params params, const std::string& label = {}) {
    NodeSpec node;
    node.id = label.empty() ? m_spec.freshId(key) : label;
    node.key = key;
    node.params = std::move(params);
    m_spec.nodes.push_back(node);
    m_spec.wires.push_back({{m_last, "out"}, {node.id, "in"}});
    m_members.push_back(node.id);
    return m_last = node.id;
  }

  /// Adds what `from` gives to the last node's output.
  const NodeId& addSkip(const NodeId& from, const std::string& label = {}) {
    add("add", {}, label);
    m_spec.wires.push_back({{from, "out"}, {m_last, "in"}});
    return m_last;
  }

  void group(int repeat) {
    GroupSpec group;
    for (int number = 1; group.id.empty(); ++number) {
      group.id = "transformer_block" + std::to_string(number);
      for (const GroupSpec& other : m_spec.groups)
        if (other.id == group.id) group.id.clear();
    }
    group.members = m_members;
    group.repeat = repeat;
    m_spec.groups.push_back(std::move(group));
  }

 private:
  NetworkSpec& m_spec;
  NodeId m_last;
  std::vector<NodeId> m_members;
};

}  // namespace

const NodeDef& transformerBlockDef() {
  static const NodeDef def = [] {
    NodeDef block;
    block.key = "transformer_block";
    block.title = GB_TEXT("engine", "Transformer block");
    block.help = GB_TEXT("engine", "Attention, then two dense layers, each behind a layer norm and each with a way around it. It comes as a group of ordinary layers, so every one of them can be looked into and changed; the group can be repeated.");
    block.group = LayerGroup::Sequence;
    block.icon = "block";
    block.formula = "u = x + \\mathrm{attention}(\\mathrm{norm}(x)), \\quad y = u + \\mathrm{dense}(\\mathrm{norm}(u))";
    block.mainParam = "heads";
    block.params = {
      integerParam("heads", GB_TEXT("engine", "Heads"), GB_TEXT("engine", "How many attentions run side by side, each on its share of the features."), 1, 1, 1024),
      switchParam("causal", GB_TEXT("engine", "Causal"), GB_TEXT("engine", "A step sees itself and what came before, never what comes: needed where the network predicts the next step."), false),
      integerParam("repeat", GB_TEXT("engine", "Repeat"), GB_TEXT("engine", "How many such blocks follow one another, each with weights of its own."), 1, 1, 1000),
      integerParam("mlp", GB_TEXT("engine", "Widening"), GB_TEXT("engine", "How many times wider the hidden layer of each block is."), 4, 1, 64),
      numberParam("dropout", GB_TEXT("engine", "Dropout"), GB_TEXT("engine", "Share that is switched off behind the attention and behind the dense layers; 0 for none."), 0, 0, 0.95),
    };
    return block;
  }();
  return def;
}

const NodeDef* findAddable(const std::string& key) { return key == transformerBlockDef().key ? &transformerBlockDef() : findNode(key); }

Result<NodeId> appendTransformerBlock(NetworkSpec& spec, const NodeId& after, std::span<const std::string> words, const std::string& label) {
  Result<Params> params = readWords(words);
  if (!params) return params.error();
  const Analysis before = analyse(spec);
  const PortType* type = before.typeOf({after, "out"});
  if (!type || type->element != Element::Number || type->shape.rank() != 2)
    return Error(GB_TEXT("engine", "A transformer_block needs a sequence (time x features) before it, such as an embedding gives."));
  const std::int64_t width = type->shape[1];
  const double dropout = params->number("dropout");

  Builder block(spec, after);
  block.add("layer_norm", {});
  Params attention;
  if (params->integer("heads") != 1) attention.set("heads", params->integer("heads"));
  if (params->flag("causal")) attention.set("causal", true);
  block.add("attention", attention);
  if (dropout > 0) block.add("dropout", {{"share", dropout}});
  const NodeId middle = block.addSkip(after);
  block.add("layer_norm", {});
  block.add("dense", {{"units", params->integer("mlp") * width}});
  block.add("gelu", {{"approximate", std::string("tanh")}});
  block.add("dense", {{"units", width}});
  if (dropout > 0) block.add("dropout", {{"share", dropout}});
  const NodeId last = block.addSkip(middle, label);
  block.group(static_cast<int>(params->integer("repeat")));
  return last;
}

}  // namespace glassbox
