"""The same model as the baseline's behind FastAPI and uvicorn, to compare with.

In its favour: bodies are not validated beyond JSON, the coroutine spares FastAPI its thread pool, and no access log.

uvicorn --workers 2 --no-access-log benchmarks.baseline_fastapi:app        # in a folder that holds plain_model.bin
"""

from typing import Any

from fastapi import FastAPI

from benchmarks import plain_model

app = FastAPI()
model = plain_model.load()


@app.post("/predict")
async def predict(sent: dict[str, Any] | list[dict[str, Any]]) -> Any:
    """Answer one record, or a list."""
    if isinstance(sent, list):
        return [plain_model.predict(model, video) for video in sent]
    return plain_model.predict(model, sent)
