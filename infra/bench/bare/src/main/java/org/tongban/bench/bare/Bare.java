package org.tongban.bench.bare;

import io.micronaut.runtime.Micronaut;

/** Starts the bare application. */
public final class Bare {
    private Bare() {}

    public static void main(String... arguments) {
        Micronaut.build(arguments)
                .mainClass(Bare.class)
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }
}
