#!/usr/bin/python3
"""Writes threshold.json: counts, precision, recall, F1 and accuracy at some thresholds, by numpy straight from their definitions.
Scores and truths are formed from their index, by the test too; scores have ties, and some are equal to a threshold.
usage: /usr/bin/python3 make_threshold.py > threshold.json
"""
import json
import numpy as np

i = np.arange(300)
score = ((i * 37) % 64).astype(np.float32) / np.float32(64)  # exact in float
positive = ((i * 7) % 11 < 4) ^ (score > .6)
rows = []
for t in [0, .125, .25, .4, .5, .75, .984375, 1]:
    called = score >= t
    tp, fp = int((called & positive).sum()), int((called & ~positive).sum())
    fn, tn = int((~called & positive).sum()), int((~called & ~positive).sum())
    rows.append({'threshold': t, 'tp': tp, 'fp': fp, 'fn': fn, 'tn': tn, 'accuracy': float((called == positive).mean()),
                 'precision': float(positive[called].mean()) if called.any() else None, 'recall': float(called[positive].mean()),
                 'f1': 2 * tp / (2 * tp + fp + fn)})
print(json.dumps({'rows': rows, 'distinct': int(len(np.unique(score)))}, indent=1))
