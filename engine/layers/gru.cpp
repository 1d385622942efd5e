// Gated recurrent unit (Cho et al. 2014), in PyTorch's form: the reset gate stands behind W_hn h + b_hn.
#include "engine/layers/recurrent.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

const LayerDef& layer_gru() {
  static const LayerDef def = [] {
    LayerDef d = recurrentDef("gru");
    d.title = GB_TEXT("engine", "GRU");
    d.help = GB_TEXT("engine", "A recurrent layer whose update gate decides how much of the old memory stays and how much is replaced. Carries numbers through many steps as an LSTM does, with three quarters of its weights.");
    d.letter = 'G';
    d.formula = "h_{t} = (1 - z_{t})\\, n_{t} + z_{t}\\, h_{t-1}";
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
