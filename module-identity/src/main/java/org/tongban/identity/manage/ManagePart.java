package org.tongban.identity.manage;

import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;

/** What is declared of the management of handlers' accounts (ID-19, ID-20). */
public final class ManagePart implements PlatformModule {
    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.handler-account.add", new Title("添加经办人账号", "Add a handler's account")),
                new AuditAction(
                        "identity.handler-account.replace", new Title("更换账号使用人", "Replace an account's person")),
                new AuditAction(
                        "identity.handler-account.change-phone", new Title("更换经办人手机号", "Change a handler's phone")),
                new AuditAction(
                        "identity.handler-account.authority", new Title("授予或收回管理员", "Grant or withdraw authority")),
                new AuditAction("identity.handler-account.close", new Title("注销经办人账号", "Close a handler's account")),
                new AuditAction("identity.handler-account.take-over", new Title("接管经办人账号", "Take an account over")));
    }
}
