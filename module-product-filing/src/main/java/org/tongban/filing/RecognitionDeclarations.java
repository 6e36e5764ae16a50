package org.tongban.filing;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for the yearly recognition (PF-50 to PF-55). */
final class RecognitionDeclarations {
    private static final int DUE_WORKING_DAYS = 15;

    static final List<AuditAction> ACTIONS = List.of(
            new AuditAction("product-filing.scorecard.enter", new Title("录入评价表", "Enter a scorecard")),
            new AuditAction("product-filing.round.take", new Title("纳入年度认定产品", "Take products into a round")),
            new AuditAction("product-filing.stage.open", new Title("开设补充信息阶段", "Open a stage")),
            new AuditAction("product-filing.stage.answer", new Title("补充信息", "Answer in a stage")),
            new AuditAction("product-filing.recognition-run.start", new Title("测算候选产品", "Measure candidates")),
            new AuditAction("product-filing.recognition-run.decide", new Title("按测算结果决定", "Decide by a run")),
            new AuditAction("product-filing.recognition.decide", new Title("决定是否公示", "Decide on a candidate")),
            new AuditAction("product-filing.recognition.publish-patents", new Title("公开关联专利", "Make patents public")));

    /** Just behind the end of a day, at which publicity and validity end. */
    static final TaskDeclaration TASK = TaskDeclaration.daily(
            "product-filing.run-recognitions",
            new Title("认定公示期满的产品，提醒和结束到期的认定", "Recognise, remind of and end recognitions"),
            LocalTime.of(0, 10));

    static final List<Setting> SETTINGS = List.of(
            Setting.of(
                    "platform.product-filing.rounds-after-revocation",
                    Setting.Kind.COUNT,
                    "2",
                    "from the round of a revocation to the first that takes the product again"),
            Setting.of(
                    "platform.product-filing.certificate-issuer",
                    Setting.Kind.TEXT,
                    "专利密集型产品认定管理中心",
                    "who issues the certificates of recognitions, as it is printed on them"));

    private RecognitionDeclarations() {}

    /** Its cases are decided before they are opened: they are there for the re-examination of what was not met. */
    static ReviewType review() {
        return new ReviewType(
                        ProductFilingModule.RECOGNITION_REVIEW,
                        new Title("年度认定", "Yearly recognition"),
                        ProductFilingModule.MANAGE_ROUNDS,
                        EnumSet.of(Decision.APPROVE, Decision.REJECT),
                        DUE_WORKING_DAYS,
                        "WD",
                        List.of())
                .withReexamination(Decision.REJECT)
                .withOwnMessages();
    }
}
