#!/usr/bin/python3
"""Writes transformer.json: outputs, gradients and ten losses of the transformer family by PyTorch (Debian 12 python3-torch
1.13.1, float32, one thread): embedding, position embedding, layer norm, attention with 1, 2 and 4 heads, and small GPTs.

Data and start weights come from the hash that the test has too (tests/support/small_nets.h), so that nothing but results
lies in the file. Of each array there are its norm and its first numbers.
usage: /usr/bin/python3 make_transformer.py > transformer.json
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


def ints(seed, shape, k):
    n = int(np.prod(shape))
    return torch.from_numpy(np.minimum((u01(seed, n) * np.float32(k)).astype(np.int64), k - 1).reshape(shape))


class Position(nn.Module):
    def __init__(self, context, width):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(context, width))

    def forward(self, x): return x + self.weight[:x.shape[1]]


class Attention(nn.Module):
    """qkv.weight (3 width, width): rows of queries, keys, values; out: the output projection."""

    def __init__(self, width, heads, causal, bias, output):
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width, bias=bias)
        self.out = nn.Linear(width, width, bias=bias) if output else None
        self.heads, self.causal = heads, causal

    def forward(self, x):
        b, t, w = x.shape
        q, k, v = (p.view(b, t, self.heads, w // self.heads).transpose(1, 2) for p in self.qkv(x).split(w, 2))
        s = q @ k.transpose(2, 3) / math.sqrt(w // self.heads)
        if self.causal: s = s.masked_fill(torch.triu(torch.ones(t, t, dtype=torch.bool), 1), float("-inf"))
        y = (torch.softmax(s, -1) @ v).transpose(1, 2).reshape(b, t, w)
        return self.out(y) if self.out else y


class Block(nn.Module):
    def __init__(self, width, heads, causal, mlp):
        super().__init__()
        self.ln1, self.att, self.ln2 = nn.LayerNorm(width), Attention(width, heads, causal, True, True), nn.LayerNorm(width)
        self.fc, self.proj = nn.Linear(width, mlp * width), nn.Linear(mlp * width, width)

    def forward(self, x):
        x = x + self.att(self.ln1(x))
        return x + self.proj(F.gelu(self.fc(self.ln2(x)), approximate="tanh"))


class GPT(nn.Module):
    """Pre-norm blocks as in GPT-2; the head is the token table."""

    def __init__(self, tokens, context, width, heads, blocks, mlp=4, causal=True):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(tokens, width), Position(context, width)
        self.h = nn.ModuleList([Block(width, heads, causal, mlp) for _ in range(blocks)])
        self.ln = nn.LayerNorm(width)

    def forward(self, t):
        x = self.wpe(self.wte(t))
        for b in self.h: x = b(x)
        return self.ln(x) @ self.wte.weight.t()


def flag(b): return "true" if b else "false"


CASES = []  # name, line, module, input shape of one sample, vocabulary (0: numbers), classes (0: numbers), plan
for heads in (1, 2, 4):
    for causal in (False, True):
        for bias in (False, True):
            for output in (False, True):
                time, width = {1: (7, 5), 2: (9, 6), 4: (35, 24)}[heads]
                CASES.append((f"attention, {heads} heads{', causal' if causal else ''}{', bias' if bias else ''}{', output projection' if output else ''}",
                              f"input {time}x{width} | attention {heads} causal={flag(causal)} bias={flag(bias)} output={flag(output)} | mse",
                              Attention(width, heads, causal, bias, output), (time, width), 0, 0, dict(optimizer="adam", rate=0.01)))
CASES += [
    ("more steps than two blocks of rows", "input 70x16 | attention 2 causal=true | mse", Attention(16, 2, True, True, True), (70, 16), 0, 0, dict(optimizer="sgd", rate=0.3)),
    ("long and not causal", "input 130x12 | attention 3 | mse", Attention(12, 3, False, True, True), (130, 12), 0, 0, dict(optimizer="sgd", rate=0.3)),
    ("layer norm of a vector", "input 7 | layer_norm | mse", nn.LayerNorm(7), (7,), 0, 0, dict(optimizer="sgd", rate=0.5)),
    ("layer norm of a sequence", "input 5x37 | layer_norm | mse", nn.LayerNorm(37), (5, 37), 0, 0, dict(optimizer="adam", rate=0.01)),
    ("position embedding longer than the input", "input 4x6 | position_embedding 9 | mse", Position(9, 6), (4, 6), 0, 0, dict(optimizer="sgd", rate=1.0)),
    ("embedding", "input 8 element=tokens | embedding 6 tokens=11 | mse", nn.Embedding(11, 6), (8,), 11, 0, dict(optimizer="sgd", rate=1.0)),
    ("embedding and dense", "input 8 element=tokens | embedding 6 tokens=11 | dense 11 | softmax_cross_entropy", nn.Sequential(nn.Embedding(11, 6), nn.Linear(6, 11)), (8,), 11, 11,
     dict(optimizer="adam", rate=0.01)),
    ("a GPT of two blocks with a tied head", "input 12 element=tokens | embedding 16 tokens=13 | position_embedding | transformer_block 2 causal=true repeat=2 | layer_norm | dense 13 bias=false weights=embedding1 | softmax_cross_entropy",
     GPT(13, 12, 16, 2, 2), (12,), 13, 13, dict(optimizer="adamw", rate=0.005, weight_decay=0.1, decay_on="all")),
    ("three blocks that see all steps", "input 6 element=tokens | embedding 12 tokens=9 | position_embedding 8 | transformer_block 3 repeat=3 mlp=2 | layer_norm | dense 9 bias=false weights=embedding1 | softmax_cross_entropy",
     GPT(9, 8, 12, 3, 3, mlp=2, causal=False), (6,), 9, 9, dict(optimizer="sgd", rate=0.2)),
]

ROWS, BATCH = 24, 8


def summary(t):
    t = t.detach().double().flatten()
    return dict(norm=float(t.norm()), first=[float(v) for v in t[:6]])


out = []
for number, (name, line, model, shape, tokens, classes, plan) in enumerate(CASES):
    seed = 5000 + 100 * number
    with torch.no_grad():
        for t, p in enumerate(model.parameters()):  # 1-d gains and biases too, so that none is 1 or 0
            p.copy_(uni(seed + 10 + t, tuple(p.shape), 1 / math.sqrt(p.shape[-1]) if p.dim() > 1 else 1.0))
    x = ints(seed, (ROWS,) + shape, tokens) if tokens else uni(seed, (ROWS,) + shape, 1.0).requires_grad_(True)
    y0 = model(x[:BATCH])
    y = ints(seed + 1, (ROWS,) + tuple(y0.shape[1:-1]), classes) if classes else uni(seed + 1, (ROWS,) + tuple(y0.shape[1:]), 1.0)
    loss_of = (lambda o, t: F.cross_entropy(o.reshape(-1, classes), t.reshape(-1))) if classes else F.mse_loss
    params = list(model.parameters())
    if plan["optimizer"] == "adam": opt = torch.optim.Adam(params, lr=plan["rate"])
    elif plan["optimizer"] == "adamw": opt = torch.optim.AdamW(params, lr=plan["rate"], weight_decay=plan["weight_decay"])
    else: opt = torch.optim.SGD(params, lr=plan["rate"])
    result = dict(name=name, line=line, plan=plan, seed=seed, rows=ROWS, batch=BATCH, tokens=tokens, classes=classes, output=summary(y0), losses=[])
    for step in range(10):
        k = step % (ROWS // BATCH) * BATCH
        opt.zero_grad()
        l = loss_of(model(x[k:k + BATCH]), y[k:k + BATCH])
        l.backward()
        if step == 0:
            result["gradients"] = [summary(p.grad) for p in params]
            if not tokens: result["input_gradient"] = summary(x.grad[:BATCH])
        opt.step()
        result["losses"].append(float(l))
    result["last_weights"] = [float(p.detach().double().norm()) for p in params]
    out.append(result)
print(json.dumps(out, indent=1))
