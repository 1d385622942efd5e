#include "engine/io/pytorch_step.h"

#include <algorithm>
#include <charconv>

#include "engine/io/pytorch_body.h"
#include "engine/io/pytorch_export.h"
#include "engine/io/pytorch_module.h"
#include "engine/io/pytorch_names.h"
#include "engine/trace/step_data.h"
#include "engine/train/update_arrays.h"

namespace glassbox {
namespace {

constexpr std::size_t kMostInScript = 4000;  // numbers

std::string shapeText(const Shape& shape) {
  std::string out = "(";
  for (int axis = 0; axis < shape.rank(); ++axis) out += std::to_string(shape[axis]) + (shape.rank() == 1 || axis + 1 < shape.rank() ? "," : "") + (axis + 1 < shape.rank() ? " " : "");
  return out + ")";
}

const char* const kShowing = R"py(

def show(name, x):
    x = x.detach()
    print(name, x.flatten().tolist() if x.numel() <= 1000 else f'{tuple(x.shape)}, norm {x.norm().item()}')


kept = {}


def keep(name, x):
    """Prints what a layer gives, and keeps it for the gradient that backward puts into it."""
    if x.requires_grad:
        x.retain_grad()
        kept[name] = x
    show(name + '.out', x)
    return x


)py";

std::string inQuotes(const std::string& name) { return "'" + name + "'"; }

class StepWriter {
 public:
  StepWriter(const TraceRequest& request, const Trace& trace, const std::string& arraysFile)
      : m_trace(trace), m_arraysFile(arraysFile), m_plan(*planValues(request.plan)), m_optimizer(*findOptimizer(m_plan.optimizer)) {
    m_spec = *analyse(*request.spec).spec;  // repeated groups written out: every layer is a line
    m_spec.groups.clear();
    m_analysis = analyse(m_spec);
    m_places = weightPlaces(m_analysis);
    std::size_t numbers = 0;
    for (const TraceEntry& entry : trace.entries)
      if (entry.kind == TraceKind::Weight || entry.kind == TraceKind::Target) numbers += entry.values.size();
    for (const NodeId& id : m_analysis.inputs) numbers += trace.find(id + ".out")->values.size();
    m_beside = numbers > kMostInScript;
  }

  Result<TorchStep> run() {
    Result<TorchModule> module = torchModule(m_spec, m_analysis, m_trace.find(m_analysis.loss + ".mask") != nullptr);
    if (!module) return module.error();
    std::string body = helpers() + makeLayers() + "\n";  // in the order of the script: each part takes its numbers
    body += setWeights() + "\n";
    body += makeForward() + "\n" + module->loss + "\n\n" + makeBackward();
    body += makeUpdate();
    const auto import = [&](const char* used, const char* line) { return body.find(used) != std::string::npos ? std::string(line) : std::string(); };
    std::string head = "# Step " + std::to_string(m_trace.number) + " of a training run, as Glassbox traced it: PyTorch prints the same numbers under the same names.\n";
    if (m_beside) head += "import json\n";
    head += import("math.", "import math\n");
    if (m_beside) head += "from pathlib import Path\n";
    head += "\nimport torch\n" + import("F.", "import torch.nn.functional as F\n") + "from torch import nn\n\n";
    if (m_trace.precision == Precision::Double) head += "torch.set_default_dtype(torch.float64)\n";
    if (m_beside) head += "\n\n" + torchReading() + "\n\nNUMBERS = read_safetensors(Path(__file__).with_name(" + inQuotes(m_arraysFile) + "))\n";
    return TorchStep{head + kShowing + body, std::move(m_file)};
  }

 private:
  TorchCall callOf(const NodeId& id) const {
    const NodeAnalysis& node = m_analysis.nodes.at(id);
    return node.def->torchCall ? node.def->torchCall(node.inputs, node.params) : TorchCall{"{self}({0})", {}};
  }
  std::string layer(const NodeId& id) const { return "layers[" + inQuotes(torchName(id)) + "]"; }
  bool isLayer(const NodeId& id) const { return m_analysis.nodes.at(id).def->group != LayerGroup::Loss && !m_analysis.nodes.at(id).def->inputs.empty() && !m_spec.find(id)->bypassed; }
  std::string made(const NodeId& id) const {
    const NodeAnalysis& node = m_analysis.nodes.at(id);
    return node.def->pytorch && !callOf(id).random ? node.def->pytorch(node.inputs, node.params) : std::string();
  }

