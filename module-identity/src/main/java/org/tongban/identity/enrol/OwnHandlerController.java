package org.tongban.identity.enrol;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.message.Masked;
import org.tongban.core.module.Language;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.application.Applications;
import org.tongban.identity.application.HandlerApplication;
import org.tongban.identity.enrol.EnrolmentViews.ApplicationView;
import org.tongban.identity.enrol.EnrolmentViews.Completion;
import org.tongban.identity.enrol.EnrolmentViews.ManualView;
import org.tongban.identity.enrol.EnrolmentViews.OrganisationView;
import org.tongban.identity.enrol.EnrolmentViews.OwnHandlerAccount;
import org.tongban.identity.enrol.EnrolmentViews.StartedFace;
import org.tongban.identity.manual.ManualEnrolments;
import org.tongban.identity.manual.ManualEnrolments.Standing;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserState;

/** A handler sees the own account, and proves the face that it waits for (ID-13, ID-14). */
@Controller("/api/identity/v1/handler-accounts/me")
class OwnHandlerController {
    private static final String POLLS = "/api/platform/v1/face-verifications/";

    private final CompleteEnrolment completeEnrolment;
    private final HandlerAccounts handlers;
    private final Enrolments enrolments;
    private final ManualEnrolments manualEnrolments;
    private final Applications applications;
    private final Accounts accounts;
    private final OrganisationDirectory directory;
    private final FaceVerification faces;
    private final Transactions transactions;
    private final AuditTrail audit;

    OwnHandlerController(
            CompleteEnrolment completeEnrolment,
            HandlerAccounts handlers,
            Enrolments enrolments,
            ManualEnrolments manualEnrolments,
            Applications applications,
            Accounts accounts,
            OrganisationDirectory directory,
            FaceVerification faces,
            Transactions transactions,
            AuditTrail audit) {
        this.completeEnrolment = completeEnrolment;
        this.handlers = handlers;
        this.enrolments = enrolments;
        this.manualEnrolments = manualEnrolments;
        this.applications = applications;
        this.accounts = accounts;
        this.directory = directory;
        this.faces = faces;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** The own account of a handler, and what it waits for. */
    @Get
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Read
    @Refuses("not-found")
    OwnHandlerAccount showOwnHandlerAccount(Caller caller, @Parameter(hidden = true) Language language) {
        return shown(caller, language);
    }

    private OwnHandlerAccount shown(Caller caller, Language language) {
        var manual = manualEnrolments.standing(caller.account());
        return handlers.find(caller.account())
                .map(own -> shown(own, manual.orElse(null), language))
                .or(() -> manual.map(standing -> waiting(caller, standing, language)))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private OwnHandlerAccount shown(HandlerAccount own, @Nullable Standing manual, Language language) {
        var organisation = directory.find(own.organisation()).orElseThrow();
        var application = applications.latest(own.id()).orElse(null);
        return new OwnHandlerAccount(
                own.id(),
                login(own.id()),
                new OrganisationView(organisation.id(), organisation.uscc(), organisation.name()),
                own.state().code(),
                own.state().title().in(language),
                own.authority().code(),
                own.authority().title().in(language),
                own.name(),
                own.document().kind().code(),
                own.document().masked(),
                accounts.phone(own.id()).map(Masked::phone).orElse(null),
                next(own, application),
                application == null ? null : view(application),
                manual == null ? null : view(manual, language));
    }

    /** The account of a unit that is none yet: an officer compares its papers (ID-25). */
    private OwnHandlerAccount waiting(Caller caller, Standing manual, Language language) {
        return new OwnHandlerAccount(
                caller.account(),
                login(caller.account()),
                null,
                UserState.AWAITING.code(),
                UserState.AWAITING.title().in(language),
                Authority.HANDLER.code(),
                Authority.HANDLER.title().in(language),
                manual.handler(),
                manual.document().kind().code(),
                manual.document().masked(),
                accounts.phone(caller.account()).map(Masked::phone).orElse(null),
                manual.awaitsApplicant() ? "resubmission" : "review",
                null,
                view(manual, language));
    }

    private String login(UUID account) {
        return accounts.find(account).map(Account::login).orElseThrow();
    }

    private static ManualView view(Standing manual, Language language) {
        return new ManualView(
                manual.id(),
                manual.unit(),
                manual.number(),
                manual.state().code(),
                manual.state().title().in(language),
                manual.reason(),
                manual.link());
    }

    private @Nullable String next(HandlerAccount own, @Nullable HandlerApplication application) {
        if (own.state() != UserState.AWAITING) {
            return null;
        }
        if (application != null && application.isPending()) {
            return "approval";
        }
        return enrolments.ofAccount(own.id()).isPresent() ? "face" : "take-over";
    }

    private static ApplicationView view(HandlerApplication application) {
        return new ApplicationView(
                application.id(),
                application.state(),
                application.appliedAt(),
                application.decidedAt(),
                application.reason());
    }

    /** Starts a verification of the own face; its token is shown as QR code for 10 minutes. */
    @Status(HttpStatus.CREATED)
    @Post("/face-verifications")
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Write(action = "identity.enrolment.face", idempotent = false)
    @Refuses({"not-found", "no-open-enrolment", "face-limit"})
    HttpResponse<StartedFace> startEnrolmentFace(Caller caller) {
        var own = handlers.own(caller);
        if (enrolments.ofAccount(own.id()).isEmpty()) {
            throw DomainException.of(IdentityError.NO_OPEN_ENROLMENT);
        }
        var started = faces.start(new Owner.Account(own.id()), CompleteEnrolment.person(own));
        audit.record("identity/handler-account", own.id(), Map.of("face", started.id()));
        return HttpResponse.created(
                new StartedFace(started.id(), started.token(), started.expiresAt(), POLLS + started.id()));
    }

    /**
     * Completes the enrolment by the handler's face: the representative's account works from now on, anybody else's waits
     * for approval.
     */
    @Post("/completion")
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Write(action = "identity.enrolment.complete", idempotent = false, phases = Phases.TWO)
    @Refuses({
        "not-found",
        "no-open-enrolment",
        "face-not-verified",
        "id-expired",
        "application-pending",
        "daily-limit-reached"
    })
    HttpResponse<OwnHandlerAccount> completeEnrolment(
            Caller caller, @Parameter(hidden = true) Language language, @Body @Checked Completion body) {
        completeEnrolment.complete(caller, body.faceVerification());
        return HttpResponse.ok(transactions.read(() -> shown(caller, language)));
    }
}
