// Recurrent layer (Elman 1990): the same weights at every step, and a memory handed on from step to step.
#include "engine/layers/recurrent.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

const LayerDef& layer_rnn() {
  static const LayerDef def = [] {
    LayerDef d = recurrentDef("rnn");
    d.title = GB_TEXT("engine", "RNN");
    d.help = GB_TEXT("engine", "Reads a sequence step by step and keeps a memory: at every step the new input and the old memory are mixed by the same weights. Simple and fast. What was read long ago is hard to keep, since gradients fade or grow on the way back: how far it reaches depends on the task and on how long it trains.");
    d.letter = 'H';
    d.formula = "h_{t} = \\tanh(W_{ih}\\, x_{t} + b_{ih} + W_{hh}\\, h_{t-1} + b_{hh})";
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
