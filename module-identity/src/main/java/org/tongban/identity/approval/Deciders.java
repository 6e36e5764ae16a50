package org.tongban.identity.approval;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Persons;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.credential.CredentialDeclarations;
import org.tongban.identity.credential.CredentialSessions;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;
import org.tongban.identity.user.HandlerAccounts;

/**
 * Says who decides, by what is stored now and not by what a token says: authority that is withdrawn, or a serial that is
 * revoked, counts at once (ID-15). Joins the transaction under way.
 */
@Singleton
public class Deciders {
    /** What a face verification is started for that is to stand for an approval. */
    public static final String PURPOSE = "identity.approval";

    private final HandlerAccounts accounts;
    private final CredentialSessions credentials;
    private final People people;
    private final Persons persons;
    private final FaceVerification faces;

    Deciders(
            HandlerAccounts accounts,
            CredentialSessions credentials,
            People people,
            Persons persons,
            FaceVerification faces) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.people = people;
        this.persons = persons;
        this.faces = faces;
    }

    /**
     * Who decides by this call.
     *
     * @throws DomainException {@link IdentityError#NOT_AN_APPROVER} where the account may not, {@code account-awaiting} where
     *     it is not active, {@code not-found} where it is no handler's
     */
    public Decider require(Caller caller) {
        if (caller.realm().equals(CredentialDeclarations.REALM)) {
            return credentials
                    .find(caller.session())
                    .map(Decider.OfCredential::new)
                    .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        }
        var own = accounts.own(caller);
        if (!own.isActive()) {
            throw DomainException.of(AccountError.ACCOUNT_AWAITING).with("link", IdentityRealms.OWN_ACCOUNT);
        }
        if (!own.authority().decides()) {
            throw DomainException.of(IdentityError.NOT_AN_APPROVER);
        }
        return new Decider.OfAccount(own);
    }

    /** The same for what changes an organisation: others that do wait until the transaction ends. */
    public Decider lock(Caller caller) {
        accounts.lockOrganisation(require(caller).organisation());
        return require(caller);
    }

    /**
     * Asks for the face of who decides, and for a document that has not expired where its validity is kept.
     *
     * @throws DomainException {@link IdentityError#CREDENTIAL_WITHOUT_HOLDER}, {@code id-expired},
     *     {@code face-not-verified}
     */
    void requireFace(Caller caller, Decider decider, UUID verification) {
        var holder = decider.holder().orElseThrow(() -> DomainException.of(IdentityError.CREDENTIAL_WITHOUT_HOLDER));
        persons.requireValidId(decider.person());
        people.ofNumber(holder.document().value())
                .filter(known -> known.document().equals(holder.document()))
                .map(Person::id)
                .ifPresent(persons::requireValidId);
        faces.consume(
                new Owner.Account(caller.account()),
                verification,
                new FaceVerification.Person(PURPOSE, holder.name(), holder.document()),
                "/faceVerification");
    }
}
