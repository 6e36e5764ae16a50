package org.tongban.faults;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What the suites are started with.
 *
 * @param home the installation under test
 * @param data a folder for the data of each suite
 * @param seed of all that is random
 * @param times how often a suite does what it repeats; 0 for its own number
 */
record Setup(Path home, Path data, long seed, int times) {
    RandomGenerator random() {
        return new SplittableRandom(seed);
    }

    int timesOr(int otherwise) {
        return times > 0 ? times : otherwise;
    }
}
