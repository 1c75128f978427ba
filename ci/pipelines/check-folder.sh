#!/usr/bin/env bash
# フォルダーの中の連携ファイルを検査し、報告を1つのフォルダーにまとめて書きます。
# Checks the exchange files of a folder and writes every report into one folder.
#
#   check-folder.sh FOLDER [OUT]
#
#   FOLDER  検査するファイル、フォルダー、または zip / a file, a folder or a zip
#   OUT     報告を書くフォルダー（なければ作ります。既定は renkei-reports） / where reports go
#
# 環境変数 / environment:
#   RENKEI         renkei の実行ファイル / the renkei binary (else: on PATH, else built from RENKEI_SOURCE)
#   RENKEI_SOURCE  renkei のソースのフォルダー / a checkout of renkei to build with cargo
#   RENKEI_LANG    ja（既定）または en / language
#   RENKEI_DENY    warnings なら警告も不適合にします / warnings: a warning is nonconformant too
#
# 終了コード / exit codes: 0 誤りなし / no errors, 1 誤りあり / errors found, 2 判定できず / could not judge
set -uo pipefail

say() { printf '%s\n' "$*" >&2; }

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  say "使い方 / usage: check-folder.sh FOLDER [OUT]"
  exit 2
fi
folder=$1
out=${2:-renkei-reports}

if [ -n "${RENKEI:-}" ]; then
  renkei=$RENKEI
elif command -v renkei >/dev/null; then
  renkei=renkei
elif [ -n "${RENKEI_SOURCE:-}" ] && command -v cargo >/dev/null; then
  # In a subshell, so that a relative FOLDER stays where it is. The build speaks on standard error only.
  (cd "$RENKEI_SOURCE" && cargo build --release --locked -p renkei --target-dir target) >&2 || exit 2
  renkei=$RENKEI_SOURCE/target/release/renkei
else
  say "renkei が見つかりません。RENKEI（実行ファイル）か RENKEI_SOURCE（ソース）を指定してください。"
  say "renkei was not found: set RENKEI (the binary) or RENKEI_SOURCE (a checkout)."
  exit 2
fi
mkdir -p -- "$out" || exit 2

deny=()
[ -z "${RENKEI_DENY:-}" ] || deny=(--deny "$RENKEI_DENY")

# One run writes all reports, so that they agree. The text goes to the log of the pipeline.
"$renkei" check ${deny[@]+"${deny[@]}"} \
  --format html --output "$out/renkei.html" \
  --format junit --output "$out/renkei.junit.xml" \
  --format sarif --output "$out/renkei.sarif" \
  --format json --output "$out/renkei.json" \
  --format ctrf --output "$out/renkei.ctrf.json" \
  --format markdown --output "$out/renkei.md" \
  --format text -- "$folder"
code=$?
# Anything else than a verdict (a signal, a missing library) is no verdict.
case $code in 0 | 1) exit "$code" ;; *) exit 2 ;; esac
