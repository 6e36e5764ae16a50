package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.filing.publicdata.PublishProduct.PublicRecognition;
import org.tongban.filing.recognition.Recognitions;
import org.tongban.filing.round.Rounds;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;

/** Brings a unit's products to where the public sees a recognition of them, by the server's own beans. */
final class RecognitionSteps {
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 10, 30);

    final FilingSteps filing;
    private final Tongban tongban;

    RecognitionSteps(Tongban tongban) {
        this.tongban = tongban;
        this.filing = new FilingSteps(tongban).withPatents();
    }

    /** The product of a recognition, with the id of that. */
    record Recognised(UUID id, UUID product) {}

    UUID filed(String name) {
        var id = filing.complete(name);
        assertThat(filing.submit(id).status()).isEqualTo(200);
        assertThat(filing.decide(id, "{'decision': 'approve'}").status()).isEqualTo(200);
        return UUID.fromString(id);
    }

    /** In publicity since the day. */
    Recognised inPublicity(UUID product, int year, LocalDate start) {
        var id = Ids.next();
        write(() -> bean(Rounds.class).lock(year));
        Rows.change(
                tongban,
                """
                insert into product_filing.recognition (
                       id, product, unit, year, state, publicity_start, version, created_at, changed_at)
                select ?, id, unit, ?, 'IN_PUBLICITY', ?, 1, ?, ? from product_filing.product where id = ?
                """,
                id,
                year,
                start,
                bean(BusinessClock.class).now().atOffset(ZoneOffset.UTC),
                bean(BusinessClock.class).now().atOffset(ZoneOffset.UTC),
                product);
        var shown = new PublicRecognition(false, start, null, null, null);
        write(() -> bean(PublishProduct.class).show(Map.of(product, Optional.of(shown))));
        return new Recognised(id, product);
    }

    /** Recognised today, its publicity over. */
    Recognised recognised(String name) {
        return recognised(filed(name), 2026);
    }

    Recognised recognised(UUID product, int year) {
        var recognition = inPublicity(product, year, LONG_AGO);
        write(() -> bean(Recognitions.class).settle(product));
        return recognition;
    }

    /** Revoked by an objection of that id. */
    void uphold(Recognised recognised, UUID objection) {
        write(() -> bean(Recognitions.class).uphold(recognised.product(), objection, "主要事实不属实"));
    }

    /** The revocation by the objection fell. */
    void restore(UUID objection) {
        write(() -> bean(Recognitions.class).restore(objection));
    }

    private <T> T bean(Class<T> type) {
        return tongban.context().getBean(type);
    }

    private void write(Runnable change) {
        bean(Transactions.class).write(() -> {
            change.run();
            return true;
        });
    }
}
