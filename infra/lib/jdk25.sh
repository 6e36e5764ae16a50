# To be sourced. Finds an installed JDK 25 or newer and exports its folder as JDK25; says in one sentence where there is
# none, and returns 1.

# Answers whether the folder holds a JDK (not a JRE) of version 25 or newer.
is_jdk25() {
  local version
  [[ -n ${1:-} && -x $1/bin/java && -x $1/bin/javac ]] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [[ -n $version ]] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [[ $version =~ ^[0-9]+$ ]] && ((version >= 25))
}

find_jdk25() {
  local candidate java
  if is_jdk25 "${JAVA_HOME:-}"; then
    JDK25=$JAVA_HOME
  else
    JDK25=
    # The launcher on the path may be a link into the JDK or a wrapper: the JVM itself knows its home.
    if java=$(command -v java); then
      candidate=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
      is_jdk25 "$candidate" && JDK25=$candidate
    fi
    if [[ -z $JDK25 ]]; then
      for candidate in /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
        /opt/java/*25* /opt/jdk*25* "$(/usr/libexec/java_home -v 25 2>/dev/null || true)"; do
        if is_jdk25 "$candidate"; then
          JDK25=$candidate
          break
        fi
      done
    fi
  fi
  if [[ -z $JDK25 ]]; then
    echo "There is no JDK 25 here: install one (Debian: temurin-25-jdk; macOS: brew install --cask temurin@25) or set JAVA_HOME to it." >&2
    return 1
  fi
  export JDK25
}

find_jdk25
