package org.tongban.core.message;

/** How phone numbers are shown where they must not be read (CO-43). */
final class Phones {
    private static final int SHOWN_BEFORE = 6;
    private static final int SHOWN_BEHIND = 4;

    private Phones() {}

    /** {@code +86138****0001}: all but country, first three and last four digits as stars. */
    static String masked(String phone) {
        if (phone.length() <= SHOWN_BEFORE + SHOWN_BEHIND) {
            return "****";
        }
        return phone.substring(0, SHOWN_BEFORE)
                + "*".repeat(phone.length() - SHOWN_BEFORE - SHOWN_BEHIND)
                + phone.substring(phone.length() - SHOWN_BEHIND);
    }
}
