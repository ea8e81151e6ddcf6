#!/bin/bash
# The demo: from nothing to resume.pdf over HTTP, and everything that was started is stopped again.
set -euo pipefail
cd "$(dirname "$0")/.."

program=.build/release/kongresume
profile=samples/profiles/icu-nurse.json
posting=samples/postings/icu-nurse.txt
KONGRESUME_DATA_DIR=$(mktemp -d /tmp/kongresume-demo-XXXXXX)
export KONGRESUME_DATA_DIR
chmod 755 "$KONGRESUME_DATA_DIR"
log=$KONGRESUME_DATA_DIR/server.log
server=

finish() {
    status=$?
    if [ -n "$server" ]; then kill -TERM "$server" 2>/dev/null && wait "$server" || true; fi
    if [ $status -ne 0 ] && [ -f "$log" ]; then echo "The server said:" >&2; tail -20 "$log" >&2; fi
    rm -rf "$KONGRESUME_DATA_DIR"
    exit $status
}
trap finish EXIT

show() { printf '\n$ %s\n' "$*"; }

echo "Preparing fonts and formats, and starting the server."
"$program" formats build > /dev/null
"$program" serve --port 0 2> "$log" &
server=$!
address=
for _ in $(seq 300); do
    address=$(sed -n 's/.*address=\([0-9.:]*\).*/\1/p' "$log" | head -1)
    [ -n "$address" ] && break
    kill -0 "$server" 2>/dev/null || exit 1
    sleep 0.1
done
[ -n "$address" ] || { echo "The server did not start in time." >&2; exit 1; }
base=http://$address

show kongresume user add demo@example.com
"$program" user add demo@example.com
show kongresume profile import demo@example.com $profile
"$program" profile import demo@example.com "$profile"
show kongresume credits grant demo@example.com 10
"$program" credits grant demo@example.com 10
show kongresume key create demo@example.com
key=$("$program" key create demo@example.com)
echo "${key:0:12}… (shown in full once, and not here)"

body=$KONGRESUME_DATA_DIR/body.json
jq --null-input --rawfile job "$posting" '{job_description: $job}' > "$body"
show curl $base/v1/resumes/generate -H "'Authorization: Bearer kr_live_…'" -H "'Content-Type: application/json'" \
    --data @body.json --dump-header - -o resume.pdf
curl --silent --show-error --fail-with-body "$base/v1/resumes/generate" -H "Authorization: Bearer $key" \
    -H 'Content-Type: application/json' --data @"$body" --dump-header "$KONGRESUME_DATA_DIR/headers" -o resume.pdf
tr -d '\r' < "$KONGRESUME_DATA_DIR/headers"
id=$(sed -n 's/^X-Generation-Id: \([^\r]*\).*/\1/Ip' "$KONGRESUME_DATA_DIR/headers")

show curl $base/v1/resumes/$id -H "'Authorization: Bearer kr_live_…'"
curl --silent --show-error --fail-with-body "$base/v1/resumes/$id" -H "Authorization: Bearer $key" > "$KONGRESUME_DATA_DIR/record.json"
jq --raw-output '
    def listed: if length == 0 then "none" else join(", ") end;
    "\(.title): \(.pages) page(s), ATS score \(.report.score) of 100",
    (.report.checks[] | "  \(.status)  \(.id)  \(.detail)"),
    "  keywords present: \(.report.keywords.present | listed)",
    "  keywords the profile does not have: \(.report.keywords.missing | listed)",
    "  milliseconds: \(.timings | to_entries | map("\(.key) \(.value)") | join(", "))"' "$KONGRESUME_DATA_DIR/record.json"

show curl $base/v1/resumes -H "'Authorization: Bearer kr_live_…'"
curl --silent --show-error --fail-with-body "$base/v1/resumes" -H "Authorization: Bearer $key" | jq .

show pdftotext -raw resume.pdf - "| head -12"
pdftotext -raw resume.pdf - | sed -n 1,12p
printf '\nresume.pdf is %s bytes.\n' "$(stat -c %s resume.pdf)"
