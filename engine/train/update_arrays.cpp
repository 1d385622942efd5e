#include "engine/train/update_arrays.h"

#include <cmath>

#include "engine/core/portable_math.h"

namespace glassbox {
namespace {

constexpr const char* kOverRoot = "\\frac{1}{\\sqrt{s_{t}} + \\epsilon}";

double overRoot(double x, const PlanValues& plan) { return 1 / (std::sqrt(x) + plan.epsilon); }

UpdateArray delta(const char* formula, Text sentence, std::vector<std::string> term) {
  return {"delta", GB_TEXT("engine", "change by the gradient"), "\\Delta w", formula, std::move(sentence), {std::move(term)}};
}

UpdateArray velocity() {
  return {"v", GB_TEXT("engine", "velocity"), "v_{t}", "v_{t} = \\mu\\, v_{t-1} + g",
          GB_TEXT("engine", "The velocity keeps a share of the last step's and takes in the new gradient: what points the same way adds up, what changes sign cancels."),
          {{"momentum", "v.before"}, {"g"}}, 0, nullptr, {}, false, "momentum_buffer"};
}

/// 1 over the root of s, of AdaGrad and RMSProp.
UpdateArray rootOfSquares() {
  return {"scale", GB_TEXT("engine", "one over the root"), kOverRoot, kOverRoot,
          GB_TEXT("engine", "What each weight's step is scaled by: small where its gradients were large. Epsilon keeps it finite."), {}, -1, overRoot, "s"};
}

UpdateArray scaledDelta() {
  return delta("\\Delta w = -\\eta\\, \\frac{g}{\\sqrt{s_{t}} + \\epsilon}", GB_TEXT("engine", "The weight moves against its gradient, by the learning rate and a scale of its own."),
               {"-1", "rate", "g", "scale"});
}

/// What makes the gradient that an optimizer takes.
const UpdateArray& clipped() {
  static const UpdateArray array{"clipped", GB_TEXT("engine", "gradient after clipping"), "\\bar{g}", "\\bar{g} = c\\, \\frac{\\partial L}{\\partial w}",
                                 GB_TEXT("engine", "The gradient times the one number that brings the norm of all gradients down to the limit; 1 where it is below."), {{"clip_scale", "grad"}}};
  return array;
}
const UpdateArray& penalty() {
  static const UpdateArray array{"l2", GB_TEXT("engine", "gradient of L2"), "\\lambda w", "\\frac{\\partial}{\\partial w} \\frac{\\lambda}{2} w^{2} = \\lambda\\, w",
                                 GB_TEXT("engine", "L2 adds half of lambda times the squared weight to what is made small; this is its gradient. It pulls the weight towards 0, the harder the larger it is."), {{"lambda", "weight"}}};
  return array;
}
const UpdateArray& total() {
  static const UpdateArray array{"total", GB_TEXT("engine", "gradient with L2"), "g", "g = {g0} + \\lambda\\, w", GB_TEXT("engine", "What the optimizer takes for the gradient: that of the loss and that of L2."),
                                 {{"g0"}, {"l2"}}};
  return array;
}
const UpdateArray& moved() {
  static const UpdateArray array{"moved", GB_TEXT("engine", "weight before L1"), "\\tilde{w}", "\\tilde{w} = w + \\Delta w",
                                 GB_TEXT("engine", "The weight after its step, before L1 draws it towards 0."), {{"weight"}, {"delta"}, {"decay"}}};
  return array;
}

}  // namespace

std::vector<UpdateArray> sgdArrays() {
  return {delta("\\Delta w = -\\eta\\, g", GB_TEXT("engine", "The weight moves against its gradient, by the learning rate times the gradient."), {"-1", "rate", "g"})};
}

std::vector<UpdateArray> momentumArrays() {
  return {velocity(), delta("\\Delta w = -\\eta\\, v_{t}", GB_TEXT("engine", "The weight moves against the velocity, by the learning rate times the velocity."), {"-1", "rate", "v"})};
}

std::vector<UpdateArray> nesterovArrays() {
  return {velocity(),
          {"look_ahead", GB_TEXT("engine", "gradient looking ahead"), "g + \\mu v_{t}", "g + \\mu\\, v_{t}",
           GB_TEXT("engine", "The gradient, and the share of the new velocity that the next step will keep: the step looks ahead to where the velocity leads."), {{"g"}, {"momentum", "v"}}},
          delta("\\Delta w = -\\eta\\,(g + \\mu\\, v_{t})", GB_TEXT("engine", "The weight moves against the gradient that looks ahead, by the learning rate."), {"-1", "rate", "look_ahead"})};
}

std::vector<UpdateArray> adaGradArrays() {
  return {{"s", GB_TEXT("engine", "sum of squared gradients"), "s_{t}", "s_{t} = s_{t-1} + g^{2}",
           GB_TEXT("engine", "All squared gradients of this weight so far: it only grows, and so the steps only become smaller."), {{"s.before"}, {"g", "g"}}, 0, nullptr, {}, false, "sum"},
          rootOfSquares(), scaledDelta()};
}

std::vector<UpdateArray> rmsPropArrays() {
  return {{"s", GB_TEXT("engine", "mean of squared gradients"), "s_{t}", "s_{t} = \\beta_{2}\\, s_{t-1} + (1 - \\beta_{2})\\, g^{2}",
           GB_TEXT("engine", "A running mean of this weight's squared gradients: beta 2 says how slowly it forgets."), {{"beta2", "s.before"}, {"rest2", "g", "g"}}, 0, nullptr, {}, false, "square_avg"},
          rootOfSquares(), scaledDelta()};
}

std::vector<UpdateArray> adamArrays() {
  return {
      {"m", GB_TEXT("engine", "mean of the gradients"), "m_{t}", "m_{t} = \\beta_{1}\\, m_{t-1} + (1 - \\beta_{1})\\, g",
       GB_TEXT("engine", "A running mean of this weight's gradients: beta 1 says how slowly it forgets."), {{"beta1", "m.before"}, {"rest1", "g"}}, 0, nullptr, {}, false, "exp_avg"},
      {"v", GB_TEXT("engine", "mean of squared gradients"), "v_{t}", "v_{t} = \\beta_{2}\\, v_{t-1} + (1 - \\beta_{2})\\, g^{2}",
       GB_TEXT("engine", "A running mean of this weight's squared gradients: beta 2 says how slowly it forgets."), {{"beta2", "v.before"}, {"rest2", "g", "g"}}, 1, nullptr, {}, false, "exp_avg_sq"},
      {"m_hat", GB_TEXT("engine", "corrected mean of the gradients"), "\\hat{m}", "\\hat{m} = \\frac{m_{t}}{1 - \\beta_{1}^{t}}",
       GB_TEXT("engine", "The mean began at 0 and is too small at first; the correction takes that back and fades as the steps go on."), {{"m", "correction1"}}},
      {"v_hat", GB_TEXT("engine", "corrected mean of squared gradients"), "\\hat{v}", "\\hat{v} = \\frac{v_{t}}{1 - \\beta_{2}^{t}}",
       GB_TEXT("engine", "The mean began at 0 and is too small at first; the correction takes that back and fades as the steps go on."), {{"v", "correction2"}}},
      {"scale", GB_TEXT("engine", "one over the root"), "\\frac{1}{\\sqrt{\\hat{v}} + \\epsilon}", "\\frac{1}{\\sqrt{\\hat{v}} + \\epsilon}",
       GB_TEXT("engine", "What each weight's step is scaled by: small where its gradients were large. Epsilon keeps it finite."), {}, -1, overRoot, "v_hat"},
      delta("\\Delta w = -\\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon}",
            GB_TEXT("engine", "The mean gradient over the root of the mean square is near 1 or -1 while the gradients agree: such a weight moves by about the learning rate, however small its gradient is."),
            {"-1", "rate", "m_hat", "scale"}),
  };
}

std::vector<UpdateArray> adamWArrays() {
  std::vector<UpdateArray> arrays = adamArrays();
  arrays.push_back({"decay", GB_TEXT("engine", "change by weight decay"), "\\Delta w_{\\lambda}", "\\Delta w_{\\lambda} = -\\eta\\, \\lambda\\, w",
                    GB_TEXT("engine", "The weight shrinks by a share of itself. It does not go through the gradient, so Adam's scale does not change it."), {{"-1", "rate", "weight_decay", "weight"}}});
  arrays.back().onlyDecayed = true;
  return arrays;
}

bool isRegularized(WeightRole role) { return role == WeightRole::Weight; }

std::vector<UpdateArray> updateArrays(const PlanValues& plan, WeightRole role) {
  std::vector<UpdateArray> arrays;
  if (plan.clip > 0) arrays.push_back(clipped());
  if (isRegularized(role) && plan.l2 > 0) arrays.insert(arrays.end(), {penalty(), total()});
  for (const UpdateArray& array : findOptimizer(plan.optimizer)->arrays)
    if (!array.onlyDecayed || (plan.weightDecay > 0 && (isRegularized(role) || plan.decayAll))) arrays.push_back(array);
  if (isRegularized(role) && plan.l1 > 0) arrays.push_back(moved());
  return arrays;
}

std::optional<Factor> updateSetting(const std::string& name, const PlanValues& plan, std::int64_t number) {
  if (name == "-1") return Factor{-1, "", "-1"};
  if (name == "momentum") return Factor{plan.momentum, "", "\\mu"};
  if (name == "beta1") return Factor{plan.beta1, "", "\\beta_{1}"};
  if (name == "rest1") return Factor{1 - plan.beta1, "", "(1 - \\beta_{1})"};
  if (name == "beta2") return Factor{plan.beta2, "", "\\beta_{2}"};
  if (name == "rest2") return Factor{1 - plan.beta2, "", "(1 - \\beta_{2})"};
  if (name == "correction1") return Factor{1 / (1 - portable::power(plan.beta1, number)), "", "\\frac{1}{1 - \\beta_{1}^{t}}"};
  if (name == "correction2") return Factor{1 / (1 - portable::power(plan.beta2, number)), "", "\\frac{1}{1 - \\beta_{2}^{t}}"};
  if (name == "weight_decay") return Factor{plan.weightDecay, "", "\\lambda"};
  if (name == "lambda") return Factor{plan.l2, "", "\\lambda"};
  return {};
}

}  // namespace glassbox
