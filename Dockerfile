# docker build -t zoomcamp-project . && docker run -it --rm -p 9696:9696 zoomcamp-project
# docker build -t zoomcamp-project-batch --target batch .      score.py, train.py and Dask, for many machines

FROM python:3.11-slim AS build
RUN python -m venv /pipenv && /pipenv/bin/pip install --no-cache-dir pipenv==2026.10.3
WORKDIR /app
COPY Pipfile Pipfile.lock pyproject.toml README.md ./
# the lock's own hashes are checked; pip and its files stay in this stage
RUN /pipenv/bin/pipenv requirements --hash --exclude-markers > requirements.txt \
    && python -m venv --without-pip .venv \
    && pip --python .venv install --no-cache-dir --no-deps --require-hashes -r requirements.txt \
    && find .venv -name tests -type d -prune -exec rm -rf {} +
# an editable install: the next stages copy the package to where this one says it is
RUN mkdir tiktok_claims && touch tiktok_claims/__init__.py && pip --python .venv install --no-cache-dir --no-deps --editable .

FROM build AS build-batch
RUN /pipenv/bin/pipenv requirements --hash --exclude-markers --categories "batch train" > batch.txt \
    && pip --python .venv install --no-cache-dir --no-deps --require-hashes -r batch.txt \
    && find .venv -name tests -type d -prune -exec rm -rf {} +

FROM python:3.11-slim AS base
ENV PATH=/app/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app
RUN useradd --system --no-create-home --uid 10001 service && install -d -o service /data /models
USER 10001

FROM base AS batch
COPY --from=build-batch /app/.venv .venv
COPY tiktok_claims tiktok_claims
COPY score.py train.py model_chosen.bin ./
ENTRYPOINT ["python", "score.py"]

# last, so that `docker build .` builds it
FROM base
COPY --from=build /app/.venv .venv
COPY tiktok_claims tiktok_claims
COPY gunicorn.conf.py predict.py model_chosen.bin ./
# the history; -v claims:/data keeps it when the container is removed
ENV HISTORY_URL=sqlite:////data/history.db
VOLUME /data
EXPOSE 9696
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9696/health/ready', timeout=2)"]
ENTRYPOINT ["gunicorn"]
