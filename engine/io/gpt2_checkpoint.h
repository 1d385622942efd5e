// Opens a GPT-2 checkpoint as it is published (Radford et al. 2019) as an ordinary project with weights.
#pragma once

#include <filesystem>

#include "engine/io/project.h"

namespace glassbox {

struct Gpt2Checkpoint {
  Project project;     ///< input | embedding | position_embedding | transformer_block repeat=N | layer_norm | tied dense | loss
  TensorFile weights;  ///< in our names and shapes, with the vocabulary
  std::int64_t layers = 0, parameters = 0;
};

/// Reads what lies in `folder`: one .safetensors file, the two files of the vocabulary (tokenizer_files.h), and config.json if it
/// is there, which may tell the number of heads (else one for each 64 numbers of the width).
/// Tensors are wte.weight (tokens, width), wpe.weight (context, width), h.N.ln_1, h.N.ln_2, ln_f (weight, bias),
/// h.N.attn.c_attn (weight [width, 3 width], bias), h.N.attn.c_proj, h.N.mlp.c_fc, h.N.mlp.c_proj; all may begin with
/// "transformer."; the masks h.N.attn.bias and h.N.attn.masked_bias are left out; lm_head.weight may be there, and is tied
/// when it is that of wte. F16 and BF16 are converted.
/// `context`: how many tokens the network takes at once; 0: as many as the checkpoint has positions for.
/// Fails for a missing or unknown tensor, a wrong shape, a vocabulary of another size, a context that is too long, a
/// config.json that asks for what the engine does not do, and for all that reading the files fails for.
Result<Gpt2Checkpoint> readGpt2Checkpoint(const std::filesystem::path& folder, std::int64_t context = 0);

/// Whether a folder holds a .safetensors file.
bool holdsCheckpoint(const std::filesystem::path& folder);

}  // namespace glassbox
