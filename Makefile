# Two commands: `make run` and `make test`. The rest is for people who change the code.
.DEFAULT_GOAL := run
.PHONY: run demo test check bench clean

PYTHON := .venv/bin/python
READY := .venv/.ready
TESTS_READY := .venv/.ready-test

run: $(READY)
	@$(PYTHON) manage.py up

demo: $(READY)
	@$(PYTHON) manage.py up --demo

# make test DATABASE_URL=... DATABASE_OWNER_URL=... REDIS_URL=... runs the same suite on given servers.
test: $(TESTS_READY)
	@sh scripts/browser.sh
	@$(PYTHON) manage.py assets
	@$(PYTHON) -m pytest $(ARGS)

check: $(TESTS_READY)
	@sh scripts/check.sh

bench: $(TESTS_READY)
	@$(PYTHON) -m benchmarks $(ARGS)

# The data in var/ stays.
clean:
	rm -rf .venv .boot .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(READY): requirements.txt scripts/python.sh .python-version
	@sh scripts/python.sh requirements.txt $@

$(TESTS_READY): requirements-test.txt scripts/python.sh .python-version
	@sh scripts/python.sh requirements-test.txt $@
