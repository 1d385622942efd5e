#!/usr/bin/env bash
# Brings glassbox_zh_CN.ts up to date with the sources: new texts appear as unfinished, texts that are gone are removed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
lupdate=/usr/lib/qt6/bin/lupdate  # the bare name may be another version of Qt
"$lupdate" -silent -no-obsolete -locations none -I . -tr-function-alias QT_TRANSLATE_NOOP+=GB_TEXT app engine widgets -ts resources/i18n/glassbox_zh_CN.ts
grep -c '<source>' resources/i18n/glassbox_zh_CN.ts
