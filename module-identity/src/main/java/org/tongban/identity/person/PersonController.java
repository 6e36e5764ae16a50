package org.tongban.identity.person;

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
import org.tongban.core.account.Contacts;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.message.Masked;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
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
import org.tongban.identity.person.PersonViews.OwnPerson;
import org.tongban.identity.person.PersonViews.RegisteredPerson;

/** Natural persons register and see to their own data (ID-1, ID-2). */
@Controller("/api/identity/v1/persons")
class PersonController {
    private final RegisterPerson registerPerson;
    private final ChangeProvedPhone changePhone;
    private final People people;
    private final Contacts contacts;
    private final BusinessClock clock;

    PersonController(
            RegisterPerson registerPerson,
            ChangeProvedPhone changePhone,
            People people,
            Contacts contacts,
            BusinessClock clock) {
        this.registerPerson = registerPerson;
        this.changePhone = changePhone;
        this.people = people;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Open
    @Write(action = "identity.person.register", idempotent = false, phases = Phases.TWO)
    @Operation(summary = "注册自然人账号", description = "表单 identity/person@1；须先以短信验证码（用途 person-register）取得手机凭据。")
    @Refuses({
        "registration-refused",
        "proof-refused",
        "phone-taken",
        "id-number-taken",
        "agreements-not-accepted",
        "overloaded"
    })
    HttpResponse<RegisteredPerson> registerPerson(
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = IdentityModule.PERSON_FORM) JsonNode document) {
        var registered = registerPerson.register(document);
        return HttpResponse.created(new RegisteredPerson(
                registered.account().id(),
                registered.advice().stream()
                        .map(violation -> violation.message().in(language))
                        .toList()));
    }

    /** The own data of the signed-in person, masked. */
    @Get("/me")
    @Permitted(IdentityRealms.OWN_PERSON)
    @Read
    @Refuses("not-found")
    OwnPerson showOwnPerson(Caller caller) {
        var person = own(caller);
        var validity = person.validity();
        return new OwnPerson(
                person.id(),
                person.name(),
                person.document().kind().code(),
                person.document().masked(),
                validity.from(),
                validity.to(),
                validity.to() == null,
                validity.isExpired(clock.today()),
                contacts.phone(caller.account()).map(Masked::phone).orElse(null),
                contacts.email(caller.account()).map(Masked::email).orElse(null));
    }

    /**
     * Takes another phone, which a code for `change-phone` has proved. The person is proved by such a code to the present
     * phone or by the face, for `identity.change-phone`.
     */
    @Status(HttpStatus.NO_CONTENT)
    @Put("/me/phone")
    @Permitted(IdentityRealms.OWN_PERSON)
    @Write(action = "identity.person.change-phone", idempotent = false)
    @Refuses({"not-found", "proof-refused", "face-not-verified", "phone-taken"})
    HttpResponse<Void> changePersonPhone(Caller caller, @Body @Checked PhoneChange body) {
        var person = own(caller);
        changePhone.change(
                caller, body, new FaceVerification.Person(ChangeProvedPhone.PURPOSE, person.name(), person.document()));
        return HttpResponse.noContent();
    }

    private Person own(Caller caller) {
        return Optional.ofNullable(caller.person())
                .flatMap(people::find)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
