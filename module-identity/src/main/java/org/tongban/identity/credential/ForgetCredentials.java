package org.tongban.identity.credential;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Transactions;

/** The task {@code identity.forget-credentials}: what was said once and what has ended serves nobody after a while. */
@Singleton
class ForgetCredentials implements TaskBody {
    private static final Duration KEPT = Duration.ofHours(1);

    private final CredentialSessions credentials;
    private final Transactions transactions;
    private final SystemClock clock;

    ForgetCredentials(CredentialSessions credentials, Transactions transactions, SystemClock clock) {
        this.credentials = credentials;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "identity.forget-credentials";
    }

    @Override
    public void run() {
        transactions.write(() -> credentials.forget(clock.now().minus(KEPT)));
    }
}
