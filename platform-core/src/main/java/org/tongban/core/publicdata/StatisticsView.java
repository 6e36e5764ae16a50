package org.tongban.core.publicdata;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Versioned;

/** Tables of counts as they leave the API, texts in one language (PF-72). Its version follows from what it says. */
@Serdeable
@Schema(name = "Statistics")
public record StatisticsView(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Table> statistics) implements Versioned {
    /** The tables in a language. */
    public static StatisticsView of(List<PublicStatistic> statistics, Language language) {
        return new StatisticsView(
                statistics.stream().map(one -> Table.of(one, language)).toList());
    }

    @Override
    public long version() {
        return Versioned.ofContent(statistics);
    }

    /** A table: each row has a count for each column. */
    @Serdeable
    @Schema(name = "Statistic")
    record Table(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "industry")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "按行业门类")
            String title,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "What exactly is counted, and what is not shown",
                    example = "产品所属行业按国民经济行业分类门类统计。")
            String definition,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Row> rows) {
        private static Table of(PublicStatistic source, Language language) {
            return new Table(
                    source.code(),
                    source.title().in(language),
                    source.definition().in(language),
                    source.rows().stream()
                            .map(row -> Row.of(row, source.columns(), language))
                            .toList());
        }
    }

    /** What one value of the table has. */
    @Serdeable
    @Schema(name = "StatisticRow")
    record Row(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "C")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "制造业")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Cell> counts) {
        private static Row of(PublicStatistic.Row source, List<PublicStatistic.Heading> columns, Language language) {
            return new Row(
                    source.heading().code(),
                    source.heading().title().in(language),
                    IntStream.range(0, columns.size())
                            .mapToObj(at ->
                                    Cell.of(columns.get(at), source.counts().get(at), language))
                            .toList());
        }
    }

    /** A count under a heading; none where it is hidden. */
    @Serdeable
    @Schema(name = "StatisticCount")
    record Cell(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "recognised")
            String column,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已认定")
            String title,

            @Nullable @Schema(description = "Absent where it is hidden", example = "128")
            Long count,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Whether it is not shown: too few, or needed to keep another from being reckoned",
                    example = "false")
            boolean hidden) {
        private static Cell of(PublicStatistic.Heading column, PublicStatistic.Count count, Language language) {
            return new Cell(column.code(), column.title().in(language), count.value(), count.value() == null);
        }
    }
}
