#!/usr/bin/python3
"""Writes training.json: ten losses of small networks trained by PyTorch (Debian 12 python3-torch 1.13.1, float32, one thread).

Data and start weights come from the hash that the test has too, so that nothing but results lies in the file.
usage: /usr/bin/python3 make_training.py > training.json
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


class Residual(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.a, self.b = nn.Linear(n, n), nn.Linear(n, n)

    def forward(self, x):
        h = torch.relu(self.a(x))
        return torch.relu(self.b(h)) + h


def build(words):
    mods, width = [], None
    for w in words:
        kind, *rest = w
        if kind == "dense": mods.append(nn.Linear(width, rest[0], bias=rest[1] if len(rest) > 1 else True)); width = rest[0]
        elif kind == "input": width = rest[0]
        elif kind == "residual": mods.append(Residual(width))
        else: mods.append({"relu": nn.ReLU(), "tanh": nn.Tanh(), "sigmoid": nn.Sigmoid(), "softmax": nn.Softmax(-1)}[kind])
    return nn.Sequential(*mods)


CASES = [
    ("gradient descent on a line", "input 1 | dense 1 | mse", [("input", 1), ("dense", 1)], "mse", dict(optimizer="gd", rate=0.1), 40, 40),
    ("sgd with tanh and squared error", "input 3 | dense 7 tanh | dense 2 | mse", [("input", 3), ("dense", 7), ("tanh",), ("dense", 2)], "mse", dict(optimizer="sgd", rate=0.05), 60, 15),
    ("momentum with sigmoid and cross-entropy", "input 5 | dense 9 sigmoid | dense 4 | softmax_cross_entropy", [("input", 5), ("dense", 9), ("sigmoid",), ("dense", 4)], "ce", dict(optimizer="momentum", rate=0.1, momentum=0.9), 50, 20),
    ("adam with relu and cross-entropy", "input 20 | dense 33 relu | dense 10 | softmax_cross_entropy", [("input", 20), ("dense", 33), ("relu",), ("dense", 10)], "ce", dict(optimizer="adam", rate=0.01), 96, 32),
    ("adam with l2", "input 8 | dense 16 relu | dense 3 | softmax_cross_entropy", [("input", 8), ("dense", 16), ("relu",), ("dense", 3)], "ce", dict(optimizer="adam", rate=0.02, l2=0.05), 40, 10),
    ("sgd with l2 and binary cross-entropy", "input 2 | dense 6 tanh | dense 1 | binary_cross_entropy", [("input", 2), ("dense", 6), ("tanh",), ("dense", 1)], "bce", dict(optimizer="sgd", rate=0.3, l2=0.01), 30, 10),
    ("a dense layer without bias", "input 4 | dense 6 bias=false relu | dense 2 bias=false | mse factor=0.5", [("input", 4), ("dense", 6, False), ("relu",), ("dense", 2, False)], "halfmse", dict(optimizer="sgd", rate=0.1), 24, 8),
    ("softmax inside, squared error", "input 6 | dense 5 softmax | mse", [("input", 6), ("dense", 5), ("softmax",)], "mse", dict(optimizer="sgd", rate=0.5), 24, 12),
    ("a residual connection", "input 6 | dense 6 relu | from input1 | h: dense 6 relu | dense 6 relu | add h | dense 3 | softmax_cross_entropy", None, "ce", dict(optimizer="sgd", rate=0.1), 36, 12),
    ("a short last batch", "input 3 | dense 5 tanh | dense 1 | mse", [("input", 3), ("dense", 5), ("tanh",), ("dense", 1)], "mse", dict(optimizer="momentum", rate=0.05, momentum=0.8), 25, 10),
    ("wide layers that are cut into blocks", "input 300 | dense 257 relu | dense 129 tanh | dense 10 | softmax_cross_entropy", [("input", 300), ("dense", 257), ("relu",), ("dense", 129), ("tanh",), ("dense", 10)], "ce", dict(optimizer="momentum", rate=0.05, momentum=0.9), 192, 64),
]

out = []
for number, (name, line, words, loss, plan, rows, batch) in enumerate(CASES):
    seed = 100 * (number + 1)
    if words is None:
        line = "input 6 | h: dense 6 relu | dense 6 relu | add h | dense 3 | softmax_cross_entropy"
        words = [("input", 6), ("residual",), ("dense", 3)]
    model = build(words)
    with torch.no_grad():
        bound = 1.0
        for t, p in enumerate(model.parameters()):
            if p.dim() > 1: bound = 1 / math.sqrt(p.shape[1])
            p.copy_(uni(seed + 10 + t, tuple(p.shape), bound))
    width = words[0][1]
    x = uni(seed, (rows, width), 1.0)
    outs = [w for w in words if w[0] == "dense"][-1][1]
    if loss == "ce": y = torch.from_numpy(np.minimum((u01(seed + 1, rows) * np.float32(outs)).astype(np.int64), outs - 1))
    elif loss == "bce": y = torch.from_numpy((u01(seed + 1, rows) > 0.5).astype(np.float32)).unsqueeze(1)
    else: y = uni(seed + 1, (rows, outs), 1.0)
    f = {"ce": F.cross_entropy, "bce": F.binary_cross_entropy_with_logits, "mse": F.mse_loss, "halfmse": lambda o, t: 0.5 * F.mse_loss(o, t)}[loss]
    weights = [p for p in model.parameters() if p.dim() > 1]
    biases = [p for p in model.parameters() if p.dim() == 1]
    groups = [dict(params=weights, weight_decay=plan.get("l2", 0)), dict(params=biases, weight_decay=0)]
    groups = [g for g in groups if g["params"]]
    if plan["optimizer"] == "adam": opt = torch.optim.Adam(groups, lr=plan["rate"])
    else: opt = torch.optim.SGD(groups, lr=plan["rate"], momentum=plan.get("momentum", 0))
    losses, k = [], 0
    for step in range(10):
        if k >= rows: k = 0
        xb, yb = x[k:k + batch], y[k:k + batch]
        k += batch
        opt.zero_grad()
        l = f(model(xb), yb)
        l.backward()
        if step == 0: grad0 = [float(p.grad.double().norm()) for p in model.parameters()]
        opt.step()
        losses.append(float(l))
    out.append(dict(name=name, line=line, plan=plan, loss=loss, rows=rows, batch=batch, width=width, outputs=outs, seed=seed, losses=losses, gradient_norms=grad0,
                    last_weights=[float(p.double().norm()) for p in model.parameters()]))
print(json.dumps(out, indent=1))
