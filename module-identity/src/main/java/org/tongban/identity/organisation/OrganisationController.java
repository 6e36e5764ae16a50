package org.tongban.identity.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.message.Masked;
import org.tongban.core.module.Language;
import org.tongban.core.state.Move;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.identity.ChangeProvedPhone;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.PhoneChange;
import org.tongban.identity.organisation.OrganisationViews.OwnOrganisation;
import org.tongban.identity.organisation.OrganisationViews.RegisteredOrganisation;

/** Organisations register and see to their own data (ID-5, ID-8). */
@Controller("/api/identity/v1/organisations")
class OrganisationController {
    private final RegisterOrganisation registerOrganisation;
    private final ChangeProvedPhone changePhone;
    private final OrganisationAccounts organisations;
    private final OrganisationDirectory directory;
    private final ProveOrganisation proveOrganisation;
    private final Contacts contacts;

    OrganisationController(
            RegisterOrganisation registerOrganisation,
            ChangeProvedPhone changePhone,
            OrganisationAccounts organisations,
            OrganisationDirectory directory,
            ProveOrganisation proveOrganisation,
            Contacts contacts) {
        this.registerOrganisation = registerOrganisation;
        this.changePhone = changePhone;
        this.organisations = organisations;
        this.directory = directory;
        this.proveOrganisation = proveOrganisation;
        this.contacts = contacts;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Open
    @Write(action = "identity.organisation.register", idempotent = false, phases = Phases.TWO)
    @Operation(
            summary = "注册法人账号",
            description = "表单 identity/organisation@1；须先以短信验证码（用途 organisation-register）取得手机凭据。" + "名称、法定代表人与登记机关数据比对。")
    @Refuses({
        "registration-refused",
        "proof-refused",
        "uscc-taken",
        "agreements-not-accepted",
        "registry-unavailable",
        "overloaded"
    })
    HttpResponse<RegisteredOrganisation> registerOrganisation(
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = IdentityModule.ORGANISATION_FORM) JsonNode document) {
        var registered = registerOrganisation.register(document);
        return HttpResponse.created(new RegisteredOrganisation(
                registered.account().id(),
                registered.uscc(),
                registered.advice().stream()
                        .map(violation -> violation.message().in(language))
                        .toList(),
                registered.inReview()));
    }

    /** The own data of the signed-in organisation, masked. */
    @Get("/me")
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Read
    @Refuses("not-found")
    OwnOrganisation showOwnOrganisation(Caller caller) {
        var own = organisations.own(caller);
        var known = directory.find(own.id()).orElseThrow();
        var standing = directory.standing(own.id());
        return new OwnOrganisation(
                own.id(),
                known.code().text(),
                known.name(),
                known.formerNames(),
                own.legalPersonType(),
                standing.representative(),
                own.representative().masked(),
                Move.code(standing.level().name()),
                standing.handlers().size(),
                contacts.phone(caller.account()).map(Masked::phone).orElse(null),
                contacts.email(caller.account()).map(Masked::email).orElse(null),
                own.address(),
                Optional.ofNullable(own.landline())
                        .map(OrganisationController::masked)
                        .orElse(null));
    }

    private static String masked(String landline) {
        return landline.substring(0, 4) + "****" + landline.substring(landline.length() - 4);
    }

    /**
     * Takes another phone, which a code for `change-phone` has proved. The organisation is proved by such a code to the
     * present phone or by its representative's face, for `identity.change-phone`.
     */
    @Status(HttpStatus.NO_CONTENT)
    @Put("/me/phone")
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Write(action = "identity.organisation.change-phone", idempotent = false)
    @Refuses({"not-found", "proof-refused", "face-not-verified"})
    HttpResponse<Void> changeOrganisationPhone(Caller caller, @Body @Checked PhoneChange body) {
        var own = organisations.own(caller);
        var representative = Optional.ofNullable(directory.standing(own.id()).representative())
                .orElse("");
        boolean byFace = changePhone.change(
                caller,
                body,
                new FaceVerification.Person(ChangeProvedPhone.PURPOSE, representative, own.representative()));
        if (byFace) {
            proveOrganisation.prove(own.id(), Level.FACE_VERIFIED);
        }
        return HttpResponse.noContent();
    }
}
