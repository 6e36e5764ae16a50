package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.StartRefused;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A form whose files are not those that the database knows. */
@TongbanTest
@Tag("CO-32")
class KeptFormsTest {
    private static final String FORM = "trial/survey@1";
    private static final String OTHER = "0".repeat(64);

    private final KeptForms forms;
    private final KeptFormRepository kept;
    private final Transactions transactions;

    KeptFormsTest(Tongban tongban) {
        forms = tongban.context().getBean(KeptForms.class);
        kept = tongban.context().getBean(KeptFormRepository.class);
        transactions = tongban.context().getBean(Transactions.class);
    }

    /** Whether the database took the hash, having had another one. */
    private boolean takes(String hash) {
        return transactions.write(() -> kept.change(FORM, hash, Instant.EPOCH)) > 0;
    }

    @AfterEach
    void take_the_form_as_it_is() {
        forms.check(true);
    }

    @Test
    void a_start_in_use_refuses_it_and_keeps_the_old_hash() {
        assertThat(takes(OTHER)).isTrue();

        assertThatThrownBy(() -> forms.check(false))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "The files of trial/survey@1 have changed since this database took them; a change needs a new"
                                + " version.");
        assertThat(takes(OTHER)).isFalse();
    }

    @Test
    void a_start_in_development_takes_the_new_hash() {
        assertThat(takes(OTHER)).isTrue();

        forms.check(true);

        assertThatCode(() -> forms.check(false)).doesNotThrowAnyException();
    }
}
