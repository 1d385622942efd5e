// What most commands begin with: a project, the data it is to use, settings from the command line, weights.
#pragma once

#include <filesystem>

#include "app/cli/arguments.h"
#include "engine/io/project.h"

namespace glassbox::cli {

struct ProjectInput {
  Project project;
  std::filesystem::path base;   ///< folder that relative paths start from
  DatasetPtr data;
  std::vector<Text> remarks;    ///< what was chosen or changed, to be said
  std::shared_ptr<const TensorFile> weights;  ///< --weights, or those that the project names; null: none, or not yet read
  bool wholeFile = false;       ///< --data without parts of its own: all rows lie in `train`
};

/// Reads the project at `path` ("-": standard input; a folder: a GPT-2 checkpoint, for --context tokens at once) and applies
/// --set and --seed.
Result<ProjectInput> readProjectInput(const std::string& path, const Arguments& arguments);

/// Makes or reads the data: --data in place of the project's own. Weights are read before, since a text is cut by their
/// vocabulary. `keepWhole`: rows of a file without parts stay together.
Result<void> loadData(ProjectInput& input, const Arguments& arguments, bool keepWhole);

/// Random data of the network's shapes, for a project that names none. Weights are read as loadData reads them.
Result<void> makeRandomData(ProjectInput& input, const Arguments& arguments, std::int64_t samples);

/// --weights, or those the project names, into input.weights; nothing when there are none, or when they are there.
Result<void> readWeightsFile(ProjectInput& input, const Arguments& arguments);

/// What the weights are called in a sentence.
std::string weightsPlace(const ProjectInput& input, const Arguments& arguments);

/// Applies one `key=value`.
Result<void> applySetting(Project& project, const std::string& setting);

/// --weights, or those the project names, as a flat list in network order; empty when there are none. After loadData.
Result<std::vector<double>> readWeights(const ProjectInput& input, const Arguments& arguments);

}  // namespace glassbox::cli
