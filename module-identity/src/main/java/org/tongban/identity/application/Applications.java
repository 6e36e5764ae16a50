package org.tongban.identity.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.SealedHandlers;

/** The applications of handlers; joins the transaction under way. */
@Singleton
public class Applications {
    private final ApplicationRepository repository;
    private final SealedHandlers sealed;
    private final BusinessClock clock;

    Applications(ApplicationRepository repository, SealedHandlers sealed, BusinessClock clock) {
        this.repository = repository;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * Asks for an account whose person the face has proved.
     *
     * @throws DomainException {@link IdentityError#APPLICATION_PENDING} (ID-17)
     */
    public HandlerApplication add(HandlerAccount account) {
        var id = Ids.next();
        int added = repository.insert(
                id, account.id(), account.organisation(), sealed.number(account.document()), clock.now());
        if (added == 0) {
            throw DomainException.of(IdentityError.APPLICATION_PENDING);
        }
        return repository.ofId(id).orElseThrow();
    }

    /** Stores a decision, by a person or by time. */
    public HandlerApplication decide(
            HandlerApplication application,
            ApplicationMove move,
            IdentityActor by,
            @Nullable String who,
            @Nullable String why) {
        var decided = application.decided(move, by, who, why, clock.now(), clock.today());
        repository.store(decided);
        return decided;
    }

    /** The application of an id. */
    public Optional<HandlerApplication> find(UUID id) {
        return repository.ofId(id);
    }

    /**
     * An organisation's applications older than one, newest first.
     *
     * @param state null for all
     */
    public List<HandlerApplication> below(UUID organisation, @Nullable ApplicationState state, UUID edge, int most) {
        return repository.below(organisation, state == null ? "" : state.code(), edge, most);
    }

    /** The same newer than one, oldest first. */
    public List<HandlerApplication> above(UUID organisation, @Nullable ApplicationState state, UUID edge, int most) {
        return repository.above(organisation, state == null ? "" : state.code(), edge, most);
    }

    /** The application of an id, which stays as it is until the transaction ends. */
    public Optional<HandlerApplication> lock(UUID id) {
        return repository.lock(id);
    }

    /** The application of a person to an organisation that nobody has decided on (ID-17, ID-19). */
    public Optional<HandlerApplication> pending(UUID organisation, IdDocument document) {
        return repository.pending(organisation, sealed.number(document));
    }

    /** The latest application of an account. */
    public Optional<HandlerApplication> latest(UUID account) {
        return repository.latest(account);
    }

    /** Pending ones from before a moment, the oldest first. */
    public List<HandlerApplication> waiting(Instant before, int limit) {
        return repository.waiting(before, limit);
    }

    /** Those of them of which nobody has been reminded. */
    public List<HandlerApplication> unreminded(Instant before, int limit) {
        return repository.unreminded(before, limit);
    }

    /** Notes that those who decide have been reminded. */
    public void noteReminded(UUID id) {
        repository.noteReminded(id, clock.now());
    }

    /** How often an organisation has rejected a person today (ID-18). */
    public int rejectedToday(UUID organisation, IdDocument document) {
        return repository.rejected(organisation, sealed.number(document), clock.today());
    }
}
