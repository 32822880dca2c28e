# make test    installs what the tests need and runs all of them
# make bouw    builds the program as bin/annex
# make bench   the benchmarks
# make fuzz    feeds the reader of case files random input for some minutes

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: test bouw bench fuzz gereedschap netjes

test: gereedschap netjes
	go test ./...

gereedschap:
	@scripts/gereedschap

netjes:
	@test -z "$$(gofmt -l .)" || { echo "niet met gofmt opgemaakt:"; gofmt -l .; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

bouw:
	go build -trimpath -ldflags=-s -o bin/annex ./cmd/annex

bench:
	go test -run '^$$' -bench . -benchmem ./...

fuzz:
	go test -run '^$$' -fuzz FuzzLees -fuzztime 3m ./calc/zaak
