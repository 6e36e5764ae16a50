package org.tongban.core.publicdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;

/**
 * A form that anyone may fill in without an account (CO-30, PO-4). A portal asks it step by step from its schema; what
 * comes of it is up to the bean of {@link Handler} with the same form.
 *
 * @param form its id with version
 * @param rules what whoever fills it in is told before the first field: who may, by when, what happens then
 * @param about the record of a public collection that it is about; null where it is about none
 * @param proof the phone that is proven with it; null where none is
 * @param documented whether whoever handed it in may have a document of its receipt
 */
public record PublicForm(
        String form,
        Title title,
        List<Title> rules,
        @Nullable About about,
        @Nullable PhoneProof proof,
        boolean documented) {
    public PublicForm {
        rules = List.copyOf(rules);
    }

    /** A form about nothing in particular, with no phone to be proven. */
    public PublicForm(String form, Title title) {
        this(form, title, List.of(), null, null, false);
    }

    /**
     * Which record a form is about.
     *
     * @param collection the id of the public collection
     * @param field the property of the form that takes the record's id
     * @param action what leads to the form from the page of a record, say “I object”
     */
    public record About(String collection, String field, Title action) {}

    /**
     * How a phone is proven: by a code, which a captcha goes before (CO-25).
     *
     * @param realm the realm that has the purpose
     * @param phone the property of the form that names the phone
     * @param field the property that takes the proof
     * @param mailbox the property of the address to which the code goes for who can use no captcha; null where there is none
     */
    public record PhoneProof(
            String realm,
            String purpose,
            String phone,
            String field,
            @Nullable String mailbox) {}

    /** The same with what is to be known before. */
    public PublicForm withRules(Title... told) {
        return new PublicForm(form, title, List.of(told), about, proof, documented);
    }

    /** The same about a record of a public collection. */
    public PublicForm about(String collection, String field, Title action) {
        return new PublicForm(form, title, rules, new About(collection, field, action), proof, documented);
    }

    /** The same with a phone to be proven. */
    public PublicForm provenBy(String realm, String purpose, String phone, String field) {
        return new PublicForm(
                form, title, rules, about, new PhoneProof(realm, purpose, phone, field, null), documented);
    }

    /** The same, in which who can use neither form of the captcha proves the address in a property of the form (CO-25). */
    public PublicForm orByMailbox(String property) {
        var known = Objects.requireNonNull(proof);
        return new PublicForm(
                form,
                title,
                rules,
                about,
                new PhoneProof(known.realm(), known.purpose(), known.phone(), known.field(), property),
                documented);
    }

    /** The same with a document of its receipt, {@link Handler#receipt}. */
    public PublicForm withDocument() {
        return new PublicForm(form, title, rules, about, proof, true);
    }

    /**
     * What comes of a public form; one bean for each declared one. It stands on the use cases of the module's API: a portal
     * has no rule of its own. Thread-safe.
     */
    public interface Handler {
        /** The {@link PublicForm#form} that it serves. */
        String form();

        /**
         * Whether the form may be filled in about a record now: a sentence that says why, and until when; empty where it may
         * not. Called inside a read-only transaction, and never for a form that is about none.
         */
        Optional<Title> open(UUID record);

        /** Why a form that is not {@link #open} about a record is not; empty where there is nothing to say. As {@link #open}. */
        default Optional<Title> closed(UUID record) {
            return Optional.empty();
        }

        /**
         * What already stands against the form, whatever else is typed into it, told before files are uploaded: a sentence
         * that says why, and what to do; empty where nothing does. It may look at what only the holder of the proven phone
         * is told, and tells nothing where the proof is none. Called inside a read-only transaction.
         *
         * @param document as typed so far, with the proof where the form takes one
         */
        default Optional<Title> hindrance(JsonNode document) {
            return Optional.empty();
        }

        /**
         * Takes a form, in the transaction under way, and records in the audit trail what came of it.
         *
         * @param document as typed
         * @throws org.tongban.core.web.DomainException with every violation
         */
        Receipt submit(JsonNode document);

        /**
         * How it stands; empty where receipt and code do not belong together. Called inside a read-only transaction.
         *
         * @param code as it was shown with the receipt, however typed
         */
        Optional<Progress> follow(String receiptNumber, String code, Language language);

        /**
         * The document of the receipt, issued when it is first asked for, in the transaction under way; empty where receipt
         * and code do not belong together. Never called for a form that is not declared {@link PublicForm#withDocument}.
         *
         * @param code as for {@link #follow}
         */
        default Optional<UUID> receipt(String receiptNumber, String code) {
            return Optional.empty();
        }
    }

    /** Who said the same before. */
    public enum Before {
        /** The same phone or mailbox: its holder has the code, and is told the result. */
        OWN("own"),
        /** Another one: whoever fills in the form now has no code and is told nothing. */
        ANOTHERS("another");

        private final String code;

        Before(String code) {
            this.code = code;
        }

        /** Its name for machines. */
        public String code() {
            return code;
        }
    }

    /**
     * What whoever filled in a public form takes along.
     *
     * @param code by which it is followed, shown this once; null where the same was received before, whose receipt it is
     * @param before who said the same before; null where it is new
     */
    public record Receipt(
            String number, @Nullable String code, @Nullable Before before) {
        /** Of what is new. */
        public Receipt(String number, String code) {
            this(number, code, null);
        }

        @Override
        public String toString() {
            return "Receipt[" + number + "]";
        }
    }

    /**
     * How a public form stands that was filled in, for whoever has its code.
     *
     * @param about what it is about, by name; empty where it is about nothing
     * @param state the state's code, {@code stateTitle} its word, {@code meaning} what it means and what comes next
     * @param facts what else may be told, say the day of the decision and its reason
     */
    public record Progress(
            String number, String about, String state, Title stateTitle, Title meaning, List<Fact> facts) {
        /** A titled value, as a person reads it. */
        public record Fact(Title title, Title value) {}
    }
}
