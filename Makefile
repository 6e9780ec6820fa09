# Dajuan 答卷. Two commands do everything: `make run` and `make test`.
SWIFT ?= swift
# What `make run` hands to the tool: make run ARGS='-c "facts | count"'
ARGS ?=
# Static, so that the tool starts fast and runs where no Swift is; lld, as gold warns of Foundation's mktemp.
# At one address, and with all libraries but the C library's inside: loading them and moving everything
# to where it happens to lie took a quarter of the time a query takes.
RELEASE = --configuration release --static-swift-stdlib -Xswiftc -use-ld=lld \
  -Xlinker -no-pie -Xlinker --no-export-dynamic -Xlinker -L$(CURDIR)/$(ARCHIVES) \
  $(patsubst lib%.a,-Xlinker -l%,$(filter %.a,$(shell ls $(ARCHIVES))))
ARCHIVES = .build/archives
TOOL = .build/release/dajuan
SOURCES = Package.swift Sources Tests Examples

.PHONY: run build test fuzz bench docs man lint format score install clean help examples library install-library soak tsan

help:
	@echo "make run [ARGS='-c \"…\"']  build and start the REPL, or answer a query"
	@echo "make test                  build and run every test"
	@echo "make fuzz [SECONDS=600] [TARGET=parser] give the fuzz targets inputs, so many seconds each"
	@echo "make library               build libdajuan.so for C, Python and others, into .build/library"
	@echo "make docs                  write the language reference to .build/docs, to be served as it is"
	@echo "make man                   write the manual page and shell completions to .build/share"
	@echo "make bench [ARGS='--only …'] time the workloads of Tests/Benchmarks"
	@echo "make soak [COUNT=…]        hold the evaluator for a million small queries on four threads"
	@echo "make tsan                  the tests of what threads share, under ThreadSanitizer"
	@echo "make lint | format         check or rewrite the layout of the sources"
	@echo "make score                 score the extractor on annotated reports, where there are any"
	@echo "make install PREFIX=…      install the tool, its manual and completions (default /usr/local)"

# libedit is the one thing the Swift toolchain does not bring.
.PHONY: libedit
libedit:
	@pkg-config --exists libedit 2>/dev/null || { \
	  echo "installing libedit-dev"; \
	  sudo=$$([ "$$(id -u)" = 0 ] || command -v sudo); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq libedit-dev pkg-config; }

