# Every target sets itself up (packaging/setup.sh); the second time that costs nothing.
PYTHON_VENV := .venv/bin/python
PYTEST_ARGS ?=
# One process a core; make test PARALLEL= runs them one after the other.
PARALLEL ?= -n auto --dist worksteal
# KUNDENRADAR_COVERAGE=1 measures coverage in the same run (.ci/run does).
COVERAGE := $(if $(KUNDENRADAR_COVERAGE),--cov --cov-report=)

.PHONY: run test check lint types contracts bench pictures package lock clean distclean help

help:
	@echo "make run      open the window; without a display: run the demo in the terminal"
	@echo "make test     run all tests (PYTEST_ARGS='-k …' to choose)"
	@echo "make check    ruff, mypy --strict, import contracts"
	@echo "make bench    run the benchmarks, print their tables"
	@echo "make pictures make the pictures under docs/pictures from the sample data"
	@echo "make package  build the Linux folder under dist/"
	@echo "make lock     write requirements/*.lock from pyproject.toml (UPGRADE=1: newest that fit)"
	@echo "make clean    remove what was built; make distclean: .venv too"

run:
	@packaging/setup.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then exec $(PYTHON_VENV) main.py; \
	else exec $(PYTHON_VENV) main.py demo; fi

test:
	@packaging/setup.sh dev
	@QT_QPA_PLATFORM="$${QT_QPA_PLATFORM:-offscreen}" $(PYTHON_VENV) -m pytest $(PARALLEL) $(COVERAGE) $(PYTEST_ARGS)

check: lint types contracts

lint:
	@packaging/setup.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types:
	@packaging/setup.sh dev
	.venv/bin/mypy --strict

contracts:
	@packaging/setup.sh dev
	.venv/bin/lint-imports

bench:
	@packaging/setup.sh dev
	@set -e; for each in bench/[a-z]*.py; do echo "== $$each"; $(PYTHON_VENV) "$$each"; done

pictures:
	@packaging/setup.sh dev
	@$(PYTHON_VENV) packaging/pictures.py

package:
	@packaging/setup.sh package
	@packaging/build.sh

lock:
	@packaging/setup.sh dev
	@[ -x build/lock-venv/bin/pip-compile ] || { $(PYTHON_VENV) -m venv build/lock-venv && \
	build/lock-venv/bin/pip install --quiet "pip-tools==7.6.2" packaging; }
	build/lock-venv/bin/python packaging/lock.py $(if $(UPGRADE),--upgrade)

clean:
	rm -rf build dist *.egg-info .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

distclean: clean
	rm -rf .venv
