package org.tongban.portal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicAddress;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollection.Choice;
import org.tongban.core.publicdata.PublicCollection.Facet;
import org.tongban.core.publicdata.PublicCollectionSource;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.publicdata.PublicRecord.Field;
import org.tongban.core.publicdata.PublicRecord.Section;
import org.tongban.core.publicdata.PublicRecord.Table;
import org.tongban.core.publicdata.PublicStatistic;
import org.tongban.core.publicdata.PublicStatistic.Count;
import org.tongban.core.publicdata.PublicStatistic.Heading;
import org.tongban.core.publicdata.PublicSuggestion;
import org.tongban.core.web.Cursors;

/** A made-up collection of 45 products with the states that the look of pages knows; its cursor is an offset. */
final class SampleProducts implements PublicCollectionSource {
    static final UUID FIRST = id(0);
    static final int A_PART = 15;

    private static final int ALL = 45;

    private static final String[] THINGS = {
        "智能电能表", "锂离子电池电芯", "高速列车制动闸片", "数控车床主轴", "便携式水质检测仪", "一次性使用无菌注射器", "光伏逆变器", "工业机器人减速器", "耐腐蚀球阀"
    };
    private static final String[] UNITS = {"示例新能源科技有限公司", "示例轨道交通装备股份有限公司", "示例精密仪器（苏州）有限公司"};
    private static final List<Choice> STATES = List.of(
            new Choice("filed", new Title("已备案", "Filed")),
            new Choice("in-publicity", new Title("公示中", "In publicity")),
            new Choice("recognised", new Title("已认定", "Recognised")));

    private final List<PublicRecord> records = new ArrayList<>();

    SampleProducts() {
        for (int i = 0; i < ALL; i++) {
            records.add(product(i));
        }
    }

    static PublicCollection declaration() {
        return new PublicCollection(
                "products",
                new Title("专利密集型产品", "Patent-intensive products"),
                List.of(
                        new Facet("state", new Title("状态", "State"), STATES),
                        new Facet(
                                "industry",
                                new Title("所属行业", "Industry"),
                                List.of(
                                        new Choice("38", new Title("电气机械和器材制造业", "Electrical machinery")),
                                        new Choice("40", new Title("仪器仪表制造业", "Instruments")))),
                        new Facet(
                                "year",
                                new Title("备案年度", "Year"),
                                List.of(new Choice("2026", new Title("2026年", "2026")))),
                        new Facet("unit", new Title("单位名称", "Organisation"), List.of())),
                new Title("正在公示", "In publicity now"));
    }

    @Override
    public String collection() {
        return "products";
    }

    @Override
    public PublicPage search(PublicQuery query) {
        int from = query.cursor() == null
                ? 0
                : ByteBuffer.wrap(Cursors.read(query.cursor(), Cursors.ofRequest()))
                        .getInt();
        var found = records.stream()
                .filter(item -> item.name().contains(query.text()))
                .filter(item -> item.state().equals(query.facets().getOrDefault("state", item.state())))
                .toList();
        int to = Math.min(from + query.limit(), found.size());
        return new PublicPage(
                found.subList(from, to),
                to < found.size() ? cursor(to) : null,
                from > 0 ? cursor(Math.max(0, from - query.limit())) : null,
                query.count() ? (long) found.size() : null,
                false);
    }

    /** As modules write theirs. */
    private static String cursor(int from) {
        return Cursors.written(
                Cursors.ofRequest(),
                ByteBuffer.allocate(Integer.BYTES).putInt(from).array());
    }

    @Override
    public Optional<PublicRecord> find(UUID id) {
        return records.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    @Override
    public List<PublicSuggestion> alike(String text) {
        return text.equals("智能电能标") ? List.of(new PublicSuggestion("智能电能表", new Title("产品", "Product"))) : List.of();
    }

    @Override
    public Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        records.forEach(item -> counts.merge(item.state(), 1L, Long::sum));
        counts.put("filed", 128_406L);
        return counts;
    }

