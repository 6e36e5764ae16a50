package org.tongban.identity.enrol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;
import org.tongban.identity.RegistrationForm;
import org.tongban.identity.organisation.RegistryCheck;

/** Where in the mainland an organisation is registered, which decides the form (ID-10). */
enum Place {
    IN_PROVINCE(
            "in-province",
            EnrolmentForms.IN_PROVINCE,
            "outside-province",
            new Title("该单位登记所在地不在本省，请选择省外", "The unit is registered in another province: choose out-of-province")),
    OUT_OF_PROVINCE(
            "out-of-province",
            EnrolmentForms.OUT_OF_PROVINCE,
            "inside-province",
            new Title("该单位登记所在地在本省，请选择省内", "The unit is registered in this province: choose in-province"));

    private final String code;
    private final String form;
    private final String wrong;
    private final Title message;

    Place(String code, String form, String wrong, Title message) {
        this.code = code;
        this.form = form;
        this.wrong = wrong;
        this.message = message;
    }

    String code() {
        return code;
    }

    String form() {
        return form;
    }

    /** What is wrong with choosing it for an organisation that is registered in that province. */
    Optional<Violation> violation(String region, String home) {
        return region.equals(home) == (this == IN_PROVINCE)
                ? Optional.empty()
                : Optional.of(new Violation("/registrationPlace", wrong, message));
    }

    /** Whether the number is said to be of a resident ID; where no kind is said it is (ID-11). */
    static boolean isOfResidentId(JsonNode document) {
        return idKind(document).equals(IdDocument.Kind.RESIDENT_ID.code());
    }

    private static String idKind(JsonNode document) {
        return document.path("legalRepIdType").asText(IdDocument.Kind.RESIDENT_ID.code());
    }

    /** What a form that its schema lets pass says of the organisation. */
    RegistryCheck.Claim claim(JsonNode document) {
        var kind = IdDocument.Kind.of(idKind(document)).orElseThrow();
        return new RegistryCheck.Claim(
                new UnifiedSocialCreditCode(
                        Folding.identifier(document.path("uscc").asText())),
                document.path("name").asText(),
                document.path("legalRepName").asText(),
                new IdDocument(
                        kind,
                        Folding.identifier(document.path("legalRepIdNumber").asText())));
    }

    /** Whether the unit has no code in the registry, and goes on with the manual channel (ID-26). */
    boolean isManual(JsonNode document) {
        return this == IN_PROVINCE
                && EnrolmentForms.UNINCORPORATED.equals(RegistrationForm.text(document, "legalPersonType"));
    }
}
