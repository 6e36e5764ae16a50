package org.tongban.portal;

import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;

/** Declares the pages of the public; it adds no table and no rule (PO-1). */
public final class PublicPortalModule implements PlatformModule {
    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("public-portal.form.turn", new Title("填写公开表单", "Fill in a public form")),
                new AuditAction(
                        "public-portal.form.send-code", new Title("为公开表单发送验证码", "Send the code of a public form")),
                new AuditAction(
                        "public-portal.form.verify-code", new Title("核验公开表单的验证码", "Hear the code of a public form")),
                new AuditAction("public-portal.form.upload", new Title("为公开表单上传文件", "Upload for a public form")),
                new AuditAction("public-portal.form.submit", new Title("提交公开表单", "Hand in a public form")),
                new AuditAction("public-portal.form.follow", new Title("查询公开表单的进度", "Follow a public form")),
                new AuditAction(
                        "public-portal.form.receipt", new Title("下载公开表单的回执", "Download the receipt of a public form")));
    }
}
