package org.tongban.identity.handler;

import java.util.List;
import org.tongban.core.audit.AuditAction;
import org.tongban.core.event.EventType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;
import org.tongban.identity.HandlerLinked;
import org.tongban.identity.HandlerUnlinked;
import org.tongban.identity.IdentityModule;

/** What is declared of links with handlers (ID-6, ID-7). */
public final class HandlerPart implements PlatformModule {
    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of(
                        "platform.identity.organisation.one-organisation-per-handler",
                        Setting.Kind.YES_NO,
                        "true",
                        "whether a person handles the business of one organisation account only"),
                Setting.unset(
                        "platform.identity.sign-in-url",
                        Setting.Kind.ADDRESS,
                        "where persons sign in, for links in messages; without it `platform.public-url`"));
    }

    @Override
    public List<AuditAction> auditActions() {
        return List.of(
                new AuditAction("identity.handler.link", new Title("关联经办人", "Link a handler")),
                new AuditAction("identity.handler.replace", new Title("更换经办人", "Replace a handler")),
                new AuditAction("identity.handler.unlink", new Title("解除经办人", "Unlink a handler")));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("identity.handler-linked", HandlerLinked.class),
                new EventType("identity.handler-unlinked", HandlerUnlinked.class));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                "identity.handler-link",
                new Title("经办人关联", "Handler's link"),
                LinkState.AWAITING_PERSON,
                List.of(LinkState.values()),
                List.of(LinkMove.values())));
    }

    @Override
    public List<FormDefinition> forms() {
        return List.of(new FormDefinition(IdentityModule.HANDLER_FORM, new Title("关联经办人", "Link with a handler")));
    }
}
