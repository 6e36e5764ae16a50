package org.tongban.core.agreement;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.agreement.AgreementViews.Acceptance;
import org.tongban.core.agreement.AgreementViews.Accepted;
import org.tongban.core.agreement.AgreementViews.Mine;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** The agreements of the signed-in account (CO-33). */
@Controller("/api/platform/v1/me/agreements")
class MyAgreementsController {
    /** Sign-in by the platform's own API is no client of an administrator's. */
    private static final String FIRST_PARTY_CLIENT = "platform";

    private final Agreements agreements;
    private final AgreementRepository repository;
    private final AuditTrail audit;

    MyAgreementsController(Agreements agreements, AgreementRepository repository, AuditTrail audit) {
        this.agreements = agreements;
        this.repository = repository;
        this.audit = audit;
    }

    /** The agreements that the account has accepted, the last version of each. */
    @SignedIn
    @BeforeGate
    @BeforePasswordChange
    @Read
    @Get
    Mine myAgreements(Caller caller) {
        return mine(caller);
    }

    /** Accepts agreements, each in the version in force. */
    @SignedIn
    @BeforeGate
    @BeforePasswordChange
    @Write(action = "platform.agreement.accept")
    @Post
    @Refuses("agreements-not-accepted")
    HttpResponse<Mine> acceptAgreements(Caller caller, @Body @Checked Acceptance body) {
        var client =
                caller.client() == null ? FIRST_PARTY_CLIENT : caller.client().toString();
        agreements.accept(caller.account(), body.agreements(), "/agreements", client);
        var accepted = body.agreements().stream()
                .map(one -> one.id() + "/" + one.version())
                .toList();
        audit.record("platform/account", caller.account(), Map.of("agreements", accepted));
        return HttpResponse.ok(mine(caller));
    }

    private Mine mine(Caller caller) {
        return new Mine(repository.accepted(caller.account()).stream()
                .map(row -> new Accepted(row.agreement(), row.version(), row.sha256(), row.acceptedAt(), row.client()))
                .toList());
    }
}
