package org.tongban.core.message;

import java.util.UUID;

/** Whom a message goes to (CO-40). */
public sealed interface Recipient {
    /** Nobody: all the work is done and nothing is sent, so that the time it takes tells nothing (RL-10). */
    record Nobody() implements Recipient {}

    /** One account: its inbox, and its phone and confirmed e-mail where it has them (CO-38). */
    record Account(UUID account) implements Recipient {}

    /**
     * One account, by a phone that is about to be no longer its own; its inbox all the same.
     *
     * @param e164 the number in E.164; {@link #toString} masks it
     */
    record FormerPhone(UUID account, String e164) implements Recipient {
        @Override
        public String toString() {
            return Masked.phone(e164);
        }
    }

    /** An organisation's accounts in a realm, each as {@link Account}. */
    record Organisation(UUID organisation, String realm) implements Recipient {}

    /**
     * A phone that need not be an account's.
     *
     * @param e164 the number in E.164; {@link #toString} masks it
     */
    record Phone(String e164) implements Recipient {
        @Override
        public String toString() {
            return Masked.phone(e164);
        }
    }

    /** An e-mail address that need not be an account's; {@link #toString} masks it. */
    record Email(String address) implements Recipient {
        @Override
        public String toString() {
            return Masked.email(address);
        }
    }
}
