package org.tongban.filing;

import java.time.LocalTime;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.module.Title;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for what units hold: figures and patents (PF-10, PF-20 to PF-22). */
final class HoldingDeclarations {
    static final List<AuditAction> ACTIONS = List.of(
            new AuditAction("product-filing.assets.edit", new Title("填写资产信息", "Enter the unit's figures")),
            new AuditAction("product-filing.patent-import.start", new Title("导入本单位专利", "Import own patents")),
            new AuditAction("product-filing.patent-name.answer", new Title("确认单位名称", "Answer for a name")),
            new AuditAction("product-filing.patent.add", new Title("添加专利", "Add a patent")),
            new AuditAction(
                    "product-filing.patent.extend-licence", new Title("调整专利许可期限", "Change the term of a licence")),
            new AuditAction("product-filing.patent.delete", new Title("删除专利", "Delete a patent")));

    static final TaskDeclaration TASK = TaskDeclaration.daily(
            ProductFilingModule.PATENT_UPKEEP,
            new Title("更新各单位专利", "Follow the registry with units' patents"),
            LocalTime.of(1, 30));

    private HoldingDeclarations() {}
}
