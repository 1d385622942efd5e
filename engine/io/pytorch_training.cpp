#include "engine/io/pytorch_training.h"

#include <algorithm>

#include "engine/train/optimizers.h"
#include "engine/train/schedules.h"

namespace glassbox {
namespace {

std::string line(const std::string& indented) { return "    " + indented + "\n"; }

std::string notBelow(const std::string& floor, const std::string& value) { return floor == "0" ? value : "max(" + floor + ", " + value + ")"; }

/// The rule of rateAt (schedules.h) with this plan's numbers in it.
std::string schedule(const PlanValues& plan, std::int64_t stepsPerEpoch) {
  const std::string rate = writeParam(plan.rate), floor = writeParam(std::min(plan.minRate, plan.rate));
  std::string out = "def rate_at(step):\n    \"\"\"The learning rate of step 0, 1, ...\"\"\"\n", since = "step";
  if (plan.warmup > 0) {
    out += line("if step < " + std::to_string(plan.warmup) + ":  # warm-up");
    out += line("    return " + rate + " * (step + 1) / " + std::to_string(plan.warmup + 1));
    since = "(step - " + std::to_string(plan.warmup) + ")";
  }
  const std::string every = std::to_string(plan.decaySteps ? plan.decaySteps : stepsPerEpoch), factor = writeParam(plan.decayFactor);
  switch (plan.schedule) {
    case Schedule::Constant: return out + line("return " + rate);
    case Schedule::Step: return out + line("return " + notBelow(floor, rate + " * " + factor + " ** (" + since + " // " + every + ")"));
    case Schedule::Exponential: return out + line("return " + notBelow(floor, rate + " * " + factor + " ** (" + since + " / " + every + ")"));
    case Schedule::Cosine: break;
  }
  const std::int64_t end = plan.decaySteps ? plan.decaySteps : runLength(plan, stepsPerEpoch);
  if (end == 0) return out + line("return " + rate + "  # cosine needs an end, and the plan has none");
  out += line("if step >= " + std::to_string(end) + ":");
  out += line("    return " + floor);
  if (end > plan.warmup) {
    out += line("share = " + since + " / " + std::to_string(end - plan.warmup));
    const std::string fall = floor == "0" ? rate : floor + " + (" + rate + " - " + floor + ")";
    out += line("return " + fall + " * (1 + math.cos(math.pi * share)) / 2");
  }
  return out;
}

/// "lr=..., betas=(...), eps=..., weight_decay=..."
std::string optimizer(const PlanValues& plan, const OptimizerDef& def) {
  const bool decoupled = def.rule == UpdateRule::AdamW;
  const double decay = decoupled ? plan.weightDecay : plan.l2;  // torch.optim adds weight_decay times the weight to the gradient, as our L2
  std::string arguments = "lr=rate_at(0)";
  if (def.pytorchArguments) arguments += ", " + def.pytorchArguments(plan);
  std::string out = "def make_optimizer(model):\n";
  if (!def.pytorchRemark.empty()) out += line("# " + def.pytorchRemark);
  if (decay > 0 && !(decoupled && plan.decayAll)) {
    out += line("weights = [p for p in model.parameters() if p.dim() > 1]");
    out += line("others = [p for p in model.parameters() if p.dim() <= 1]  # biases and gains: they do not decay");
    out += line("groups = [{'params': weights, 'weight_decay': " + writeParam(decay) + "}, {'params': others, 'weight_decay': 0.0}]");
    return out + line("return torch.optim." + def.pytorch + "(groups, " + arguments + ")");
  }
  if (decoupled) arguments += ", weight_decay=" + writeParam(decay);
  return out + line("return torch.optim." + def.pytorch + "(model.parameters(), " + arguments + ")");
}

std::string step(const PlanValues& plan, const OptimizerDef& def) {
  std::string out = "def train_step(model, optimizer, step, batch):\n";
  out += line("for group in optimizer.param_groups:");
  out += line("    group['lr'] = rate_at(step)");
  out += line("optimizer.zero_grad()");
  out += line("loss = loss_on(model, batch)");
  out += line("loss.backward()");
  if (plan.clip > 0) out += line("nn.utils.clip_grad_norm_(model.parameters(), " + writeParam(plan.clip) + ")");
  const std::string weights = "for p in model.parameters():\n            if p.dim() > 1 and p.grad is not None:  # weights, not biases\n                ";
  if (def.rule == UpdateRule::AdamW && plan.l2 > 0) {
    out += line("with torch.no_grad():  # L2 through the gradient, beside AdamW's own decay");
    out += line("    " + weights + "p.grad.add_(p, alpha=" + writeParam(plan.l2) + ")");
  }
  out += line("optimizer.step()");
  if (plan.l1 > 0) {
    out += line("with torch.no_grad():  # L1: towards 0 by rate times L1, and no further, so that zeros are exact");
    out += line("    " + weights + "p.copy_(F.softshrink(p, rate_at(step) * " + writeParam(plan.l1) + "))");
  }
  return out + line("return loss.item()");
}

/// How long and on what the plan trains, in words.
std::string remark(const PlanValues& plan, const OptimizerDef& def) {
  std::string out = def.fullBatch ? "the whole training part in each step" : "batches of " + std::to_string(plan.batch);
  if (!def.fullBatch) out += plan.shuffled ? ", shuffled anew in every epoch" : ", always in the same order";
  if (plan.epochs > 0) out += ", for " + std::to_string(plan.epochs) + " epochs";
  if (plan.steps > 0) out += ", for " + std::to_string(plan.steps) + " steps";
  if (plan.patience > 0) out += ", stopped when the validation loss has had no new minimum for " + std::to_string(plan.patience) + " epochs";
  return out;
}

}  // namespace

std::string torchTraining(const PlanValues& plan, std::int64_t stepsPerEpoch) {
  const OptimizerDef& def = *findOptimizer(plan.optimizer);
  std::string out = schedule(plan, stepsPerEpoch) + "\n\n" + optimizer(plan, def) + "\n\n" + step(plan, def) + "\n\n";
  out += "def train(model, batch, steps):\n";
  out += line("\"\"\"Trains on one batch. The plan: " + remark(plan, def) + ".\"\"\"");
  out += line("model.train()");
  out += line("optimizer = make_optimizer(model)");
  out += line("for step in range(steps):");
  out += line("    print(f'step {step + 1}: loss {train_step(model, optimizer, step, batch):.6g}')");
  return out;
}

}  // namespace glassbox
