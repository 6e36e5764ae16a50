package org.tongban.pages;

/** What an endpoint answers a kind of caller before it looks at the request itself (RL-6). */
public enum Verdict {
    /** It goes on. */
    YES("yes"),
    /** It goes on for the caller's own records, or those of its region; others are 404. */
    OWN("own"),
    /** 401 */
    UNAUTHENTICATED("401"),
    /** 403 */
    FORBIDDEN("403"),
    /** 403 with the code of the realm's gate. */
    SHUT_OUT("gate");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** A cell of the table. */
    String words() {
        return words;
    }
}
