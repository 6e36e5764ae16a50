package org.tongban.filing.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Folding;
import org.tongban.core.reference.ReferenceEntry;
import org.tongban.filing.patent.UnitPatent;
import org.tongban.filing.unit.UnitAssets;

/**
 * A filing as it is submitted, with all that the rules look at. Fields that are absent or of the wrong form are empty
 * here: the forms' schemas say so.
 *
 * @param dataYear the calendar year before the submission
 * @param figuresYear the calendar year that the figures were given for
 * @param category the product's category, whose flags the evidence follows (PF-33)
 * @param assets the unit's figures of the data year
 * @param held the unit's patents among those linked, by id
 * @param unitNames the unit's present and former names, folded
 */
record Submission(
        JsonNode product,
        JsonNode patents,
        JsonNode evidence,
        int dataYear,
        Optional<Integer> figuresYear,
        Optional<ReferenceEntry> category,
        Optional<UnitAssets> assets,
        Map<UUID, UnitPatent> held,
        Set<String> unitNames,
        LocalDate today) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,6})?");

    /** A row of the list of linked patents. */
    record Link(int index, Optional<UUID> patent) {
        String pointer() {
            return "/patents/" + index + "/patentId";
        }
    }

    /** An amount or a percentage of the product part. */
    Optional<BigDecimal> amount(String field) {
        return text(field).filter(text -> DECIMAL.matcher(text).matches()).map(BigDecimal::new);
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(product.path(field).textValue());
    }

    boolean hasEntries(String field) {
        return product.path(field).size() > 0;
    }

    List<Link> links() {
        var links = new ArrayList<Link>();
        for (var row : patents.path("patents")) {
            links.add(new Link(links.size(), id(row.path("patentId").textValue())));
        }
        return links;
    }

    /** The unit's patent of a row, if it is in its list. */
    Optional<UnitPatent> patent(Link link) {
        return link.patent().map(held::get);
    }

    /** Whether the unit is among the holders, by any of its names, or their licensee (PF-32). */
    boolean isHeldByUnit(UnitPatent patent) {
        return patent.isLicensed()
                || patent.holders().stream().map(Folding::name).anyMatch(unitNames::contains);
    }

    /** The ids of a document's linked patents, as far as they are ids. */
    static List<UUID> linkedIds(JsonNode patents) {
        var ids = new ArrayList<UUID>();
        patents.path("patents")
                .forEach(row -> id(row.path("patentId").textValue()).ifPresent(ids::add));
        return ids;
    }

    /** An id as text; empty where it is none, which the schema says. */
    static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
