package org.tongban.core.account;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.ContactRepository.ReachRow;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.message.Masked;
import org.tongban.core.web.Columns;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/** The phones and e-mails of accounts: stored sealed, found by blind index, unique where the realm says so (CO-20). */
@Singleton
public class Contacts {
    private static final String PHONE = "core.account.phone";
    private static final String EMAIL = "core.account.email";

    private final ContactRepository repository;
    private final Realms realms;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final ApplicationEventPublisher<PhoneChanging> changing;

    Contacts(
            ContactRepository repository,
            Realms realms,
            MasterKey masterKey,
            Transactions transactions,
            ApplicationEventPublisher<PhoneChanging> changing) {
        this.repository = repository;
        this.realms = realms;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.changing = changing;
    }

    /** The phone of an account in clear, in E.164. */
    public Optional<String> phone(UUID account) {
        return Optional.ofNullable(addressesOf(account).phone());
    }

    /**
     * By what an account signs in, and the phone that reaches it.
     *
     * @param phone masked
     */
    public record Reach(String login, @Nullable String phone) {}

    /**
     * Where an account is told something, in clear.
     *
     * @param phone in E.164; null where it has none
     * @param email null where no mailed code has confirmed one
     */
    public record Addresses(
            @Nullable String phone, @Nullable String email) {
        private static final Addresses NONE = new Addresses(null, null);
    }

    /** Where these accounts are told something: one question, however many they are. */
    public Map<UUID, Addresses> addresses(Set<UUID> accounts) {
        var found = new HashMap<UUID, Addresses>();
        accounts.forEach(account -> found.put(account, Addresses.NONE));
        if (!accounts.isEmpty()) {
            transactions
                    .read(() -> repository.addresses(Columns.of(accounts)))
                    .forEach(row -> found.put(
                            row.id(),
                            new Addresses(
                                    row.phone().isEmpty() ? null : opened(row.phone(), PHONE + row.id()),
                                    row.email().isEmpty() ? null : opened(row.email(), EMAIL + row.id()))));
        }
        return found;
    }

    private Addresses addressesOf(UUID account) {
        return addresses(Set.of(account)).getOrDefault(account, Addresses.NONE);
    }

    /** How these accounts are reached, for lists: one question, however many they are. */
    public Map<UUID, Reach> reaches(List<UUID> accounts) {
        var ids = accounts.stream().map(UUID::toString).toArray(String[]::new);
        return transactions.read(() -> repository.reaches(ids)).stream()
                .collect(Collectors.toMap(ReachRow::id, row -> new Reach(row.login(), masked(row))));
    }

    private @Nullable String masked(ReachRow row) {
        return row.phone().isEmpty() ? null : Masked.phone(opened(row.phone(), PHONE + row.id()));
    }

    /** The e-mail of an account in clear, confirmed or not. */
    public Optional<String> email(UUID account) {
        return transactions.read(() -> repository.email(account)).map(hex -> opened(hex, EMAIL + account));
    }

    /** The e-mail of an account in clear, if a mailed code has confirmed it. */
    public Optional<String> confirmedEmail(UUID account) {
        return Optional.ofNullable(addressesOf(account).email());
    }

    /**
     * Gives an account a phone that its owner has proved; {@link AccountError#PHONE_TAKEN} where another has it. Modules hear
     * of it by {@link PhoneChanging} before, and may refuse it too.
     *
     * @param phone in E.164
     */
    public void setPhone(Account account, String phone) {
        boolean unique = isUnique(account.realm(), LoginIdentifier.PHONE);
        var index = phoneIndex(phone);
        transactions.write(() -> {
            requireOwnWayIn(account);
            changing.publishEvent(new PhoneChanging(account.id(), account.realm(), phone));
            repository.lock(ByteBuffer.wrap(index).getLong());
            if (unique && repository.hasPhone(account.realm(), index, account.id())) {
                throw DomainException.of(AccountError.PHONE_TAKEN);
            }
            repository.setPhone(account.id(), sealedPhone(account.id(), phone), index, unique);
            return account;
        });
    }

    /** Whether the account could have the phone; where it is unique in the realm it stays so until the transaction ends. */
    public boolean mayHavePhone(Account account, String phone) {
        return !isUnique(account.realm(), LoginIdentifier.PHONE)
                || !isPhoneTaken(account.realm(), phoneIndex(phone), account.id());
    }

    /** Gives an account an e-mail that a mailed code has confirmed; {@link AccountError#EMAIL_TAKEN} where another has it. */
    public void confirmEmail(Account account, String address, Instant at) {
        boolean unique = isUnique(account.realm(), LoginIdentifier.EMAIL);
        var index = emailIndex(address);
        transactions.write(() -> {
            requireOwnWayIn(account);
            repository.lock(ByteBuffer.wrap(index).getLong());
            if (unique && repository.hasEmail(account.realm(), index, account.id())) {
                throw DomainException.of(AccountError.EMAIL_TAKEN);
            }
            repository.setEmail(account.id(), sealedEmail(account.id(), address), index, unique, at);
            return account;
        });
    }

    /**
     * Whether the account was still active, and is closed now.
     *
     * @param realm its realm: the phone stays taken where that keeps phones, and what is kept of it is the blind index; a login
     *     that is the code of whose account it is, is free again, and one that is a phone or a mailbox
     */
    boolean close(Account account, AccountRealm realm) {
        boolean freesLogin =
                realm.logins().contains(LoginIdentifier.CODE) || UsernameRules.looksLikeContact(account.login());
        return repository.close(account.id(), realm.keepsPhones(), freesLogin) > 0;
    }

    boolean free(UUID account) {
        return repository.freePhone(account) > 0;
    }

    boolean isUnique(String realm, LoginIdentifier identifier) {
        return realms.find(realm)
                .map(found -> found.unique().contains(identifier))
                .orElse(false);
    }

    byte[] phoneIndex(String phone) {
        return masterKey.blindIndex(phone, PHONE);
    }

    byte[] emailIndex(String address) {
        return masterKey.blindIndex(address, EMAIL);
    }

    byte[] sealedPhone(UUID account, String phone) {
        return masterKey.seal(phone, PHONE + account).bytes();
    }

    byte[] sealedEmail(UUID account, String address) {
        return masterKey.seal(address, EMAIL + account).bytes();
    }

    /** Makes others that want the same phone wait, and tells whether somebody has it. */
    boolean isPhoneTaken(String realm, byte[] phoneIndex, UUID but) {
        repository.lock(ByteBuffer.wrap(phoneIndex).getLong());
        return repository.hasPhone(realm, phoneIndex, but);
    }

    /** A code to a phone or a mailbox would be a second way into what only a credential opens (ID-15). */
    private void requireOwnWayIn(Account account) {
        if (!repository.signsInItself(account.id())) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
    }

    private String opened(String hex, String place) {
        return masterKey.openText(Encrypted.of(HexFormat.of().parseHex(hex)), place);
    }
}
