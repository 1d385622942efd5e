#!/usr/bin/python3
"""Writes data_layers.json: outputs, gradients and ten losses by PyTorch (Debian 12 python3-torch 1.13.1, float32, one thread) of what
depends on more than input and weights: statistics of the data (normalize), chance (dropout, noise), masks of every loss, several inputs.

Data and start weights come from the hash that the test has too; the numbers by chance from Philox4x32-10 (Salmon et al. 2011), written
down here once more, because PyTorch cannot be asked for them. Arrays are given as their norm and their product with the hash's numbers.
usage: /usr/bin/python3 make_data_layers.py > data_layers.json
"""
import json, math
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

torch.set_num_threads(1)
ROWS, BATCH = 30, 12


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


def philox(seed, stream, block):
    c, k = [block & 0xFFFFFFFF, block >> 32, stream & 0xFFFFFFFF, stream >> 32], [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        p, q = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(q >> 32) ^ c[1] ^ k[0], q & 0xFFFFFFFF, (p >> 32) ^ c[3] ^ k[1], p & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


def step_stream(step, node):
    """The stream of node number `node` in step `step`; 3 is the purpose."""
    return ((3 << 48) ^ (step << 12)) + node


def dropout_factors(step, node, shape, share):
    n = int(np.prod(shape))
    words = [w for block in range((n + 3) // 4) for w in philox(1, step_stream(step, node), block)][:n]
    return torch.tensor([0.0 if w < int(share * 2 ** 32) else 1 / (1 - share) for w in words]).reshape(shape)


def normals(step, node, shape):
    """Box and Muller by pairs of words."""
    n, out = int(np.prod(shape)), []
    for i in range(n):
        w = philox(1, step_stream(step, node), i // 2)[i % 2 * 2:][:2]
        out.append(math.sqrt(-2 * math.log((w[0] + 0.5) / 2 ** 32)) * math.cos(2 * math.pi * w[1] / 2 ** 32))
    return torch.tensor(out, dtype=torch.float64).float().reshape(shape)


class Net(nn.Module):
    """Linear layers, and a function of (model, step, inputs)."""

    def __init__(self, linears, run):
        super().__init__()
        self.l, self.run = nn.ModuleList(nn.Linear(a, b) for a, b in linears), run

    def forward(self, step, *x): return self.run(self.l, step, *x)


def normalized(x, axes):
    """With statistics of all training samples, as they are in `x.all`."""
    return lambda v: (v - x.mean(axes, keepdim=True)) / x.std(axes, unbiased=False, keepdim=True)


def smoothed(o, t, s): return F.cross_entropy(o.reshape(-1, o.shape[-1]), t.reshape(-1), reduction="none", label_smoothing=s).reshape(t.shape)


ITEM_LOSS = {
    "mse": lambda o, t: (o - t) ** 2, "half": lambda o, t: 0.5 * (o - t) ** 2, "mae": lambda o, t: (o - t).abs(), "huber": lambda o, t: F.huber_loss(o, t, reduction="none", delta=0.4),
    "hinge": lambda o, t: F.relu(0.7 - (2 * t - 1) * o), "bce": lambda o, t: F.binary_cross_entropy_with_logits(o, t, reduction="none"),
    "ce": lambda o, t: smoothed(o, t, 0.0), "smoothed": lambda o, t: smoothed(o, t, 0.2),
}

# name, line, linear layers, function, input shapes, loss, numbers per sample in the target (classes: their number), masked, plan
SEQUENCE = lambda l, s, x: l[1](torch.tanh(l[0](x)))
CASES = [
    ("normalized columns", "input 5 | normalize | dense 6 tanh | dense 2 | mse", [(5, 6), (6, 2)],
     lambda l, s, x, n=normalized(uni(1000, (ROWS, 5), 1.0), (0,)): l[1](torch.tanh(l[0](n(x)))), [(5,)], "mse", (2,), False, dict(rate=0.1)),
    ("a normalized picture", "input 2x3x4 | normalize | flatten | dense 3 | softmax_cross_entropy", [(24, 3)],
     lambda l, s, x, n=normalized(uni(1100, (ROWS, 2, 3, 4), 1.0), (0, 2, 3)): l[0](n(x).flatten(1)), [(2, 3, 4)], "ce", 3, False, dict(rate=0.1)),
    ("a normalized sequence", "input 4x3 | normalize | dense 2 | mse", [(3, 2)],
     lambda l, s, x, n=normalized(uni(1200, (ROWS, 4, 3), 1.0), (0, 1)): l[0](n(x)), [(4, 3)], "mse", (4, 2), False, dict(rate=0.1)),
    ("dropout", "input 7 | dense 40 relu | dropout 0.3 | dense 3 | softmax_cross_entropy", [(7, 40), (40, 3)],
     lambda l, s, x: l[1](torch.relu(l[0](x)) * dropout_factors(s, 3, (x.shape[0], 40), 0.3)), [(7,)], "ce", 3, False, dict(rate=0.2)),
    ("dropout of the input", "input 9 | dropout 0.5 | dense 2 | mse", [(9, 2)], lambda l, s, x: l[0](x * dropout_factors(s, 1, x.shape, 0.5)), [(9,)], "mse", (2,), False, dict(rate=0.1, optimizer="adam")),
    ("noise", "input 7 | dense 20 tanh | noise 0.25 | dense 3 | softmax_cross_entropy", [(7, 20), (20, 3)],
     lambda l, s, x: l[1](torch.tanh(l[0](x)) + 0.25 * normals(s, 3, (x.shape[0], 20))), [(7,)], "ce", 3, False, dict(rate=0.2)),
    ("two inputs", "input 4 | a: dense 6 tanh | input 2x3 | flatten | dense 6 sigmoid | multiply a | concat a | dense 2 | mse", [(4, 6), (6, 6), (12, 2)],
     lambda l, s, x, z: l[2](torch.cat([torch.sigmoid(l[1](z.flatten(1))) * torch.tanh(l[0](x)), torch.tanh(l[0](x))], 1)), [(4,), (2, 3)], "mse", (2,), False, dict(rate=0.2)),
    ("masked squared error", "input 4x3 | dense 5 tanh | dense 2 | mse factor=0.5", [(3, 5), (5, 2)], SEQUENCE, [(4, 3)], "half", (4, 2), True, dict(rate=0.2)),
    ("masked absolute error", "input 4x3 | dense 5 tanh | dense 2 | mae", [(3, 5), (5, 2)], SEQUENCE, [(4, 3)], "mae", (4, 2), True, dict(rate=0.2)),
    ("masked huber", "input 4x3 | dense 5 tanh | dense 2 | huber delta=0.4", [(3, 5), (5, 2)], SEQUENCE, [(4, 3)], "huber", (4, 2), True, dict(rate=0.2)),
    ("masked hinge", "input 4x3 | dense 5 tanh | dense 1 | hinge margin=0.7", [(3, 5), (5, 1)], SEQUENCE, [(4, 3)], "hinge", (4, 1), True, dict(rate=0.2)),
    ("masked binary cross-entropy", "input 4x3 | dense 5 tanh | dense 1 | binary_cross_entropy", [(3, 5), (5, 1)], SEQUENCE, [(4, 3)], "bce", (4, 1), True, dict(rate=0.2)),
    ("masked cross-entropy", "input 4x3 | dense 5 tanh | dense 3 | softmax_cross_entropy", [(3, 5), (5, 3)], SEQUENCE, [(4, 3)], "ce", 3, True, dict(rate=0.2)),
    ("masked smoothed labels", "input 4x3 | dense 5 tanh | dense 3 | softmax_cross_entropy smoothing=0.2", [(3, 5), (5, 3)], SEQUENCE, [(4, 3)], "smoothed", 3, True, dict(rate=0.2)),
    ("a masked row of numbers", "input 5 | dense 6 tanh | dense 4 | mse", [(5, 6), (6, 4)], SEQUENCE, [(5,)], "mse", (4,), True, dict(rate=0.2)),
]

out = []
for number, (name, line, linears, run, shapes, loss, target, masked, plan) in enumerate(CASES):
    seed = 1000 + 100 * number
    model = Net(linears, run)
    with torch.no_grad():
        for i, linear in enumerate(model.l):
            for k, p in enumerate((linear.weight, linear.bias)): p.copy_(uni(seed + 10 + 2 * i + k, tuple(p.shape), 1 / math.sqrt(linear.in_features)))
    x = [uni(seed + 50 * k, (ROWS,) + shape, 1.0) for k, shape in enumerate(shapes)]
    if isinstance(target, int):
        items = (ROWS,) + (shapes[0][:1] if len(shapes[0]) == 2 else ())
        y = torch.from_numpy(np.minimum((u01(seed + 1, int(np.prod(items))) * np.float32(target)).astype(np.int64), target - 1)).reshape(items)
    elif loss in ("hinge", "bce"):
        items = (ROWS,) + target
        y = torch.from_numpy((u01(seed + 1, int(np.prod(items))) > 0.5).astype(np.float32)).reshape(items)
    else:
        items = (ROWS,) + target
        y = uni(seed + 1, items, 1.0)
    mask = torch.from_numpy((u01(seed + 2, int(np.prod(items))) > 0.4).astype(np.float32)).reshape(items) if masked else torch.ones(items)
    kind = plan.get("optimizer", "sgd")
    opt = torch.optim.Adam(model.parameters(), lr=plan["rate"]) if kind == "adam" else torch.optim.SGD(model.parameters(), lr=plan["rate"])
    losses, k = [], 0
    for step in range(10):
        if k >= ROWS: k = 0
        part = slice(k, k + BATCH)
        k += BATCH
        opt.zero_grad()
        o = model(step, *(v[part] for v in x))
        l = (ITEM_LOSS[loss](o, y[part]) * mask[part]).sum() / mask[part].sum()
        l.backward()
        if step == 0: case = dict(name=name, line=line, plan=plan, seed=seed, rows=ROWS, batch=BATCH, masked=masked, output=summary(o), gradients=[summary(p.grad) for p in model.parameters()])
        opt.step()
        losses.append(float(l))
    out.append(dict(**case, losses=losses, last_weights=[summary(p) for p in model.parameters()]))
print(json.dumps(out, indent=1))
