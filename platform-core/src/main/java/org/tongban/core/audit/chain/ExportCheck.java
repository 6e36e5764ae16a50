package org.tongban.core.audit.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.LineNumberReader;
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

    Report of(BufferedReader export) throws IOException {
        var lines = new LineNumberReader(export);
        var first = ExportLine.of(lines.readLine());
        if (first.kind() != ExportLine.Kind.EXPORT) {
            throw new IOException("The first line is not that of an export of the audit trail.");
        }
        var head = first.said();
        long before = head.path("after").asLong();
        var chain = new ChainCheck(before, head.path("previous").asText());
        var anchors = new ArrayList<>(outside);
        var beside = new ArrayList<JWK>();
        var line = ExportLine.of(lines.readLine());
        for (; line.kind() == ExportLine.Kind.ANCHOR; line = ExportLine.of(lines.readLine())) {
            Anchor.read(line.said().path("jws").asText()).ifPresent(anchors::add);
            key(line.said()).ifPresent(beside::add);
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
    private static Optional<Finding> records(ChainCheck chain, LineNumberReader lines, ExportLine first)
            throws IOException {
        for (var line = first; ; line = ExportLine.of(lines.readLine())) {
            switch (line.kind()) {
                case RECORD, GONE, UNSEALED -> {
                    var found = record(chain, line);
                    if (found.isPresent()) {
                        return found.get().kind() == Kind.REMOVED ? Optional.of(placed(found.get(), lines)) : found;
                    }
                }
                case END -> {
                    return end(chain, lines, line.said());
                }
                case NONE -> {
                    return ChainCheck.found(
                            Kind.TRUNCATED,
                            chain.sequence() + 1,
                            null,
                            "The export breaks off: its last line is missing.");
                }
                case EXPORT, ANCHOR, UNREADABLE -> {
                    return altered(chain, lines);
                }
            }
        }
    }

    private static Optional<Finding> record(ChainCheck chain, ExportLine line) {
        var said = line.said();
        var link = ChainLink.read(said);
        if (link.isPresent()) {
            return chain.accept(link.get());
        }
        if (line.kind() == ExportLine.Kind.GONE) {
            return ChainCheck.missing(Math.min(said.path(SEQUENCE).asLong(), chain.sequence() + 1));
        }
        var id = said.path(ChainLink.RECORD).path("id").asText();
        return ChainCheck.found(
                Kind.INSERTED, 0, id, "A record without a seal stands behind number " + chain.sequence() + ".");
    }

    /** The last line says how far the records go; nothing stands behind it. */
    private static Optional<Finding> end(ChainCheck chain, LineNumberReader lines, JsonNode said) throws IOException {
        long last = said.path(SEQUENCE).asLong();
        if (last != chain.sequence() || !said.path("hash").asText().equals(chain.hash())) {
            return ChainCheck.found(
                    Kind.TRUNCATED,
                    chain.sequence() + 1,
                    null,
                    "The export says that it ends with number " + last + ", whose hash it names.");
        }
        return lines.readLine() == null ? Optional.empty() : altered(chain, lines);
    }

    /** A line that two readers may read in two ways, or that says what was never sealed. */
    private static Optional<Finding> altered(ChainCheck chain, LineNumberReader lines) {
        return ChainCheck.found(
                Kind.ALTERED,
                chain.sequence() + 1,
                null,
                "Line %d is not one that an export has there: it is no JSON, has a member twice, too many or too few."
                        .formatted(lines.getLineNumber()));
    }

    /** What is missing at its place may stand further on. */
    private static Finding placed(Finding missing, LineNumberReader lines) throws IOException {
        for (var text = lines.readLine(); text != null; text = lines.readLine()) {
            var line = ExportLine.of(text);
            if (line.kind() == ExportLine.Kind.RECORD
                    && line.said().path(SEQUENCE).asLong() == missing.sequence()) {
                var id = line.said().path(ChainLink.RECORD).path("id").asText();
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

    private static Optional<JWK> key(JsonNode line) {
        try {
            return Optional.of(JWK.parse(line.path("key").toString()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
