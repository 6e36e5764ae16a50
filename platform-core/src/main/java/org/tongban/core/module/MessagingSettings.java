package org.tongban.core.module;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.module.Setting.Kind;

/** The settings of messages: who sends them, and how many (CO-41 to CO-45). */
final class MessagingSettings {
    static final List<Setting> ALL = Stream.of(limits(), sms(), gateway(), clouds(), email())
            .flatMap(List::stream)
            .toList();

    private MessagingSettings() {}

    private static List<Setting> limits() {
        return List.of(
                Setting.of(
                        "platform.messages.per-day",
                        Kind.COUNT,
                        "10",
                        "how many messages a phone or mailbox gets on a day, codes not counted; the rest goes out the"
                                + " next day"),
                Setting.of("platform.messages.per-template", Kind.COUNT, "3", "how many of them of one kind"),
                Setting.of(
                        "platform.messages.quiet-from",
                        Kind.TIME_OF_DAY,
                        "21:00",
                        "from when nothing goes out but codes, in Asia/Shanghai"),
                Setting.of("platform.messages.quiet-until", Kind.TIME_OF_DAY, "08:00", "until when"),
                Setting.of(
                        "platform.messages.lease",
                        Kind.DURATION,
                        "2m",
                        "how long a node has for the messages it took; what it left behind then is looked into"),
                Setting.of(
                        "platform.messages.parallel", Kind.COUNT, "4", "how many recipients a node sends to at a time"),
                Setting.of(
                        "platform.messages.kept-days",
                        Kind.COUNT,
                        "90",
                        "after how many days a message that was sent or given up is deleted"),
                Setting.of(
                        "platform.messages.inbox-days",
                        Kind.COUNT,
                        "1095",
                        "after how many days an entry of an inbox is deleted"));
    }

    private static List<Setting> sms() {
        return List.of(
                Setting.of(
                                "platform.sms.provider",
                                Kind.TEXT,
                                "log",
                                "who sends short messages: `http`, `tencent`, `aliyun`, or a module's by its name;"
                                        + " `log` sends none, and outside `dev` and `test` another must be named")
                        .from("SMS_PROVIDER"),
                Setting.unset(
                        "platform.sms.template-codes-file",
                        Kind.TEXT,
                        "a JSON file with the provider's code for the id of each message, which `tencent` and `aliyun`"
                                + " need"),
                Setting.unset(
                                "platform.sms.receipts-secret",
                                Kind.SECRET,
                                "what proves that delivery receipts come from the provider; without it none are taken")
                        .from("SMS_RECEIPTS_SECRET"));
    }

    private static List<Setting> gateway() {
        return List.of(
                Setting.unset("platform.sms.http.url", Kind.ADDRESS, "where the provider `http` posts messages"),
                Setting.of(
                        "platform.sms.http.header", Kind.TEXT, "Authorization", "the header that shows it the secret"),
                Setting.unset("platform.sms.http.secret", Kind.SECRET, "the whole value of that header")
                        .from("SMS_HTTP_SECRET"),
                Setting.unset(
                                "platform.sms.http.signing-key",
                                Kind.SECRET,
                                "the key of the HMAC in `Tongban-Signature`; without it bodies are not signed")
                        .from("SMS_HTTP_SIGNING_KEY"),
                Setting.unset(
                        "platform.sms.http.body-file",
                        Kind.TEXT,
                        "a JSON file that is the body, with `{to}`, `{text}`, `{template}`, `{code}`, `{reference}` and"
                                + " `{parameters}` in it; without it the platform's own form is sent"),
                Setting.of(
                        "platform.sms.http.id-pointer",
                        Kind.TEXT,
                        "/id",
                        "where its answer has the id that receipts name, as JSON Pointer"),
                Setting.of(
                        "platform.sms.http.drops-repeated",
                        Kind.YES_NO,
                        "false",
                        "whether it sends nothing twice under one `Idempotency-Key`; then what a crash left unclear is"
                                + " sent again by itself"));
    }

    private static List<Setting> clouds() {
        return List.of(
                Setting.unset("platform.sms.tencent.secret-id", Kind.TEXT, "the SecretId of Tencent Cloud"),
                Setting.unset("platform.sms.tencent.secret-key", Kind.SECRET, "the SecretKey that goes with it")
                        .from("TENCENT_SECRET_KEY"),
                Setting.unset("platform.sms.tencent.app-id", Kind.TEXT, "the SdkAppId of the application there"),
                Setting.unset("platform.sms.tencent.sign", Kind.TEXT, "the approved signature, without brackets"),
                Setting.of("platform.sms.tencent.region", Kind.TEXT, "ap-guangzhou", "its region"),
                Setting.of(
                        "platform.sms.tencent.endpoint",
                        Kind.ADDRESS,
                        "https://sms.tencentcloudapi.com",
                        "where its API is"),
                Setting.unset("platform.sms.aliyun.access-key-id", Kind.TEXT, "the AccessKey ID of Aliyun"),
                Setting.unset("platform.sms.aliyun.access-key-secret", Kind.SECRET, "the secret that goes with it")
                        .from("ALIYUN_ACCESS_KEY_SECRET"),
                Setting.unset("platform.sms.aliyun.sign", Kind.TEXT, "the approved signature, without brackets"),
                Setting.of(
                        "platform.sms.aliyun.endpoint",
                        Kind.ADDRESS,
                        "https://dysmsapi.aliyuncs.com",
                        "where its API is"));
    }

    private static List<Setting> email() {
        return List.of(
                Setting.of(
                                "platform.email.provider",
                                Kind.TEXT,
                                "log",
                                "who sends e-mail: `smtp`, or a module's by its name; `log` sends none")
                        .from("EMAIL_PROVIDER"),
                Setting.unset("platform.email.smtp.host", Kind.TEXT, "the mail server"),
                Setting.of("platform.email.smtp.port", Kind.PORT, "587", "its port"),
                Setting.unset("platform.email.smtp.username", Kind.TEXT, "who signs in to it; without it nobody does"),
                Setting.unset("platform.email.smtp.password", Kind.SECRET, "the password that goes with it")
                        .from("SMTP_PASSWORD"),
                Setting.unset("platform.email.smtp.from", Kind.TEXT, "the address that messages come from"),
                Setting.of(
                        "platform.email.smtp.security",
                        Kind.TEXT,
                        "starttls",
                        "`starttls`, `tls`, or `none` on a network of one's own"));
    }
}
