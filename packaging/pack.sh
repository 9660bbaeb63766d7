#!/usr/bin/env bash
# Packs a built program for a release: pack.sh FOLDER TARGET OUT
#
# Writes OUT/countersign-TARGET.tar.gz with the program of FOLDER, its manual page, completions and licences, and beside
# it the checksum.
set -euo pipefail

built=${1:?usage: pack.sh FOLDER TARGET OUT}
target=${2:?usage: pack.sh FOLDER TARGET OUT}
out=${3:?usage: pack.sh FOLDER TARGET OUT}
root=$(cd "$(dirname "$0")/.." && pwd)

program=countersign
if [ -f "$built/countersign.exe" ]; then program=countersign.exe; fi

mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name="countersign-$target"
mkdir -p "$work/$name/completions"
cp "$built/$program" "$work/$name/"
cp "$root"/README.md "$root"/CHANGELOG.md "$root"/LICENSE-APACHE "$root"/LICENSE-MIT "$work/$name/"
mkdir -p "$work/$name/man"
"$built/$program" man > "$work/$name/man/countersign.1"
for command in $("$built/$program" man --list); do
    "$built/$program" man "$command" > "$work/$name/man/countersign-$command.1"
done
for shell in bash zsh fish powershell elvish; do
    "$built/$program" completions "$shell" > "$work/$name/completions/countersign.$shell"
done

# The same program gives the same archive.
tar --version 2>/dev/null | grep -q GNU && same=(--sort=name --owner=0 --group=0 --mtime=@0) || same=()
tar -C "$work" ${same[@]+"${same[@]}"} -cf - "$name" | gzip -n > "$out/$name.tar.gz"
cd "$out"
if command -v sha256sum >/dev/null; then sha256sum "$name.tar.gz"; else shasum -a 256 "$name.tar.gz"; fi > "$name.tar.gz.sha256"
