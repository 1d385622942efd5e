"""Runs every exported script of a folder as `python3 script.py` would, in one process, because importing torch takes long.
For each it prints a line of JSON: name, exit status, what it said, and its learning rates at the steps of RATES.
usage: run_scripts.py FOLDER
"""
import contextlib
import io
import json
import pathlib
import runpy
import sys
import traceback

import torch

RATES = [0, 1, 2, 3, 5, 9, 10, 11, 24, 25, 99, 1000]

torch.set_num_threads(1)
for path in sorted(pathlib.Path(sys.argv[1]).glob('*.py')):
    said, status, values = io.StringIO(), 0, {}
    sys.argv = [str(path)]
    try:
        with contextlib.redirect_stdout(said):
            values = runpy.run_path(str(path), run_name='__main__')
    except SystemExit as end:
        status = 0 if end.code in (None, 0) else 1
        said.write(str(end.code))
    except Exception:
        status = 1
        said.write(traceback.format_exc())
    rates = [values['rate_at'](step) for step in RATES] if 'rate_at' in values else []
    print(json.dumps({'name': path.stem, 'status': status, 'said': said.getvalue(), 'rates': rates}))
