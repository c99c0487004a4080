// Reads the platform's log with the library of Go's checksum database, which shares no code with the platform.
//
//	go run . URL KEY [OLDER-CHECKPOINT-FILE] [PROOF-FILE...]
//
// URL is that of the log, KEY its public key. It checks the newest checkpoint's signature, proves from the tiles that the older checkpoint's tree is a
// part of it, and checks each proof. It prints a line for each check, and ends with 1 at the first that fails.
package main

import (
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: URL KEY [OLDER-CHECKPOINT-FILE] [PROOF-FILE...]")
	}
	url, key := args[0], args[1]
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	signed, err := get(url + "/checkpoint")
	if err != nil {
		return err
	}
	newest, err := open(signed, verifier)
	if err != nil {
		return err
	}
	fmt.Printf("checkpoint %d\n", newest.N)
	reader := tlog.TileHashReader(newest, tiles{url})

	if len(args) > 2 {
		text, err := os.ReadFile(args[2])
		if err != nil {
			return err
		}
		older, err := open(text, verifier)
		if err != nil {
			return err
		}
		path, err := tlog.ProveTree(newest.N, older.N, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(path, newest.N, newest.Hash, older.N, older.Hash); err != nil {
			return err
		}
		fmt.Printf("continues %d\n", older.N)
	}
	for _, file := range args[min(3, len(args)):] {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := checkProof(string(text), verifier, newest, reader); err != nil {
			return err
		}
	}
	return nil
}

// checkProof checks a proof in the form of c2sp.org/tlog-proof by itself, and against the tiles of the newest tree.
func checkProof(text string, verifier note.Verifier, newest tlog.Tree, reader tlog.HashReader) error {
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("this is no proof")
	}
	leaf, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	tree, err := open([]byte(signed), verifier)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	fromTiles, err := tlog.ProveRecord(newest.N, index, reader)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(fromTiles, newest.N, newest.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	fmt.Printf("includes %s at %d\n", leaf, index)
	return nil
}

// open reads a checkpoint: origin, size and root.
func open(text []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("this is no checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// tiles reads tiles over HTTP. Their paths are those of c2sp.org/tlog-tiles, which do not name the height of a tile.
type tiles struct{ url string }

func (t tiles) Height() int                         { return 8 }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range wanted {
		bytes, err := get(t.url + "/tile/" + strings.TrimPrefix(tile.Path(), "tile/8/"))
		if err != nil {
			return nil, err
		}
		read = append(read, bytes)
	}
	return read, nil
}

func get(url string) ([]byte, error) {
	response, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, response.Status)
	}
	return io.ReadAll(response.Body)
}
