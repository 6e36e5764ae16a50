package org.tongban.filing.patent;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/**
 * A patent that a unit adds by hand, its document checked by the form (Fields 4.4).
 *
 * @param known what the registry has of the number; empty where it has nothing, so that what was typed stands
 */
record ManualPatent(JsonNode document, PatentNumber number, Optional<Entry> known) {
    static final String PROOF = "licenceProof";

    /** What must hold beyond the schema. */
    static List<Violation> check(JsonNode document, PatentNumber number, LocalDate today) {
        var violations = new ArrayList<Violation>();
        var kind = PatentWords.kind(document.path("kind").asText());
        if (kind.isPresent() && kind.get() != PatentKind.of(number)) {
            violations.add(violation("/kind", "kind-mismatch", "专利类型与专利号不符", "The number is that of another kind"));
        }
        // Days in ISO spelling are in the order of their texts.
        var filedOn = document.path("filedOn").asText();
        var grantedOn = document.path("grantedOn").asText();
        if (filedOn.compareTo(today.toString()) > 0) {
            violations.add(violation("/filedOn", "future", "申请日不得晚于今日", "The filing lies in the future"));
        }
        if (grantedOn.compareTo(today.toString()) > 0) {
            violations.add(violation("/grantedOn", "future", "授权日不得晚于今日", "The grant lies in the future"));
        } else if (!grantedOn.isEmpty() && grantedOn.compareTo(filedOn) < 0) {
            violations.add(violation("/grantedOn", "before-filing", "授权日早于申请日", "The grant lies before the filing"));
        }
        var to = document.path("licenceTo").asText();
        if (!to.isEmpty() && to.compareTo(document.path("licenceFrom").asText()) < 0) {
            violations.add(
                    violation("/licenceTo", "before-beginning", "许可期限的结束日早于开始日", "The licence ends before it begins"));
        }
        return violations;
    }

    private static Violation violation(String pointer, String code, String zh, String en) {
        return new Violation(pointer, code, new Title(zh, en));
    }

    /** Whether what it is was typed, so that the registry's data are not needed. */
    boolean isTyped() {
        return document.hasNonNull("title");
    }

    /** The file that proves the licence; empty for what is no licence. */
    Optional<UUID> proof() {
        return acquisition() == Acquisition.LICENCE
                ? Optional.of(UUID.fromString(document.path(PROOF).asText()))
                : Optional.empty();
    }

    /** The row of the unit's list: the registry's data where it has any. */
    UnitPatent row(UUID id, UUID unit, LocalDate today, Instant now) {
        var entry = known.orElseGet(() -> typed(today));
        var expiresOn = PatentTerm.expiresOn(entry);
        var current = PatentTerm.current(entry, today);
        var acquisition = acquisition();
        boolean licensed = acquisition == Acquisition.LICENCE;
        return new UnitPatent(
                id,
                unit,
                number.value(),
                entry.kind(),
                entry.title(),
                entry.holders(),
                entry.filedOn(),
                entry.grantedOn(),
                current.status(),
                current.on(),
                expiresOn,
                acquisition,
                PatentSource.MANUAL,
                known.isPresent(),
                1,
                now,
                licensed ? document.path("licensor").asText() : null,
                licensed ? licenceKind() : null,
                licensed ? date("licenceFrom") : null,
                licensed ? date("licenceTo") : null,
                licensed ? document.path("licenceRecordNumber").textValue() : null,
                proof().orElse(null));
    }

    private Entry typed(LocalDate today) {
        var holders = new ArrayList<String>();
        document.path("holders").forEach(holder -> holders.add(holder.asText()));
        return new Entry(
                number,
                PatentWords.kind(document.path("kind").asText()).orElseThrow(),
                document.path("title").asText(),
                List.copyOf(holders),
                LocalDate.parse(document.path("filedOn").asText()),
                date("grantedOn"),
                PatentWords.status(document.path("legalStatus").asText()).orElseThrow(),
                today);
    }

    private Acquisition acquisition() {
        return Acquisition.of(document.path("acquisition").asText()).orElseThrow();
    }

    private LicenceKind licenceKind() {
        return LicenceKind.valueOf(document.path("licenceKind").asText().toUpperCase(Locale.ROOT));
    }

    private @Nullable LocalDate date(String field) {
        var text = document.path(field).textValue();
        return text == null ? null : LocalDate.parse(text);
    }
}
