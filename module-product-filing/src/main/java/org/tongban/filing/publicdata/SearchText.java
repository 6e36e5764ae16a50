package org.tongban.filing.publicdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.module.Title;
import org.tongban.core.reference.ReferenceSets;

/**
 * What a product is found by: each text folded by itself, and the grams of all with the filters' tokens (PF-70).
 *
 * @param text for the recheck
 * @param grams for the index
 */
record SearchText(String text, List<String> grams) {
    private static final List<String> TEXT_FIELDS = List.of("model", "barcode", "trademark", "introduction");

    /** @param fields the public fields of the product part, and no others */
    static SearchText of(FiledProduct filed, JsonNode fields, String state, ReferenceSets sets) {
        var texts = texts(filed, fields, sets);
        var facets = new ArrayList<String>();
        facets.add(ProductFacets.state(state));
        IndustrySections.of(sets, fields.path("industryCode").asText())
                .map(ProductFacets::industry)
                .ifPresent(facets::add);
        var folded = texts.stream().map(Folding::search).collect(Collectors.joining(" "));
        return new SearchText(folded, List.of(SearchGrams.of(texts, facets)));
    }

    private static List<String> texts(FiledProduct filed, JsonNode fields, ReferenceSets sets) {
        var texts = new ArrayList<String>();
        texts.add(filed.name());
        texts.add(filed.unitName());
        texts.add(filed.uscc());
        texts.add(filed.filingNumber());
        TEXT_FIELDS.forEach(field -> texts.add(fields.path(field).asText()));
        sets.title("product-category", fields.path("categoryCode").asText())
                .map(Title::zh)
                .ifPresent(texts::add);
        sets.title(IndustrySections.SET, fields.path("industryCode").asText())
                .map(Title::zh)
                .ifPresent(texts::add);
        for (var patent : filed.patents()) {
            // As the page shows it: whoever copies it from there finds it.
            texts.add("ZL" + patent.patentNumber());
            texts.add(patent.title());
        }
        return texts;
    }
}
