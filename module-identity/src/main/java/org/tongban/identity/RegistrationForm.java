package org.tongban.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.NewRegistration;
import org.tongban.core.agreement.AcceptedAgreement;

/** Reads what every form of registration has (Fields 1.1, 1.2). */
public final class RegistrationForm {
    private RegistrationForm() {}

    /**
     * The registration that a form asks for, whether or not its schema lets it pass.
     *
     * @param login what the account signs in with beside its phone; null where it has nothing else
     */
    public static NewRegistration read(String realm, String purpose, @Nullable String login, JsonNode form) {
        return new NewRegistration(
                realm,
                login,
                text(form, "phone"),
                form.path("phoneProof").asText(),
                purpose,
                text(form, "email"),
                text(form, "emailProof"),
                form.path("password").asText(),
                agreements(form),
                true,
                null,
                null);
    }

    /** The agreement that a form accepts; none where it has none. */
    public static List<AcceptedAgreement> agreements(JsonNode form) {
        var agreement = form.path("agreement");
        return agreement.isMissingNode()
                ? List.of()
                : List.of(new AcceptedAgreement(
                        agreement.path("id").asText(), agreement.path("version").asInt()));
    }

    /** A field's text; null where it is absent. */
    public static @Nullable String text(JsonNode form, String field) {
        return form.hasNonNull(field) ? form.path(field).asText() : null;
    }
}
