package org.tongban.identity.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Logins;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.Codes;
import org.tongban.core.code.Proofs;
import org.tongban.core.form.Forms;
import org.tongban.core.me.ResetPassword;
import org.tongban.core.signin.ReachableAccounts;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.recovery.RecoveryRepository.RecoveryRow;
import org.tongban.identity.recovery.RecoveryViews.RecoveredAccount;

/**
 * Finds forgotten accounts of handlers again: a code to the account's phone, then the usernames, then a new password
 * (ID-30, ID-31). Before the code is right, all is as it would be for nobody (RL-10).
 */
@Singleton
class RecoverAccount {
    /** The kind of record that the trail has. */
    static final String RECORD = "identity/recovery";

    private final FindAccounts findAccounts;
    private final RecoveryRepository recoveries;
    private final ReachableAccounts reachable;
    private final ResetPassword resetPassword;
    private final Accounts accounts;
    private final OrganisationDirectory directory;
    private final Captchas captchas;
    private final Proofs proofs;
    private final Forms forms;
    private final Transactions transactions;
    private final SystemClock clock;
    private final AuditTrail audit;

    RecoverAccount(
            FindAccounts findAccounts,
            RecoveryRepository recoveries,
            ReachableAccounts reachable,
            ResetPassword resetPassword,
            Accounts accounts,
            OrganisationDirectory directory,
            Captchas captchas,
            Proofs proofs,
            Forms forms,
            Transactions transactions,
            SystemClock clock,
            AuditTrail audit) {
        this.findAccounts = findAccounts;
        this.recoveries = recoveries;
        this.reachable = reachable;
        this.resetPassword = resetPassword;
        this.accounts = accounts;
        this.directory = directory;
        this.captchas = captchas;
        this.proofs = proofs;
        this.forms = forms;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** Sends a code to the phone of what the form names, or does the same for nobody; the captcha is used up. */
    Codes.Sent ask(JsonNode form) {
        var wrong = forms.submit(IdentityModule.RECOVERY_FORM).check(form);
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
        var captcha = form.path("captcha");
        captchas.consume(new SolvedCaptcha(
                UUID.fromString(captcha.path("id").asText()),
                captcha.path("answer").asText()));
        return transactions.write(() -> {
            var found = findAccounts.find(form);
            var sent = reachable.send(
                    IdentityRealms.RECOVER,
                    IdentityRealms.HANDLER,
                    findAccounts.named(form),
                    found.isEmpty() ? null : found.getFirst(),
                    true);
            recoveries.insert(sent.id(), found.stream().map(UUID::toString).toArray(String[]::new), clock.now());
            audit.record(RECORD, sent.id(), Map.of("method", form.path("method").asText()));
            return sent;
        });
    }

    /** The accounts that were found, for who proves that the phone is theirs; the proof stays good. */
    List<RecoveredAccount> show(String proof) {
        return transactions.write(() -> {
            var recovery = recovery(proof);
            var phone = accounts.phone(UUID.fromString(recovery.accounts()[0]));
            var shown = open(recovery)
                    .map(account -> new RecoveredAccount(
                            account.login(),
                            organisation(account),
                            accounts.phone(account.id()).equals(phone)))
                    .toList();
            audit.record(RECORD, recovery.id(), Map.of("accounts", shown.size()));
            return shown;
        });
    }

    /** Gives one of them a new password, once; to be called with no transaction open: the password is hashed. */
    void complete(String proof, String username, String password) {
        boolean found = transactions.read(
                () -> open(recovery(proof)).anyMatch(account -> account.login().equals(Logins.canonical(username))));
        if (!found || !resetPassword.reset(IdentityRealms.RECOVER, IdentityRealms.HANDLER, username, proof, password)) {
            throw DomainException.of(CodeError.PROOF_REFUSED);
        }
    }

    /** What the code was sent for that the proof stands for; a proof of anything else is none. */
    private RecoveryRow recovery(String proof) {
        return proofs.holder(proof, IdentityRealms.RECOVER)
                .flatMap(recoveries::find)
                .filter(recovery -> recovery.accounts().length > 0)
                .orElseThrow(() -> DomainException.of(CodeError.PROOF_REFUSED));
    }

    private Stream<Account> open(RecoveryRow recovery) {
        return Stream.of(recovery.accounts())
                .map(UUID::fromString)
                .flatMap(id -> accounts.find(id).stream())
                .filter(Account::active);
    }

    private String organisation(Account account) {
        var id = account.organisation();
        return id == null ? "" : directory.find(id).map(Organisation::name).orElse("");
    }
}
