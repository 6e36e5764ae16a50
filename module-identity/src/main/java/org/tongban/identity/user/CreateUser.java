package org.tongban.identity.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Registration;
import org.tongban.core.account.Registration.OwnData;
import org.tongban.core.agreement.AcceptedAgreement;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.RegistrationForm;
import org.tongban.identity.user.HandlerAccountMoves.Handler;

/**
 * Checks and opens the account of a handler by the fields {@code username}, {@code emailProof}, {@code password},
 * {@code handlerName}, {@code handlerIdType}, {@code handlerIdNumber}, {@code landline}, {@code phone} and
 * {@code phoneProof}, whichever form has them (ID-12, Fields 2.2).
 */
@Singleton
public class CreateUser {
    private final Registration registration;
    private final Accounts accounts;
    private final HandlerAccountMoves moves;
    private final BusinessClock clock;
    private final boolean refusesOwnData;

    CreateUser(
            Registration registration,
            Accounts accounts,
            HandlerAccountMoves moves,
            BusinessClock clock,
            @Value("${platform.identity.handler.refuse-own-data-in-password:false}") boolean refusesOwnData) {
        this.registration = registration;
        this.accounts = accounts;
        this.moves = moves;
        this.clock = clock;
        this.refusesOwnData = refusesOwnData;
    }

    /**
     * A user who has been checked, with the password hashed. {@link #toString} says nothing of it.
     *
     * @param advice what had better not stand in the password
     */
    public record Prepared(
            Registration.Prepared registration,
            String name,
            IdDocument document,
            @Nullable String landline,
            List<Violation> advice) {
        @Override
        public String toString() {
            return "Prepared[]";
        }
    }

    /** The account of the platform that was opened, and whose it is. */
    public record Opened(Account account, HandlerAccount handler) {}

    /**
     * Refuses all that can be told without telling who has an account, at once, by {@code registration-refused}. To be
     * called with no transaction open: the password is hashed.
     *
     * @param found what the form's schema and the channel find wrong
     * @param purpose what the codes to phone and e-mail are asked for
     * @param accepted the agreements that the caller has accepted, in this form or before it
     */
    public Prepared prepare(JsonNode form, List<Violation> found, String purpose, List<AcceptedAgreement> accepted) {
        var asked = RegistrationForm.read(
                        IdentityRealms.HANDLER, purpose, RegistrationForm.text(form, "username"), form)
                .withAgreements(accepted);
        var document = document(form);
        var name = form.path("handlerName").asText();
        var inPassword = OwnDataInPassword.find(asked.password(), name, document);
        var prepared = registration.prepare(asked, found, new OwnData(inPassword, refusesOwnData));
        return new Prepared(
                prepared,
                name,
                document.orElseThrow(() -> new IllegalArgumentException("the form lets any number pass as a document")),
                Optional.ofNullable(RegistrationForm.text(form, "landline"))
                        .map(Folding::identifier)
                        .orElse(null),
                prepared.advice());
    }

    /** The same by a form that has the agreement itself, at {@code /agreement}. */
    public Prepared prepare(JsonNode form, List<Violation> found, String purpose) {
        return prepare(form, found, purpose, RegistrationForm.agreements(form));
    }

    /**
     * Opens the account before its gate, in the transaction under way, which uses up the proofs of phone and e-mail.
     *
     * @throws org.tongban.core.web.DomainException {@code proof-refused}, {@code login-taken},
     *     {@code phone-taken-in-organisation}
     */
    public Opened open(Prepared prepared, UUID organisation) {
        var account = registration.complete(prepared.registration().of(null, organisation));
        var phone = accounts.phone(account.id()).orElseThrow();
        var handler = new Handler(prepared.name(), prepared.document(), phone, prepared.landline());
        return new Opened(account, moves.add(account.id(), organisation, handler));
    }

    private Optional<IdDocument> document(JsonNode form) {
        return IdDocument.Kind.of(form.path("handlerIdType").asText())
                .map(kind -> IdDocument.parse(kind, form.path("handlerIdNumber").asText(), clock.today()))
                .flatMap(Parsed::value);
    }
}
