package org.tongban.filing.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.reference.ReferenceEntry;
import org.tongban.core.review.Remark;
import org.tongban.core.review.Reviews.LastDecision;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingActor;

/** What leaves the API about filings. */
public final class ProductViews {
    private static final String EDIT = "edit";
    private static final String CONFIRM_FIGURES = "confirm-figures";
    /** Moves of the unit that have an endpoint. */
    private static final List<ProductMove> OFFERED =
            List.of(ProductMove.SUBMIT, ProductMove.DELETE, ProductMove.ASK_REVOCATION);

    private ProductViews() {}

    /** The year of the figures, with its first and last day (PF-31). */
    @Serdeable
    record DataYear(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025")
            int year,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025-01-01")
            LocalDate from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025-12-31")
            LocalDate to) {
        static DataYear of(int year) {
            return new DataYear(year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
    }

    /**
     * What the product's category says of a question of the evidence (PF-33).
     *
     * @param answer what to begin with
     * @param forced whether a submission takes no other answer
     */
    @Serdeable
    record Preset(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean answer,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean forced) {
        static Map<String, Preset> of(ReferenceEntry category) {
            return Map.of(
                    EvidenceRules.REGULATED_TRADE, new Preset(category.regulated(), category.regulated()),
                    EvidenceRules.COMPULSORY_CERTIFICATION, new Preset(category.certified(), category.certified()));
        }
    }

    /** Something to look at before submitting, which hinders nothing. */
    @Serdeable
    @Schema(name = "ProductHint")
    record HintView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/patents")
            String pointer,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "not-linked")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "还有3件有效专利的名称含有产品名称中的用语，尚未关联。")
            String message) {
        static HintView of(Violation hint, Language language) {
            return new HintView(hint.pointer(), hint.code(), hint.message().in(language));
        }
    }

    /** All of them. */
    @Serdeable
    @Schema(name = "ProductHints")
    record HintsView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<HintView> items) {}

    /** What a reviewer said last (CO-46). */
    @Serdeable
    record DecisionView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "approve")
            String decision,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "通过")
            String decisionTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "")
            String reason,

            List<Remark> remarks,
            Instant at) {
        static DecisionView of(LastDecision last, Language language) {
            return new DecisionView(
                    last.decision().name().toLowerCase(Locale.ROOT),
                    last.decision().title().in(language),
                    last.reason(),
                    last.remarks(),
                    last.at());
        }
    }

    /**
     * A filing with its parts.
     *
     * @param actions what the unit may do now
     * @param forms the version of its form that each part was made with
     * @param dataYear the year its figures are of: while the unit may change it, the one that submitting it today takes
     * @param figuresStale whether the year turned since its figures were given, which then have to be confirmed (PF-31)
     * @param lapsedOn since when no linked patent is valid any more, so that the unit is asked to revoke it (PF-35)
     * @param presets what the category says of the evidence's questions, by question (PF-33)
     */
    @Serdeable
    @Schema(name = "Product")
    public record ProductView(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "filed")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已备案")
            String stateTitle,

            List<String> actions,
            DataYear dataYear,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean figuresStale,

            Map<String, Object> product,
            Map<String, Object> patents,
            Map<String, Object> evidence,
            Map<String, String> forms,
            Map<String, Preset> presets,
            @Nullable @Schema(example = "CP-2026-000001-7") String filingNumber,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate lapsedOn,
            @Nullable Instant submittedAt,
            @Nullable DecisionView lastDecision,
            Instant changedAt,
            @JsonIgnore long version)
            implements Versioned, Audited {
        static ProductView of(
                Product product,
                Optional<LastDecision> last,
                Optional<ReferenceEntry> category,
                @Nullable LocalDate lapsedOn,
                LocalDate today,
                Language language) {
            var fixed = fixedYear(product.state(), product.dataYear());
            return new ProductView(
                    product.id(),
                    product.state().code(),
                    product.state().title().in(language),
                    allowed(product, lapsedOn != null, today),
                    DataYear.of(fixed == null ? DataYears.on(today) : fixed),
                    product.isStaleOn(today),
                    Documents.members(product.product()),
                    Documents.members(product.patents()),
                    Documents.members(product.evidence()),
                    Arrays.stream(ProductPart.values()).collect(Collectors.toMap(ProductPart::code, product::form)),
                    category.map(Preset::of).orElse(Map.of()),
                    product.filingNumber(),
                    product.filedOn(),
                    lapsedOn,
                    product.submittedAt(),
                    last.map(decision -> DecisionView.of(decision, language)).orElse(null),
                    product.changedAt(),
                    product.version());
        }

        @Override
        public String auditSubject() {
            return FiledFiles.RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }

    /** One part of a filing as it was saved; its ETag is the filing's (PF-30). */
    @Serdeable
    record PartView(Map<String, Object> document, long version) implements Versioned {
        /** The document itself is the answer, so that what was read can be sent back. */
        @Override
        @JsonValue
        public Map<String, Object> document() {
            return document;
        }

        static PartView of(Product product, ProductPart part) {
            return new PartView(Documents.members(product.part(part)), product.version());
        }
    }

    /** A line of the list; its data year is there once it is fixed. */
    @Serdeable
    @Schema(name = "ProductSummary")
    record SummaryView(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "filed")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已备案")
            String stateTitle,

            @Nullable @Schema(example = "农田巡检无人机系统") String name,
            @Nullable @Schema(example = "TB-100") String model,
            @Nullable @Schema(example = "2025") Integer dataYear,
            @Nullable @Schema(example = "CP-2026-000001-7") String filingNumber,
            @Nullable LocalDate filedOn,
            Instant changedAt) {
        static SummaryView of(ProductRow row, Language language) {
            return new SummaryView(
                    row.id(),
                    row.state().code(),
                    row.state().title().in(language),
                    row.name(),
                    row.model(),
                    fixedYear(row.state(), row.dataYear()),
                    row.filingNumber(),
                    row.filedOn(),
                    row.changedAt());
        }
    }

    /** A returned filing keeps the year it was submitted with, which the next submission replaces (PF-31). */
    private static @Nullable Integer fixedYear(ProductState state, @Nullable Integer year) {
        return state.isEditable() ? null : year;
    }

    private static List<String> allowed(Product product, boolean lapsed, LocalDate today) {
        var state = product.state();
        var actions = new ArrayList<String>();
        if (state.isEditable()) {
            actions.add(EDIT);
        }
        if (product.isStaleOn(today)) {
            actions.add(CONFIRM_FIGURES);
        }
        OFFERED.stream()
                .filter(move -> move.isAllowed(state, FilingActor.UNIT))
                .map(ProductMove::code)
                .forEach(actions::add);
        if (lapsed && ProductMove.CONFIRM_REVOCATION.isAllowed(state, FilingActor.UNIT)) {
            actions.add(ProductMove.CONFIRM_REVOCATION.code());
        }
        return List.copyOf(actions);
    }
}
