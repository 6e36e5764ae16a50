package org.tongban.identity.credential;

import java.time.Duration;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.task.TaskDeclaration;

/** What is declared of sign-ins by a credential (ID-15). */
public final class CredentialPart implements PlatformModule {
    @Override
    public List<TaskDeclaration> tasks() {
        return List.of(new TaskDeclaration(
                "identity.forget-credentials",
                new Title("清理过期的证书登录记录", "Forget the sign-ins by credentials that are over"),
                Duration.ofHours(1)));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.credential.sign-in", new Title("证书登录", "Sign in by a credential")),
                new AuditAction("identity.credential.revoke", new Title("吊销证书", "Revoke a credential")));
    }
}
