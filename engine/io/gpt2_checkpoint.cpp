#include "engine/io/gpt2_checkpoint.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/data/readers/tokenizer_files.h"
#include "engine/graph/analysis.h"
#include "engine/io/atomic_file.h"
#include "engine/io/checkpoint.h"
#include "engine/io/json_reader.h"
#include "engine/io/vocabulary.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMaxConfig = 1 << 20;

std::vector<fs::path> tensorFiles(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code code;  // a folder that cannot be listed holds none
  for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
    if (at->path().extension() == ".safetensors") found.push_back(at->path());
  std::sort(found.begin(), found.end());
  return found;
}

/// What config.json tells beside the shapes.
struct Config {
  std::int64_t heads = 0;  ///< 0: it does not say
};

Result<Config> readConfig(const fs::path& folder) {
  const fs::path path = folder / "config.json";
  std::error_code code;
  if (!fs::exists(path, code)) return Config{};
  const Result<std::string> bytes = readWholeFile(path, kMaxConfig);
  if (!bytes) return bytes.error();
  const Result<JsonDocument> document = parseJson(*bytes, {path.string()});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  Config config;
  config.heads = from.integer("n_head", 1, 1024, 0);
  const double epsilon = from.number("layer_norm_epsilon", 0, 1, 1e-5);
  const std::string activation = from.text("activation_function", "gelu_new");
  const bool scaled = from.flag("scale_attn_by_inverse_layer_idx", false);
  if (!faults.ok()) return faults.first();
  if (epsilon < 0.99e-5 || epsilon > 1.01e-5)
    return Error(GB_TEXT("engine", "The checkpoint's layer norms add %1 to the variance; here it is 0.00001.").arg(epsilon), path.string());
  if (activation != "gelu_new" && activation != "gelu_pytorch_tanh")
    return Error(GB_TEXT("engine", "The checkpoint's activation is %1; GPT-2's is gelu_new.").arg(activation.substr(0, 40)), path.string());
  if (scaled) return Error(GB_TEXT("engine", "The checkpoint divides its attention scores by the number of the layer, which is not done here."), path.string());
  return config;
}

/// W^T, block by block so that both sides stay in the cache.
Tensor turned(const Tensor& from) {
  constexpr std::int64_t kBlock = 32;
  const std::int64_t rows = from.shape[0], columns = from.shape[1];
  Tensor to(Shape{columns, rows});
  for (std::int64_t r = 0; r < rows; r += kBlock)
    for (std::int64_t c = 0; c < columns; c += kBlock)
      for (std::int64_t j = c; j < std::min(c + kBlock, columns); ++j)
        for (std::int64_t i = r; i < std::min(r + kBlock, rows); ++i)
          to.data[static_cast<std::size_t>(j * rows + i)] = from.data[static_cast<std::size_t>(i * columns + j)];
  return to;
}

/// Takes tensors out of the file by their published names.
class Importer {
 public:
  Importer(TensorFile file, std::string place) : m_place(std::move(place)) {
    for (NamedTensor& named : file.tensors) {
      std::string name = named.name;
      if (name.starts_with("transformer.")) name.erase(0, 12);
      m_tensors[name] = std::move(named.tensor);
    }
  }

  const Shape* shapeOf(const std::string& name) const {
    const auto at = m_tensors.find(name);
    return at == m_tensors.end() ? nullptr : &at->second.shape;
  }

  const Tensor* find(const std::string& name) const {
    const auto at = m_tensors.find(name);
    return at == m_tensors.end() ? nullptr : &at->second;
  }

  void drop(const std::string& name) { m_tensors.erase(name); }

  /// Layers are numbered from 0 without a gap.
  std::int64_t layers() const {
    std::int64_t count = 0;
    while (shapeOf("h." + std::to_string(count) + ".ln_1.weight")) ++count;
    return count;
  }

