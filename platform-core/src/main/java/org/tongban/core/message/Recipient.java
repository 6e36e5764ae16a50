package org.tongban.core.message;

import java.util.UUID;

/** Whom a message goes to (CO-40). */
public sealed interface Recipient {
    /** The phone of one account. */
    record Account(UUID account) implements Recipient {}

    /** The phones of an organisation's accounts in a realm. */
    record Organisation(UUID organisation, String realm) implements Recipient {}
}
