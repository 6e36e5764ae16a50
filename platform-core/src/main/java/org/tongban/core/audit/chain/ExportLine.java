package org.tongban.core.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of an export, read so that it has one meaning for whoever reads it (CO-56): a member that stands there twice, or
 * beside those that were hashed, would be seen by one reader and not by the other.
 *
 * @param said what the line says; missing where it cannot be read
 */
record ExportLine(Kind kind, JsonNode said) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String KIND = "kind";

    /** What a line is about, with the members that it has: these, and no others. */
    enum Kind {
        /** What was asked for. */
        EXPORT("export", Set.of("issuer", "from", "until", "after", "previous")),
        /** A signed head. */
        ANCHOR("anchor", Set.of("day", "jws", "key")),
        /** A record with its seal. */
        RECORD("record", Set.of("sequence", "sealedAt", "previous", "hash", "transaction", ChainLink.RECORD)),
        /** A seal whose record is not there. */
        GONE("record", Set.of("sequence")),
        /** A record that has no seal. */
        UNSEALED("record", Set.of(ChainLink.RECORD)),
        /** That nothing was cut off. */
        END("end", Set.of("sequence", "hash")),
        /** There is no line any more. */
        NONE("", Set.of()),
        /** Nothing that an export says. */
        UNREADABLE("", Set.of());

        private final String code;
        private final Set<String> members;

        Kind(String code, Set<String> members) {
            this.code = code;
            this.members = members;
        }

        private boolean is(JsonNode said, Set<String> names) {
            return said.path(KIND).asText().equals(code) && names.equals(members);
        }
    }

    /** What a line says; null where there is none. */
    static ExportLine of(@Nullable String line) {
        if (line == null) {
            return new ExportLine(Kind.NONE, MissingNode.getInstance());
        }
        try {
            var said = STRICT.readTree(line);
            var names = new HashSet<String>();
            said.fieldNames().forEachRemaining(names::add);
            names.remove(KIND);
            var kind = Stream.of(Kind.EXPORT, Kind.ANCHOR, Kind.RECORD, Kind.GONE, Kind.UNSEALED, Kind.END)
                    .filter(known -> known.is(said, names) && isWhole(known, said))
                    .findFirst();
            return new ExportLine(kind.orElse(Kind.UNREADABLE), said);
        } catch (JsonProcessingException e) {
            return new ExportLine(Kind.UNREADABLE, MissingNode.getInstance());
        }
    }

    /** Whether the members that the chain is checked by are of their kinds. */
    private static boolean isWhole(Kind kind, JsonNode said) {
        return switch (kind) {
            case RECORD -> ChainLink.read(said).isPresent();
            case UNSEALED -> said.path(ChainLink.RECORD).isObject();
            case EXPORT -> said.path("after").isIntegralNumber();
            case GONE, END -> said.path("sequence").isIntegralNumber();
            case ANCHOR, NONE, UNREADABLE -> true;
        };
    }
}
