package org.tongban.filing.publicdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A filed product as it is to be published (PF-70).
 *
 * @param division the code of the unit's division
 * @param productForm the version of the form that the product part was made with
 * @param product the whole product part; only its public fields are kept
 * @param patents those that are public at filing, and no others
 */
public record FiledProduct(
        UUID id,
        String name,
        String unitName,
        String uscc,
        String division,
        int dataYear,
        LocalDate filedOn,
        String filingNumber,
        Instant filedAt,
        String productForm,
        JsonNode product,
        List<PublicPatent> patents) {
    /** A linked patent as the public sees it. */
    public record PublicPatent(
            String patentNumber, String title, String kind, List<String> holders, String legalStatus) {}
}
