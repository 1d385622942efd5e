// glassbox-cli export: a project as a PyTorch script with its weights and a batch of its data.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/io/pytorch_export.h"

namespace glassbox::cli {

int runExport(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--weights", Takes::One}, {"--data", Takes::One}, {"--target", Takes::One}, {"--set", Takes::One}, {"--seed", Takes::One},
                                                       {"--pytorch", Takes::One}, {"--onnx", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`export` takes one project.")));
  if (arguments->has("--onnx")) return refuse(Error(GB_TEXT("cli", "This version does not write ONNX files yet; it writes a PyTorch script: --pytorch F.py.")));
  if (!arguments->has("--pytorch")) return wrongUsage(Error(GB_TEXT("cli", "`export` needs to know what to write: add --pytorch F.py.")));
  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  if (input->project.data.source.empty() && !arguments->has("--data")) {
    if (Result<void> done = makeRandomData(*input, *arguments, 64); !done) return refuse(done.error());
    remark(words(GB_TEXT("cli", "The project names no data: the batch beside the script holds random numbers.")));
  } else if (Result<void> done = loadData(*input, *arguments, false); !done) {
    return refuse(done.error());
  }
  for (const Text& text : input->remarks) remark(words(text));
  Result<std::vector<double>> weights = readWeights(*input, *arguments);
  if (!weights) return refuse(weights.error());
  if (weights->empty()) remark(words(GB_TEXT("cli", "There are no trained weights: the script gets the first ones, drawn by the seed.")));
  Result<TorchExport> files = exportForTorch(input->project, input->data, *weights);
  if (!files) return refuse(files.error());
  if (Result<void> done = saveTorchExport(*files, arguments->value("--pytorch")); !done) return refuse(done.error());
  return kDone;
}

}  // namespace glassbox::cli
