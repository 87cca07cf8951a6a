"""The same model as the baseline's behind FastAPI and uvicorn, to compare with.

In its favour: bodies are not validated beyond JSON, the coroutine spares FastAPI its thread pool, there is no access
log, and uvicorn has its fast loop and parser (without them its workers were seen to take 44 ms for any response).

uvicorn --workers 2 --loop uvloop --http httptools benchmarks.baseline_fastapi:app    # next to plain_model.bin
"""

from typing import Any

from fastapi import FastAPI

from benchmarks import plain_model

app = FastAPI()
model = plain_model.load()


@app.post("/predict")
async def predict(sent: dict[str, Any] | list[dict[str, Any]]) -> Any:
    """Predict for one record, or a list."""
    if isinstance(sent, list):
        return [plain_model.predict(model, video) for video in sent]
    return plain_model.predict(model, sent)
