package org.tongban.identity.manual;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.ReviewType.ChecklistItem;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.identity.IdentityModule;

/** What the manual channel declares, for the module's declaration (ID-25, ID-26). */
public final class ManualPart implements PlatformModule {
    /** What units outside the mainland are enrolled under. */
    static final String ENROL = "identity.manual-enrolment.submit";
    /** What a returned enrolment is handed in again under. */
    static final String RESUBMIT = "identity.manual-enrolment.resubmit";
    /** What an image for a returned enrolment is uploaded under. */
    static final String UPLOAD = "identity.manual-enrolment.upload";
    /** The task that ends what nobody has come back to. */
    static final String LAPSE = "identity.lapse-manual-enrolments";

    private static final int DUE_WORKING_DAYS = 1;

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of(
                "platform.identity.manual.lapse-after",
                Setting.Kind.DURATION,
                "30d",
                "how long an enrolment that an officer returned waits for its resubmission"));
    }

    @Override
    public List<ReviewType> reviewTypes() {
        var certificate = List.of(
                new ChecklistItem("legible", new Title("图片所有信息清晰可见", "All of the images is legible")),
                new ChecklistItem("unaltered", new Title("图片内容真实，未做修改", "The images are genuine and unaltered")),
                new ChecklistItem("unit", new Title("单位名称与开业证书一致", "The unit's names are those of its certificate")),
                new ChecklistItem(
                        "handler", new Title("经办人姓名和证件号码与证件一致", "The handler's name and number are those of the ID")));
        var proof = List.of(
                new ChecklistItem("legible", new Title("证明文件清晰完整", "The proof is legible and whole")),
                new ChecklistItem("unaltered", new Title("证明文件未经涂改", "The proof is unaltered")),
                new ChecklistItem("seal", new Title("盖有经办机构审核章", "It has the seal of the handling body")),
                new ChecklistItem("name", new Title("工程名称与填写的单位名称一致", "The project's name is what was typed")),
                new ChecklistItem("code", new Title("工程编码与填写的证件号码一致", "The project's code is what was typed")),
                new ChecklistItem(
                        "particulars",
                        new Title(
                                "参保单位、用工人数、造价、地点、发包单位和保险起止时间齐全",
                                "Insured unit, workers, cost, place, client and insured period are all there")));
        return List.of(
                type(
                        ManualKind.NON_MAINLAND,
                        "RJ",
                        new Title("非大陆地区单位人工认证", "Units outside the mainland"),
                        certificate),
                type(ManualKind.PROJECT, "RX", new Title("临时项目工程人工认证", "Temporary projects"), proof));
    }

    private static ReviewType type(ManualKind kind, String prefix, Title title, List<ChecklistItem> checklist) {
        return new ReviewType(
                        kind.reviewType(),
                        title,
                        IdentityModule.REVIEW,
                        EnumSet.of(Decision.APPROVE, Decision.RETURN),
                        DUE_WORKING_DAYS,
                        prefix,
                        checklist)
                .withOwnMessages();
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                "identity.manual-enrolment",
                new Title("单位人工认证", "Manual verification of a unit"),
                ManualState.IN_REVIEW,
                List.of(ManualState.values()),
                List.of(ManualMove.values())));
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(TaskDeclaration.daily(
                LAPSE, new Title("终止未重新提交的人工认证", "End enrolments that were not resubmitted"), LocalTime.of(2, 20)));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction(ENROL, new Title("提交单位人工认证", "Hand in a unit for manual verification")),
                new AuditAction(RESUBMIT, new Title("重新提交单位人工认证", "Hand in a unit again")),
                new AuditAction(UPLOAD, new Title("补传单位人工认证资料", "Upload again for a manual verification")));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                form("enrol-non-mainland@1", "非大陆地区单位人工认证", "Unit outside the mainland: manual verification"),
                form("enrol-project@1", "无证照临时项目工程人工认证", "Temporary project without a licence: manual verification"),
                form("known-unit@1", "已登记的单位", "A unit that is known already"));
    }

    private static FormDefinition form(String name, String zh, String en) {
        return new FormDefinition("identity/" + name, new Title(zh, en));
    }
}
