# The commands of this repository; `make help` lists them. Each makes what it needs itself.

SWIFT := scripts/swift
PYTHON := .venv/bin/python
PORT ?= 8000

# Typst is taken from here; the command looks in no folder that it builds.
export VERSLAG_TYPST := $(CURDIR)/.venv

RELEASE := --configuration release --product verslag --static-swift-stdlib
JUDGED := .build/judged

.DEFAULT_GOAL := help
.PHONY: help site check serve test bench fuzz golden format clean command

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F '|' '{ printf "%-15s %s\n", $$1, $$2 }'

site: command ## build the programme of this repository into site/concept/
	@.build/release/verslag build
	@echo "The site is in $(CURDIR)/site/concept: open index.html in a browser."

check: command ## print what is wrong in content/ and data/, write nothing
	@.build/release/verslag check

serve: site ## build the site and show it, beside its editions, on http://127.0.0.1:8000/concept/ (other port: PORT=9000)
	@echo "http://127.0.0.1:$(PORT)/concept/ (stop with Ctrl-C)"
	@python3 -m http.server --bind 127.0.0.1 --directory site $(PORT)

# One configuration for tests and judged site: a fresh clone then compiles everything once.
test: ## run all tests, build the site and let the outside judges look at it (axe-core, HTML, links, PDF, data, Markdown)
	@scripts/setup test
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Plugins Sources Tests
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build
	@rm -rf $(JUDGED)
	@if [ -f site/editions.json ]; then mkdir -p $(JUDGED) && cp -R site/. $(JUDGED) && rm -rf $(JUDGED)/concept; fi
	@.build/debug/verslag build --output $(JUDGED)
	@$(PYTHON) Tests/Judges/run --command .build/debug/verslag --site $(JUDGED)/concept

bench: command ## build 5,000 pages with verslag and with Hugo, and up to 50,000 with verslag, check what grows with what, draw 1,000 charts with verslag, Vega-Lite and matplotlib, print a report with verslag, Typst and WeasyPrint (other numbers: PAGES=, CHARTS=)
	@scripts/setup bench
	@$(PYTHON) bench/run.py --command .build/release/verslag --pages $(or $(PAGES),5000)
	@$(PYTHON) bench/growth.py --command .build/release/verslag
	@$(PYTHON) bench/editions.py --command .build/release/verslag
	@$(PYTHON) bench/charts.py --command .build/release/verslag --charts $(or $(CHARTS),1000)
	@$(PYTHON) bench/report.py --command .build/release/verslag

fuzz: ## feed every parser inputs that nobody wrote, for ten minutes (longer: MINUTES=60)
	@scripts/setup build
	@VERSLAG_FUZZ=1 $(SWIFT) build --configuration release --scratch-path .build/fuzz --product fuzz
	@python3 Tests/Fuzz/run --fuzz .build/fuzz/release/fuzz --minutes $(or $(MINUTES),10)

golden: ## record the golden files of the tests anew (fails once by design; look at them with git diff)
	@scripts/setup build
	@RECORD_GOLDEN=1 $(SWIFT) test

format: ## format the Swift sources in place
	@scripts/setup build
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Plugins Sources Tests

clean: ## remove what these commands made: .build, .venv and site/concept
	rm -rf .build .venv site/concept

# The command in release mode, the standard library inside.
command:
	@scripts/setup build
	@$(SWIFT) build $(RELEASE)
