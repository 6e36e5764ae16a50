package org.tongban.core.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What enters and leaves the API about clients (CO-27). */
final class ClientViews {
    private static final String SCOPE = "^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$";
    private static final String BASE64URL = "^[A-Za-z0-9_-]+$";

    private ClientViews() {}

    /**
     * A client.
     *
     * @param id its {@code client_id}
     * @param secret shown once, when it was made
     */
    @Serdeable
    @Schema(name = "Client")
    record View(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Its client_id")
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "示例门户")
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^(client_secret_basic|private_key_jwt)$",
                    example = "client_secret_basic")
            String authentication,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> scopes,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> networks,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "^(active|disabled)$", example = "active")
            String state,

            @Nullable KeySet jwks,

            @Nullable @Schema(description = "Shown once, when it was made", example = "tbs_kXW9Yw")
            String secret,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant createdAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant changedAt,

            long version)
            implements Audited, Versioned {
        @Override
        public String auditSubject() {
            return "platform/client";
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("name", name, "scopes", scopes, "networks", networks, "state", state);
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /**
     * A client to be made.
     *
     * @param scopes permissions that its tokens may have
     * @param networks where it may call from, addresses or networks; none for anywhere
     * @param jwks its public keys, where it signs assertions
     */
    @Serdeable
    @Schema(name = "NewClient")
    record NewClient(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 100,
                    pattern = "^[^\\u0000-\\u001f\\u007f]*$",
                    example = "示例门户")
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^(client_secret_basic|private_key_jwt)$",
                    example = "client_secret_basic")
            String authentication,

            @ArraySchema(
                    maxItems = 50,
                    schema = @Schema(maxLength = 100, pattern = SCOPE, example = "platform:operate"))
            List<String> scopes,

            @ArraySchema(maxItems = 50, schema = @Schema(minLength = 1, maxLength = 50, example = "192.0.2.0/24"))
            List<String> networks,

            @Nullable KeySet jwks) {}

    /** How a client is to be from now on. */
    @Serdeable
    @Schema(name = "ClientChange")
    record Change(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 100,
                    pattern = "^[^\\u0000-\\u001f\\u007f]*$",
                    example = "示例门户")
            String name,

            @ArraySchema(
                    maxItems = 50,
                    schema = @Schema(maxLength = 100, pattern = SCOPE, example = "platform:operate"))
            List<String> scopes,

            @ArraySchema(maxItems = 50, schema = @Schema(minLength = 1, maxLength = 50, example = "192.0.2.0/24"))
            List<String> networks,

            @Nullable KeySet jwks) {}

    /** Public keys as a JSON Web Key Set (RFC 7517); a private part is refused as an unknown member. */
    @Serdeable
    @Schema(name = "ClientKeySet")
    record KeySet(@ArraySchema(minItems = 1, maxItems = 5) List<Key> keys) {}

    /** A public key: on P-256 by its coordinates, or of RSA by modulus and exponent. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "ClientKey")
    record Key(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "^(EC|RSA)$", example = "EC")
            String kty,

            @Nullable @Schema(minLength = 1, maxLength = 100, pattern = "^[\\x21-\\x7e]+$", example = "2026-11")
            String kid,

            @Nullable @Schema(pattern = "^sig$", example = "sig")
            String use,

            @Nullable @Schema(pattern = "^(ES256|PS256|RS256)$", example = "ES256")
            String alg,

            @Nullable @Schema(pattern = "^P-256$", example = "P-256")
            String crv,

            @Nullable
            @Schema(maxLength = 43, pattern = BASE64URL, example = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
            String x,

            @Nullable
            @Schema(maxLength = 43, pattern = BASE64URL, example = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
            String y,

            @Nullable @Schema(maxLength = 1400, pattern = BASE64URL)
            String n,

            @Nullable @Schema(maxLength = 12, pattern = BASE64URL)
            String e) {}
}
