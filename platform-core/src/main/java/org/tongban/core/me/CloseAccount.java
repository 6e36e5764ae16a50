package org.tongban.core.me;

import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.AccountHolds;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.Realms;
import org.tongban.core.module.Language;
import org.tongban.core.review.list.OpenCases;
import org.tongban.core.signin.KnownDevices;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.internal.Exchange;

/**
 * Closes an account at its owner's wish (CO-24b): phone and e-mail are forgotten and free for others, the login stays taken.
 * What is in review keeps it open, and what modules say.
 */
@Singleton
class CloseAccount {
    private final Credentials credentials;
    private final Accounts accounts;
    private final PasswordAgain passwordAgain;
    private final KnownDevices devices;
    private final OpenCases openCases;
    private final AccountHolds holds;
    private final Transactions transactions;
    private final AuditTrail audit;

    CloseAccount(
            Credentials credentials,
            Accounts accounts,
            PasswordAgain passwordAgain,
            KnownDevices devices,
            OpenCases openCases,
            AccountHolds holds,
            Transactions transactions,
            AuditTrail audit) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.passwordAgain = passwordAgain;
        this.devices = devices;
        this.openCases = openCases;
        this.holds = holds;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Whether the password was right; a wrong one is recorded. {@link AccountError#OPEN_BUSINESS} names what is open. */
    boolean close(UUID id, String password) {
        var account = credentials.find(id).orElseThrow();
        if (account.realm().equals(Realms.STAFF)) {
            // An administrator does: there must be one left.
            throw DomainException.of(CoreError.FORBIDDEN);
        }
        requireNothingOpen(id);
        var typed = passwordAgain.type(account, password);
        return transactions.write(() -> {
            if (passwordAgain.settle(typed).isEmpty()) {
                return false;
            }
            requireNothingOpen(id);
            accounts.close(id);
            devices.forget(id);
            audit.record("platform/account", id, Map.of());
            return true;
        });
    }

    private static Language language() {
        return ServerRequestContext.currentRequest().map(Exchange::language).orElse(Language.ZH);
    }

    private void requireNothingOpen(UUID account) {
        var cases = openCases.of(account).stream().map(one -> Map.of("number", one.number(), "title", one.title()));
        var held = holds.of(account).stream().map(title -> Map.of("title", title.in(language())));
        var open = Stream.concat(cases, held).toList();
        if (!open.isEmpty()) {
            throw DomainException.of(AccountError.OPEN_BUSINESS).with("business", open);
        }
    }
}
