# To be sourced. The processes of infra/up and infra/down, known by pid files in $TONGBAN_DATA; nothing is ended by name.

# The whole command line of a process; empty where there is none.
command_of() {
  if [[ -r /proc/$1/cmdline ]]; then
    tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || true
  else
    ps -p "$1" -o command= 2>/dev/null || true
  fi
}

# Prints the pid that a file names where that process lives and its command line holds the words: after a kill -9 the
# file stays, and its number may by now belong to another process.
living() {
  local file=$1 words=$2 pid
  [[ -s $file ]] || return 1
  read -r pid <"$file" || true
  [[ $pid =~ ^[0-9]+$ && $(command_of "$pid") == *"$words"* ]] || return 1
  echo "$pid"
}

# Ends a process in order and waits for it; after the given seconds by force.
end_process() {
  local pid=$1 seconds=$2 tenths=0
  kill -TERM "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null && [[ $(command_of "$pid") == *"$3"* ]]; do
    if ((tenths >= seconds * 10)); then
      kill -KILL "$pid" 2>/dev/null || true
      return 0
    fi
    sleep 0.1
    tenths=$((tenths + 1))
  done
}

server_words() {
  echo "$TONGBAN_DATA/run/server.args"
}

embedded_words() {
  echo "org.tongban.embedded.Embedded"
}

# The server first: what it still has to write needs the database. Its last run on new jars writes the cache of classes.
stop_server() {
  local pid
  if pid=$(living "$TONGBAN_DATA/server.pid" "$(server_words)"); then
    end_process "$pid" 60 "$(server_words)"
  fi
  rm -f "$TONGBAN_DATA/server.pid"
}

stop_embedded() {
  local pid
  if pid=$(living "$TONGBAN_DATA/embedded.pid" "$(embedded_words)"); then
    end_process "$pid" 60 "$(embedded_words)"
  fi
}
