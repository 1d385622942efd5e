#!/usr/bin/python3
"""Writes trace.json: every array of one traced step of five networks, computed by PyTorch in double (Debian 12 python3-torch 1.13.1).

The networks are written out here line by line, so that every inner array has a name and keeps its gradient. Samples, weights and
the optimizer's state come from the hash that the test has too, so that nothing but results lies in the file.
usage: /usr/bin/python3 make_trace.py > trace.json
"""
import json, math
import numpy as np, torch, torch.nn.functional as F

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def u01(seed, n):
    x = (np.arange(n, dtype=np.uint64) + np.uint64((seed * 0x9E3779B9) & 0xFFFFFFFF)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16); x = (x * np.uint64(0x85EBCA6B)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(13); x = (x * np.uint64(0xC2B2AE35)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16)
    return (x >> np.uint64(8)).astype(np.float32) / np.float32(2 ** 24)


def uni(seed, shape, bound):
    n = int(np.prod(shape))
    return torch.from_numpy(((2 * u01(seed, n) - 1) * np.float32(bound)).astype(np.float32).reshape(shape)).double()


class Net:
    """Names of everything that a step computes, in `a`; gradients are kept."""

    def __init__(self, rows, weights):
        self.rows, self.a, self.weights, self.masks = rows, {}, weights, {}
        for k, (name, shape, role) in enumerate(weights):
            w = uni(100 + k, shape, 0.5) + (1 if role in ('gain', 'variance') else 0)
            self.a[name] = w.requires_grad_(role not in ('mean', 'variance'))

    def keep(self, name, x):
        if x.requires_grad and not x.is_leaf: x.retain_grad()
        self.a[name] = x
        return x

    def input(self, shape):
        return self.keep('input1.out', uni(11, (self.rows, *shape), 1).requires_grad_())

    def wire(self, node, number, x):
        """What reaches a node through one wire, where others read the number too."""
        return self.keep(f'{node}.in{number}', x * 1)

    def dense(self, id, x):
        y = x @ self.a[id + '.weight'].T
        return self.keep(id + '.out', y + self.a[id + '.bias'] if id + '.bias' in self.a else y)

    def relu(self, id, x):
        self.a[id + '.slope'] = (x > 0).double()
        return self.keep(id + '.out', torch.relu(x))

    def tanh(self, id, x):
        y = torch.tanh(x)
        self.a[id + '.slope'] = 1 - y ** 2
        return self.keep(id + '.out', y)

    def batch_norm(self, id, x, axes, momentum=0.1, eps=1e-5):
        shape = [1 if i in axes else s for i, s in enumerate(x.shape)]
        n = x.numel() / np.prod(shape)
        mean = x.mean(axes)
        centered = x - mean.reshape(shape)
        variance = (centered ** 2).mean(axes)
        inverse = 1 / torch.sqrt(variance + eps)
        z = centered * inverse.reshape(shape)
        self.a.update({f'{id}.mean': mean, f'{id}.centered': centered, f'{id}.variance': variance, f'{id}.inverse': inverse, f'{id}.normal': z})
        # the running averages are those of nn.BatchNorm
        running = [self.a[f'{id}.running_mean'].clone(), self.a[f'{id}.running_var'].clone()]
        F.batch_norm(x.detach(), *running, training=True, momentum=momentum, eps=eps)
        self.a[f'{id}.running_mean.new'], self.a[f'{id}.running_var.new'] = running
        return self.keep(id + '.out', z * self.a[f'{id}.weight'].reshape(shape) + self.a[f'{id}.bias'].reshape(shape))

    def layer_norm(self, id, x):
        mean = x.mean(-1)
        centered = x - mean[..., None]
        variance = (centered ** 2).mean(-1)
        inverse = 1 / torch.sqrt(variance + 1e-5)
        z = centered * inverse[..., None]
        self.a.update({f'{id}.mean': mean, f'{id}.centered': centered, f'{id}.variance': variance, f'{id}.inverse': inverse, f'{id}.normalized': z})
        return self.keep(id + '.out', z * self.a[f'{id}.weight'] + self.a[f'{id}.bias'])

    def cross_entropy(self, id, x, smoothing=0.0):
        classes = x.shape[-1]
        t = torch.from_numpy(np.minimum(np.floor(u01(12, self.rows) * np.float32(classes)), classes - 1)).long()
        self.a[id + '.target'] = t.double()
        logits = self.keep(id + '.logits', x * 1)
        p = self.keep(id + '.softmax', torch.softmax(logits, -1))
        q = (1 - smoothing) * F.one_hot(t, classes).double() + smoothing / classes
        item = -(q * torch.log(p)).sum(-1)
        # the same number by PyTorch's own loss
        assert torch.allclose(item, F.cross_entropy(x, t, label_smoothing=smoothing, reduction='none'), rtol=1e-12)
        self.a[id + '.item'] = item
        self.a[id + '.out'] = item.mean().reshape(1)
        return item.mean()

    def squared_error(self, id, x, seed):
        t = uni(seed, tuple(x.shape), 1)
        item = (x - t) ** 2
        self.a.update({id + '.difference': x - t, id + '.target': t, id + '.item': item, id + '.out': item.mean().reshape(1)})
        return item.mean()

    def gradients(self):
        for name, x in list(self.a.items()):
            if (x.is_leaf or x.retains_grad) and x.grad is not None:
                gradient = x.grad.masked_fill(self.masks[name], 0) if name in self.masks else x.grad
                self.a[(name[:-4] if name.endswith('.out') else name) + '.grad'] = gradient


def dense_net():
    net = Net(3, [('dense1.weight', (7, 5), 'weight'), ('dense1.bias', (7,), 'bias'), ('dense2.weight', (6, 7), 'weight'), ('dense2.bias', (6,), 'bias'),
                  ('dense3.weight', (4, 6), 'weight'), ('dense3.bias', (4,), 'bias')])
    x = net.relu('relu1', net.dense('dense1', net.input((5,))))
    x = net.tanh('tanh1', net.dense('dense2', x))
    return net, net.cross_entropy('softmax_cross_entropy1', net.dense('dense3', x))


def convolutional_net():
    net = Net(2, [('conv2d1.weight', (3, 2, 3, 3), 'weight'), ('batch_norm1.weight', (3,), 'gain'), ('batch_norm1.bias', (3,), 'bias'), ('batch_norm1.running_mean', (3,), 'mean'),
                  ('batch_norm1.running_var', (3,), 'variance'), ('dense1.weight', (3, 27), 'weight'), ('dense1.bias', (3,), 'bias')])
    x = net.keep('conv2d1.out', F.conv2d(net.input((2, 6, 6)), net.a['conv2d1.weight'], padding=1))
    x = net.relu('relu1', net.batch_norm('batch_norm1', x, [0, 2, 3]))
    x = net.keep('max_pool2d1.out', F.max_pool2d(x, 2))
    x = net.keep('flatten1.out', x.flatten(1))
    return net, net.cross_entropy('softmax_cross_entropy1', net.dense('dense1', x))


def recurrent_net():
    hidden, time = 4, 5
    net = Net(3, [('lstm1.w_ih', (16, 3), 'weight'), ('lstm1.w_hh', (16, 4), 'weight'), ('lstm1.b_ih', (16,), 'bias'), ('lstm1.b_hh', (16,), 'bias'),
                  ('dense1.weight', (2, 4), 'weight'), ('dense1.bias', (2,), 'bias')])
    a, x = net.a, net.input((time, 3))
    h, c, steps = torch.zeros(3, hidden), torch.zeros(3, hidden), []
    for t in range(time):
        s = a['lstm1.b_ih'] + a['lstm1.b_hh'] + x[:, t] @ a['lstm1.w_ih'].T + h @ a['lstm1.w_hh'].T
        s.retain_grad()
        i, f, g, o = s.chunk(4, -1)
        gates = torch.cat([torch.sigmoid(i), torch.sigmoid(f), torch.tanh(g), torch.sigmoid(o)], -1)
        i, f, g, o = gates.chunk(4, -1)
        c = f * c + i * g
        c.retain_grad()
        h = o * torch.tanh(c)
        h.retain_grad()
        slope = gates * (1 - gates)
        slope[:, 2 * hidden:3 * hidden] = 1 - g ** 2
        steps.append({'sum': s, 'gates': gates, 'cells': c, 'hidden': h, 'slope': slope, 'tanh_cells': torch.tanh(c)})
    own = torch.nn.LSTM(3, hidden, batch_first=True)
    with torch.no_grad():
        for name in ['w_ih', 'w_hh', 'b_ih', 'b_hh']:
            getattr(own, {'w': 'weight', 'b': 'bias'}[name[0]] + name[1:] + '_l0').copy_(a['lstm1.' + name])
        assert torch.allclose(own(x)[0][:, -1], h, rtol=1e-12)
    for name in steps[0]: a['lstm1.' + name] = torch.stack([s[name] for s in steps], 1).detach()
    loss = net.squared_error('mse1', net.dense('dense1', net.keep('lstm1.out', h * 1)), 12)
    loss.backward()
    for name in ['sum', 'cells', 'hidden']: a[f'lstm1.{name}.grad'] = torch.stack([s[name].grad for s in steps], 1)
    return net, None


def attention_model():
    net = Net(2, [('attention1.qkv.weight', (18, 6), 'weight'), ('attention1.qkv.bias', (18,), 'bias'), ('attention1.out.weight', (6, 6), 'weight'), ('attention1.out.bias', (6,), 'bias'),
                  ('layer_norm1.weight', (6,), 'gain'), ('layer_norm1.bias', (6,), 'bias'), ('dense1.weight', (2, 6), 'weight'), ('dense1.bias', (2,), 'bias')])
    a, x, id = net.a, net.input((4, 6)), 'attention1'
    q, k, v = (x @ a[id + '.qkv.weight'].T + a[id + '.qkv.bias']).chunk(3, -1)
    q, k, v = net.keep(id + '.query', q * 1), net.keep(id + '.key', k * 1), net.keep(id + '.value', v * 1)
    hidden = torch.triu(torch.ones(4, 4), 1).bool()
    scores = (q[:, None] @ k[:, None].transpose(-1, -2) / math.sqrt(6))
    scores = net.keep(id + '.scores', scores.masked_fill(hidden, 0))
    weights = net.keep(id + '.weights', torch.softmax(scores.masked_fill(hidden, -math.inf), -1))
    mixed = net.keep(id + '.mixed', (weights @ v[:, None]).squeeze(1))
    y = net.keep(id + '.out', mixed @ a[id + '.out.weight'].T + a[id + '.out.bias'])
    net.masks[id + '.weights'] = hidden  # a weight that the mask holds at 0 passes nothing back
    return net, net.squared_error('mse1', net.dense('dense1', net.layer_norm('layer_norm1', y)), 12)


def residual_net():
    net = Net(3, [('dense1.weight', (6, 6), 'weight'), ('dense1.bias', (6,), 'bias'), ('dense2.weight', (6, 6), 'weight'), ('dense2.bias', (6,), 'bias'), ('dense3.weight', (3, 18), 'weight'),
                  ('dense3.bias', (3,), 'bias')])
    x = net.input((6,))
    h = net.relu('h', net.dense('dense1', net.wire('dense1', 0, x)))
    y = net.tanh('tanh1', net.dense('dense2', net.wire('dense2', 0, h)))
    y = net.keep('add1.out', y + net.wire('add1', 1, h))
    y = net.keep('concat1.out', torch.cat([y, net.wire('concat1', 1, h), net.wire('concat1', 2, x)], -1))
    return net, net.cross_entropy('softmax_cross_entropy1', net.dense('dense3', y), smoothing=0.1)


def update(net, plan):
    """The optimizer's step number 7 with a state as after six: by torch.optim, and its inner arrays by their definitions."""
    a, rate, kind = net.a, plan['rate'], plan['optimizer']
    states = {'sgd': [], 'momentum': ['v'], 'nesterov': ['v'], 'adagrad': ['s'], 'rmsprop': ['s'], 'adam': ['m', 'v'], 'adamw': ['m', 'v']}[kind]
    count = sum(int(np.prod(shape)) for _, shape, _ in net.weights)
    numbers = 0.001 + 0.1 * u01(77, count * len(states)).astype(np.float64)
    moving, begin = [], 0
    a['learning_rate'] = torch.tensor([rate])
    for name, shape, role in net.weights:
        n = int(np.prod(shape))
        if role not in ('mean', 'variance'):
            before = {s: torch.from_numpy(numbers[k * count + begin:k * count + begin + n].copy()).reshape(shape) for k, s in enumerate(states)}
            moving.append((name, role, before))
        begin += n
    scale = 1.0
    if plan.get('clip'):
        copies = [torch.nn.Parameter(a[name].detach().clone()) for name, _, _ in moving]
        for copy, (name, _, _) in zip(copies, moving): copy.grad = a[name + '.grad'].clone()
        norm = torch.nn.utils.clip_grad_norm_(copies, plan['clip'])
        scale = min(1.0, plan['clip'] / (norm.item() + 1e-6))
        a['gradient_norm'], a['clip_scale'] = norm.reshape(1), torch.tensor([scale])
        for copy, (name, _, _) in zip(copies, moving):
            a[name + '.norm'], a[name + '.clipped'] = a[name + '.grad'].norm().reshape(1), copy.grad.clone()
    for name, role, before in moving:
        w = torch.nn.Parameter(a[name].detach().clone())
        w.grad = a[name + ('.clipped' if plan.get('clip') else '.grad')].clone()
        l2 = plan.get('l2', 0) if role == 'weight' else 0
        decay = plan.get('weight_decay', 0) if role == 'weight' or plan.get('decay_on') == 'all' else 0
        g = w.grad + l2 * w.detach()
        if l2: a[name + '.l2'], a[name + '.total'] = l2 * w.detach(), g.clone()
        for s, values in before.items(): a[f'{name}.{s}.before'] = values.clone()
        beta1, beta2, eps, mu = plan.get('beta1', 0.9), plan.get('beta2', 0.999), plan.get('epsilon', 1e-8), plan.get('momentum', 0.9)
        group = [{'params': [w], 'weight_decay': l2}]
        state = {}
        if kind == 'sgd': optimizer = torch.optim.SGD(group, lr=rate)
        elif kind in ('momentum', 'nesterov'):
            optimizer, state = torch.optim.SGD(group, lr=rate, momentum=mu, nesterov=kind == 'nesterov'), {'momentum_buffer': before['v'].clone()}
        elif kind == 'rmsprop': optimizer, state = torch.optim.RMSprop(group, lr=rate, alpha=beta2, eps=eps), {'step': 6, 'square_avg': before['s'].clone()}
        else:
            group[0]['weight_decay'] = decay if kind == 'adamw' else l2
            make = torch.optim.AdamW if kind == 'adamw' else torch.optim.Adam
            optimizer = make(group, lr=rate, betas=(beta1, beta2), eps=eps)
            state = {'step': torch.tensor(6.0), 'exp_avg': before['m'].clone(), 'exp_avg_sq': before['v'].clone()}
        optimizer.state[w].update(state)
        optimizer.step()
        after = optimizer.state[w]
        moved = w.detach()
        if kind in ('momentum', 'nesterov'): a[name + '.v'] = after['momentum_buffer']
        if kind == 'nesterov': a[name + '.look_ahead'] = g + mu * after['momentum_buffer']
        if kind == 'rmsprop': a[name + '.s'], a[name + '.scale'] = after['square_avg'], 1 / (after['square_avg'].sqrt() + eps)
        if kind in ('adam', 'adamw'):
            a[name + '.m'], a[name + '.v'] = after['exp_avg'], after['exp_avg_sq']
            a[name + '.m_hat'], a[name + '.v_hat'] = after['exp_avg'] / (1 - beta1 ** 7), after['exp_avg_sq'] / (1 - beta2 ** 7)
            a[name + '.scale'] = 1 / (a[name + '.v_hat'].sqrt() + eps)
        a[name + '.delta'] = moved - a[name].detach()
        if kind == 'adamw' and decay:
            a[name + '.decay'] = -rate * decay * a[name].detach()
            a[name + '.delta'] = a[name + '.delta'] - a[name + '.decay']
        if plan.get('l1') and role == 'weight':
            a[name + '.moved'] = moved
            moved = torch.sign(moved) * torch.clamp(moved.abs() - rate * plan['l1'], min=0)
        a[name + '.new'] = moved


CASES = [
    ('a dense net', 'input 5 | dense 7 relu | dense 6 tanh | dense 4 | softmax_cross_entropy', 'ce', 4, dense_net, dict(optimizer='adam', rate=0.05, l2=0.02, clip=0.3)),
    ('a convolutional net with batch norm', 'input 2x6x6 | conv2d 3 kernel=3 padding=1 bias=false | batch_norm | relu | max_pool2d 2 | flatten | dense 3 | softmax_cross_entropy', 'ce', 3, convolutional_net,
     dict(optimizer='momentum', rate=0.1, momentum=0.8, l2=0.01)),
    ('an lstm', 'input 5x3 | lstm 4 | dense 2 | mse', 'mse', 2, recurrent_net, dict(optimizer='adamw', rate=0.02, weight_decay=0.2, decay_on='all', clip=0.5)),
    ('attention of one head', 'input 4x6 | attention 1 causal=true | layer_norm | dense 2 | mse', 'mse', 0, attention_model, dict(optimizer='rmsprop', rate=0.01, beta2=0.9, epsilon=1e-6)),
    ('a residual net with concat', 'input 6 | h: dense 6 relu | dense 6 tanh | add h | concat h input1 | dense 3 | softmax_cross_entropy smoothing=0.1', 'ce', 3, residual_net,
     dict(optimizer='nesterov', rate=0.1, momentum=0.7, l1=0.3)),
]

out = []
for name, line, loss, outputs, make, plan in CASES:
    net, mean = make()
    if mean is not None:
        mean.backward()
    net.gradients()
    update(net, plan)
    out.append({'name': name, 'line': line, 'loss': loss, 'rows': net.rows, 'plan': plan, 'arrays': {key: x.detach().flatten().tolist() for key, x in net.a.items()}})
print('[' + ',\n'.join(json.dumps(case) for case in out) + ']')
