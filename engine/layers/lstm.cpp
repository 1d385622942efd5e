// Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate: Gers et al. 2000), in PyTorch's form.
#include "engine/layers/recurrent.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

const LayerDef& layer_lstm() {
  static const LayerDef def = [] {
    LayerDef d = recurrentDef("lstm");
    d.title = GB_TEXT("engine", "LSTM");
    d.help = GB_TEXT("engine", "A recurrent layer with a cell that gates open and close: what to write, what to keep, what to show. While the gates let it, the cell passes gradients back unchanged, so that a number can be carried through many steps; it has four times the weights of a plain RNN.");
    d.letter = 'L';
    d.formula = "c_{t} = f_{t}\\, c_{t-1} + i_{t}\\, g_{t}, \\quad h_{t} = o_{t} \\tanh c_{t}";
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
