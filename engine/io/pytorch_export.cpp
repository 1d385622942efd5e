#include "engine/io/pytorch_export.h"

#include <algorithm>
#include <cstdio>

#include "engine/io/atomic_file.h"
#include "engine/io/checkpoint.h"
#include "engine/io/pytorch_module.h"
#include "engine/io/pytorch_names.h"
#include "engine/io/pytorch_record.h"
#include "engine/io/pytorch_training.h"
#include "engine/train/data_fit.h"
#include "engine/train/early_stopping.h"
#include "engine/train/initializers.h"
#include "engine/train/optimizers.h"
#include "engine/train/statistics.h"

namespace glassbox {
namespace {

std::string head(const std::string& title, bool trains) {
  std::string out = "# " + (title.empty() ? "A network" : title) + ", exported from Glassbox.\n#\n";
  out += "# python3 <this file>              checks that PyTorch computes the losses that Glassbox recorded\n";
  if (trains) out += "# python3 <this file> --train 100  trains the network for 100 steps on the batch\n";
  return out + "#\n# Beside it lie the weights (.safetensors) and a small batch of the data (.batch.safetensors). Written for PyTorch 1.13 and newer.\n\n";
}

const char* const kReading = R"py(def read_safetensors(path):
    """Tensors by name. The format: 8 bytes length of the header, the header as JSON, then the numbers."""
    data = bytearray(path.read_bytes())
    begin = 8 + int.from_bytes(data[:8], 'little')
    header = json.loads(data[8:begin])
    header.pop('__metadata__', None)
    tensors = {}
    for name, entry in header.items():
        first, end = entry['data_offsets']
        flat = torch.frombuffer(data, dtype=torch.float32, count=(end - first) // 4, offset=begin + first)
        tensors[name] = flat.reshape(entry['shape'])
    return tensors
)py";

std::string readBatch(const Analysis& analysis) {
  std::string whole;
  for (std::size_t i = 0; i < analysis.inputs.size(); ++i)
    if (analysis.nodes.at(analysis.inputs[i]).inference.outputs[0].element == Element::Token) whole += (whole.empty() ? "'" : ", '") + ("input" + std::to_string(i + 1)) + "'";
  if (analysis.nodes.at(analysis.loss).target.kind == TargetKind::Class) whole += std::string(whole.empty() ? "" : ", ") + "'target'";
  const std::string begin = "def read_batch(path):\n";
  if (whole.empty()) return begin + "    return read_safetensors(path)\n";
  return begin + "    batch = read_safetensors(path)\n    for name in [" + whole + "]:  # whole numbers: tokens and classes\n        batch[name] = batch[name].long()\n    return batch\n";
}

std::string digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

std::string selfTest(const TorchRecord& record, const TorchModule& module) {
  std::string out =
      "def same(what, value, recorded):\n"
      "    right = abs(value - recorded) <= 1e-5 * max(1, abs(recorded))\n"
      "    print(f'{what}: {value:.7g}, recorded {recorded:.7g}: {\"the same within 1e-5\" if right else \"NOT THE SAME\"}')\n"
      "    return right\n\n\n"
      "def self_test(model, batch):\n"
      "    model.eval()\n"
      "    with torch.no_grad():\n"
      "        right = same('loss', loss_on(model, batch).item(), " + digits(record.loss) + ")\n";
  if (!record.lossAfterStep) return out + "    return right\n";
  out += "    model.train()\n";
  if (!module.random.empty()) {
    std::string classes;
    for (const std::string& one : module.random) classes += (classes.empty() ? "" : ", ") + one;
    out += "    for module in model.modules():  # no two programs draw the same random numbers: the step is taken without them\n"
           "        if isinstance(module, " + (module.random.size() > 1 ? "(" + classes + ")" : classes) + "):\n"
           "            module.eval()\n";
  }
  return out +
         "    train_step(model, make_optimizer(model), 0, batch)\n"
         "    with torch.no_grad():\n"
         "        return same('loss after one step', loss_on(model, batch).item(), " + digits(*record.lossAfterStep) + ") and right\n";
}

std::string mainPart(bool trains) {
  std::string out = R"py(def load_model():
    model = Network()
    load_weights(model, Path(__file__).with_suffix('.safetensors'))
    return model


if __name__ == '__main__':
    batch = read_batch(Path(__file__).with_suffix('.batch.safetensors'))
    if not self_test(load_model(), batch):
        raise SystemExit('The self-test failed: this PyTorch does not compute what Glassbox recorded.')
)py";
  if (trains) out += "    if sys.argv[1:2] == ['--train']:\n        train(load_model(), batch, steps=int(sys.argv[2]) if len(sys.argv) > 2 else 100)\n";
  return out;
}

/// The network with the first weights of a run, and what a run counts in: all that Trainer makes but room for a whole batch.
struct Model {
  Network network;
  DatasetPtr data;
  std::int64_t stepsPerEpoch = 1;
};

Result<Model> modelOf(const Project& project, const Analysis& analysis, const PlanValues& plan, DatasetPtr data) {
  if (plan.patience > 0) {
    Result<ValidatedData> validated = withValidation(data, project.plan.seed);
    if (!validated) return validated.error();
    data = validated->data;
  }
  CompileOptions options;
  options.maxBatch = static_cast<int>(torchRows(analysis, *data));
  options.kernelSet = plan.portable ? KernelSet::v2 : defaultKernelSet();
  options.training = false;
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  initialize(*network, plan.init, project.plan.seed, plan.initSize);
  Team alone;
  measureStatistics(*network, data, alone);
  const std::int64_t batch = findOptimizer(plan.optimizer)->fullBatch ? data->train : std::min<std::int64_t>(plan.batch, data->train);
  return Model{*std::move(network), data, (data->train + batch - 1) / batch};
}

Error notAScript(const std::filesystem::path& path) {
  return Error(GB_TEXT("engine", "A PyTorch script ends in .py, and %1 does not.").arg(path.filename().string()));
}

}  // namespace

