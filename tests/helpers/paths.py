"""Where the project's files are, and the data set of Kaggle where there is one."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
KAGGLE = ROOT.parent / "shared" / "tiktok_dataset.csv"
STAND_IN = ROOT / "tiktok_dataset.csv"
SHIPPED = ROOT / "model_chosen.bin"
