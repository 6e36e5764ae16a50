package org.tongban.core.message;

import org.tongban.core.message.MessageTemplate.Channel;

/** How phone numbers and e-mail addresses are shown where they must not be read (CO-43). */
public final class Masked {
    private static final int SHOWN_BEFORE = 6;
    private static final int SHOWN_BEHIND = 4;

    private Masked() {}

    /** A phone or an address, as its channel has it. */
    public static String of(Channel channel, String to) {
        return switch (channel) {
            case SMS -> phone(to);
            case EMAIL -> email(to);
        };
    }

    /** {@code +86138****0001}: all but country, first three and last four digits as stars. */
    public static String phone(String phone) {
        if (phone.length() <= SHOWN_BEFORE + SHOWN_BEHIND) {
            return "****";
        }
        return phone.substring(0, SHOWN_BEFORE)
                + "*".repeat(phone.length() - SHOWN_BEFORE - SHOWN_BEHIND)
                + phone.substring(phone.length() - SHOWN_BEHIND);
    }

    /** {@code l***@example.org}: the first letter and the domain, whatever the length between. */
    public static String email(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? "****" : address.charAt(0) + "***" + address.substring(at);
    }
}
