package org.tongban.filing.statistic;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicStatistic;
import org.tongban.core.publicdata.PublicStatistic.Heading;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.filing.publicdata.IndustrySections;
import org.tongban.filing.publicdata.PublicState;
import org.tongban.filing.statistic.CountTable.Column;
import org.tongban.filing.statistic.CountTable.Hiding;

/** Counts of the products that the public sees, by state, year, industry and province (PF-72). */
@Singleton
public class ProductStatistics {
    private static final String STATE = "state";
    private static final String INDUSTRY = "industry";
    private static final String PROVINCE = "province";
    private static final String DIVISIONS = "division";
    private static final List<Column> STATES = Stream.of(PublicState.values())
            .map(state -> new Column(state.code(), new Heading(state.code(), state.title())))
            .toList();
    private static final Heading UNKNOWN = new Heading("", new Title("未分类", "Not classified"));
    private static final Hiding SMALL = SmallCounts::hidden;
    private static final Title HIDDEN = new Title(
            "少于 3 的数不公布；为避免由合计推算，同一列中有时最小的一个数（及与其相等的）也不公布。",
            " Counts under 3 are not shown; in a column the least of the others (and its equals) may be left out, so"
                    + " that no sum tells them.");

    private final StatisticRepository statistics;
    private final ReferenceSets sets;

    ProductStatistics(StatisticRepository statistics, ReferenceSets sets) {
        this.statistics = statistics;
        this.sets = sets;
    }

    /** Counts by state code. */
    public Map<String, Long> counts() {
        return statistics.counts(Subject.PUBLIC.code(), STATE).stream()
                .collect(Collectors.toUnmodifiableMap(Counted::state, Counted::count, Long::sum));
    }

    /** The tables that anyone may read: small counts by industry and province are not in them. */
    public List<PublicStatistic> forPublic() {
        return tables(statistics.counts(Subject.PUBLIC.code(), ""), SMALL);
    }

    /** The tables with every count, of all years or of one. */
    List<PublicStatistic> forStaff(@Nullable Integer year) {
        return tables(counted(year, counted -> true), Hiding.NONE);
    }

    /** The row of a province, for staff who are bound to it. */
    PublicStatistic ofProvince(String region, @Nullable Integer year) {
        var counted = counted(
                year, one -> one.dimension().equals(PROVINCE) && region(one).equals(region));
        return provinces(counted, Hiding.NONE, row -> row.code().equals(region));
    }

    private List<Counted> counted(@Nullable Integer year, Predicate<Counted> wanted) {
        return statistics.counts(Subject.PUBLIC.code(), "").stream()
                .filter(counted -> year == null || counted.year() == year)
                .filter(wanted)
                .toList();
    }

    private List<PublicStatistic> tables(List<Counted> counted, Hiding hiding) {
        return List.of(
                states(counted), years(counted), industries(counted, hiding), provinces(counted, hiding, row -> true));
    }

    private static PublicStatistic states(List<Counted> counted) {
        var count = new Column("all", new Heading("count", new Title("产品数", "Products")));
        var all = counted.stream()
                .map(one -> new Counted(one.dimension(), one.year(), one.state(), count.state(), one.count()));
        return table(all, STATE, List.of(count), Counted::value)
                .of(
                        STATE,
                        new Title("按状态", "By state"),
                        new Title(
                                "今天对公众公开的产品，按公开状态统计：已认定的、否则公示中的、否则已备案的，每个产品只计一次。",
                                "Products that the public sees today, by their public state: recognised, else in"
                                        + " publicity, else filed. Each product counts once."),
                        STATES.stream().map(Column::heading).toList(),
                        Hiding.NONE);
    }

    private static PublicStatistic years(List<Counted> counted) {
        var table = table(counted.stream(), STATE, STATES, one -> String.valueOf(one.year()));
        return table.of(
                "year",
                new Title("按数据年度", "By data year"),
                new Title(
                        "同样的产品，按其现有数据所属的年度统计；年度更新通过后计入新的年度。",
                        "The same products by the calendar year that their figures are of. One that is updated counts"
                                + " in its new year."),
                table.codes()
                        .sorted(Comparator.reverseOrder())
                        .map(year -> new Heading(year, new Title(year, year)))
                        .toList(),
                Hiding.NONE);
    }

    private PublicStatistic industries(List<Counted> counted, Hiding hiding) {
        var sections = IndustrySections.choices(sets).stream()
                .map(choice -> new Heading(choice.value(), choice.title()))
                .toList();
        var known = sections.stream().map(Heading::code).collect(Collectors.toSet());
        var table = table(
                counted.stream(),
                INDUSTRY,
                STATES,
                one -> IndustrySections.of(sets, one.value())
                        .filter(known::contains)
                        .orElse(UNKNOWN.code()));
        return table.of(
                INDUSTRY,
                new Title("按行业", "By industry"),
                defined(
                        hiding,
                        "同样的产品，按所属行业的门类（国民经济行业分类）统计。",
                        "The same products by the section of the classification of industries (GB/T 4754)."),
                rows(sections, table),
                hiding);
    }

    private PublicStatistic provinces(List<Counted> counted, Hiding hiding, Predicate<Heading> wanted) {
        var provinces = sets.list(DIVISIONS, "", null).stream()
                .map(entry -> new Heading(entry.code(), entry.title()))
                .toList();
        var known = provinces.stream().map(Heading::code).collect(Collectors.toSet());
        var table = table(
                counted.stream(), PROVINCE, STATES, one -> known.contains(region(one)) ? region(one) : UNKNOWN.code());
        return table.of(
                PROVINCE,
                new Title("按省份", "By province"),
                defined(
                        hiding,
                        "同样的产品，按备案单位所在的省、自治区、直辖市统计。",
                        "The same products by the province of the unit that filed them."),
                rows(provinces, table).stream().filter(wanted).toList(),
                hiding);
    }

    /** All that there are, whether anything is counted or not: a row that is missing would tell its count. */
    private static List<Heading> rows(List<Heading> known, CountTable table) {
        var rows = new ArrayList<>(known);
        if (table.codes().anyMatch(UNKNOWN.code()::equals)) {
            rows.add(UNKNOWN);
        }
        return rows;
    }

    private static CountTable table(
            Stream<Counted> counted, String dimension, List<Column> columns, Function<Counted, String> row) {
        return new CountTable(columns, counted.filter(one -> one.dimension().equals(dimension)), row);
    }

    private static Title defined(Hiding hiding, String zh, String en) {
        return hiding.equals(SMALL) ? new Title(zh + HIDDEN.zh(), en + HIDDEN.en()) : new Title(zh, en);
    }

    private static String region(Counted counted) {
        return counted.value() + "0000";
    }
}
