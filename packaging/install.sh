#!/usr/bin/env bash
# Installs a released countersign program: install.sh FOLDER [VERSION]
#
# Downloads the archive for this machine and its checksum from COUNTERSIGN_RELEASES, the address under which each
# version has a folder (https://github.com/OWNER/REPO/releases/download), compares the two, and unpacks the program
# into FOLDER. Needs curl, tar and sha256sum or shasum.
set -euo pipefail

folder=${1:?usage: install.sh FOLDER [VERSION]}
version=${2:-}
releases=${COUNTERSIGN_RELEASES:?the address of the releases is missing}

# The triple that the release workflow names archives by.
case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) target=x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
    Darwin-x86_64) target=x86_64-apple-darwin ;;
    Darwin-arm64) target=aarch64-apple-darwin ;;
    MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc ;;
    *)
        echo "there is no release for $(uname -s) on $(uname -m); build one with: cargo install countersign" >&2
        exit 2
        ;;
esac

archive="countersign-$target.tar.gz"
if [ -n "$version" ]; then
    address="$releases/$version/$archive"
else
    address="${releases%/download}/latest/download/$archive"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
curl --fail --silent --show-error --location --output "$work/$archive" "$address"
curl --fail --silent --show-error --location --output "$work/$archive.sha256" "$address.sha256"

# The file has the sum and the archive's name, as sha256sum writes it.
if command -v sha256sum >/dev/null; then check="sha256sum --check --quiet"; else check="shasum -a 256 --check --quiet"; fi
if ! (cd "$work" && $check "$archive.sha256"); then
    echo "the checksum of $address is wrong; nothing was installed" >&2
    exit 2
fi

mkdir -p "$folder"
tar -xzf "$work/$archive" -C "$work"
mv "$work/countersign-$target/"countersign* "$folder/"
