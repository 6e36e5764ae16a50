package org.tongban.system;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongban.core.web.Ids;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;

/** Products that the public sees, some of them in publicity, which no route of a test's length leads to. */
final class PublicProducts {
    private static final AtomicInteger YEAR = new AtomicInteger(2200);

    private final Tongban tongban;

    PublicProducts(Tongban tongban) {
        this.tongban = tongban;
    }

    /** The id of a product that is filed and no more. */
    String filed(String name) {
        return new Filings(
                        tongban.as("unit-b"),
                        tongban.as("admin"),
                        tongban.as("reviewer"),
                        "201720444997.9",
                        "201820107133.2")
                .withRegistry()
                .filed(name);
    }

    /** The id of a product to which anybody may object today. */
    String inPublicity(String name) {
        var product = filed(name);
        int year = YEAR.incrementAndGet();
        change("""
            insert into product_filing.round
                (year, data_year, opens_on, closes_on, filing_deadline, version, changed_at)
            values (?, 2026, date '2027-01-01', date '2027-03-31', date '2027-08-31', 0, now())\
            """, year);
        change("""
            insert into product_filing.recognition
                (id, product, unit, year, state, publicity_start, version, created_at, changed_at)
            select ?, id, unit, ?, 'IN_PUBLICITY', ?, 1, now(), now()
            from product_filing.product
            where id = cast(? as uuid)\
            """, Ids.next(), year, LocalDate.of(2026, 11, 19), product);
        return product;
    }

    /** Nobody here has objected from this address today. */
    void forgetAddresses() {
        change("update product_filing.objection set address_index = decode('00', 'hex')");
    }

    /** Publishes a notice as another than who wrote it, which no other sample account may be. */
    void publish(String notice) {
        change("""
            update core.notice set state = 'published', published_at = now(),
                published_by = (select a.id from core.account a where a.id <> written_by limit 1)
            where id = cast(? as uuid)\
            """, notice);
    }

    void change(String sql, Object... parameters) {
        Rows.change(tongban, sql, parameters);
    }
}
