#!/bin/sh
# Installs the browser that tests/browser drives, where Debian's packages can be installed:
# chromium with its driver. Ends with 1, and one line that says why, where they cannot.
set -eu
if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then exit 0; fi
if ! command -v apt-get >/dev/null; then echo "no apt-get to install chromium with"; exit 1; fi
if [ "$(id -u)" != 0 ]; then echo "only root can install chromium"; exit 1; fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null 2>&1 || { echo "apt-get update failed"; exit 1; }
apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-dejavu-core \
  >/dev/null 2>&1 || { echo "chromium could not be installed"; exit 1; }
