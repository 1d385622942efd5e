// Data for autoencoders: what is to be said of a sample is the sample itself.
#pragma once

#include "engine/core/params.h"
#include "engine/data/dataset.h"

namespace glassbox {

/// The setting "answer" that all sources of pictures have: class or picture.
ParamDef pictureAnswerParam();

/// Whether a source's complete settings ask for the picture as the answer.
bool wantsReconstruction(const Params& params);

/// Puts a copy of the first input in place of the target, of the same shape; the classes are forgotten.
/// Fails when there is not the memory for a second copy.
Result<Dataset> reconstructionOf(Dataset data);

}  // namespace glassbox
