package org.tongban.core.token;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The signing keys of the installation at one moment (CO-26). */
record KeyRing(Map<String, SigningKey> keys) {
    static KeyRing of(List<SigningKey> keys) {
        return new KeyRing(keys.stream().collect(Collectors.toUnmodifiableMap(SigningKey::kid, Function.identity())));
    }

    /** The key that signs now: the youngest whose time has come. */
    SigningKey signer(Instant now) {
        return keys.values().stream()
                .filter(key -> !key.notBefore().isAfter(now) && key.accepted(now))
                .max(Comparator.comparing(SigningKey::notBefore))
                .orElseThrow(() -> new IllegalStateException("no signing key is valid now"));
    }

    /** The key with this id, if its tokens are still accepted. */
    @Nullable
    SigningKey verifier(String kid, Instant now) {
        var key = keys.get(kid);
        return key != null && key.accepted(now) ? key : null;
    }

    /** The keys to publish, those that will sign soon among them. */
    List<SigningKey> published(Instant now) {
        return keys.values().stream()
                .filter(key -> key.accepted(now))
                .sorted(Comparator.comparing(SigningKey::notBefore))
                .toList();
    }
}
