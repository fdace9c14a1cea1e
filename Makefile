# `make` alone lists what can be asked for. Every target sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help setup run test machine containers tools check $(CHECKS) format bench corpus pictures guides vendor app manifest words sbom lock clean

PORT ?= 8000
DATA ?= var/demo
BIN := .venv/bin
# Node and npm come with the virtual environment, so none has to be on the machine.
NODE := PATH="$(CURDIR)/$(BIN):$(CURDIR)/node_modules/.bin:$$PATH"

help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: ## make .venv with everything that running and testing need
	@deploy/dev/setup.sh dev

run: ## try the portal with a made-up organisation (PORT=8000 DATA=var/demo)
	@deploy/dev/setup.sh run
	@$(BIN)/adviespunt demo --data "$(DATA)" --port "$(PORT)"

# These two walk all of crypto/; elsewhere, counting branches would cost a fifth of the time and tell nothing more.
WALKED := tests/crypto tests/vectors
test: setup ## all checks and all tests, the browser's too
	@$(MAKE) --no-print-directory check tools
	@$(BIN)/pytest -m "" -n 2 --cov --cov-report=term $(WALKED)
	@$(BIN)/pytest -m "" -n 2 --dist loadfile $(WALKED:%=--ignore=%)

machine: setup tools ## install on a fresh Debian in QEMU and search all that it keeps (as root, half an hour or less; DEBIAN=trixie)
	@folder=$$(deploy/dev/machine/image.sh $(DEBIAN)) && ADVIESPUNT_MACHINE=$$folder $(BIN)/pytest -m "" -o faulthandler_timeout=0 tests/machine

containers: setup tools ## build and start deploy/container with podman (as root)
	@tests/containers/run.sh

tools: ## install the programs that some tests run (as root; otherwise say how)
	@deploy/dev/tools.sh

CHECKS := check-format check-lint check-types check-imports check-shell check-js check-js-types check-vendor check-app check-manifest check-sbom check-words check-texts
check: setup node_modules/.installed ## format, lint, types, import contracts, vendor files: all told at once
	@$(MAKE) --no-print-directory --keep-going $(CHECKS)

check-format:
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }
	@$(NODE) prettier --check --log-level warn . || { echo "Run: make format"; exit 1; }
check-lint:
	@$(BIN)/ruff check --quiet .
check-types:
	@$(BIN)/mypy --no-error-summary
check-imports:
	@$(BIN)/lint-imports --no-logo
check-shell:
	@$(BIN)/shellcheck -x $$(git ls-files '*.sh' .ci/run)
check-js:
	@$(NODE) eslint --max-warnings 0 .
check-js-types:
	@$(NODE) tsc --project tsconfig.json
check-vendor:
	@$(NODE) node deploy/dev/vendor/build.mjs --compare portal/static/vendor
check-app:
	@$(NODE) node deploy/dev/app/build.mjs --compare portal/static/app
check-manifest:
	@$(BIN)/adviespunt manifest | cmp - portal/release/manifest.json
check-sbom:
	@$(BIN)/python -m deploy.dev.sbom | cmp - docs/sbom.cdx.json
check-words:
	@$(BIN)/python -m deploy.dev.words.fold <crypto/words/nl.txt | cmp - portal/static/words/nl.txt

format: setup node_modules/.installed ## format Python and JavaScript
	@$(BIN)/ruff format --quiet .
	@$(NODE) prettier --write --log-level warn .

bench: setup ## measure what the documents state
	@$(BIN)/python -m tests.bench

corpus: setup ## clean a whole folder and prove that nothing came through (DIR=folder)
	@test -n "$(DIR)" || { echo "Say which folder: make corpus DIR=folder"; exit 2; }
	@$(BIN)/python -m sanitizers.corpus "$(DIR)"

pictures: setup tools ## take every picture in docs/pictures anew
	@$(BIN)/python -m tests.pictures docs/pictures

guides: setup tools ## print docs/guides, each on one sheet, into build/guides
	@$(BIN)/python -m deploy.dev.guides build/guides

vendor: setup node_modules/.installed ## rebuild portal/static/vendor from the locked packages
	@$(NODE) node deploy/dev/vendor/build.mjs portal/static/vendor

app: setup node_modules/.installed ## join the browser's modules anew into portal/static/app
	@$(NODE) node deploy/dev/app/build.mjs portal/static/app

manifest: app ## write down anew what a release serves (portal/release/manifest.json)
	@$(BIN)/adviespunt manifest >portal/release/manifest.new && mv portal/release/manifest.new portal/release/manifest.json

LANGUAGE := node_modules/@zxcvbn-ts/language-nl-be/dist
words: setup node_modules/.installed ## choose the Dutch words anew (needs Debian's wdutch)
	@$(BIN)/python -m deploy.dev.words.build /usr/share/dict/dutch \
		$(LANGUAGE)/commonWords.json.esm.js $(LANGUAGE)/wikipedia.json.esm.js >crypto/words/nl.txt
	@$(BIN)/python -m deploy.dev.words.fold <crypto/words/nl.txt >portal/static/words/nl.txt
	@$(BIN)/python -m deploy.dev.words.guessable $(LANGUAGE) crypto/words/nl.txt crypto/words

texts: setup node_modules/.installed ## take the Dutch texts out of the code into portal/translations
	@$(NODE) python deploy/dev/texts/texts.py update

check-texts:
	@$(NODE) python deploy/dev/texts/texts.py check

sbom: setup node_modules/.installed ## write what a release is made of (CycloneDX)
	@$(BIN)/python -m deploy.dev.sbom >docs/sbom.cdx.json

lock: setup ## take the newest dependencies into the locks
	@deploy/dev/lock.sh

clean: ## remove what can be made again (never var/)
	@rm -rf .venv node_modules build ./*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.*

node_modules/.installed: package-lock.json package.json .npmrc | setup
	@$(NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
