#!/usr/bin/env bash
# One turn of infra/dev, called by its watcher: turn.sh ID JAR migrate|keep
# Puts the module's new jar in place and starts the server anew; where that fails, the jar before is put back.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=start.sh
source "$root/infra/lib/start.sh"
# shellcheck source=processes.sh
source "$root/infra/lib/processes.sh"
prepare_data
[[ ! -s $TONGBAN_DATA/embedded.env ]] || use_embedded

# As long as this file is there, infra/dev does not miss the server.
turn=$TONGBAN_DATA/run/dev/turn
trap 'rm -f "$turn"' EXIT
: >"$turn"

folder=$app/modules/$1
jar=$(basename "$2")
before=$TONGBAN_DATA/run/dev/before

put_jar() {
  rm -rf "$before"
  mkdir -p "$folder" "$before"
  local old
  for old in "$folder/${jar%-*}"-*.jar; do
    [[ ! -f $old ]] || mv "$old" "$before/"
  done
  # A server that runs keeps the file it has open.
  cp "$2" "$folder/$jar"
}

put_back() {
  rm -f "$folder/$jar"
  if ! mv "$before"/*.jar "$folder/" 2>/dev/null; then
    rmdir "$folder"
  fi
}

put_jar "$@"
if [[ $3 == migrate ]]; then
  (migrate) || { put_back; exit 1; }
fi
stop_server
(start_server) || {
  stop_server
  put_back
  (start_server) || stop_server
  exit 1
}
