// glassbox-cli export: a project as a PyTorch script with its weights and a batch of its data, or its runs as a table.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/io/atomic_file.h"
#include "engine/io/pytorch_export.h"
#include "engine/io/runs_csv.h"

namespace glassbox::cli {
namespace {

/// The weights that are read may be those of a run that goes on: they hold more than what is written here.
bool wouldWriteOver(const std::string& weights, std::filesystem::path script) {
  std::error_code error;
  return !weights.empty() && std::filesystem::equivalent(weights, script.replace_extension(".safetensors"), error);
}

Result<void> exportPytorch(ProjectInput& input, const Arguments& arguments) {
  if (wouldWriteOver(arguments.value("--weights"), arguments.value("--pytorch")))
    return Error(GB_TEXT("cli", "%1 is read and would be written over: give the script another name.").arg(arguments.value("--weights")));
  if (input.project.data.source.empty() && !arguments.has("--data")) {
    if (Result<void> done = makeRandomData(input, arguments, 64); !done) return done;
    remark(words(GB_TEXT("cli", "The project names no data: the batch beside the script holds random numbers.")));
  } else if (Result<void> done = loadData(input, arguments, false); !done) {
    return done;
  }
  for (const Text& text : input.remarks) remark(words(text));
  Result<std::vector<double>> weights = readWeights(input, arguments);
  if (!weights) return weights.error();
  if (weights->empty()) remark(words(GB_TEXT("cli", "There are no trained weights: the script gets the first ones, drawn by the seed.")));
  Result<TorchExport> files = exportForTorch(input.project, input.data, *weights);
  if (!files) return files.error();
  return saveTorchExport(*files, arguments.value("--pytorch"));
}

Result<void> exportCsv(const Project& project, const std::string& path) {
  Result<std::string> table = runsToCsv(project);
  if (!table) return table.error();
  return replaceFile(path, *table);
}

}  // namespace

int runExport(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--weights", Takes::One}, {"--data", Takes::One}, {"--target", Takes::One}, {"--set", Takes::One}, {"--seed", Takes::One},
                                                       {"--pytorch", Takes::One}, {"--onnx", Takes::One}, {"--csv", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`export` takes one project.")));
  if (arguments->has("--onnx")) return refuse(Error(GB_TEXT("cli", "This version does not write ONNX files yet; it writes a PyTorch script: --pytorch F.py.")));
  if (arguments->has("--pytorch") == arguments->has("--csv")) return wrongUsage(Error(GB_TEXT("cli", "`export` writes one thing: --pytorch F.py, or the runs as --csv F.csv.")));
  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  const Result<void> done = arguments->has("--csv") ? exportCsv(input->project, arguments->value("--csv")) : exportPytorch(*input, *arguments);
  return done ? kDone : refuse(done.error());
}

}  // namespace glassbox::cli
