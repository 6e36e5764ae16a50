package org.tongban.core.token;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens verified before, by hash (a check of ES256 costs half a millisecond). Two maps of half the size each: when the
 * young one is full it becomes the old one, and the old one is dropped; so what is in use stays, without a lock.
 */
final class VerifiedTokens {
    private final int half;
    private volatile ConcurrentHashMap<ByteBuffer, TokenClaims> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<ByteBuffer, TokenClaims> old = new ConcurrentHashMap<>();

    VerifiedTokens(int size) {
        this.half = Math.max(1, size / 2);
    }

    @Nullable
    TokenClaims find(ByteBuffer hash) {
        var claims = young.get(hash);
        if (claims == null) {
            claims = old.get(hash);
            if (claims != null) {
                remember(hash, claims);
            }
        }
        return claims;
    }

    void remember(ByteBuffer hash, TokenClaims claims) {
        young.put(hash, claims);
        if (young.size() > half) {
            turn();
        }
    }

    int size() {
        return young.size() + old.size();
    }

    private synchronized void turn() {
        if (young.size() > half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
