"""`python3 run.py 名前`：見本のアダプターを、1か所だけ壊して動かす / runs the sample with one thing broken."""
import sys

import engine
import holding  # noqa: F401
import reading  # noqa: F401
import writing  # noqa: F401
import protocol  # noqa: F401

engine.MUTANTS[sys.argv[1]]()
engine.adapter.serve(engine.Adapter())
