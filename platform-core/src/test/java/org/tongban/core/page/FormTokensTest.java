package org.tongban.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the cookies of a session may go without TLS. */
@Tag("CO-47b")
class FormTokensTest {
    @Test
    void a_session_goes_over_tls_alone_but_in_development_and_tests() {
        assertThat(FormTokens.isSecure(Set.of())).isTrue();
        assertThat(FormTokens.isSecure(Set.of("production"))).isTrue();
        assertThat(FormTokens.isSecure(Set.of("dev"))).isFalse();
        assertThat(FormTokens.isSecure(Set.of("test"))).isFalse();
    }
}
