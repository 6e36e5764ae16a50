package org.tongban.core.message.provider;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.tongban.core.message.MessageProvider;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.OutgoingMessage;

/**
 * The provider {@code http} of short messages (CO-42): posts each to a gateway, which knows by the header
 * {@code Idempotency-Key} what it has had before.
 */
@Singleton
@Requires(property = "platform.sms.provider", value = "http")
class GatewayProvider implements MessageProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GatewaySettings settings;
    private final TemplateCodes codes;
    private final GatewayBody body;
    private final URI url;
    private final ProviderExchange exchange = new ProviderExchange();

    GatewayProvider(GatewaySettings settings, TemplateCodes codes) {
        this.settings = settings;
        this.codes = codes;
        this.body = new GatewayBody(settings.bodyFile());
        var property = "platform.sms.http.url";
        this.url = ProviderExchange.address(ProviderExchange.required(settings.url(), property), property);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean dropsRepeated() {
        return settings.dropsRepeated();
    }

    @Override
    public String send(OutgoingMessage message) {
        var reference = message.reference().toString();
        var content = ProviderExchange.bytes(
                body.of(message, codes.of(message.template()).orElse("")));
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", reference);
        var secret = settings.secret();
        if (secret != null) {
            request.header(settings.header(), secret);
        }
        var key = settings.signingKey();
        if (key != null) {
            request.header("Tongban-Signature", "sha256=" + Signing.hex(Signing.hmac(Signing.utf8(key), content)));
        }
        var answer =
                exchange.send(request.POST(BodyPublishers.ofByteArray(content)).build());
        return answer.at(settings.idPointer()).asText(reference);
    }
}
