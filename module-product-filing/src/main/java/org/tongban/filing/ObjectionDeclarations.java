package org.tongban.filing;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.account.AccountRealm.CodePurpose;
import org.tongban.core.account.Permission;
import org.tongban.core.account.StaffRole;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for objections of the public (PF-60 to PF-62). */
final class ObjectionDeclarations {
    private static final int DUE_WORKING_DAYS = 30;
    private static final long MOST_BYTES = 5L * 1024 * 1024;
    private static final int MOST_FILES = 5;
    private static final String PURPOSE = "objection";

    static final Permission PERMISSION = new Permission(
            ProductFilingModule.HANDLE_OBJECTIONS, new Title("处理公众异议", "Handle objections of the public"));

    /** A role of its own: its officers learn who objects. */
    static final StaffRole ROLE = new StaffRole(
            "objection-officer",
            new Title("异议处理员", "Officer for objections"),
            Set.of(ProductFilingModule.HANDLE_OBJECTIONS));

    static final List<FormDefinition> FORMS = List.of(
            new FormDefinition(ProductFilingModule.OBJECTION_FORM, new Title("公众异议", "Objection")),
            new FormDefinition(ProductFilingModule.STATEMENT_FORM, new Title("异议说明", "Statement on an objection")));

    static final PublicForm PUBLIC_FORM = new PublicForm(
                    ProductFilingModule.OBJECTION_FORM, new Title("公众异议", "Objection"))
            .about(ProductFilingModule.PRODUCTS, "productId", new Title("我有异议", "I object"))
            .provenBy(ProductFilingModule.REALM, PURPOSE, "phone", "phoneProof")
            .orByMailbox("email")
            .withDocument()
            .withRules(
                    new Title(
                            "公示中和已认定的专利密集型产品接受社会公众监督，任何个人和单位均可提出异议，无须注册。",
                            "Anybody may object to a product in publicity or recognised; no account is needed."),
                    new Title(
                            "对公示中的产品，须在公示期最后一日 24:00 前提交。",
                            "To a product in publicity, by 24:00 of the last day of publicity."),
                    new Title(
                            "请围绕真实、准确、合法说明理由，可上传证据材料。",
                            "Say why what is shown is untrue, inaccurate or unlawful; evidence may be added."),
                    new Title(
                            "需要验证手机号；处理结果以短信和邮件告知您，您也可以凭回执号和查询码查询进度。",
                            "Your phone is verified. You are told the result by SMS and e-mail, and can follow it by"
                                    + " the receipt number and a code."),
                    new Title("您的身份信息和联系方式不会告知被异议单位。", "The unit never learns who you are."),
                    new Title(
                            "同一手机号对同一产品的异议处理完毕前，不重复受理。",
                            "While an objection of yours to a product is handled, no other one to it is taken."));

    /** Codes are asked for in the realm of units, which whoever objects need not belong to. */
    static final CodePurpose CODE = new CodePurpose(PURPOSE, new Title("提出异议", "an objection"));

    static final FileSlot SLOT = new FileSlot(
                    "product-filing/objection",
                    new Title("异议证据", "Evidence of an objection"),
                    EnumSet.of(FileType.PDF, FileType.PNG, FileType.JPEG),
                    MOST_BYTES,
                    MOST_FILES)
            .withProofOf(PURPOSE);

    static final List<AuditAction> ACTIONS = List.of(
            new AuditAction("product-filing.objection.receive", new Title("提出异议", "Object")),
            new AuditAction("product-filing.objection.take-up", new Title("受理异议", "Take an objection up")),
            new AuditAction(
                    "product-filing.objection.ask-statement", new Title("要求单位说明异议", "Ask a unit for a statement")),
            new AuditAction(
                    "product-filing.objection.extend-statement",
                    new Title("延长异议说明期限", "Extend the time for a statement")),
            new AuditAction("product-filing.objection.state", new Title("提交异议说明", "Give a statement on an objection")),
            new AuditAction(
                    "product-filing.objection.read-objector", new Title("查看异议人信息", "Read who objects, in clear")));

    static final List<Setting> SETTINGS = List.of(
            Setting.of(
                    "platform.product-filing.objections.per-phone",
                    Setting.Kind.COUNT,
                    "5",
                    "how many objections a phone may make a day"),
            Setting.of(
                    "platform.product-filing.objections.per-address",
                    Setting.Kind.COUNT,
                    "20",
                    "how many objections may come from an address a day"),
            Setting.of(
                    "platform.product-filing.objections.same-text-days",
                    Setting.Kind.COUNT,
                    "30",
                    "for how many days the same objection to a product gets the first receipt"),
            Setting.of(
                    "platform.product-filing.objections.statement-days",
                    Setting.Kind.COUNT,
                    "5",
                    "working days that a unit has for its statement, and again once they are extended"),
            Setting.of(
                    "platform.product-filing.objections.objector-days",
                    Setting.Kind.COUNT,
                    "1095",
                    "for how many days after the decision it is kept who objected"));

    static final TaskDeclaration TASK = TaskDeclaration.daily(
            "product-filing.forget-objectors",
            new Title("删除到期的异议人信息", "Forget who objected long ago"),
            LocalTime.of(3, 40));

    private ObjectionDeclarations() {}

    /** The desk of objections: approved is upheld, rejected is not, or dismissed before it was taken up. */
    static ReviewType review() {
        return new ReviewType(
                        ProductFilingModule.OBJECTION_REVIEW,
                        new Title("公众异议处理", "Handling of an objection"),
                        ProductFilingModule.HANDLE_OBJECTIONS,
                        EnumSet.of(Decision.REJECT),
                        DUE_WORKING_DAYS,
                        "YY",
                        List.of())
                .withOwnMessages();
    }

    /** What was decided against a unit by an upheld objection: kept as its case, for the re-examination alone. */
    static ReviewType outcome() {
        return new ReviewType(
                        ProductFilingModule.OBJECTION_OUTCOME,
                        new Title("异议成立撤销认定", "Revocation by an upheld objection"),
                        ProductFilingModule.HANDLE_OBJECTIONS,
                        EnumSet.of(Decision.REJECT),
                        DUE_WORKING_DAYS,
                        "YC",
                        List.of())
                .withReexamination(Decision.REJECT)
                .withOwnMessages();
    }
}
