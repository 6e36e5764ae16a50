package org.tongban.core.message.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.message.MessageRefused;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.module.StartRefused;
import org.tongban.core.time.SystemClock;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** E-mail goes out by SMTP (CO-45). */
@TongbanTest
@Tag("CO-45")
@Tag("CO-42")
class SmtpProviderTest {
    private final LoopbackMailServer server = new LoopbackMailServer();
    private final SystemClock clock;

    SmtpProviderTest(Tongban tongban) {
        this.clock = tongban.context().getBean(SystemClock.class);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private SmtpSettings settings(String security) {
        return new SmtpSettings("127.0.0.1", server.port(), "sender", "secret", "notice@example.org", security);
    }

    private static OutgoingMessage message() {
        return new OutgoingMessage(
                UUID.randomUUID(), Channel.EMAIL, "reader@example.org", "办事通知", "您的产品已备案。", "a.b", Map.of());
    }

    @Test
    void a_message_is_handed_over_under_an_id_of_its_own() {
        var message = message();
        assertThat(new SmtpProvider(settings("none"), clock).send(message))
                .isEqualTo("<%s@example.org>".formatted(message.reference()));
        var text = Base64.getMimeEncoder().encodeToString(message.text().getBytes(StandardCharsets.UTF_8));
        assertThat(server.lines())
                .contains(
                        "MAIL FROM:<notice@example.org>",
                        "RCPT TO:<reader@example.org>",
                        "From: notice@example.org",
                        "To: reader@example.org",
                        "Message-ID: <%s@example.org>".formatted(message.reference()),
                        "Auto-Submitted: auto-generated",
                        text)
                .anyMatch(line -> line.startsWith("AUTH PLAIN "))
                .anyMatch(line -> line.startsWith("Subject: =?UTF-8?B?"));
    }

    @Test
    void what_the_server_refuses_for_good_is_given_up_and_what_it_puts_off_is_not() {
        var provider = new SmtpProvider(settings("none"), clock);
        server.answersRecipients("550 5.1.1 no such mailbox");
        assertThatThrownBy(() -> provider.send(message()))
                .isInstanceOf(MessageRefused.class)
                .hasMessageContaining("550");
        server.answersRecipients("451 4.3.0 later");
        assertThatThrownBy(() -> provider.send(message())).isInstanceOf(IllegalStateException.class);
        server.answersRecipients("250 2.1.5 OK");
        server.answersMessages("554 5.7.1 refused");
        assertThatThrownBy(() -> provider.send(message())).isInstanceOf(MessageRefused.class);
        server.answersMessages("452 4.3.1 full");
        assertThatThrownBy(() -> provider.send(message())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_is_said_in_clear_to_a_server_without_tls() {
        var provider = new SmtpProvider(settings("starttls"), clock);
        assertThatThrownBy(() -> provider.send(message())).isInstanceOf(IllegalStateException.class);
        assertThat(server.lines()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    @Tag("CO-81")
    void it_does_not_start_without_a_sender_or_with_a_security_that_is_none_of_the_three() {
        assertThatThrownBy(() -> new SmtpProvider(settings("ssl"), clock)).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> new SmtpProvider(new SmtpSettings("127.0.0.1", 25, null, null, null, "none"), clock))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("platform.email.smtp.from");
    }
}
