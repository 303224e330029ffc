#!/usr/bin/env bash
# Runs the tests: all of them, or one part.
#   unit         rules, handlers and pages on SQLite; needs nothing but the SDK and Node.js
#   integration  the same deeds on PostgreSQL, and the tests that cross modules on both servers
#   browser      journeys in Chromium, with axe and with JavaScript off
# Installs what a part needs when it may (root on Debian or Ubuntu), otherwise says what is missing.
# An own PostgreSQL server is used when ONESTOP_TEST_POSTGRES names one; else one is started in a temporary folder.
set -uo pipefail
cd "$(dirname "$0")/.."

part=${1:-all}
case $part in all | unit | integration | browser) ;; *) echo "usage: tests/run.sh [unit|integration|browser]" >&2; exit 2 ;; esac
wants() { [[ $part == all || $part == "$1" ]]; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
work=$(mktemp -d "${TMPDIR:-/tmp}/onestop-run.XXXXXX")
results=$work/results
mkdir -p "$results" "$work/tmp"
chmod 755 "$work"
# Templates, databases and uploads of the tests live and die with this run.
export TMPDIR=$work/tmp
postgres_started=

as_postgres() { if [[ $EUID == 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

cleanup() {
  local code=$?
  trap - EXIT INT TERM
  local children
  children=$(jobs -p)
  [[ -n $children ]] && kill $children 2>/dev/null
  [[ -n $postgres_started ]] && as_postgres "$postgres_bin/pg_ctl" -D "$work/postgres" -m immediate -s stop >/dev/null 2>&1
  rm -rf "$work"
  exit "$code"
}
trap cleanup EXIT INT TERM

fail() { echo "tests/run.sh: $1" >&2; exit 1; }

need() { # need PACKAGE... : installs what is not there yet
  local missing=()
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [[ ${#missing[@]} == 0 ]] && return
  command -v apt-get >/dev/null && [[ $EUID == 0 ]] || fail "please install: ${missing[*]} (on Debian or Ubuntu: sudo apt-get install ${missing[*]})"
  echo "Installing ${missing[*]}"
  apt-get update -q >"$work/apt.log" 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; fail "could not install ${missing[*]}"; }
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 30000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

start_postgres() {
  [[ -n ${ONESTOP_TEST_POSTGRES:-} ]] && return
  need postgresql
  postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [[ -n $postgres_bin ]] || postgres_bin=$(dirname "$(command -v pg_ctl)")
  local port
  port=$(free_port)
  mkdir "$work/postgres"
  [[ $EUID == 0 ]] && chown postgres "$work/postgres"
  as_postgres "$postgres_bin/initdb" -D "$work/postgres" -U onestop -A trust -E UTF8 --locale=C.UTF-8 >"$work/postgres.log" 2>&1 || { cat "$work/postgres.log"; fail "initdb failed"; }
  # Nothing here must survive a power cut, so nothing waits for the disk.
  as_postgres "$postgres_bin/pg_ctl" -D "$work/postgres" -w -s -l "$work/postgres/server.log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c max_locks_per_transaction=256" start \
    || { cat "$work/postgres/server.log"; fail "PostgreSQL did not start"; }
  postgres_started=yes
  export ONESTOP_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=onestop"
}

suites=()
suite() { suites+=("$1|$2|$3"); } # project, provider, filter

module_tests() { ls -d tests/OneStop.*.Tests | xargs -n1 basename | grep -v -E '^OneStop\.(UI|Kernel)\.Tests$'; }

run_suite() {
  local number=$1 project provider filter
  IFS='|' read -r project provider filter <<<"$2"
  local name="$number-$project-$provider"
  ONESTOP_TEST_PROVIDER=$provider timeout --kill-after=10 1200 dotnet test "tests/$project" --no-build --no-restore -v q ${filter:+--filter "$filter"} \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" >"$results/$name.log" 2>&1
  local code=$?
  echo "$code" >"$results/$name.code"
  local passed=0 failed=0
  read -r passed failed < <(count "$name")
  printf '%-34s %-10s %5s passed %4s failed\n' "$project" "$provider" "$passed" "$failed"
  [[ $failed == 0 ]] || reasons "$name"
}

reasons() { # what failed and why; where a suite broke off, its own last words
  local name=$1
  grep -v -E '^(Test run for|A total of|Results File)' "$results/$name.log" | tail -40
  sed -n '/<ErrorInfo>/,/<\/ErrorInfo>/p' "$results/$name.trx" 2>/dev/null | sed -e 's/&#x[AD];//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' | head -200
}

count() { # passed and failed of one suite; a suite that broke off or ran nothing counts as one failure
  local name=$1 passed=0 failed=0 counters
  counters=$(grep -o '<Counters [^>]*' "$results/$name.trx" 2>/dev/null | head -1)
  if [[ -n $counters ]]; then
    passed=$(sed 's/.* passed="\([0-9]*\)".*/\1/' <<<"$counters")
    local total skipped
    total=$(sed 's/.* total="\([0-9]*\)".*/\1/' <<<"$counters")
    skipped=$(sed 's/.* notExecuted="\([0-9]*\)".*/\1/' <<<"$counters")
    failed=$((total - passed - skipped))
  fi
  # Nothing executed is no success either.
  [[ $failed == 0 && ($passed == 0 || $(cat "$results/$name.code") != 0) ]] && failed=1
  echo "$passed $failed"
}

command -v dotnet >/dev/null || fail "please install the .NET SDK named in global.json"
command -v npm >/dev/null || fail "please install Node.js with npm"
wants unit && need poppler-utils
wants integration && { need poppler-utils; start_postgres; }
wants browser && need chromium fonts-dejavu-core

# The build restores packages and browser libraries (npm ci) by itself.
echo "Building"
dotnet build OneStop.sln -v q -clp:NoSummary -m:2 >"$work/build.log" 2>&1 || { grep -E 'error' "$work/build.log" | sort -u | head -40; fail "the build failed"; }

if wants unit; then
  suite OneStop.ArchitectureTests Sqlite ''
  suite OneStop.UI.Tests Sqlite ''
  suite OneStop.Kernel.Tests Sqlite 'Server!=PostgreSql'
  for project in $(module_tests); do suite "$project" Sqlite 'Server!=PostgreSql'; done
fi
if wants integration; then
  suite OneStop.IntegrationTests PostgreSql ''
  suite OneStop.IntegrationTests Sqlite 'Server!=PostgreSql'
  suite OneStop.Kernel.Tests PostgreSql ''
  # Pages are rendered on SQLite alone: what differs between servers is held by the deeds below them.
  for project in $(module_tests); do suite "$project" PostgreSql 'FullyQualifiedName!~.Pages.'; done
fi
wants browser && suite OneStop.EndToEndTests Sqlite ''

number=0
for entry in "${suites[@]}"; do
  while (($(jobs -rp | wc -l) >= 2)); do wait -n; done
  number=$((number + 1))
  run_suite "$number" "$entry" &
done
wait

total_passed=0 total_failed=0
for code in "$results"/*.code; do
  read -r passed failed < <(count "$(basename "$code" .code)")
  total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed))
done
echo "$total_passed passed, $total_failed failed"
((total_failed == 0))
