// The network and the data that are looked at.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/network.h"

#include <memory>

namespace glassbox {

struct ProbeSubject {
  std::shared_ptr<const NetworkSpec> spec;
  DatasetPtr data;                          ///< may be null: then only predictions over a given range
  KernelSet kernelSet = defaultKernelSet(); ///< that of the trainer, so that the pictures have its bits
};

enum class ProbeCare {
  Live,   ///< while the network trains: as much as a few milliseconds allow
  AtRest, ///< everything
};

} // namespace glassbox