    @Override
    public Optional<Supplier<List<PublicStatistic>>> statistics() {
        var filed = new Heading("filed", new Title("已备案", "Filed"));
        return Optional.of(() -> List.of(new PublicStatistic(
                "province",
                new Title("按省份", "By province"),
                new Title("少于 3 的数不公布。<b>", "Counts under 3 are not shown. <b>"),
                List.of(filed),
                List.of(
                        new PublicStatistic.Row(
                                new Heading("320000", new Title("江苏省", "Jiangsu")), List.of(new Count(12_345L))),
                        new PublicStatistic.Row(
                                new Heading("540000", new Title("西藏自治区", "Tibet")), List.of(Count.HIDDEN))))));
    }

    @Override
    public List<String> parts(int size) {
        return PublicCollectionSource.super.parts(A_PART);
    }

    @Override
    public List<PublicAddress> part(@Nullable String after, int size) {
        return PublicCollectionSource.super.part(after, A_PART);
    }

    @Override
    public List<PublicRecord> ending(int most) {
        return records.stream()
                .filter(item -> item.state().equals("in-publicity"))
                .limit(most)
                .toList();
    }

    private static PublicRecord product(int i) {
        var state = STATES.get(i % 3);
        // One name that is markup, as an attacker would file it.
        var name =
                i == 44 ? "<script>alert(1)</script>&\"'" : THINGS[i % THINGS.length] + (i < 9 ? "" : " " + i + " 型");
        var unit = UNITS[i % UNITS.length];
        return new PublicRecord(
                id(i),
                name,
                state.value(),
                state.title(),
                new Title("该产品已完成备案，尚未进入认定公示。", "The product has been filed and is not yet in publicity."),
                List.of(
                        field("unit", "单位", "Organisation", unit),
                        field("category", "分类", "Class", "电工仪器仪表"),
                        field("year", "年度", "Year", "2026"),
                        field("patents", "专利", "Patents", (i % 7 + 1) + " 件")),
                List.of(
                        new Section(
                                new Title("产品信息", "Product"),
                                List.of(
                                        field("number", "备案编号", "Filing number", "CP2026-%07d-0".formatted(i))
                                                .withLink("/verify/CP2026"),
                                        field("model", "规格型号", "Model", "DDZY-" + i + "A，220 V，5(60) A"),
                                        field(
                                                "introduction",
                                                "产品简介",
                                                "Introduction",
                                                "由计量单元、数据处理单元和通信单元组成，具有电能量计量、信息存储及处理、实时监测、自动控制、信息交互等功能。\n"
                                                        + "适用于居民用户和小型工商用户的单相用电计量。"),
                                        new Field(
                                                "filedOn",
                                                new Title("备案日期", "Filed on"),
                                                PublicRecord.date(LocalDate.of(2026, 11, 20)))),
                                null),
                        new Section(
                                new Title("单位信息", "Organisation"),
                                List.of(
                                        field("unit", "单位名称", "Name", unit),
                                        field("division", "所在地", "Place", "江苏省苏州市")),
                                null),
                        new Section(
                                new Title("专利信息", "Patents"),
                                List.of(),
                                new Table(
                                        List.of(
                                                new Title("专利号", "Number"),
                                                new Title("名称", "Title"),
                                                new Title("类型", "Kind"),
                                                new Title("专利权人", "Holder"),
                                                new Title("法律状态", "Status")),
                                        List.of(
                                                row("202121635235.X", "一种电能表的端子座结构", "实用新型", unit, "有效（示例）"),
                                                row("202211359874.7", "电能计量误差在线校准方法及装置", "发明", unit, "有效（示例）"))))),
                i % 2 == 0 ? List.of("/assets/mark.svg") : List.of(),
                Instant.parse("2026-11-20T06:30:00Z"));
    }

    private static List<Title> row(String... cells) {
        return List.of(cells).stream().map(cell -> new Title(cell, cell)).toList();
    }

    private static Field field(String code, String zh, String en, String value) {
        return new Field(code, new Title(zh, en), new Title(value, value));
    }

    static Stream<String> ids() {
        return IntStream.range(0, ALL).mapToObj(i -> id(i).toString());
    }

    static UUID id(int i) {
        return UUID.fromString("0193a000-0000-7000-8000-%012d".formatted(i));
    }
}
