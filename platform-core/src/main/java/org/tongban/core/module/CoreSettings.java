package org.tongban.core.module;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.module.Setting.Kind;

/** The settings of the platform itself, and those of its parts that an installation may want to change (CO-81). */
final class CoreSettings {
    /** All of them, in the order in which they are documented. */
    static final List<Setting> ALL = Stream.of(
                    database(),
                    FileSettings.ALL,
                    server(),
                    limits(),
                    platform(),
                    MessagingSettings.ALL,
                    WorkSettings.ALL,
                    passwords(),
                    signIn(),
                    tokens(),
                    codes(),
                    reviews(),
                    DocumentSettings.ALL,
                    ExternalSettings.all(),
                    demo())
            .flatMap(List::stream)
            .toList();

    private CoreSettings() {}

    private static List<Setting> database() {
        return List.of(
                Setting.unset(
                                "datasources.default.url",
                                Kind.TEXT,
                                "JDBC address of the PostgreSQL database, `jdbc:postgresql://host:5432/name`")
                        .demandedFrom("DATABASE_URL"),
                Setting.unset(
                                "datasources.default.username",
                                Kind.TEXT,
                                "the application's role in it, not the owner's")
                        .demandedFrom("DATABASE_USER"),
                Setting.unset("datasources.default.password", Kind.SECRET, "that role's password")
                        .demandedFrom("DATABASE_PASSWORD"),
                Setting.of(
                        "datasources.default.maximum-pool-size",
                        Kind.COUNT,
                        "16",
                        "how many connections a node opens at most"),
                Setting.of(
                        "datasources.default.minimum-idle",
                        Kind.WHOLE_NUMBER,
                        "2",
                        "how many it keeps open while nothing happens"),
                Setting.of(
                        "datasources.default.connection-timeout",
                        Kind.COUNT,
                        "5000",
                        "milliseconds that a request waits for its turn, and then for one of them, before it is"
                                + " answered 503"),
                Setting.of(
                        "platform.admission.waiting",
                        Kind.COUNT,
                        "256",
                        "how many requests may wait for their turn at the database; one more is answered 503"));
    }

    private static List<Setting> server() {
        return List.of(
                Setting.of("micronaut.server.host", Kind.TEXT, "127.0.0.1", "the address that the server listens on"),
                Setting.of("micronaut.server.port", Kind.PORT, "8080", "its port; -1 takes a free one")
                        .from("PORT"),
                Setting.of(
                                "endpoints.all.port",
                                Kind.PORT,
                                "8081",
                                "the port of health and figures; in `dev` and `test` they are on the server's own")
                        .from("MANAGEMENT_PORT"),
                Setting.of(
                        "micronaut.server.idle-timeout",
                        Kind.DURATION,
                        "60s",
                        "how long a connection on which nothing moves stays open"),
                Setting.of(
                        "micronaut.server.netty.max-header-size",
                        Kind.COUNT,
                        "16384",
                        "bytes that all headers of a request may have together"),
                Setting.of(
                        "micronaut.server.netty.child-options.SO_SNDBUF",
                        Kind.COUNT,
                        "65536",
                        "bytes of an answer that the kernel keeps for a client which has not taken them, Linux twice as"
                                + " many; more is faster to clients far away. Set in a file, under this very name"),
                Setting.of(
                        "micronaut.server.max-request-size",
                        Kind.SIZE,
                        "541065216",
                        "what no request may exceed; files have the limit of their slot below it"),
                Setting.unset(
                        "platform.file.max-size.<slot>",
                        Kind.SIZE,
                        "the largest file of a slot, say `identity-id-page`, in the place of what its module declares"),
                Setting.of("platform.web.max-body", Kind.SIZE, "1MB", "the largest JSON body; more is answered 413"),
                Setting.of(
                        "platform.web.request-patience",
                        Kind.DURATION,
                        "30s",
                        "within what a request must be there, head and body; files on their way here and answers on"
                                + " their way out must move platform.web.least-progress within it; slower clients are"
                                + " cut off"),
                Setting.of(
                        "platform.web.least-progress",
                        Kind.SIZE,
                        "16KB",
                        "what of a file or an answer must get through within platform.web.request-patience"),
                Setting.unset(
                        "platform.web.trusted-proxies",
                        Kind.TEXT,
                        "addresses and networks, separated by commas, of the proxies from which X-Forwarded-For is"
                                + " taken"),
                Setting.of(
                        "micronaut.lifecycle.graceful-shutdown.grace-period",
                        Kind.DURATION,
                        "25s",
                        "how long a stop waits for requests to end"));
    }

    private static List<Setting> limits() {
        return List.of(
                Setting.of(
                        "platform.limits.enabled",
                        Kind.YES_NO,
                        "true",
                        "whether a node counts the requests of each caller; one too many is answered 429"),
                Setting.of(
                        "platform.limits.account",
                        Kind.COUNT,
                        "600",
                        "requests a minute that a node takes from an account or a client"),
                Setting.of(
                        "platform.limits.address",
                        Kind.COUNT,
                        "120",
                        "requests a minute that a node takes from an address without a token; behind a proxy that is"
                                + " not in platform.web.trusted-proxies everybody has the proxy's address"),
                Setting.of(
                        "platform.limits.public-search",
                        Kind.COUNT,
                        "300",
                        "requests a minute that a node takes from an address to public data and pages"));
    }

