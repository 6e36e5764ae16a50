package org.tongban.identity.renewal;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.state.StateMachine;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.ImageChecklist;

/** What is declared of renewals of an ID's validity (ID-2). */
public final class RenewalPart implements PlatformModule {
    private static final int DUE_WORKING_DAYS = 3;

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(new ReviewType(
                IdentityModule.ID_RENEWAL,
                new Title("证件有效期审核", "Review of an ID's validity"),
                IdentityModule.REVIEW,
                EnumSet.of(Decision.APPROVE, Decision.REJECT),
                DUE_WORKING_DAYS,
                "ZX",
                ImageChecklist.ITEMS));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(new AuditAction("identity.id-renewal.ask", new Title("更新证件有效期", "Renew an ID's validity")));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                "identity.id-renewal",
                new Title("证件有效期更新", "Renewal of an ID's validity"),
                RenewalState.IN_REVIEW,
                List.of(RenewalState.values()),
                List.of(RenewalMove.values())));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                new FormDefinition(IdentityModule.RENEWAL_FORM, new Title("证件有效期更新", "Renewal of an ID's validity")));
    }
}
