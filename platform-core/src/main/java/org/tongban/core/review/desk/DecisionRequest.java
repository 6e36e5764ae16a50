package org.tongban.core.review.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.Decision;
import org.tongban.core.review.Remark;
import org.tongban.core.review.cases.CheckedPoint;
import org.tongban.core.review.cases.Verdict;

/** What a reviewer decides. */
@Serdeable
public record DecisionRequest(
        Decision decision,

        @Nullable
        @Schema(
                maxLength = 1000,
                extensions =
                        @Extension(
                                properties = @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
        String reason,

        @Nullable List<Remark> remarks,

        @Nullable @Schema(description = "Every point of the type's checklist, ticked or failed")
        List<CheckedPoint> checklist) {
    /** What the reviewer says of the case. */
    public Verdict verdict() {
        return verdict(decision, reason, remarks, checklist);
    }

    static Verdict verdict(
            Decision decision,
            @Nullable String reason,
            @Nullable List<Remark> remarks,
            @Nullable List<CheckedPoint> checklist) {
        return new Verdict(
                decision,
                reason == null ? "" : reason.strip(),
                remarks == null ? List.of() : remarks,
                checklist == null ? List.of() : checklist);
    }
}
