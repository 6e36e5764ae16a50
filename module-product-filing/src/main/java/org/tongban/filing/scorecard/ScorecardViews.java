package org.tongban.filing.scorecard;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Audited;

/** What comes in and goes out about scorecards. Numbers are decimal texts, so that nothing is lost on the way. */
final class ScorecardViews {
    /** The kind of record that audit records name. */
    static final String RECORD = "product-filing/scorecard";

    private static final String DECIMAL = "^-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?$";
    private static final String WEIGHT = "^(0|[1-9][0-9]{0,2})(\\.[0-9]{1,2})?$";

    private ScorecardViews() {}

    /** A version of a scorecard as staff enter it. */
    @Serdeable
    @Schema(name = "NewScorecard")
    record NewScorecard(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 100,
                    example = "2027年度认定评价表")
            String title,

            @Nullable
            @Schema(pattern = WEIGHT, maxLength = 6, example = "60", description = "0 where only hard criteria count")
            String passMark,

            @ArraySchema(minItems = 1, maxItems = 100) @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<NewCriterion> criteria) {}

    /** A row of it; see {@link Criterion}. */
    @Serdeable
    @Schema(name = "ScorecardCriterion")
    record NewCriterion(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 100,
                    example = "公开的核心专利")
            String indicator,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 50, example = "patents.publicCore")
            String source,

            @Nullable @Schema(maxLength = 50, example = "unit.productSales")
            String dividedBy,

            @Nullable @Schema(pattern = DECIMAL, maxLength = 20, example = "100")
            String factor,

            @Nullable
            @ArraySchema(
                    maxItems = 200,
                    schema = @Schema(pattern = "^[A-Z]?[0-9]{0,4}$", maxLength = 5, example = "C35"))
            List<String> industries,

            @Nullable @ArraySchema(maxItems = 200, schema = @Schema(minLength = 1, maxLength = 20, example = "0301"))
            List<String> categories,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"at-least", "at-most", "more-than", "less-than", "equal"},
                    example = "at-least")
            String comparator,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = DECIMAL, maxLength = 20, example = "1")
            String benchmark,

            @Nullable @Schema(pattern = WEIGHT, maxLength = 6, example = "0")
            String weight,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean hard,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 100,
                    example = "没有公开的有效核心专利")
            String reason) {
        static NewCriterion of(Criterion criterion) {
            return new NewCriterion(
                    criterion.indicator(),
                    criterion.source().code(),
                    Optional.ofNullable(criterion.dividedBy()).map(Source::code).orElse(null),
                    criterion.factor().toPlainString(),
                    criterion.industries(),
                    criterion.categories(),
                    criterion.comparator().code(),
                    criterion.benchmark().toPlainString(),
                    criterion.weight().toPlainString(),
                    criterion.hard(),
                    criterion.reason());
        }
    }

    /** A version as it stands. */
    @Serdeable
    @Schema(name = "Scorecard")
    record ScorecardView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027")
            int round,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027年度认定评价表")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "60")
            String passMark,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<NewCriterion> criteria,

            Instant createdAt)
            implements Audited {
        static ScorecardView of(Scorecard scorecard) {
            return new ScorecardView(
                    scorecard.id(),
                    scorecard.year(),
                    scorecard.version(),
                    scorecard.title(),
                    scorecard.passMark().toPlainString(),
                    scorecard.criteria().stream().map(NewCriterion::of).toList(),
                    scorecard.createdAt());
        }

        @Override
        public String auditSubject() {
            return RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }

    /** A value that criteria may name. */
    @Serdeable
    @Schema(name = "ScorecardSource")
    record SourceView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product.sales")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "产品销售额")
            String title) {
        static SourceView of(Source source, Language language) {
            return new SourceView(source.code(), source.title().in(language));
        }
    }
}
