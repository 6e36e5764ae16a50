package org.tongban.bench.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws ranks whose frequency falls with the rank, as that of words and companies does. */
public final class Zipf {
    private final double[] cumulated;

    /** @param exponent 1 is the classic law; 0 makes all ranks equal */
    public Zipf(int ranks, double exponent) {
        cumulated = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1 / Math.pow(rank + 1.0, exponent);
            cumulated[rank] = sum;
        }
    }

    /** A rank from 0, the most frequent. */
    public int draw(SplittableRandom random) {
        int place = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(place < 0 ? -place - 1 : place, cumulated.length - 1);
    }
}
