package org.tongban.core.client;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the endpoints of OAuth are, and how its texts are read. */
public final class OAuth {
    /** The token endpoint (RFC 6749, 3.2). */
    public static final String TOKEN = "/oauth2/token";

    /** The revocation endpoint (RFC 7009). */
    public static final String REVOKE = "/oauth2/revoke";

    /** How clients prove who they are. */
    public static final List<String> AUTHENTICATION = Stream.of(ClientAuthentication.values())
            .map(ClientAuthentication::id)
            .toList();

    /** What assertions may be signed by. */
    public static final List<String> ALGORITHMS =
            ClientKeys.ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();

    private static final Pattern CANONICAL_UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private OAuth() {}

    /** Whether the endpoint at this path finds out itself who calls. */
    public static boolean authenticatesItself(String path) {
        return path.equals(TOKEN) || path.equals(REVOKE);
    }

    /** The client that a {@code client_id} names; empty where it is none of ours by its form alone. */
    static Optional<UUID> client(@Nullable String id) {
        return id != null && CANONICAL_UUID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
