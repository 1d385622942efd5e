"""A second witness for the explanations: reads what `glassbox-cli trace` and `explain` print and does the sums by itself.

For elements drawn from every array of networks that together have every layer, loss and optimizer: the factors of an explanation
multiply and add up to the recorded number; every factor that says where it comes from has the number that stands there; the
central difference agrees with the gradient; and PyTorch, running the exported script in double, has the same gradient.
usage: trace_witness.py GLASSBOX_CLI
"""
import importlib.util
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import torch

torch.set_num_threads(1)
CLI, PER_ARRAY, SAMPLES = sys.argv[1], 2, ['0', '1', '2']

# line, what the target is (or a built-in data set), settings
NETS = [
    ('input 3 | normalize | dense 4 leaky_relu | dense 3 elu | dense 3 | softmax_cross_entropy', 'classes', ['optimizer=gd', 'l2=0.1']),
    ('input 4 | dense 5 gelu | dense 4 silu | dense 3 softplus | dense 1 | mse', 'numbers', ['optimizer=sgd', 'l1=0.01', 'rate=0.1']),
    ('input 4 | dense 5 | gelu tanh | dense 4 sigmoid | dense 1 | mae', 'numbers', ['optimizer=momentum', 'l2=0.01', 'clip=0.1']),
    ('input 4 | dense 6 tanh | dropout 0.3 | dense 1 | huber delta=0.4', 'numbers', ['optimizer=nesterov', 'l1=0.3', 'rate=0.1']),
    ('input 4 | dense 6 relu | noise 0.2 | dense 1 | hinge margin=2', 'binary', ['optimizer=adagrad', 'l2=0.02', 'clip=9']),
    ('input 5 | h: dense 5 tanh | from input1 | dense 5 sigmoid | multiply h | concat h input1 | dense 1 | binary_cross_entropy', 'binary', ['optimizer=rmsprop', 'warmup=3']),
    ('input 6 | h: dense 6 relu | dense 6 tanh | add h | dense 4 softmax | dense 3 | softmax_cross_entropy smoothing=0.2', 'classes', ['optimizer=adam', 'l2=0.1', 'l1=0.1']),
    ('input 2x5x4 | conv2d 3 kernel=3x2 stride=2x1 padding=1 | batch_norm | relu | max_pool2d 2 stride=1 | flatten | dense 2 | softmax_cross_entropy', 'classes', ['optimizer=adamw', 'clip=0.2']),
    ('input 1x6x6 | conv2d 2 kernel=2 dilation=2 | layer_norm | tanh | avg_pool2d 3 stride=2 padding=1 | global_avg_pool | dense 2 | softmax_cross_entropy', 'classes', ['optimizer=adamw', 'decay_on=all', 'l1=0.1']),
    ('input 12 | reshape 6x2 | conv1d 3 kernel=2 padding=1 | batch_norm | tanh | flatten | dense 1 | mse factor=0.5', 'numbers', ['optimizer=adam', 'schedule=exponential', 'decay_steps=3']),
    ('input 4x2 | rnn 3 layers=2 | dense 2 | softmax_cross_entropy', 'classes', []),
    ('input 3x3 | mine: rnn 3 nonlinearity=relu last=false | rnn 3 nonlinearity=relu last=true weights=mine | dense 2 | softmax_cross_entropy', 'classes', ['optimizer=momentum']),
    ('input 4x2 | lstm 3 layers=2 | dense 1 | mse', 'numbers', ['optimizer=adam']),
    ('input 4x2 | gru 3 last=false | flatten | dense 1 | mse', 'numbers', ['optimizer=rmsprop', 'l2=0.1']),
    ('input 5x4 | attention 2 | flatten | dense 2 | softmax_cross_entropy', 'classes', ['optimizer=adam', 'clip=0.05']),
    ('input 5 element=tokens | embedding 4 tokens=8 | position_embedding | attention 1 causal=true output=false | layer_norm | dense 8 bias=false weights=embedding1 | softmax_cross_entropy', 'reverse',
     ['optimizer=adamw', 'weight_decay=0.1']),
    ('input 5 element=tokens | embedding 4 tokens=8 | transformer_block 2 causal=true mlp=2 repeat=2 | dense 8 | softmax_cross_entropy', 'reverse', ['optimizer=adam', 'schedule=cosine', 'steps=9']),
]


