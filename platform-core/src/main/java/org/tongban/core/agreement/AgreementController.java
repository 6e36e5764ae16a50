package org.tongban.core.agreement;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Agreement;
import org.tongban.core.agreement.AgreementRepository.VersionRow;
import org.tongban.core.agreement.AgreementViews.NewVersion;
import org.tongban.core.agreement.AgreementViews.Publication;
import org.tongban.core.agreement.AgreementViews.Published;
import org.tongban.core.agreement.AgreementViews.Summaries;
import org.tongban.core.agreement.AgreementViews.Summary;
import org.tongban.core.agreement.AgreementViews.Whole;
import org.tongban.core.agreement.PublishAgreement.Edition;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.Open;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;

/** Agreements as everybody reads them and staff publish them (CO-33). */
@Controller("/api/platform/v1/agreements")
class AgreementController {
    private final Agreements agreements;
    private final PublishAgreement publishAgreement;
    private final AuditTrail audit;
    private final AgreementRepository repository;

    AgreementController(
            Agreements agreements,
            PublishAgreement publishAgreement,
            AgreementRepository repository,
            AuditTrail audit) {
        this.agreements = agreements;
        this.publishAgreement = publishAgreement;
        this.repository = repository;
        this.audit = audit;
    }

    /** The agreements of all modules, and which version of each is in force. */
    @Open
    @Read
    @Get
    Summaries listAgreements(@Parameter(hidden = true) Language language) {
        var inForce = agreements.inForce();
        return new Summaries(agreements.all().stream()
                .sorted(Comparator.comparing(Agreement::id))
                .map(agreement -> summary(agreement, inForce.get(agreement.id()), language))
                .toList());
    }

    private static Summary summary(Agreement agreement, @Nullable VersionRow inForce, Language language) {
        var title = agreement.title().in(language);
        return inForce == null
                ? new Summary(agreement.id(), title, null, null)
                : new Summary(agreement.id(), title, inForce.version(), inForce.effectiveFrom());
    }

    /** An agreement in the version in force; what nobody has published is not there. */
    @Open
    @Read
    @Get("/{agreement}")
    @Refuses("not-found")
    Whole showAgreement(@Parameter(hidden = true) Language language, @PathVariable String agreement) {
        var declared = declared(agreement);
        var inForce = agreements.inForce().get(agreement);
        if (inForce == null) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return whole(declared, inForce, language);
    }

    /** The versions of an agreement, newest first. Those that come into force later are among them. */
    @Open
    @Read
    @Get("/{agreement}/versions")
    @Refuses("not-found")
    PageOf<Published> listAgreementVersions(
            @PathVariable String agreement,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        declared(agreement);
        return Keyset.page(
                repository.below(agreement, Keyset.before(cursor), limit + 1),
                limit,
                VersionRow::id,
                row -> new Published(
                        row.version(), row.effectiveFrom(), row.acceptAgain(), row.sha256(), row.publishedAt()));
    }

    /** A version of an agreement. One no longer in force too: who accepted it can read it. */
    @Open
    @Read
    @Get("/{agreement}/versions/{version}")
    @Refuses("not-found")
    Whole showAgreementVersion(
            @Parameter(hidden = true) Language language,
            @PathVariable String agreement,
            @PathVariable @Schema(minimum = "1") int version) {
        var declared = declared(agreement);
        return repository
                .find(agreement, version)
                .map(row -> whole(declared, row, language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Publishes the next version of an agreement; nobody changes it any more. */
    @Permitted(CoreModule.PUBLISH)
    @Write(action = "platform.agreement.publish")
    @Status(HttpStatus.CREATED)
    @Post("/{agreement}/versions")
    @Refuses({"agreement-refused", "not-found"})
    HttpResponse<Publication> publishAgreement(
            Caller caller, @PathVariable String agreement, @Body @Checked NewVersion body) {
        declared(agreement);
        var edition = new Edition(body.zh(), body.en(), date(body.effectiveFrom()), body.acceptAgain());
        var row = publishAgreement.publish(caller.account(), agreement, edition);
        return HttpResponse.created(
                new Publication(row.id(), agreement, row.version(), row.sha256()),
                URI.create("/api/platform/v1/agreements/" + agreement + "/versions/" + row.version()));
    }

    /** Takes a version back that has not come into force. Its number is given again. */
    @Permitted(CoreModule.PUBLISH)
    @Write(action = "platform.agreement.withdraw", idempotent = false)
    @Status(HttpStatus.NO_CONTENT)
    @Delete("/{agreement}/versions/{version}")
    @Refuses({"not-found", "agreement-in-force"})
    HttpResponse<Void> withdrawAgreement(
            Caller caller, @PathVariable String agreement, @PathVariable @Schema(minimum = "1") int version) {
        declared(agreement);
        var row = publishAgreement.withdraw(agreement, version);
        audit.record("platform/agreement", row.id(), Map.of("agreement", agreement, "version", version));
        return HttpResponse.noContent();
    }

    private Agreement declared(String id) {
        return agreements.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private Whole whole(Agreement agreement, VersionRow row, Language language) {
        var text = repository.text(row.agreement(), row.version()).orElseThrow();
        return new Whole(
                agreement.id(),
                row.version(),
                agreement.title().in(language),
                row.effectiveFrom(),
                row.acceptAgain(),
                row.sha256(),
                text.zh(),
                text.en());
    }

    /** The pattern lets the thirtieth of February pass. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.of(
                    CoreError.INVALID_INPUT,
                    List.of(new Violation("/effectiveFrom", "date", new Title("没有这一天", "There is no such day"))));
        }
    }
}
