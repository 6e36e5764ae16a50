package org.tongban.core.crypto;

/** A sealed value that does not open: changed, moved to another place, or sealed under another master key. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBroken(String why) {
        super(why);
    }
}