    private static List<Setting> platform() {
        return List.of(
                Setting.of(
                                "platform.public-url",
                                Kind.ADDRESS,
                                "http://localhost:8080",
                                "the platform's address from outside: issuer of tokens, links, the type of errors")
                        .from("PUBLIC_URL"),
                Setting.unset(
                                "platform.master-key",
                                Kind.SECRET,
                                "32 bytes in base64 that seal personal data and signing keys; without it they cannot be"
                                        + " read any more")
                        .demandedFrom("MASTER_KEY"),
                Setting.unset(
                                "platform.old-master-keys",
                                Kind.SECRET,
                                "the master keys that were replaced, separated by commas: what they sealed is still"
                                        + " opened, and sealed anew by the task `platform.reseal`")
                        .from("OLD_MASTER_KEYS"),
                Setting.unset(
                                "platform.data",
                                Kind.TEXT,
                                "the folder of what a node keeps beside the database, say the first administrator's"
                                        + " one-time password")
                        .from("TONGBAN_DATA"),
                Setting.of(
                                "platform.log-format",
                                Kind.LOG_FORMAT,
                                "json",
                                "how the log is written: an object a line, or lines for people; taken from the variable"
                                        + " alone, which is read before all configuration")
                        .from("LOG_FORMAT"),
                Setting.of(
                        "platform.modules.<id>.enabled",
                        Kind.YES_NO,
                        "true",
                        "whether the module of this id runs; without it, none of it is there"));
    }

    private static List<Setting> passwords() {
        return List.of(
                Setting.of("platform.passwords.memory", Kind.COUNT, "19456", "KiB that an Argon2id hash takes"),
                Setting.of("platform.passwords.iterations", Kind.COUNT, "2", "its passes over them"),
                Setting.of("platform.passwords.parallelism", Kind.COUNT, "1", "its lanes"));
    }

    private static List<Setting> signIn() {
        return List.of(Setting.of(
                "platform.sign-in.failures-per-address",
                Kind.COUNT,
                "20",
                "how many failed sign-ins of 15 minutes lock the address they come from; a portal that signs its users"
                        + " in by its own server is named in platform.web.trusted-proxies, so that theirs is counted"));
    }

    private static List<Setting> tokens() {
        return List.of(
                Setting.of(
                        "platform.tokens.access-lifetime", Kind.DURATION, "15m", "how long an access token is valid"),
                Setting.of(
                        "platform.tokens.refresh-lifetime",
                        Kind.DURATION,
                        "14d",
                        "how long a refresh token waits for its use"),
                Setting.of(
                        "platform.tokens.session-lifetime", Kind.DURATION, "30d", "how long a session can be renewed"),
                Setting.of(
                        "platform.tokens.key-lifetime",
                        Kind.DURATION,
                        "30d",
                        "how long a signing key signs before the next one takes over"),
                Setting.of(
                        "platform.tokens.cache-size",
                        Kind.COUNT,
                        "20000",
                        "how many verified tokens a node remembers"));
    }

    private static List<Setting> codes() {
        return List.of(
                Setting.of("platform.codes.lifetime", Kind.DURATION, "5m", "how long a code sent out is valid"),
                Setting.of("platform.codes.tries", Kind.COUNT, "5", "how many wrong ones are heard before it is not"),
                Setting.of(
                        "platform.codes.proof-lifetime",
                        Kind.DURATION,
                        "15m",
                        "how long the proof that a right code yields waits for its use"),
                Setting.of(
                        "platform.codes.pause",
                        Kind.DURATION,
                        "1m",
                        "how long a phone or mailbox waits for its next code"),
                Setting.of("platform.codes.per-target", Kind.COUNT, "10", "how many codes it gets within 24 hours"),
                Setting.of(
                        "platform.codes.per-address",
                        Kind.COUNT,
                        "30",
                        "how many codes one network address has sent within an hour"),
                Setting.of(
                        "platform.codes.per-day",
                        Kind.COUNT,
                        "20000",
                        "how many codes are sent on a day in all, so that no attack costs more"));
    }

    private static List<Setting> reviews() {
        return List.of(
                Setting.of(
                        "platform.reviews.release-overdue-after",
                        Kind.WHOLE_NUMBER,
                        "5",
                        "working days after its due date beyond which a claimed case goes back to the queue; 0 for"
                                + " never"),
                Setting.unset(
                        "platform.reviews.<type>.ask-days",
                        Kind.COUNT,
                        "working days from a decision within which its re-examination may be asked for, 10 where it is"
                                + " unset; `<type>` is the review type's id with a hyphen for the point"),
                Setting.unset(
                        "platform.reviews.<type>.decide-days",
                        Kind.COUNT,
                        "working days from the request within which a re-examination is due, 15 where it is unset"));
    }

    private static List<Setting> demo() {
        return List.of(
                Setting.of(
                                "platform.demo",
                                Kind.YES_NO,
                                "false",
                                "whether sample accounts and data are made; `dev` and `test` only")
                        .from("PLATFORM_DEMO"),
                Setting.of(
                        "platform.demo-accounts-file",
                        Kind.TEXT,
                        "${platform.data:.data}/demo-accounts.env",
                        "where the passwords of sample accounts are kept"),
                Setting.unset(
                        "platform.demo-accounts.<name>",
                        Kind.SECRET,
                        "the password of one sample account, in place of the one in that file"));
    }
}
