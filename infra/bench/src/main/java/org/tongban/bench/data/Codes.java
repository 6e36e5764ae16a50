package org.tongban.bench.data;

import java.util.SplittableRandom;
import java.util.UUID;

/** Identifiers with right check digits (CO-72), and ids that stand in the order of time. */
public final class Codes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] OUTER_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Codes() {}

    /** The credit code of a company (GB 32100): division and serial with both check digits. */
    public static String uscc(String division, int serial) {
        var organisation = "M%07d".formatted(serial);
        int inner = 0;
        for (int i = 0; i < INNER_WEIGHTS.length; i++) {
            inner += INNER_WEIGHTS[i] * Character.digit(organisation.charAt(i), 36);
        }
        int rest = 11 - inner % 11;
        var code = "91" + division + organisation + (rest == 10 ? "X" : rest == 11 ? "0" : Integer.toString(rest));
        int outer = 0;
        for (int i = 0; i < OUTER_WEIGHTS.length; i++) {
            outer += OUTER_WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return code + ALPHABET.charAt((31 - outer % 31) % 31);
    }

    /**
     * A patent number of twelve digits and its check digit.
     *
     * @param type 1 an invention, 2 a utility model, 3 a design
     * @param serial below ten millions
     */
    public static String patent(int year, int type, int serial) {
        var digits = "%04d%d%07d".formatted(year, type, serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (2 + i % 8) * (digits.charAt(i) - '0');
        }
        return digits + "." + (sum % 11 == 10 ? "X" : Integer.toString(sum % 11));
    }

    /** A number that the platform gives (CO-15), with the check digit of ISO 7064 MOD 11,10. */
    public static String receipt(String prefix, int year, int serial) {
        var digits = "%04d%07d".formatted(year, serial);
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return "%s%04d-%07d-%d".formatted(prefix, year, serial, (11 - product) % 10);
    }

    /** A UUIDv7 of a moment. */
    public static UUID id(long millis, SplittableRandom random) {
        return new UUID(millis << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }
}