def run(*words):
    done = subprocess.run([CLI, *words], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f'{" ".join(words[:3])}: {done.stderr}')
    return done.stdout


def columns(line):
    count = 1
    for extent in line.split('|')[0].split()[1].split('x'): count *= int(extent)
    return count


def write_csv(path, line, target, draw):
    lines = [','.join([f'x{i}' for i in range(columns(line))] + ['y'])]
    classes = 3 if '| dense 3 |' in line else 2
    for row in range(24):
        label = {'classes': f'c{row % classes}', 'binary': f'c{row % 2}', 'numbers': f'{draw.uniform(-1, 1):.6f}'}[target]
        lines.append(','.join([f'{draw.uniform(-1, 1):.6f}' for _ in range(columns(line))] + [label]))
    path.write_text('\n'.join(lines) + '\n')


class Array:
    def __init__(self, line):
        self.kind, self.shape, self.values = line['kind'], line['shape'], line['values']

    def flat(self, index):
        place = 0
        assert len(index) == len(self.shape)
        for i, extent in zip(index, self.shape):
            assert 0 <= i < extent
            place = place * extent + i
        return place

    def element(self, place):
        index = []
        for extent in reversed(self.shape):
            index.append(place % extent)
            place //= extent
        return '[' + ','.join(map(str, reversed(index))) + ']'

    def tensor(self):
        return torch.tensor(self.values, dtype=torch.float64).reshape(self.shape)

    def largest(self):
        return max([1e-4] + [abs(x) for x in self.values])  # a gradient that is 0 shows the last digits of the loss


def number_of(arrays, element):
    name, index = element[:-1].split('[')
    return arrays[name].values[arrays[name].flat([int(i) for i in index.split(',')])]


class Drawn(torch.nn.Module):
    """A layer that draws by chance, with what was drawn in the trace."""

    def __init__(self, factor, shift):
        super().__init__()
        self.factor, self.shift = factor, shift

    def forward(self, x):
        return x * self.factor + self.shift


