package org.tongban.core.message.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.testkit.LoopbackGateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.message.MessageProvider;
import org.tongban.core.message.MessageRefused;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.MessageTemplates;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.module.StartRefused;
import org.tongban.core.time.SystemClock;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Tencent and Aliyun against a server that computes their documented signature from what it was sent (CO-42). */
@TongbanTest
@Tag("CO-42")
@Tag("CO-40")
class CloudProvidersTest {
    private static final String SIGN = "通办";

    @TempDir
    private Path folder;

    private final Tongban tongban;
    private final LoopbackGateway gateway = new LoopbackGateway();
    private final AtomicReference<Headers> headers = new AtomicReference<>();
    private final AtomicReference<URI> asked = new AtomicReference<>();

    CloudProvidersTest(Tongban tongban) {
        this.tongban = tongban;
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private TemplateCodes codes() {
        var codes = new ObjectMapper().createObjectNode();
        templates().all().forEach(template -> codes.put(template.id(), "code-of-" + template.id()));
        return codes(codes.toString());
    }

    private TemplateCodes codes(String json) {
        try {
            return new TemplateCodes(
                    templates(),
                    Files.writeString(folder.resolve("codes.json"), json).toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private MessageTemplates templates() {
        return tongban.context().getBean(MessageTemplates.class);
    }

    private SystemClock clock() {
        return tongban.context().getBean(SystemClock.class);
    }

    private static OutgoingMessage message() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("code", "123456");
        parameters.put("purpose", "注册 ~*");
        parameters.put("minutes", "5");
        return new OutgoingMessage(UUID.randomUUID(), Channel.SMS, "+8613812340001", "", "…", "core.otp", parameters);
    }

    private void answers(int status, String body) {
        gateway.behave(exchange -> {
            headers.set(exchange.getRequestHeaders());
            asked.set(exchange.getRequestURI());
            answer(exchange, status, body);
        });
    }

    private MessageProvider tencent() {
        return new TencentProvider(
                new TencentSettings("AKID", "secret", "1400006666", SIGN, "ap-guangzhou", gateway.url()),
                codes(),
                clock());
    }

    private MessageProvider aliyun() {
        return new AliyunProvider(new AliyunSettings("LTAI", "secret", SIGN, gateway.url()), codes(), clock());
    }

    @Test
    void tencent_gets_a_request_signed_over_what_it_holds() throws Exception {
        answers(200, "{\"Response\": {\"SendStatusSet\": [{\"SerialNo\": \"5000:1\", \"Code\": \"Ok\"}]}}");
        var message = message();
        assertThat(tencent().send(message)).isEqualTo("5000:1");
        var body = gateway.bodies().getFirst();
        var sent = headers.get();
        assertThat(sent.getFirst("X-TC-Action")).isEqualTo("SendSms");
        assertThat(sent.getFirst("X-TC-Version")).isEqualTo("2021-01-11");
        assertThat(sent.getFirst("X-TC-Region")).isEqualTo("ap-guangzhou");
        assertThat(sent.getFirst("Content-Type")).isEqualTo("application/json; charset=utf-8");
        var moment = Instant.ofEpochSecond(Long.parseLong(sent.getFirst("X-TC-Timestamp")));
        assertThat(sent.getFirst("Authorization"))
                .isEqualTo(new TencentSignature("AKID", "secret", "sms")
                        .authorization(
                                sent.getFirst("Content-Type"),
                                sent.getFirst("Host"),
                                body.getBytes(StandardCharsets.UTF_8),
                                moment));
        assertThat(json(body))
                .isEqualTo(json("{\"PhoneNumberSet\": [\"+8613812340001\"], \"SmsSdkAppId\": \"1400006666\","
                        + " \"SignName\": \"通办\", \"TemplateId\": \"code-of-core.otp\", \"TemplateParamSet\":"
                        + " [\"123456\", \"注册 ~*\", \"5\"], \"SessionContext\":"
                        + " \"" + message.reference() + "\"}"));
    }

    @Test
    void aliyun_gets_a_request_signed_over_what_it_holds() throws Exception {
        answers(200, "{\"Code\": \"OK\", \"BizId\": \"9006^0\", \"RequestId\": \"r\"}");
        var message = message();
        assertThat(aliyun().send(message)).isEqualTo("9006^0");
        var query = new HashMap<String, String>();
        for (var pair : asked.get().getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        assertThat(query)
                .containsEntry("PhoneNumbers", "13812340001")
                .containsEntry("SignName", SIGN)
                .containsEntry("TemplateCode", "code-of-core.otp")
                .containsEntry("OutId", message.reference().toString());
        assertThat(json(query.getOrDefault("TemplateParam", "")))
                .isEqualTo(json("{\"code\": \"123456\", \"purpose\": \"注册 ~*\", \"minutes\": \"5\"}"));
        var signed = new TreeMap<String, String>();
        for (var name : new String[] {
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"
        }) {
            signed.put(name, headers.get().getFirst(name));
        }
        assertThat(signed).containsEntry("x-acs-action", "SendSms").containsEntry("x-acs-version", "2017-05-25");
        assertThat(headers.get().getFirst("Authorization"))
                .isEqualTo(new AliyunSignature("LTAI", "secret").authorization(query, signed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Response\": {\"SendStatusSet\": [{\"Code\": \"InvalidParameterValue.IncorrectPhoneNumber\"}]}}",
                "{\"Response\": {\"SendStatusSet\": [{\"Code\": \"FailedOperation.ContainSensitiveWord\"}]}}",
                "{\"Response\": {\"Error\": {\"Code\": \"InvalidParameterValue.TemplateParameterFormatError\"}}}"
            })
    void tencent_refuses_for_good_what_lies_in_number_or_words(String refusal) {
        answers(200, refusal);
        assertThatThrownBy(() -> tencent().send(message())).isInstanceOf(MessageRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Response\": {\"SendStatusSet\": [{\"Code\": \"LimitExceeded.PhoneNumberDailyLimit\"}]}}",
                "{\"Response\": {\"Error\": {\"Code\": \"AuthFailure.SignatureFailure\"}}}",
                "{\"Response\": {\"Error\": {\"Code\": \"InternalError.OtherError\"}}}",
                "not JSON"
            })
    void tencent_is_asked_again_after_any_other_refusal(String refusal) {
        answers(200, refusal);
        assertThatThrownBy(() -> tencent().send(message())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aliyun_refuses_some_for_good_and_is_asked_again_for_the_rest() {
        answers(200, "{\"Code\": \"isv.MOBILE_NUMBER_ILLEGAL\"}");
        assertThatThrownBy(() -> aliyun().send(message()))
                .isInstanceOf(MessageRefused.class)
                .hasMessage("isv.MOBILE_NUMBER_ILLEGAL");
        for (var code : new String[] {"isv.BUSINESS_LIMIT_CONTROL", "isp.SYSTEM_ERROR", "SignatureDoesNotMatch"}) {
            answers(400, "{\"Code\": \"" + code + "\"}");
            assertThatThrownBy(() -> aliyun().send(message()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(code);
        }
    }

    @Test
    @Tag("CO-81")
    void neither_starts_without_a_code_for_each_message_or_without_its_keys() {
        var one = codes("{\"core.otp\": \"1\"}");
        var settings = new AliyunSettings("LTAI", "secret", SIGN, gateway.url());
        assertThatThrownBy(() -> new AliyunProvider(settings, one, clock()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("core.rejected");
        assertThatThrownBy(() ->
                        new AliyunProvider(new AliyunSettings("LTAI", null, SIGN, gateway.url()), codes(), clock()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("platform.sms.aliyun.access-key-secret");
        assertThatThrownBy(() -> new TencentProvider(
                        new TencentSettings(null, "secret", "1", SIGN, "r", gateway.url()), codes(), clock()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("platform.sms.tencent.secret-id");
        assertThatThrownBy(() -> codes("{\"core.otp\": 1}")).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> codes("{")).isInstanceOf(StartRefused.class);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
