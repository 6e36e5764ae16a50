package org.tongban.core.client;

import java.util.HexFormat;
import org.tongban.core.crypto.RandomToken;

/** Makes clients' secrets: 256 random bits, of which only the hash is kept. */
final class ClientSecrets {
    /** By which scanners of code find one that was checked in. */
    private static final String PREFIX = "tbs_";

    private ClientSecrets() {}

    static String next() {
        return PREFIX + RandomToken.next();
    }

    /** What is stored of it, in hexadecimal. */
    static String hash(String secret) {
        return HexFormat.of().formatHex(RandomToken.hash(secret));
    }
}
