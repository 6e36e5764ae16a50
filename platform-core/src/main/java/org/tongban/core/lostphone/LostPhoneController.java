package org.tongban.core.lostphone;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** Who has lost the phone of an account asks for another one; whoever still has it can stop that (CO-24b). */
@Controller("/api/platform/v1")
class LostPhoneController {
    private final AskForPhone askForPhone;
    private final LostPhoneRepository repository;
    private final AuditTrail audit;

    LostPhoneController(AskForPhone askForPhone, LostPhoneRepository repository, AuditTrail audit) {
        this.askForPhone = askForPhone;
        this.repository = repository;
        this.audit = audit;
    }

    /**
     * Asks for another phone of an account. The form is platform/lost-phone@1; the new phone is proved by
     * a code for lost-phone, and the same proof uploads the documents. The answer is the same where there is no such
     * account.
     */
    @Status(HttpStatus.ACCEPTED)
    @Post("/realms/{realm}/lost-phones")
    @Open
    @Write(action = "platform.lost-phone.ask", idempotent = false)
    @Refuses({"not-found", "lost-phone-refused", "proof-refused", "file-taken"})
    HttpResponse<LostPhoneViews.Received> reportLostPhone(
            @Schema(example = "filing-unit") String realm,
            @Body @Checked(form = CoreModule.LOST_PHONE_FORM) JsonNode document) {
        return HttpResponse.accepted().body(askForPhone.ask(realm, document));
    }

    /** Stops all requests for another phone of the own account, before they take effect. */
    @Status(HttpStatus.NO_CONTENT)
    @Delete("/me/lost-phones")
    @SignedIn
    @BeforeGate
    @Write(action = "platform.lost-phone.stop", idempotent = false)
    HttpResponse<Void> stopMyLostPhones(Caller caller) {
        int stopped = repository.stopAll(caller.account());
        audit.record("platform/account", caller.account(), Map.of("stopped", stopped));
        return HttpResponse.noContent();
    }

    /** Stops a request for another phone before it takes effect. */
    @Post("/lost-phones/{id}/stop")
    @Permitted(CoreModule.ACCOUNTS)
    @Write(action = "platform.lost-phone.stop", owner = LostPhoneAccess.class, idempotent = false)
    @Refuses("request-over")
    HttpResponse<LostPhoneViews.Stopped> stopLostPhone(Caller caller, UUID id) {
        var state = repository.lock(id).map(LostPhone::state).orElse("");
        switch (state) {
            case "asked", "agreed", "granted", "stopped" -> repository.move(id, "stopped", null);
            default -> throw DomainException.of(LostPhoneError.REQUEST_OVER);
        }
        return HttpResponse.ok(new LostPhoneViews.Stopped(id, "stopped"));
    }
}
