package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Persons;
import org.tongban.core.time.BusinessClock;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** A person whose ID has expired writes and reads, and hands nothing in (ID-2). */
@TongbanTest
@Tag("ID-2")
class ExpiredIdTest {
    @Test
    void what_a_person_hands_in_waits_until_its_id_is_valid_again(Tongban tongban) {
        var persons = tongban.context().getBean(Persons.class);
        var today = tongban.context().getBean(BusinessClock.class).today();
        var person = persons.register("林小溪");
        var writer = People.writer(tongban, person, null, null).api();
        persons.setIdValidTo(person, today.minusDays(1));
        var note = Notes.written(writer, "expired");
        assertThat(writer.get(note).status()).isEqualTo(200);
        var refused = writer.post(note + "/submit");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("id-expired");
        persons.setIdValidTo(person, today);
        assertThat(writer.post(note + "/submit").status()).isEqualTo(200);
    }
}
