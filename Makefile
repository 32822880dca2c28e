# make test    installs what the tests need and runs all of them (scripts/test)
# make bouw    builds the program as bin/annex
# make bench   the benchmarks
# make fuzz    feeds the readers of case files and of PDF random input for some minutes

.PHONY: test bouw bench fuzz

test:
	scripts/test

bouw:
	go build -trimpath -ldflags=-s -o bin/annex ./cmd/annex

bench:
	go test -run '^$$' -bench . -benchmem ./...

fuzz:
	go test -run '^$$' -fuzz FuzzLees -fuzztime 3m ./calc/zaak
	go test -run '^$$' -fuzz FuzzParse -fuzztime 1m -fuzzminimizetime 1x ./render/pdf/object
	go test -run '^$$' -fuzz FuzzRead -fuzztime 1m -fuzzminimizetime 1x ./render/pdf/tagged
