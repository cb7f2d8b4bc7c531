# Two commands: `make demo` shows the main job, `make test` proves it. Both install what is missing.

SWIFT ?= swift
export SCHEMAGATE_TEST_ENGINES ?= postgresql,sqlite,mariadb

.PHONY: demo test build release lint install-build install-test clean

demo: install-test release
	scripts/demo "$$($(SWIFT) build -c release --static-swift-stdlib --show-bin-path)/schemagate"

test: install-test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

build: install-build
	$(SWIFT) build

release: install-build
	$(SWIFT) build -c release --product schemagate --static-swift-stdlib

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

# What `swift build` needs.
install-build:
	@scripts/install-missing pkg-config libgit2-dev libpq-dev libsqlite3-dev

# What the demo and the tests need besides: real servers with their own dump tools, real migration tools.
install-test: install-build
	@scripts/install-missing git postgresql sqlite3 mariadb-server libmariadb3 sqitch libdbd-pg-perl \
	  libdbd-sqlite3-perl python3-venv libxml2-utils
	@scripts/install-test-tools

clean:
	rm -rf .build
