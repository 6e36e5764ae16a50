package org.tongban.identity.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.state.State;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;

/** Persons renew the validity of their document (ID-2). */
@Controller("/api/identity/v1/persons/me/id-renewals")
class RenewalController {
    private final RenewId renewId;
    private final RenewalRepository renewals;
    private final People people;
    private final AuditTrail audit;

    RenewalController(RenewId renewId, RenewalRepository renewals, People people, AuditTrail audit) {
        this.renewId = renewId;
        this.renewals = renewals;
        this.people = people;
        this.audit = audit;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Permitted(IdentityRealms.OWN_PERSON)
    @Write(action = "identity.id-renewal.ask")
    @Operation(summary = "更新证件有效期", description = "表单 identity/id-renewal@1；审核通过后生效，证件已过期也可提交。")
    @Refuses({"not-found", "renewal-in-review", "file-not-clean", "file-taken"})
    HttpResponse<RenewalView> renewId(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = IdentityModule.RENEWAL_FORM) JsonNode document) {
        var person = own(caller);
        var asked = renewId.ask(caller, person, document);
        audit.record("identity/id-renewal", asked.renewal().id(), Map.of("case", asked.caseNumber()));
        return HttpResponse.created(RenewalView.of(asked.renewal(), language));
    }

    /** The renewals that the signed-in person has asked for. */
    @Get
    @Permitted(IdentityRealms.OWN_PERSON)
    @Read
    @Refuses("not-found")
    PageOf<RenewalView> listIdRenewals(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var person = own(caller).id();
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> renewals.below(person, edge, most),
                (edge, most) -> renewals.above(person, edge, most),
                IdRenewal::id,
                renewal -> RenewalView.of(renewal, language));
    }

    private Person own(Caller caller) {
        return Optional.ofNullable(caller.person())
                .flatMap(people::find)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /**
     * A renewal as the person sees it.
     *
     * @param idValidTo absent for a document without end
     * @param reason why it was rejected
     */
    @Serdeable
    record RenewalView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"in-review", "approved", "rejected"},
                    example = "in-review")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "审核中")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-05-20")
            LocalDate idValidFrom,

            @Nullable @Schema(example = "2046-05-20") LocalDate idValidTo,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant askedAt,

            @Nullable Instant decidedAt,

            @Nullable @Schema(example = "图片不清晰，请重新上传。") String reason) {
        static RenewalView of(IdRenewal renewal, Language language) {
            return new RenewalView(
                    renewal.id(),
                    renewal.state(),
                    State.of(RenewalState.class, renewal.state()).title().in(language),
                    renewal.idValidFrom(),
                    renewal.idValidTo(),
                    renewal.askedAt(),
                    renewal.decidedAt(),
                    renewal.reason());
        }
    }
}
