package org.tongban.core.identifier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tongban.core.time.BusinessClock;

/** Numbers from a sequence for each kind, so that giving one never waits for another transaction. */
@Singleton
class SequencedNumbers implements Numbers {
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2}");

    private final NumberRepository repository;
    private final BusinessClock clock;

    SequencedNumbers(NumberRepository repository, BusinessClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public List<String> next(String prefix, int count) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a number's prefix is two capitals: " + prefix);
        }
        var serials = repository.next("core.number_" + prefix.toLowerCase(Locale.ROOT), count);
        int year = clock.today().getYear();
        return serials.stream()
                .map(serial -> new ReceiptNumber(prefix, year, serial.intValue()).toString())
                .toList();
    }
}
