package org.tongban.core.review.due;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.calendar.WorkingDays;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.history.CaseTrail;
import org.tongban.core.review.history.History;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/**
 * Looks after claimed cases that nobody decides (CO-83c): on working days officers are told what they hold that is overdue,
 * and what has been so for long goes back to the queue; what a closed account holds goes back on any day. A date that is
 * over does nothing: the present one finds all that it would have.
 */
@Singleton
class SweepOverdueCases implements TaskBody {
    private static final String TASK = "platform.sweep-overdue-reviews";
    private static final String MESSAGE = "core.reviews-overdue";
    private static final String QUEUE = "/console/reviews";
    private static final int AT_ONCE = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DueRepository repository;
    private final CaseRepository cases;
    private final History history;
    private final CaseTrail trail;
    private final Accounts accounts;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final OverdueSettings settings;
    private final Transactions transactions;
    private final BusinessClock clock;

    SweepOverdueCases(
            DueRepository repository,
            CaseRepository cases,
            History history,
            CaseTrail trail,
            Accounts accounts,
            WorkingDays workingDays,
            Outbox outbox,
            OverdueSettings settings,
            Transactions transactions,
            BusinessClock clock) {
        this.repository = repository;
        this.cases = cases;
        this.history = history;
        this.trail = trail;
        this.accounts = accounts;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        runFor(clock.today());
    }

    @Override
    public void runFor(LocalDate businessDate) {
        if (businessDate.isBefore(clock.today())) {
            return;
        }
        var holders = holdersBeyond(BEFORE_ALL);
        while (!holders.isEmpty()) {
            holders.forEach(holder -> sweep(holder, businessDate));
            holders = holdersBeyond(holders.getLast());
        }
    }

    private List<UUID> holdersBeyond(UUID edge) {
        return transactions.read(() -> repository.holders(edge, AT_ONCE));
    }

    private void sweep(UUID holder, LocalDate today) {
        if (accounts.find(holder).filter(Account::active).isEmpty()) {
            release(holder, held -> true, "认领人的账号已停用，案件退回队列。");
            return;
        }
        if (workingDays.kind(today) != WorkingDays.Kind.WORKING) {
            return;
        }
        int days = settings.releaseOverdueAfter();
        if (days > 0) {
            release(holder, held -> isOverdue(held, days, today), "逾期超过%d个工作日，案件退回队列。".formatted(days));
        }
        tell(holder, today);
    }

    /** Days whose holidays are not known make nothing late. */
    private boolean isOverdue(DueRow held, int days, LocalDate today) {
        var late = workingDays.between(held.dueOn(), today);
        return !held.dueProvisional() && late.isPresent() && late.getAsInt() > days;
    }

    private void release(UUID holder, Predicate<DueRow> wanted, String reason) {
        var held = heldBy(holder, LocalDate.EPOCH, BEFORE_ALL);
        while (!held.isEmpty()) {
            held.stream().filter(wanted).forEach(found -> release(holder, found, reason));
            var last = held.getLast();
            held = heldBy(holder, last.dueOn(), last.id());
        }
    }

    private List<DueRow> heldBy(UUID holder, LocalDate due, UUID edge) {
        return transactions.read(() -> repository.heldBy(holder, due, edge, AT_ONCE));
    }

    /** Whoever was quicker, the holder with a decision or staff with a new due date, is left alone. */
    private void release(UUID holder, DueRow held, String reason) {
        transactions.write(() -> {
            cases.lock(held.id());
            cases.find(held.id())
                    .filter(found -> found.at() == CaseState.CLAIMED)
                    .filter(found -> holder.equals(found.claimedBy()))
                    .filter(found -> found.dueOn().equals(held.dueOn()))
                    .ifPresent(found -> {
                        cases.move(found.id(), CaseState.OPEN.code(), null, clock.now());
                        history.ofTask(found, "release", reason);
                        trail.changedBy(TASK, found);
                    });
            return held;
        });
    }

    private void tell(UUID holder, LocalDate today) {
        transactions.write(() -> {
            var overdue = repository.overdueOf(holder, today);
            var since = overdue.since();
            if (since == null || repository.tell(holder, today) == 0) {
                return false;
            }
            outbox.send(
                    MESSAGE,
                    new Recipient.Account(holder),
                    Map.of("count", Long.toString(overdue.cases()), "date", since.toString()),
                    QUEUE);
            return true;
        });
    }
}
