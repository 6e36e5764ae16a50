package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongban.core.account.Account;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.Realms;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.agreement.Agreements;
import org.tongban.core.module.Language;

/**
 * Says what an account has to do before its tokens permit anything else (CO-23, CO-33): accept the agreements of its realm,
 * and choose a password where it has none of its own. Sample accounts are spared the agreements.
 */
@Singleton
public class FirstSteps {
    private final Realms realms;
    private final Agreements agreements;
    private final Optional<SampleAccounts> samples;

    FirstSteps(Realms realms, Agreements agreements, Optional<SampleAccounts> samples) {
        this.realms = realms;
        this.agreements = agreements;
        this.samples = samples;
    }

    /** The steps that are left, in the order in which they are asked for; joins the transaction under way. */
    public List<FirstStep> of(Account account) {
        var steps = new ArrayList<FirstStep>();
        if (hasToAccept(account)) {
            steps.add(FirstStep.AGREEMENTS);
        }
        if (account.mustChangePassword()) {
            steps.add(FirstStep.PASSWORD);
        }
        return List.copyOf(steps);
    }

    private boolean hasToAccept(Account account) {
        var wanted = realms.find(account.realm()).map(AccountRealm::agreements).orElse(List.of());
        return !wanted.isEmpty()
                && !agreements.missing(account.id(), wanted, Language.ZH).isEmpty()
                && samples.filter(all -> all.isSample(account.realm(), account.login()))
                        .isEmpty();
    }
}
