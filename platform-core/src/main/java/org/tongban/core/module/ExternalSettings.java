package org.tongban.core.module;

import java.util.List;
import org.tongban.core.module.Setting.Kind;

/** The settings of the systems outside (CO-75), part of {@link CoreSettings}. */
final class ExternalSettings {
    private ExternalSettings() {}

    static List<Setting> all() {
        return List.of(
                Setting.unset(
                        "platform.registries.<registry>.url",
                        Kind.ADDRESS,
                        "where the gateway to the registry `business` or `patents` is, `https://` outside `dev` and"
                                + " `test`; without it the platform's own table is the registry"),
                Setting.unset(
                        "platform.registries.<registry>.token",
                        Kind.SECRET,
                        "the bearer token that the gateway is shown"),
                Setting.unset(
                        "platform.registries.<registry>.credentials-file",
                        Kind.TEXT,
                        "a JSON file with `tokenUrl`, `clientId`, `clientSecret` and perhaps `scope`, by which bearer"
                                + " tokens are fetched in place of that one"),
                Setting.of(
                        "platform.registries.<registry>.connect-timeout",
                        Kind.DURATION,
                        "2s",
                        "how long a connection to the gateway may take"),
                Setting.of(
                        "platform.registries.<registry>.read-timeout",
                        Kind.DURATION,
                        "8s",
                        "within what time its whole answer must have come"),
                Setting.of(
                        "platform.registries.<registry>.page-size",
                        Kind.COUNT,
                        "200",
                        "how many entries are asked for at a time, 1000 at most"),
                Setting.of(
                        "platform.registries.business.manual-review-when-away",
                        Kind.YES_NO,
                        "false",
                        "whether an application goes to manual review while the registry of businesses does not"
                                + " answer; without it, it is answered 503"),
                Setting.of(
                        "platform.face.token-lifetime",
                        Kind.DURATION,
                        "10m",
                        "how long the token of a face verification waits for its result"),
                Setting.of(
                        "platform.face.result-lifetime",
                        Kind.DURATION,
                        "15m",
                        "how long a face that matched waits for its use"),
                Setting.of(
                        "platform.face.poll-interval",
                        Kind.DURATION,
                        "2s",
                        "how far apart polls of a face verification that waits must be, on each node"),
                Setting.of(
                        "platform.face.per-day",
                        Kind.COUNT,
                        "20",
                        "how many face verifications an account or a phone proof starts within 24 hours"));
    }
}
