# To be sourced, with root and TONGBAN_DATA set. Builds the distribution where its sources changed, and copies it to
# $TONGBAN_DATA/run: a later build must not change jars under a server that runs.

# One line for all that the distribution is made of; the files' times do not matter.
source_state() {
  (
    cd "$root"
    find pom.xml infra/bom infra/server infra/embedded infra/lib/jdk25.sh platform-core module-* \
      -type d \( -name target -o -name test \) -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum
  )
}

# With TONGBAN_DISTRIBUTION and TONGBAN_EMBEDDED these two built folders are taken, and nothing is built.
build_distribution() {
  if [[ ${TONGBAN_DISTRIBUTION:-} && ${TONGBAN_EMBEDDED:-} ]]; then
    rm -rf "$TONGBAN_DATA/run/built" "$TONGBAN_DATA/run/tongban" "$TONGBAN_DATA/run/embedded"
    cp -Rp "$TONGBAN_DISTRIBUTION" "$TONGBAN_DATA/run/tongban"
    cp -Rp "$TONGBAN_EMBEDDED" "$TONGBAN_DATA/run/embedded"
    return
  fi
  local state built=$root/infra/server/target/built
  state=$(source_state)
  if [[ ! -s $built || $(<"$built") != "$state" || ! -d $root/infra/server/target/tongban/lib ||
    ! -d $root/infra/embedded/target/embedded/lib ]]; then
    command -v mvn >/dev/null 2>&1 ||
      refuse "There is no Maven here: install version 3.8.6 or newer (Debian: apt install maven; macOS: brew install maven)."
    say "Building …"
    rm -rf "$built" "$root/infra/server/target/tongban" "$root/infra/embedded/target/embedded"
    mvn -B -ntp -q -f "$root/pom.xml" -Dmaven.test.skip=true -pl infra/server,infra/embedded -am package </dev/null >&2 ||
      refuse "The build failed: its messages are above."
    echo "$state" >"$built"
  fi
  if [[ ! -s $TONGBAN_DATA/run/built || $(<"$TONGBAN_DATA/run/built") != "$state" ]]; then
    rm -rf "$TONGBAN_DATA/run/built" "$TONGBAN_DATA/run/tongban" "$TONGBAN_DATA/run/embedded"
    cp -Rp "$root/infra/server/target/tongban" "$root/infra/embedded/target/embedded" "$TONGBAN_DATA/run/"
    echo "$state" >"$TONGBAN_DATA/run/built"
  fi
}
