package org.tongban.filing;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for the revocation of filings (PF-35). */
final class RevocationDeclarations {
    private static final int DUE_WORKING_DAYS = 20;
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);

    static final List<AuditAction> ACTIONS = List.of(
            new AuditAction("product-filing.product.ask-revocation", new Title("申请撤销备案", "Ask for a revocation")),
            new AuditAction("product-filing.product.confirm-revocation", new Title("确认撤销备案", "Confirm a revocation")));

    static final TaskDeclaration TASK = TaskDeclaration.daily(
            "product-filing.watch-lapses",
            new Title("查找关联专利全部失效的产品", "Find products of which no patent is valid"),
            AT_NIGHT);

    private RevocationDeclarations() {}

    static ReviewType review() {
        return new ReviewType(
                        ProductFilingModule.REVOCATION_REVIEW,
                        new Title("撤销备案审核", "Review of a revocation"),
                        ProductFilingModule.REVIEW,
                        EnumSet.of(Decision.APPROVE, Decision.REJECT),
                        DUE_WORKING_DAYS,
                        "CX",
                        List.of())
                .withWithdrawal()
                .withReexamination(Decision.APPROVE)
                .withOwnMessages();
    }
}
