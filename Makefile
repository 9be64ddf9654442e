# The door to Hone: everything a person or a CI job does starts here. `make help` lists it.
# Each target first looks whether the toolchain and the Debian packages it needs are there (scripts/install).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Places where toolchains stand that are on no PATH.
export PATH := $(or $(PATH),/usr/local/bin:/usr/bin:/bin):/opt/swift/usr/bin:$(HOME)/.local/share/swiftly/bin

sources := Sources Tests Package.swift
pure := HONE_PURE=1
pure_build := --scratch-path .build-pure
# Swift's own libraries inside the binary: it starts in a third of the time, and needs no toolchain where it runs.
release := swift build --configuration release --static-swift-stdlib
# So many tests at once. Each open store and each pipe is a file, and with some 1,360 of them Foundation's Process reads beyond its list of
# open files and ends the whole run.
run_tests := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=32 swift test --skip-build

.PHONY: help run build test test-fast test-release check format bench bench-full bench-build docs clean install install-check

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 20

run: build ## read this repository, or REPO=path, and write the scorecard to hone-report/
	@scripts/run "$(REPO)"

build: install ## build the release binary, .build/release/hone
	$(release) --product hone

test: install ## build and run every test
	swift build --build-tests
	$(run_tests)
	swift test --package-path Benchmarks

test-fast: install ## build and run the tests of the pure targets
	$(pure) swift build $(pure_build) --build-tests
	$(pure) swift test $(pure_build) --skip-build

test-release: build ## run whole commands as the release binary does them
	swift build --build-tests
	HONE_BINARY="$(CURDIR)/.build/release/hone" $(run_tests) --filter honeTests

check: install-check ## layout, imports, constructs, names, sizes, generated documents
	swift build --product hone
	scripts/check

format: install ## lay out the sources as .swift-format says
	swift format --in-place --parallel --recursive $(sources)

bench: bench-build ## time whole commands beside the tools that do the same, in at most ten minutes
	Benchmarks/.build/release/bench

bench-full: bench-build ## the same and what takes longer, by hand; writes Benchmarks/Results/
	Benchmarks/.build/release/bench --full

bench-build: build
	HONE_BENCHMARKS=1 $(release) --product columns
	HONE_BENCHMARKS=1 $(release) --product statistics
	swift build --package-path Benchmarks --configuration release

docs: install ## write the generated documents: Metrics.md, Configuration.md, hone.schema.json
	swift build --product hone
	.build/debug/hone docs Documentation

clean: ## delete what was built and reported; hone-run/ and .hone/ hold decisions and stay
	rm -rf .build .build-pure .build-pure-release hone-report

install:
	@scripts/install

install-check:
	@scripts/install check
