package org.tongban.filing.publicdata;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.publicdata.PublicRecord.Field;
import org.tongban.core.publicdata.PublicRecord.Section;
import org.tongban.core.publicdata.PublicRecord.Table;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.filing.patent.PatentWords;
import org.tongban.filing.publicdata.PublicStanding.Words;

/** A filed product as the portal shows it (PF-70). */
@Singleton
class PublicProductPage {
    /** A number, or enough of one to tell by. */
    private static final Pattern PATENT = Pattern.compile("\\d{5,}x?");

    private final ReferenceSets sets;
    private final PublicStanding standing;

    PublicProductPage(ReferenceSets sets, PublicStanding standing) {
        this.sets = sets;
        this.standing = standing;
    }

    /**
     * The card of a result.
     *
     * @param words that were asked for, folded: a patent by whose number it was found is named on it
     */
    PublicRecord card(PublicProduct row, List<String> words) {
        var card = record(row, PublicPictures.read(row.product()), List.of(), standing.onCard(row));
        var matched = matched(row, words);
        if (matched.isEmpty()) {
            return card;
        }
        var summary = new ArrayList<>(card.summary());
        summary.add(field("patentNumber", "专利号", "Patent number", same(String.join("、", matched))));
        return card.withSummary(summary);
    }

    private static List<String> matched(PublicProduct row, List<String> words) {
        var numbers =
                words.stream().filter(word -> PATENT.matcher(word).matches()).toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        return StreamSupport.stream(PublicPictures.read(row.patents()).spliterator(), false)
                .map(patent -> patent.path("patentNumber").asText())
                .filter(patent -> numbers.stream().anyMatch(Folding.search(patent)::contains))
                .map("ZL"::concat)
                .toList();
    }

    /** The whole page. */
    PublicRecord page(PublicProduct row) {
        var fields = PublicPictures.read(row.product());
        var sections = new ArrayList<Section>();
        standing.section(row).ifPresent(sections::add);
        sections.addAll(List.of(product(row, fields), unit(row), patents(row), filing(row)));
        return record(row, fields, List.copyOf(sections), standing.onPage(row));
    }

    private PublicRecord record(PublicProduct row, JsonNode fields, List<Section> sections, Words said) {
        var summary = new ArrayList<Field>();
        summary.add(field("unit", "备案单位", "Unit", same(row.unitName())));
        text(summary, fields, "model", "规格型号", "Model");
        code(summary, fields, "categoryCode", "产品分类", "Category", "product-category");
        code(summary, fields, "industryCode", "所属行业", "Industry", IndustrySections.SET);
        summary.add(field("filedOn", "备案日期", "Filed on", PublicRecord.date(row.filedOn())));
        summary.addAll(standing.summary(row));
        summary.addAll(lapsed(row));
        return new PublicRecord(
                row.id(),
                row.name(),
                standing.state(row).code(),
                said.title(),
                said.meaning(),
                List.copyOf(summary),
                sections,
                PublicPictures.addresses(fields),
                standing.changedAt(row));
    }

    private Section product(PublicProduct row, JsonNode fields) {
        var rows = new ArrayList<Field>();
        rows.add(field("name", "产品名称", "Name", same(row.name())));
        text(rows, fields, "model", "规格型号", "Model");
        text(rows, fields, "barcode", "商品条码", "Barcode");
        text(rows, fields, "trademark", "商标", "Trade mark");
        code(rows, fields, "categoryCode", "产品分类", "Category", "product-category");
        code(rows, fields, "industryCode", "所属行业", "Industry", IndustrySections.SET);
        text(rows, fields, "introduction", "产品简介", "Introduction");
        text(rows, fields, "firstProductionYear", "首次生产年份", "First produced in");
        exportPlaces(rows, fields);
        rows.add(field("dataYear", "数据年度", "Data year", same(Integer.toString(row.dataYear()))));
        return new Section(new Title("产品", "Product"), List.copyOf(rows), null);
    }

    private Section unit(PublicProduct row) {
        return new Section(
                new Title("单位", "Unit"),
                List.of(
                        field("unit", "单位名称", "Name", same(row.unitName())),
                        field("uscc", "统一社会信用代码", "Unified social credit code", same(row.uscc())),
                        field(
                                "division",
                                "所在地区",
                                "Region",
                                sets.title("division", row.division()).orElse(same(row.division())))),
                null);
    }

    private static Section patents(PublicProduct row) {
        var columns = List.of(
                new Title("专利号", "Number"),
                new Title("名称", "Title"),
                new Title("类型", "Kind"),
                new Title("专利权人", "Holders"),
                new Title("法律状态", "Legal status"));
        var rows = new ArrayList<List<Title>>();
        for (var patent : PublicPictures.read(row.patents())) {
            var holders = StreamSupport.stream(patent.path("holders").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("；"));
            rows.add(List.of(
                    same("ZL" + patent.path("patentNumber").asText()),
                    same(patent.path("title").asText()),
                    PatentWords.kind(patent.path("kind").asText())
                            .map(PatentWords::title)
                            .orElseThrow(),
                    same(holders),
                    PatentWords.status(patent.path("legalStatus").asText())
                            .map(PatentWords::title)
                            .orElseThrow()));
        }
        return new Section(new Title("专利", "Patents"), lapsed(row), new Table(columns, List.copyOf(rows)));
    }

    /** Shown until the unit answers (PF-35); it says nothing of any one patent that is hidden. */
    private static List<Field> lapsed(PublicProduct row) {
        return row.patentsLapsed()
                ? List.of(field("patentsLapsed", "关联专利", "Linked patents", new Title("已不再有效", "No longer valid")))
                : List.of();
    }

    private static Section filing(PublicProduct row) {
        return new Section(
                new Title("备案", "Filing"),
                List.of(
                        field("filingNumber", "备案号", "Filing number", same(row.filingNumber())),
                        field("filedOn", "备案日期", "Filed on", PublicRecord.date(row.filedOn()))),
                null);
    }

    private void exportPlaces(List<Field> rows, JsonNode fields) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var place : fields.path("exportPlaces")) {
            var title = sets.title("country", place.asText()).orElse(same(place.asText()));
            zh.add(title.zh());
            en.add(title.en());
        }
        for (var place : fields.path("exportPlaceOther")) {
            zh.add(place.asText());
            en.add(place.asText());
        }
        if (!zh.isEmpty()) {
            rows.add(field(
                    "exportPlaces", "出口地", "Exported to", new Title(String.join("、", zh), String.join(", ", en))));
        }
    }

    private void code(List<Field> rows, JsonNode fields, String name, String zh, String en, String set) {
        var code = fields.path(name).asText();
        if (!code.isEmpty()) {
            rows.add(field(name, zh, en, sets.title(set, code).orElse(same(code))));
        }
    }

    private static void text(List<Field> rows, JsonNode fields, String name, String zh, String en) {
        var value = fields.path(name).asText();
        if (!value.isEmpty()) {
            rows.add(field(name, zh, en, same(value)));
        }
    }

    private static Field field(String code, String zh, String en, Title value) {
        return new Field(code, new Title(zh, en), value);
    }

    private static Title same(String text) {
        return new Title(text, text);
    }
}
