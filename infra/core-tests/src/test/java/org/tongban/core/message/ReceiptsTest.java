package org.tongban.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** What providers say became of messages (CO-41). */
@Tag("CO-41")
class ReceiptsTest extends AtGateway {
    private static final String RECEIPTS = "/api/platform/v1/messages/receipts/";

    @Test
    void a_receipt_is_taken_once_and_only_from_the_provider() throws Exception {
        var phone = People.phone();
        note(phone, "received");
        awaitStates(phone, "sent");
        var providerId = Rows.of(tongban, "select provider_id from core.message where id = ?", id(phone))
                .getFirst()
                .get("provider_id");
        var receipt = "[{\"id\": \"%s\", \"delivered\": true}]".formatted(providerId);
        assertThat(received("http", receipt, "").code()).isEqualTo("receipt-refused");
        assertThat(received("http", receipt, "sha256=" + hmac("guessed", receipt))
                        .status())
                .isEqualTo(401);
        assertThat(received("http?token=" + SECRET, receipt, "").status()).isEqualTo(401);
        assertThat(received("nobody?token=" + SECRET, receipt, "").status()).isEqualTo(401);
        assertThat(states(phone)).containsExactly("sent");
        var right = "sha256=" + hmac(SECRET, receipt);
        assertThat(received("http", receipt, right).status()).isEqualTo(200);
        assertThat(states(phone)).containsExactly("delivered");
        assertThat(received("http", receipt, right).status()).isEqualTo(200);
        var opposite = receipt.replace("true", "false");
        assertThat(received("http", opposite, "sha256=" + hmac(SECRET, opposite))
                        .status())
                .isEqualTo(200);
        assertThat(states(phone)).containsExactly("delivered");
        for (var harmless : List.of("[{\"id\": \"unknown\", \"delivered\": true}]", "[{}]", "no JSON", "")) {
            assertThat(received("http", harmless, "sha256=" + hmac(SECRET, harmless))
                            .status())
                    .isEqualTo(200);
        }
    }

    private org.tongban.testkit.Answer received(String provider, String body, String signature) {
        return tongban.anonymous()
                .with("Tongban-Signature", signature)
                .bytes("POST", RECEIPTS + provider, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void receipts_of_aliyun_and_tencent_are_read_by_their_own_words() {
        var said = Map.of(
                "aliyun",
                        "[{\"phone_number\": \"1390000\", \"success\": false, \"err_code\": \"UNDELIVERED\","
                                + " \"biz_id\": \"%s\", \"out_id\": \"1\"}]",
                "tencent",
                        "[{\"mobile\": \"1390000\", \"report_status\": \"SUCCESS\", \"errmsg\": \"DELIVRD\", \"sid\":"
                                + " \"%s\"}]");
        var become = Map.of("aliyun", "undelivered", "tencent", "delivered");
        said.forEach((provider, body) -> {
            var phone = People.phone();
            note(phone, provider);
            awaitStates(phone, "sent");
            var serial = UUID.randomUUID().toString();
            Rows.change(
                    tongban,
                    "update core.message set provider = ?, provider_id = ? where id = ?",
                    provider,
                    serial,
                    id(phone));
            assertThat(received(provider + "?token=wrong", body.formatted(serial), "")
                            .status())
                    .isEqualTo(401);
            assertThat(received(provider + "?token=" + SECRET, body.formatted(serial), "")
                            .status())
                    .isEqualTo(200);
            assertThat(states(phone)).containsExactly(become.get(provider));
        });
    }
}
