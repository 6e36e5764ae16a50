package org.tongban.identity.approval;

import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;

/** What is declared of those who decide on applications (ID-15). */
public final class ApprovalPart implements PlatformModule {
    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.application.approve", new Title("通过经办人申请", "Approve an application")),
                new AuditAction("identity.application.reject", new Title("拒绝经办人申请", "Reject an application")));
    }
}
