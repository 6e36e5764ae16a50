package org.tongban.core.external;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.PatentNumber;

/** The registry of patents (CO-75): by holder and by number. */
public interface PatentRegistry {
    /** The entry of a number, if the registry knows it. */
    Optional<Entry> find(PatentNumber number);

    /**
     * Patents held, alone or shared, under any of the names, in the order of their numbers. Names are compared after
     * folding width, brackets and spaces.
     *
     * @param after the last number of the page before; null for the first page
     */
    List<Entry> heldBy(List<String> names, @Nullable PatentNumber after, int limit);

    /** How many patents {@link #heldBy} would give in all. */
    long countHeldBy(List<String> names);

    /**
     * A patent as the registry knows it.
     *
     * @param termExtensionDays by how many days its term was extended (Patent Law, article 42, paragraphs 2 and 3); mostly 0
     */
    record Entry(
            PatentNumber number,
            PatentKind kind,
            String title,
            List<String> holders,
            LocalDate filedOn,
            @Nullable LocalDate grantedOn,
            LegalStatus legalStatus,
            LocalDate statusOn,
            int termExtensionDays) {
        /** One whose term was not extended. */
        public Entry(
                PatentNumber number,
                PatentKind kind,
                String title,
                List<String> holders,
                LocalDate filedOn,
                @Nullable LocalDate grantedOn,
                LegalStatus legalStatus,
                LocalDate statusOn) {
            this(number, kind, title, holders, filedOn, grantedOn, legalStatus, statusOn, 0);
        }
    }

    /** The kind of a patent. */
    enum PatentKind {
        INVENTION,
        UTILITY_MODEL,
        DESIGN;

        /** The kind that the type digit of the number tells; 8 and 9 came by way of the PCT. */
        public static PatentKind of(PatentNumber number) {
            return switch (number.typeDigit()) {
                case '3' -> DESIGN;
                case '2', '9' -> UTILITY_MODEL;
                default -> INVENTION;
            };
        }
    }

    /** Where a patent stands in law (PF-21). */
    enum LegalStatus {
        GRANTED,
        IN_GRACE,
        LAPSED,
        EXPIRED,
        INVALIDATED,
        ABANDONED,
        TRANSFERRED
    }
}
