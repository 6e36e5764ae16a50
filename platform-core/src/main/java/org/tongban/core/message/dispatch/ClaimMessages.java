package org.tongban.core.message.dispatch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tongban.core.message.Message;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Takes what may go out now, and puts the rest off: quiet hours and daily limits go by business time (CO-43). */
@Singleton
class ClaimMessages {
    static final int AT_ONCE = 50;
    private static final int HELD_AT_ONCE = 500;

    private final ClaimRepository repository;
    private final QuotaRepository quotas;
    private final Transactions transactions;
    private final MessageSettings settings;
    private final QuietHours quiet;
    private final DatabaseClock clock;
    private final BusinessClock business;

    ClaimMessages(
            ClaimRepository repository,
            QuotaRepository quotas,
            Transactions transactions,
            MessageSettings settings,
            DatabaseClock clock,
            BusinessClock business) {
        this.repository = repository;
        this.quotas = quotas;
        this.transactions = transactions;
        this.settings = settings;
        this.quiet = settings.quiet();
        this.clock = clock;
        this.business = business;
    }

    /**
     * Messages taken for one attempt.
     *
     * @param until when another may take them
     * @param more whether there may be more that are due
     */
    record Claim(UUID attempt, Instant until, List<Message> messages, boolean more) {}

    /** Settles what a node left behind when it stopped. */
    void sweep() {
        var now = clock.now();
        transactions.write(() -> repository.sweepClaimed(now) + repository.sweepSending(now));
    }

    /** Gives back what waited for this moment; within quiet hours it puts off what is due and can wait. */
    void hold() {
        var now = clock.now();
        var moment = business.now();
        repeat(() -> repository.release(now, moment, HELD_AT_ONCE));
        if (quiet.holds(moment)) {
            repeat(() -> repository.hold(now, quiet.end(moment), HELD_AT_ONCE));
        }
    }

    private void repeat(Supplier<Long> part) {
        long done;
        do {
            done = transactions.write(part);
        } while (done == HELD_AT_ONCE);
    }

    /** Takes some of what is due, urgent ones first, less those that are too many for their recipients today. */
    Claim take() {
        var attempt = UUID.randomUUID();
        var now = clock.now();
        Duration lease = settings.lease();
        return transactions.write(() -> {
            var taken = new ArrayList<>(repository.take(attempt, now, now.plus(lease), AT_ONCE));
            // What returns from an update has no order.
            taken.sort(Comparator.comparing((Message message) -> !message.urgent())
                    .thenComparing(Message::id, ClaimMessages::unsigned));
            boolean more = taken.size() == AT_ONCE;
            var tooMany = tooMany(taken);
            if (!tooMany.isEmpty()) {
                repository.holdTaken(ids(tooMany), attempt, quiet.nextDay(business.now()));
                taken.removeAll(tooMany);
            }
            return new Claim(attempt, now.plus(lease), taken, more);
        });
    }

    /** As the database orders them; Java's own order is signed. */
    private static int unsigned(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }

    private List<Message> tooMany(List<Message> taken) {
        var day = business.today();
        var fresh = taken.stream()
                .filter(message -> !message.urgent() && !day.equals(message.countedOn()))
                .toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        var over = new HashSet<>(beyond(
                fresh,
                message -> message.recipientKey() + message.template(),
                quotas.countByTemplate(day, ids(fresh)),
                settings.perTemplate()));
        var within = fresh.stream().filter(message -> !over.contains(message)).toList();
        if (within.isEmpty()) {
            return List.copyOf(over);
        }
        over.addAll(beyond(within, Message::recipientKey, quotas.countAll(day, ids(within)), settings.perDay()));
        repository.counted(
                ids(fresh.stream().filter(message -> !over.contains(message)).toList()), day);
        return List.copyOf(over);
    }

    /** Of the messages just counted under a key, those for which there was no room any more: the last ones. */
    private static Set<Message> beyond(
            List<Message> asked, Function<Message, String> key, List<Quota> reached, int most) {
        var room = new HashMap<String, Integer>();
        reached.forEach(quota -> room.put(quota.recipient() + quota.template(), most - quota.used()));
        // used counts those asked for too: give them back to the room, one by one in their order.
        asked.forEach(message -> room.merge(key.apply(message), 1, Integer::sum));
        var beyond = new HashSet<Message>();
        for (var message : asked) {
            if (room.merge(key.apply(message), -1, Integer::sum) < 0) {
                beyond.add(message);
            }
        }
        return beyond;
    }

    private static String[] ids(List<Message> messages) {
        return messages.stream().map(message -> message.id().toString()).toArray(String[]::new);
    }
}
