package org.tongban.filing.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tongban.core.account.Organisation;
import org.tongban.filing.ProductFiled;
import org.tongban.filing.patent.PatentWords;
import org.tongban.filing.publicdata.FiledProduct;
import org.tongban.filing.publicdata.FiledProduct.PublicPatent;
import org.tongban.filing.unit.FilingUnit;

/** A filed product as it is handed to the public read model. */
final class FiledRecord {
    private FiledRecord() {}

    static FiledProduct of(Product product, Submission submission, Organisation organisation) {
        return new FiledProduct(
                product.id(),
                submission.text("name").orElseThrow(),
                organisation.name(),
                organisation.code().text(),
                organisation.region(),
                Objects.requireNonNull(product.dataYear()),
                Objects.requireNonNull(product.filedOn()),
                Objects.requireNonNull(product.filingNumber()),
                product.changedAt(),
                product.form(ProductPart.PRODUCT),
                submission.product(),
                publicPatents(submission));
    }

    /** The event of a product that is filed. */
    static ProductFiled event(FiledProduct filed, FilingUnit unit) {
        return new ProductFiled(
                filed.id(),
                unit.id(),
                unit.organisation(),
                filed.filingNumber(),
                filed.name(),
                filed.dataYear(),
                filed.filedOn());
    }

    /** A patent hidden at filing never reaches the read model, so that no query can find it (PF-70). */
    private static List<PublicPatent> publicPatents(Submission submission) {
        var rows = submission.patents().path("patents");
        var shown = new ArrayList<PublicPatent>();
        for (var link : submission.links()) {
            if (rows.path(link.index()).path("publicAtFiling").asBoolean(false)) {
                submission
                        .patent(link)
                        .map(patent -> new PublicPatent(
                                patent.number(),
                                patent.title(),
                                PatentWords.code(patent.kind()),
                                patent.holders(),
                                PatentWords.code(patent.legalStatus())))
                        .ifPresent(shown::add);
            }
        }
        return shown;
    }
}
