package org.tongban.identity.person;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.identity.IdentityModule;

/** What is declared of natural persons (ID-1 to ID-3). */
public final class PersonPart implements PlatformModule {
    @Override
    public List<Setting> settings() {
        return List.of(Setting.of(
                "platform.identity.hold-after-closing",
                Setting.Kind.DURATION,
                "30d",
                "how long phone and ID number of a closed person's account stay taken"));
    }

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(
                new TaskDeclaration(
                        "identity.free-closed-persons",
                        new Title("释放已注销自然人的手机号和证件号码", "Free phones and numbers of closed accounts"),
                        Duration.ofHours(1)),
                TaskDeclaration.daily(
                        "identity.remind-of-expiry",
                        new Title("提醒证件到期", "Remind of expiring documents"),
                        LocalTime.of(9, 0)));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.person.register", new Title("注册自然人", "Register a person")),
                new AuditAction("identity.person.change-phone", new Title("更换自然人手机号", "Change a person's phone")));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(new FormDefinition(IdentityModule.PERSON_FORM, new Title("自然人注册", "Registration of a person")));
    }
}
