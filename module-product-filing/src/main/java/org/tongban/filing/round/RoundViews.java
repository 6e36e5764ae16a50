package org.tongban.filing.round;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.tongban.core.web.Versioned;

/** What comes in and goes out about rounds. */
final class RoundViews {
    /** The kind of record that audit records name. */
    static final String RECORD = "product-filing/round";

    private RoundViews() {}

    /** A round has no id but its year: that of its audit records is made from it. */
    static UUID id(int year) {
        return new UUID(0, year);
    }

    /** The dates that staff give a round. */
    @Serdeable
    record RoundDates(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "2019", maximum = "2099", example = "2026")
            int dataYear,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    maxLength = 10,
                    example = "2027-01-01")
            String opensOn,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    maxLength = 10,
                    example = "2027-03-31")
            String closesOn,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    maxLength = 10,
                    example = "2027-08-31")
            String filingDeadline) {}

    /**
     * A round.
     *
     * @param open whether updates are taken today
     */
    @Serdeable
    @Schema(name = "Round")
    record RoundView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027")
            int year,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026")
            int dataYear,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-01-01")
            LocalDate opensOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-03-31")
            LocalDate closesOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-08-31")
            LocalDate filingDeadline,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean open,

            @JsonIgnore long version)
            implements Versioned {
        static RoundView of(Round round, LocalDate today) {
            return new RoundView(
                    round.year(),
                    round.dataYear(),
                    round.opensOn(),
                    round.closesOn(),
                    round.filingDeadline(),
                    round.isOpenOn(today),
                    round.version());
        }
    }
}
