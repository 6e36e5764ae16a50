package org.tongban.filing.statistic;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicStatistic;
import org.tongban.core.publicdata.PublicStatistic.Heading;
import org.tongban.core.state.State;
import org.tongban.filing.product.ProductState;
import org.tongban.filing.recognition.RecognitionState;
import org.tongban.filing.statistic.CountTable.Column;
import org.tongban.filing.statistic.CountTable.Hiding;
import org.tongban.filing.update.UpdateState;

/** All counts, for staff: of what the public sees, and of filings, updates and recognitions in every state (PF-72). */
@Singleton
class StaffStatistics {
    private static final String NO_YEAR = "0";

    private final ProductStatistics products;
    private final StatisticRepository statistics;

    StaffStatistics(ProductStatistics products, StatisticRepository statistics) {
        this.products = products;
        this.statistics = statistics;
    }

    /**
     * The tables that staff may read.
     *
     * @param region the province they are bound to, of which alone they learn (CO-28); null for the whole country
     * @param year of the public products, by the year of their figures; null for all years
     */
    List<PublicStatistic> of(@Nullable String region, @Nullable Integer year) {
        if (region != null) {
            return List.of(products.ofProvince(region, year));
        }
        var tables = new ArrayList<>(products.forStaff(year));
        tables.add(byYear(
                Subject.FILING,
                ProductState.values(),
                new Title("备案（按数据年度和状态）", "Filings by data year and state"),
                new Title(
                        "全部备案，包括未提交的和已撤销的，按数据年度统计；提交前没有年度。",
                        "All filings, drafts and revoked ones too, by the year of their figures; before the submission"
                                + " there is none.")));
        tables.add(byYear(
                Subject.UPDATE,
                UpdateState.values(),
                new Title("年度更新（按轮次和状态）", "Updates by round and state"),
                new Title("每个产品每个轮次一条。", "One a product and round.")));
        tables.add(byYear(
                Subject.RECOGNITION,
                RecognitionState.values(),
                new Title("认定（按轮次和状态）", "Recognitions by round and state"),
                new Title("纳入该轮次认定的产品，每个产品每个轮次一条。", "Products that the round took, one a product and round.")));
        return tables;
    }

    private <S extends Enum<S> & State> PublicStatistic byYear(
            Subject subject, S[] states, Title title, Title definition) {
        var columns = Stream.of(states)
                .map(state -> new Column(state.name(), new Heading(state.code(), state.title())))
                .toList();
        var table = new CountTable(
                columns, statistics.counts(subject.code(), "").stream(), one -> String.valueOf(one.year()));
        var rows = table.codes()
                .sorted(Comparator.reverseOrder())
                .map(year ->
                        new Heading(year, year.equals(NO_YEAR) ? new Title("未确定", "None yet") : new Title(year, year)))
                .toList();
        return table.of(subject.code(), title, definition, rows, Hiding.NONE);
    }
}
