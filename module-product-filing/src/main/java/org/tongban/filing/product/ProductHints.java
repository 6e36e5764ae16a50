package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;
import org.tongban.filing.patent.UnitPatents;
import org.tongban.filing.unit.FilingUnits;

/** What a unit should look at before it submits; none of it hinders a submission (PF-31, PF-32). */
@Singleton
class ProductHints {
    private final FilingUnits units;
    private final OrganisationDirectory organisations;
    private final Submissions submissions;
    private final UnitPatents patents;

    ProductHints(FilingUnits units, OrganisationDirectory organisations, Submissions submissions, UnitPatents patents) {
        this.units = units;
        this.organisations = organisations;
        this.submissions = submissions;
        this.patents = patents;
    }

    List<Violation> of(Product product) {
        var organisation =
                organisations.find(units.of(product.unit()).organisation()).orElseThrow();
        var submission = submissions.of(product, organisation);
        var hints = new ArrayList<Violation>();
        var profit = submission.amount("netProfit");
        var limit = submission.assets().map(figures -> figures.netProfit());
        if (profit.isPresent() && limit.isPresent() && profit.get().compareTo(limit.get()) > 0) {
            hints.add(new Violation(
                    "/product/netProfit",
                    "above-unit",
                    new Title("产品净利润高于单位同年度净利润，请核对。", "It is above the unit's own net profit of that year.")));
        }
        var unlinked = unlinked(product, submission);
        if (unlinked > 0) {
            hints.add(new Violation(
                    "/patents",
                    "not-linked",
                    new Title(
                            "还有%d件有效专利的名称含有产品名称中的用语，尚未关联。".formatted(unlinked),
                            "%d of your valid patents carry a term of the product's name in the title and are not linked."
                                    .formatted(unlinked))));
        }
        return hints;
    }

    /** How many of the unit's valid patents have a term of the product's name in their title and are not linked. */
    long unlinked(Product product, Submission submission) {
        var terms = NameTerms.of(submission.text("name").orElse(""));
        return terms.isEmpty()
                ? 0
                : patents.countUnlinked(
                        product.unit(), terms, Submission.linkedIds(submission.patents()), submission.today());
    }
}
