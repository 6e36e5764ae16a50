package org.tongban.core.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.StartRefused;

/** Only a trusted proxy says for whom it asks (CO-55). */
@Tag("CO-55")
class ClientAddressTest {
    private static String of(List<String> trusted, String connected, String... forwarded) {
        return new ClientAddress(trusted)
                .of(InetAddress.ofLiteral(connected), List.of(forwarded))
                .getHostAddress();
    }

    @Test
    void a_header_from_anybody_counts_for_nothing() {
        assertThat(of(List.of(), "192.0.2.7", "198.51.100.1")).isEqualTo("192.0.2.7");
        assertThat(of(List.of("10.0.0.0/8"), "192.0.2.7", "198.51.100.1")).isEqualTo("192.0.2.7");
    }

    @Test
    void a_trusted_proxy_names_the_client() {
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(of(List.of("2001:db8::/32"), "2001:db8::1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(of(List.of("10.1.2.3"), "10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @Test
    void what_the_client_itself_claimed_is_not_believed() {
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "203.0.113.9", " 198.51.100.1"))
                .isEqualTo("198.51.100.1");
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "198.51.100.1", "10.9.9.9"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void what_is_no_address_ends_the_search() {
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "198.51.100.1", "unknown"))
                .isEqualTo("10.1.2.3");
        assertThat(of(List.of("10.0.0.0/8"), "10.1.2.3", "example.org")).isEqualTo("10.1.2.3");
    }

    @Test
    @Tag("CO-81")
    void a_setting_that_is_no_network_stops_the_start() {
        for (var wrong : List.of("proxy", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1")) {
            assertThatThrownBy(() -> new ClientAddress(List.of(wrong)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("platform.web.trusted-proxies")
                    .hasMessageContaining(wrong);
        }
    }
}
