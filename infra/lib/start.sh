# To be sourced, with root set. What infra/up and infra/dev share: the data folder, migrating, starting the server.

say() {
  echo "$@" >&2
}

refuse() {
  say "$@"
  exit 1
}

# Logs, pid files and secrets are the owner's.
prepare_data() {
  umask 077
  export TONGBAN_DATA=${TONGBAN_DATA:-$root/.data}
  mkdir -p "$TONGBAN_DATA" 2>/dev/null ||
    refuse "The data folder $TONGBAN_DATA cannot be made: set TONGBAN_DATA to a folder that can be written."
  TONGBAN_DATA=$(cd "$TONGBAN_DATA" && pwd -P)
  export PORT=${PORT:-8080}
  export PUBLIC_URL=${PUBLIC_URL:-http://localhost:$PORT}
  export MICRONAUT_ENVIRONMENTS=${MICRONAUT_ENVIRONMENTS:-dev}
  export LOG_FORMAT=${LOG_FORMAT:-text}
  logs=$TONGBAN_DATA/logs
  mkdir -p "$logs" "$TONGBAN_DATA/run"
  app=$TONGBAN_DATA/run/tongban
}

# Without what the JVM says when it writes its cache of classes.
last_lines() {
  grep -v -e 'AOT' -e '^Picked up JAVA_TOOL_OPTIONS' "$1" | tail -n 15 | cut -c 1-500 | sed 's/^/  | /' >&2
}

# What a log holds from this start on.
since() {
  tail -c "+$(($2 + 1))" "$1"
}

size() {
  if [[ -f $1 ]]; then wc -c <"$1" | tr -d ' '; else echo 0; fi
}

# Takes over where the embedded servers are, and the ways in.
use_embedded() {
  local line
  while IFS= read -r line; do
    [[ $line != [A-Z]*=* ]] || export "${line?}"
  done <"$TONGBAN_DATA/embedded.env"
}

migrate() {
  local log=$logs/migrate.log
  "$app/bin/migrate" >"$log" 2>&1 || { last_lines "$log"; refuse "The migration failed: see $log."; }
}

# One HTTP/1.0 request to a path, on bash's own sockets; prints the status. The port is the server's where none is given.
status_of() {
  local answer
  {
    exec 3<>"/dev/tcp/127.0.0.1/${2:-$PORT}" || return 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
    IFS=' ' read -r -t 5 _ answer _ <&3
    exec 3>&-
  } 2>/dev/null
  echo "${answer:-}"
}

start_server() {
  local tenths=0
  server_log=$logs/server.log
  server_from=$(size "$server_log")
  (
    # The server must not be able to change the schema.
    unset DATABASE_OWNER_USER DATABASE_OWNER_PASSWORD DATABASE_OWNER_PASSWORD_FILE
    exec nohup "$app/bin/server" </dev/null >>"$server_log" 2>&1
  ) &
  server_pid=$!
  echo "$server_pid" >"$TONGBAN_DATA/server.pid"
  while [[ $(status_of /health/readiness "${MANAGEMENT_PORT:-}") != 200 ]]; do
    if ! kill -0 "$server_pid" 2>/dev/null; then
      since "$server_log" "$server_from" >"$TONGBAN_DATA/run/start.log"
      last_lines "$TONGBAN_DATA/run/start.log"
      refuse "The server ended during its start: see $server_log."
    fi
    if ((tenths++ >= 1200)); then
      last_lines "$server_log"
      refuse "The server was not ready within 120 seconds: see $server_log."
    fi
    sleep 0.1
  done
}
