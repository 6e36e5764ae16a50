package org.tongban.core.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;

/**
 * A document to be issued (CO-60).
 *
 * @param template {@code module/name}: the resource {@code documents/<module>/<name>.hbs}
 * @param number what people know it by, as the core gives numbers (CO-15)
 * @param holder whose it is, as it is printed; empty where nobody is to be named
 * @param issuer who issues it, as it is printed
 * @param account whose inbox of documents it lies in; null where the module hands it out itself
 * @param subject the record it is about
 * @param validFrom the first day, in Asia/Shanghai, on which it is valid
 * @param validUntil the last one; null where it does not end
 * @param foundByNumber whether everybody finds it by its number as well as by its code
 */
public record NewDocument(
        String template,
        String number,
        Title title,
        String holder,
        String issuer,
        @Nullable UUID account,
        RecordRef subject,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<DocumentFact> facts,
        boolean foundByNumber) {
    public NewDocument {
        facts = List.copyOf(facts);
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("the document " + number + " ends before it begins");
        }
    }

    /** A document that is found by its code alone. */
    public NewDocument(
            String template,
            String number,
            Title title,
            String holder,
            String issuer,
            @Nullable UUID account,
            RecordRef subject,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<DocumentFact> facts) {
        this(template, number, title, holder, issuer, account, subject, validFrom, validUntil, facts, false);
    }

    /** The same, found by its number too: numbers can be guessed, so only what is public anyway. */
    public NewDocument withPublicNumber() {
        return new NewDocument(
                template, number, title, holder, issuer, account, subject, validFrom, validUntil, facts, true);
    }
}
