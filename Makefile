# make run      install what is missing, build, replay the example notebook, leave you at the prompt
# make test     install what is missing, run all tests
# make install  copy the program to PREFIX/bin (default /usr/local)
# make bench    time the program against its peers (see docs/performance.md)
# make format   format the sources
# make lint     check the format, and that folders use each other as docs/architecture.md says (Python 3)

SWIFT ?= swift
PREFIX ?= /usr/local
DEBIAN_PACKAGES := libedit-dev libmd-dev libglpk-dev libsqlite3-dev libxlsxwriter-dev libzip-dev
RELEASE := .build/release/telaah

.PHONY: run test build deps install bench format lint clean

run: build
	@$(RELEASE) --lalu -c 'putar notebooks/mulai.md'

build: deps
	$(SWIFT) build -c release --static-swift-stdlib --product telaah

test: deps
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel

deps:
	@Scripts/install-packages $(DEBIAN_PACKAGES)

bench: build
	Scripts/benchmark $(BENCHMARKS)

install: build
	install -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/telaah

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

lint:
	@Scripts/install-packages python3
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	Scripts/layers-tests
	Scripts/layers

clean:
	rm -rf .build
