#!/usr/bin/python3
"""Times networks of many shapes against PyTorch in interleaved rounds, and prints a table of medians.

    tests/bench/other_shapes.py --cli build/release/app/glassbox-cli [--rounds 5] [--threads 2] [--nets dense-5,lstm-64]

Needs python3-torch. Both sides train on random batches that lie ready in memory: forward, backward and update. PyTorch runs
once with passive waiting and, where --openblas-openmp names a folder with that build, once with it; the better one counts.
"""
import argparse, json, math, os, statistics, subprocess, sys, tempfile, time

# name: (kind, line, settings, batch, PyTorch's network, its optimizer)
NETS = {
    "line-3": ("tiny", "input 3 | dense 3 | mse", "sgd", 50, "nn.Linear(3, 3)"),
    "tanh-8-8": ("tiny", "input 2 | dense 8 tanh | dense 8 tanh | dense 1 | mse", "adam", 16, "S(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1))"),
    "iris-10": ("tiny", "input 4 | dense 10 relu | dense 3 | softmax_cross_entropy", "momentum", 30, "S(nn.Linear(4, 10), nn.ReLU(), nn.Linear(10, 3))"),
    "dense-5": ("dense", "input 100 | dense 50 relu | dense 20 relu | dense 5 | softmax_cross_entropy", "sgd", 16,
                "S(nn.Linear(100, 50), nn.ReLU(), nn.Linear(50, 20), nn.ReLU(), nn.Linear(20, 5))"),
    "dense-tanh": ("dense", "input 30 | dense 64 tanh | dense 64 tanh | dense 1 | mse", "momentum", 24, "S(nn.Linear(30, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 1))"),
    "dense-gelu": ("dense", "input 200 | dense 100 gelu | dense 10 | softmax_cross_entropy", "adam", 48, "S(nn.Linear(200, 100), nn.GELU(), nn.Linear(100, 10))"),
    "dense-wide": ("dense", "input 784 | dense 512 relu | dense 256 relu | dense 10 | softmax_cross_entropy", "adam", 128,
                   "S(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 10))"),
    "mnist-cnn": ("convolution", "input 1x28x28 | conv2d 8 kernel=3 padding=1 relu | max_pool2d 2 | conv2d 16 kernel=3 padding=1 relu | max_pool2d 2 | flatten | dense 40 relu | dense 10 | softmax_cross_entropy", "adam", 64,
                  "S(nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(784, 40), nn.ReLU(), nn.Linear(40, 10))"),
    "lenet-tanh": ("convolution", "input 1x28x28 | conv2d 6 kernel=5 padding=2 tanh | avg_pool2d 2 | conv2d 16 kernel=5 tanh | avg_pool2d 2 | flatten | dense 120 tanh | dense 84 tanh | dense 10 | softmax_cross_entropy", "sgd", 20,
                   "S(nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))"),
    "conv-stride": ("convolution", "input 3x24x24 | conv2d 12 kernel=3 stride=2 relu | conv2d 24 kernel=3 stride=2 relu | flatten | dense 10 | softmax_cross_entropy", "adam", 32,
                    "S(nn.Conv2d(3, 12, 3, 2), nn.ReLU(), nn.Conv2d(12, 24, 3, 2), nn.ReLU(), nn.Flatten(), nn.Linear(600, 10))"),
    "conv-64": ("convolution", "input 3x32x32 | conv2d 64 kernel=3 padding=1 relu | conv2d 64 kernel=3 padding=1 relu | max_pool2d 4 | flatten | dense 10 | softmax_cross_entropy", "adam", 32,
                "S(nn.Conv2d(3, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(4), nn.Flatten(), nn.Linear(4096, 10))"),
    "rnn-8": ("tiny recurrent", "input 20x4 | rnn 8 | dense 2 | softmax_cross_entropy", "adam", 8, "Last(nn.RNN(4, 8, batch_first=True), nn.Linear(8, 2))"),
    "lstm-6": ("tiny recurrent", "input 12x2 | lstm 6 | dense 1 | mse", "adam", 16, "Last(nn.LSTM(2, 6, batch_first=True), nn.Linear(6, 1))"),
    "lstm-64": ("recurrent", "input 24x20 | lstm 64 | dense 10 | softmax_cross_entropy", "adam", 32, "Last(nn.LSTM(20, 64, batch_first=True), nn.Linear(64, 10))"),
    "gru-100": ("recurrent", "input 30x16 | gru 100 | dense 10 | softmax_cross_entropy", "adam", 20, "Last(nn.GRU(16, 100, batch_first=True), nn.Linear(100, 10))"),
    "rnn-256": ("recurrent", "input 50x32 | rnn 256 | dense 10 | softmax_cross_entropy", "adam", 64, "Last(nn.RNN(32, 256, batch_first=True), nn.Linear(256, 10))"),
    "heads-4": ("attention", "input 32x48 | attention 4 | mse", "adam", 16, "Heads(32, 48, 4, False)"),
    "causal-2": ("attention", "input 100x40 | attention 2 causal=true | mse", "adam", 24, "Heads(100, 40, 2, True)"),
    "gpt-96": ("language model", "input 64 element=tokens | embedding 96 tokens=65 | position_embedding | transformer_block 3 causal=true repeat=2 | layer_norm | dense 65 | softmax_cross_entropy", "adamw", 12,
               "GPT(2, 3, 96, 64, 65)"),
    "gpt-256": ("language model", "input 48 element=tokens | embedding 256 tokens=300 | position_embedding | transformer_block 8 causal=true repeat=3 | layer_norm | dense 300 | softmax_cross_entropy", "adamw", 8,
                "GPT(3, 8, 256, 48, 300)"),
}
SETTINGS = {"sgd": ["rate=0.001"], "momentum": ["rate=0.001", "momentum=0.9"], "adam": ["rate=0.0001"], "adamw": ["rate=0.0001", "weight_decay=0.01"]}


