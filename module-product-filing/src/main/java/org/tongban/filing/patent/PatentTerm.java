package org.tongban.filing.patent;

import java.time.LocalDate;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;

/** How long a patent runs, and whether it does on a day (PF-21; Patent Law, article 42). */
public final class PatentTerm {
    /** Designs filed up to this day keep the ten years of the law before. */
    static final LocalDate LAST_DAY_OF_SHORT_DESIGNS = LocalDate.of(2021, 5, 31);

    private static final int INVENTION_YEARS = 20;
    private static final int UTILITY_MODEL_YEARS = 10;
    private static final int DESIGN_YEARS = 15;
    private static final int SHORT_DESIGN_YEARS = 10;

    private PatentTerm() {}

    /** The last day of the term, counted from the day of filing; no priority date moves it. */
    public static LocalDate expiresOn(PatentKind kind, LocalDate filedOn) {
        var years = switch (kind) {
            case INVENTION -> INVENTION_YEARS;
            case UTILITY_MODEL -> UTILITY_MODEL_YEARS;
            case DESIGN -> filedOn.isAfter(LAST_DAY_OF_SHORT_DESIGNS) ? DESIGN_YEARS : SHORT_DESIGN_YEARS;
        };
        return filedOn.plusYears(years);
    }

    /** The last day of the term of an entry, with its extension. */
    static LocalDate expiresOn(Entry entry) {
        return expiresOn(entry.kind(), entry.filedOn()).plusDays(entry.termExtensionDays());
    }

    /** Whether a patent is valid on a day: granted or in grace, and within its term. */
    public static boolean isValid(LegalStatus status, LocalDate expiresOn, LocalDate today) {
        var stands = switch (status) {
            case GRANTED, IN_GRACE -> true;
            case LAPSED, EXPIRED, INVALIDATED, ABANDONED, TRANSFERRED -> false;
        };
        return stands && !today.isAfter(expiresOn);
    }

    /** A status and the day since when. */
    record Current(LegalStatus status, LocalDate on) {}

    /** Where a patent stands on a day: what the registry says, unless its term has ended since. */
    static Current current(Entry entry, LocalDate today) {
        var expiresOn = expiresOn(entry);
        var stands = entry.legalStatus() == LegalStatus.GRANTED || entry.legalStatus() == LegalStatus.IN_GRACE;
        return stands && today.isAfter(expiresOn)
                ? new Current(LegalStatus.EXPIRED, expiresOn.plusDays(1))
                : new Current(entry.legalStatus(), entry.statusOn());
    }
}