  /// The variable that holds what a node gives; switched-off nodes hand through.
  std::string variable(NodeId id) const {
    while (m_spec.find(id)->bypassed) id = m_spec.into({id, m_analysis.nodes.at(id).def->inputs[0].name})[0]->from.node;
    return torchName(id);
  }

  std::string numberText(double x) const {
    char text[40];
    const auto end = m_trace.precision == Precision::Double ? std::to_chars(text, text + sizeof text, x) : std::to_chars(text, text + sizeof text, static_cast<float>(x));
    return {text, end.ptr};
  }

  /// A tensor of an array of the trace.
  std::string tensor(const std::string& name) {
    const TraceEntry& entry = *m_trace.find(name);
    if (m_beside) {
      NamedTensor named{name, Tensor(entry.shape)};
      std::transform(entry.values.begin(), entry.values.end(), named.tensor.data.begin(), [](double x) { return static_cast<float>(x); });
      m_file.tensors.push_back(std::move(named));
      return "NUMBERS[" + inQuotes(name) + "].to(torch.get_default_dtype())";
    }
    std::string text = "torch.tensor([";
    for (std::size_t i = 0; i < entry.values.size(); ++i) text += (i ? ", " : "") + numberText(entry.values[i]);
    return text + "]).reshape(" + shapeText(entry.shape) + ")";
  }

  /// Path of a weight within its layer.
  std::string weightText(const WeightPlace& place) const {
    std::string theirs = place.def.name;
    for (const auto& [ours, name] : callOf(place.node).weights)
      if (ours == place.def.name) theirs = name;
    return layer(place.node) + "." + theirs;
  }

  std::string helpers() const {
    std::vector<std::string> done;
    std::string out;
    for (const NodeId& id : m_analysis.order) {
      const std::string helper = isLayer(id) && !callOf(id).random ? callOf(id).helper : std::string();
      if (helper.empty() || std::find(done.begin(), done.end(), helper) != done.end()) continue;
      done.push_back(helper);
      out += helper + "\n\n";
    }
    return out;
  }

  std::string makeLayers() const {
    std::string out = "layers = nn.ModuleDict({\n", after;
    for (const NodeId& id : m_analysis.order) {
      if (!isLayer(id) || made(id).empty()) continue;
      out += "    " + inQuotes(torchName(id)) + ": " + made(id) + ",\n";
      const NodeId& owner = m_spec.find(id)->weightsOf;
      if (owner.empty()) continue;
      for (const WeightDef& def : m_analysis.nodes.at(id).inference.weights)
        after += weightText({{}, id, def, 0, 0, true}) + " = " + weightText({{}, owner, def, 0, 0, true}) + "  # the same weights\n";
    }
    return out + "})\n" + after;
  }

  std::string setWeights() {
    std::string out = "weights = {\n", values;
    for (const WeightPlace& place : m_places) out += "    " + inQuotes(place.name) + ": " + weightText(place) + ",\n";
    for (const WeightPlace& place : m_places) values += "    weights[" + inQuotes(place.name) + "].copy_(" + tensor(place.name) + ")\n";
    return out + "}\n" + (values.empty() ? "" : "with torch.no_grad():\n" + values);
  }

  std::string makeForward() {
    std::string out;
    for (const NodeId& id : m_analysis.inputs) {
      const bool tokens = m_analysis.nodes.at(id).inference.outputs[0].element == Element::Token;
      out += torchName(id) + " = keep(" + inQuotes(id) + ", " + tensor(id + ".out") + (tokens ? ".long()" : ".requires_grad_()") + ")\n";
    }
    for (const NodeId& id : m_analysis.order) {
      if (!isLayer(id)) continue;
      std::vector<std::string> wires;
      for (const PortDef& port : m_analysis.nodes.at(id).def->inputs)
        for (const Wire* wire : m_spec.into({id, port.name})) wires.push_back(variable(wire->from.node));
      std::string text = fillTorch(callOf(id).text, layer(id), wires), remark;
      if (callOf(id).random) {
        const bool mask = m_trace.find(id + ".mask") != nullptr;
        text = wires[0] + (mask ? " * " : " + ") + tensor(id + (mask ? ".mask" : ".noise"));
        remark = "  # what was drawn in this step";
      }
      out += torchName(id) + " = keep(" + inQuotes(id) + ", " + text + ")" + remark + "\n";
    }
    const NodeId& loss = m_analysis.loss;
    const bool classes = m_analysis.nodes.at(loss).target.kind == TargetKind::Class;
    std::string targetText = tensor(loss + ".target") + (classes ? ".long()" : "");
    out += "target = " + targetText + "\n";
    if (m_trace.find(loss + ".mask")) out += "mask = " + tensor(loss + ".mask") + "\n";
    return out + "\n";
  }

