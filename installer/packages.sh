# shellcheck shell=bash
# Sourced by the scripts of the installers: packages of Debian or Ubuntu that a command needs.

# need_packages NAME...: install what is missing as root; otherwise say how, and end with exit code 2.
need_packages() {
  local package missing=()
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true) == *"install ok installed"* ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if [[ $(id -u) != 0 ]]; then
    echo "Please run this once, then try again:  sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 2
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
