# Everything works on a bare machine with Python 3.11+ and make: `make run` is all there is to it.

PORT ?= $(or $(AUKTOR_PORT),8000)
# The first that runs and is new enough: a name on the PATH may be a shim that only complains.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin

.PHONY: help run test check proof sameness outside bench generate setup lock clean

help:
	@echo "make run       set up and serve the register on http://127.0.0.1:$(PORT) (PORT=… for another)"
	@echo "make test      set up and pass all tests"
	@echo "make check     format, lint, types, import contracts, generated files"
	@echo "make proof     the whole of what make test proves in part: minutes to hours"
	@echo "make sameness  10,000 random questions, by plan and by graphql-core: the same answers, the same errors"
	@echo "make outside   other people's checkers on our program, fetched by npm"
	@echo "make bench     the benchmarks, as tables of ratios"
	@echo "make generate  rewrite what is made from the model: schema, client, dictionary, reference"
	@echo "make lock      choose the newest versions that pyproject.toml allows"
	@echo "make clean     remove the environment and caches; the register in .auktor stays"

run: setup
	@exec $(BIN)/auktor serve --port $(PORT)

test: setup
	$(BIN)/python -m pytest

check: setup .venv-client/ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/auktor generate --check
	.venv-client/bin/python client/generate.py --check
	$(BIN)/auktor schema --since-release

proof: setup
	$(BIN)/python -m pytest -m proof

sameness: setup
	AUKTOR_TEST_OPERATIONS=10000 $(BIN)/python -m pytest -n 0 -s tests/schema/execution/test_sameness.py

outside: setup
	$(BIN)/python -m pytest -m outside -rs

bench: setup
	$(BIN)/python bench/run.py

generate: setup .venv-client/ready
	$(BIN)/auktor generate
	.venv-client/bin/python client/generate.py

setup: .venv/ready

# The environment is made anew when the lock file changes, so that nothing outside the lock file lingers in it.
.venv/locked: requirements.lock
	@test -n "$(PYTHON)" || \
		{ echo "auktor needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$(PYTHON) lacks its venv module. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Setting up .venv (once; about a minute)"
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

.venv/ready: .venv/locked pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The generator of the client wants an older graphql-core than the server, so it lives apart; only make check and make
# generate need it.
.venv-client/ready: client/codegen.lock
	@echo "Setting up .venv-client (once; a few seconds)"
	@$(PYTHON) -m venv --clear .venv-client
	@.venv-client/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

lock: setup
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock
	$(BIN)/uv pip compile client/codegen.in --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file client/codegen.lock

clean:
	rm -rf .venv .venv-client .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
