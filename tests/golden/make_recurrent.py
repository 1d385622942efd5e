#!/usr/bin/python3
"""Writes recurrent.json: outputs, gradients and ten losses of recurrent networks trained by PyTorch (Debian 12 python3-torch 1.13.1,
float32, one thread).

Data and start weights come from the hash that the test has too. Arrays are given as their norm and their product with the
hash's numbers, so that every element counts and the file stays small.
usage: /usr/bin/python3 make_recurrent.py > recurrent.json
"""
import json, math
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

torch.set_num_threads(1)
ROWS, BATCH, TIME, CLASSES = 24, 6, 5, 3


def u01(seed, n):
    x = (np.arange(n, dtype=np.uint64) + np.uint64((seed * 0x9E3779B9) & 0xFFFFFFFF)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16); x = (x * np.uint64(0x85EBCA6B)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(13); x = (x * np.uint64(0xC2B2AE35)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16)
    return (x >> np.uint64(8)).astype(np.float32) / np.float32(2 ** 24)


def uni(seed, shape, bound):
    return torch.from_numpy(((2 * u01(seed, int(np.prod(shape))) - 1) * np.float32(bound)).astype(np.float32).reshape(shape))


def summary(a):
    a = a.detach().double().flatten()
    return dict(norm=float(a.norm()), product=float((a * uni(777, (a.numel(),), 1.0).double()).sum()))


class Net(nn.Module):
    def __init__(self, kind, width, hidden, layers, bias, last, relu):
        super().__init__()
        extra = dict(nonlinearity="relu") if relu else {}
        self.r = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[kind](width, hidden, num_layers=layers, bias=bias, batch_first=True, **extra)
        self.d, self.last = nn.Linear(hidden, CLASSES), last

    def forward(self, x):
        y = self.r(x)[0]
        return self.d(y[:, -1] if self.last else y)


cases = []
for kind in ("rnn", "lstm", "gru"):
    for last in (True, False):
        for layers in (1, 2):
            for bias in (True, False):
                cases.append((kind, last, layers, bias, False, False))
cases.append(("rnn", True, 1, True, True, False))
for kind in ("rnn", "lstm", "gru"):
    cases.append((kind, False, 1, True, False, True))

out = []
for number, (kind, last, layers, bias, relu, masked) in enumerate(cases):
    seed = 50000 + 100 * number
    width, hidden = (3, 7) if number % 3 else (17, 20)
    words = f"{kind} {hidden}" + ("" if last else " last=false") + ("" if layers == 1 else f" layers={layers}") + ("" if bias else " bias=false") + (" nonlinearity=relu" if relu else "")
    model = Net(kind, width, hidden, layers, bias, last, relu)
    with torch.no_grad():
        for t, p in enumerate(model.parameters()): p.copy_(uni(seed + 10 + t, tuple(p.shape), 1 / math.sqrt(hidden)))
    x = uni(seed, (ROWS, TIME, width), 1.0)
    items = 1 if last else TIME
    y = torch.from_numpy(np.minimum((u01(seed + 1, ROWS * items) * np.float32(CLASSES)).astype(np.int64), CLASSES - 1)).reshape(ROWS, items)
    mask = torch.from_numpy((u01(seed + 2, ROWS * items) > 0.4).astype(np.float32)).reshape(ROWS, items) if masked else torch.ones(ROWS, items)
    adam = number % 2 == 1
    opt = torch.optim.Adam(model.parameters(), lr=0.01) if adam else torch.optim.SGD(model.parameters(), lr=0.2)
    losses, k = [], 0
    for step in range(10):
        k = k % ROWS
        xb, yb, mb = x[k:k + BATCH], y[k:k + BATCH], mask[k:k + BATCH]
        k += BATCH
        opt.zero_grad()
        o = model(xb)
        each = F.cross_entropy(o.reshape(-1, CLASSES), yb.reshape(-1), reduction="none")
        l = (each * mb.reshape(-1)).sum() / mb.sum()
        l.backward()
        if step == 0: first, gradients = summary(o), [summary(p.grad) for p in model.parameters()]
        opt.step()
        losses.append(float(l))
    out.append(dict(name=words + (" masked" if masked else ""), line=f"input {TIME}x{width} | {words} | dense {CLASSES} | softmax_cross_entropy", seed=seed, width=width,
                    items=items, masked=masked, optimizer="adam" if adam else "sgd", rate=0.01 if adam else 0.2, output=first, gradients=gradients, losses=losses,
                    weights=[summary(p) for p in model.parameters()]))
print(json.dumps(dict(rows=ROWS, batch=BATCH, time=TIME, classes=CLASSES, cases=out), indent=1))
