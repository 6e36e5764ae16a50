package org.tongban.core.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signatures as Standard Webhooks publishes one (CO-51). */
@Tag("CO-51")
class WebhookSignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void signs_as_the_published_example() {
        assertThat(WebhookSignature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void signs_once_for_each_secret() {
        assertThat(WebhookSignature.of(
                                List.of("whsec_AAAA", SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY)
                        .split(" "))
                .hasSize(2)
                .endsWith(SIGNATURE);
    }
}
