package org.tongban.identity.user;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Finds the accounts of handlers; joins the transaction under way. {@link HandlerAccountMoves} changes them. */
@Singleton
public class HandlerAccounts {
    private final HandlerAccountRepository repository;
    private final SealedHandlers sealed;

    HandlerAccounts(HandlerAccountRepository repository, SealedHandlers sealed) {
        this.repository = repository;
        this.sealed = sealed;
    }

    /** Lets changes of who decides in an organisation, and of its phones, come one after the other. */
    public void lockOrganisation(UUID organisation) {
        repository.lockOrganisation(organisation.getLeastSignificantBits());
    }

    /** The accounts of these ids. */
    public List<HandlerAccount> all(List<UUID> ids) {
        var wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        return repository.all(wanted).stream().map(sealed::open).toList();
    }

    /**
     * An organisation's accounts older than one, newest first.
     *
     * @param state null for all
     */
    public List<HandlerAccount> below(UUID organisation, @Nullable UserState state, UUID edge, int most) {
        return repository.below(organisation, state == null ? "" : state.code(), edge, most).stream()
                .map(sealed::open)
                .toList();
    }

    /** The same newer than one, oldest first. */
    public List<HandlerAccount> above(UUID organisation, @Nullable UserState state, UUID edge, int most) {
        return repository.above(organisation, state == null ? "" : state.code(), edge, most).stream()
                .map(sealed::open)
                .toList();
    }

    /** The account of an id. */
    public Optional<HandlerAccount> find(UUID id) {
        return repository.ofId(id).map(sealed::open);
    }

    /** The same, which stays as it is until the transaction ends. */
    public Optional<HandlerAccount> lock(UUID id) {
        return repository.lock(id).map(sealed::open);
    }

    /** The caller's own account. */
    public HandlerAccount own(Caller caller) {
        return find(caller.account()).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Whether an account of the organisation, a waiting one included, has the phone (ID-16). */
    public boolean isPhoneTaken(UUID organisation, String phone) {
        return repository.isPhoneTaken(organisation, sealed.phone(phone));
    }

    /** The active accounts that may decide on others of their organisation (ID-15). */
    public List<HandlerAccount> deciding(UUID organisation) {
        return repository.deciding(organisation).stream().map(sealed::open).toList();
    }

    /** The accounts of these organisations with this phone, in E.164, those that work first (ID-31). */
    public List<UUID> ofPhone(List<UUID> organisations, String phone) {
        return repository.ofPhone(texts(organisations), sealed.phone(phone));
    }

    /** The same with this document. */
    public List<UUID> ofNumber(List<UUID> organisations, IdDocument document) {
        return repository.ofNumber(texts(organisations), sealed.number(document));
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
