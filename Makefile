# make setup | run | test | check | screenshots | torture | simulate | bench | lock
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin
WINDOW = $(if $(DISPLAY)$(WAYLAND_DISPLAY),window,offscreen)
SAMPLE := build/bridges.fwb
# many short processes are started here: compiled once, each is twice as fast
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run test check format screenshots torture simulate bench lock clean

help:
	@echo "make run          set up and open the program on the sample community"
	@echo "make test         set up, check style, types and import rules, run the tests"
	@echo "make screenshots  every page as a picture, in build/screenshots"
	@echo "make torture      kills, full disks, long random histories"
	@echo "make simulate     communities with a known truth: how often intervals hold it"
	@echo "make bench        how fast, each beside a floor measured in the same run"

setup: $(READY)
	@sh packaging/linux/system-libraries.sh $(WINDOW)

$(READY): requirements/dev.lock requirements/bootstrap.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Name another with: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/bootstrap.lock
	@VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip sync -q --require-hashes requirements/dev.lock
	@$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "workbench-checkout.pth").write_text(str(pathlib.Path.cwd()) + "\n", encoding="utf-8")'
	@touch $(READY)

run: setup
	@mkdir -p build
ifeq ($(WINDOW),window)
	@test -e $(SAMPLE) || $(BIN)/python -m workbench new $(SAMPLE) --sample
	$(BIN)/python -m workbench open $(SAMPLE)
else
	@echo "No display here, so no window: drawing every page into build/tour instead."
	$(BIN)/python -m workbench tour build/tour
endif

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: check
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto -q

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m workbench tour build/screenshots --themes

torture: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -o addopts="--strict-markers -p no:benchmark --import-mode=importlib" tests/torture

simulate: setup
	$(BIN)/python -m pytest -q -o addopts="--strict-markers -p no:benchmark --import-mode=importlib" tests/simulations

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -o addopts="--strict-markers --import-mode=importlib" tests/benchmarks

lock:
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate -q -o requirements/run.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --no-annotate -q -o requirements/dev.lock
	grep -A40 '^uv==' requirements/dev.lock | awk 'NR==1 || /^ / {print} NR>1 && /^[a-z]/ {exit}' > requirements/bootstrap.lock

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
