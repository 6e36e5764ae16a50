package org.tongban.core.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.chain.ChainLink;

/**
 * An audit record with its seal (CO-55, CO-56). Of a sealed one that is gone only id and seal are there; one that is not
 * sealed yet has no seal.
 *
 * @param sealTxid the transaction as it was when it was sealed
 */
@MappedEntity(value = "audit_record", schema = "core")
record TrailRow(
        @Id UUID id,
        @Nullable String txid,
        @Nullable Instant at,
        @Nullable String action,
        @Nullable UUID account,
        @Nullable String realm,
        @Nullable UUID client,
        @Nullable String address,
        @Nullable String subjectType,
        @Nullable UUID subjectId,
        @Nullable String outcome,
        @Nullable String digest,
        @Nullable String traceId,
        @Nullable Long sequence,
        @Nullable Instant sealedAt,
        @Nullable String previous,
        @Nullable String hash,
        @Nullable String sealTxid) {
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = new JsonMapper();

    /** A moment as it is hashed: in UTC, with the six decimals that the database keeps. */
    static String written(Instant moment) {
        return MICROSECONDS.format(moment);
    }

    /** The record as it is hashed; what is null has no member. */
    ObjectNode content() {
        var content = JsonNodeFactory.instance.objectNode().put("id", id.toString());
        put(content, "at", at == null ? null : written(at));
        put(content, "action", action);
        put(content, "account", account);
        put(content, "realm", realm);
        put(content, "client", client);
        put(content, "address", address);
        put(content, "subjectType", subjectType);
        put(content, "subject", subjectId);
        put(content, "outcome", outcome);
        put(content, "traceId", traceId);
        content.set("digest", parsed());
        return content;
    }

    private static void put(ObjectNode content, String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value.toString());
        }
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(digest == null ? "null" : digest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the digest of " + id + " is not JSON", e);
        }
    }

    /** The record at its place in the chain; empty where the record or its seal is not there. */
    Optional<ChainLink> link() {
        return at == null || txid == null || sequence == null || sealedAt == null || previous == null || hash == null
                ? Optional.empty()
                : Optional.of(new ChainLink(sequence, written(sealedAt), previous, hash, txid, content()));
    }

    /** The seal alone. */
    SealRow seal() {
        return new SealRow(
                Objects.requireNonNull(sequence),
                id,
                Objects.requireNonNull(sealTxid),
                Objects.requireNonNull(hash),
                Objects.requireNonNull(sealedAt));
    }
}
