# Two commands: `make site` builds the site, `make test` tests the program. `make help` has the rest.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory

# Debian packages: what the program is built with, and what its tests use besides.
BUILD_PACKAGES := pkg-config libcmark-dev coinor-libclp-dev libqrencode-dev libssl-dev \
  libturbojpeg0-dev libspng-dev libwebp-dev
TEST_PACKAGES := $(BUILD_PACKAGES) python3-venv chromium fonts-noto-core nginx-light caddy \
  default-jre-headless

SWIFT_BUILD := swift build --explicit-target-dependency-import-check error
RELEASE := --configuration release --static-swift-stdlib --scratch-path .build-release
MINHBACH := .build-release/release/minhbach
PYTHON := .venv/bin/python

.PHONY: help site program test test-all audit lint unit browser bench bench-paint bench-disclosure bench-counts format clean \
  packages test-packages

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

site: program ## build both editions of the site into output/
	@$(MINHBACH) build
	@tools/say-where

program: packages ## build the release program
	$(SWIFT_BUILD) $(RELEASE) --product minhbach

test: lint unit browser ## run the tests (10 minutes at most on two cores)

test-all: test bench audit ## run every test, also the slow ones, and the benchmark

audit: site ## read both editions back as an attacker would
	$(MINHBACH) audit output/public
	$(MINHBACH) audit output/officials

lint: ## check the form of the code
	swift format lint --strict --recursive --parallel Package.swift Plugins Sources Benchmarks Tests

unit: packages ## run the tests of the rooms
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build --disable-xctest

browser: program .venv/ready ## open the built pages in a browser
	$(PYTHON) -m pytest -q Tests/Browser --minhbach $(MINHBACH)

bench: program .venv/ready ## time the program on synthetic sites of 1,000 and 10,000 pages
	$(PYTHON) tools/bench --minhbach $(MINHBACH)

bench-paint: site .venv/ready ## measure when pages are painted on a slow telephone
	$(PYTHON) tools/bench-paint

bench-disclosure: packages ## measure the protection of counts on the cases of Benchmarks/
	$(SWIFT_BUILD) $(RELEASE) --product BenchDisclosure
	.build-release/release/BenchDisclosure --full-model $(CASES)

bench-counts: program ## time the program on a large data set of persons, 10,000 and 100,000 rows
	tools/bench-counts --minhbach $(MINHBACH)

format: ## bring the code into form
	swift format --in-place --recursive --parallel Package.swift Plugins Sources Benchmarks Tests

clean: ## remove what was built
	rm -rf .build .build-release .venv .minhbach output/public output/officials

packages:
	@tools/install-packages $(BUILD_PACKAGES)

test-packages:
	@tools/install-packages $(TEST_PACKAGES)

.venv/ready: tools/requirements.txt | test-packages
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r tools/requirements.txt
	touch $@
