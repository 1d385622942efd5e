#include "engine/io/checkpoint.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

#include "engine/io/json_writer.h"
#include "engine/io/vocabulary.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

std::string classesOf(const Dataset& data) {
  JsonWriter out;
  out.beginArray(JsonWriter::Form::Inline);
  for (const std::string& name : data.classNames) out.text(name);
  out.end();
  std::string text = out.take();
  text.pop_back();
  return text;
}

std::string columnsOf(const Dataset& data) {
  JsonWriter out;
  out.beginObject(JsonWriter::Form::Inline);
  for (const Field& field : data.inputs) {
    if (field.labels.empty()) continue;
    out.key(field.name);
    out.beginArray();
    for (const std::string& label : field.labels) out.text(label);
    out.end();
  }
  out.end();
  std::string text = out.take();
  text.pop_back();
  return text;
}

/// What our metadata says of these data; empty lists are left out.
std::map<std::string, std::string> remarksOf(const Dataset* data) {
  std::map<std::string, std::string> remarks;
  if (!data) return remarks;
  if (!data->vocabulary.empty()) remarks[kWeightsVocabulary] = vocabularyToJson(*data);
  if (!data->classNames.empty() && data->classNames != data->vocabulary) remarks[kWeightsClasses] = classesOf(*data);
  if (std::any_of(data->inputs.begin(), data->inputs.end(), [](const Field& field) { return !field.labels.empty(); }))
    remarks[kWeightsColumns] = columnsOf(*data);
  return remarks;
}

/// At most 120 bytes of a list, cut between characters.
std::string shortened(const std::string& list) {
  if (list.size() <= 120) return list;
  std::size_t end = 120;
  while (end > 0 && (static_cast<unsigned char>(list[end]) & 0xC0) == 0x80) --end;
  return list.substr(0, end) + "...";
}

/// What the file and the network say of the same thing, when both say something and it is not the same.
Result<void> compare(const TensorFile& file, const char* key, const std::string& ours, const Text& what, const std::string& place) {
  const auto theirs = file.metadata.find(key);
  if (theirs == file.metadata.end() || ours.empty() || theirs->second == ours) return {};
  return Error(Text(what).arg(shortened(theirs->second)).arg(shortened(ours)), place,
               GB_TEXT("engine", "Use the weights that were trained for this project and these data."));
}

}  // namespace

TensorFile weightsToFile(const Network& network, const Dataset* data) { return weightsToFile(network, network.weights(), data); }

TensorFile weightsToFile(const Network& network, std::span<const Real> weights, const Dataset* data) {
  TensorFile file;
  file.metadata = remarksOf(data);
  file.metadata[kWeightsFormat] = "glassbox";
  file.metadata[kWeightsSpec] = specHash(*network.analysis().spec);
  for (const WeightInfo& info : network.weightInfos()) {
    NamedTensor& named = file.tensors.emplace_back(NamedTensor{info.name, Tensor(info.def.shape)});
    assert(named.tensor.data.size() == info.size);
    std::transform(weights.data() + info.offset, weights.data() + info.offset + info.size, named.tensor.data.begin(),
                   [](Real value) { return static_cast<float>(value); });
  }
  return file;
}

Result<void> weightsFromFile(Network& network, const TensorFile& file, const Dataset* data, const std::string& place) {
  const Text hint = GB_TEXT("engine", "Use weights that were trained with this network.");
  std::map<std::string, const Tensor*> tensors;
  const bool ofRun = file.metadata.contains(kWeightsRun);
  for (const NamedTensor& named : file.tensors) tensors[named.name] = &named.tensor;
  // All is checked before the first number is changed.
  std::set<std::string> known;
  for (const WeightInfo& info : network.weightInfos()) {
    known.insert(info.name);
    const auto found = tensors.find(info.name);
    if (found == tensors.end())
      return Error(
          GB_TEXT("engine", "The file has no weights \"%1\"; the network needs %2 there.").arg(info.name).arg(info.def.shape.str()), place,
          hint);
    if (found->second->shape != info.def.shape)
      return Error(GB_TEXT("engine", "The weights \"%1\" are %2 in the network and %3 in the file.")
                       .arg(info.name)
                       .arg(info.def.shape.str())
                       .arg(found->second->shape.str()),
                   place, hint);
  }
  for (const NamedTensor& named : file.tensors)
    if (!known.contains(named.name) && !(ofRun && named.name.starts_with(kStatePrefix)))
      return Error(GB_TEXT("engine", "The file has weights \"%1\" (%2) that the network has no place for.")
                       .arg(named.name.substr(0, 60))
                       .arg(named.tensor.shape.str()),
                   place, hint);

  const std::map<std::string, std::string> ours = remarksOf(data);
  const auto say = [&](const char* key) { return ours.contains(key) ? ours.at(key) : std::string(); };
  if (auto same = compare(file, kWeightsSpec, specHash(*network.analysis().spec),
                          GB_TEXT("engine", "These weights were trained with another network (its mark is %1, here it is %2)."), place);
      !same)
    return same;
  if (auto same = compare(file, kWeightsClasses, say(kWeightsClasses),
                          GB_TEXT("engine", "These weights were trained for the classes %1, and the data have %2."), place);
      !same)
    return same;
  if (auto same = compare(file, kWeightsColumns, say(kWeightsColumns),
                          GB_TEXT("engine", "These weights were trained on the columns %1, and the data have %2."), place);
      !same)
    return same;

  if (const auto theirs = file.metadata.find(kWeightsVocabulary); theirs != file.metadata.end() && ours.contains(kWeightsVocabulary))
    if (auto same = sameVocabulary(theirs->second, ours.at(kWeightsVocabulary), place); !same) return same;

  for (const WeightInfo& info : network.weightInfos()) {
    const Tensor& from = *tensors.at(info.name);
    std::copy(from.data.begin(), from.data.end(), network.weightsOf(info).begin());
  }
  return {};
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
