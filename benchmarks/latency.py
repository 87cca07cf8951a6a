"""How long one record takes inside the process, from parsed dict to probability, next to the pipeline's own way.

python -m benchmarks.latency
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from tiktok_claims.features.single import features, pack
from tiktok_claims.model import explanation, model_file, scoring
from tiktok_claims.record import Record, check
from tiktok_claims.synthetic import stand_in

MODEL = Path(__file__).parent.parent / "model_chosen.bin"
RECORDS = 300
ROUNDS = 9


def main() -> None:
    """Print the median microseconds of each step; rounds of all steps alternate, so that noise hits all alike."""
    records = [check(record) for record in stand_in.records(RECORDS, seed=2)]
    model, pipeline = scoring.load(MODEL), model_file.load_pipeline(model_file.read(MODEL)[0])
    steps: dict[str, Callable[[Record], object]] = {
        "check the record": check,
        "features": lambda record: pack([record]),
        "features and ONNX export": lambda record: model.probabilities(pack([record])),
        "the complete prediction": lambda record: model.predict([record], [None]),
        "the prediction with explanation": lambda record: explanation.predict(model, [record], [None]),
        "the pipeline's predict_proba": lambda record: pipeline.predict_proba([features(record)]),
    }
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            for record in records:
                start = time.perf_counter()
                step(record)
                taken[name].append(time.perf_counter() - start)
    for name, seconds in taken.items():
        print(f"{name:<30}{statistics.median(seconds) * 1e6:>10.1f} microseconds")


if __name__ == "__main__":
    main()