def peer(names, threads, min_time):
    """One side of a round: PyTorch."""
    import torch, torch.nn as nn, torch.nn.functional as F
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    torch.manual_seed(1)

    class Last(nn.Module):
        def __init__(self, cell, head):
            super().__init__()
            self.cell, self.head = cell, head

        def forward(self, x):
            return self.head(self.cell(x)[0][:, -1])

    class Heads(nn.Module):
        def __init__(self, time, width, heads, causal):
            super().__init__()
            self.heads, self.qkv, self.out = heads, nn.Linear(width, 3 * width), nn.Linear(width, width)
            self.mask = torch.triu(torch.ones(time, time, dtype=torch.bool), 1) if causal else None

        def forward(self, x):
            b, t, w = x.shape
            q, k, v = (part.view(b, t, self.heads, w // self.heads).transpose(1, 2) for part in self.qkv(x).split(w, 2))
            a = q @ k.transpose(2, 3) / math.sqrt(w // self.heads)
            if self.mask is not None: a = a.masked_fill(self.mask, float("-inf"))
            return self.out((a.softmax(-1) @ v).transpose(1, 2).reshape(b, t, w))

    class Block(nn.Module):
        def __init__(self, time, width, heads):
            super().__init__()
            self.norm1, self.norm2, self.mix = nn.LayerNorm(width), nn.LayerNorm(width), Heads(time, width, heads, True)
            self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

        def forward(self, x):
            x = x + self.mix(self.norm1(x))
            return x + self.down(F.gelu(self.up(self.norm2(x)), approximate="tanh"))

    class GPT(nn.Module):
        def __init__(self, layers, heads, width, time, tokens):
            super().__init__()
            self.tokens, self.places = nn.Embedding(tokens, width), nn.Embedding(time, width)
            self.blocks = nn.Sequential(*[Block(time, width, heads) for _ in range(layers)])
            self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, tokens)

        def forward(self, x):
            return self.head(self.norm(self.blocks(self.tokens(x) + self.places.weight)))

    known = {"nn": nn, "S": nn.Sequential, "Last": Last, "Heads": Heads, "GPT": GPT}
    for name in names:
        kind, line, optimizer, batch, text = NETS[name]
        net = eval(text, known)
        shape = [int(n) for n in line.split()[1].split("x")]
        classes = "softmax" in line
        if "tokens" in line:
            tokens = int(line.split("tokens=")[1].split()[0])
            batches = [(torch.randint(tokens, [batch] + shape), torch.randint(tokens, [batch] + shape)) for _ in range(8)]
        else:
            xs = [torch.rand([batch] + shape) for _ in range(8)]
            batches = [(x, torch.randint(net(x).shape[-1], [batch]) if classes else torch.rand(net(x).shape)) for x in xs]
        make = {"sgd": lambda p: torch.optim.SGD(p, lr=1e-3), "momentum": lambda p: torch.optim.SGD(p, lr=1e-3, momentum=0.9),
                "adam": lambda p: torch.optim.Adam(p, lr=1e-4), "adamw": lambda p: torch.optim.AdamW(p, lr=1e-4, weight_decay=0.01)}[optimizer]
        update = make(net.parameters())

        def step(i):
            x, y = batches[i % 8]
            update.zero_grad(set_to_none=True)
            out = net(x)
            loss = F.cross_entropy(out.flatten(0, -2) if y.dim() > 1 else out, y.flatten()) if classes else F.mse_loss(out, y)
            loss.backward()
            update.step()

        for i in range(8): step(i)
        steps, start = 0, time.perf_counter()
        while (spent := time.perf_counter() - start) < min_time:
            step(steps)
            steps += 1
        print(json.dumps({"net": name, "samples_per_s": batch * steps / spent}), flush=True)


def main():
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--cli")
    parse.add_argument("--rounds", type=int, default=5)
    parse.add_argument("--threads", type=int, default=2)
    parse.add_argument("--min-time", type=float, default=0.4)
    parse.add_argument("--nets", default=",".join(NETS))
    parse.add_argument("--openblas-openmp", default="")
    parse.add_argument("--peer", action="store_true", help=argparse.SUPPRESS)
    a = parse.parse_args()
    names = a.nets.split(",")
    if a.peer: return peer(names, a.threads, a.min_time)

    env = dict(os.environ, OMP_NUM_THREADS=str(a.threads), OPENBLAS_NUM_THREADS=str(a.threads))
    # Debian's OpenBLAS does not know newer processors and falls back to its slowest kernels.
    env.setdefault("OPENBLAS_CORETYPE", "SkylakeX" if "avx512f" in open("/proc/cpuinfo").read() else "Haswell")
    peers = [dict(env, OMP_WAIT_POLICY="passive")]
    if a.openblas_openmp: peers.append(dict(env, LD_LIBRARY_PATH=a.openblas_openmp))
    ours, theirs = {n: [] for n in names}, [{n: [] for n in names} for _ in peers]
    with tempfile.TemporaryDirectory() as folder:
        projects = {}
        for name in names:
            kind, line, optimizer, batch, _ = NETS[name]
            projects[name] = f"{folder}/{name}.glassbox"
            settings = [word for s in SETTINGS[optimizer] + [f"optimizer={optimizer}", f"batch={batch}", "shuffle=false"] for word in ("--set", s)]
            with open(projects[name], "w") as file: subprocess.run([a.cli, "new", line, *settings], stdout=file, check=True)
        for _ in range(a.rounds):
            for at, environment in enumerate(peers):
                run = subprocess.run([sys.executable, __file__, "--peer", "--threads", str(a.threads), "--min-time", str(a.min_time), "--nets", a.nets],
                                     env=environment, stdout=subprocess.PIPE, text=True, check=True)
                for found in map(json.loads, run.stdout.splitlines()): theirs[at][found["net"]].append(found["samples_per_s"])
            for name in names:
                run = subprocess.run([a.cli, "bench", "--project", projects[name], "--threads", str(a.threads), "--min-time", str(a.min_time)],
                                     stdout=subprocess.PIPE, text=True, check=True)
                ours[name].append(json.loads(run.stdout)["samples_per_s"])
    print(f"{a.threads} threads, {a.rounds} rounds: medians, samples per second\n\n| net | kind | PyTorch | Glassbox | ratio |\n|---|---|---:|---:|---:|")
    for name in names:
        best = max(statistics.median(t[name]) for t in theirs)
        mine = statistics.median(ours[name])
        print(f"| {name} | {NETS[name][0]} | {best:,.0f} | {mine:,.0f} | {mine / best:.1f}x |")


main()
