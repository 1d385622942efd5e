#include "engine/train/run_state.h"

namespace glassbox {
namespace {

constexpr StopReason kReasons[] = {StopReason::None, StopReason::Paused, StopReason::Steps, StopReason::Epochs, StopReason::LossReached, StopReason::NotFinite,
                                   StopReason::EarlyStopping, StopReason::Time};

}  // namespace

const char* name(StopReason reason) {
  switch (reason) {
    case StopReason::None: return "none";
    case StopReason::Paused: return "paused";
    case StopReason::Steps: return "steps";
    case StopReason::Epochs: return "epochs";
    case StopReason::LossReached: return "loss";
    case StopReason::NotFinite: return "not_finite";
    case StopReason::EarlyStopping: return "early_stopping";
    case StopReason::Time: return "time";
  }
  return "none";
}

StopReason stopReason(std::string_view text) {
  for (const StopReason reason : kReasons)
    if (text == name(reason)) return reason;
  return StopReason::None;
}

}  // namespace glassbox
