// The one-line grammar of networks; see parseLine.
#include <sstream>

#include "engine/graph/network_spec.h"
#include "engine/graph/transformer_block.h"
#include "engine/layers/loss.h"

namespace glassbox {
namespace {

std::vector<std::string> wordsOf(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::vector<std::string> splitBars(std::string_view line) {
  std::vector<std::string> parts(1);
  for (char c : line) {
    if (c == '|') parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

bool isActivation(const std::string& word) {
  const NodeDef* def = findNode(word);
  return def && def->group == LayerGroup::Activation;
}

/// Builds a spec node by node; `m_current` is what the next node is wired to.
class LineReader {
 public:
  Result<NetworkSpec> read(std::string_view line) {
    const std::vector<std::string> parts = splitBars(line);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      m_place = "part " + std::to_string(i + 1);
      if (Result<void> done = readPart(wordsOf(parts[i])); !done) return done.error();
    }
    return m_spec;
  }

 private:
  Error error(Text what) const { return Error(std::move(what), m_place); }

  Result<void> readPart(std::vector<std::string> words) {
    if (words.empty()) return error(GB_TEXT("engine", "There is nothing between two bars; write a layer such as dense 128."));
    if (words[0] == "from") {
      if (words.size() < 2) return error(GB_TEXT("engine", "\"from\" needs the name of a node to start from."));
      if (!m_spec.find(words[1])) return error(GB_TEXT("engine", "No node before this one is called \"%1\".").arg(words[1]));
      m_current = words[1];
      words.erase(words.begin(), words.begin() + 2);
      if (words.empty()) return {};
    }
    std::string label;
    if (words[0].size() > 1 && words[0].back() == ':') {
      label = words[0].substr(0, words[0].size() - 1);
      if (!isNodeId(label)) return error(GB_TEXT("engine", "\"%1\" is not a name for a node: use letters, digits and _.").arg(label));
      if (m_spec.find(label)) return error(GB_TEXT("engine", "Two nodes are called \"%1\".").arg(label));
      words.erase(words.begin());
      if (words.empty()) return error(GB_TEXT("engine", "Behind the name \"%1:\" a layer must follow.").arg(label));
    }
    if (words[0] == "transformer_block") {
      Result<NodeId> last = appendTransformerBlock(m_spec, m_current, std::span(words).subspan(1), label);
      if (!last) return error(last.error().what);
      m_current = *last;
      return {};
    }
    return readNode(words, label);
  }

  Result<void> readNode(const std::vector<std::string>& words, const std::string& label) {
    const std::string& key = words[0];
    const NodeDef* def = findNode(key);
    if (!def) return error(GB_TEXT("engine", "There is no layer \"%1\"; `glassbox-cli layers` lists them.").arg(key.substr(0, 60)));
    NodeSpec node;
    node.key = key;
    std::string activation;
    std::vector<NodeId> joined;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string& word = words[i];
      const std::size_t equals = word.find('=');
      if (word.rfind("weights=", 0) == 0) {
        node.weightsOf = word.substr(equals + 1);
        if (!m_spec.find(node.weightsOf)) return error(GB_TEXT("engine", "No node before this one is called \"%1\".").arg(node.weightsOf.substr(0, 60)));
      } else if (equals != std::string::npos) {
        if (Result<void> set = setParam(*def, node, word.substr(0, equals), word.substr(equals + 1)); !set) return set;
      } else if (!def->inputs.empty() && def->inputs[0].many) {
        if (!m_spec.find(word)) return error(GB_TEXT("engine", "No node before this one is called \"%1\".").arg(word.substr(0, 60)));
        joined.push_back(word);
      } else if (i > 1 && isActivation(word) && activation.empty()) {
        activation = word;
      } else if (i == 1 && !def->mainParam.empty()) {
        if (Result<void> set = setParam(*def, node, def->mainParam, word); !set) return set;
      } else {
        return error(GB_TEXT("engine", "\"%1\" cannot stand behind %2.").arg(word.substr(0, 60)).arg(key));
      }
    }
    node.id = label.empty() || !activation.empty() ? m_spec.freshId(key) : label;
    append(node, joined);
    if (!activation.empty()) {
      NodeSpec second;
      second.key = activation;
      second.id = label.empty() ? m_spec.freshId(activation) : label;
      append(second, {});
    }
    return {};
  }

  Result<void> setParam(const NodeDef& def, NodeSpec& node, const std::string& key, const std::string& words) {
    const ParamDef* param = findParam(def.params, key);
    if (!param) {
      Result<Params> unknown = complete(def.params, Params{{key, false}});
      return error(unknown.error().what);
    }
    Result<ParamValue> value = readParam(*param, words);
    if (!value) return error(value.error().what);
    node.params.set(key, *value);
    return {};
  }

  void append(const NodeSpec& node, const std::vector<NodeId>& joined) {
    m_spec.nodes.push_back(node);
    const NodeDef* def = findNode(node.key);
    if (!def->inputs.empty()) {
      const std::string& port = def->inputs[0].name;
      if (!m_current.empty()) m_spec.wires.push_back({{m_current, "out"}, {node.id, port}});
      for (const NodeId& other : joined) m_spec.wires.push_back({{other, "out"}, {node.id, port}});
    }
    m_current = node.id;
  }

  NetworkSpec m_spec;
  NodeId m_current;
  std::string m_place;
};

}  // namespace

Result<NetworkSpec> parseLine(std::string_view line) { return LineReader().read(line); }

}  // namespace glassbox
