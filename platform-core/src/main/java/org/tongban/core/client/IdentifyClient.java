package org.tongban.core.client;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.client.OAuthRefusal.Code;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.internal.ClientAddress;
import org.tongban.core.web.internal.Exchange;

/**
 * Finds the client of a request to the token or revocation endpoint by the one way it proves who it is (CO-27): its secret
 * by HTTP Basic, or an assertion. Whoever it is not gets one answer for every reason; the audit trail has the reason.
 */
@Singleton
class IdentifyClient {
    private static final String BASIC = "Basic ";
    private static final String ASSERTION = "client_assertion";

    private final ClientRepository clients;
    private final ClientAssertion assertions;
    private final ClientAddress addresses;
    private final Transactions transactions;
    private final AuditTrail audit;

    IdentifyClient(
            ClientRepository clients,
            ClientAssertion assertions,
            ClientAddress addresses,
            Transactions transactions,
            AuditTrail audit) {
        this.clients = clients;
        this.assertions = assertions;
        this.addresses = addresses;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What became of a try: a client, or why it is none. */
    private sealed interface Finding {
        record Found(ClientRow client) implements Finding {}

        record Refused(Code code, String reason, @Nullable UUID client) implements Finding {}
    }

    private record Basic(String id, String secret) {}

    /**
     * The client that sends these fields.
     *
     * @throws OAuthRefusal after the refusal was recorded
     */
    ClientRow identify(FormFields fields) {
        var request = Exchange.request();
        var authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        requireWellFormed(fields, authorization != null);
        var basic = authorization == null ? null : basic(authorization);
        if (authorization != null && basic == null) {
            throw new OAuthRefusal(Code.INVALID_CLIENT, "the Authorization header is not HTTP Basic");
        }
        var finding = transactions.write(() -> {
            var found = basic == null ? byAssertion(fields) : bySecret(basic);
            var judged = found instanceof Finding.Found(var client) ? judge(client, fields, request) : found;
            if (judged instanceof Finding.Refused refused) {
                record(refused);
            }
            return judged;
        });
        return switch (finding) {
            case Finding.Found(var client) -> client;
            case Finding.Refused(var code, var reason, var client) -> throw new OAuthRefusal(code, told(code));
        };
    }

    private static void requireWellFormed(FormFields fields, boolean authorization) {
        if (!fields.readable() || !fields.repeated().isEmpty()) {
            throw new OAuthRefusal(Code.INVALID_REQUEST, "the body cannot be read, or repeats a parameter");
        }
        if (fields.has("client_secret")) {
            throw new OAuthRefusal(Code.INVALID_CLIENT, "a secret is sent by HTTP Basic, not in the body");
        }
        if (fields.has(ASSERTION) != fields.has("client_assertion_type") || (authorization && fields.has(ASSERTION))) {
            throw new OAuthRefusal(Code.INVALID_REQUEST, "the client proves who it is in one way, and whole");
        }
        if (fields.has(ASSERTION) && !ClientAssertion.TYPE.equals(fields.value("client_assertion_type"))) {
            throw new OAuthRefusal(Code.INVALID_REQUEST, "client_assertion_type is not that of RFC 7523");
        }
    }

    private static String told(Code code) {
        return code == Code.UNAUTHORIZED_CLIENT
                ? "the client may not call from this address"
                : "the client is not known, or has not proven who it is";
    }

    private Finding bySecret(Basic basic) {
        var client = OAuth.client(basic.id()).flatMap(clients::find).orElse(null);
        if (client == null) {
            return new Finding.Refused(Code.INVALID_CLIENT, "unknown-client", null);
        }
        var expected = client.secretSha256();
        boolean right = expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        ClientSecrets.hash(basic.secret()).getBytes(StandardCharsets.US_ASCII));
        return right ? new Finding.Found(client) : new Finding.Refused(Code.INVALID_CLIENT, "secret", client.id());
    }

    private Finding byAssertion(FormFields fields) {
        var assertion = fields.value(ASSERTION);
        if (assertion == null) {
            return new Finding.Refused(Code.INVALID_CLIENT, "nothing-proven", null);
        }
        var client = assertions.claimed(assertion).flatMap(clients::find).orElse(null);
        if (client == null) {
            return new Finding.Refused(Code.INVALID_CLIENT, "unknown-client", null);
        }
        var held = assertions.check(assertion, client).orElse(null);
        if (held == null) {
            return new Finding.Refused(Code.INVALID_CLIENT, "assertion", client.id());
        }
        return clients.use(client.id(), ClientSecrets.hash(held.jti()), held.expires()) == 1
                ? new Finding.Found(client)
                : new Finding.Refused(Code.INVALID_CLIENT, "assertion-replayed", client.id());
    }

    private Finding judge(ClientRow client, FormFields fields, HttpRequest<?> request) {
        var named = fields.value("client_id");
        if (named != null && !named.equals(client.id().toString())) {
            return new Finding.Refused(Code.INVALID_CLIENT, "another-client-id", client.id());
        }
        if (!client.active()) {
            return new Finding.Refused(Code.INVALID_CLIENT, "disabled", client.id());
        }
        return client.admits(addresses.of(request))
                ? new Finding.Found(client)
                : new Finding.Refused(Code.UNAUTHORIZED_CLIENT, "address", client.id());
    }

    private void record(Finding.Refused refused) {
        var subject = Optional.ofNullable(refused.client());
        audit.recordRefusal(
                subject.isPresent() ? "platform/client" : "platform/client-attempt",
                subject.orElseGet(Ids::next),
                Map.of("reason", refused.reason()));
    }

    /** Both parts are urlencoded within (RFC 6749, 2.3.1). */
    private static @Nullable Basic basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            var parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2
                    ? new Basic(
                            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                            URLDecoder.decode(parts[1], StandardCharsets.UTF_8))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
