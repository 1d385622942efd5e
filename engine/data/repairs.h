// What could be set otherwise so that a file can be read: found by trying.
#pragma once

#include <vector>

#include "engine/data/data_spec.h"

namespace glassbox {

/// One setting of a reader, and the value with which the file can be read, or is refused for another reason than now.
struct DataRepair {
  std::string key;
  ParamValue value;
  Text label;  ///< of the value: "leave the row out"
};

/// For a spec that `load` has refused. Only settings that say "refuse" now are tried, each once: what the data mean is not guessed.
/// Reads the file as often as there are values to try.
std::vector<DataRepair> findDataRepairs(const DataSpec& spec, const std::filesystem::path& base, const LoadContext& context = {});

}  // namespace glassbox
