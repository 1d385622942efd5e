// A network's weights as a safetensors file with what they need to be used alone: spec hash, classes, columns, vocabulary.
#pragma once

#include <string_view>

#include "engine/data/dataset.h"
#include "engine/graph/network.h"
#include "engine/io/safetensors.h"
#include "engine/io/spec_hash.h"

namespace glassbox {

// What the metadata of our own files holds. Lists are JSON inside their one word.
inline constexpr const char* kWeightsFormat = "format";  ///< "glassbox"
inline constexpr const char* kWeightsSpec = "spec_hash";
inline constexpr const char* kWeightsClasses = "classes";  ///< ["setosa", ...]
inline constexpr const char* kWeightsColumns = "columns";  ///< {"x": ["width", ...]}, only of fields with names
inline constexpr const char* kWeightsVocabulary = "vocabulary";  ///< as vocabulary.h writes it, of data with token inputs
inline constexpr const char* kWeightsRun = "run";          ///< only in the file of a run (run_checkpoint.h): where it stands

/// What the names of an optimizer's state begin with in the file of a run.
inline constexpr std::string_view kStatePrefix = "optimizer.";

inline namespace GLASSBOX_REAL_NS {

/// Tensors in network order, named `<node id>.<parameter>`, rounded to float; metadata as above.
TensorFile weightsToFile(const Network& network, const Dataset* data);
/// The same with other weights of the network (the arena) than those it has now.
TensorFile weightsToFile(const Network& network, std::span<const Real> weights, const Dataset* data);

/// Puts a file's tensors into the network by name. Fails, naming both sides, when one is missing, extra or of another
/// shape, when the file says that it belongs to another network, or when its class names, columns or vocabulary disagree with
/// `data`.
/// Files of other programs, which say nothing of that, are taken by name and shape. On failure the network is unchanged.
/// The optimizer's state in a file of a run is left out.
Result<void> weightsFromFile(Network& network, const TensorFile& file, const Dataset* data, const std::string& place);

}  // namespace GLASSBOX_REAL_NS

}  // namespace glassbox
