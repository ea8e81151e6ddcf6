#!/bin/bash
# Draws six profiles as they are and as they are tailored, the first page of each: pairs.sh KONGRESUME FOLDER.
set -euo pipefail
kongresume=$1
folder=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$folder"

draw() { # NAME PDF
	pdftoppm -r 66 -png -gray -singlefile "$2" "$folder/$1"
}

while read -r profile posting template pages; do
	"$kongresume" render --profile "samples/profiles/$profile.json" --template "$template" -o "$scratch/as-is.pdf" 2> /dev/null
	"$kongresume" generate --profile "samples/profiles/$profile.json" --job "samples/postings/$posting.txt" \
		--template "$template" --max-pages "$pages" -o "$scratch/tailored.pdf" 2> /dev/null
	draw "$profile-as-is" "$scratch/as-is.pdf"
	draw "$profile-tailored" "$scratch/tailored.pdf"
done << 'PAIRS'
cto-thirty-years vp-engineering template1 1
special-characters-engineer embedded-engineer template1 1
new-graduate graduate-engineer template2 1
welder pipe-welder template3 1
chef-de-projet chef-de-projet-digital template2 1
elektroingenieur automatisierungstechniker template1 1
PAIRS
