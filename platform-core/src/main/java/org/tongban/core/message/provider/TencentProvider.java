package org.tongban.core.message.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;
import org.tongban.core.message.MessageProvider;
import org.tongban.core.message.MessageRefused;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.time.SystemClock;

/** The provider {@code tencent}: the action SendSms of 2021-01-11 (CO-42). Parameters go in the order of the text. */
@Singleton
@Requires(property = "platform.sms.provider", value = "tencent")
class TencentProvider implements MessageProvider {
    private static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final String PREFIX = "platform.sms.tencent.";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What another try cannot mend: it lies in the number or the words. */
    private static final Set<String> FOR_GOOD = Set.of(
            "FailedOperation.ContainSensitiveWord",
            "FailedOperation.PhoneNumberInBlacklist",
            "InvalidParameterValue.ContentLengthLimit",
            "InvalidParameterValue.IncorrectPhoneNumber",
            "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter",
            "InvalidParameterValue.TemplateParameterFormatError",
            "InvalidParameterValue.TemplateParameterLengthLimit",
            "UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber");

    private final TencentSettings settings;
    private final TencentSignature signature;
    private final TemplateCodes codes;
    private final SystemClock clock;
    private final URI endpoint;
    private final ProviderExchange exchange = new ProviderExchange();

    TencentProvider(TencentSettings settings, TemplateCodes codes, SystemClock clock) {
        this.settings = settings;
        this.signature = new TencentSignature(
                ProviderExchange.required(settings.secretId(), PREFIX + "secret-id"),
                ProviderExchange.required(settings.secretKey(), PREFIX + "secret-key"),
                "sms");
        ProviderExchange.required(settings.appId(), PREFIX + "app-id");
        ProviderExchange.required(settings.sign(), PREFIX + "sign");
        this.endpoint = ProviderExchange.address(settings.endpoint(), PREFIX + "endpoint");
        this.codes = codes;
        this.clock = clock;
        codes.requireAll();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String send(OutgoingMessage message) {
        var code = codes.of(message.template())
                .orElseThrow(() -> new MessageRefused("no template code for " + message.template()));
        var body = ProviderExchange.bytes(body(message, code));
        var now = clock.now();
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", CONTENT_TYPE)
                .header("Authorization", signature.authorization(CONTENT_TYPE, endpoint.getAuthority(), body, now))
                .header("X-TC-Action", "SendSms")
                .header("X-TC-Version", "2021-01-11")
                .header("X-TC-Region", settings.region())
                .header("X-TC-Timestamp", Long.toString(now.getEpochSecond()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return serial(exchange.send(request).path("Response"));
    }

    private JsonNode body(OutgoingMessage message, String code) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("PhoneNumberSet").add(message.to());
        body.put("SmsSdkAppId", settings.appId());
        body.put("SignName", settings.sign());
        body.put("TemplateId", code);
        var parameters = body.putArray("TemplateParamSet");
        message.parameters().values().forEach(parameters::add);
        body.put("SessionContext", message.reference().toString());
        return body;
    }

    private static String serial(JsonNode response) {
        var refused = response.path("Error").path("Code").asText("");
        var status = response.path("SendStatusSet").path(0);
        var code = refused.isEmpty() ? status.path("Code").asText("no answer that can be read") : refused;
        if (code.equals("Ok")) {
            return status.path("SerialNo").asText(response.path("RequestId").asText(""));
        }
        if (FOR_GOOD.contains(code)) {
            throw new MessageRefused(code);
        }
        throw new IllegalStateException(code);
    }
}
