package org.tongban.filing.round;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/**
 * The dates of a year (PF-40); all of them lie in it.
 *
 * @param dataYear the calendar year of which figures are given
 * @param opensOn the first day of the yearly updates, in Asia/Shanghai
 * @param closesOn their last day
 * @param filingDeadline up to which filings take part in the year's recognition
 * @param version 0 where nobody has given the dates, so that those of the manual hold
 */
@MappedEntity(value = "round", schema = "product_filing")
public record Round(
        @Id int year,
        int dataYear,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate filingDeadline,
        long version,
        Instant changedAt) {
    private static final int LAST_OF_MARCH = 31;
    private static final int LAST_OF_AUGUST = 31;

    /** The dates of the manual (002:313); that of filings, of which it names none, is the first that was ever set. */
    static Round ofManual(int year) {
        return new Round(
                year,
                year - 1,
                LocalDate.of(year, Month.JANUARY, 1),
                LocalDate.of(year, Month.MARCH, LAST_OF_MARCH),
                LocalDate.of(year, Month.AUGUST, LAST_OF_AUGUST),
                0,
                Instant.EPOCH);
    }

    /** Whether updates are taken on the day. */
    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }
}
