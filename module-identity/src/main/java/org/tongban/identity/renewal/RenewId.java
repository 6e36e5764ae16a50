package org.tongban.identity.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Forms;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.person.IdValidity;
import org.tongban.identity.person.Person;

/** Has another validity of a person's document looked at, expired or not (ID-2); in the transaction under way. */
@Singleton
class RenewId {
    /** The kind of record that holds the image. */
    static final String RECORD = "identity/id-renewal";

    private static final String SLOT = "identity/id-page";
    private static final String IMAGE = "documentImage";

    private final RenewalRepository renewals;
    private final Forms forms;
    private final Files files;
    private final Reviews reviews;
    private final BusinessClock clock;

    RenewId(RenewalRepository renewals, Forms forms, Files files, Reviews reviews, BusinessClock clock) {
        this.renewals = renewals;
        this.forms = forms;
        this.files = files;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** A renewal that is in review now. */
    record Asked(IdRenewal renewal, String caseNumber) {}

    Asked ask(Caller caller, Person person, JsonNode form) {
        var record = new RecordRef(RECORD, Ids.next());
        requireSound(caller, form, record);
        var validity = IdValidity.of(form);
        var image = UUID.fromString(form.path(IMAGE).asText());
        var renewal = new IdRenewal(
                record.id(),
                person.id(),
                RenewalState.IN_REVIEW.code(),
                validity.from(),
                validity.to(),
                image,
                clock.now(),
                null,
                null,
                1);
        int added = renewals.insert(
                renewal.id(),
                renewal.person(),
                renewal.state(),
                renewal.idValidFrom(),
                renewal.idValidTo(),
                image,
                renewal.askedAt());
        if (added == 0) {
            throw DomainException.of(IdentityError.RENEWAL_IN_REVIEW);
        }
        files.attach(Set.of(image), record);
        files.seal(record);
        var submission = new NewCase(
                        IdentityModule.ID_RENEWAL,
                        renewal.id(),
                        person.name() + "的证件有效期更新",
                        null,
                        null,
                        snapshot(form, person))
                .withForms(Map.of("/renewal", IdentityModule.RENEWAL_FORM));
        // An expired ID does not hinder its renewal.
        return new Asked(renewal, reviews.open(caller.account(), person.id(), submission));
    }

    private void requireSound(Caller caller, JsonNode form, RecordRef record) {
        var wrong = new ArrayList<>(forms.submit(IdentityModule.RENEWAL_FORM).check(form));
        if (wrong.isEmpty()) {
            wrong.addAll(IdValidity.of(form).violations("", clock.today()));
            var image = UUID.fromString(form.path(IMAGE).asText());
            files.unattachable(caller, Set.of(image), SLOT, record).values().stream()
                    .map(violation -> violation.under("/" + IMAGE))
                    .forEach(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
    }

    /** What the officer compares: the document as it is known, and what the person says of it. */
    private static Map<String, Object> snapshot(JsonNode form, Person person) {
        var renewal = new HashMap<String, Object>();
        form.properties()
                .forEach(field -> renewal.put(
                        field.getKey(),
                        field.getValue().isBoolean()
                                ? field.getValue().asBoolean()
                                : field.getValue().asText()));
        return Map.of(
                "renewal",
                renewal,
                "person",
                Map.of(
                        "name", person.name(),
                        "idType", person.document().kind().code(),
                        "idNumber", person.document().masked()));
    }
}
