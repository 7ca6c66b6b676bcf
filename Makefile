# The one command runner, on a laptop and in CI. Every target installs what it needs and says what it does; nothing is
# skipped: a suite that cannot run is a failure with its reason.

.DEFAULT_GOAL := help
.PHONY: help run test test-rust test-python test-kotlin test-swift vectors python lint bench fixture faults audit setup-% generate clean

MVN := mvn -B -ntp -Dkotlin.compiler.daemon=false -f android/pom.xml
# The dependencies of Ampersand's own data folder and key stay out of the repository.
export PYTHONDONTWRITEBYTECODE := 1

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup-run generate ## Open the app's preview on a real vault; without a display, take the tour and save its pictures
	$(MVN) -q compile exec:exec -pl preview -am

test: test-rust test-python test-kotlin test-swift ## Run everything: Rust, Python, Kotlin, Swift
	@echo "make test: all suites passed"

test-rust: setup-rust generate
	cargo test --locked --workspace --exclude ampersand-bindgen
	tools/check-api.sh
	cargo run --quiet --locked -p ampersand-tests --bin vectors

test-python: setup-python generate
	PYTHONPATH=build/python "$$(tools/setup.sh python-home)/bin/python" -m unittest discover -s tests/python -p 'test_*.py'

test-kotlin: setup-run generate
	$(MVN) test

test-swift: setup-swift generate
	ios/run-tests.sh

vectors: setup-rust ## Run the worked cases of VECTORS_DIR (default tests/vectors) on the core
	@cargo run --quiet --locked -p ampersand-tests --bin vectors

python: setup-rust generate ## Put the importable package `ampersand` into build/python
	@echo "build/python/ampersand: PYTHONPATH=build/python python3 -c 'import ampersand'"

lint: setup-rust setup-swift generate ## Check format, lints, documentation, licence list, scripts
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS='-D warnings' cargo doc --locked --no-deps --quiet -p ampersand-core -p ampersand-ffi
	python3 tools/third_party.py --check
	ios/lint.sh

bench: setup-run setup-swift generate ## Measure the budgets against their baselines
	tools/bench.sh

fixture: setup-rust ## Make the journals of ten years (20,000 entries) and half a year (1,000) in build/fixture
	cargo run --quiet --locked --release -p ampersand-tests --bin fixture -- build/fixture 1000 20000

faults: setup-rust ## Kill, fill, flip, cut and lock out: everything that was acknowledged is still there
	cargo run --quiet --locked --release -p ampersand-tests --bin faults

audit: ## Check licences, duplicates and sources of the crates with cargo-deny
	@command -v cargo-deny >/dev/null || cargo install --locked --version 0.18.9 cargo-deny
	cargo deny --all-features check bans licenses sources

generate: setup-rust
	tools/generate.sh

setup-%:
	@tools/setup.sh $*

clean: ## Remove everything that was built here; the caches in the home folder stay
	rm -rf target build android/target android/*/target
