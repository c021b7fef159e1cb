"""Yardsticks and how they are run.

Numpy works on one thread here, unless the environment says otherwise: on a busy machine its threads wait for each
other far longer than they work.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
