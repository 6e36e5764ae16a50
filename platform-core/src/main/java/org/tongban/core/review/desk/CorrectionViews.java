package org.tongban.core.review.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.review.cases.ReviewCase;

/** Corrections as staff see them; what a text was before stays in each. */
public final class CorrectionViews {
    private CorrectionViews() {}

    /** The corrections of a case, the oldest first. */
    @Serdeable
    public record Corrections(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<CorrectionView> items) {}

    /** A correction, confirmed or not. */
    @Serdeable
    public record CorrectionView(
            UUID review,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "KW2026-0000001-5")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "approved")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已通过")
            String stateTitle,

            @Nullable Instant decidedAt,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "名称有错别字。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String reason,

            List<DeskRequests.Change> changes) {}

    /** The corrections in a language. */
    public static Corrections of(List<ReviewCase> found, Language language) {
        return new Corrections(
                found.stream().map(one -> correction(one, language)).toList());
    }

    private static CorrectionView correction(ReviewCase found, Language language) {
        var proposal = org.tongban.core.review.cases.Corrections.proposal(found);
        return new CorrectionView(
                found.id(),
                found.number(),
                found.state(),
                found.at().title().in(language),
                found.decidedAt(),
                proposal.reason(),
                proposal.changes().stream()
                        .map(change -> new DeskRequests.Change(change.pointer(), change.before(), change.after()))
                        .toList());
    }
}
