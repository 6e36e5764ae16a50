package org.tongban.filing.publicdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
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

    /** The texts of a product as the public sees it: what it does not show finds it by nothing. */
    static SearchText of(PublicProduct shown, ReferenceSets sets) {
        var fields = Documents.read(shown.product());
        var texts = texts(shown, fields, sets);
        if (shown.certificateNumber() != null) {
            texts.add(shown.certificateNumber());
        }
        var facets = new ArrayList<String>();
        facets.add(ProductFacets.state(shown.state()));
        IndustrySections.of(sets, fields.path("industryCode").asText())
                .map(ProductFacets::industry)
                .ifPresent(facets::add);
        facets.add(ProductFacets.province(shown.division()));
        facets.addAll(Relevance.tokens(shown.name(), shown.unitName()));
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
    private static List<String> texts(PublicProduct shown, JsonNode fields, ReferenceSets sets) {
        var texts = new ArrayList<String>();
        texts.add(shown.name());
        texts.add(shown.unitName());
        texts.add(shown.uscc());
        texts.add(shown.filingNumber());
        TEXT_FIELDS.forEach(field -> texts.add(fields.path(field).asText()));
        sets.title("product-category", fields.path("categoryCode").asText())
                .map(Title::zh)
                .ifPresent(texts::add);
        sets.title(IndustrySections.SET, fields.path("industryCode").asText())
                .map(Title::zh)
                .ifPresent(texts::add);
        for (var patent : Documents.read(shown.patents())) {
            // As the page shows it: whoever copies it from there finds it.
            texts.add("ZL" + patent.path("patentNumber").asText());
            texts.add(patent.path("title").asText());
        }
        return texts;
    }
}
