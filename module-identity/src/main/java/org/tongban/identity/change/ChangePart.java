package org.tongban.identity.change;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.event.EventType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.state.StateMachine;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.ImageChecklist;
import org.tongban.identity.OrganisationChanged;

/** What is declared of changes of an organisation (ID-8). */
public final class ChangePart implements PlatformModule {
    private static final int DUE_WORKING_DAYS = 3;

    @Override
    public List<ReviewType> reviewTypes() {
        return List.of(new ReviewType(
                IdentityModule.ORGANISATION_CHANGE,
                new Title("法人信息变更审核", "Review of a change of an organisation"),
                IdentityModule.REVIEW,
                EnumSet.of(Decision.APPROVE, Decision.REJECT),
                DUE_WORKING_DAYS,
                "FB",
                ImageChecklist.ITEMS));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(new AuditAction("identity.organisation.change", new Title("变更法人信息", "Change an organisation")));
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("identity.organisation-changed", OrganisationChanged.class));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                "identity.organisation-change",
                new Title("法人信息变更", "Change of an organisation's data"),
                ChangeState.IN_REVIEW,
                List.of(ChangeState.values()),
                List.of(ChangeMove.values())));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(new FormDefinition(
                IdentityModule.CHANGE_FORM, new Title("法人信息变更", "Change of an organisation's data")));
    }
}
