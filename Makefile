# Relais: `make run` to use it, `make test` to check it, `make help` for the rest.
# Works with GNU make 3.81 (macOS). Every step leaves a stamp, so a second time does nothing.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:
.DELETE_ON_ERROR:

export UV_PYTHON_DOWNLOADS := never
export DJANGO_SETTINGS_MODULE := relais.config.settings

BIN := .venv/bin
PY := $(BIN)/python
MANAGE := $(PY) backend/manage.py
NPM := cd frontend && npm run --silent
PYTEST := $(PY) -m pytest
WORKERS ?= 2

VENV := .venv/.ready
BENCH := .venv/.bench
NODE := frontend/node_modules/.ready
SPA := frontend/dist/.ready
CATALOGUES := $(wildcard backend/relais/locale/*/LC_MESSAGES/django.po)
COMPILED := $(CATALOGUES:.po=.mo)
SPA_SOURCES := $(shell find frontend/src frontend/public frontend/index.html frontend/*.ts frontend/*.json \
	-type f ! -path '*/locales/*.ts' 2>/dev/null)

.PHONY: help run dev setup test check lint types imports translations browser frontend-check frontend-test fmt \
	schema messages screenshots sample bench backup restore clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# -- use it --------------------------------------------------------------------------------------------

run: setup $(SPA) ## Set everything up and start Relais (HOST, PORT; Ctrl-C stops it)
	@exec $(PY) -m relais.config.up

dev: setup $(NODE) ## The same for those who change it: both sides reload as files change
	@exec $(PY) -m relais.config.up --reload

sample: setup ## Load the sample workspace and print its login (SAMPLE_PASSWORD sets it)
	@exec $(MANAGE) sample

backup: setup ## Save the database to FILE (default: var/backups/<time>.dump)
	@exec $(MANAGE) backup $(FILE)

restore: setup ## Load FILE, a backup, into an empty database
	@exec $(MANAGE) restore $(FILE)

setup: $(VENV) $(COMPILED) ## Install what Python needs and compile the translations

# -- check it ------------------------------------------------------------------------------------------

test: lint types imports translations frontend-check frontend-test $(SPA) browser ## Everything: lint, types, contracts, tests, browser
	@$(NPM) check:size
	$(PYTEST) --numprocesses=$(WORKERS)

check: lint types imports translations frontend-check frontend-test ## The fast half: no browser, no processes, no recorded data
	$(PYTEST) --numprocesses=$(WORKERS) -m "not e2e and not deploy and not realdata"

lint: setup ## Python: ruff, rules and format
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: setup ## Python: mypy, strict
	$(PY) -m mypy

imports: setup ## Python: imports go down only
	@$(BIN)/lint-imports --no-logo

translations: setup ## Server: every sentence is in the catalogues, and translated
	@$(PY) scripts/messages.py --check

browser: setup ## Find or install the browser that the tests drive
	@$(PY) tests/e2e/browser.py

frontend-check: $(NODE) ## Interface: lint, types, translations, unused code, API types up to date
	@$(NPM) check
	@cd frontend && node_modules/.bin/openapi-typescript ../tests/contracts/openapi.json \
		-o src/shared/api/schema.d.ts --check

frontend-test: $(NODE) ## Interface: unit tests
	@$(NPM) test

bench: setup $(BENCH) ## Measure: the figures of tests/load beside their goals (ONLY="board creators" for some)
	@exec $(PY) -m tests.load $(ONLY)

# -- change it -----------------------------------------------------------------------------------------

fmt: setup $(NODE) ## Format both sides and fix what can be fixed
	$(PY) -m ruff check --fix --quiet . || true
	$(PY) -m ruff format --quiet .
	@$(NPM) fix

schema: setup $(NODE) ## Write the OpenAPI snapshot and the client types made from it
	$(MANAGE) spectacular --format openapi-json --validate --fail-on-warn --file tests/contracts/openapi.json
	@$(NPM) schema

messages: setup $(NODE) ## Bring both translation catalogues up to date
	$(PY) scripts/messages.py
	@$(NPM) messages

screenshots: setup $(SPA) browser ## Take the pictures of the user guide again
	@exec $(PY) scripts/take_screenshots.py

clean: ## Remove what was built and installed; data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results \
		frontend/node_modules frontend/dist $(COMPILED)
	find backend scrapers tests -name __pycache__ -type d -prune -exec rm -rf {} +

# -- set-up steps --------------------------------------------------------------------------------------

# Inside site-packages a relative line of a .pth file is taken from there, so the checkout may move.
$(VENV): requirements/dev.txt requirements/uv.txt
	@python=$$(scripts/find-python) || exit 1; \
	echo "Setting up Python with $$python (about half a minute, once) ..."; \
	"$$python" -m venv --clear .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@$(PY) -m uv pip sync --quiet --python $(PY) --require-hashes requirements/dev.txt requirements/uv.txt
	@printf '%s\n' ../../../../backend ../../../.. \
		> "$$($(PY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/relais.pth"
	@touch $@

# Without Scrapy the rest is still measured, and the benchmark says what is missing.
$(BENCH): $(VENV) requirements/bench.txt
	@echo "Installing what the benchmarks compare with ..."
	@if $(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r requirements/bench.txt; then touch $@; \
	else echo "It could not be installed; going on without it."; fi

$(COMPILED): %.mo: %.po $(VENV)
	@echo "Compiling $< ..."
	@$(BIN)/pybabel --quiet compile --statistics --input-file $< --output-file $@

$(NODE): frontend/package-lock.json frontend/package.json
	@scripts/need-node
	@echo "Setting up the interface's packages (about a minute, once) ..."
	@cd frontend && npm ci --ignore-scripts --silent
	@touch $@

$(SPA): $(NODE) $(SPA_SOURCES)
	@scripts/need-node
	@echo "Building the interface ..."
	@$(NPM) build -- --logLevel warn
	@touch $@
