package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the cookies of a session may go without TLS. */
@Tag("CO-47b")
class ConsoleCookiesTest {
    @Test
    void a_session_goes_over_tls_alone_but_in_development_and_tests() {
        assertThat(ConsoleCookies.isSecure(Set.of())).isTrue();
        assertThat(ConsoleCookies.isSecure(Set.of("production"))).isTrue();
        assertThat(ConsoleCookies.isSecure(Set.of("dev"))).isFalse();
        assertThat(ConsoleCookies.isSecure(Set.of("test"))).isFalse();
    }
}
