#!/bin/bash
# Runs `kongresume job` in a network of its own that reaches nobody, where www.linkedin.com is at the address that is given
# and a stand-in listens on port 443 of every address. Prints the title that was read (or -), and how many connections the
# stand-in had.
# usage: unshare --net --mount global-address.sh PROGRAM PROJECT ADDRESS
set -euo pipefail
program=$1 project=$2 address=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ip link set lo up
ip address add 93.184.216.34/32 dev lo
ip address add 10.20.30.40/32 dev lo
printf '127.0.0.1 localhost\n%s www.linkedin.com\n' "$address" > "$folder/hosts"
mount --bind "$folder/hosts" /etc/hosts
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,DNS:www.linkedin.com -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2> "$folder/log"
coproc PLAY {
    exec python3 "$project/Tests/StandIn/linkedin.py" "$project/Tests/Server/JobSource/Pages" \
        "$folder/certificate.pem" "$folder/key.pem" "$project/Tests/Server/HTTP/Cases/ssrf.txt" 443
}
input=${PLAY[1]} player=$PLAY_PID
read -r _ <&"${PLAY[0]}"
export KONGRESUME_LINKEDIN_CA_FILE=$folder/certificate.pem
"$program" job https://www.linkedin.com/jobs/view/4000000001 > "$folder/out" 2> "$folder/error" || echo "title       -" > "$folder/out"
sed -n 's/^title  *//p' "$folder/out"
curl --silent --cacert "$folder/certificate.pem" https://localhost/_accepted
exec {input}>&-
wait "$player"
