package org.tongban.filing.product;

import java.util.List;
import java.util.function.Predicate;
import org.tongban.core.module.Title;
import org.tongban.core.reference.ReferenceEntry;
import org.tongban.core.web.Violation;

/** What the product's category says of its evidence (PF-33): a flag of it presets the answer to a question, and forces yes. */
final class EvidenceRules {
    static final String REGULATED_TRADE = "regulatedTrade";
    static final String COMPULSORY_CERTIFICATION = "compulsoryCertification";

    static final SubmissionRule A_REGULATED_CATEGORY_NEEDS_A_LICENCE = forced(
            REGULATED_TRADE,
            ReferenceEntry::regulated,
            new Title("该产品分类属于国家特殊行业管理范围，须选“是”。", "Its category trades under special regulation: the answer is yes."));
    static final SubmissionRule A_CERTIFIED_CATEGORY_NEEDS_ITS_PROOF = forced(
            COMPULSORY_CERTIFICATION,
            ReferenceEntry::certified,
            new Title("该产品分类须强制性认证，须选“是”。", "Its category needs compulsory certification: the answer is yes."));

    private EvidenceRules() {}

    private static SubmissionRule forced(String question, Predicate<ReferenceEntry> flag, Title message) {
        return submission -> {
            var answer = submission.evidence().path(question);
            var refused =
                    submission.category().filter(flag).isPresent() && answer.isBoolean() && !answer.booleanValue();
            return refused ? List.of(new Violation("/evidence/" + question, "forced", message)) : List.of();
        };
    }
}
