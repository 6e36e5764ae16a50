package org.tongban.identity.organisation;

import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.event.EventType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.OrganisationVerified;

/** What is declared of organisations with an account of their own (ID-5). */
public final class OrganisationPart implements PlatformModule {
    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.organisation.register", new Title("注册法人", "Register an organisation")),
                new AuditAction(
                        "identity.organisation.change-phone", new Title("更换法人手机号", "Change an organisation's phone")));
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("identity.organisation-verified", OrganisationVerified.class));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(new FormDefinition(
                IdentityModule.ORGANISATION_FORM, new Title("法人注册", "Registration of an organisation")));
    }
}
