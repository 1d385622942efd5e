// A project as a PyTorch script that a teacher would show, with the weights and a small batch of the data beside it.
#pragma once

#include <filesystem>
#include <span>

#include "engine/io/project.h"

namespace glassbox {

/// The script runs with PyTorch 1.13 and newer and needs nothing else. `python3 F.py` builds the network, loads the weights, and checks
/// that the loss of the batch, and its loss after one step of training, are within 1e-5 of what was recorded here (of their size
/// where they are above 1); its exit status is 1 when they are not. `python3 F.py --train 100` trains on the batch.
struct TorchExport {
  std::string script;
  TensorFile weights;  ///< named as in every weights file of ours
  TensorFile batch;
};

/// `weights`: all of them in network order; empty: the first weights that the plan and its seed draw. Fails when the project cannot
/// be trained on `data`, and when the loss is not a number.
Result<TorchExport> exportForTorch(const Project& project, const DatasetPtr& data, std::span<const double> weights);

/// `def read_safetensors(path)`: tensors by name, in Python that needs torch and json.
std::string torchReading();

/// `def loss_on(model, batch)`, of a network with so many inputs.
std::string torchLossOn(std::size_t inputs, bool masked);

/// The import lines that `body` needs, with torch and nn.
std::string torchImports(const std::string& body);

/// Writes F.safetensors, F.batch.safetensors, and then `script`, F.py. Fails when the path does not end in .py.
Result<void> saveTorchExport(const TorchExport& files, const std::filesystem::path& script);

}  // namespace glassbox
