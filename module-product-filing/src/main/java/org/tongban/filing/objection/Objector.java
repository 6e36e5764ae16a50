package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.code.Target;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.message.Masked;
import org.tongban.core.module.Title;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/**
 * Who objects; nothing of it is ever shown to the unit (PF-61).
 *
 * @param phone in E.164, as typed
 * @param email as typed, in lower case
 * @param phoneProven whether the phone is, which is told of the result; else it is the mailbox (CO-25)
 */
record Objector(
        String name,
        @Nullable String contactName,
        String phone,
        String email,
        @Nullable String idNumber,
        @Nullable String uscc,
        boolean phoneProven) {
    /** What is kept of one who is forgotten (CO-59). */
    static final Objector FORGOTTEN = new Objector("", null, "", "", null, null, false);

    /** Where the form of an objection says who objects. */
    static final List<String> FIELDS =
            List.of("objectorName", "contactName", "phone", "email", "objectorIdNumber", "objectorUscc");

    private static final String ID_NUMBER = "objectorIdNumber";
    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH = 12;
    /** A text of this length alone says nothing of anybody. */
    private static final int TELLING = 2;

    /** As typed into a form that its schema let pass. */
    static Objector of(JsonNode typed, String phone, boolean phoneProven) {
        return new Objector(
                typed.path("objectorName").asText(),
                text(typed, "contactName"),
                phone,
                Target.Email.parse(typed.path("email").asText())
                        .value()
                        .map(Target.Email::address)
                        .orElseThrow(),
                text(typed, ID_NUMBER),
                text(typed, "objectorUscc"),
                phoneProven);
    }

    /** As {@link #sealed} wrote it. */
    static Objector opened(JsonNode kept) {
        return new Objector(
                kept.path("name").asText(),
                text(kept, "contactName"),
                kept.path("phone").asText(),
                kept.path("email").asText(),
                text(kept, "idNumber"),
                text(kept, "uscc"),
                kept.path("phoneProven").asBoolean(true));
    }

    /** By what whoever objects was reached; what is not proven may be anybody's. */
    enum Proof {
        PHONE("phone", new Title("手机号，以短信验证码验证", "The phone, by a code sent to it")),
        EMAIL("email", new Title("邮箱，以邮件验证码验证；手机号未经验证", "The mailbox, by a code sent to it; the phone is not proven"));

        /** What is told by it. */
        static final Title TITLE = new Title("异议人验证方式", "Proven of the objector");

        private final String code;
        private final Title title;

        Proof(String code, Title title) {
            this.code = code;
            this.title = title;
        }

        String code() {
            return code;
        }

        Title title() {
            return title;
        }
    }

    /** What is proven of them; empty of one who is forgotten. */
    Optional<Proof> proof() {
        return isForgotten() ? Optional.empty() : Optional.of(phoneProven ? Proof.PHONE : Proof.EMAIL);
    }

    /** What is proven of them, by which the limits count (PF-62): anybody may type the phone of another. */
    String proved() {
        return phoneProven ? phone : email;
    }

    boolean isForgotten() {
        return phone.isEmpty();
    }

    private static @Nullable String text(JsonNode document, String field) {
        var value = document.path(field).asText("");
        return value.isEmpty() ? null : value;
    }

    /** What is kept sealed. */
    ObjectNode sealed() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("contactName", contactName)
                .put("phone", phone)
                .put("email", email)
                .put("idNumber", idNumber)
                .put("uscc", uscc)
                .put("phoneProven", phoneProven);
    }

    /** The form as it is kept and shown to staff: personal data masked, what was used up left out. */
    ObjectNode masked(JsonNode typed) {
        ObjectNode shown = typed.deepCopy();
        shown.remove("phoneProof");
        shown.put("phone", Masked.phone(phone)).put("email", Masked.email(email));
        if (idNumber != null) {
            shown.put(ID_NUMBER, masked(idNumber));
        }
        return shown;
    }

    private static String masked(String number) {
        return number.length() < LONG_ENOUGH
                ? "****"
                : number.substring(0, SHOWN)
                        + "*".repeat(number.length() - 2 * SHOWN)
                        + number.substring(number.length() - SHOWN);
    }

    /**
     * What is wrong with a text that the unit is to read: it says who objects.
     *
     * @param pointer where it stands in the request
     */
    Optional<Violation> foundIn(String text, String pointer) {
        var searched = Folding.search(text);
        return identifying().stream().anyMatch(searched::contains)
                ? Optional.of(new Violation(
                        pointer,
                        "identifies",
                        new Title(
                                "其中有能识别异议人的内容（姓名、名称、电话、邮箱或证件号码），被异议单位将看到，请删去。",
                                "It says who objects, and the unit will read it: take that out.")))
                : Optional.empty();
    }

    /**
     * Refuses the reason of a decision that says who objects, or nothing: both are told it.
     *
     * @throws DomainException {@code invalid-input} at {@code /reason}
     */
    void requireTellable(String reason) {
        var wrong = reason.isBlank()
                ? Optional.of(
                        new Violation("/reason", "required", new Title("请写明理由。", "This decision needs a reason.")))
                : foundIn(reason, "/reason");
        wrong.ifPresent(found -> {
            throw DomainException.of(CoreError.INVALID_INPUT, List.of(found));
        });
    }

    private List<String> identifying() {
        var known = new ArrayList<String>();
        known.add(name);
        known.add(contactName == null ? "" : contactName);
        known.add(MainlandMobile.parse(phone)
                .value()
                .map(MainlandMobile::national)
                .orElse(phone));
        known.add(email);
        known.add(idNumber == null ? "" : idNumber);
        known.add(uscc == null ? "" : uscc);
        return known.stream()
                .map(Folding::search)
                .filter(folded -> folded.length() >= TELLING)
                .toList();
    }

    @Override
    public String toString() {
        return "Objector[" + Masked.phone(phone) + "]";
    }
}
