#!/usr/bin/env bash
# Everything the tests need on a fresh machine, and all tests.
#
#   ./test.sh                    all of it
#   ./test.sh understanding      only what lies in tests/understanding (several folders may be named)
#   ./test.sh -- OPTIONS...      options for the test runner itself, e.g. -- --filter-method '*stale*'
#   ./test.sh --no-build ...     the tests as they were last built
#
# Needs the .NET SDK of global.json and, for what Microsoft's own parsers and clients have to judge, Node.js 20 or newer.
# Installs by itself: NuGet packages, the npm packages of tests/npm, and a Chromium where none is there and the system's
# package manager can give one. Whatever it has to leave out it says aloud, at the end again. Ends non-zero on a failure.
# Builds as Debug, as a developer does: a Release build beside it would cost more time than its tests save.
#
#   SALESBOT_TESTS_REQUIRE_NODE=0     missing Node.js skips its tests; by default they fail once Node.js was found here
#   SALESBOT_TESTS_CHROMIUM=PATH      the Chromium to use
#   SALESBOT_TESTS_ROUNDS=10000       so many races of each kind in tests/approvals, and more requests in its ninety days; minutes
#   SALESBOT_TESTS_KILLS=2000         so often tests/checks kills the built bot; hours. SALESBOT_TESTS_SEED=n plays another day
#   SALESBOT_TESTS_TURNS=10000        so many turns of two processes on one account of the Cosmos edition, one of them killed ten times, in tests/checks; twenty minutes
#   SALESBOT_TEST_ORGANISATION=10     500 accounts, 5,000 quotes and 20,000 visits in tests/indicators, whose figures are held against SQL; half a minute
#   SALESBOT_TEST_WRITES=10000        so many random writes and undos before the figures are counted anew in tests/indicators; two minutes
#   SALESBOT_TEST_COSMOS=...         connection string of a Cosmos DB account or emulator for the store's compliance suite
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# No server processes left behind that hold on to the build's files or to a pipe.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

skipped=()
skip() { skipped+=("$1"); printf '\n*** SKIPPED: %s\n\n' "$1" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

build=yes folders=() options=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
    --no-build) build=no ;;
    --) shift; options+=("$@"); break ;;
    -*) echo "test.sh: unknown option $1; see ./test.sh --help" >&2; exit 2 ;;
    *) [ -d "tests/$1" ] || { echo "test.sh: there is no folder tests/$1" >&2; exit 2; }; folders+=("$1") ;;
  esac
  shift
done

# Namespaces are the folders, with the first letter in upper case.
for folder in ${folders[@]+"${folders[@]}"}; do
  namespace="SalesBot.Tests.$(printf '%s' "${folder:0:1}" | tr '[:lower:]' '[:upper:]')${folder:1}"
  options+=(--filter-namespace "$namespace" --filter-namespace "$namespace.*")
done

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo && sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi; }

find_chromium() {
  local name
  for name in "${SALESBOT_TESTS_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
    if [ -n "$name" ] && have "$name"; then command -v "$name"; return; fi
  done
  return 1
}

# .NET
if ! have dotnet || ! dotnet --version >/dev/null 2>&1; then
  echo "test.sh: the .NET SDK of global.json is missing: $(grep -o '"version": "[^"]*"' global.json | head -n 1)" >&2
  exit 1
fi

# Node.js and the npm packages; the stamp is the lock file that they were installed from.
if ! have node || ! have npm; then
  skip "tests that need Node.js (schemas, Adaptive Cards renderer, local Teams client): node or npm is not installed"
elif [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  skip "tests that need Node.js: version 20 or newer is wanted, this is $(node --version)"
else
  stamp=tests/npm/node_modules/.salesbot-lock
  if ! cmp -s tests/npm/package-lock.json "$stamp"; then
    echo "Installing the npm packages of tests/npm"
    npm ci --prefix tests/npm --no-audit --no-fund --loglevel=error
    cp tests/npm/package-lock.json "$stamp"
  fi
  export SALESBOT_TESTS_REQUIRE_NODE="${SALESBOT_TESTS_REQUIRE_NODE:-1}"
fi

# Chromium
if ! chromium=$(find_chromium) && have apt-get; then
  echo "Installing Chromium"
  log=$(mktemp)
  { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium; } >"$log" 2>&1 \
    || { echo "It could not be installed:"; tail -n 3 "$log"; }
  rm -f "$log"
  chromium=$(find_chromium) || true
fi
if [ -n "${chromium:-}" ]; then
  export SALESBOT_TESTS_CHROMIUM="$chromium"
else
  skip "tests that drive a browser: no Chromium is installed, and the system's package manager did not give one"
fi

# What draws a PDF as pictures, to be looked at.
if ! have pdftoppm && have apt-get; then
  { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends poppler-utils; } >/dev/null 2>&1 || true
fi
have pdftoppm || skip "pictures of the documents: pdftoppm (poppler-utils) is not installed"

[ -n "${SALESBOT_TEST_COSMOS:-}" ] || skip "the store's compliance suite on a real Cosmos DB: SALESBOT_TEST_COSMOS is not set (its wire double is tested)"

if [ "$build" = yes ]; then
  # Twice at most: a registry may hang up once on a machine with empty caches.
  dotnet restore SalesBot.sln --locked-mode -v q || dotnet restore SalesBot.sln --locked-mode -v q
  dotnet build SalesBot.sln --no-restore -v q -clp:NoSummary
fi

code=0
report=$(mktemp)
dotnet test --project tests --no-build --no-restore -- ${options[@]+"${options[@]}"} 2>&1 | tee "$report" || code=$?

# The runner names each skipped test, and its reason on the line below; here they are counted by class and reason.
while IFS= read -r line; do skipped+=("$line"); done < <(awk '
  /^skipped / { class = $2; sub(/\(.*/, "", class); sub(/\.[^.]*$/, "", class); getline; sub(/^ +/, ""); n[class ": " $0]++ }
  END { for (what in n) print what " (" n[what] ")" }' "$report" | sort)

if [ ${#skipped[@]} -gt 0 ]; then
  printf '\nNot checked in this run:\n' >&2
  printf -- '- %s\n' "${skipped[@]}" >&2
fi
if [ "$code" = 0 ]; then
  echo "All tests that ran have passed."
else
  # Once more and last, as the end of a long log is what people get to see.
  printf '\nTests failed:\n' >&2
  awk '/^failed / { shown = 1; lines = 0 } /^[^ ]/ && !/^failed / { shown = 0 } shown && lines++ < 40' "$report" >&2
fi
rm -f "$report"
exit "$code"
