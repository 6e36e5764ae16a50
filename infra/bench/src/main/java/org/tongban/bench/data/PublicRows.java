package org.tongban.bench.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tongban.bench.data.Catalogue.Item;
import org.tongban.bench.data.Catalogue.Unit;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.Pinyin;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.publicdata.Relevance;
import org.tongban.core.reference.ReferenceSets;

/** Rows of the public read model, their text and grams made by the platform's own classes (PF-70). */
final class PublicRows {
    private static final int SPELLINGS = 6;
    private static final int KEY = 80;

    private final ReferenceSets sets;

    PublicRows(ReferenceSets sets) {
        this.sets = sets;
    }

    void write(CopyText text, Item item, List<Unit> units) {
        var unit = units.get(item.unit());
        var texts = texts(item, unit);
        text.value(item.id())
                .value(item.position())
                .value(item.name())
                .value(unit.name())
                .value(unit.uscc())
                .value(unit.division())
                .value("filed")
                .value(item.dataYear())
                .value(item.filedOn())
                .value(item.number())
                .value(FilingRow.publicFields(item) + "}")
                .value(patents(item, units))
                .value(texts.stream().map(Folding::search).collect(Collectors.joining(" ")))
                .array(List.of(SearchGrams.of(texts, facets(item, unit))))
                .value(item.filedAt())
                .end();
    }

    /** A name under each of its keys. */
    static void writeNames(CopyText text, String name, boolean ofUnit) {
        var folded = Folding.search(name);
        var keys = new LinkedHashSet<String>();
        keys.add(folded);
        keys.addAll(Pinyin.spellings(folded, SPELLINGS));
        keys.addAll(Pinyin.initials(folded, SPELLINGS));
        for (var key : keys) {
            text.value(key.substring(0, Math.min(KEY, key.length())))
                    .value(name)
                    .value(folded)
                    .value(ofUnit)
                    .end();
        }
    }

    private List<String> texts(Item item, Unit unit) {
        var texts = new ArrayList<>(
                List.of(item.name(), unit.name(), unit.uscc(), item.number(), item.model(), item.introduction()));
        sets.title("product-category", item.category()).ifPresent(title -> texts.add(title.zh()));
        sets.title("gbt4754", item.industry()).ifPresent(title -> texts.add(title.zh()));
        for (var patent : item.patents()) {
            texts.add("ZL" + patent.number());
            texts.add(patent.title());
        }
        return texts;
    }

    private List<String> facets(Item item, Unit unit) {
        var entry = sets.find("gbt4754", item.industry()).orElseThrow();
        while (entry.parent() != null) {
            entry = sets.find("gbt4754", Objects.requireNonNull(entry.parent())).orElseThrow();
        }
        var tokens = new ArrayList<>(Relevance.tokens(item.name(), unit.name()));
        tokens.addAll(
                List.of("s:filed", "i:" + entry.code(), "p:" + unit.division().substring(0, 2)));
        return tokens;
    }

    private static String patents(Item item, List<Unit> units) {
        return item.patents().stream()
                .map(patent -> """
                    {"patentNumber":"%s","title":"%s","kind":"%s","legalStatus":"%s","holders":["%s"]}\
                    """.formatted(
                                patent.number(),
                                patent.title(),
                                patent.sort().code(),
                                patent.status(),
                                units.get(patent.unit()).name()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
