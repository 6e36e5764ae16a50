package org.tongban.filing.product;

import java.util.List;
import java.util.stream.Collectors;
import org.tongban.core.module.Title;
import org.tongban.core.review.ReviewHandler.Outcome;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.patent.UnitPatent;

/** Linked patents that the registry does not know: a reviewer answers for their validity by a note (PF-32). */
final class UnverifiedPatents {
    private UnverifiedPatents() {}

    /** @throws DomainException where an approval says nothing of them */
    static void requireNote(Submission submission, Outcome outcome) {
        var unverified = submission.links().stream()
                .flatMap(link -> submission.patent(link).stream())
                .filter(patent -> !patent.verified())
                .map(UnitPatent::number)
                .collect(Collectors.joining("、"));
        if (!unverified.isEmpty() && outcome.reason().isBlank()) {
            throw DomainException.of(
                    CoreError.INVALID_INPUT,
                    List.of(new Violation(
                            "/reason",
                            "unverified-patents",
                            new Title(
                                    "登记数据中没有专利%s，通过时须写明如何核实其有效；不能核实的请退回。".formatted(unverified),
                                    "The registry does not know %s: say how its validity was confirmed, or return the filing."
                                            .formatted(unverified)))));
        }
    }
}
