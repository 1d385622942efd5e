#!/usr/bin/python3
"""Plants faults in the engine one by one and sees that a test turns red: sign errors in backward passes, and some of other kinds.

Works on a copy of the tracked files in build/mutations, whose own build is kept, so that a second run is quick. By hand, not by ctest:
  tests/mutations.py                 all faults (a few minutes with a warm ccache)
  tests/mutations.py lstm "layer norm"   only those whose names contain one of the words
Exit status 1 when a fault went unseen, or when a test is red without one.
"""
import pathlib, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "build" / "mutations"
BUILD = SOURCE / "build" / "release"  # as far from the sources as in the tree itself, so that ccache finds what it knows

# name, file under engine/, the text (there exactly once), what stands there instead, the test that must see it: program, functions
SIGN_ERRORS = [
    ("tanh backward, plain", "kernels/plain.cpp", "dy[i] * (1 - y[i] * y[i])", "dy[i] * (1 + y[i] * y[i])", "test_layers gradientsAgreeWithDifferences"),
    ("tanh backward, fast", "kernels/elementwise.inc", "load(dy + i, lanes) * (spread(1) - v * v)", "load(dy + i, lanes) * (spread(1) + v * v)", "test_kernels elementwiseFunctionsMatchThePlainOnesAtEveryLength"),
    ("softmax cross-entropy at the label, fast", "kernels/rows.inc", "load(expAtTarget) * inverse - spread(1)", "load(expAtTarget) * inverse + spread(1)", "test_kernels softmaxAndItsLossMatchDouble"),
    ("gru's update gate, plain", "kernels/plain_recurrent.cpp", "dh[at] * (before - n)", "dh[at] * (n - before)", "test_layers gradientsAgreeWithDifferences"),
    ("lstm's candidate, fast", "kernels/recurrent.inc", "cell * i * (one - g * g)", "cell * i * (one + g * g)", "test_recurrent everyKernelSetAgreesWithThePlainOne"),
    ("layer norm backward, fast", "kernels/transformer.inc", "scale * (g - fma(h, slope, meanOfGradients))", "scale * (g + fma(h, slope, meanOfGradients))", "test_transformer layerNormKernelsAgreeWithThePlainOnes"),
    ("attention's softmax backward, plain", "kernels/plain_transformer.cpp", "p[j] * (ds[j] - dot)", "p[j] * (ds[j] + dot)", "test_layers gradientsAgreeWithDifferences"),
    ("hinge's gradient, fast", "kernels/losses.inc", "s * spread(-scale)", "s * spread(scale)", "test_golden numbersAgreeWithPyTorch"),
    ("batch norm's mean of gradients", "layers/batch_norm.cpp", "static_cast<Real>(-share * m_sums[static_cast<std::size_t>(2 * c)])};", "static_cast<Real>(share * m_sums[static_cast<std::size_t>(2 * c)])};", "test_layers gradientsAgreeWithDifferences"),
    ("convolution's weight gradient, fast", "kernels/conv.inc", "sum[r][t] = fma(g, v[t], sum[r][t]);", "sum[r][t] = fma(spread(0) - g, v[t], sum[r][t]);", "test_conv everyInstructionSetConvolvesLikePlainLoops"),
    ("squared error of a narrow chain", "kernels/narrow.inc", "gradient = slope * d * share;", "gradient = slope * (t - x) * share;", "test_narrow everySetAgreesWithPlainLoops"),
    ("every optimizer's step", "kernels/optimize.inc", "Vec after = before - delta(", "Vec after = before + delta(", "test_training lossesAgreeWithPyTorch"),
]
OTHERS = [
    ("a function of the C library in Adam", "train/optimizers.cpp", "rate / (1 - portable::power(plan.beta1, step))", "rate / (1 - std::pow(plan.beta1, static_cast<double>(step)))", "test_portable noFunctionOfTheCLibraryDecidesABit"),
    ("blocks by the number of threads", "layers/layer_norm.cpp", "workBlocks(rows * m_width * 30, std::min<std::int64_t>(rows, kMostSums))", "pass.team->threads()", "test_determinism anyTeamGivesOneFingerprint"),
    ("an explanation that forgets the mask", "layers/mae.cpp", "  if (stage != \"difference\" && !itemCounts(trace, index)) return uncountedItem();\n", "", "test_trace explanationsHoldUnderMasks"),
    ("the cosine schedule upside down", "train/schedules.cpp", "(1 + portable::cos(", "(1 - portable::cos(", "test_rules ratesAgreeWithPyTorch"),
    ("dropout keeps what it should drop", "layers/dropout.cpp", "words[static_cast<std::size_t>(k)] < limit", "words[static_cast<std::size_t>(k)] >= limit", "test_golden numbersAgreeWithPyTorch"),
    ("the same dropout in every step", "train/trainer_loop.cpp", "static_cast<std::uint64_t>(step) << 12", "static_cast<std::uint64_t>(0) << 12", "test_golden numbersAgreeWithPyTorch"),
    ("a stopped run forgets its patience", "io/run_checkpoint.cpp", "state.best.epochsSince = from", "state.best.epochsSince = 0 * from", "test_families aStoppedRunGoesOnAsIfNeverStopped"),
    ("a replay without the live changes", "train/rewind.cpp", "  from.changes = m.changes;\n", "  from.changes.clear();\n", "test_timeline everyStepOfARunWithLiveChangesComesBack"),
    ("weights three times too large at the start", "train/initializers.cpp", "std::sqrt(6 / (in + out))", "std::sqrt(54 / (in + out))", "test_families templatesOfPicturesBeginNearGuessing"),
]


