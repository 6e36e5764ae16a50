package org.tongban.filing;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;

/** What the module declares for the verification of units (PF-5 to PF-8, ID-41). */
final class VerificationDeclarations {
    private static final int DUE_WORKING_DAYS = 10;

    static final List<AuditAction> ACTIONS = List.of(
            new AuditAction("product-filing.unit.send-code", new Title("发送加入单位的验证码", "Send a code for joining a unit")),
            new AuditAction("product-filing.unit.join", new Title("加入已有单位", "Join a unit")),
            new AuditAction("product-filing.verification.edit", new Title("填写单位信息", "Fill in a unit's data")),
            new AuditAction("product-filing.verification.submit", new Title("提交单位信息审核", "Submit a unit's data")));

    private VerificationDeclarations() {}

    static ReviewType review() {
        return new ReviewType(
                        ProductFilingModule.VERIFICATION_REVIEW,
                        new Title("单位实名认证审核", "Review of a unit's verification"),
                        ProductFilingModule.REVIEW,
                        EnumSet.of(Decision.APPROVE, Decision.RETURN),
                        DUE_WORKING_DAYS,
                        "RZ",
                        List.of(
                                ProductFilingModule.point(
                                        "colour-original",
                                        "证照为清晰的彩色原件",
                                        "The certificate is a legible colour original"),
                                ProductFilingModule.point(
                                        "same-code", "证照上的代码与填写一致", "Its code is the one that was filled in"),
                                ProductFilingModule.point("in-validity", "证照在有效期内", "The certificate is valid today"),
                                ProductFilingModule.point(
                                        "commitment", "承诺书未经改动并已盖章", "The commitment is unaltered and stamped")))
                .withWithdrawal()
                .withOwnMessages();
    }
}
