package org.tongban.identity;

import java.util.concurrent.atomic.AtomicInteger;

/** Phones, names and numbers that nobody else has, with right check digits. */
final class Fresh {
    private static final String CODES = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] OUTER = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] RESIDENT = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Fresh() {}

    static String phone() {
        return "139%08d".formatted(33_000_000 + COUNT.incrementAndGet());
    }

    static String name() {
        var count = COUNT.incrementAndGet();
        return "林" + (char) ('一' + count % 500) + (char) ('丁' + count / 500);
    }

    /** The number of an identity card that nobody else has. */
    static String idNumber() {
        var count = COUNT.incrementAndGet();
        var digits = "330106" + "%04d".formatted(1950 + count % 50) + "0307" + "%03d".formatted(count / 50);
        int sum = 0;
        for (int i = 0; i < RESIDENT.length; i++) {
            sum += RESIDENT[i] * Character.digit(digits.charAt(i), 10);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A credit code that no other organisation has. */
    static String uscc() {
        var body = "MA2%05d".formatted(COUNT.incrementAndGet());
        int inner = 0;
        for (int i = 0; i < INNER.length; i++) {
            inner += INNER[i] * Character.digit(body.charAt(i), 36);
        }
        int rest = 11 - inner % 11;
        var code = "91330108" + body + (rest == 10 ? "X" : rest == 11 ? "0" : String.valueOf(rest));
        int outer = 0;
        for (int i = 0; i < OUTER.length; i++) {
            outer += OUTER[i] * CODES.indexOf(code.charAt(i));
        }
        return code + CODES.charAt((31 - outer % 31) % 31);
    }
}
