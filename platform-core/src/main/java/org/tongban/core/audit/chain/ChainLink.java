package org.tongban.core.audit.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An audit record at its place in the chain (CO-56). Its hash is the SHA-256 of the canonical JSON object of all its other
 * parts, the predecessor's hash among them.
 *
 * @param sequence from 1 on, without a gap
 * @param sealedAt when it was sealed
 * @param previous the predecessor's hash, {@link #BEGINNING} for the first
 * @param hash its own, in hexadecimal
 * @param transaction the number of the transaction that wrote the record
 * @param content the record
 */
public record ChainLink(
        long sequence, String sealedAt, String previous, String hash, String transaction, ObjectNode content) {
    /** What the first record has for the hash of a predecessor. */
    public static final String BEGINNING = "0".repeat(64);

    private static final String SEQUENCE = "sequence";
    private static final String SEALED_AT = "sealedAt";
    private static final String PREVIOUS = "previous";
    private static final String HASH = "hash";
    private static final String TRANSACTION = "transaction";

    /** What a line of an export calls the record itself. */
    static final String RECORD = "record";

    /** Seals a record behind the one that has the hash {@code previous}. */
    public static ChainLink sealing(
            long sequence, String sealedAt, String previous, String transaction, ObjectNode content) {
        var open = new ChainLink(sequence, sealedAt, previous, "", transaction, content);
        return new ChainLink(sequence, sealedAt, previous, open.computed(), transaction, content);
    }

    /** The link that an object says; empty where a part of it is missing or of another kind. */
    public static Optional<ChainLink> read(JsonNode line) {
        var whole = line.path(SEQUENCE).isIntegralNumber()
                && line.path(SEQUENCE).canConvertToLong()
                && line.path(SEALED_AT).isTextual()
                && line.path(PREVIOUS).isTextual()
                && line.path(HASH).isTextual()
                && line.path(TRANSACTION).isTextual();
        return whole && line.path(RECORD) instanceof ObjectNode content
                ? Optional.of(new ChainLink(
                        line.path(SEQUENCE).longValue(),
                        line.path(SEALED_AT).textValue(),
                        line.path(PREVIOUS).textValue(),
                        line.path(HASH).textValue(),
                        line.path(TRANSACTION).textValue(),
                        content))
                : Optional.empty();
    }

    /** The record's id. */
    public String id() {
        return content.path("id").asText();
    }

    /** The hash that the other parts have. */
    public String computed() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(CanonicalJson.of(hashed()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /** Whether the hash is that of the other parts. */
    public boolean isWhole() {
        return computed().equals(hash);
    }

    /** The link as a JSON object. */
    public ObjectNode json() {
        return hashed().put(HASH, hash);
    }

    private ObjectNode hashed() {
        var object = JsonNodeFactory.instance.objectNode();
        object.put(SEQUENCE, sequence)
                .put(SEALED_AT, sealedAt)
                .put(PREVIOUS, previous)
                .put(TRANSACTION, transaction)
                .set(RECORD, content);
        return object;
    }
}
