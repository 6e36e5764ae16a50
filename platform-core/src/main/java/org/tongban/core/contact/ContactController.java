package org.tongban.core.contact;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import org.tongban.core.audit.Changes;
import org.tongban.core.contact.ContactViews.Change;
import org.tongban.core.contact.ContactViews.Whole;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** The contact of each programme, as everybody reads it and staff keep it (CO-34). */
@Controller("/api/platform/v1/modules/{module}/contact")
class ContactController {
    private final ModuleContacts contacts;
    private final AuditTrail audit;

    ContactController(ModuleContacts contacts, AuditTrail audit) {
        this.contacts = contacts;
        this.audit = audit;
    }

    /** How those who run a programme are reached. */
    @Open
    @Read
    @Get
    @Refuses("not-found")
    Whole showContact(@PathVariable String module) {
        return contacts.current(module).map(Whole::of).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Says how those who run a programme are reached, in place of what was said before. */
    @Permitted(CoreModule.PUBLISH)
    @Write(action = "platform.contact.change", owner = ModuleContacts.class, record = "module", ifMatch = true)
    @Put
    HttpResponse<Whole> changeContact(@PathVariable String module, @Body @Checked Change body) {
        var before = Whole.of(contacts.current(module).orElseThrow());
        contacts.put(module, body.contact());
        var after = Whole.of(contacts.current(module).orElseThrow());
        audit.record(
                after.auditSubject(),
                after.auditId(),
                Changes.between(Map.of("module", module), before.auditDigest(), after.auditDigest()));
        return HttpResponse.ok(after);
    }
}
