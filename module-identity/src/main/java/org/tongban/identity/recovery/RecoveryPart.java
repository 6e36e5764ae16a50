package org.tongban.identity.recovery;

import java.time.Duration;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.identity.IdentityModule;

/** What the module declares of recoveries. */
public final class RecoveryPart implements PlatformModule {
    static final String PURGE = "identity.purge-recoveries";

    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(new TaskDeclaration(
                PURGE, new Title("清理找回账号的记录", "Remove what recoveries leave"), Duration.ofHours(1)));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.recovery.ask", new Title("找回账号", "Ask for a forgotten account")),
                new AuditAction("identity.recovery.show", new Title("查看找回的账号", "Show the forgotten accounts")),
                new AuditAction(
                        "identity.recovery.complete", new Title("找回账号后重置密码", "Reset a forgotten account's password")));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(new FormDefinition(IdentityModule.RECOVERY_FORM, new Title("找回账号", "Recover an account")));
    }
}
