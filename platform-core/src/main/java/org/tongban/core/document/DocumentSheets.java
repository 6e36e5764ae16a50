package org.tongban.core.document;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.document.pdf.Sheet;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;

/** Sets out what stands on a document's paper (CO-60). Thread-safe. */
@Singleton
class DocumentSheets {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final IssuedDocuments documents;
    private final @Nullable String seal;

    DocumentSheets(IssuedDocuments documents, @Value("${platform.documents.seal:}") String seal) {
        this.documents = documents;
        this.seal = seal.isBlank() ? null : picture(Path.of(seal));
    }

    /** What stands on its paper now: of one that was revoked, also that it was. */
    Sheet of(DocumentRow row) {
        var facts = documents.facts(row);
        return new Sheet(
                row.title(),
                row.number(),
                row.holder(),
                row.issuer(),
                date(LocalDate.ofInstant(row.issuedAt(), BusinessClock.ZONE)),
                validity(row.validFrom(), row.validUntil()),
                facts.stream()
                        .map(fact -> new Sheet.Line(fact.title(), fact.value(), fact.titleOnly()))
                        .toList(),
                facts.stream()
                        .filter(fact -> !fact.name().isEmpty())
                        .collect(Collectors.toUnmodifiableMap(DocumentFact::name, DocumentFact::value)),
                address(row).replaceFirst("^https?://", ""),
                "",
                seal,
                row.revokedAt() == null ? null : date(LocalDate.ofInstant(row.revokedAt(), BusinessClock.ZONE)),
                null);
    }

    String address(DocumentRow row) {
        return documents.address(row);
    }

    /** A day in words. */
    static Title date(LocalDate day) {
        return new Title(ZH.format(day), day.toString());
    }

    /** The last day; said in words where it does not end. */
    static Title lastDay(@Nullable LocalDate until) {
        return until == null ? new Title("长期有效", "without an end") : date(until);
    }

    static Title validity(LocalDate from, @Nullable LocalDate until) {
        return until == null
                ? new Title(ZH.format(from) + "起长期有效", "from " + from + ", without an end")
                : new Title(ZH.format(from) + "至" + ZH.format(until), from + " to " + until);
    }

    private static String picture(Path file) {
        try {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("platform.documents.seal cannot be read: " + file, e);
        }
    }
}
