#!/usr/bin/python3
"""Writes pca.json: principal components of two tables by numpy (Debian 12 python3-numpy), by singular values in float64, and
the nearest rows by cosine. A table's numbers come from a formula that the test has too.
usage: /usr/bin/python3 make_pca.py > pca.json
"""
import json
import numpy as np


def table(rows, width):
    i, j = np.meshgrid(np.arange(rows), np.arange(width), indexing="ij")
    noise = ((i * 37 + j * 101 + i * j * 13 + i * i * 7) % 97).astype(np.float32) / np.float32(97) - np.float32(0.5)
    slope = ((i % 5).astype(np.float32) - np.float32(2)) * ((j % 3).astype(np.float32) - np.float32(1))
    return (noise + slope).astype(np.float32)


def case(rows, width):
    x = table(rows, width).astype(np.float64)
    centred = x - x.mean(axis=0)
    u, s, vt = np.linalg.svd(centred, full_matrices=False)
    directions = vt[:2]
    for k in range(2):
        directions[k] *= np.sign(directions[k][np.argmax(np.abs(directions[k]))])
    norm = x / np.linalg.norm(x, axis=1, keepdims=True)
    cosine = norm @ norm[3]
    cosine[3] = -2
    order = np.argsort(-cosine, kind="stable")[:10]
    return {"rows": rows, "width": width, "variances": (s[:2] ** 2 / (rows - 1)).tolist(), "total": float((centred ** 2).sum() / (rows - 1)),
            "directions": directions.tolist(), "scores": (centred @ directions.T).tolist(), "nearest": order.tolist(), "cosines": cosine[order].tolist()}


print(json.dumps({"cases": [case(40, 8), case(9, 30)]}, indent=1))
