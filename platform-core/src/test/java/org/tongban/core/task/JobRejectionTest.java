package org.tongban.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Title;

class JobRejectionTest {
    @Test
    @Tag("CO-75")
    void cuts_the_content_of_a_rejection_short() {
        var rejection = new JobRejection(1, "𠮷".repeat(300), "shape", new Title("", ""));
        assertThat(rejection.content().codePointCount(0, rejection.content().length()))
                .isEqualTo(201);
    }
}
