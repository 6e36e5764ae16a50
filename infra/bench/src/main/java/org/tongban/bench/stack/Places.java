package org.tongban.bench.stack;

import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the checkout, built
 * @param java the home of the JDK that runs everything
 */
public record Places(Path root, Path java) {
    Path command(String name) {
        return java.resolve("bin").resolve(name);
    }

    Path embeddedLibrary() {
        return root.resolve("infra/embedded/target/embedded/lib");
    }

    Path distribution() {
        return root.resolve("infra/server/target/tongban");
    }

    Path bare() {
        return root.resolve("infra/bench/bare/target");
    }
}
