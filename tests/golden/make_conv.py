#!/usr/bin/python3
"""Writes conv.json: outputs, gradients and ten training losses of networks of convolutions, pooling and batch norm in PyTorch (Debian 12
python3-torch 1.13.1, float32, one thread).

Data and start weights come from the hash that the test has too. A tensor is given by its norm and by its product with hashed numbers,
which sees a wrong order that a norm does not.
usage: /usr/bin/python3 make_conv.py > conv.json
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


def marks(tensor):
    """norm, and product with hashed numbers, in double"""
    flat = tensor.detach().double().flatten()
    return [float(flat.norm()), float(flat @ uni(7, (flat.numel(),), 1.0).double())]


class Conv1d(nn.Conv1d):
    def forward(self, x): return super().forward(x.transpose(1, 2)).transpose(1, 2)


class SequenceNorm(nn.BatchNorm1d):
    def forward(self, x): return super().forward(x.transpose(1, 2)).transpose(1, 2)


class Mean(nn.Module):
    def forward(self, x): return x.mean(dim=(2, 3) if x.dim() == 4 else 1)


class Reshape(nn.Module):
    def __init__(self, shape): super().__init__(); self.shape = shape
    def forward(self, x): return x.reshape((x.shape[0],) + self.shape)


def pair(words): parts = [int(p) for p in words.split("x")]; return parts[0] if len(parts) == 1 else tuple(parts)


def build(line):
    """The modules of a line of the command line's grammar, and the input's shape."""
    mods, x = [], None
    for part in line.split("|"):
        key, *words = part.split()
        given = dict(w.split("=") for w in words if "=" in w)
        plain = [w for w in words if "=" not in w]
        padding = given.get("padding", "0")
        window = dict(stride=pair(given.get("stride", "1")), padding=padding if padding == "same" else pair(padding))
        if key == "input": x = torch.zeros((2,) + tuple(int(p) for p in plain[0].split("x"))); shape = tuple(x.shape[1:]); continue
        if key in ("mse", "softmax_cross_entropy"): break
        if key in ("conv2d", "conv1d"):
            kind, inputs = (nn.Conv2d, x.shape[1]) if key == "conv2d" else (Conv1d, x.shape[2])
            mods.append(kind(inputs, int(plain[0]), pair(given.get("kernel", "3")), dilation=pair(given.get("dilation", "1")), bias=given.get("bias") != "false", **window))
        elif key in ("max_pool2d", "avg_pool2d"):
            size = pair(plain[0] if plain else "2")
            if "stride" not in given: window["stride"] = size
            mods.append((nn.MaxPool2d if key == "max_pool2d" else nn.AvgPool2d)(size, **window))
        elif key == "batch_norm":
            kind, features = (nn.BatchNorm2d, x.shape[1]) if x.dim() == 4 else (SequenceNorm, x.shape[2]) if x.dim() == 3 else (nn.BatchNorm1d, x.shape[1])
            mods.append(kind(features, eps=float(given.get("epsilon", 1e-5)), momentum=float(given.get("momentum", 0.1))))
        elif key == "global_avg_pool": mods.append(Mean())
        elif key == "reshape": mods.append(Reshape(tuple(int(p) for p in plain[0].split("x"))))
        elif key == "flatten": mods.append(nn.Flatten())
        elif key == "dense": mods.append(nn.Linear(x.shape[-1], int(plain[0])))
        elif key in ("relu", "tanh"): mods.append({"relu": nn.ReLU(), "tanh": nn.Tanh()}[key])
        with torch.no_grad(): x = mods[-1](x)
        for word in plain[1:]: mods.append({"relu": nn.ReLU(), "tanh": nn.Tanh(), "sigmoid": nn.Sigmoid()}[word])
    for m in mods:
        if hasattr(m, "reset_running_stats"): m.reset_running_stats()
    return nn.Sequential(*mods), shape, x.shape[1:]


CASES = [
    ("a plain convolution", "input 1x6x7 | conv2d 3 | mse", "sgd"),
    ("three channels, relu", "input 3x8x8 | conv2d 5 relu | flatten | dense 4 | softmax_cross_entropy", "sgd"),
    ("padding same", "input 2x7x6 | conv2d 4 kernel=5 padding=same tanh | flatten | dense 3 | softmax_cross_entropy", "sgd"),
    ("stride 2, padding 1", "input 3x9x10 | conv2d 6 stride=2 padding=1 relu | flatten | dense 3 | softmax_cross_entropy", "momentum"),
    ("stride 3x2, padding 2x1, dilation 2x3", "input 2x14x15 | conv2d 3 kernel=3x2 stride=3x2 padding=2x1 dilation=2x3 | mse", "sgd"),
    ("dilation 2", "input 2x9x9 | conv2d 4 dilation=2 sigmoid | flatten | dense 2 | mse", "sgd"),
    ("1x1 kernels without bias", "input 6x5x5 | conv2d 4 kernel=1 bias=false relu | conv2d 3 kernel=1 | mse", "adam"),
    ("a kernel as large as the picture", "input 3x5x4 | conv2d 7 kernel=5x4 | mse", "sgd"),
    ("one channel to many", "input 1x12x12 | conv2d 33 kernel=5 relu | global_avg_pool | dense 3 | softmax_cross_entropy", "adam"),
    ("two convolutions", "input 2x10x9 | conv2d 9 relu | conv2d 17 kernel=2x3 relu | flatten | dense 5 | softmax_cross_entropy", "adam"),
    ("a convolution along time", "input 12x3 | conv1d 5 relu | flatten | dense 2 | mse", "sgd"),
    ("conv1d with stride, padding and dilation", "input 19x4 | conv1d 6 kernel=4 stride=2 padding=3 dilation=2 tanh | conv1d 3 kernel=1 | mse", "adam"),
    ("conv1d padding same", "input 10x2 | conv1d 20 kernel=5 padding=same relu | global_avg_pool | dense 3 | softmax_cross_entropy", "sgd"),
    ("max pooling", "input 3x9x8 | max_pool2d 2 | conv2d 4 | max_pool2d 2 | mse", "sgd"),
    ("max pooling that overlaps, padded", "input 2x9x11 | conv2d 3 | max_pool2d 3 stride=2 padding=1 | mse", "sgd"),
    ("average pooling", "input 3x9x8 | conv2d 4 | avg_pool2d 2 | mse", "sgd"),
    ("average pooling that overlaps, padded", "input 2x9x11 | conv2d 3 | avg_pool2d 3x4 stride=2x1 padding=1x2 | mse", "sgd"),
    ("batch norm of a vector", "input 7 | dense 5 tanh | batch_norm | relu | dense 2 | mse", "sgd"),
    ("batch norm of a picture", "input 3x6x5 | conv2d 4 bias=false | batch_norm | relu | flatten | dense 3 | softmax_cross_entropy", "sgd"),
    ("batch norm of a sequence", "input 9x5 | batch_norm momentum=0.3 epsilon=0.001 | conv1d 4 bias=false | batch_norm | mse", "sgd"),
    ("a list read as a picture", "input 60 | reshape 3x4x5 | conv2d 4 kernel=2 relu | reshape 12x4 | conv1d 2 | mse", "momentum"),
    ("LeNet with batch norm", "input 3x32x32 | conv2d 6 kernel=5 bias=false | batch_norm | relu | max_pool2d 2 | conv2d 16 kernel=5 bias=false | batch_norm | relu | max_pool2d 2 | flatten | dense 120 relu | dense 84 relu | dense 10 | softmax_cross_entropy", "adam"),
]
RATES = {"sgd": 0.1, "momentum": 0.02, "adam": 0.002}

out = []
for number, (name, line, optimizer) in enumerate(CASES):
    seed = 100 * (number + 1)
    model, shape, outputs = build(line)
    tensors = [t for m in model for k, t in list(m.named_parameters()) + list(m.named_buffers()) if k != "num_batches_tracked"]
    with torch.no_grad():
        t = seed + 10
        for m in model:
            norm = isinstance(m, nn.modules.batchnorm._BatchNorm)
            for k, p in m.named_parameters():
                if norm: p.copy_(uni(t, tuple(p.shape), 0.5) + (1 if k == "weight" else 0))
                else: p.copy_(uni(t, tuple(p.shape), 1 / math.sqrt(m.weight[0].numel())))
                t += 1
            if norm: t += 2
    ce = "softmax_cross_entropy" in line
    rows, batch = (64, 32) if number == len(CASES) - 1 else (36, 18)
    x = uni(seed, (rows,) + shape, 1.0)
    count = int(np.prod(outputs))
    if ce: y = torch.from_numpy(np.minimum((u01(seed + 1, rows) * np.float32(count)).astype(np.int64), count - 1))
    else: y = uni(seed + 1, (rows, count), 1.0).reshape((rows,) + tuple(outputs))
    loss = F.cross_entropy if ce else F.mse_loss
    if optimizer == "adam": opt = torch.optim.Adam(model.parameters(), lr=RATES[optimizer])
    else: opt = torch.optim.SGD(model.parameters(), lr=RATES[optimizer], momentum=0.9 if optimizer == "momentum" else 0)
    losses, case = [], dict(name=name, line=line, optimizer=optimizer, rate=RATES[optimizer], loss="ce" if ce else "mse", rows=rows, batch=batch, outputs=count, seed=seed)
    for step in range(10):
        k = step * batch % rows
        xb, yb = x[k:k + batch].clone().requires_grad_(), y[k:k + batch]
        opt.zero_grad()
        o = model(xb)
        l = loss(o, yb)
        l.backward()
        if step == 0: case.update(output=marks(o), input_gradient=marks(xb.grad), gradients=[marks(p.grad) for p in model.parameters()])
        opt.step()
        losses.append(float(l))
    model.eval()
    case.update(losses=losses, last_weights=[marks(p) for p in tensors], inference=marks(model(x[:batch])))
    out.append(case)
print(json.dumps(out, indent=1))