  std::string makeBackward() const {
    const std::string mask = m_trace.find(m_analysis.loss + ".mask") ? ", mask" : "";
    std::string out = "loss = loss_of(" + variable(m_analysis.output) + ", target" + mask + ")\nshow(" + inQuotes(m_analysis.loss + ".out") + ", loss)\nloss.backward()\n";
    out += "for name, x in reversed(kept.items()):\n    if x.grad is not None:\n        show(name + '.grad', x.grad)\n";
    return out;
  }

  std::string makeUpdate() {
    std::string trained, decayed, others, states, after;
    const bool decoupled = m_optimizer.rule == UpdateRule::AdamW;
    const double decay = decoupled ? m_plan.weightDecay : m_plan.l2;
    for (const WeightPlace& place : m_places) {
      if (!m_trace.find(place.name + ".grad")) {
        if (m_trace.find(place.name + ".new")) after += "show(" + inQuotes(place.name + ".new") + ", weights[" + inQuotes(place.name) + "])\n";
        continue;
      }
      const bool regularized = isRegularized(place.def.role);
      std::string& list = decay > 0 && (regularized || (decoupled && m_plan.decayAll)) ? decayed : others;
      list += (list.empty() ? "" : ", ") + inQuotes(place.name);
      if (regularized) trained += (trained.empty() ? "" : ", ") + inQuotes(place.name);
      states += stateOf(place);
    }
    if (decayed.empty() && others.empty()) return after;
    std::string out = "\ndecayed, others = [" + decayed + "], [" + others + "]\nfor name in decayed + others:\n    show(name + '.grad', weights[name].grad)\n";
    if (m_plan.clip > 0) out += "nn.utils.clip_grad_norm_([weights[name] for name in decayed + others], " + writeParam(m_plan.clip) + ")\n";
    if (decoupled && m_plan.l2 > 0) out += "for name in [" + trained + "]:  # L2 through the gradient, beside AdamW's own decay\n    weights[name].grad.add_(weights[name].detach(), alpha=" + writeParam(m_plan.l2) + ")\n";
    std::string arguments = "lr=" + writeParam(m_trace.rate);
    if (m_optimizer.pytorchArguments) arguments += ", " + m_optimizer.pytorchArguments(m_plan);
    out += "groups = [{'params': [weights[name] for name in decayed], 'weight_decay': " + writeParam(decay) + "}, {'params': [weights[name] for name in others], 'weight_decay': 0.0}]\n";
    out += "optimizer = torch.optim." + m_optimizer.pytorch + "([group for group in groups if group['params']], " + arguments + ")\n" + states + "optimizer.step()\n";
    if (m_plan.l1 > 0) out += "with torch.no_grad():  # L1: towards 0 by rate times L1, and no further\n    for name in [" + trained + "]:\n        weights[name].copy_(F.softshrink(weights[name], " + writeParam(m_trace.rate * m_plan.l1) + "))\n";
    return out + "for name in decayed + others:\n    show(name + '.new', weights[name])\n" + after;
  }

  /// What the optimizer remembers of a weight from the steps before.
  std::string stateOf(const WeightPlace& place) {
    std::string state;
    for (const UpdateArray& array : m_optimizer.arrays) {
      const TraceEntry* before = array.state >= 0 ? m_trace.find(place.name + "." + array.name + ".before") : nullptr;
      if (before) state += (state.empty() ? "" : ", ") + inQuotes(array.pytorch) + ": " + tensor(before->name);
    }
    if (state.empty() || m_trace.number == 1) return {};
    const bool counts = m_optimizer.pytorch != "SGD";
    return "optimizer.state[weights[" + inQuotes(place.name) + "]].update({" + (counts ? "'step': torch.tensor(" + std::to_string(m_trace.number - 1) + ".0), " : "") + state + "})\n";
  }

  const Trace& m_trace;
  std::string m_arraysFile;
  PlanValues m_plan;
  const OptimizerDef& m_optimizer;
  NetworkSpec m_spec;
  Analysis m_analysis;
  std::vector<WeightPlace> m_places;
  bool m_beside = false;  // the numbers are too many for the script
  TensorFile m_file;
};

}  // namespace

Result<TorchStep> torchStep(const TraceRequest& request, const Trace& trace, const std::string& arraysFile) {
  Result<PlanValues> plan = planValues(request.plan);
  if (!plan) return plan.error();
  return StepWriter(request, trace, arraysFile).run();
}

}  // namespace glassbox
