package org.tongban.core.client;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.client.OAuthRefusal.Code;
import org.tongban.core.token.AccessToken;
import org.tongban.core.token.AccessTokens;
import org.tongban.core.token.AccessTokens.Known;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Transactions;

/** Gives clients tokens of their own (RFC 6749, 4.4) and takes them back (RFC 7009). */
@Singleton
class ClientTokens {
    private static final String SUBJECT = "platform/client";

    private final IdentifyClient identifyClient;
    private final AccessTokens tokens;
    private final Revocations revocations;
    private final Transactions transactions;
    private final AuditTrail audit;

    ClientTokens(
            IdentifyClient identifyClient,
            AccessTokens tokens,
            Revocations revocations,
            Transactions transactions,
            AuditTrail audit) {
        this.identifyClient = identifyClient;
        this.tokens = tokens;
        this.revocations = revocations;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** A token just issued, and what it permits. */
    record Issued(AccessToken token, String scope) {}

    /** A token for the client itself, with the scopes asked for, or all that it was granted. */
    Issued issue(FormFields fields) {
        var client = identifyClient.identify(fields);
        var grant = fields.value("grant_type");
        if (grant == null) {
            throw new OAuthRefusal(Code.INVALID_REQUEST, "grant_type is missing");
        }
        if (!grant.equals("client_credentials")) {
            throw new OAuthRefusal(Code.UNSUPPORTED_GRANT_TYPE, "only client_credentials is offered");
        }
        var caller = new ClientCaller(client.id(), UUID.randomUUID(), scope(client, fields.value("scope")));
        var scope = caller.permissions().stream().sorted().collect(Collectors.joining(" "));
        transactions.write(() -> {
            audit.record(SUBJECT, client.id(), Map.of("token", caller.token().toString(), "scope", scope));
            return caller;
        });
        return new Issued(tokens.issue(caller, client.generation()), scope);
    }

    private static Set<String> scope(ClientRow client, @Nullable String wanted) {
        var granted = client.granted();
        if (wanted == null) {
            return granted;
        }
        var asked = Stream.of(wanted.split(" ")).filter(one -> !one.isEmpty()).collect(Collectors.toUnmodifiableSet());
        if (asked.isEmpty() || !granted.containsAll(asked)) {
            throw new OAuthRefusal(Code.INVALID_SCOPE, "the client was not granted every scope it asks for");
        }
        return asked;
    }

    /**
     * Ends a token of the client's: an access token alone, a refresh token with the whole session of the user who signed in
     * by the client. One that is not valid any more needs no ending.
     */
    void revoke(FormFields fields) {
        var client = identifyClient.identify(fields);
        var token = fields.value("token");
        if (token == null) {
            throw new OAuthRefusal(Code.INVALID_REQUEST, "token is missing");
        }
        var known = tokens.read(token).orElse(null);
        var refused = transactions.write(() -> {
            if (known == null) {
                var ended = revocations.endSessionBy(token, client.id());
                audit.record(SUBJECT, client.id(), Map.of("sessionEnded", ended));
                return false;
            }
            var digest = Map.<String, Object>of("token", known.id().toString());
            if (!isOf(client, known)) {
                audit.recordRefusal(SUBJECT, client.id(), digest);
                return true;
            }
            revocations.revoke(known.id(), known.expires());
            audit.record(SUBJECT, client.id(), digest);
            return false;
        });
        if (refused) {
            throw new OAuthRefusal(Code.INVALID_GRANT, "the token was issued to another client");
        }
    }

    private static boolean isOf(ClientRow client, Known token) {
        return switch (token.caller()) {
            case Caller account -> client.id().equals(account.client());
            case ClientCaller itself -> client.id().equals(itself.client());
        };
    }
}
