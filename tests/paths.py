"""Name the folders that tests look at."""

import pathlib

ROOT = pathlib.Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
DEMO = ROOT / "examples" / "arms-shipment"
