package org.tongban.filing;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for the yearly updates and their rounds (PF-40, PF-81). */
final class UpdateDeclarations {
    private static final int DUE_WORKING_DAYS = 20;

    static final Permission PERMISSION = new Permission(
            ProductFilingModule.MANAGE_ROUNDS, new Title("管理年度安排和信息更新", "See to rounds and their updates"));

    static final StaffRole ROLE = new StaffRole(
            "filing-manager",
            new Title("备案管理员", "Manager of filings"),
            Set.of(ProductFilingModule.MANAGE_ROUNDS, ProductFilingModule.READ_STATISTICS));

    static final List<AuditAction> ACTIONS = List.of(
            new AuditAction("product-filing.round.edit", new Title("调整年度安排", "Change a round's dates")),
            new AuditAction("product-filing.update.edit", new Title("填写信息更新", "Fill in an update")),
            new AuditAction("product-filing.update.submit", new Title("提交信息更新", "Submit an update")),
            new AuditAction("product-filing.update.reopen", new Title("重新开放信息更新", "Reopen an update")));

    static final TaskDeclaration TASK = TaskDeclaration.daily(
            "product-filing.run-rounds",
            new Title("开放、提醒和结束信息更新", "Open, remind of and close yearly updates"),
            LocalTime.of(0, 0));

    private UpdateDeclarations() {}

    static ReviewType review() {
        return new ReviewType(
                        ProductFilingModule.UPDATE_REVIEW,
                        new Title("信息更新审核", "Review of an update"),
                        ProductFilingModule.REVIEW,
                        EnumSet.of(Decision.APPROVE, Decision.RETURN),
                        DUE_WORKING_DAYS,
                        "GX",
                        List.of(
                                ProductFilingModule.point(
                                        "figures-proved", "数据与经济效益证明相符", "The figures agree with their proof"),
                                ProductFilingModule.point(
                                        "patents-complete", "相关专利没有遗漏", "No patent of the product is left out"),
                                ProductFilingModule.point(
                                        "evidence-legible",
                                        "图片和证明为清晰的彩色原件，印章齐全",
                                        "Pictures and proofs are legible colour originals with their seals")))
                .withWithdrawal()
                .withOwnMessages();
    }
}
