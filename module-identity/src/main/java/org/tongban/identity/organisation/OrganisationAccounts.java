package org.tongban.identity.organisation;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** The organisations with an account of their own; joins the transaction under way. */
@Singleton
public class OrganisationAccounts {
    private static final String NUMBER = "identity.organisation.legal_rep_number";
    private static final String LANDLINE = "identity.organisation.landline";

    private final OrganisationRepository repository;
    private final MasterKey masterKey;
    private final BusinessClock clock;

    OrganisationAccounts(OrganisationRepository repository, MasterKey masterKey, BusinessClock clock) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Adds what an organisation says of itself (ID-5): that it has one account is the account's login's to see to. */
    void add(
            UUID id,
            UUID account,
            String type,
            IdDocument representative,
            Optional<String> address,
            String landline,
            boolean awaitsReview) {
        repository.insert(
                id,
                account,
                type,
                representative.kind().code(),
                masterKey.seal(representative.value(), NUMBER + id).bytes(),
                address.orElse(null),
                landline.isEmpty()
                        ? new byte[0]
                        : masterKey.seal(landline, LANDLINE + id).bytes(),
                awaitsReview,
                clock.now());
    }

    /**
     * Notes who represents an organisation that another channel brings; one that is known already stays as it is (ID-9).
     *
     * @param type null where the channel does not ask for it
     */
    public void note(UUID id, @Nullable String type, IdDocument representative) {
        repository.note(
                id,
                type,
                representative.kind().code(),
                masterKey.seal(representative.value(), NUMBER + id).bytes(),
                clock.now());
    }

    /** The organisation that the caller's account is of. */
    public OrganisationAccount own(Caller caller) {
        return repository
                .ofId(organisation(caller))
                .map(this::opened)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** The same, which stays as it is until the transaction ends. */
    public OrganisationAccount lockOwn(Caller caller) {
        return repository
                .lock(organisation(caller))
                .map(this::opened)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Gives an organisation another representative. */
    public void setRepresentative(UUID id, IdDocument representative) {
        repository.setRepresentative(
                id,
                representative.kind().code(),
                masterKey.seal(representative.value(), NUMBER + id).bytes());
    }

    /** Changes type and address, as far as they are given. */
    public void change(UUID id, @Nullable String type, @Nullable String address) {
        repository.change(id, type, address);
    }

    /**
     * Whether an officer is to look at the organisation before it has any business. To be asked with its row or its link
     * locked: the decision takes both.
     */
    public boolean awaitsReview(UUID id) {
        return repository.awaitsReview(id).orElseThrow();
    }

    /** Notes that an officer has looked at it, and answers its account. */
    public UUID decideReview(UUID id) {
        repository.endReview(id);
        return Optional.ofNullable(of(id).account()).orElseThrow();
    }

    /** The organisation of an id that a record of the module holds. */
    public OrganisationAccount of(UUID id) {
        return repository.ofId(id).map(this::opened).orElseThrow();
    }

    private static UUID organisation(Caller caller) {
        return Optional.ofNullable(caller.organisation()).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private OrganisationAccount opened(OrganisationRepository.OrganisationRow row) {
        return new OrganisationAccount(
                row.id(),
                row.account(),
                row.legalPersonType(),
                new IdDocument(
                        IdDocument.Kind.of(row.legalRepIdType()).orElseThrow(),
                        masterKey.openText(Encrypted.of(row.legalRepNumber()), NUMBER + row.id())),
                row.address(),
                landline(row),
                row.version());
    }

    private @Nullable String landline(OrganisationRepository.OrganisationRow row) {
        return row.landline().length == 0
                ? null
                : masterKey.openText(Encrypted.of(row.landline()), LANDLINE + row.id());
    }
}
