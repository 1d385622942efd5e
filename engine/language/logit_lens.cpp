#include "engine/language/logit_lens.h"

#include <algorithm>

namespace glassbox {
namespace {

/// The layers from the last block to the logits.
struct Head {
  NodeId stream;               ///< the end of the last block
  std::vector<NodeId> layers;  ///< behind it, in order
};

const Wire* onlyWireInto(const NetworkSpec& spec, const NodeId& id) {
  const Wire* only = nullptr;
  for (const Wire& wire : spec.wires) {
    if (wire.to.node != id) continue;
    if (only) return nullptr;
    only = &wire;
  }
  return only;
}

/// The group that a node or the one it is a copy of belongs to; null when it stands alone.
const GroupSpec* groupOf(const NetworkSpec& spec, const NodeId& id) {
  const NodeId& original = spec.find(id)->copyOf.empty() ? id : spec.find(id)->copyOf;
  for (const GroupSpec& group : spec.groups)
    if (std::find(group.members.begin(), group.members.end(), original) != group.members.end()) return &group;
  return nullptr;
}

std::optional<Head> headOf(const Analysis& analysis) {
  const NetworkSpec& spec = *analysis.spec;
  Head head;
  for (NodeId at = analysis.output;;) {
    if (groupOf(spec, at) || spec.find(at)->key == "add") {
      head.stream = at;
      std::reverse(head.layers.begin(), head.layers.end());
      return head;
    }
    const Wire* wire = onlyWireInto(spec, at);
    if (!wire) return std::nullopt;
    head.layers.push_back(at);
    at = wire->from.node;
  }
}

/// What feeds the first block and the ends of all blocks, in the order of the network. Of a repeated group the ends of its
/// copies; without one every sum of that shape, since each adds what a layer found to what was there.
std::vector<NodeId> streamOf(const Analysis& analysis, const NodeId& last) {
  const NetworkSpec& spec = *analysis.spec;
  const GroupSpec* group = groupOf(spec, last);
  const NodeId first = spec.find(last)->copyOf.empty() ? last : spec.find(last)->copyOf;
  const PortType type = *analysis.typeOf({last, "out"});
  std::vector<NodeId> ends;
  for (const NodeId& id : analysis.order) {
    const NodeSpec& node = *spec.find(id);
    if (group ? id == first || node.copyOf == first : node.key == "add" && *analysis.typeOf({id, "out"}) == type) ends.push_back(id);
  }
  // Back along the skip connections, whose sources come first, to what feeds the first block from outside.
  NodeId entry = ends.front();
  do {
    for (const NodeId& id : analysis.order)
      if (std::any_of(spec.wires.begin(), spec.wires.end(), [&](const Wire& w) { return w.to.node == entry && w.from.node == id; }) && *analysis.typeOf({id, "out"}) == type) {
        entry = id;
        break;
      }
  } while (group && groupOf(spec, entry) == group && onlyWireInto(spec, entry) == nullptr);
  if (entry != ends.front()) ends.insert(ends.begin(), entry);
  return ends;
}

/// The head alone, reading rows as wide as the stream; with the loss, without which a network is not whole.
NetworkSpec headSpec(const Analysis& analysis, const Head& head) {
  NetworkSpec spec;
  NodeSpec input;
  input.id = spec.freshId("input");
  input.key = "input";
  input.params.set("shape", analysis.typeOf({head.stream, "out"})->shape.str());
  spec.nodes.push_back(input);
  NodeId before = input.id;
  std::vector<NodeId> layers = head.layers;
  layers.push_back(analysis.loss);
  for (const NodeId& id : layers) {
    NodeSpec node = *analysis.spec->find(id);
    node.weightsOf.clear();
    node.id = "head_" + std::to_string(spec.nodes.size());
    node.copyOf.clear();
    spec.wires.push_back({{before, "out"}, {node.id, findNode(node.key)->inputs[0].name}});
    before = node.id;
    spec.nodes.push_back(std::move(node));
  }
  return spec;
}

}  // namespace

Result<std::vector<LensLayer>> logitLens(LanguageModel& model, std::span<const TokenId> text, std::size_t top, Team& team) {
  if (model.wholeBecause()) return *model.wholeBecause();
  Network& network = model.network();
  const Analysis& analysis = network.analysis();
  const std::optional<Head> head = headOf(analysis);
  if (!head || head->layers.empty() || analysis.typeOf({head->stream, "out"})->shape.rank() != 2)
    return Error(GB_TEXT("engine", "There is nothing for the logit lens to look through: no repeated group and no Add stands before the last layers."));
  if (static_cast<std::int64_t>(text.size()) > model.context())
    return Error(GB_TEXT("engine", "The text has %1 tokens, and the network reads %2 at once.").arg(text.size()).arg(model.context()));
  if (const Result<std::span<const float>> fine = model.next(text, team); !fine) return fine.error();

  const Analysis behind = analyse(headSpec(analysis, *head));
  for (const Issue& issue : behind.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  StepRun run(behind, static_cast<int>(LanguageModel::kMostSteps), kernels(network.kernelSet()));
  for (std::size_t i = 0; i < head->layers.size(); ++i) {
    const NodeSpec& node = *analysis.spec->find(head->layers[i]);
    const NodeId& owner = node.weightsOf.empty() ? node.id : node.weightsOf;
    std::vector<Real*> weights;
    for (const WeightInfo& info : network.weightInfos())
      if (info.node == owner) weights.push_back(network.weightsOf(info).data());
    run.setWeights("head_" + std::to_string(i + 1), std::move(weights));
  }

  std::vector<LensLayer> out;
  for (const NodeId& id : streamOf(analysis, head->stream)) out.push_back({id, {}});
  std::optional<Error> failed;
  network.keepAll(true);
  model.forget();
  const std::vector<float> input(text.begin(), text.end());
  const auto width = static_cast<std::size_t>(model.vocabulary());
  for (std::int64_t begin = 0; begin < static_cast<std::int64_t>(text.size()) && !failed;) {
    const std::int64_t count = std::min({LanguageModel::kMostSteps, model.context(), static_cast<std::int64_t>(text.size()) - begin});
    const float* in[] = {input.data() + begin};
    network.forwardSteps({begin, count, in, count}, team);
    for (LensLayer& layer : out) {
      const float* rows[] = {network.stepOutputOf(layer.node).data()};
      run.setDone(begin);
      run.forward({begin, count, rows, count}, team);
      for (std::int64_t i = 0; i < count && !failed; ++i) {
        Result<std::vector<Candidate>> best = topCandidates(run.output().subspan(static_cast<std::size_t>(i) * width, width), top);
        if (best) layer.top.push_back(*std::move(best));
        else failed = best.error();
      }
    }
    begin += count;
  }
  network.keepAll(false);
  if (failed) return *failed;
  return out;
}

}  // namespace glassbox