def run(*command, **options):
    return subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)


def built(tests):
    result = run("nice", "cmake", "--build", BUILD, "-j", "2", "--target", *tests)
    return result.returncode == 0, result.stdout


def red(test):
    """The name of the first check that failed, or None."""
    program, *functions = test.split()
    try:
        result = run(BUILD / "tests" / program, *functions, timeout=500)
    except subprocess.TimeoutExpired:
        return "does not end"
    failed = [line for line in result.stdout.splitlines() if line.startswith("FAIL!")]
    return failed[0].split("::", 1)[-1][:90] if failed else None if result.returncode == 0 else f"exit status {result.returncode}"


def refresh():
    """Brings the copy up to date; a file that is the same keeps its time, so that it is not compiled again."""
    files = [f for f in run("git", "-C", ROOT, "ls-files").stdout.splitlines() if (ROOT / f).is_file()]
    for name in files:
        to, data = SOURCE / name, (ROOT / name).read_bytes()
        if not to.exists() or to.read_bytes() != data:
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(data)
            shutil.copymode(ROOT / name, to)
    if not (BUILD / "build.ninja").exists():
        result = run("cmake", "-G", "Ninja", "-S", SOURCE, "-B", BUILD, "-DGLASSBOX_FLAVOUR=release", "-DGLASSBOX_GUI=OFF")
        if result.returncode: sys.exit(result.stdout)


def main():
    words = [w.lower() for w in sys.argv[1:]]
    faults = [f for f in SIGN_ERRORS + OTHERS if not words or any(w in f[0].lower() for w in words)]
    if not faults: sys.exit("No fault is called so.")
    for name, file, old, new, test in faults:
        if (ROOT / "engine" / file).read_text().count(old) != 1: sys.exit(f"{name}: the text must stand exactly once in engine/{file}: {old}")
    refresh()
    tests = sorted({f[4] for f in faults})
    done, log = built({test.split()[0] for test in tests})
    if not done: sys.exit(log[-4000:])
    wrong = [f"{test}: {what}" for test in tests if (what := red(test))]
    if wrong: sys.exit("Red without a fault:\n" + "\n".join(wrong))
    print(f"{len(tests)} tests are green without a fault.", flush=True)
    unseen = 0
    for name, file, old, new, test in faults:
        path = SOURCE / "engine" / file
        before = path.read_text()
        path.write_text(before.replace(old, new))
        try:
            done, log = built([test.split()[0]])
            what = red(test) if done else None
        finally:
            path.write_text(before)
        if not done: what = "does not compile:\n" + log[-1500:]
        unseen += not done or what is None
        print(f"{'seen  ' if done and what else 'UNSEEN'}  {name:45} {test.split()[0]:18} {what or ''}", flush=True)
    print(f"{len(faults) - unseen} of {len(faults)} faults turned their test red.")
    sys.exit(1 if unseen else 0)


if __name__ == "__main__":
    main()
