package org.tongban.core.signin;

import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.AccountError;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.code.Codes;
import org.tongban.core.code.Proofs;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/**
 * A code to the account's phone beside its password, in realms whose module has the setting
 * {@code platform.<module>.<realm>.second-factor} on (ID-12). A known device needs one too, unless
 * {@code platform.<module>.<realm>.second-factor-once-per-device} is on as well. An account without phone and confirmed e-mail signs
 * in by its password alone: there is nothing to send a code to.
 */
@Singleton
class SecondFactor {
    private static final String WANTED = "second-factor";
    private static final String ONCE_PER_DEVICE = "second-factor-once-per-device";

    private final ModuleRegistry modules;
    private final PropertyResolver settings;
    private final ReachableAccounts accounts;
    private final KnownDevices devices;
    private final Codes codes;
    private final Proofs proofs;
    private final Transactions transactions;

    SecondFactor(
            ModuleRegistry modules,
            PropertyResolver settings,
            ReachableAccounts accounts,
            KnownDevices devices,
            Codes codes,
            Proofs proofs,
            Transactions transactions) {
        this.modules = modules;
        this.settings = settings;
        this.accounts = accounts;
        this.devices = devices;
        this.codes = codes;
        this.proofs = proofs;
        this.transactions = transactions;
    }

    /** Whether the account needs a code beside its password. */
    boolean isWanted(Account account, @Nullable String device) {
        if (!isOn(account.realm(), WANTED) || accounts.target(account.id()).isEmpty()) {
            return false;
        }
        boolean spared = isOn(account.realm(), ONCE_PER_DEVICE)
                && devices.find(account.id(), device).isPresent();
        return !spared;
    }

    /** Whether the proof is one of this account's own phone; it is used up in the transaction under way. */
    boolean isProved(Account account, String proof) {
        return proofs.take(proof, CodePurposes.SECOND_FACTOR, account.realm(), null)
                .filter(target -> accounts.isOf(account.id(), target))
                .isPresent();
    }

    /**
     * Sends a code and answers the refusal that names it.
     *
     * @throws DomainException {@code code-limit}
     */
    DomainException ask(Account account) {
        var sent = transactions.write(() -> codes.send(
                CodePurposes.SECOND_FACTOR,
                account.realm(),
                accounts.target(account.id()).orElse(null),
                null));
        return DomainException.of(AccountError.SECOND_FACTOR_REQUIRED)
                .with("verification", sent.id())
                .with("expiresIn", sent.lifetime().toSeconds());
    }

    private boolean isOn(String realm, String setting) {
        return modules.modules().stream()
                .filter(module -> module.declarations().realms().stream()
                        .anyMatch(declared -> declared.id().equals(realm)))
                .anyMatch(module -> settings.getProperty(
                                "platform." + module.descriptor().id() + "." + realm + "." + setting, Boolean.class)
                        .orElse(false));
    }
}
