#!/usr/bin/python3
"""Writes gpt2_logits.json: logits of small GPT-2s by PyTorch (Debian 12 python3-torch 1.13.1, float32, one thread).

The forward pass is written out here after Radford et al. (2019) and the published names and shapes. Weights come from the
hash that the test has too, tensor by tensor in alphabetical order of the published names, so that only results lie in the file.
usage: /usr/bin/python3 make_gpt2_logits.py > gpt2_logits.json
"""
import json, math
import numpy as np, torch, torch.nn.functional as F

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


def tensors(V, C, W, L):
    shapes = {"wte.weight": (V, W), "wpe.weight": (C, W), "ln_f.weight": (W,), "ln_f.bias": (W,)}
    for l in range(L):
        h = f"h.{l}."
        shapes.update({h + "ln_1.weight": (W,), h + "ln_1.bias": (W,), h + "attn.c_attn.weight": (W, 3 * W), h + "attn.c_attn.bias": (3 * W,),
                       h + "attn.c_proj.weight": (W, W), h + "attn.c_proj.bias": (W,), h + "ln_2.weight": (W,), h + "ln_2.bias": (W,),
                       h + "mlp.c_fc.weight": (W, 4 * W), h + "mlp.c_fc.bias": (4 * W,), h + "mlp.c_proj.weight": (4 * W, W), h + "mlp.c_proj.bias": (W,)})
    return {name: uni(500 + i, shapes[name], 0.1 if len(shapes[name]) > 1 else 0.5) for i, name in enumerate(sorted(shapes))}


def norm(x, p, name): return F.layer_norm(x, x.shape[-1:], p[name + ".weight"], p[name + ".bias"], 1e-5)
def linear(x, p, name): return x @ p[name + ".weight"] + p[name + ".bias"]


def logits(p, tokens, L, heads):
    T = len(tokens)
    x = p["wte.weight"][tokens] + p["wpe.weight"][:T]
    W = x.shape[1]; D = W // heads
    mask = torch.triu(torch.ones(T, T, dtype=torch.bool), 1)
    for l in range(L):
        h = f"h.{l}."
        q, k, v = (t.view(T, heads, D).transpose(0, 1) for t in linear(norm(x, p, h + "ln_1"), p, h + "attn.c_attn").split(W, 1))
        a = torch.softmax(((q @ k.transpose(1, 2)) / math.sqrt(D)).masked_fill(mask, float("-inf")), -1)
        x = x + linear((a @ v).transpose(0, 1).reshape(T, W), p, h + "attn.c_proj")
        x = x + linear(F.gelu(linear(norm(x, p, h + "ln_2"), p, h + "mlp.c_fc"), approximate="tanh"), p, h + "mlp.c_proj")
    return norm(x, p, "ln_f") @ p["wte.weight"].t()


CASES = [("three heads by config.json", 260, 40, 48, 2, 3, 33), ("a head for each 64 numbers", 260, 24, 128, 3, 2, 24), ("GPT-2's own vocabulary", 50257, 64, 64, 2, 1, 11)]

out = []
with torch.no_grad():
    for name, V, C, W, L, heads, T in CASES:
        tokens = [7454, 2402, 257, 640, 11, 287, 257, 1290, 8272, 1956, 11] if V == 50257 else [int(v) for v in np.minimum((u01(499, T) * np.float32(V)).astype(np.int64), V - 1)]
        y = logits(tensors(V, C, W, L), torch.tensor(tokens), L, heads)
        out.append(dict(name=name, vocabulary=V, context=C, width=W, layers=L, heads=heads, tokens=tokens,
                        norms=[float(r.double().norm()) for r in y], first=[[float(v) for v in r[:4]] for r in y], last=[float(v) for v in y[-1][:64]]))
print(json.dumps(out))
