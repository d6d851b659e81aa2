"""A peer answers orders, one a line, each with one line: `ok seconds=… count:name=…` or `error …`."""

import gc
import os
import sys
import time
import traceback


class Answer:
    """What an order found. Words are things to say besides."""

    def __init__(self, counts, **words):
        self.counts = counts
        self.words = words


def serve(orders, release=None):
    """Reads orders until the input ends.

    `orders` maps the first word of a line to a function of the rest of it. A function may return a pair
    (prepare, work): only work is timed, with what prepare gave.
    """
    # Libraries that print must not disturb the answers.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    for line in sys.stdin:
        word, _, rest = line.rstrip("\n").partition(" ")
        try:
            if word == "load" and release is not None:
                release()
            gc.collect()
            start = time.perf_counter()
            answer = orders[word](*([rest] if rest else []))
            seconds = time.perf_counter() - start
            # Counting that is no part of the work is put off until the clock has stopped.
            counts = answer.counts() if callable(answer.counts) else answer.counts
            parts = [f"count:{name}={count}" for name, count in counts.items()]
            parts += [f"{name}={value}" for name, value in answer.words.items()]
            print("ok", f"seconds={seconds:.9f}", *parts, file=answers)
        except Exception as error:  # The runner must learn of it, whatever it is.
            traceback.print_exc()
            print("error", " ".join(f"{type(error).__name__}: {error}".split()), file=answers)
