package org.tongban.identity.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.UnitCode;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.message.Masked;
import org.tongban.core.web.Violation;
import org.tongban.identity.RegistrationForm;

/** What a form of the manual channel says, folded and let pass by its schema. {@link #toString} says nothing of it. */
record ManualDocument(ManualKind kind, JsonNode json) {
    /** What opens the account and is not kept. */
    private static final List<String> OF_ACCOUNT =
            List.of("phoneProof", "faceVerification", "agreement", "emailProof", "password", "captcha");

    private static final int PROVINCE_AT = 2;
    private static final int PROVINCE_DIGITS = 2;

    /** The document of a form that was just handed in. */
    static ManualDocument kept(ManualKind kind, JsonNode form) {
        ObjectNode kept = form.deepCopy();
        return new ManualDocument(kind, kept.remove(OF_ACCOUNT));
    }

    /** The same with other data of the unit; who the handler is stays, since face and phone have proved that. */
    ManualDocument corrected(JsonNode unit) {
        ObjectNode whole = json.deepCopy();
        whole.remove(List.copyOf(correctable()));
        correctable().stream().filter(unit::has).forEach(field -> whole.set(field, unit.path(field)));
        return new ManualDocument(kind, whole);
    }

    /** What may be other at a resubmission. */
    Set<String> correctable() {
        var fields = new HashSet<String>(
                switch (kind) {
                    case NON_MAINLAND -> List.of("nameZh", "nameEn", "country", "registrationNumber");
                    case PROJECT -> List.of("ethnicGroup", "projectName", "projectCode");
                });
        kind.files().forEach(field -> fields.add(field.name()));
        return fields;
    }

    /** Whether a violation is that of a field which opened the account and is asked for no more. */
    static boolean isOfAccount(Violation violation) {
        return OF_ACCOUNT.stream().anyMatch(field -> violation.pointer().equals("/" + field));
    }

    /** What the unit is called, as its papers have it. */
    String name() {
        return switch (kind) {
            case NON_MAINLAND -> text("nameZh") + "(" + text("nameEn") + ")";
            case PROJECT -> text("projectName");
        };
    }

    /** What the unit is known by over all programmes (ID-9). */
    UnitCode code() {
        return switch (kind) {
            case PROJECT -> new UnitCode.Project(text("projectCode"));
            case NON_MAINLAND -> {
                var country = RegistrationForm.text(json, "country");
                var number = number();
                yield country == null || number == null ? new UnitCode.None() : new UnitCode.Foreign(country, number);
            }
        };
    }

    /** The number in a register outside the mainland; null where none was told. */
    @Nullable
    String number() {
        return RegistrationForm.text(json, "registrationNumber");
    }

    /** The province whose officers compare the papers: that in the project's code; null for the whole country's. */
    @Nullable
    String region() {
        if (kind == ManualKind.NON_MAINLAND) {
            return null;
        }
        var province = text("projectCode").substring(PROVINCE_AT, PROVINCE_AT + PROVINCE_DIGITS);
        return province.chars().allMatch(digit -> digit >= '0' && digit <= '9') ? province + "0000" : null;
    }

    String handlerName() {
        return text("handlerName");
    }

    IdDocument handlerDocument() {
        return new IdDocument(IdDocument.Kind.of(text("handlerIdType")).orElseThrow(), text("handlerIdNumber"));
    }

    /** The handler's phone in E.164. */
    String phone() {
        return MainlandMobile.parse(text("phone")).value().orElseThrow().value();
    }

    /** The same as others than the handler see it. */
    ObjectNode masked() {
        ObjectNode shown = json.deepCopy();
        shown.put("handlerIdNumber", handlerDocument().masked()).put("phone", Masked.phone(phone()));
        if (shown.has("email")) {
            shown.put("email", Masked.email(text("email")));
        }
        return shown;
    }

    private String text(String field) {
        return json.path(field).asText();
    }

    @Override
    public String toString() {
        return "ManualDocument[" + kind + "]";
    }
}
