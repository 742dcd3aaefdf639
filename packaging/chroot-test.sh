#!/usr/bin/env bash
# Proves the README's commands on a bare Debian 12: python3, make, git, nothing else.
#
#   sudo packaging/chroot-test.sh                      make run, then make test, each in a fresh system
#   sudo packaging/chroot-test.sh "make run"           only this
#
# Needs root and debootstrap. Mirror, apt settings, name resolution, pip configuration and certificates are the ones
# of the machine it runs on, read when it runs. HEAD is tested, uncommitted work is not. WORK names a folder for the
# systems (kept between runs, so that only the first pays for debootstrap); default: a temporary one.
set -euo pipefail

if ((EUID != 0)); then echo "chroot-test.sh needs root" >&2; exit 1; fi
if [[ -z ${INSIDE_NAMESPACE:-} ]]; then # own mounts and own processes: nothing can be left behind
  INSIDE_NAMESPACE=1 exec unshare --mount --pid --fork --kill-child --propagation private "$0" "$@"
fi
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
if [[ -n ${WORK:-} ]]; then mkdir -p "$WORK"; else WORK="$(mktemp -d)"; trap 'rm -rf "$WORK"' EXIT; fi
(($#)) || set -- "make run" "make test"

read -r mirror suite < <(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
  awk '$2 == "bookworm" { print; exit }')
base="$WORK/base"
if [[ ! -f $base/.complete ]]; then
  echo "== debootstrap $suite (python3, make, git)"
  rm -rf "$base"
  debootstrap --variant=minbase --include=python3,make,git "$suite" "$base" "$mirror" >"$WORK/debootstrap.log" 2>&1 ||
    { tail -n 20 "$WORK/debootstrap.log" >&2; exit 1; }
  touch "$base/.complete"
fi

places_of_pip() { # local folders that pip's configuration points to
  { python3 -m pip config list 2>/dev/null || true; env | grep '^PIP_' || true; } |
    grep -E 'index|find.links' -i | grep -oE '(file://)?/[^ '"'"'"]+' | sed 's#^file://##' | sort -u |
    while read -r place; do # an index may link to files beside it: the folder above comes along
      [[ ! -e $place/../files ]] || place="$(dirname "$place")"
      [[ ! -d $place ]] || echo "$place"
    done
}

prepare() { # $1: root of the system
  local root="$1" place config ca="${PIP_CERT:-${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}}"
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  apt-config dump | grep '^Acquire::' >"$root/etc/apt/apt.conf.d/00host" || true
  mkdir -p "$root/root/.config/pip" "$root/dev/shm"
  for config in /etc/pip.conf "$HOME/.config/pip/pip.conf"; do
    [[ -f $config ]] && install -D -m 644 "$config" "$root${config/#$HOME//root}"
  done
  [[ -f $ca ]] && cp "$ca" "$root/etc/host-ca.pem"
  mount -t proc proc "$root/proc"
  mount -t tmpfs tmpfs "$root/dev/shm"
  mounts=("$root/proc" "$root/dev/shm")
  while read -r place; do
    mkdir -p "$root$place"
    mount --bind -o ro "$place" "$root$place"
    mounts+=("$root$place")
  done < <(places_of_pip)
  git -C "$repository" bundle create -q "$root/root/kundenradar.bundle" HEAD
}

inside() { # $1: root, $2: command; a plain login environment and what pip and a proxy need
  local keep=() name
  while read -r name; do keep+=("$name=${!name}"); done < <(compgen -e | grep -E '^PIP_|^(https?|no)_proxy$' -i || true)
  chroot "$1" /usr/bin/env -i HOME=/root USER=root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    "${keep[@]}" PIP_CERT=/etc/host-ca.pem /bin/sh -c "cd /root && $2" </dev/null
}

failed=0
summary=()
for command in "$@"; do
  root="$WORK/system"
  rm -rf --one-file-system "$root"
  cp -a --reflink=auto "$base" "$root"
  prepare "$root"
  echo "== git clone; $command"
  inside "$root" "git clone -q kundenradar.bundle kundenradar 2>/dev/null"
  began=$(date +%s.%N)
  outcome=ok
  inside "$root" "cd kundenradar && $command" || outcome="FAILED ($?)"
  took=$(echo "$(date +%s.%N) $began" | awk '{ printf "%.0f", $1 - $2 }')
  again=$(date +%s.%N)
  if [[ $outcome == ok && $command == "make run" ]]; then
    inside "$root" "cd kundenradar && $command" >/dev/null || outcome="FAILED the second time"
    took="$took s, second time $(echo "$(date +%s.%N) $again" | awk '{ printf "%.1f", $1 - $2 }')"
  fi
  [[ $outcome == ok ]] || failed=1
  summary+=("$command: $outcome, $took s")
  umount "${mounts[@]}"
done
printf '== %s\n' "${summary[@]}"
exit "$failed"
