#!/bin/bash
# Holds the contract against a live server: starts one, makes an account, a key and a session, and lets schemathesis try
# every operation of openapi.json with all of its checks. Arguments go to schemathesis.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${PROGRAM:-.build/debug/kongresume}
data=$(mktemp -d)
chmod 755 "$data"
server=
finish() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    rm -rf "$data"
}
trap finish EXIT

# Formats and fonts are the same for every run.
mkdir -p .build/formats
ln -s "$PWD/.build/formats" "$data/texmf"
export KONGRESUME_DATA_DIR=$data

# The session is another account's: it is going to revoke every key it finds.
touch "$data/log"
"$program" user add contract@example.com > /dev/null
"$program" user add console@example.com > "$data/user"
"$program" profile import contract@example.com samples/profiles/data-analyst.json
CONTRACT_KEY=$("$program" key create contract@example.com --test 2> /dev/null)
CONTRACT_SESSION=$(.build/python/bin/python Tests/Contract/session.py "$data/keys.json" "$(cat "$data/user")")
export CONTRACT_KEY CONTRACT_SESSION

KONGRESUME_JWKS=$data/keys.json KONGRESUME_JWT_ISSUER=https://auth.example KONGRESUME_RATE_LIMIT=0 \
    "$program" serve --port 0 2> "$data/log" &
server=$!
until address=$(grep -o 'address=[0-9.:]*' "$data/log"); do
    kill -0 "$server" || { cat "$data/log"; exit 1; }
    sleep 0.1
done

base=http://${address#address=}
status=0
.build/python/bin/schemathesis --config-file Tests/Contract/schemathesis.toml run "$base/openapi.json" \
    --url "$base" --checks all "$@" || status=$?
if [ "$status" != 0 ]; then grep -E ' (error|warning) ' "$data/log" | tail -n 20 | cut -c 1-1000 || true; fi
exit "$status"
