package org.tongban.core.client;

import jakarta.inject.Singleton;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.Transactions;

/**
 * The task {@code platform.forget-assertions}: removes assertions and ended tokens that have
 * expired: nobody could use them any more.
 */
@Singleton
class ForgetAssertions implements TaskBody {
    private final ClientRepository repository;
    private final Transactions transactions;
    private final SystemClock clock;
    private final Revocations revocations;

    ForgetAssertions(
            ClientRepository repository, Transactions transactions, SystemClock clock, Revocations revocations) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
        this.revocations = revocations;
    }

    @Override
    public String task() {
        return "platform.forget-assertions";
    }

    @Override
    public void run() {
        transactions.write(() -> repository.forgetAssertions(clock.now()));
        revocations.forgetExpired();
    }
}
