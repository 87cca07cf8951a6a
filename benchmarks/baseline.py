"""The service that a course would have, to compare with: Flask, gunicorn's sync workers, a pickled pipeline.

No validation, no log, no metrics; a list is looped, one record at a time.

gunicorn --workers 2 benchmarks.baseline:app        # in a folder that holds plain_model.bin
"""

from flask import Flask, Response, jsonify, request

from benchmarks import plain_model

app = Flask("baseline")
model = plain_model.load()


@app.post("/predict")
def predict() -> Response:
    """Predict for one record, or a list."""
    sent = request.get_json()
    if isinstance(sent, list):
        return jsonify([plain_model.predict(model, video) for video in sent])
    return jsonify(plain_model.predict(model, sent))
