// A folder with a GPT-2 checkpoint in the published format, its numbers drawn by the hash of small_nets.h.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/io/safetensors.h"
#include "engine/text/utf8.h"
#include "tests/support/small_nets.h"

namespace glassbox::test {

struct Gpt2Size {
  std::int64_t vocabulary = 260, context = 40, width = 48, layers = 2, heads = 3;
};

/// The tensors of make_gpt2_logits.py.
inline std::map<std::string, Tensor> gpt2Tensors(const Gpt2Size& s) {
  const std::int64_t W = s.width;
  std::map<std::string, Shape> shapes{{"wte.weight", {s.vocabulary, W}}, {"wpe.weight", {s.context, W}}, {"ln_f.weight", {W}}, {"ln_f.bias", {W}}};
  for (std::int64_t l = 0; l < s.layers; ++l) {
    const std::string h = "h." + std::to_string(l) + ".";
    for (const auto& [name, shape] : std::initializer_list<std::pair<const char*, Shape>>{
             {"ln_1.weight", {W}}, {"ln_1.bias", {W}}, {"attn.c_attn.weight", {W, 3 * W}}, {"attn.c_attn.bias", {3 * W}}, {"attn.c_proj.weight", {W, W}}, {"attn.c_proj.bias", {W}},
             {"ln_2.weight", {W}}, {"ln_2.bias", {W}}, {"mlp.c_fc.weight", {W, 4 * W}}, {"mlp.c_fc.bias", {4 * W}}, {"mlp.c_proj.weight", {4 * W, W}}, {"mlp.c_proj.bias", {W}}})
      shapes[h + name] = shape;
  }
  std::map<std::string, Tensor> tensors;
  std::uint32_t seed = 500;
  for (const auto& [name, shape] : shapes) {
    Tensor& tensor = tensors[name] = Tensor(shape);
    fillUniform(tensor.data, seed++, shape.rank() > 1 ? 0.1f : 0.5f);
  }
  return tensors;
}

inline void writeText(const std::filesystem::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

/// The sign that stands for a byte in GPT-2's vocabulary: printable Latin-1 for itself, the others from U+0100 on.
inline std::string signOfByte(int byte) {
  const auto printable = [](int b) { return (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || (b >= 174 && b <= 255); };
  int sign = byte;
  if (!printable(byte)) {
    sign = 256;
    for (int b = 0; b < byte; ++b) sign += !printable(b);
  }
  if (sign < 0x80) return {static_cast<char>(sign)};
  return {static_cast<char>(0xC0 | sign >> 6), static_cast<char>(0x80 | (sign & 0x3F))};
}

/// A vocabulary of 260 tokens: all bytes, "th", "the", " the" and the end of a text.
inline void writeSmallVocabulary(const std::filesystem::path& folder) {
  nlohmann::json vocabulary;
  for (int byte = 0; byte < 256; ++byte) vocabulary[signOfByte(byte)] = byte;
  vocabulary["th"] = 256, vocabulary["the"] = 257, vocabulary[signOfByte(' ') + "the"] = 258, vocabulary["<|endoftext|>"] = 259;
  writeText(folder / "vocab.json", vocabulary.dump());
  writeText(folder / "merges.txt", "#version: 0.2\nt h\nth e\n" + signOfByte(' ') + " the\n");
}

using ChangeTensors = std::function<void(std::map<std::string, Tensor>&)>;

/// model.safetensors, after `change` had its way with the tensors.
inline void writeTensors(const std::filesystem::path& folder, const Gpt2Size& size, const ChangeTensors& change = {}, const std::string& prefix = {}) {
  std::map<std::string, Tensor> tensors = gpt2Tensors(size);
  if (change) change(tensors);
  TensorFile file;
  for (auto& [name, tensor] : tensors) file.tensors.push_back({prefix + name, std::move(tensor)});
  writeText(folder / "model.safetensors", writeSafetensors(file));
}

}  // namespace glassbox::test
