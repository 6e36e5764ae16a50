package org.tongban.filing.publicdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.Relevance;
import org.tongban.core.reference.ReferenceSets;

/**
 * What a product is found by: each text folded by itself, and the grams of all with the filters' tokens (PF-70).
 *
 * @param text for the recheck
 * @param grams for the index
 */
record SearchText(String text, List<String> grams) {
    private static final List<String> TEXT_FIELDS = List.of("model", "barcode", "trademark", "introduction");

    /**
     * The texts of a product.
     *
     * @param fields the public fields of the product part, and no others
     * @param certificate the number of its certificate, where it is recognised
     */
    static SearchText of(
            FiledProduct filed, JsonNode fields, String state, @Nullable String certificate, ReferenceSets sets) {
        var texts = texts(filed, fields, sets);
        if (certificate != null) {
            texts.add(certificate);
        }
        var facets = new ArrayList<String>();
        facets.add(ProductFacets.state(state));
        IndustrySections.of(sets, fields.path("industryCode").asText())
                .map(ProductFacets::industry)
                .ifPresent(facets::add);
        facets.add(ProductFacets.province(filed.division()));
        facets.addAll(Relevance.tokens(filed.name(), filed.unitName()));
        var folded = texts.stream().map(Folding::search).collect(Collectors.joining(" "));
        return new SearchText(folded, List.of(SearchGrams.of(texts, facets)));
    }

    /**
     * The text with another certificate's number, which is the last of it. Grams of the former one may stay: the recheck
     * does not find what is not in the text.
     */
    static String withCertificate(String text, @Nullable String former, @Nullable String number) {
        var end = former == null ? "" : " " + Folding.search(former);
        var without = text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
        return number == null ? without : without + " " + Folding.search(number);
    }

    /** The columns of the two names that a search ranks by begin the text: the migration says so. */
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
