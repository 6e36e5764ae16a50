package org.tongban.identity.credential;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.Parsed;

/**
 * What a provider says of a credential it has checked: the payload of its assertion (ID-15).
 *
 * @param audience whom it is for
 * @param uscc as the provider writes it
 * @param serial of the certificate or licence, in capitals
 * @param holder whose hands it is in; null where the provider does not know
 */
record Assertion(
        List<String> audience,
        String uscc,
        String serial,
        Kind kind,
        String nonce,
        Instant issuedAt,
        @Nullable Holder holder) {
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");
    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_NONCE = 16;
    private static final int LONGEST_NONCE = 128;

    /** What kinds of credential there are. */
    enum Kind {
        DIGITAL_CERTIFICATE,
        E_LICENCE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** Reads a payload; empty where a claim is missing or is not what it should be. */
    static Optional<Assertion> read(JsonNode payload, LocalDate today) {
        var serial = text(payload.path("serial"), LONGEST_SERIAL).toUpperCase(Locale.ROOT);
        var nonce = text(payload.path("nonce"), LONGEST_NONCE);
        var kind = Kind.of(payload.path("kind").asText()).orElse(null);
        var issuedAt = payload.path("iat");
        var named = !payload.path("holder").isMissingNode();
        var holder = holder(payload.path("holder"), today).orElse(null);
        if (!PLAIN.matcher(serial).matches()
                || nonce.length() < SHORTEST_NONCE
                || kind == null
                || !issuedAt.isIntegralNumber()
                || named && holder == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Assertion(
                    audience(payload.path("aud")),
                    text(payload.path("uscc"), LONGEST_SERIAL),
                    serial,
                    kind,
                    nonce,
                    Instant.ofEpochSecond(issuedAt.longValue()),
                    holder));
        } catch (DateTimeException beyondAllTime) {
            return Optional.empty();
        }
    }

    private static List<String> audience(JsonNode claim) {
        return claim.isArray()
                ? StreamSupport.stream(claim.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(claim.asText());
    }

    private static Optional<Holder> holder(JsonNode claim, LocalDate today) {
        var name = text(claim.path("name"), LONGEST_NAME);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return IdDocument.Kind.of(claim.path("idType").asText())
                .map(kind -> IdDocument.parse(kind, claim.path("idNumber").asText(), today))
                .flatMap(Parsed::value)
                .map(document -> new Holder(name, document));
    }

    private static String text(JsonNode claim, int longest) {
        var text = claim.isTextual() ? claim.textValue().strip() : "";
        var plain = text.codePoints().noneMatch(Character::isISOControl);
        return text.length() <= longest && plain ? text : "";
    }

    @Override
    public String toString() {
        return "Assertion[kind=" + kind.code() + "]";
    }
}
