# Everything runs in .venv, into which `make` installs what a target needs from Pipfile.lock, once.
PYTHON ?= python3
BIN := .venv/bin
PIPENV := PIPENV_VENV_IN_PROJECT=1 PIPENV_IGNORE_VIRTUALENVS=1 PIPENV_VERBOSITY=-1 .venv/pipenv/bin/pipenv
PIPENV_VERSION := 2026.10.3
DATA ?= tiktok_dataset.csv
WINDOW ?= 24h
LABELS ?= $(or $(HISTORY_URL),sqlite:///history.db)
STORE ?= models
# A program that is there already, or else Debian's package of that name where it can be installed.
debian = { command -v $(1) > /dev/null || { test $$(id -u) = 0 && command -v apt-get > /dev/null \
	&& apt-get -qq update && apt-get -qq install --no-install-recommends $(1) > /dev/null; }; }

.DEFAULT_GOAL := help
.PHONY: help run test test-system test-all check coverage install train retrain evaluate report notebook data bench pictures tools lock image clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/serving ## serve model_chosen.bin at http://localhost:9696 (set-up included)
	$(BIN)/gunicorn

test: .venv/everything ## run the unit and HTTP tests (set-up included)
	$(BIN)/pytest -n 2 --dist loadscope tests/unit tests/http
	@echo "Not run: the system tests (browser, databases, Prometheus, Dask, killed processes). make test-all runs them, too."

test-system: .venv/everything tools ## run the system tests: browser, databases, Prometheus, Dask, killed processes
	$(BIN)/pytest -n 2 --dist loadscope tests/system

test-all: test test-system ## run all tests (set-up included)

check: .venv/everything ## check style, format, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

coverage: .venv/everything ## measure the coverage of the unit and HTTP tests; fails below the floor in pyproject.toml
	$(BIN)/pytest -n 2 --dist loadscope --cov --cov-report=term-missing:skip-covered tests/unit tests/http

install: .venv/everything ## set up .venv for work on the project

train: .venv/everything ## train on DATA (tiktok_dataset.csv) and write model_chosen.bin
	$(BIN)/python train.py --data $(DATA)

retrain: .venv/everything ## train on the labels in LABELS (a history or CSV), into the model store STORE; compare with what is served
	@mkdir -p $(STORE)
	$(BIN)/python train.py --labels $(LABELS) --out $(STORE)
	@new=$$(ls -t $(STORE)/*.bin | head -1); version=$$(basename $$new .bin); \
	$(BIN)/python -m tiktok_claims compare $$new $(STORE) --labels $(LABELS); status=$$?; \
	if [ $$status = 0 ]; then echo "to serve it: $(BIN)/python -m tiktok_claims promote $$version --store $(STORE) --labels $(LABELS)"; \
	elif [ $$status = 4 ]; then echo "label more videos at /queue, and run this again"; \
	else exit $$status; fi

evaluate: .venv/notebook ## measure the model on DATA, into MODEL_CARD.md and the model file (NEWS, OWN: docs/training.md)
	$(BIN)/python -m tiktok_claims model-card --data $(DATA) $(if $(NEWS),--news $(NEWS)) $(if $(OWN),--own $(OWN))

report: .venv/serving ## write report.html of the last WINDOW (24h) of the history; fails when drift is red
	$(BIN)/python -m tiktok_claims report --out report.html --window $(WINDOW)

notebook: .venv/notebook ## run all of notebook.ipynb on DATA, into build/notebook.ipynb and build/notebook.html
	OMP_WAIT_POLICY=PASSIVE STUDY_DATA=$(DATA) $(BIN)/jupyter nbconvert --to notebook --execute --KernelManager.transport=ipc --output-dir build notebook.ipynb
	@# what a progress bar wrote over is dropped; the classic template keeps the descriptions of the pictures
	$(BIN)/jupyter nbconvert --to notebook --inplace --CoalesceStreamsPreprocessor.enabled=True build/notebook.ipynb
	$(BIN)/jupyter nbconvert --to html --template classic build/notebook.ipynb

data: .venv/everything ## generate the stand-in tiktok_dataset.csv
	$(BIN)/python -m tiktok_claims stand-in

bench: .venv/bench .venv/notebook ## measure the speed of one record, the service and batch scoring, next to others, into benchmarks/*.md
	@$(call debian,wrk) || { echo "wrk is needed (Debian: apt-get install wrk)"; exit 1; }
	$(BIN)/python -m benchmarks.latency
	$(BIN)/python -m benchmarks.serving $(BENCH)
	$(BIN)/python -m benchmarks.batch $(BATCH)

pictures: .venv/everything tools ## take the pictures of README and docs
	$(BIN)/pytest -q --pictures tests/system/test_pictures.py

# What system tests need besides .venv. Tests of what cannot be installed are skipped, with a reason.
tools:
	@for tool in chromium prometheus; do $(call debian,$$tool) || echo "no $$tool: its tests are skipped"; done
	@ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || $(call debian,postgresql) || echo "no postgresql: its tests are skipped"
	@test node_modules/.package-lock.json -nt package-lock.json || { command -v npm > /dev/null && npm ci --silent; } \
	|| echo "no axe-core (npm ci): its tests are skipped"

lock: .venv/pipenv/bin/pipenv ## lock the newest allowed versions, without the address of the registry
	$(PIPENV) lock
	$(PYTHON) -c "import json, pathlib; p = pathlib.Path('Pipfile.lock'); lock = json.loads(p.read_text()); \
	lock['_meta']['sources'] = []; p.write_text(json.dumps(lock, indent=4) + '\n')"

image: ## build the container image zoomcamp-project
	docker build -t zoomcamp-project .

clean: ## remove the files of the other targets
	rm -rf .venv build node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

.venv/pipenv/bin/pipenv:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or later is needed, this is ' + sys.version.split()[0])"
	$(PYTHON) -m venv .venv
	$(PYTHON) -m venv .venv/pipenv
	.venv/pipenv/bin/pip install --quiet --disable-pip-version-check pipenv==$(PIPENV_VERSION)

.venv/serving: Pipfile.lock pyproject.toml .venv/pipenv/bin/pipenv
	$(PIPENV) sync
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/everything: .venv/serving
	$(PIPENV) sync --categories "train batch dev-packages"
	@touch $@

.venv/notebook: .venv/everything
	$(PIPENV) sync --categories "notebook"
	@touch $@

.venv/bench: .venv/everything
	$(PIPENV) sync --categories "bench"
	@touch $@
