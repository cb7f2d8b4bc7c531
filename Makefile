# Two commands: `make demo` shows the main job, `make test` proves it. Both install what is missing.

SWIFT ?= swift
export SCHEMAGATE_TEST_ENGINES ?= postgresql,sqlite,mariadb

.PHONY: demo test build release dist deb man test-packages test-systems lint install-build install-test install-dist clean

demo: install-test release
	scripts/demo "$$($(SWIFT) build -c release --static-swift-stdlib --show-bin-path)/schemagate"

test: install-test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

build: install-build
	$(SWIFT) build

release: install-build
	$(SWIFT) build -c release --product schemagate --static-swift-stdlib

# The program for other machines than this: built on Debian 12, it runs on Ubuntu 24.04 and whatever is newer, too.
# The same build as `release`, linked anew. The tarball, the package and their digests are left in .build/dist.
DIST = .build/dist
dist deb man: export PKG_CONFIG_PATH := $(CURDIR)/$(DIST)/libgit2
RELEASED = $$($(SWIFT) build -c release --static-swift-stdlib --show-bin-path)/schemagate

dist: man
	scripts/dist "$(RELEASED)" $(DIST)/man $(DIST)

deb: dist
	scripts/deb $(DIST)

man: install-dist
	scripts/offline-libgit2 $(DIST)/libgit2
	$(SWIFT) build -c release --product schemagate --static-swift-stdlib
	scripts/man "$(RELEASED)" $(DIST)/man

# Installs the package on this machine, runs it and takes it away again.
test-packages: deb
	scripts/test-packages $(DIST)

# The same in bare systems of Debian and Ubuntu, as root and with the network.
test-systems: deb
	@scripts/install-missing debootstrap curl
	scripts/test-systems $(DIST)

lint:
	scripts/check-version
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

# What `swift build` needs.
install-build:
	@scripts/install-missing pkg-config libgit2-dev libpq-dev libsqlite3-dev

# What the demo and the tests need besides: real servers with their own dump tools, real migration tools.
install-test: install-build
	@scripts/install-missing git postgresql sqlite3 mariadb-server libmariadb3 sqitch libdbd-pg-perl \
	  libdbd-sqlite3-perl python3-venv libxml2-utils
	@scripts/install-test-tools

# What the release and its test need: to look into programs, manual pages and completions.
install-dist: install-build
	@scripts/install-missing binutils dpkg-dev git libicu72 libyaml-0-2 man-db zsh fish

clean:
	rm -rf .build