std::string torchReading() { return kReading; }

std::string torchLossOn(std::size_t inputs, bool masked) {
  std::string arguments;
  for (std::size_t i = 0; i < inputs; ++i) arguments += (i ? ", batch['input" : "batch['input") + std::to_string(i + 1) + "']";
  return "def loss_on(model, batch):\n    return loss_of(model(" + arguments + "), batch['target']" + (masked ? ", batch['mask']" : "") + ")\n";
}

std::string torchImports(const std::string& body) {
  const auto import = [&](const char* used, const char* line) { return body.find(used) != std::string::npos ? std::string(line) : std::string(); };
  const std::string standard = import("json.", "import json\n") + import("math.", "import math\n") + import("sys.", "import sys\n") + import("Path(", "from pathlib import Path\n");
  return standard + (standard.empty() ? "" : "\n") + "import torch\n" + import("F.", "import torch.nn.functional as F\n") + "from torch import nn\n";
}

Result<TorchExport> exportForTorch(const Project& project, const DatasetPtr& data, std::span<const double> weights) {
  Result<PlanValues> plan = planValues(project.plan);
  if (!plan) return plan.error();
  const Analysis analysis = analyse(project.spec);
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  if (Result<void> fits = checkDataFits(analysis, *data); !fits) return fits.error();
  Result<Model> model = modelOf(project, analysis, *plan, data);
  if (!model) return model.error();
  if (!weights.empty()) setFlatWeights(model->network, weights);
  Result<TorchModule> module = torchModule(project.spec, analysis, data->masked());
  if (!module) return module.error();
  Result<TorchRecord> record = recordForTorch(project.spec, model->network, *model->data, *plan, model->stepsPerEpoch);
  if (!record) return record.error();

  const bool trains = record->lossAfterStep.has_value();
  std::string body = module->classes + "\n\n" + kReading + "\n\n" + module->loading + "\n\n" + readBatch(analysis) + "\n\n" + module->loss + "\n\n" + torchLossOn(module->inputs, data->masked()) + "\n\n";
  if (trains) body += torchTraining(*plan, model->stepsPerEpoch) + "\n\n";
  body += selfTest(*record, *module) + "\n\n" + mainPart(trains);

  TorchExport out;
  out.script = head(torchComment(project.title), trains) + torchImports(body) + "\n\n" + body;
  out.weights = weightsToFile(model->network, data.get());
  out.batch = std::move(record->batch);
  return out;
}

Result<void> saveTorchExport(const TorchExport& files, const std::filesystem::path& script) {
  if (script.extension() != ".py") return notAScript(script);
  std::filesystem::path weights = script, batch = script;
  if (Result<void> done = saveSafetensors(files.weights, weights.replace_extension(".safetensors")); !done) return done;
  if (Result<void> done = saveSafetensors(files.batch, batch.replace_extension(".batch.safetensors")); !done) return done;
  return replaceFile(script, files.script);
}

}  // namespace glassbox
