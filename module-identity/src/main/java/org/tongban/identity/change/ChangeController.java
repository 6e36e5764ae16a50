package org.tongban.identity.change;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.module.Language;
import org.tongban.core.state.State;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.organisation.OrganisationAccounts;

/** Organisations change their name, representative, type and address (ID-8). */
@Controller("/api/identity/v1/organisations/me/changes")
class ChangeController {
    private final ChangeOrganisation changeOrganisation;
    private final ChangeRepository changes;
    private final OrganisationAccounts organisations;

    ChangeController(
            ChangeOrganisation changeOrganisation, ChangeRepository changes, OrganisationAccounts organisations) {
        this.changeOrganisation = changeOrganisation;
        this.changes = changes;
        this.organisations = organisations;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Write(action = "identity.organisation.change", idempotent = false, phases = Phases.TWO)
    @Operation(summary = "变更法人信息", description = "表单 identity/organisation-change@1；与登记机关数据一致的立即生效，否则须附证明，审核通过后生效。")
    @Refuses({"not-found", "change-in-review", "file-not-clean", "file-taken", "id-expired"})
    HttpResponse<ChangeView> changeOrganisation(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = IdentityModule.CHANGE_FORM) JsonNode document) {
        return HttpResponse.created(ChangeView.of(changeOrganisation.change(caller, document), language));
    }

    /** The changes that the signed-in organisation has asked for. */
    @Get
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Read
    @Refuses("not-found")
    PageOf<ChangeView> listOrganisationChanges(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var organisation = organisations.own(caller).id();
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> changes.below(organisation, edge, most),
                (edge, most) -> changes.above(organisation, edge, most),
                OrganisationChange::id,
                change -> ChangeView.of(change, language));
    }

    /**
     * A change as the organisation sees it.
     *
     * @param decision why it was rejected
     */
    @Serdeable
    record ChangeView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"in-review", "applied", "rejected"},
                    example = "applied")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已生效")
            String stateTitle,

            @Nullable @Schema(example = "海川装备股份有限公司") String name,

            @Nullable String legalRepName,
            @Nullable String legalPersonType,
            @Nullable String address,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant askedAt,

            @Nullable Instant decidedAt,
            @Nullable String decision) {
        static ChangeView of(OrganisationChange change, Language language) {
            return new ChangeView(
                    change.id(),
                    change.state(),
                    State.of(ChangeState.class, change.state()).title().in(language),
                    change.name(),
                    change.legalRepName(),
                    change.legalPersonType(),
                    change.address(),
                    change.askedAt(),
                    change.decidedAt(),
                    change.decision());
        }
    }
}
