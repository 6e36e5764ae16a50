package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class StartTest {
    @Test
    @Tag("CO-81")
    void is_ready_once_it_has_started(Tongban tongban) {
        assertThat(tongban.anonymous().get("/health/readiness").status()).isEqualTo(200);
    }
}