# The archives of those libraries, where they are installed, in a folder that the linker looks in first.
.PHONY: archives
archives: libedit
	@mkdir -p $(ARCHIVES)
	@for name in stdc++ gcc_eh edit termcap bsd md; do \
	  file=$$(clang -print-file-name=lib$$name.a); \
	  case $$file in /*) ln -sf $$file $(ARCHIVES)/lib$$name.a;; esac; done
	@{ echo "Name: libedit"; echo "Description: the archive"; echo "Version: 0"; \
	  echo "Cflags: $$(pkg-config --cflags libedit)"; \
	  echo "Libs: -L$(CURDIR)/$(ARCHIVES) $$(pkg-config --libs libedit)"; } > $(ARCHIVES)/libedit.pc

build: archives
	@PKG_CONFIG_PATH=$(CURDIR)/$(ARCHIVES) $(SWIFT) build $(RELEASE) --product dajuan --quiet

run: build
	@$(TOOL) $(ARGS)

test: libedit examples
	$(SWIFT) build --build-tests --quiet
	$(SWIFT) test --skip-build

# libFuzzer and AddressSanitizer see into every library of ours: all is built anew, in a folder of its own.
# Both sanitizers stand in one flag, as only the last counts; the linker leaves nothing out, or it would the
# counters of libFuzzer.
SECONDS ?= 60
TARGET ?= parser script extractor ledger query
FUZZING = .build-fuzz
fuzz: libedit
	@$(SWIFT) build --configuration release --product dajuan-fuzz --scratch-path $(FUZZING) --quiet \
	  --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address --disable-dead-strip \
	  -Xswiftc -use-ld=lld -Xswiftc -DFUZZING -Xswiftc -parse-as-library
	@sh Tests/Fuzz/fuzz.sh $(FUZZING)/release/dajuan-fuzz $(FUZZING) $(SECONDS) $(TARGET)

# The program of Examples/swift, a package of its own, as it would be built elsewhere.
examples: libedit
	@$(SWIFT) build --package-path Examples/swift --scratch-path .build/examples --quiet

# The library for C and what speaks it, with its header and pkg-config file: .build/library has them as
# they are installed. Swift's libraries are inside; what SwiftPM calls static is so for programs alone. Once
# loaded it stays, as Swift keeps what it knows of types for good.
LIBRARY = .build/library
VERSION = $(shell sed -n 's/.*static let text = "\(.*\)"/\1/p' Sources/DajuanLedger/Store/ToolVersion.swift)
library: archives
	@PKG_CONFIG_PATH=$(CURDIR)/$(ARCHIVES) $(SWIFT) build --configuration release \
	  --static-swift-stdlib -Xswiftc -static-stdlib -Xswiftc -use-ld=lld --product DajuanC \
	  --scratch-path .build/library-build --quiet -Xlinker -z -Xlinker nodelete \
	  -Xlinker -soname=libdajuan.so.1 -Xlinker --version-script=$(CURDIR)/Sources/DajuanC/exports.map
	@install -D -m 755 .build/library-build/release/libDajuanC.so $(LIBRARY)/lib/libdajuan.so.1
	@! ldd $(LIBRARY)/lib/libdajuan.so.1 | grep -E 'libswift|Foundation|not found'
	@! nm -D --defined-only $(LIBRARY)/lib/libdajuan.so.1 | \
	  grep -vE ' (dajuan_[a-z_]*(@@DAJUAN_1)?|DAJUAN_1)$$'
	@ln -sf libdajuan.so.1 $(LIBRARY)/lib/libdajuan.so
	@install -D -m 644 Sources/CDajuan/dajuan.h $(LIBRARY)/include/dajuan.h
	@mkdir -p $(LIBRARY)/lib/pkgconfig
	@sed -e 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' Sources/DajuanC/dajuan.pc.in \
	  > $(LIBRARY)/lib/pkgconfig/dajuan.pc

# The catalog with the public declarations, by the toolchain's own docc. A link that leads nowhere is
# an error.
SYMBOLS = .build/docs-symbols
docs: libedit
	@rm -rf .build/docs $(SYMBOLS) && mkdir -p $(SYMBOLS)
	@$(SWIFT) build --target Dajuan --quiet
	@$(SWIFT) symbolgraph-extract -module-name Dajuan -I .build/debug/Modules \
	  -skip-synthesized-members -output-dir $(SYMBOLS)
	@docc convert Sources/Dajuan/Dajuan.docc --additional-symbol-graph-dir $(SYMBOLS) \
	  --output-path .build/docs --fallback-bundle-identifier dajuan --warnings-as-errors
	@echo "the reference is in .build/docs/documentation/dajuan"

# Small queries by the hundred thousand on several threads: the answers are to stay, memory not to grow.
COUNT = 1000000
soak: archives
	@PKG_CONFIG_PATH=$(CURDIR)/$(ARCHIVES) $(SWIFT) build $(RELEASE) --product dajuan-soak --quiet
	@.build/release/dajuan-soak $(COUNT) 4

# What threads share, under ThreadSanitizer.
tsan: libedit
	@$(SWIFT) build --build-tests --sanitize=thread --scratch-path .build/tsan --quiet
	@TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/tsan.suppressions \
	  $(SWIFT) test --skip-build --sanitize=thread --scratch-path .build/tsan \
	  --filter 'ConcurrentUseTests|EvaluatorTests|HostTests|StoppingTests|StoredColumnTests|StretchTests'

bench: build
	@PKG_CONFIG_PATH=$(CURDIR)/$(ARCHIVES) $(SWIFT) build $(RELEASE) --product dajuan-bench --quiet
	@.build/release/dajuan-bench $(ARGS)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

score: build
	@sh Tests/Score/score.sh $(TOOL)

# Made by the tool itself in a moment, so that they are never older than it.
SHARE = .build/share
man: build
	@mkdir -p $(SHARE)
	@$(TOOL) manual > $(SHARE)/dajuan.1
	@for shell in bash zsh fish; do \
	  $(TOOL) --generate-completion-script $$shell > $(SHARE)/completions.$$shell || exit; done
	@echo "the page is $(SHARE)/dajuan.1: man -l $(SHARE)/dajuan.1"

PREFIX ?= /usr/local
INSTALLED = $(DESTDIR)$(PREFIX)
install: man
	install -D -m 755 $(TOOL) $(INSTALLED)/bin/dajuan
	install -D -m 644 $(SHARE)/dajuan.1 $(INSTALLED)/share/man/man1/dajuan.1
	install -D -m 644 $(SHARE)/completions.bash \
	  $(INSTALLED)/share/bash-completion/completions/dajuan
	install -D -m 644 $(SHARE)/completions.zsh $(INSTALLED)/share/zsh/site-functions/_dajuan
	install -D -m 644 $(SHARE)/completions.fish \
	  $(INSTALLED)/share/fish/vendor_completions.d/dajuan.fish

install-library: library
	cd $(LIBRARY) && find . -type d -exec install -d $(INSTALLED)/{} \; && \
	  find . ! -type d -exec cp -P {} $(INSTALLED)/{} \;

clean:
	rm -rf .build .build-fuzz
