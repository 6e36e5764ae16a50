package org.tongban.core.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.chain.Finding.Kind;

/**
 * Checks an export of the audit trail by nothing but itself, anchors and keys (CO-56). A line says its kind: {@code export}
 * what was asked for, {@code anchor} a signed head, {@code record} a record, {@code end} that nothing was cut off.
 */
final class ExportCheck {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEQUENCE = "sequence";

    private final List<Anchor> outside;
    private final @Nullable JWKSet keys;

    /**
     * @param outside anchors from outside the export
     * @param keys the platform's; null where they are taken from beside the anchors, which proves less
     */
    ExportCheck(List<Anchor> outside, @Nullable JWKSet keys) {
        this.outside = outside;
        this.keys = keys;
    }

    /**
     * What came out.
     *
     * @param head what the export says of itself
     * @param records how many records were right
     * @param last the number of the last of them
     * @param anchored up to which number anchors agree
     * @param anchors how many agree
     */
    record Report(
            JsonNode head,
            long records,
            long last,
            long anchored,
            int anchors,
            @Nullable Finding finding) {}

    Report of(BufferedReader lines) throws IOException {
        var head = parsed(lines.readLine());
        if (!kind(head).equals("export")) {
            throw new IOException("The first line is not that of an export of the audit trail.");
        }
        long before = head.path("after").asLong();
        var chain = new ChainCheck(before, head.path("previous").asText());
        var anchors = new ArrayList<>(outside);
        var beside = new ArrayList<JWK>();
        var line = lines.readLine();
        for (; line != null && kind(parsed(line)).equals("anchor"); line = lines.readLine()) {
            var said = parsed(line);
            Anchor.read(said.path("jws").asText()).ifPresent(anchors::add);
            key(said).ifPresent(beside::add);
        }
        var found = chain.expect(anchors, keys == null ? new JWKSet(beside) : keys);
        if (found.isEmpty()) {
            found = records(chain, lines, line);
        }
        if (found.isEmpty()) {
            found = chain.end(reachedBy(head));
        }
        return new Report(
                head, chain.sequence() - before, chain.sequence(), chain.anchored(), chain.met(), found.orElse(null));
    }

    /** The records up to the first that is wrong, or to the line that says that they are over. */
    private static Optional<Finding> records(ChainCheck chain, BufferedReader lines, @Nullable String first)
            throws IOException {
        for (var line = first; line != null; line = lines.readLine()) {
            var said = parsed(line);
            if (kind(said).equals("end")) {
                return said.path(SEQUENCE).asLong() == chain.sequence()
                        ? Optional.empty()
                        : ChainCheck.found(
                                Kind.TRUNCATED,
                                chain.sequence() + 1,
                                null,
                                "The export says that it ends with number "
                                        + said.path(SEQUENCE).asLong() + ".");
            }
            var found = record(chain, said);
            if (found.isPresent()) {
                return found.get().kind() == Kind.REMOVED ? Optional.of(placed(found.get(), lines)) : found;
            }
        }
        return ChainCheck.found(
                Kind.TRUNCATED, chain.sequence() + 1, null, "The export breaks off: its last line is missing.");
    }

    private static Optional<Finding> record(ChainCheck chain, JsonNode said) {
        var link = ChainLink.read(said);
        if (link.isPresent()) {
            return chain.accept(link.get());
        }
        if (!said.has(ChainLink.RECORD) && said.path(SEQUENCE).canConvertToLong()) {
            return ChainCheck.missing(Math.min(said.path(SEQUENCE).asLong(), chain.sequence() + 1));
        }
        var id = said.path(ChainLink.RECORD).path("id").asText();
        return ChainCheck.found(
                Kind.INSERTED, 0, id, "A record without a seal stands behind number " + chain.sequence() + ".");
    }

    /** What is missing at its place may stand further on. */
    private static Finding placed(Finding missing, BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var said = parsed(line);
            if (said.path(SEQUENCE).asLong() == missing.sequence() && said.has(ChainLink.RECORD)) {
                var id = said.path(ChainLink.RECORD).path("id").asText();
                return new Finding(
                        Kind.REORDERED, missing.sequence(), id, "It stands behind a record that was sealed later.");
            }
        }
        return missing;
    }

    /** An anchor that was taken before the end of what was asked for. */
    private static Predicate<Anchor> reachedBy(JsonNode head) {
        try {
            var until = Instant.parse(head.path("until").asText());
            return anchor -> anchor.at().isBefore(until);
        } catch (DateTimeException e) {
            return anchor -> true;
        }
    }

    private static String kind(JsonNode line) {
        return line.path("kind").asText();
    }

    private static Optional<JWK> key(JsonNode line) {
        try {
            return Optional.of(JWK.parse(line.path("key").toString()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** A line that is no JSON is one without a kind, which no export has. */
    private static JsonNode parsed(@Nullable String line) {
        try {
            return line == null ? JSON.missingNode() : JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
