package org.tongban.core.captcha;

import jakarta.inject.Singleton;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Transactions;

/** The task {@code platform.purge-captchas}: removes captchas that nobody answered. */
@Singleton
class PurgeCaptchas implements TaskBody {
    private final CaptchaRepository repository;
    private final Transactions transactions;
    private final SystemClock clock;

    PurgeCaptchas(CaptchaRepository repository, Transactions transactions, SystemClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.purge-captchas";
    }

    @Override
    public void run() {
        transactions.write(() -> repository.deleteExpired(clock.now()));
    }
}
