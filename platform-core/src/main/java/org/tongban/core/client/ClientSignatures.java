package org.tongban.core.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.form.StrictJson;
import org.tongban.core.web.Transactions;

/**
 * Reads what a client has signed by one of its registered keys, as JWS in compact form (RFC 7515). A statement names its
 * kind in {@code typ}, so that none is taken for another, nor for an assertion (RFC 8725, 3.11). Thread-safe.
 */
@Singleton
public class ClientSignatures {
    private static final int LONGEST = 4096;

    private final ClientRepository clients;
    private final Transactions transactions;

    ClientSignatures(ClientRepository clients, Transactions transactions) {
        this.clients = clients;
        this.transactions = transactions;
    }

    /** What became of a statement. */
    public sealed interface Statement {
        /** The client has signed this. */
        record Signed(JsonNode payload) implements Statement {}

        /** It has not; the reason is for the audit trail. */
        record Refused(String reason) implements Statement {}
    }

    /** The client that a statement says to be from, in {@code iss}; to be believed only once {@link #read} has it. */
    public static Optional<UUID> issuer(String jws) {
        if (jws.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var payload = StrictJson.parse(JWSObject.parse(jws).getPayload().toBytes());
            return payload instanceof StrictJson.Parsed.Tree(var claims)
                            && claims.path("iss").isTextual()
                    ? OAuth.client(claims.path("iss").textValue())
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether a client was granted a permission. */
    public boolean isGranted(UUID client, String permission) {
        return transactions
                .read(() -> clients.find(client))
                .filter(row -> row.granted().contains(permission))
                .isPresent();
    }

    /**
     * The statement in a JWS that this client, and no other, has signed.
     *
     * @param type what {@code typ} must be, whatever its case
     */
    public Statement read(UUID client, String jws, String type) {
        if (jws.length() > LONGEST) {
            return new Statement.Refused("too-long");
        }
        JWSObject signed;
        try {
            signed = JWSObject.parse(jws);
        } catch (ParseException | IllegalArgumentException malformed) {
            return new Statement.Refused("malformed");
        }
        var header = signed.getHeader();
        if (!ClientKeys.areAcceptable(header)) {
            return new Statement.Refused("header");
        }
        if (header.getType() == null || !header.getType().getType().equalsIgnoreCase(type)) {
            return new Statement.Refused("type");
        }
        var row = transactions.read(() -> clients.find(client)).orElse(null);
        if (row == null || !row.active() || row.jwks() == null) {
            return new Statement.Refused("no-key");
        }
        if (!ClientKeys.verify(signed, ClientKeys.parse(row.jwks()))) {
            return new Statement.Refused("signature");
        }
        return switch (StrictJson.parse(signed.getPayload().toBytes())) {
            case StrictJson.Parsed.Tree(var payload) -> new Statement.Signed(payload);
            case StrictJson.Parsed.Refused unreadable -> new Statement.Refused("payload");
        };
    }
}
