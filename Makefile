# Thin: underneath are `mkdocs serve`, `mkdocs build --strict` and `pytest`. Each target sets up what it needs.
.DELETE_ON_ERROR:
SHELL := bash
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The same commit gives the same bytes: MkDocs takes this for "now".
# Material announces its successor at every build; the decisions log says what we do about it.
export NO_MKDOCS_2_WARNING = 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)

LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: help serve site test standards newest fuzz mutants lint check links translations translations-status review export import changes zim epub offline editions faults bench requirements clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

serve: $(VENV)/site $(VENV)/type ## the site at http://127.0.0.1:8000/, rebuilt when a page changes
	$(BIN)/mkdocs serve

site: $(VENV)/site $(VENV)/type ## the site in site/, replaced only when the whole build succeeded
	.ci/build-site $(BIN)/mkdocs

check: $(VENV)/site ## the problems in the pages, without building
	$(KB)

links: $(VENV)/site ## REPOSITORY_URL=https://…: asks whether the official addresses of the sources still answer; it takes minutes
	@$(KB) links

KB = PYTHONPATH=hooks $(BIN)/python -m knowledge_base

translations: $(VENV)/site ## writes down what each block of a translation was made from
	$(KB) translations $(if $(ORIGIN),--origin $(ORIGIN))

translations-status: $(VENV)/site ## how far the translations are (JSON=1: as JSON)
	@$(KB) status $(if $(JSON),--json)

review: $(VENV)/site ## LOCALE=lo PAGE=values/equity REVIEWER="…" [SECTION=practice]: marks blocks as reviewed
	$(KB) review "$(LOCALE)" "$(PAGE)" "$(REVIEWER)" --section "$(SECTION)"

export: $(VENV)/site ## LOCALE=lo FILE=lo.po: a language's texts as PO or XLIFF (.xlf)
	$(KB) export "$(LOCALE)" "$(FILE)"

import: $(VENV)/site ## LOCALE=lo FILE=lo.po: back into the pages
	$(KB) import "$(LOCALE)" "$(FILE)"

changes: $(VENV)/site ## BASE=folder: what this copy changes against another one, as a comment for contributors
	@$(KB) changes "$(BASE)"

zim: $(VENV)/site ## of the site in site/, an archive of each language for Kiwix, into site/downloads/
	@$(KB) zim

epub: $(VENV)/site $(VENV)/type ## of the site in site/, a book of each language, into site/downloads/
	@$(KB) epub

offline: $(VENV)/site ## of the site in site/, a folder to unpack of each language and of all, into site/downloads/ (HANDOUTS=0: pages alone)
	@$(KB) offline $(if $(filter 0,$(HANDOUTS)),--without-handouts)

editions: ## the site and all editions of it, listed with their sizes on the page "Without internet"
	@for each in site zim epub offline; do $(MAKE) --no-print-directory $$each || exit 1; done

test: $(VENV)/test $(VENV)/type ## all tests, in a real browser too
	$(BIN)/pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

standards: $(VENV)/test $(VENV)/type ## every page of every language as the tests look at samples: valid HTML, what WCAG asks (takes half an hour)
	$(BIN)/pytest --numprocesses auto --dist loadgroup --every-page --timeout 3600 tests/browser/standards tests/site/test_valid_html.py tests/site/test_language_of_parts.py

newest: ## all tests with the newest versions that pyproject.toml lets in, in a copy of the last commit
	.ci/newest $(PYTHON)

# COUNT inputs of the seed SEED, in JOBS processes side by side; what crashes lies in .cache/fuzzing.
COUNT ?= 1000000
SEED ?= 1
JOBS ?= 2
fuzz: $(VENV)/hardening $(VENV)/type ## COUNT=1000000 SEED=1 JOBS=2: texts that nobody would write, for all that parses
	PYTHONPATH=$(CURDIR)/hooks:$(CURDIR)/tests $(BIN)/python -m fuzzing.run $(COUNT) $(SEED) --jobs $(JOBS)

# MODULES of hooks/knowledge_base, all by default; all changes of all of them would take a day, so a SAMPLE is drawn.
MODULES ?= *
mutants: $(VENV)/hardening $(VENV)/type ## SAMPLE=600 SEED=1 MODULES="quotation.py rules/*": changes the code bit by bit; a test should notice each
	SAMPLE=$(SAMPLE) SEED=$(SEED) JOBS=$(JOBS) .ci/mutants $(BIN) "$(MODULES)"

faults: $(VENV)/test $(VENV)/type ## bad days with the real site: 50 kills, what a build needs taken away, another machine (takes 40 minutes)
	$(BIN)/python tests/endurance/killing.py
	$(BIN)/python tests/endurance/taking_away.py
	PYTHONPATH=hooks $(BIN)/python tests/endurance/moving.py

lint: $(VENV)/test ## style and types of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/test $(VENV)/type ## build time and memory, with and without our hooks; printing; what pages and a search cost a reader
	$(BIN)/python tests/bench/build.py
	$(BIN)/python tests/bench/printing.py
	$(BIN)/python tests/bench/growth.py
	$(BIN)/python tests/bench/serving.py
	.ci/build-site $(BIN)/mkdocs
	PYTHONPATH=hooks:tests $(BIN)/python tests/bench/light.py
	PYTHONPATH=hooks:tests $(BIN)/python tests/bench/lighthouse.py
	PYTHONPATH=hooks:tests $(BIN)/python tests/bench/search.py $(if $(LOCALE),--locale $(LOCALE))

requirements: $(VENV)/site ## new versions into requirements*.txt, with hashes and without addresses
	$(BIN)/pip install --quiet uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra test --constraints requirements.txt --output-file requirements-test.txt
	$(LOCK) --extra hardening --constraints requirements-test.txt --output-file requirements-hardening.txt

clean: ## remove what was built and installed
	rm -rf $(VENV) .cache node_modules tests/node_modules site

$(VENV)/python: .ci/make-venv
	.ci/make-venv $(PYTHON) $(VENV)
	touch $@

$(VENV)/site: $(VENV)/python requirements.txt
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.txt
	touch $@

# What is drawn with: fonts for the web and for paper, and the library that sets the handouts.
$(VENV)/type: $(VENV)/python package-lock.json .ci/install-packages .ci/install-pango
	.ci/install-packages
	.ci/install-pango
	touch $@

$(VENV)/test: $(VENV)/site requirements-test.txt tests/package-lock.json .ci/install-test-tools
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-test.txt
	.ci/install-test-tools
	touch $@

$(VENV)/hardening: $(VENV)/test requirements-hardening.txt
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-hardening.txt
	touch $@
