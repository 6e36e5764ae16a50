package org.tongban.core.review.desk;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.document.Verification;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Language;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;

/** Finds what stands behind a number that somebody tells (CO-15). */
@Controller("/api/platform/v1/numbers")
class NumberController {
    /** Receipts have the number of their case, which is found itself. */
    private static final String CASE = "platform/case";

    private final CaseRepository cases;
    private final CaseTypes types;
    private final Verification verification;

    NumberController(CaseRepository cases, CaseTypes types, Verification verification) {
        this.cases = cases;
        this.types = types;
        this.verification = verification;
    }

    /** What has a number, however it was typed or told. */
    @Permitted(Permitted.ANY_REVIEW)
    @Read
    @Get("/{number}")
    @Refuses({"not-found", "invalid-input"})
    NumberedRecords findNumber(
            @Parameter(hidden = true) Language language,
            Caller caller,
            @PathVariable @Schema(maxLength = 60, example = "CP2026-0000012-0") String number) {
        var canonical = Numbers.demand(number, "/number");
        var ofCase = cases.findByNumber(canonical)
                .filter(found -> types.mayLook(caller, found.type()) && caller.reaches(found.region()))
                .map(found -> record(found, language));
        var ofDocuments = verification.numbered(canonical, CASE).stream()
                .map(found -> new NumberedRecord(
                        "document",
                        found.title().in(language),
                        found.state(),
                        found.stateTitle().in(language),
                        "/api/platform/v1/public/documents/" + found.code()));
        var items = Stream.concat(ofCase.stream(), ofDocuments).toList();
        if (items.isEmpty()) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return new NumberedRecords(canonical, items);
    }

    private static NumberedRecord record(ReviewCase found, Language language) {
        return new NumberedRecord(
                "review",
                found.title(),
                found.state(),
                found.at().title().in(language),
                "/api/platform/v1/reviews/" + found.id());
    }

    /** What has a number, in its canonical spelling. */
    @Serdeable
    record NumberedRecords(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000012-0")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<NumberedRecord> items) {}

    /** A case under review, or a document that was issued. */
    @Serdeable
    record NumberedRecord(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "review or document", example = "review")
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "open")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "待认领")
            String stateTitle,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/platform/v1/reviews/019aa1b0-5d70-7c4e-9a11-0242ac120002")
            String href) {}
}
