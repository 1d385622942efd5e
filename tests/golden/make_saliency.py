#!/usr/bin/python3
"""Writes saliency.json: gradients of a logit and of the loss in the input of three networks, by PyTorch in double (Debian 12
python3-torch 1.13.1). Samples and weights are sines of their index that the test forms too, so that only results lie in the file.
usage: /usr/bin/python3 make_saliency.py > saliency.json
"""
import json
import numpy as np, torch, torch.nn.functional as F

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def wave(seed, shape, scale):
    i = np.arange(1, int(np.prod(shape)) + 1, dtype=np.float64)
    return torch.from_numpy((np.sin(i * 12.9898 + seed) * scale).astype(np.float32).reshape(shape)).double()


def conv(x):
    x = F.relu(F.conv2d(x, wave(1, (4, 1, 3, 3), .5), wave(2, (4,), .1)))
    x = F.max_pool2d(x, 2).flatten(1)
    return F.linear(x, wave(3, (3, 36), .5), wave(4, (3,), .1))


def color(x):
    x = torch.tanh(F.conv2d(x, wave(1, (2, 3, 3, 3), .5), wave(2, (2,), .1), padding=1)).flatten(1)
    return F.linear(x, wave(3, (2, 72), .5), wave(4, (2,), .1))


def flat(x):
    x = torch.sigmoid(F.linear(x, wave(1, (5, 4), .8), wave(2, (5,), .1)))
    return F.linear(x, wave(3, (1, 5), .8), wave(4, (1,), .1))


results = []
for name, net, shape, wanted, target in [('conv', conv, (1, 8, 8), 2, 0), ('color', color, (3, 6, 6), 1, 1), ('flat', flat, (4,), 0, 1)]:
    x = wave(9, (1, *shape), 1).requires_grad_()
    y = net(x)
    y[0, wanted].backward()
    logit = x.grad.flatten().tolist()
    x.grad = None
    y = net(x)
    loss = F.binary_cross_entropy_with_logits(y[:, 0], torch.tensor([float(target)])) if y.shape[1] == 1 else F.cross_entropy(y, torch.tensor([target]))
    loss.backward()
    results.append({'name': name, 'class': wanted, 'target': target, 'loss': loss.item(), 'logitGradient': logit, 'lossGradient': x.grad.flatten().tolist()})
print(json.dumps(results, indent=1))
