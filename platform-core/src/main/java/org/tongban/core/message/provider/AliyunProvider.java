package org.tongban.core.message.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tongban.core.message.MessageProvider;
import org.tongban.core.message.MessageRefused;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.time.SystemClock;

/** The provider {@code aliyun}: the action SendSms of 2017-05-25 (CO-42). */
@Singleton
@Requires(property = "platform.sms.provider", value = "aliyun")
class AliyunProvider implements MessageProvider {
    private static final String PREFIX = "platform.sms.aliyun.";
    private static final String MAINLAND = "+86";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What another try cannot mend: it lies in the number or the words. */
    private static final Set<String> FOR_GOOD = Set.of(
            "isv.BLACK_KEY_CONTROL_LIMIT",
            "isv.INVALID_JSON_PARAM",
            "isv.INVALID_PARAMETERS",
            "isv.MOBILE_COUNT_OVER_LIMIT",
            "isv.MOBILE_NUMBER_ILLEGAL",
            "isv.PARAM_LENGTH_LIMIT",
            "isv.PARAM_NOT_SUPPORT_URL",
            "isv.SMS_CONTENT_ILLEGAL",
            "isv.TEMPLATE_MISSING_PARAMETERS",
            "isv.TEMPLATE_PARAMS_ILLEGAL");

    private final AliyunSettings settings;
    private final AliyunSignature signature;
    private final TemplateCodes codes;
    private final SystemClock clock;
    private final URI endpoint;
    private final ProviderExchange exchange = new ProviderExchange();

    AliyunProvider(AliyunSettings settings, TemplateCodes codes, SystemClock clock) {
        this.settings = settings;
        this.signature = new AliyunSignature(
                ProviderExchange.required(settings.accessKeyId(), PREFIX + "access-key-id"),
                ProviderExchange.required(settings.accessKeySecret(), PREFIX + "access-key-secret"));
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
        var query = Map.of(
                "PhoneNumbers", phone(message.to()),
                "SignName", ProviderExchange.required(settings.sign(), PREFIX + "sign"),
                "TemplateCode", code,
                "TemplateParam", parameters(message),
                "OutId", message.reference().toString());
        var headers = new TreeMap<>(Map.of(
                "host",
                endpoint.getAuthority(),
                "x-acs-action",
                "SendSms",
                "x-acs-content-sha256",
                AliyunSignature.NO_BODY,
                "x-acs-date",
                clock.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                UUID.randomUUID().toString(),
                "x-acs-version",
                "2017-05-25"));
        var request = HttpRequest.newBuilder(endpoint.resolve("/?" + AliyunSignature.query(query)))
                .timeout(PATIENCE)
                .header("Authorization", signature.authorization(query, headers))
                .POST(BodyPublishers.noBody());
        headers.forEach((name, value) -> {
            // The client writes it by itself, from the address.
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        return id(ProviderExchange.json(exchange.answer(request.build()).body()));
    }

    /** Aliyun answers its refusals with their code, whatever the status. */
    private static String id(JsonNode answer) {
        var code = answer.path("Code").asText("no answer that can be read");
        if (code.equals("OK")) {
            return answer.path("BizId").asText(answer.path("RequestId").asText(""));
        }
        if (FOR_GOOD.contains(code)) {
            throw new MessageRefused(code);
        }
        throw new IllegalStateException(code);
    }

    private static String phone(String e164) {
        return e164.substring(e164.startsWith(MAINLAND) ? MAINLAND.length() : 1);
    }

    private static String parameters(OutgoingMessage message) {
        var parameters = JsonNodeFactory.instance.objectNode();
        message.parameters().forEach(parameters::put);
        return parameters.toString();
    }
}
