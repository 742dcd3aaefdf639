#!/usr/bin/env bash
# Gets this checkout ready: system libraries, virtual environment, locked dependencies.
#
#   packaging/setup.sh run        what the program needs
#   packaging/setup.sh dev        that, and what tests, checks and benchmarks need
#   packaging/setup.sh package    that, and what building the Linux folder needs
#   packaging/setup.sh ci         as dev, and a real keyring for its tests (118 MB)
#
# Done once; afterwards a stamp in .venv makes it return at once. PYTHON names another interpreter,
# pip's own configuration (environment, pip.conf) is honoured. Nothing outside apt and .venv is touched.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

aim="${1:-run}"
# Found with `ldd` over Qt's libraries and its xcb plugin on a bare Debian 12.
run_packages=(ca-certificates tzdata libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libgssapi-krb5-2
  libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-render-util0 libxcb-shape0)
dev_packages=(xvfb)
package_packages=(binutils)
ci_packages=(dbus gnome-keyring)

# An aim fulfils others with it.
case "$aim" in
  run) aims=(run) packages=("${run_packages[@]}") ;;
  dev) aims=(dev run) packages=("${run_packages[@]}" "${dev_packages[@]}") ;;
  package) aims=(package dev run) packages=("${run_packages[@]}" "${dev_packages[@]}" "${package_packages[@]}") ;;
  ci) aims=(ci dev run) packages=("${run_packages[@]}" "${dev_packages[@]}" "${ci_packages[@]}") ;;
  *) echo "usage: $0 run|dev|package|ci" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*" >&2; }
lock_of() { if [[ $1 == run ]]; then echo requirements/run.lock; else echo requirements/dev.lock; fi; }
checksum() { cat "$(lock_of "$1")" packaging/setup.sh | cksum; } # of everything that decides the outcome

lock="$(lock_of "$aim")"
stamp=".venv/.ready-$aim"
if [[ -x .venv/bin/python && -f $stamp && $(<"$stamp") == "$(checksum "$aim")" ]]; then exit 0; fi

# Debian builds its own Python with the compiler's knowledge of how it is used: it listens a tenth faster than one
# compiled at home (bench/refresh), and apt completes it. So it comes first, unless PYTHON says otherwise.
find_python() {
  local name first=python3
  if /usr/bin/python3 -c 'import ensurepip, venv' 2>/dev/null; then first=/usr/bin/python3; fi
  for name in "${PYTHON:-$first}" python3 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
      command -v "$name"; return
    fi
  done
  say "Kundenradar braucht Python 3.11, 3.12 oder 3.13. Bitte installieren Sie es und versuchen Sie es erneut."
  say "Kundenradar needs Python 3.11, 3.12 or 3.13. Please install it and try again."
  return 1
}

is_installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

install_packages() { # one apt run for everything that is missing
  local missing=() name
  if ! command -v apt-get dpkg-query >/dev/null; then
    say "note: no apt here; Qt's system libraries must be present already (the list stands in packaging/setup.sh)"
    return
  fi
  for name in "$@"; do is_installed "$name" || missing+=("$name"); done
  ((${#missing[@]})) || return 0
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
  if ((EUID != 0)); then
    if sudo -n true 2>/dev/null || { [[ -t 0 ]] && command -v sudo >/dev/null; }; then
      apt=(sudo "${apt[@]}")
    else
      say "Es fehlen Systempakete, und dieses Konto darf keine installieren. Bitte führen Sie als Administrator aus:"
      say "System packages are missing and this account may not install any. As administrator, please run:"
      say ""
      say "    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
      say ""
      say "Danach denselben Befehl noch einmal. / Then the same command again."
      return 1
    fi
  fi
  say "Installing system packages: ${missing[*]}"
  local log
  log="$(mktemp)"
  "${apt[@]}" update -qq >"$log" 2>&1 </dev/null || say "note: apt-get update failed, trying with the lists at hand"
  if ! "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    say "apt-get could not install them; the lines above say why."
    return 1
  fi
  rm -f "$log"
}

# An environment that is there keeps its Python, and what apt adds fits to that.
python="$(.venv/bin/python -c 'import pip, sys; print(sys._base_executable)' 2>/dev/null || find_python)"
# Debian keeps venv in a package of its own, the frozen build wants the shared library of the interpreter.
version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
"$python" -c 'import ensurepip, venv' 2>/dev/null || packages+=("python$version-venv")
if [[ $aim == package && $(realpath "$python") == /usr/bin/* ]]; then packages+=("libpython$version"); fi
install_packages "${packages[@]}"

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
  say "Creating the virtual environment .venv with Python $version"
  "$python" -m venv --clear .venv
fi
# The lock is complete (packaging/lock.py walks it), so nothing is left to resolve: an older pip would take the newest
# release for a wanted extra, which no hash covers, on the day after that release.
say "Installing the locked dependencies from $lock (once; some 150 MB)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
  --no-deps --require-hashes -r "$lock" </dev/null >&2

# Compiled once here: where Python may not write (PYTHONDONTWRITEBYTECODE) each start would compile all of it anew.
.venv/bin/python -m compileall -q -j 0 kundenradar ui resources >&2 || say "note: could not compile ahead"

for aim in "${aims[@]}"; do checksum "$aim" >".venv/.ready-$aim"; done
say "Ready."
