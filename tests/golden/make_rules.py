#!/usr/bin/python3
"""Writes rules.json: ten losses of small networks with each activation, joining layer, loss and optimizer, and the learning
rates of each schedule, by PyTorch (Debian 12 python3-torch 1.13.1, float32, one thread).

Data and start weights come from the hash that the test has too (make_training.py), so that only results lie in the file.
usage: /usr/bin/python3 make_rules.py > rules.json
"""
import json, math
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

torch.set_num_threads(1)


def u01(seed, n):
    x = (np.arange(n, dtype=np.uint64) + np.uint64((seed * 0x9E3779B9) & 0xFFFFFFFF)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16); x = (x * np.uint64(0x85EBCA6B)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(13); x = (x * np.uint64(0xC2B2AE35)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16)
    return (x >> np.uint64(8)).astype(np.float32) / np.float32(2 ** 24)


def uni(seed, shape, bound):
    n = int(np.prod(shape))
    return torch.from_numpy(((2 * u01(seed, n) - 1) * np.float32(bound)).astype(np.float32).reshape(shape))


def hinge(margin):
    return lambda o, t: F.relu(margin - (2 * t - 1) * o).mean()


ACTIVATIONS = {
    "relu": lambda o: torch.relu, "tanh": lambda o: torch.tanh, "sigmoid": lambda o: torch.sigmoid,
    "leaky_relu": lambda o: lambda x: F.leaky_relu(x, float(o.get("slope", 0.01))), "elu": lambda o: lambda x: F.elu(x, float(o.get("alpha", 1))),
    "gelu": lambda o: lambda x: F.gelu(x, approximate="tanh" if o.get("approximate") == "tanh" else "none"),
    "silu": lambda o: F.silu, "softplus": lambda o: F.softplus,
}
LOSSES = {
    "mse": lambda o: F.mse_loss, "mae": lambda o: F.l1_loss, "huber": lambda o: lambda a, b: F.huber_loss(a, b, delta=float(o.get("delta", 1))),
    "hinge": lambda o: hinge(float(o.get("margin", 1))), "binary_cross_entropy": lambda o: F.binary_cross_entropy_with_logits,
    "softmax_cross_entropy": lambda o: lambda a, b: F.cross_entropy(a, b, label_smoothing=float(o.get("smoothing", 0))),
}


class Line(nn.Module):
    """The part of the line grammar that the cases below use."""

    def __init__(self, line, shape):
        super().__init__()
        self.steps, self.linears = [], nn.ModuleList()
        shapes, current, self.loss = {}, "input1", None
        shapes["input1"] = tuple(shape)
        for number, part in enumerate(line.split("|")[1:]):
            words = part.split()
            if words[0] == "from": current = words[1]; continue
            label = f"n{number}"
            if words[0].endswith(":"): label = words.pop(0)[:-1]
            key, options, plain = words[0], dict(w.split("=") for w in words[1:] if "=" in w), [w for w in words[1:] if "=" not in w]
            if key in LOSSES: self.loss = LOSSES[key](options); break
            if key == "dense":
                linear = nn.Linear(shapes[current][-1], int(plain[0]))
                self.linears.append(linear)
                f, after = [linear], shapes[current][:-1] + (int(plain[0]),)
                if len(plain) > 1: f.append(ACTIVATIONS[plain[1]](options))
                self.steps.append((label, [current], lambda x, f=f: f[1](f[0](x)) if len(f) > 1 else f[0](x)))
            elif key in ("multiply", "concat"):
                wires = [current] + plain
                a = int(options["axis"]) if "axis" in options else 0 if len(shapes[current]) == 3 else len(shapes[current]) - 1
                after = list(shapes[current])
                if key == "concat":
                    after[a] = sum(shapes[w][a] for w in wires)
                    self.steps.append((label, wires, lambda *x, a=a: torch.cat(x, a + 1)))
                else: self.steps.append((label, wires, lambda *x: math.prod(x[1:], start=x[0])))
                after = tuple(after)
            elif key == "flatten": after = (int(np.prod(shapes[current])),); self.steps.append((label, [current], lambda x: x.flatten(1)))
            else:
                if plain: options[{"leaky_relu": "slope", "elu": "alpha", "gelu": "approximate"}[key]] = plain[0]
                after = shapes[current]; self.steps.append((label, [current], ACTIVATIONS[key](options)))
            shapes[label] = after; current = label
        self.outputs = shapes[current]

    def forward(self, x):
        values = {"input1": x}
        for label, wires, f in self.steps: values[label] = y = f(*(values[w] for w in wires))
        return y


def optimizer(model, plan):
    name, rate, l2 = plan.get("optimizer", "sgd"), plan["rate"], plan.get("l2", 0)
    weights = [p for p in model.parameters() if p.dim() > 1]
    others = [p for p in model.parameters() if p.dim() == 1]
    decay = plan.get("weight_decay", 0.01) if name == "adamw" else l2
    groups = [dict(params=weights, weight_decay=decay), dict(params=others, weight_decay=decay if plan.get("decay_on") == "all" else 0)]
    eps, b1, b2, mu = plan.get("epsilon", 1e-8), plan.get("beta1", 0.9), plan.get("beta2", 0.999), plan.get("momentum", 0.9)
    return {"sgd": lambda: torch.optim.SGD(groups, lr=rate), "momentum": lambda: torch.optim.SGD(groups, lr=rate, momentum=mu),
            "nesterov": lambda: torch.optim.SGD(groups, lr=rate, momentum=mu, nesterov=True), "adagrad": lambda: torch.optim.Adagrad(groups, lr=rate, eps=eps),
            "rmsprop": lambda: torch.optim.RMSprop(groups, lr=rate, alpha=b2, eps=eps), "adam": lambda: torch.optim.Adam(groups, lr=rate, betas=(b1, b2), eps=eps),
            "adamw": lambda: torch.optim.AdamW(groups, lr=rate, betas=(b1, b2), eps=eps)}[name]()


def scheduler(opt, plan, length, per_epoch):
    """The schedules of torch.optim.lr_scheduler; warm-up by LinearLR from 1/(w+1), which is nanoGPT's (it+1)/(w+1)."""
    S, w = torch.optim.lr_scheduler, plan.get("warmup", 0)
    every, factor = plan.get("decay_steps", 0), plan.get("decay_factor", 0.1)
    kind = plan.get("schedule", "constant")
    if kind == "step": main = S.StepLR(opt, every or per_epoch, factor)
    elif kind == "exponential": main = S.ExponentialLR(opt, factor ** (1 / (every or per_epoch)))
    elif kind == "cosine": main = S.CosineAnnealingLR(opt, (every or length) - w, plan.get("min_rate", 0))
    else: main = S.ConstantLR(opt, 1)
    if not w: return main
    return S.SequentialLR(opt, [S.LinearLR(opt, 1 / (w + 1), 1, w), main], [w])


MLP = "input 6 | dense 8 tanh | dense 3 | softmax_cross_entropy"
CASES = [
    ("leaky relu", "input 5 | dense 7 leaky_relu | leaky_relu 0.3 | dense 2 | mse", [5], dict(rate=0.1)),
    ("elu", "input 5 | dense 7 elu | elu 0.5 | dense 2 | mse", [5], dict(rate=0.1)),
    ("gelu by erf", "input 5 | dense 17 gelu | dense 3 | softmax_cross_entropy", [5], dict(rate=0.2)),
    ("gelu by tanh", "input 5 | dense 17 | gelu tanh | dense 3 | softmax_cross_entropy", [5], dict(rate=0.2)),
    ("silu", "input 5 | dense 17 silu | dense 3 | softmax_cross_entropy", [5], dict(rate=0.2)),
    ("softplus", "input 5 | dense 17 softplus | dense 3 | softmax_cross_entropy", [5], dict(rate=0.1)),
    ("a gate", "input 4 | h: dense 6 tanh | from input1 | dense 6 sigmoid | multiply h | dense 2 | mse", [4], dict(rate=0.2)),
    ("three factors", "input 4 | a: dense 4 tanh | from input1 | b: dense 4 | from input1 | dense 4 sigmoid | multiply a b | dense 2 | mse", [4], dict(rate=0.2)),
    ("joined vectors", "input 4 | h: dense 6 tanh | concat input1 | dense 3 | concat h | dense 2 | mse", [4], dict(rate=0.2)),
    ("joined channels", "input 2x3x4 | t: tanh | from input1 | concat t | flatten | dense 3 | softmax_cross_entropy", [2, 3, 4], dict(rate=0.1)),
    ("joined rows", "input 2x3x4 | t: tanh | from input1 | concat t axis=1 | flatten | dense 3 | softmax_cross_entropy", [2, 3, 4], dict(rate=0.1)),
    ("joined features of a sequence", "input 3x4 | h: dense 2 tanh | from input1 | concat h | dense 3 | flatten | dense 1 | mse", [3, 4], dict(rate=0.1)),
    ("mean absolute error", "input 3 | dense 6 tanh | dense 2 | mae", [3], dict(rate=0.1)),
    ("huber", "input 3 | dense 6 tanh | dense 2 | huber delta=0.3", [3], dict(rate=0.2)),
    ("hinge", "input 3 | dense 6 tanh | dense 1 | hinge", [3], dict(rate=0.2)),
    ("hinge with another margin", "input 3 | dense 6 tanh | dense 1 | hinge margin=0.25", [3], dict(rate=0.2)),
    ("label smoothing", "input 6 | dense 8 tanh | dense 5 | softmax_cross_entropy smoothing=0.1", [6], dict(rate=0.5)),
    ("label smoothing over many classes", "input 6 | dense 8 tanh | dense 40 | softmax_cross_entropy smoothing=0.3", [6], dict(rate=0.5)),
    ("nesterov", MLP, [6], dict(optimizer="nesterov", rate=0.1)),
    ("nesterov with l2", MLP, [6], dict(optimizer="nesterov", rate=0.1, momentum=0.7, l2=0.05)),
    ("adagrad", MLP, [6], dict(optimizer="adagrad", rate=0.1)),
    ("adagrad with l2", MLP, [6], dict(optimizer="adagrad", rate=0.1, epsilon=0.01, l2=0.05)),
    ("rmsprop", MLP, [6], dict(optimizer="rmsprop", rate=0.01, beta2=0.99)),
    ("rmsprop with l2", MLP, [6], dict(optimizer="rmsprop", rate=0.01, beta2=0.9, epsilon=0.001, l2=0.05)),
    ("adamw", MLP, [6], dict(optimizer="adamw", rate=0.02, weight_decay=0.3)),
    ("adamw that decays all", MLP, [6], dict(optimizer="adamw", rate=0.02, weight_decay=0.3, decay_on="all", beta2=0.99)),
    ("clipped", MLP, [6], dict(optimizer="momentum", rate=0.5, clip=0.1)),
    ("clipped now and then, with l2", MLP, [6], dict(optimizer="sgd", rate=1.0, clip=0.35, l2=0.1)),
    ("adamw with warm-up, cosine and clipping", MLP, [6], dict(optimizer="adamw", rate=0.05, weight_decay=0.1, clip=0.2, schedule="cosine", warmup=3, decay_steps=10, min_rate=0.005)),
    ("momentum with steps", MLP, [6], dict(optimizer="momentum", rate=0.3, schedule="step", decay_steps=4, decay_factor=0.5)),
]

training = []
for number, (name, line, shape, plan) in enumerate(CASES):
    seed, rows, batch = 100 * (number + 1), 30, 12
    model = Line(line, shape)
    with torch.no_grad():
        bound, t = 1.0, 0
        for linear in model.linears:
            for p in (linear.weight, linear.bias):
                p.copy_(uni(seed + 10 + t, tuple(p.shape), 1 / math.sqrt(linear.in_features))); t += 1
    x, outs = uni(seed, (rows, *shape), 1.0), model.outputs[-1]
    loss = {"softmax_cross_entropy": "ce", "binary_cross_entropy": "bce", "hinge": "bce"}.get(line.split("|")[-1].split()[0], "mse")
    if loss == "ce": y = torch.from_numpy(np.minimum((u01(seed + 1, rows) * np.float32(outs)).astype(np.int64), outs - 1))
    elif loss == "bce": y = torch.from_numpy((u01(seed + 1, rows) > 0.5).astype(np.float32)).unsqueeze(1)
    else: y = uni(seed + 1, (rows, outs), 1.0)
    opt = optimizer(model, plan)
    schedule = scheduler(opt, plan, 10, 3)
    losses, k = [], 0
    for step in range(10):
        if k >= rows: k = 0
        xb, yb = x[k:k + batch], y[k:k + batch]
        k += batch
        opt.zero_grad()
        l = model.loss(model(xb), yb)
        l.backward()
        if step == 0: grad0 = [float(p.grad.double().norm()) for p in model.linears.parameters()]
        if plan.get("clip"): nn.utils.clip_grad_norm_(model.parameters(), plan["clip"])
        opt.step()
        schedule.step()
        losses.append(float(l))
    training.append(dict(name=name, line=line, plan=plan, loss=loss, rows=rows, batch=batch, shape="x".join(map(str, shape)), outputs=outs, seed=seed, losses=losses,
                         gradient_norms=grad0, last_weights=[float(p.double().norm()) for p in model.linears.parameters()]))

SCHEDULES = [
    ("constant", dict(rate=0.1)), ("warm-up alone", dict(rate=0.1, warmup=5)), ("step", dict(rate=0.1, schedule="step", decay_steps=7, decay_factor=0.3)),
    ("step each epoch", dict(rate=0.1, schedule="step")), ("exponential", dict(rate=0.1, schedule="exponential", decay_steps=10, decay_factor=0.5)),
    ("exponential by epochs, with warm-up", dict(rate=0.1, schedule="exponential", decay_factor=0.9, warmup=6)), ("cosine to the end of the run", dict(rate=0.1, schedule="cosine")),
    ("cosine to a smallest rate", dict(rate=0.1, schedule="cosine", decay_steps=40, min_rate=0.02)),
    ("nanoGPT: warm-up and cosine", dict(rate=1e-3, schedule="cosine", warmup=10, decay_steps=40, min_rate=1e-4)),
]
rates = []
for name, plan in SCHEDULES:
    opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=plan["rate"])
    schedule = scheduler(opt, plan, 40, 4)
    row = []
    for step in range(40):
        row.append(opt.param_groups[0]["lr"])
        opt.step(); schedule.step()
    rates.append(dict(name=name, plan=plan, steps=40, per_epoch=4, rates=row))
print(json.dumps(dict(training=training, schedules=rates), indent=1))