  /// Moves a tensor to our name; `turn` it from [in, out] to [out, in].
  void move(const std::string& theirs, const std::string& ours, const Shape& shape, bool turn = false) {
    if (m_fault) return;
    const auto at = m_tensors.find(theirs);
    if (at == m_tensors.end()) {
      m_fault = Error(GB_TEXT("engine", "The checkpoint has no tensor \"%1\"; GPT-2 of this size has one of %2.").arg(theirs).arg(shape.str()), m_place);
      return;
    }
    if (at->second.shape != shape) {
      m_fault = Error(GB_TEXT("engine", "The tensor \"%1\" is %2; in GPT-2 of this size it is %3.").arg(theirs).arg(at->second.shape.str()).arg(shape.str()), m_place);
      return;
    }
    m_out.tensors.push_back({ours, turn ? turned(at->second) : std::move(at->second)});
    m_tensors.erase(at);
  }

  Result<TensorFile> finish() {
    if (m_fault) return *m_fault;
    if (!m_tensors.empty())
      return Error(GB_TEXT("engine", "The checkpoint has a tensor \"%1\" (%2) that GPT-2 does not have.").arg(m_tensors.begin()->first.substr(0, 60)).arg(m_tensors.begin()->second.shape.str()), m_place);
    return std::move(m_out);
  }

 private:
  std::map<std::string, Tensor> m_tensors;
  TensorFile m_out;
  std::string m_place;
  std::optional<Error> m_fault;
};

/// Extents that everything else follows from.
struct Size {
  std::int64_t tokens = 0, positions = 0, width = 0, layers = 0, heads = 0, widening = 0, context = 0;
  bool tied = true;
};

Result<Size> sizeOf(const Importer& from, const Config& config, std::int64_t context, const std::string& place) {
  const auto missing = [&](const char* name) {
    return Error(GB_TEXT("engine", "The checkpoint has no tensor \"%1\": it is not that of a GPT-2.").arg(name), place,
                 GB_TEXT("engine", "Only checkpoints with GPT-2's published names can be opened."));
  };
  const Shape *table = from.shapeOf("wte.weight"), *positions = from.shapeOf("wpe.weight"), *inner = from.shapeOf("h.0.mlp.c_fc.weight");
  if (!table || table->rank() != 2) return missing("wte.weight");
  if (!positions || positions->rank() != 2) return missing("wpe.weight");
  if (!inner || inner->rank() != 2) return missing("h.0.mlp.c_fc.weight");
  Size size{(*table)[0], (*positions)[0], (*table)[1], from.layers(), config.heads, (*inner)[1] / (*table)[1], context, true};
  if (size.layers == 0) return missing("h.0.ln_1.weight");
  if (size.heads == 0) size.heads = std::max<std::int64_t>(1, size.width / 64);
  if (size.width % size.heads != 0)
    return Error(GB_TEXT("engine", "The checkpoint's width %1 cannot be shared among %2 heads.").arg(size.width).arg(size.heads), place);
  if (size.widening < 1 || size.widening > 64 || size.widening * size.width != (*inner)[1])
    return Error(GB_TEXT("engine", "The hidden layer of its blocks has %1 units; it should be a multiple of the width %2.").arg((*inner)[1]).arg(size.width), place);
  if (size.context == 0) size.context = size.positions;
  if (size.context > size.positions)
    return Error(GB_TEXT("engine", "The checkpoint has vectors for %1 positions; a context of %2 tokens is too long.").arg(size.positions).arg(size.context), place);
  if (const Tensor *head = from.find("lm_head.weight"), *words = from.find("wte.weight"); head)
    size.tied = head->shape == words->shape && std::equal(head->data.begin(), head->data.end(), words->data.begin());
  return size;
}

std::string lineOf(const Size& s) {
  const auto n = [](std::int64_t value) { return std::to_string(value); };
  return "input " + n(s.context) + " element=tokens | embedding " + n(s.width) + " tokens=" + n(s.tokens) + " | position_embedding " + n(s.positions) + " | transformer_block " + n(s.heads) +
         " causal=true repeat=" + n(s.layers) + " mlp=" + n(s.widening) + " | layer_norm | dense " + n(s.tokens) + " bias=false" + (s.tied ? " weights=embedding1" : "") + " | softmax_cross_entropy";
}

