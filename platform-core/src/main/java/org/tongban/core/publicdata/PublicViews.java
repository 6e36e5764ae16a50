package org.tongban.core.publicdata;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.web.Versioned;

/** What leaves the API of the public collections, texts in the request's language (CO-10, CO-14). */
final class PublicViews {
    private PublicViews() {}

    /** A page of results; {@code total} or {@code totalAtLeast} where {@code count=true} asked for it (CO-11). */
    @Serdeable
    record Hits(
            List<Hit> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,
            @Nullable Long total,
            @Nullable Long totalAtLeast) {
        static Hits of(PublicPage page, Language language) {
            return new Hits(
                    page.items().stream().map(item -> Hit.of(item, language)).toList(),
                    page.nextCursor(),
                    page.prevCursor(),
                    page.atLeast() ? null : page.total(),
                    page.atLeast() ? page.total() : null);
        }
    }

    /** A result of a search. */
    @Serdeable
    record Hit(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "filed")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已备案")
            String stateTitle,

            List<Value> fields,
            Instant changedAt) {
        static Hit of(PublicRecord source, Language language) {
            return new Hit(
                    source.id(),
                    source.name(),
                    source.state(),
                    source.stateTitle().in(language),
                    Value.all(source.summary(), language),
                    source.changedAt());
        }
    }

    /** Names that a search may be after. */
    @Serdeable
    record Suggestions(List<Suggestion> items) implements Versioned {
        static Suggestions of(List<PublicSuggestion> found, Language language) {
            return new Suggestions(found.stream()
                    .map(one -> new Suggestion(one.text(), one.kind().in(language)))
                    .toList());
        }

        @Override
        public long version() {
            return Versioned.ofContent(items);
        }
    }

    /** A name with what it names. */
    @Serdeable
    record Suggestion(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "产品")
            String kind) {}

    /** A record with its sections. */
    @Serdeable
    record Detail(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "filed")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已备案")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "经审核完成备案。")
            String stateMeaning,

            List<Section> sections,
            List<String> pictures,
            Instant changedAt) {
        static Detail of(PublicRecord source, Language language) {
            return new Detail(
                    source.id(),
                    source.name(),
                    source.state(),
                    source.stateTitle().in(language),
                    source.stateMeaning().in(language),
                    source.sections().stream()
                            .map(section -> Section.of(section, language))
                            .toList(),
                    source.pictures(),
                    source.changedAt());
        }
    }

    /** A titled group. */
    @Serdeable
    record Section(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "产品信息")
            String title,

            List<Value> fields,
            @Nullable Table table) {
        static Section of(PublicRecord.Section source, Language language) {
            var table = source.table();
            return new Section(
                    source.title().in(language),
                    Value.all(source.fields(), language),
                    table == null ? null : Table.of(table, language));
        }
    }

    /** A titled value; {@code code} is stable. */
    @Serdeable
    record Value(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "model")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "规格型号")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "TB-100")
            String value,

            @Nullable @Schema(description = "What the value counts", example = "8")
            Integer number,

            @Nullable @Schema(description = "A page that says more of it", example = "/verify/RD2026-0000001-6")
            String link) {
        static List<Value> all(List<PublicRecord.Field> fields, Language language) {
            return fields.stream()
                    .map(field -> new Value(
                            field.code(),
                            field.title().in(language),
                            field.value().in(language),
                            field.number(),
                            field.link()))
                    .toList();
        }
    }

    /** A table with a header. */
    @Serdeable
    record Table(List<String> columns, List<List<String>> rows) {
        static Table of(PublicRecord.Table source, Language language) {
            return new Table(
                    texts(source.columns(), language),
                    source.rows().stream().map(row -> texts(row, language)).toList());
        }

        private static List<String> texts(List<Title> titles, Language language) {
            return titles.stream().map(title -> title.in(language)).toList();
        }
    }
}
