#include "engine/io/run_checkpoint.h"

#include <algorithm>
#include <utility>

#include "engine/io/atomic_file.h"
#include "engine/io/json_reader.h"
#include "engine/io/json_writer.h"

namespace glassbox {
namespace {

std::string stateName(std::size_t arena, const WeightInfo& info) {
  return std::string(kStatePrefix) + std::to_string(arena + 1) + '.' + info.name;
}

/// The best weights of early stopping lie beside the optimizer's state.
std::string bestName(const WeightInfo& info) { return std::string(kStatePrefix) + "best." + info.name; }

std::string standingOf(const RunState& state) {
  JsonWriter out;
  out.beginObject(JsonWriter::Form::Inline);
  out.integer("step", state.step);
  out.integer("samples", state.samples);
  out.number("seconds", state.seconds);
  out.number("epoch_loss", state.epochLoss);
  out.integer("epoch_samples", state.epochSamples);
  out.text("loss_hash", hexDigits(state.lossHash));
  out.text("ended", name(state.reason));
  if (state.best.step != 0) {
    out.integer("best_step", state.best.step);
    out.number("best_loss", state.best.loss);
    out.integer("best_epochs_since", state.best.epochsSince);
  }
  out.end();
  std::string text = out.take();
  text.pop_back();
  return text;
}

/// Reads `standingOf`'s words into `state`.
Result<void> readStanding(const std::string& words, const std::string& place, RunState& state) {
  const Result<JsonDocument> document = parseJson(words, {place, true});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  state.step = from.integer("step", 0, kJsonWhole);
  state.samples = from.integer("samples", 0, kJsonWhole);
  state.seconds = from.number("seconds", 0, 1e12);
  state.epochLoss = from.number("epoch_loss", -1e300, 1e300);
  state.epochSamples = from.integer("epoch_samples", 0, kJsonWhole);
  state.lossHash = from.hash("loss_hash", state.lossHash);
  state.best = {};
  state.best.step = from.integer("best_step", 1, kJsonWhole, 0);
  state.best.loss = from.number("best_loss", -1e300, 1e300, 0);
  state.best.epochsSince = from.integer("best_epochs_since", 0, kJsonWhole, 0);
  const std::string ended = from.text("ended");
  state.reason = stopReason(ended);
  if (faults.ok() && ended != name(state.reason)) faults.report(document->root(), GB_TEXT("engine", "\"%1\" is not a way in which a run ends.").arg(ended));
  from.finish();
  if (!faults.ok()) return faults.first();
  return {};
}

}  // namespace

TensorFile runToFile(const Trainer& trainer, const Dataset* data) { return runToFile(trainer.network(), trainer.state(), data); }

TensorFile runToFile(const Network& network, const RunState& state, const Dataset* data) {
  TensorFile file = weightsToFile(network, {state.weights.data(), state.weights.size()}, data);
  file.metadata[kWeightsRun] = standingOf(state);
  const std::size_t size = network.weights().size();
  for (std::size_t arena = 0; arena * size < state.optimizer.size(); ++arena)
    for (const WeightInfo& info : network.weightInfos()) {
      const float* from = state.optimizer.data() + arena * size + info.offset;
      NamedTensor& named = file.tensors.emplace_back(NamedTensor{stateName(arena, info), Tensor(info.def.shape)});
      std::copy(from, from + info.size, named.tensor.data.begin());
    }
  if (state.best.step != 0)
    for (const WeightInfo& info : network.weightInfos()) {
      const float* from = state.best.weights.data() + info.offset;
      NamedTensor& named = file.tensors.emplace_back(NamedTensor{bestName(info), Tensor(info.def.shape)});
      std::copy(from, from + info.size, named.tensor.data.begin());
    }
  return file;
}

Result<void> runFromFile(Trainer& trainer, const TensorFile& file, const std::vector<LiveChange>& changes, const Dataset* data,
                         const std::string& place) {
  Network& network = trainer.network();
  RunState state = trainer.state();
  state.changes = changes;
  const auto standing = file.metadata.find(kWeightsRun);
  if (standing != file.metadata.end()) {
    if (Result<void> read = readStanding(standing->second, place, state); !read) return read;
    const std::size_t size = network.weights().size();
    std::size_t found = 0;
    if (state.best.step != 0) {
      state.best.weights = Buffer<float>(size);
      for (const WeightInfo& info : network.weightInfos()) {
        const NamedTensor* named = file.find(bestName(info));
        if (!named || named->tensor.shape != info.def.shape)
          return Error(GB_TEXT("engine", "The file names a best step, and has no weights \"%1\" of shape %2 for it.").arg(bestName(info)).arg(info.def.shape.str()), place);
        std::copy(named->tensor.data.begin(), named->tensor.data.end(), state.best.weights.data() + info.offset);
        ++found;
      }
    }
    for (std::size_t arena = 0; arena * size < state.optimizer.size(); ++arena)
      for (const WeightInfo& info : network.weightInfos()) {
        const NamedTensor* named = file.find(stateName(arena, info));
        if (!named || named->tensor.shape != info.def.shape)
          return Error(GB_TEXT("engine", "The file has no optimizer state \"%1\" of shape %2.").arg(stateName(arena, info)).arg(info.def.shape.str()), place,
                       GB_TEXT("engine", "It was saved with another optimizer: choose that one, or start a new run."));
        std::copy(named->tensor.data.begin(), named->tensor.data.end(), state.optimizer.data() + arena * size + info.offset);
        ++found;
      }
    const auto ofState = [](const NamedTensor& named) { return named.name.starts_with(kStatePrefix); };
    if (static_cast<std::size_t>(std::count_if(file.tensors.begin(), file.tensors.end(), ofState)) != found)
      return Error(GB_TEXT("engine", "The file holds optimizer state that this run has no place for."), place,
                   GB_TEXT("engine", "It was saved with another optimizer: choose that one, or start a new run."));
  }
  if (Result<void> taken = weightsFromFile(network, file, data, place); !taken) return taken;
  const std::span<const Real> weights = std::as_const(network).weights();
  std::copy(weights.begin(), weights.end(), state.weights.begin());
  return trainer.restore(state);
}

}  // namespace glassbox