def torch_gradients(folder, project, data, arrays):
    """Gradients by the exported script, in double, on the samples of the trace: of weights, inputs and modules' outputs."""
    script = folder / 'exported.py'
    run('export', str(project), *data, '--pytorch', str(script))
    spec = importlib.util.spec_from_file_location('exported', script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    model = module.load_model().double()
    model.train()
    for name, array in arrays.items():
        node = name.split('.')[0]
        if name == node + '.mask' and node.startswith('dropout'): setattr(model, node, Drawn(array.tensor(), 0))
        if node.startswith('noise') and name == node + '.out': setattr(model, node, Drawn(1, array.tensor() - arrays[SOURCE_OF_NOISE].tensor()))
    found, outputs = {}, {}
    for name, child in model.named_children():
        def keep(_, __, y, name=name):
            if torch.is_tensor(y):
                y.retain_grad()
                outputs[name + '_twice' if name in outputs else name] = y
        child.register_forward_hook(keep)
    tokens = arrays['input1.out'].tensor()
    x = tokens.long() if 'embedding1.weight' in arrays else tokens.requires_grad_()
    target = next(a for n, a in arrays.items() if n.endswith('.target')).tensor()
    if any(n.startswith('softmax_cross_entropy') for n in arrays): target = target.long()
    module.loss_of(model(x), target).backward()
    if x.requires_grad: found['input1.grad'] = x.grad
    for name, y in outputs.items():
        if name + '.grad' in arrays and list(y.shape) == arrays[name + '.grad'].shape: found[name + '.grad'] = y.grad
    state = dict(model.named_parameters(remove_duplicate=False)) if sys.version_info >= (3, 12) else dict(model.named_parameters())
    for name in [n for n, a in arrays.items() if a.kind == 'weight_gradient']:
        where = module.name_in_model(name[:-5]) if hasattr(module, 'name_in_model') else name[:-5]
        found[name] = state[where].grad
    return found


SOURCE_OF_NOISE = 'relu1.out'
draw = random.Random(5)
count = {'elements': 0, 'factors with origin': 0, 'differences': 0, 'kinks': 0, 'gradients of PyTorch': 0, 'weights of PyTorch': 0}
faults, layers = [], set()
for number, (line, target, settings) in enumerate(NETS):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project, data = folder / 'net.glassbox', []
        words = [w for s in settings + [f'seed={number + 3}', 'init=uniform'] for w in ('--set', s)]
        text = run('new', line, *words)
        if target in ('classes', 'binary', 'numbers'):
            write_csv(folder / 'data.csv', line, target, draw)
            data = ['--data', str(folder / 'data.csv')]
        else:
            parsed = json.loads(text)
            parsed['data'] = {'source': target, 'seed': 1, 'shares': {'validation': 0.0, 'test': 0.25}}
            text = json.dumps(parsed)
        project.write_text(text)
        layers.update(node['type'] for node in json.loads(text)['network']['nodes'])
        step = [str(project), *data, *[w for s in SAMPLES for w in ('--sample', s)], '--json']
        arrays = {}
        for out in run('trace', *step).splitlines():
            entry = json.loads(out)
            arrays[entry['name']] = Array(entry)
        theirs = torch_gradients(folder, project, data, arrays)
        for name in theirs:
            ours = arrays[name]
            off = (theirs[name] - ours.tensor()).abs().max().item()
            if not off <= 1e-9 * ours.largest(): faults.append(f'{line}: {name} is off PyTorch\'s gradient by {off}')
            count['weights of PyTorch' if ours.kind == 'weight_gradient' else 'gradients of PyTorch'] += 1
        wanted = []
        for name, array in arrays.items():
            if array.kind == 'weight': continue  # under its name stands its gradient
            for place in draw.sample(range(len(array.values)), min(PER_ARRAY, len(array.values))): wanted.append(name + array.element(place))
        said = [json.loads(out) for out in run('explain', *step, *[w for e in wanted for w in ('--element', e)]).splitlines()]
        assert [s['element'] for s in said] == wanted
        for explanation in said:
            element, value = explanation['element'], 0.0
            recorded, array = number_of(arrays, element), arrays[element.split('[')[0]]
            for term in explanation['terms']:
                product = 1.0
                for factor in term['factors']: product *= factor['value']
                value += product
            if not math.isclose(value, recorded, rel_tol=1e-10, abs_tol=1e-10): faults.append(f'{line}: {element}: terms give {value}, recorded {recorded}')
            if not math.isclose(value, explanation['value'], rel_tol=1e-12, abs_tol=1e-15): faults.append(f'{line}: {element}: terms give {value}, said {explanation["value"]}')
            for factor in [f for t in explanation['terms'] for f in t['factors']] + explanation.get('arguments', []):
                if 'from' not in factor: continue
                count['factors with origin'] += 1
                if number_of(arrays, factor['from']) != factor['value']: faults.append(f'{line}: {element}: {factor["from"]} is not {factor["value"]}')
            if 'central_difference' in explanation:
                count['differences'] += 1
                if abs(explanation['central_difference'] - recorded) > 1e-6 * array.largest():
                    if '"kink":true' in json.dumps(explanation).replace(' ', ''): count['kinks'] += 1
                    else: faults.append(f'{line}: {element}: {recorded}, difference {explanation["central_difference"]}')
            elif array.kind in ('weight_gradient', 'gradient', 'wire_gradient'):
                faults.append(f'{line}: {element} has no central difference')
            count['elements'] += 1

catalogue = [json.loads(out) for out in run('layers', '--json').splitlines()]
known = {entry['key'] for entry in catalogue if entry['kind'] != 'group'}  # a group is layers of the others
if known - layers: faults.append(f'no network here has {sorted(known - layers)}')
for what, least in {'elements': 500, 'factors with origin': 5000, 'differences': 200, 'gradients of PyTorch': 40, 'weights of PyTorch': 60}.items():
    if count[what] < least: faults.append(f'only {count[what]} {what}, {least} wanted')
if count['kinks'] > 5: faults.append(f'{count["kinks"]} kinks')
print(', '.join(f'{number} {what}' for what, number in count.items()))
for fault in faults[:40]: print(fault)
sys.exit(1 if faults else 0)
