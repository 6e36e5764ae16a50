package org.tongban.identity.enrol;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;
import org.tongban.core.task.TaskDeclaration;

/** What is declared of the enrolment of handlers (ID-11 to ID-14). */
public final class EnrolmentPart implements PlatformModule {
    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of(
                        "platform.identity.home-province",
                        Setting.Kind.TEXT,
                        "330000",
                        "the code of the province whose units enrol as in-province"),
                Setting.of(
                        "platform.identity.out-of-province-any-id-type",
                        Setting.Kind.YES_NO,
                        "false",
                        "whether the representative of a unit of another province may be named by any kind of ID, not"
                                + " only by a resident ID"),
                Setting.of(
                        "platform.identity.handler.rejections-per-day",
                        Setting.Kind.COUNT,
                        "3",
                        "how often an organisation may reject a person on a business day before that person has to wait"
                                + " for the next"),
                Setting.of(
                        "platform.identity.handler.face-within",
                        Setting.Kind.DURATION,
                        "24h",
                        "how long a created user may take to prove the face before the enrolment lapses"),
                Setting.of(
                        "platform.identity.handler.remind-after",
                        Setting.Kind.DURATION,
                        "7d",
                        "how long an application waits before those who decide are reminded"),
                Setting.of(
                        "platform.identity.handler.lapse-after",
                        Setting.Kind.DURATION,
                        "30d",
                        "how long an application waits before it lapses"));
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(
                new TaskDeclaration(
                        LapseEnrolments.TASK,
                        new Title("使未完成的经办人注册失效", "End enrolments that nobody went on with"),
                        Duration.ofMinutes(10)),
                TaskDeclaration.daily(
                        WatchApplications.TASK,
                        new Title("提醒和清理待审核的经办人申请", "Remind of applications, and end old ones"),
                        LocalTime.of(9, 0)));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction(
                        "identity.enrolment.verify", new Title("单位信息认证", "Verify an organisation's information")),
                new AuditAction("identity.enrolment.create-user", new Title("创建经办人用户", "Create a handler's user")),
                new AuditAction(
                        "identity.enrolment.face",
                        new Title("发起经办人人脸核验", "Start the verification of a handler's face")),
                new AuditAction("identity.enrolment.complete", new Title("完成经办人注册", "Complete an enrolment")));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                "identity.enrolment",
                new Title("经办人注册", "Enrolment of a handler"),
                EnrolmentState.VERIFIED,
                List.of(EnrolmentState.values()),
                List.of(EnrolmentMove.values())));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                form("enrol-in-province@1", "省内单位信息认证", "Unit of the province: information verification"),
                form("enrol-out-of-province@1", "省外单位信息认证", "Unit of another province: information verification"),
                form("create-user@1", "创建用户", "Create a user"));
    }

    private static FormDefinition form(String name, String zh, String en) {
        return new FormDefinition("identity/" + name, new Title(zh, en));
    }
}