void moveAll(Importer& from, const Size& s) {
  const std::int64_t w = s.width;
  const auto pair = [&](const std::string& theirs, const std::string& ours, std::int64_t in, std::int64_t out) {
    from.move(theirs + ".weight", ours + ".weight", Shape{in, out}, true);
    from.move(theirs + ".bias", ours + ".bias", Shape{out});
  };
  const auto norm = [&](const std::string& theirs, const std::string& ours) {
    for (const char* part : {".weight", ".bias"}) from.move(theirs + part, ours + part, Shape{w});
  };
  if (s.tied) from.drop("lm_head.weight");
  else from.move("lm_head.weight", "dense3.weight", Shape{s.tokens, w});
  from.move("wte.weight", "embedding1.weight", Shape{s.tokens, w});
  from.move("wpe.weight", "position_embedding1.weight", Shape{s.positions, w});
  for (std::int64_t i = 0; i < s.layers; ++i) {
    const std::string theirs = "h." + std::to_string(i) + ".", copy = i == 0 ? "" : "_" + std::to_string(i + 1);
    norm(theirs + "ln_1", "layer_norm1" + copy);
    pair(theirs + "attn.c_attn", "attention1" + copy + ".qkv", w, 3 * w);
    pair(theirs + "attn.c_proj", "attention1" + copy + ".out", w, w);
    norm(theirs + "ln_2", "layer_norm2" + copy);
    pair(theirs + "mlp.c_fc", "dense1" + copy, w, s.widening * w);
    pair(theirs + "mlp.c_proj", "dense2" + copy, s.widening * w, w);
  }
  norm("ln_f", "layer_norm3");
}

}  // namespace

bool holdsCheckpoint(const fs::path& folder) { return !tensorFiles(folder).empty(); }

Result<Gpt2Checkpoint> readGpt2Checkpoint(const fs::path& folder, std::int64_t context) {
  const std::vector<fs::path> files = tensorFiles(folder);
  if (files.empty())
    return Error(GB_TEXT("engine", "There is no .safetensors file in the folder."), folder.string(),
                 GB_TEXT("engine", "A GPT-2 checkpoint is model.safetensors with encoder.json (or vocab.json) and vocab.bpe (or merges.txt) beside it."));
  if (files.size() > 1)
    return Error(GB_TEXT("engine", "There are %1 .safetensors files in the folder; a GPT-2 checkpoint is one.").arg(files.size()), folder.string());
  const std::string place = files[0].string();
  // The small files first: what is wrong with them need not wait for the large one.
  const Result<Config> config = readConfig(folder);
  if (!config) return config.error();
  Result<TokenizerPtr> tokenizer = readBytePairs(folder);
  if (!tokenizer) return tokenizer.error();
  // Masks that torch kept beside the weights, of whatever type.
  const auto isMask = [](std::string_view name) { return name.ends_with(".attn.bias") || name.ends_with(".attn.masked_bias"); };
  Result<TensorFile> file = readSafetensors(files[0], {}, isMask);
  if (!file) return file.error();
  Importer importer(*std::move(file), place);
  const Result<Size> size = sizeOf(importer, *config, context, place);
  if (!size) return size.error();
  if ((*tokenizer)->size() != size->tokens)
    return Error(GB_TEXT("engine", "The checkpoint has vectors for %1 tokens, and the vocabulary beside it has %2.").arg(size->tokens).arg((*tokenizer)->size()), place);
  moveAll(importer, *size);
  Result<TensorFile> weights = importer.finish();
  if (!weights) return weights.error();

  Gpt2Checkpoint out;
  const Result<NetworkSpec> spec = parseLine(lineOf(*size));
  if (!spec) return spec.error();
  const Analysis analysis = analyse(*spec);
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  Dataset words;
  words.tokenizer = *tokenizer;
  words.vocabulary = (*tokenizer)->names();
  out.weights = *std::move(weights);
  out.weights.metadata = {{kWeightsFormat, "glassbox"}, {kWeightsSpec, specHash(*analysis.spec)}, {kWeightsVocabulary, vocabularyToJson(words)}};
  out.layers = size->layers;
  out.parameters = analysis.parameters;
  out.project.title = fs::absolute(folder).lexically_normal().filename().string();
  if (out.project.title.empty()) out.project.title = fs::absolute(folder).lexically_normal().parent_path().filename().string();
  out.project.spec = *spec;
  // For fine-tuning: small steps, since what it knows is to stay.
  out.project.plan.values = Params{{"optimizer", std::string("adamw")}, {"rate", 3e-5}, {"weight_decay", 0.01}, {"clip", 1.0}, {"batch", std::int64_t{1}}};
  return out;
}

}  // namespace glassbox
